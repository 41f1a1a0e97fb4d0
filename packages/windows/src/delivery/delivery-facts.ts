import { DemandId, Instant, LocalDate, PersonId, Span } from '@linli/model';
import * as z from 'zod';
import { DeliveryRule } from './delivery-rule.ts';
import { Parcel, Short } from './goods.ts';

/** Whether the resident agreed that a parcel is left at the door. `unknown` is never a yes. */
export const Leaving = z.enum(['agreed', 'declined', 'unknown']);
export type Leaving = z.infer<typeof Leaving>;

/** `until` is not in it any more: who comes at that instant is late. */
const Arrival = Span.refine(({ from, until }) => from < until, { error: 'a promise of arrival has a length' });

export const DeliveryFacts = z
  .strictObject({
    residentId: PersonId,
    demandIds: z.array(DemandId).readonly(),
    /** The date of the cycle it belongs to. */
    date: LocalDate,
    goods: Parcel,
    /** Null: nobody is named. */
    helperId: PersonId.nullable(),
    rule: DeliveryRule,
    /** Whether a helper may go past the door of a home now; the mode of the community says. */
    doorEntry: z.boolean(),
    leaving: Leaving,
    /** At this instant one's share should be packed. */
    packBy: Instant,
    window: Span,
    /** When the resident was told to expect it; inside the window. */
    promise: Arrival.nullable(),
    /** At this instant it is unreported: nobody knows where it is. */
    reportBy: Instant,
    /** The last deadline that was told of; none is told twice. */
    toldUntil: Instant.nullable(),
    /** What is short so far: found missing while packing, or not handed over. */
    shorts: z.array(Short).readonly(),
    /** Knocks at this door that nobody answered. */
    unanswered: z.array(Instant).readonly(),
    /** Who took it; null before, and where it was left. */
    recipientId: PersonId.nullable(),
    /** Why it was returned or cancelled. */
    why: z.string().nullable(),
    toDate: LocalDate.nullable(),
  })
  .refine(({ packBy, window }) => packBy <= window.from && window.from < window.until, {
    error: 'goods are packed before the window, and the window has a length',
    path: ['window'],
  })
  .refine(({ promise, window }) => promise === null || (window.from <= promise.from && promise.until <= window.until), {
    error: 'a promise of arrival lies inside the window',
    path: ['promise'],
  })
  .readonly();
export interface DeliveryFacts extends z.infer<typeof DeliveryFacts> {}

export const graceAfter = ({ rule }: Pick<DeliveryFacts, 'rule'>, at: Instant): Instant =>
  (at + rule.reportGraceMinutes * 60_000) as Instant;

/** One parcel for one door, as it is planned. `packBy` and `window` are phases of the cycle: 12:00, and 13:00 to 16:00. */
export const planDelivery = (
  plan: Pick<
    DeliveryFacts,
    'residentId' | 'demandIds' | 'date' | 'goods' | 'helperId' | 'rule' | 'doorEntry' | 'leaving' | 'packBy' | 'window'
  >,
): DeliveryFacts => ({
  ...plan,
  promise: null,
  reportBy: graceAfter(plan, plan.window.until),
  toldUntil: null,
  shorts: [],
  unanswered: [],
  recipientId: null,
  why: null,
  toDate: null,
});
