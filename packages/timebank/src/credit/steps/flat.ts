import * as z from 'zod';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { change, stepKind } from '../step-kind.ts';

/** so much for a service, however long it was: one point a visit. */
export const flat = stepKind({
  schema: z.strictObject({ do: z.literal('flat'), credit: Amount, ...stepFields }).readonly(),
  judge: ({ credit }, judging) => change('credit/flat', judging, secondsOf(credit, judging.unit)),
  mayRaise: () => true,
});
