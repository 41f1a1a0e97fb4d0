import type { DayRule } from './rule.ts';

/** Visits by somebody who was refused. A refusal holds without a reason given. */
export const refused: DayRule<'refused'> = {
  id: 'refused',
  level: 'hard',
  amount: ({ helper, stops }) => stops.filter(({ visit }) => visit.refused.includes(helper.id)).length,
};
