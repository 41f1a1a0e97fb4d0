import { assert } from '@linli/model';
import { frameOf } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { tableOf } from './search/table.ts';
import { lastPlan, type SolveOptions } from './solve.ts';

/** `movePrice`: what it costs, in soft score, to give a visit another helper or another start than before. */
export interface ReplanOptions extends SolveOptions {
  readonly movePrice: number;
}

/**
 * A new plan near an old one, for a problem that has changed. Starts from all of the old plan that still holds; an assignment
 * left out costs more than any number of moves. Unknown helpers and visits of the old plan count as gone.
 * The price steers the search and is not part of the plan's score; `diff` tells what moved.
 */
export function replan(problem: Problem, before: Plan, options: ReplanOptions): Plan {
  const { movePrice } = options;
  assert(
    Number.isSafeInteger(movePrice) && movePrice >= 0,
    'options/bad-move-price',
    `movePrice is a whole number, not ${movePrice}`,
  );
  return lastPlan(tableOf(frameOf(problem), { visits: before.visits, movePrice }), options);
}
