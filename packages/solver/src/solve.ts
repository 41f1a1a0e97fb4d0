import { Budget, type BudgetOptions } from './budget.ts';
import { chooseEngine } from './engines/choose-engine.ts';
import type { Engine } from './engines/engine.ts';
import { type Frame, fillInWays, frameOf, frameWithoutWays } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rules/rule.ts';
import { planOf, total } from './score.ts';
import type { Slices } from './slices.ts';

/** How far a search got: so many steps done, priorities left out, soft cost (in a re-plan with the price of moves). */
export interface Progress {
  readonly step: number;
  readonly unassigned: number;
  readonly soft: number;
  /** No plan that leaves out as little can be softer than this; null where nothing is known. */
  readonly bound: number | null;
}

/** The same problem, rules, `seed` and `steps` give the same plan on every machine. */
export interface SolveOptions extends BudgetOptions {
  readonly seed: number;
  /** Ends the search early, with the best plan so far. */
  readonly signal?: AbortSignal;
  /** Told of the first plan, of every better one, and of the last; may abort the signal. */
  readonly onProgress?: (progress: Progress) => void;
  /** The caller's own rules, on top of the solver's. */
  readonly rules?: readonly Rule[];
}

export interface SolveAsyncOptions extends SolveOptions {
  /** Lets others have their turn, e.g. `() => new Promise((resolve) => setImmediate(resolve))`. Awaited every few milliseconds. */
  readonly pause: () => Promise<void>;
}

/** The best plan found. It breaks no hard rule; who could not be served is in `unassigned`. Runs to the end before it returns. */
export function solve(problem: Problem, options: SolveOptions): Plan {
  const budget = new Budget(options, problem.visits.length);
  return runToEnd(opened(problem, options), options, budget);
}

/**
 * As `solve`, with pauses in which others have their turn and may abort. Of a large problem that is aborted at once not even
 * a first plan may be there: then nobody is served.
 */
export async function solveAsync(problem: Problem, options: SolveAsyncOptions): Promise<Plan> {
  const budget = new Budget(options, problem.visits.length);
  const turns = new Turns(opened(problem, options), options, budget);
  for (const _ of turns.all()) await options.pause();
  return turns.plan;
}

/** Yields a first plan as soon as it is whole or its time is over, then every better one; the last is what `solve` returns. Stop asking to stop the search. */
export function* search(problem: Problem, options: SolveOptions): Generator<Plan, void> {
  const budget = new Budget(options, problem.visits.length);
  const turns = new Turns(opened(problem, options), options, budget);
  for (const isBetter of turns.all()) if (isBetter) yield turns.plan;
}

/** A problem and the engine that is still to be made for it. */
export interface Opened {
  /** Its ways are there once the engine is. */
  readonly frame: Frame;
  readonly engine: Pick<Slices<Engine>, 'next'>;
}

function opened(problem: Problem, { seed, rules = [] }: SolveOptions): Opened {
  const frame = frameWithoutWays(problem);
  function* engine(): Slices<Engine> {
    yield* fillInWays(frame);
    return yield* chooseEngine(frame, seed, rules);
  }
  return { frame, engine: engine() };
}

/** `budget` has run since before the problem was opened. */
export function runToEnd(problem: Opened, options: SolveOptions, budget: Budget): Plan {
  const turns = new Turns(problem, options, budget);
  for (const _ of turns.all());
  return turns.plan;
}

/** Of a first plan, between two looks at the clock and the signal; fewer where each takes long: a few milliseconds at most. */
const VISITS_AT_ONCE = 32;
const VISITS_AT_ONCE_OF_MANY = 8;
const MANY = 1000;

/** Makes an engine and runs it turn by turn. */
class Turns {
  readonly #opened: Opened;
  readonly #options: SolveOptions;
  readonly #budget: Budget;
  #engine: Engine | undefined;
  #nobody: Plan | undefined;
  #told = -1;

  constructor(opened: Opened, options: SolveOptions, budget: Budget) {
    this.#opened = opened;
    this.#options = options;
    this.#budget = budget;
  }

  /** The best plan so far. */
  get plan(): Plan {
    const { frame } = this.#opened;
    const { rules = [] } = this.#options;
    if (this.#engine !== undefined) return planOf(frame, this.#engine.planned(), rules);
    // Where nobody goes anywhere the solver's own rules ask for no way; the caller's may.
    this.#nobody ??= planOf(rules.length === 0 ? frame : frameOf(frame.problem), [], rules);
    return this.#nobody;
  }

  /** Tells whether each turn brought a better plan; the first that does is the first plan. */
  *all(): Generator<boolean, void> {
    const budget = this.#budget;
    const engine = yield* this.#opening();
    if (engine === undefined) {
      const { medium, soft } = this.plan.score;
      this.#options.onProgress?.({ step: 0, unassigned: total(medium), soft: total(soft), bound: null });
      return yield true;
    }
    this.#engine = engine;
    const atOnce = this.#opened.frame.visits.length > MANY ? VISITS_AT_ONCE_OF_MANY : VISITS_AT_ONCE;
    while (!(engine.begin?.(atOnce) ?? true) && !this.#isOver) yield false;
    budget.look();
    this.#tell(engine);
    yield true;
    while (!engine.isDone && !budget.isSpent && !(this.#options.signal?.aborted ?? false)) {
      const { medium, soft } = engine.best;
      const share = budget.share;
      const steps = budget.nextSteps();
      engine.run(steps, share, budget.shareAfter(steps));
      budget.spend(steps);
      const isBetter = engine.best.medium < medium || (engine.best.medium === medium && engine.best.soft < soft);
      if (isBetter) this.#tell(engine);
      yield isBetter;
    }
    this.#tell(engine);
  }

  /** The engine, unless time is over or somebody aborts before it is there. */
  *#opening(): Generator<boolean, Engine | undefined> {
    for (;;) {
      const { done, value } = this.#opened.engine.next();
      if (done === true) return value;
      if (this.#isOver) return undefined;
      yield false;
    }
  }

  get #isOver(): boolean {
    this.#budget.look();
    return this.#budget.isLate || (this.#options.signal?.aborted ?? false);
  }

  #tell(engine: Engine): void {
    if (engine.steps === this.#told) return;
    this.#told = engine.steps;
    this.#options.onProgress?.({
      step: engine.steps,
      unassigned: engine.best.medium,
      soft: engine.best.soft,
      bound: engine.bound,
    });
  }
}
