import { Budget, type BudgetOptions } from './budget.ts';
import { chooseEngine } from './engines/choose-engine.ts';
import type { Engine } from './engines/engine.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import type { Rule } from './rules/rule.ts';
import { planOf } from './score.ts';

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
  const budget = new Budget(options);
  const frame = frameOf(problem);
  return runToEnd(frame, chooseEngine(frame, options.seed, options.rules ?? []), options, budget);
}

/** As `solve`, with pauses in which others have their turn and may abort. */
export async function solveAsync(problem: Problem, options: SolveAsyncOptions): Promise<Plan> {
  const budget = new Budget(options);
  const frame = frameOf(problem);
  const engine = chooseEngine(frame, options.seed, options.rules ?? []);
  for (const _ of turns(engine, options, budget)) await options.pause();
  return planOf(frame, engine.planned(), options.rules);
}

/** Yields a first plan as soon as it is whole or its time is over, then every better one; the last is what `solve` returns. Stop asking to stop the search. */
export function* search(problem: Problem, options: SolveOptions): Generator<Plan, void> {
  const budget = new Budget(options);
  const frame = frameOf(problem);
  const engine = chooseEngine(frame, options.seed, options.rules ?? []);
  for (const isBetter of turns(engine, options, budget)) if (isBetter) yield planOf(frame, engine.planned(), options.rules);
}

/** `budget` has run since before the engine was made. */
export function runToEnd(frame: Frame, engine: Engine, options: SolveOptions, budget: Budget): Plan {
  for (const _ of turns(engine, options, budget));
  return planOf(frame, engine.planned(), options.rules);
}

/** Of a large problem's first plan, between two looks at the clock and the signal: a few milliseconds at most. */
const VISITS_AT_ONCE = 32;

/** Runs an engine turn by turn and tells whether each brought a better plan; the first that does is the first plan. */
function* turns(engine: Engine, options: SolveOptions, budget: Budget): Generator<boolean, void> {
  const { signal, onProgress } = options;
  let told = -1;
  const tell = (): void => {
    if (engine.steps === told) return;
    told = engine.steps;
    onProgress?.({ step: engine.steps, unassigned: engine.best.medium, soft: engine.best.soft, bound: engine.bound });
  };
  budget.look();
  while (!(engine.begin?.(VISITS_AT_ONCE) ?? true) && !budget.isLate && !(signal?.aborted ?? false)) {
    yield false;
    budget.look();
  }
  tell();
  yield true;
  while (!engine.isDone && !budget.isSpent && !(signal?.aborted ?? false)) {
    const { medium, soft } = engine.best;
    const share = budget.share;
    const steps = budget.nextSteps();
    engine.run(steps, share, budget.shareAfter(steps));
    budget.spend(steps);
    const isBetter = engine.best.medium < medium || (engine.best.medium === medium && engine.best.soft < soft);
    if (isBetter) tell();
    yield isBetter;
  }
  tell();
}
