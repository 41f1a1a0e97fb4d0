import * as z from 'zod';
import { Amount, secondsOf } from '../../pack/amount.ts';
import { stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** compared with what the steps before it have left, so its place decides whether it looks at service or at credit. */
export const minimum = stepKind({
  schema: z.strictObject({ do: z.literal('minimum'), least: Amount, ...stepFields }).readonly(),
  judge({ least }, { seconds, unit }) {
    const minimumSeconds = secondsOf(least, unit);
    return seconds >= minimumSeconds ? undefined : refuse('service/too-short', { beforeSeconds: seconds, minimumSeconds });
  },
});
