import { assert, seededRandom } from '@linli/model';
import { frameOf } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { planOf } from './score.ts';
import { type Found, improve } from './search/improve.ts';
import { plannedOf } from './search/state.ts';
import { type Table, tableOf } from './search/table.ts';

/** How far a search got: so many steps done, priorities left out, soft cost (in a re-plan with the price of moves). */
export interface Progress {
  readonly step: number;
  readonly unassigned: number;
  readonly soft: number;
}

/** The same problem, `seed` and `steps` give the same plan. `signal` ends the search early, with the best plan so far. */
export interface SolveOptions {
  readonly seed: number;
  /** Whole, 0 or more; 0 gives the first plan as it is. */
  readonly steps: number;
  readonly signal?: AbortSignal;
  /** Told of the first plan and of every better one; may abort the signal. */
  readonly onProgress?: (progress: Progress) => void;
}

/** The best plan found. It breaks no hard rule; who could not be served is in `unassigned`. Runs to the end before it returns. */
export function solve(problem: Problem, options: SolveOptions): Plan {
  return lastPlan(tableOf(frameOf(problem)), options);
}

/** Yields a first plan at once, then every better one; the last is what `solve` returns. Stop asking to stop the search. */
export function* search(problem: Problem, options: SolveOptions): Generator<Plan, void> {
  const frame = frameOf(problem);
  const table = tableOf(frame);
  for (const { state } of found(table, options)) yield planOf(frame, plannedOf(table, state));
}

/** The last plan of a search over a table, which may hold an earlier plan. */
export function lastPlan(table: Table, options: SolveOptions): Plan {
  let last: Found | undefined;
  for (last of found(table, options));
  assert(last !== undefined, 'search/no-plan', 'a search yields a first plan at once');
  return planOf(table.frame, plannedOf(table, last.state));
}

function* found(table: Table, { seed, steps, signal, onProgress }: SolveOptions): Generator<Found, void> {
  assert(Number.isSafeInteger(steps) && steps >= 0, 'options/bad-steps', `steps is a whole number, not ${steps}`);
  assert(Number.isSafeInteger(seed), 'options/bad-seed', `seed is a whole number, not ${seed}`);
  const stopped = (): boolean => signal?.aborted ?? false;
  for (const better of improve(table, seededRandom(seed), { steps, stopped })) {
    onProgress?.({ step: better.step, unassigned: better.state.leftOut, soft: better.state.soft });
    yield better;
  }
}
