import * as z from 'zod';
import { stepFields, Times, When } from '../../pack/service-condition.ts';
import { multiplied } from '../multiplied.ts';
import { change, stepKind } from '../step-kind.ts';

/**
 * counts more, or less. With `during`, only the part of the service that lies in those hours and days does;
 * the rest counts once. For whom and what it is meant is said by `when`. Several such steps work one after the other.
 * with `overflow`, what a factor below 1 takes off is the pool's, or honour: "a tenth goes to the common pot".
 */
export const multiply = stepKind({
  schema: z
    .strictObject({
      do: z.literal('multiply'),
      times: Times,
      during: When.optional(),
      overflow: z.enum(['drop', 'pool', 'honour']).optional(),
      ...stepFields,
    })
    .readonly(),
  judge({ times, during, overflow = 'drop' }, judging) {
    const { seconds, permille, insideSeconds } = multiplied(times, during, judging);
    const beside = { [`${overflow}Seconds`]: Math.max(0, judging.seconds - seconds) };
    return change('credit/multiplied', judging, seconds, { permille, times, insideSeconds }, beside);
  },
  mayRaise: ({ times }) => times > 1,
});
