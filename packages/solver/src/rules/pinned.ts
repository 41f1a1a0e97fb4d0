import type { Helper } from '../problem.ts';
import type { Stop } from '../rota.ts';
import { perRound } from './rule.ts';

const broken = ({ id }: Helper, { visit: { pinned: pin }, from }: Stop): number =>
  pin !== null && (pin.helperId !== id || pin.from !== from) ? 1 : 0;

/** Pinned visits that are with somebody else or at another time. */
export const pinned = perRound({
  id: 'pinned',
  level: 'hard',
  amount: ({ helper, stops }) => stops.reduce((sum, stop) => sum + broken(helper, stop), 0),
  delta: ({ helper }, { stop }) => broken(helper, stop),
  why: ({ helper, stops }) =>
    stops
      .filter((stop) => broken(helper, stop) > 0)
      .map(({ visit }) => ({ code: 'visit/off-its-pin', data: { visitId: visit.id, helperId: helper.id } })),
});
