import type { Helper } from '../problem.ts';
import { perRound } from './rule.ts';

const above = ({ maxVisits }: Helper, visits: number): number => (maxVisits === null ? 0 : Math.max(0, visits - maxVisits));

/** Visits above the helper's own limit. */
export const maxVisits = perRound({
  id: 'max-visits',
  level: 'hard',
  amount: ({ helper, stops }) => above(helper, stops.length),
  delta: ({ helper, stops }) => above(helper, stops.length + 1) - above(helper, stops.length),
  why: ({ helper, stops }) => {
    const amount = above(helper, stops.length);
    return amount === 0 ? [] : [{ code: 'helper/too-many-visits', data: { helperId: helper.id, amount } }];
  },
});
