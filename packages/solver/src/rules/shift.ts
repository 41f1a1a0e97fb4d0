import { perRound } from './rule.ts';

/** Time by which services, with the ways from and to the shift's end places, stick out of the shift that holds them best. */
export const shift = perRound({
  id: 'shift',
  level: 'hard',
  amount: ({ stops }) => stops.reduce((sum, { outsideShift }) => sum + outsideShift, 0),
  delta: (_, { stop }) => stop.outsideShift,
  why: ({ helper, stops }) =>
    stops
      .filter(({ outsideShift }) => outsideShift > 0)
      .map(({ visit, outsideShift }) => ({
        code: 'helper/off-shift',
        data: { visitId: visit.id, helperId: helper.id, amount: outsideShift },
      })),
});
