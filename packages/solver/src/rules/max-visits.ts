import type { DayRule } from './rule.ts';

/** Visits above the helper's own limit. */
export const maxVisits: DayRule<'max-visits'> = {
  id: 'max-visits',
  level: 'hard',
  amount: ({ helper, stops }) => Math.max(0, stops.length - (helper.maxVisits ?? Number.POSITIVE_INFINITY)),
};
