import type { Round } from '../rota.ts';
import { perRound } from './rule.ts';

/** Unweighted: per visit, per unit of work, and what certain visits cost with this helper. */
const spent = ({ frame, index, helper, stops, work }: Round): number =>
  helper.cost * stops.length +
  helper.wage * work +
  stops.reduce((sum, stop) => sum + (frame.effort[stop.index]?.[index] ?? 0), 0);

/** What the helper's visits, work and efforts cost. */
export const cost = perRound({
  id: 'cost',
  level: 'soft',
  amount: (round) => round.frame.problem.weights.cost * spent(round),
  delta: ({ frame, index, helper }, { stop, extraWay }) =>
    frame.problem.weights.cost *
    (helper.cost + helper.wage * (extraWay + stop.visit.duration) + (frame.effort[stop.index]?.[index] ?? 0)),
  why: (round) => {
    const amount = spent(round);
    return amount === 0 ? [] : [{ code: 'helper/costs', data: { helperId: round.helper.id, amount } }];
  },
});
