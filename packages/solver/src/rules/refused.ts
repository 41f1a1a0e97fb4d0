import { barredBy, type Frame } from '../frame.ts';
import type { Stop } from '../rota.ts';
import { perRound } from './rule.ts';

const broken = ({ barred, helpers }: Frame, helper: number, { index }: Stop): number =>
  (barred[index * helpers.length + helper]! & barredBy.refused) === 0 ? 0 : 1;

/** Visits by somebody who was refused. A refusal holds without a reason given. */
export const refused = perRound({
  id: 'refused',
  level: 'hard',
  amount: ({ frame, index, stops }) => stops.reduce((sum, stop) => sum + broken(frame, index, stop), 0),
  delta: ({ frame, index }, { stop }) => broken(frame, index, stop),
  why: ({ frame, index, helper, stops }) =>
    stops
      .filter((stop) => broken(frame, index, stop) > 0)
      .map(({ visit }) => ({ code: 'helper/refused', data: { visitId: visit.id, helperId: helper.id } })),
});
