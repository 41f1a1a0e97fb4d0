import type { DayRule } from './rule.ts';

/** Visits that asked for somebody and got somebody else. */
export const wanted: DayRule<'wanted'> = {
  id: 'wanted',
  level: 'soft',
  amount: ({ helper, stops }) => stops.filter(({ visit }) => visit.wanted.length > 0 && !visit.wanted.includes(helper.id)).length,
};
