import { overlap } from '@linli/model';
import * as z from 'zod';
import { stepFields } from '../../pack/service-condition.ts';
import { refuse, stepKind } from '../step-kind.ts';

/** Nobody is in two places at once: no credit for time in which another service was credited. */
export const refuseOverlap = stepKind({
  schema: z.strictObject({ do: z.literal('refuse-overlap'), ...stepFields }).readonly(),
  judge(_, { service: { record }, history }) {
    const other = history.past.find((past) => overlap(past, record) !== undefined);
    return other && refuse('service/overlaps-another', { serviceId: other.serviceId });
  },
});
