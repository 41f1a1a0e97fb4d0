import type { Helper } from '../problem.ts';
import type { Round, Stop } from '../rota.ts';
import { perRound } from './rule.ts';

/** What is carried in one shift of one load. */
export const carried = (stops: readonly Stop[], shift: number, load: number): number =>
  stops.reduce((sum, stop) => (stop.shift === shift ? sum + (stop.visit.loads[load] ?? 0) : sum), 0);

function over({ helper: { capacity }, stops }: Round): readonly { readonly load: number; readonly amount: number }[] {
  const shifts = [...new Set(stops.map(({ shift }) => shift))];
  return capacity.flatMap((most, load) =>
    shifts.map((shift) => ({ load, amount: carried(stops, shift, load) - most })).filter(({ amount }) => amount > 0),
  );
}

function grown({ capacity }: Helper, stops: readonly Stop[], { shift, visit }: Stop): number {
  let sum = 0;
  for (let load = 0; load < capacity.length; load++) {
    const more = visit.loads[load] ?? 0;
    if (more === 0) continue;
    const free = capacity[load]! - carried(stops, shift, load);
    sum += Math.max(0, more - Math.max(0, free));
  }
  return sum;
}

/** Loads above what the helper can carry in one shift, load by load. */
export const capacity = perRound({
  id: 'capacity',
  level: 'hard',
  amount: (round) => over(round).reduce((sum, { amount }) => sum + amount, 0),
  delta: ({ helper, stops }, { stop }) => grown(helper, stops, stop),
  why: (round) =>
    over(round).map(({ load, amount }) => ({
      code: 'helper/carries-too-much',
      data: { helperId: round.helper.id, load, amount },
    })),
});
