import * as z from 'zod';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { Codes } from '../../pack/person-condition.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { change, stepKind } from '../step-kind.ts';

/** time beside the service that counts as well, as far as it was written down; at most `most` in all. Without this step none does. */
export const countAlso = stepKind({
  schema: z.strictObject({ do: z.literal('count-also'), kinds: Codes, most: Amount.optional(), ...stepFields }).readonly(),
  judge({ kinds, most }, judging) {
    const extra = judging.service.facts?.extraSeconds ?? {};
    const all = kinds.reduce((sum, kind) => sum + (Object.hasOwn(extra, kind) ? extra[kind]! : 0), 0);
    const counted = most === undefined ? all : Math.min(all, secondsOf(most, judging.unit));
    return change('credit/counted-also', judging, judging.seconds + counted, { extraSeconds: counted, kinds: kinds.join(', ') });
  },
  mayRaise: () => true,
});
