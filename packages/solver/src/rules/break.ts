import type { Helper } from '../problem.ts';
import type { Stop } from '../rota.ts';
import { perRound } from './rule.ts';

const inBreaks = ({ breaks }: Helper, { from, until }: Stop): number =>
  breaks.reduce((sum, pause) => sum + Math.max(0, Math.min(until, pause.until) - Math.max(from, pause.from)), 0);

/** Service that lies in a break. A way may lie there. */
export const breaks = perRound({
  id: 'break',
  level: 'hard',
  amount: ({ helper, stops }) => stops.reduce((sum, stop) => sum + inBreaks(helper, stop), 0),
  delta: ({ helper }, { stop }) => inBreaks(helper, stop),
  why: ({ helper, stops }) =>
    stops
      .filter((stop) => inBreaks(helper, stop) > 0)
      .map((stop) => ({
        code: 'helper/in-a-break',
        data: { visitId: stop.visit.id, helperId: helper.id, amount: inBreaks(helper, stop) },
      })),
});
