import { type Stop, wayTo } from '../rota.ts';
import { perRound } from './rule.ts';

const missing = (before: Stop | undefined, way: number, from: number): number =>
  before === undefined ? 0 : Math.max(0, before.until + way - from);

/** Time that is missing between one service and the next for the way between them. */
export const onePlaceAtATime = perRound({
  id: 'one-place-at-a-time',
  level: 'hard',
  amount: ({ stops }) => stops.reduce((sum, { from, way }, at) => sum + missing(stops[at - 1], way, from), 0),
  delta: ({ frame, index, stops }, { stop, position }) => {
    const before = stops[position - 1];
    const after = stops[position];
    const reached = missing(before, stop.way, stop.from);
    if (after === undefined) return reached;
    const on = wayTo(frame, index, stop, after.index, after.shift);
    return reached + missing(stop, on, after.from) - missing(before, after.way, after.from);
  },
  why: ({ helper, stops }) =>
    stops.flatMap(({ visit, from, way }, at) => {
      const amount = missing(stops[at - 1], way, from);
      return amount === 0 ? [] : [{ code: 'helper/in-two-places', data: { visitId: visit.id, helperId: helper.id, amount } }];
    }),
});
