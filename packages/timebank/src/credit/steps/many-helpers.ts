import * as z from 'zod';
import { stepFields } from '../../pack/service-condition.ts';
import { change, stepKind } from '../step-kind.ts';

/**
 * several helpers did one thing together and share it equally. Seconds that do not divide go to the first of them,
 * so that the shares add up to the whole.
 */
export const manyHelpers = stepKind({
  schema: z.strictObject({ do: z.literal('many-helpers'), split: z.literal('equal'), ...stepFields }).readonly(),
  judge(_, judging) {
    const { helpers = 1, helperPlace = helpers } = judging.service.facts ?? {};
    const share = Math.floor(judging.seconds / helpers);
    const rest = judging.seconds % helpers;
    return change('credit/shared', judging, share + (helperPlace <= rest ? 1 : 0), { helpers });
  },
});
