import { assert } from '@linli/model/kernel';
import { Budget } from './budget.ts';
import { fillInWays, frameWithoutWays } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { RoutingSearch } from './routing/routing-search.ts';
import { tableOf } from './routing/table.ts';
import { inOneGo } from './slices.ts';
import { runToEnd, type SolveOptions } from './solve.ts';

export interface ReplanOptions extends SolveOptions {
  /**
   * What it costs, in soft score, to give a visit another helper or another start than before. Without one it is what an
   * average way to a visit costs in the plan before, so that moves must be worth more than a walk each.
   */
  readonly movePrice?: number;
}

/**
 * A new plan near an old one, for a problem that has changed. Starts from all of the old plan that still holds; an assignment
 * left out costs more than any number of moves. Unknown helpers and visits of the old plan count as gone.
 * The price steers the search and is not part of the plan's score; `diff` tells what moved.
 */
export function replan(problem: Problem, before: Plan, options: ReplanOptions): Plan {
  const { movePrice = walkPrice(before) } = options;
  assert(
    Number.isSafeInteger(movePrice) && movePrice >= 0,
    'options/bad-move-price',
    `movePrice is a whole number, not ${movePrice}`,
  );
  const budget = new Budget(options, problem.visits.length);
  const frame = frameWithoutWays(problem);
  const helperOf = new Int32Array(frame.visits.length).fill(-1);
  const fromOf = new Float64Array(frame.visits.length);
  for (const { visitId, helperId, from } of before.visits) {
    const visit = frame.visitAt.get(visitId);
    if (visit === undefined) continue;
    // Of somebody who is gone nothing can be kept: whoever comes, it is a move.
    helperOf[visit] = frame.helperAt.get(helperId) ?? -1;
    fromOf[visit] = from;
  }
  const near = (): RoutingSearch => {
    inOneGo(fillInWays(frame));
    return new RoutingSearch(inOneGo(tableOf(frame, { helperOf, fromOf, movePrice })), options.seed, {
      start: before.visits,
      rules: options.rules ?? [],
    });
  };
  // In one go, whatever the time: given up before the old plan is taken over, it would serve nobody.
  return runToEnd({ frame, engine: { next: () => ({ done: true, value: near() }) } }, options, budget);
}

const walkPrice = ({ score, visits }: Plan): number => Math.ceil((score.soft.travel ?? 0) / Math.max(1, visits.length));
