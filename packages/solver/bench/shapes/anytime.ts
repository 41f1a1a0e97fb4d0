import type { Problem, ProblemInput } from '../../src/problem.ts';
import { clockOf, type RunBudget } from '../budget.ts';
import { parsed } from '../solve-problem.ts';
import { priceOf, rounded, solvedAt, type Worth } from './solved-at.ts';

/** How a plan gets better with the time that is given. */
export interface Anytime {
  readonly helpers: number;
  readonly visits: number;
  /** The first plan, a call without any step. */
  readonly first: Worth;
  /** One call for each budget, from nothing. */
  readonly byBudget: readonly (Worth & { readonly budget: number })[];
  /** How much of what the longest call gained over the first plan a call of five seconds gains, in percent; null without one. */
  readonly sharePercentAt5: number | null;
  /** The same, seen at five seconds inside the longest call, which cools slower than a short one. */
  readonly sharePercentSeenAt5: number | null;
}

const BUDGETS = [0.5, 1, 2, 5, 10, 30];
const LOOK_AT = 5;

export function anytime(input: ProblemInput, budget: RunBudget, warm: ProblemInput): Anytime {
  const problem = parsed(input, 'shape');
  const longest = budget.seconds ?? 10;
  solvedAt(parsed(warm, 'warm-up'), { ...budget, seconds: Math.min(1, longest), steps: null });
  const first = solvedAt(problem, { ...budget, seconds: null, steps: 0 }).worth;
  const budgets = [...BUDGETS.filter((seconds) => seconds < longest), longest];
  let seen: number | null = null;
  const byBudget = budgets.map((seconds) => {
    const { worth, seenAt } = watched(problem, { ...budget, seconds, steps: null });
    seen = seenAt;
    return { budget: seconds, ...worth };
  });
  const gained = (price: number): number =>
    rounded(((priceOf(first) - price) / (priceOf(first) - priceOf(byBudget.at(-1)!))) * 100, 1);
  const at5 = byBudget.find((worth) => worth.budget === LOOK_AT);
  return {
    helpers: problem.helpers.length,
    visits: problem.visits.length,
    first,
    byBudget,
    sharePercentAt5: at5 === undefined ? null : gained(priceOf(at5)),
    sharePercentSeenAt5: seen === null || longest <= LOOK_AT ? null : gained(seen),
  };
}

/** Solves, and keeps what the best plan was worth when `LOOK_AT` seconds had passed. */
function watched(problem: Problem, budget: RunBudget): { readonly worth: Worth; readonly seenAt: number | null } {
  const now = clockOf(budget.kind);
  const until = now() + LOOK_AT * 1000;
  let seenAt: number | null = null;
  const { worth } = solvedAt(problem, budget, (progress) => {
    if (seenAt === null || now() <= until) seenAt = priceOf(progress);
  });
  return { worth, seenAt };
}
