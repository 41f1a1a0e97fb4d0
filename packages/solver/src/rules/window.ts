import { perRound } from './rule.ts';

/** Time by which services stick out of the window that holds them best. */
export const window = perRound({
  id: 'window',
  level: 'hard',
  amount: ({ stops }) => stops.reduce((sum, { outsideWindow }) => sum + outsideWindow, 0),
  delta: (_, { stop }) => stop.outsideWindow,
  why: ({ helper, stops }) =>
    stops
      .filter(({ outsideWindow }) => outsideWindow > 0)
      .map(({ visit, outsideWindow }) => ({
        code: 'visit/outside-window',
        data: { visitId: visit.id, helperId: helper.id, amount: outsideWindow },
      })),
});
