import { perRound } from './rule.ts';

/** Time on the way. */
export const travel = perRound({
  id: 'travel',
  level: 'soft',
  amount: ({ frame, travel: way }) => frame.problem.weights.travel * way,
  delta: ({ frame }, { extraWay }) => frame.problem.weights.travel * extraWay,
  why: ({ helper, travel: way }) =>
    way === 0 ? [] : [{ code: 'helper/on-the-way', data: { helperId: helper.id, amount: way } }],
});
