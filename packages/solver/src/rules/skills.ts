import { barredBy } from '../frame.ts';
import type { Helper, Visit } from '../problem.ts';
import { perRound } from './rule.ts';

const lacking = (helper: Helper, { skills }: Visit): string[] => skills.filter((skill) => !helper.skills.includes(skill));

/** Skills asked for and not there, counted per visit. */
export const skills = perRound({
  id: 'skills',
  level: 'hard',
  amount: ({ helper, stops }) => stops.reduce((sum, { visit }) => sum + lacking(helper, visit).length, 0),
  delta: ({ frame, index, helper }, { stop }) =>
    (frame.barred[stop.index * frame.helpers.length + index]! & barredBy.skills) === 0 ? 0 : lacking(helper, stop.visit).length,
  why: ({ helper, stops }) =>
    stops.flatMap(({ visit }) =>
      lacking(helper, visit).map((skill) => ({
        code: 'helper/lacks-skill',
        data: { visitId: visit.id, helperId: helper.id, skill },
      })),
    ),
});
