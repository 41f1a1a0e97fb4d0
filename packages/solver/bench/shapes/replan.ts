import { diff, type Plan, replan } from '../../src/index.ts';
import type { Problem } from '../../src/problem.ts';
import { asOptions, clockOf, type RunBudget } from '../budget.ts';
import { parsed } from '../solve-problem.ts';
import { communityDay } from './community.ts';
import { priceOf, quantile, rounded, solvedAt, sum, type Worth, worthOf } from './solved-at.ts';

/** 83 elders, 17 of them with two people: 100 visits. */
const replanSize = { elders: 83, helpers: 12, twoPersonPermille: 205 };
/** Another start or another person is worth ten minutes of way. */
const MOVE_PRICE = 10_000;
const FIRST_RUNS = 20;

/** One helper falls ill in the morning, after the plan was told. */
export interface Replanned {
  readonly visits: number;
  /** Visits of the helper who is ill. */
  readonly hadToMove: number;
  /** Milliseconds to a feasible plan, a call without any step: median of several, warm. */
  readonly feasibleMilliseconds: number;
  readonly feasible: boolean;
  readonly replanned: Worth;
  /** Visits with another person or another start, or no longer served. */
  readonly moved: number;
  readonly movedRatio: number;
  /** Of these, those with another person. */
  readonly handedOver: number;
  /** Solved anew without a look at the old plan, in the same time, and in five times of it. */
  readonly solvedAnew: Worth;
  readonly solvedAnewLonger: Worth;
  readonly movedWhenSolvedAnew: number;
  /** Above the cost of solving anew, in percent; see `priceOf`. */
  readonly gapPercent: number;
  readonly gapPercentLonger: number;
}

export function replanned(budget: RunBudget): Replanned {
  const problem = parsed(communityDay(replanSize, budget.seed), 'replan');
  const seconds = budget.seconds ?? 2;
  const before = solvedAt(problem, { ...budget, seconds: 5 * seconds, steps: null }).plan;
  const ill = busiest(before);
  const without = parsed({ ...problem, helpers: problem.helpers.filter(({ id }) => id !== ill) }, 'replan');
  const hadToMove = before.visits.filter(({ helperId }) => helperId === ill).length;
  const now = clockOf(budget.kind);
  const { seed } = budget;

  const first = replan(without, before, { seed, steps: 0, movePrice: MOVE_PRICE });
  const times = Array.from({ length: FIRST_RUNS }, () => {
    // A problem object of its own each time: nothing may be remembered.
    const anew = { ...without };
    const begin = now();
    replan(anew, before, { seed, steps: 0, movePrice: MOVE_PRICE });
    return now() - begin;
  });

  const begin = now();
  const after = replan(without, before, { ...asOptions({ ...budget, seconds, steps: null }), movePrice: MOVE_PRICE });
  const worth = worthOf(without, after, (now() - begin) / 1000);
  const anew = solvedAt(without, { ...budget, seconds, steps: null });
  const longer = solvedAt(without, { ...budget, seconds: 5 * seconds, steps: null });
  const { moved, dropped } = diff(before, after);
  const gapTo = (other: Worth): number => rounded((priceOf(worth) / priceOf(other) - 1) * 100, 2);
  return {
    visits: problem.visits.length,
    hadToMove,
    feasibleMilliseconds: rounded(quantile(times, 500), 1),
    feasible: isFeasible(without, first),
    replanned: worth,
    moved: moved.length + dropped.length,
    movedRatio: rounded((moved.length + dropped.length) / hadToMove, 2),
    handedOver: moved.filter((move) => move.before.helperId !== move.after.helperId).length + dropped.length,
    solvedAnew: anew.worth,
    solvedAnewLonger: longer.worth,
    movedWhenSolvedAnew: diff(before, anew.plan).moved.length,
    gapPercent: gapTo(anew.worth),
    gapPercentLonger: gapTo(longer.worth),
  };
}

const isFeasible = (problem: Problem, plan: Plan): boolean =>
  worthOf(problem, plan, 0).violations === 0 && sum(plan.score.hard) === 0;

/** The helper with the most visits. */
function busiest({ visits }: Plan): string {
  const counts = [...Map.groupBy(visits, ({ helperId }) => helperId)].sort(([, a], [, b]) => b.length - a.length);
  return counts[0]![0];
}
