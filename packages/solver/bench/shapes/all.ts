import type { Shape } from '../arguments.ts';
import type { RunBudget } from '../budget.ts';
import { aborted } from './abort.ts';
import { anytime } from './anytime.ts';
import { communityDay, communitySize } from './community.ts';
import { explained } from './explain.ts';
import { grown, growthVisits } from './growth.ts';
import { recommended } from './recommend.ts';
import { replanned } from './replan.ts';
import { communityWeek, weeklySize } from './weekly.ts';

/** What each shape measures; every entry of the answer is one line. */
export const measureShape: Readonly<Record<Shape, (budget: RunBudget) => Iterable<unknown> | AsyncIterable<unknown>>> = {
  community: (budget) => [
    anytime(
      communityDay(communitySize, budget.seed),
      budget,
      communityDay({ ...communitySize, elders: 60, helpers: 9 }, budget.seed + 1000),
    ),
  ],
  weekly: (budget) => [
    anytime(communityWeek(weeklySize, budget.seed), budget, communityWeek({ elders: 30, helpers: 5 }, budget.seed + 1000)),
  ],
  replan: (budget) => [replanned(budget)],
  recommend: (budget) => [recommended(budget)],
  abort: aborted,
  *growth(budget) {
    grown(50, { ...budget, seconds: 2 });
    for (const visits of growthVisits) yield grown(visits, budget);
  },
  explain: (budget) => [explained(budget)],
};
