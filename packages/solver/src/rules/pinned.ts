import type { DayRule } from './rule.ts';

/** Pinned visits that are with somebody else or at another time. */
export const pinned: DayRule<'pinned'> = {
  id: 'pinned',
  level: 'hard',
  amount: ({ helper, stops }) =>
    stops.filter(({ visit: { pinned: pin }, from }) => pin !== null && (pin.helperId !== helper.id || pin.from !== from)).length,
};
