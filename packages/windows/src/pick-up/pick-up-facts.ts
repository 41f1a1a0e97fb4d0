import { DemandId, Instant, instantAt, LocalDate, PersonId, Span, type Zone } from '@linli/model';
import * as z from 'zod';
import { Parcel, Short } from '../delivery/goods.ts';
import { PickUpPoint, type Slot } from './pick-up-point.ts';

export const PickUpFacts = z
  .strictObject({
    residentId: PersonId,
    demandIds: z.array(DemandId).readonly(),
    /** The date of the cycle it belongs to. */
    date: LocalDate,
    goods: Parcel,
    point: PickUpPoint,
    slotId: z.string().min(1),
    slot: Span,
    /** At this instant goods that nobody fetched need a decision. */
    keepUntil: Instant,
    shorts: z.array(Short).readonly(),
    /** Calls to this resident that nobody answered. */
    unanswered: z.array(Instant).readonly(),
    recipientId: PersonId.nullable(),
    why: z.string().nullable(),
    toDate: LocalDate.nullable(),
    /** The delivery that takes over. */
    deliveryId: z.string().nullable(),
  })
  .refine(({ slot, keepUntil }) => slot.from < slot.until && slot.until < keepUntil, {
    error: 'a slot has a length, and goods are kept beyond it',
    path: ['slot'],
  })
  .readonly();
export interface PickUpFacts extends z.infer<typeof PickUpFacts> {}

/** The span of a booked slot on the day `on`, and until when goods are kept after it. */
function slotTimes(point: PickUpPoint, slot: Slot, on: LocalDate, zone: Zone): Pick<PickUpFacts, 'slot' | 'keepUntil'> {
  const until = instantAt(on, slot.until, zone);
  return {
    slot: { from: instantAt(on, slot.from, zone), until },
    keepUntil: (until + point.keepMinutes * 60_000) as Instant,
  };
}

/** One booking as it is planned, on the day of hand-out `on`. */
export const planPickUp = (
  plan: Pick<PickUpFacts, 'residentId' | 'demandIds' | 'date' | 'goods' | 'point'> & {
    readonly slot: Slot;
    readonly on: LocalDate;
    readonly zone: Zone;
  },
): PickUpFacts => {
  const { slot, on, zone, ...rest } = plan;
  return {
    ...rest,
    slotId: slot.id,
    ...slotTimes(plan.point, slot, on, zone),
    shorts: [],
    unanswered: [],
    recipientId: null,
    why: null,
    toDate: null,
    deliveryId: null,
  };
};
