import type { DayRule } from './rule.ts';

/**
 * The helper's work times its share, in whole permille, of all service asked for: work squared, scaled.
 * Summed over helpers it is least when work is even, and a helper without work adds nothing.
 */
export const fairness: DayRule<'fairness'> = {
  id: 'fairness',
  level: 'soft',
  amount: ({ work, frame }) => unevenness(work, frame.totalService),
};

export const unevenness = (work: number, totalService: number): number => work * Math.floor((work * 1000) / totalService);
