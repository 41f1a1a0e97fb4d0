import { LocalDate, PersonId, Span } from '@linli/model';
import * as z from 'zod';
import { doneBy, happened } from '../process/happened.ts';
import { Leaving } from './delivery-facts.ts';
import { Short } from './goods.ts';

const reason = z.string().min(1);
const shorts = z.array(Short).readonly();

/** Where the two met. `inside` only where homes may be entered. */
const Meeting = z.enum(['inside', 'door', 'gate']);

/** What can happen to one delivery. */
export const DeliveryEvent = z.discriminatedUnion('type', [
  doneBy('assigned').extend({ helperId: PersonId }).readonly(),
  doneBy('promised').extend({ promise: Span }).readonly(),
  doneBy('agreed').extend({ leaving: Leaving }).readonly(),
  /** One's share is done; `shorts` could not be had. */
  doneBy('packed').extend({ shorts }).readonly(),
  doneBy('set-out').readonly(),
  /** To the resident, or to somebody else with a name. */
  doneBy('handed-over').extend({ recipientId: PersonId, where: Meeting, shorts }).readonly(),
  doneBy('left-at-door').extend({ shorts }).readonly(),
  doneBy('nobody-home').readonly(),
  /** Brought back to the pick-up point. */
  doneBy('brought-back').readonly(),
  /** All of it goes back to where it came from. */
  doneBy('returned').extend({ reason }).readonly(),
  doneBy('carried').extend({ toDate: LocalDate }).readonly(),
  doneBy('cancelled').extend({ reason }).readonly(),
  happened('entry-changed').extend({ doorEntry: z.boolean() }).readonly(),
]);
export type DeliveryEvent = z.infer<typeof DeliveryEvent>;
