import type { RunBudget } from '../budget.ts';
import { parsed } from '../solve-problem.ts';
import { communityDay } from './community.ts';
import { priceOf, rounded, solvedAt } from './solved-at.ts';

/** How long a community of so many visits needs. */
export interface Grown {
  readonly visits: number;
  readonly helpers: number;
  /** Of the longest call: the value the others are measured against. */
  readonly longestSeconds: number;
  readonly best: number;
  /** Above the best, in percent, by the seconds that were given. */
  readonly gaps: readonly { readonly seconds: number; readonly gapPercent: number }[];
  /** The least of these seconds that come within 1 % of the best, and of every longer one; null where none does. */
  readonly secondsToOnePercent: number | null;
}

export const growthVisits = [100, 200, 400, 800, 1600] as const;
/** The first plan, then twice as long each time. */
const BUDGETS = [0.0625, 0.125, 0.25, 0.5, 1, 2, 4, 8, 16, 32];

export function grown(visits: number, budget: RunBudget): Grown {
  const longestSeconds = budget.seconds ?? 60;
  const elders = Math.round(visits / 1.2);
  const helpers = Math.round(visits / 9);
  const problem = parsed(communityDay({ elders, helpers, twoPersonPermille: 200 }, budget.seed), 'growth');
  const priceAt = (seconds: number): number => priceOf(solvedAt(problem, { ...budget, seconds, steps: null }).worth);
  const last = priceAt(longestSeconds);
  const prices: { seconds: number; price: number }[] = [];
  let within = 0;
  for (const seconds of BUDGETS.filter((seconds) => seconds <= longestSeconds / 1.5)) {
    const price = priceAt(seconds);
    prices.push({ seconds, price });
    // Two in a row: one alone may be luck.
    within = price <= last * 1.01 ? within + 1 : 0;
    if (within === 2) break;
  }
  const best = Math.min(last, ...prices.map(({ price }) => price));
  const gaps = [...prices, { seconds: longestSeconds, price: last }].map(({ seconds, price }) => ({
    seconds,
    gapPercent: rounded((price / best - 1) * 100, 2),
  }));
  const lastAbove = gaps.findLastIndex(({ gapPercent }) => gapPercent > 1);
  return {
    visits: problem.visits.length,
    helpers,
    longestSeconds,
    best,
    gaps,
    secondsToOnePercent: gaps[lastAbove + 1]?.seconds ?? null,
  };
}
