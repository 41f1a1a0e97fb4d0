import type { Rota, Stop } from '../rota.ts';
import type { Rule } from './rule.ts';

function latestIn({ rounds }: Rota): Stop | undefined {
  let latest: Stop | undefined;
  for (const { stops } of rounds) for (const stop of stops) if (stop.lateness > (latest?.lateness ?? 0)) latest = stop;
  return latest;
}

/** The largest lateness in the whole plan, on top of all of them: so that nobody waits for the sake of all others. */
export const latest: Rule<'latest'> = {
  id: 'latest',
  level: 'soft',
  amount: (rota) => rota.frame.problem.weights.latest * (latestIn(rota)?.lateness ?? 0),
  delta: (rota, { stop }) =>
    stop.lateness === 0 ? 0 : rota.frame.problem.weights.latest * Math.max(0, stop.lateness - (latestIn(rota)?.lateness ?? 0)),
  why: (rota) => {
    const stop = latestIn(rota);
    return stop === undefined ? [] : [{ code: 'plan/latest', data: { visitId: stop.visit.id, amount: stop.lateness } }];
  },
};
