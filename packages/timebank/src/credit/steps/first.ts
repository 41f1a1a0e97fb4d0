import * as z from 'zod';
import { pastWithin } from '../../credit-history.ts';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { MonthDay, Period } from '../../pack/period.ts';
import { permilleOf, stepFields, Times } from '../../pack/service-condition.ts';
import { change, scaled, stepKind } from '../step-kind.ts';

/** The first so much of a period counts by another factor than what comes after it: "the first ten hours count double". */
export const first = stepKind({
  schema: z
    .strictObject({
      do: z.literal('first'),
      amount: Amount,
      per: Period,
      yearFrom: MonthDay.optional(),
      times: Times,
      afterwards: Times,
      ...stepFields,
    })
    .readonly(),
  judge({ amount, per, yearFrom, times, afterwards }, judging) {
    const { service, history, seconds, unit } = judging;
    const most = secondsOf(amount, unit);
    const earlier = per === 'life' ? history.earlierSeconds : 0;
    const already = pastWithin(history, per, service.date, yearFrom).reduce(
      (sum, { passed }) => sum + (passed['first']?.beforeSeconds ?? 0),
      earlier,
    );
    const inside = Math.min(seconds, Math.max(0, most - already));
    const after = scaled(1, inside * permilleOf(times) + (seconds - inside) * permilleOf(afterwards), 1000);
    const data = { firstSeconds: inside, mostSeconds: most, permille: permilleOf(times), times, remembered: 'first' };
    return change('credit/first-counted', judging, after, data);
  },
  mayRaise: ({ times, afterwards }) => Math.max(times, afterwards) > 1,
});
