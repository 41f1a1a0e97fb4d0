import type { Reason } from '@linli/model';
import type { NumberedSpacing } from '../frame.ts';
import type { Rota } from '../rota.ts';
import type { Rule } from './rule.ts';

interface Dated {
  readonly day: number;
  readonly visit: number;
}

/** The served visits of a spacing by day, with those that are put in. */
function datesOf({ frame, helperOf, fromOf }: Rota, { visits }: NumberedSpacing, put?: { index: number; from: number }): Dated[] {
  const dates: Dated[] = [];
  const { dayLength } = frame.problem;
  for (const visit of visits)
    if (visit === put?.index) dates.push({ day: Math.floor(put.from / dayLength), visit });
    else if (helperOf[visit] !== -1) dates.push({ day: Math.floor(fromOf[visit]! / dayLength), visit });
  return dates.sort((a, b) => a.day - b.day || a.visit - b.visit);
}

const near = (apart: number, { minDays }: NumberedSpacing): number => Math.max(0, minDays - apart);
/** A visit that is left out may be thought in any gap, so that taking one out breaks nothing. */
const far = (apart: number, { maxDays, visits }: NumberedSpacing, served: number): number =>
  Math.max(0, apart - maxDays * (1 + visits.length - served));

function broken(dates: readonly Dated[], spacing: NumberedSpacing): number {
  let sum = 0;
  for (let at = 1; at < dates.length; at++) {
    const apart = dates[at]!.day - dates[at - 1]!.day;
    sum += near(apart, spacing) + far(apart, spacing, dates.length);
  }
  return sum;
}

/** Days by which neighbours of a series are too near or too far from each other. */
export const spacing: Rule<'spacing'> = {
  id: 'spacing',
  level: 'hard',
  amount: (rota) => rota.frame.spacings.reduce((sum, one) => sum + broken(datesOf(rota, one), one), 0),
  delta: (rota, { stop }) => {
    let sum = 0;
    for (const at of rota.frame.spacingsOf[stop.index]!) {
      const one = rota.frame.spacings[at]!;
      sum += broken(datesOf(rota, one, stop), one) - broken(datesOf(rota, one), one);
    }
    return sum;
  },
  why: (rota) =>
    rota.frame.spacings.flatMap((one) => {
      const dates = datesOf(rota, one);
      return dates.flatMap(({ day, visit }, at): Reason[] => {
        const before = dates[at - 1];
        if (before === undefined) return [];
        const pair = { visitId: rota.frame.visits[visit]!.id, otherId: rota.frame.visits[before.visit]!.id };
        const tooNear = near(day - before.day, one);
        const tooFar = far(day - before.day, one, dates.length);
        return [
          ...(tooNear > 0 ? [{ code: 'visit/days-too-near', data: { ...pair, amount: tooNear } }] : []),
          ...(tooFar > 0 ? [{ code: 'visit/days-too-far', data: { ...pair, amount: tooFar } }] : []),
        ];
      });
    }),
};
