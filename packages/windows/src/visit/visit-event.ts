import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy, happened } from '../process/happened.ts';
import { NextVisit } from './visit-facts.ts';

const reason = z.string().min(1);
const means = z.string().min(1);

/** What can happen to one visit. */
export const VisitEvent = z.discriminatedUnion('type', [
  /** Replaces whoever was named before; the new one is to confirm again. */
  doneBy('assigned').extend({ helperId: PersonId }).readonly(),
  doneBy('confirmed').readonly(),
  doneBy('declined').extend({ reason }).readonly(),
  /** Signed in at the door. */
  doneBy('began').extend({ means }).readonly(),
  /** Signed out. */
  doneBy('done').extend({ means }).readonly(),
  /** Told afterwards, by word or on paper: who served, from when until when. It proves less than a sign-in and sign-out. */
  doneBy('reported').extend({ helperId: PersonId, from: Instant, until: Instant }).readonly(),
  /** Knocked, and nobody came to the door. */
  doneBy('nobody-home').readonly(),
  /** Nobody went. */
  doneBy('missed').extend({ reason }).readonly(),
  doneBy('cancelled').extend({ reason }).readonly(),
  doneBy('carried').extend({ next: NextVisit }).readonly(),
  /** The mode of the community changed. */
  happened('entry-changed').extend({ doorEntry: z.boolean() }).readonly(),
]);
export type VisitEvent = z.infer<typeof VisitEvent>;
