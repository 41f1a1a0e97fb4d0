import { recommend } from '../../src/index.ts';
import { clockOf, type RunBudget } from '../budget.ts';
import { parsed } from '../solve-problem.ts';
import { communityDay, oneMore } from './community.ts';
import { quantile, rounded, solvedAt } from './solved-at.ts';

/** 250 elders, 50 of them with two people: 300 visits; 50 helpers. */
const recommendSize = { elders: 250, helpers: 50, twoPersonPermille: 200 };

/** The best five people and times for one visit more. */
export interface Recommended {
  readonly helpers: number;
  readonly visits: number;
  readonly asked: number;
  /** How many were answered with people, not with a "no". */
  readonly answered: number;
  readonly medianMilliseconds: number;
  readonly p95Milliseconds: number;
}

const WARM = 100;
const ASKED = 400;
const BEST = 5;

export function recommended(budget: RunBudget): Recommended {
  const input = communityDay(recommendSize, budget.seed);
  const problem = parsed(input, 'recommend');
  const { plan } = solvedAt(problem, { ...budget, seconds: Math.min(2, budget.seconds ?? 2), steps: null });
  const now = clockOf(budget.kind);
  let answered = 0;
  const times = Array.from({ length: WARM + ASKED }, (_, index) => {
    const visit = oneMore(input, index);
    const begin = now();
    const answer = recommend(problem, plan, visit, BEST);
    const spent = now() - begin;
    if (index >= WARM && answer.ok) answered++;
    return spent;
  }).slice(WARM);
  return {
    helpers: problem.helpers.length,
    visits: problem.visits.length,
    asked: ASKED,
    answered,
    medianMilliseconds: rounded(quantile(times, 500)),
    p95Milliseconds: rounded(quantile(times, 950)),
  };
}
