import type { Round } from '../rota.ts';
import { perRound } from './rule.ts';

/**
 * The helper's work times its share, in whole permille, of all service asked for: work squared, scaled.
 * Summed over helpers it is least when work is even, and a helper without work adds nothing.
 */
export const unevenness = (work: number, totalService: number): number => work * Math.floor((work * 1000) / totalService);

const weighed = ({ frame: { problem, totalService } }: Round, work: number): number =>
  problem.weights.fairness * unevenness(work, totalService);

export const fairness = perRound({
  id: 'fairness',
  level: 'soft',
  amount: (round) => weighed(round, round.work),
  delta: (round, { stop, extraWay }) => weighed(round, round.work + extraWay + stop.visit.duration) - weighed(round, round.work),
  why: ({ helper, work }) => (work === 0 ? [] : [{ code: 'helper/works', data: { helperId: helper.id, amount: work } }]),
});
