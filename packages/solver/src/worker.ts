import { assert, Fault, seededRandom } from '@linli/model/kernel';
import { Budget } from './budget.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { type SolveOptions, solve } from './solve.ts';
import { Member, type WorkerHandle } from './worker/crew.ts';
import type { State, Turn } from './worker/messages.ts';

export type { WorkerHandle } from './worker/crew.ts';

/** What opens a worker: the browser's `Worker`, or that of `node:worker_threads`. */
export type WorkerClass = new (script: URL, options: { readonly type: 'module' }) => WorkerHandle;

/** As for `solve`; rules of one's own are functions and cannot be sent to a worker. `steps` are for each worker. */
export interface WorkersOptions extends Omit<SolveOptions, 'rules'> {
  /** How many search at once, 1 or more: one for each core that is free. */
  readonly workers: number;
  /**
   * Where the worker script is, for bundlers that do not follow `new URL(…, import.meta.url)` (esbuild): `@linli/solver/thread`,
   * bundled as a script of its own. Relative to the page.
   */
  readonly workerUrl?: string | URL;
  /** Where the host's own will not do. */
  readonly Worker?: WorkerClass;
}

declare const Worker: (new (script: string | URL, options: { readonly type: 'module' }) => WorkerHandle) | undefined;

// Bundlers follow the literal form alone; Node reads the same place by the other.
const THREAD = './thread.js';

function openWorker({ Worker: own, workerUrl }: WorkersOptions): WorkerHandle {
  if (own !== undefined) return new own(new URL(THREAD, import.meta.url), { type: 'module' });
  if (typeof Worker !== 'undefined') {
    if (workerUrl !== undefined) return new Worker(workerUrl, { type: 'module' });
    return new Worker(new URL('./thread.js', import.meta.url), { type: 'module' });
  }
  const node = globalThis.process?.getBuiltinModule?.('node:worker_threads');
  if (node === undefined) throw new Fault('worker/none', 'this host has no workers; use solve');
  return new node.Worker(workerUrl ?? new URL(THREAD, import.meta.url));
}

/** Without a clock a worker does so many turns between two messages. */
const TURNS_WITHOUT_CLOCK = 8;

/**
 * Several searches of one problem side by side, each in a worker with a seed of its own, and the best of their plans. The first
 * has `seed` itself, so one worker finds what `solve` finds. The same problem, `seed`, `steps` and `workers` give the same plan
 * everywhere. Each worker copies the problem, and needs a while to start: some tenths of a second. All are gone when it returns.
 * `onProgress` counts the steps of all.
 * @throws Fault `worker/none`, `worker/failed`, and as `solve` does.
 */
export async function solveInWorkers(problem: Problem, options: WorkersOptions): Promise<Plan> {
  const { workers, seed, signal } = options;
  assert(
    Number.isSafeInteger(workers) && workers > 0,
    'options/bad-workers',
    `workers is a whole number above 0, not ${workers}`,
  );
  // Looked at before anything is opened.
  new Budget(options, problem.visits.length);
  const first = (): Plan => solve(problem, { seed, steps: 0, ...(signal === undefined ? {} : { signal }) });
  if (signal?.aborted) return first();
  const random = seededRandom(seed);
  const seeds = Array.from({ length: workers }, (_, index) => (index === 0 ? seed : random.nextInt(2 ** 31)));
  const crew: Member[] = [];
  try {
    for (let index = 0; index < workers; index++) crew.push(new Member(openWorker(options)));
    const states = new Map<number, State>();
    const board = new Board(states, options);
    await Promise.all(crew.map((member, index) => search(member, index, problem, seeds[index]!, board, options)));
    board.tell(true);
    const best = board.best;
    if (best === undefined) return first();
    const answered = await crew[best]!.ask({ ask: 'plan' });
    assert(answered.told === 'plan', 'worker/failed', 'a worker answered what it was not asked');
    return answered.plan;
  } finally {
    await Promise.all(crew.map((member) => member.dismiss()));
  }
}

/** What all searches have found so far. */
class Board {
  readonly #states: Map<number, State>;
  readonly #onProgress: SolveOptions['onProgress'];
  #toldSteps = -1;
  isDone = false;

  constructor(states: Map<number, State>, { onProgress }: WorkersOptions) {
    this.#states = states;
    this.#onProgress = onProgress;
  }

  /** The worker with the best plan, the lowest number of equal ones; undefined while there is none. */
  get best(): number | undefined {
    let best: number | undefined;
    for (const [index, state] of [...this.#states].sort(([a], [b]) => a - b))
      if (best === undefined || isBetter(state, this.#states.get(best)!)) best = index;
    return best;
  }

  take(index: number, state: State): void {
    const before = this.best === undefined ? undefined : this.#states.get(this.best)!;
    this.#states.set(index, state);
    if (state.isDone) this.isDone = true;
    if (before === undefined || isBetter(state, before)) this.tell(false);
  }

  /** The last word is not said twice. */
  tell(isLast: boolean): void {
    const state = this.best === undefined ? undefined : this.#states.get(this.best);
    const step = [...this.#states.values()].reduce((sum, { steps }) => sum + steps, 0);
    if (state === undefined || (isLast && step === this.#toldSteps)) return;
    this.#toldSteps = step;
    const bounds = [...this.#states.values()].flatMap(({ bound }) => (bound === null ? [] : [bound]));
    const bound = bounds.length === 0 ? null : Math.max(...bounds);
    this.#onProgress?.({ step, unassigned: state.medium, soft: state.soft, bound });
  }
}

const isBetter = (a: State, b: State): boolean => a.medium < b.medium || (a.medium === b.medium && a.soft < b.soft);

async function search(
  member: Member,
  index: number,
  problem: Problem,
  seed: number,
  board: Board,
  options: WorkersOptions,
): Promise<void> {
  const { signal } = options;
  const goesOn = (): boolean => !board.isDone && !(signal?.aborted ?? false);
  // A worker that is still starting does not hold up an abort.
  const opened = await unlessAborted(member.ask({ ask: 'open', problem, seed }), signal);
  if (opened === undefined || opened.told !== 'state') return;
  board.take(index, opened.state);
  const budget = new Budget(options, problem.visits.length);
  while (goesOn() && !budget.isSpent) {
    const { turns, steps } = turnsOf(budget, options.milliseconds === undefined ? TURNS_WITHOUT_CLOCK : 1);
    const answered = await member.ask({ ask: 'run', turns });
    if (answered.told !== 'state') return;
    if (options.milliseconds !== undefined) budget.spend(steps);
    board.take(index, answered.state);
  }
}

/** The next turns of a budget: with a clock one, else several, which are spent at once. */
function turnsOf(budget: Budget, most: number): { readonly turns: readonly Turn[]; readonly steps: number } {
  const turns: Turn[] = [];
  let all = 0;
  while (turns.length < most && !budget.isSpent) {
    const share = budget.share;
    const steps = budget.nextSteps();
    turns.push([steps, share, budget.shareAfter(steps)]);
    all += steps;
    if (most > 1) budget.spend(steps);
  }
  return { turns, steps: all };
}

/** What is answered, or nothing when the signal is given first; leaves no listener on it. */
async function unlessAborted<Answer>(answer: Promise<Answer>, signal: AbortSignal | undefined): Promise<Answer | undefined> {
  if (signal === undefined) return answer;
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const give = (): void => resolve(undefined);
  signal.addEventListener('abort', give);
  if (signal.aborted) give();
  return Promise.race([answer, promise]).finally(() => signal.removeEventListener('abort', give));
}
