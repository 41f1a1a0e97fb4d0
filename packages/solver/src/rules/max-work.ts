import type { DayRule } from './rule.ts';

/** Service and way above the helper's own limit. */
export const maxWork: DayRule<'max-work'> = {
  id: 'max-work',
  level: 'hard',
  amount: ({ helper, work }) => Math.max(0, work - (helper.maxWork ?? Number.POSITIVE_INFINITY)),
};
