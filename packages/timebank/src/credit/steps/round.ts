import * as z from 'zod';
import { pastWithin } from '../../credit-history.ts';
import { Amount, secondsOf, type Unit } from '../../pack/amount.ts';
import { MonthDay, Period } from '../../pack/period.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { change, stepKind } from '../step-kind.ts';

/**
 * to a grain, `nearest` taking the half up. By itself it rounds each service; with `per: day` (or a longer period) the
 * sum of the period is rounded, and a service gets what it adds to that.
 */
export const round = stepKind({
  schema: z
    .strictObject({
      do: z.literal('round'),
      to: Amount,
      mode: z.enum(['down', 'nearest', 'up']),
      /** With `nearest`: the rest from which it goes up; half the grain where it is not said. */
      upFrom: Amount.optional(),
      per: z.enum(['service', ...Period.options]).optional(),
      yearFrom: MonthDay.optional(),
      ...stepFields,
    })
    .readonly(),
  judge(step, judging) {
    const { to, per = 'service', yearFrom } = step;
    const { seconds, unit, history, service } = judging;
    const toSeconds = secondsOf(to, unit);
    if (per === 'service') return change('credit/rounded', judging, rounded(step, unit, seconds), { toSeconds });
    const past = pastWithin(history, per, service.date, yearFrom).flatMap(({ passed }) => passed['round'] ?? []);
    const before = past.reduce((sum, { beforeSeconds }) => sum + beforeSeconds, seconds);
    const already = past.reduce((sum, { afterSeconds }) => sum + afterSeconds, 0);
    const after = Math.max(0, rounded(step, unit, before) - already);
    const data = { toSeconds, per, totalSeconds: before, alreadySeconds: already, remembered: 'round' };
    return change('credit/rounded-over', judging, after, data);
  },
  mayRaise: ({ mode, per = 'service' }) => mode !== 'down' || per !== 'service',
});

interface Rounding {
  readonly to: Amount;
  readonly mode: 'down' | 'nearest' | 'up';
  readonly upFrom?: Amount | undefined;
}

function rounded({ to, mode, upFrom }: Rounding, unit: Unit, seconds: number): number {
  const toSeconds = secondsOf(to, unit);
  const rest = seconds % toSeconds;
  if (rest === 0) return seconds;
  const isEnough = upFrom === undefined ? rest * 2 >= toSeconds : rest >= secondsOf(upFrom, unit);
  const isUp = mode === 'up' || (mode === 'nearest' && isEnough);
  return seconds - rest + (isUp ? toSeconds : 0);
}
