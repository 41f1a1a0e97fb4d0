import * as z from 'zod';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { change, stepKind } from '../step-kind.ts';

/** A table: from so long on, so much. The last row that is reached counts; below the first there is nothing. */
export const tiers = stepKind({
  schema: z
    .strictObject({
      do: z.literal('tiers'),
      rows: z
        .array(z.strictObject({ from: Amount, credit: Amount }).readonly())
        .min(1)
        .readonly(),
      ...stepFields,
    })
    .readonly(),
  judge({ rows }, judging) {
    const { seconds, unit } = judging;
    const row = rows.findLast(({ from }) => secondsOf(from, unit) <= seconds);
    return change('credit/tiered', judging, row === undefined ? 0 : secondsOf(row.credit, unit), {
      fromSeconds: row === undefined ? 0 : secondsOf(row.from, unit),
    });
  },
  mayRaise: () => true,
});
