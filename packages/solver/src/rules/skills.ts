import type { DayRule } from './rule.ts';

/** Skills asked for and not there, counted per visit. */
export const skills: DayRule<'skills'> = {
  id: 'skills',
  level: 'hard',
  amount: ({ helper, stops }) =>
    stops.reduce((sum, { visit }) => sum + visit.skills.filter((skill) => !helper.skills.includes(skill)).length, 0),
};
