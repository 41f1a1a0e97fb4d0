import type { Round } from '../rota.ts';
import { perRound } from './rule.ts';

const above = ({ helper: { overtimeAfter } }: Round, work: number): number =>
  overtimeAfter === null ? 0 : Math.max(0, work - overtimeAfter);

/** Work above what the helper does without overtime. */
export const overtime = perRound({
  id: 'overtime',
  level: 'soft',
  amount: (round) => round.frame.problem.weights.overtime * above(round, round.work),
  delta: (round, { stop, extraWay }) =>
    round.frame.problem.weights.overtime * (above(round, round.work + extraWay + stop.visit.duration) - above(round, round.work)),
  why: (round) => {
    const amount = above(round, round.work);
    return amount === 0 ? [] : [{ code: 'helper/overtime', data: { helperId: round.helper.id, amount } }];
  },
});
