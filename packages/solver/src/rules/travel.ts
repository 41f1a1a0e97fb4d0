import type { DayRule } from './rule.ts';

/** Time on the way. */
export const travel: DayRule<'travel'> = { id: 'travel', level: 'soft', amount: (day) => day.travel };
