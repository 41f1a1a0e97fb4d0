import type { Frame } from '../frame.ts';
import type { Stop } from '../rota.ts';
import { perRound } from './rule.ts';

const missed = ({ missesWish, helpers }: Frame, helper: number, { index }: Stop): number =>
  missesWish[index * helpers.length + helper]!;

/** Visits that asked for somebody and got somebody else. */
export const wanted = perRound({
  id: 'wanted',
  level: 'soft',
  amount: ({ frame, index, stops }) =>
    frame.problem.weights.wanted * stops.reduce((sum, stop) => sum + missed(frame, index, stop), 0),
  delta: ({ frame, index }, { stop }) => frame.problem.weights.wanted * missed(frame, index, stop),
  why: ({ frame, index, helper, stops }) =>
    stops
      .filter((stop) => missed(frame, index, stop) > 0)
      .map(({ visit }) => ({ code: 'visit/wish-missed', data: { visitId: visit.id, helperId: helper.id } })),
});
