import { perRound } from './rule.ts';

/** Time by which services end after the soft ends of their windows. */
export const lateness = perRound({
  id: 'lateness',
  level: 'soft',
  amount: ({ frame, stops }) => frame.problem.weights.lateness * stops.reduce((sum, stop) => sum + stop.lateness, 0),
  delta: ({ frame }, { stop }) => frame.problem.weights.lateness * stop.lateness,
  why: ({ helper, stops }) =>
    stops
      .filter((stop) => stop.lateness > 0)
      .map((stop) => ({ code: 'visit/late', data: { visitId: stop.visit.id, helperId: helper.id, amount: stop.lateness } })),
});
