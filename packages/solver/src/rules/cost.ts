import type { DayRule } from './rule.ts';

/** What the helper's visits cost in effort. */
export const cost: DayRule<'cost'> = { id: 'cost', level: 'soft', amount: ({ helper, stops }) => stops.length * helper.cost };
