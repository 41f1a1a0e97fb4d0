import { LocalDate, PersonId } from '@linli/model';
import * as z from 'zod';
import { Short } from '../delivery/goods.ts';
import { doneBy } from '../process/happened.ts';

const reason = z.string().min(1);

/** What can happen to one pick-up. `by` is whoever stands at the point, or calls from it. */
export const PickUpEvent = z.discriminatedUnion('type', [
  /** The resident was spoken to: the goods are there. */
  doneBy('called').readonly(),
  /** Rung and not reached: nothing is known of the resident. */
  doneBy('not-reached').readonly(),
  doneBy('fetched')
    .extend({ recipientId: PersonId, shorts: z.array(Short).readonly() })
    .readonly(),
  /** D-34: it goes to the door instead, by a delivery with a name. */
  doneBy('to-door')
    .extend({ deliveryId: z.string().min(1) })
    .readonly(),
  doneBy('returned').extend({ reason }).readonly(),
  doneBy('carried').extend({ toDate: LocalDate }).readonly(),
]);
export type PickUpEvent = z.infer<typeof PickUpEvent>;
