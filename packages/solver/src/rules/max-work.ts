import type { Helper } from '../problem.ts';
import { perRound } from './rule.ts';

const above = ({ maxWork }: Helper, work: number): number => (maxWork === null ? 0 : Math.max(0, work - maxWork));

/** Service and way above the helper's own limit. */
export const maxWork = perRound({
  id: 'max-work',
  level: 'hard',
  amount: ({ helper, work }) => above(helper, work),
  delta: ({ helper, work }, { stop, extraWay }) => above(helper, work + extraWay + stop.visit.duration) - above(helper, work),
  why: ({ helper, work }) => {
    const amount = above(helper, work);
    return amount === 0 ? [] : [{ code: 'helper/too-much-work', data: { helperId: helper.id, amount } }];
  },
});
