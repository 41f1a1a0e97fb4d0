import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy, happened } from '../process/happened.ts';
import { Eligible } from './eligibility.ts';
import type { EnrolmentCode } from './enrolment-texts.ts';
import { Programme } from './programme.ts';

/** `unchecked`: whether the person may take part is not known yet. `out`: not enrolled, or no longer. */
export const Stand = z.enum(['in', 'waiting', 'unchecked', 'out']);
export type Stand = z.infer<typeof Stand>;

/** Where one person stands. Nobody has to say why they stay out: `reason` is null then. */
const Enrolled = z
  .strictObject({ personId: PersonId, stand: Stand, since: Instant, reason: z.string().min(1).nullable() })
  .readonly();
export type Enrolled = z.infer<typeof Enrolled>;

export const EnrolmentState = z.enum(['gathering', 'short', 'running', 'closed', 'finished', 'dissolved']);
export type EnrolmentState = z.infer<typeof EnrolmentState>;

export const EnrolmentFacts = z
  .strictObject({
    programme: Programme,
    /** In the order in which they came; whoever waits longest stands first. */
    people: z.array(Enrolled).readonly(),
    /** When it begins, or is found to be too few. */
    startBy: Instant,
    /** The number of the latest session held; 0 before the first. */
    sessionsHeld: z.int().nonnegative(),
    /** The run that takes whoever still waits at the end; null while there is none. */
    carriedTo: z.string().min(1).nullable(),
    why: z.string().min(1).nullable(),
  })
  .readonly();
export interface EnrolmentFacts extends z.infer<typeof EnrolmentFacts> {}

export const EnrolmentEvent = z.discriminatedUnion('type', [
  /** `eligible` is the answer of `eligibilityOf`. Asked again, whoever was unchecked is settled. */
  doneBy('apply').extend({ personId: PersonId, eligible: Eligible }).readonly(),
  /** Not enrolled, for a reason or for none. */
  doneBy('decline')
    .extend({ personId: PersonId, reason: z.string().min(1).nullable() })
    .readonly(),
  doneBy('leave')
    .extend({ personId: PersonId, reason: z.string().min(1).nullable() })
    .readonly(),
  doneBy('start').readonly(),
  doneBy('extend').extend({ startBy: Instant }).readonly(),
  happened('session-held').extend({ sessionNumber: z.int().positive() }).readonly(),
  doneBy('finish')
    .extend({ toRunId: z.string().min(1).nullable() })
    .readonly(),
  doneBy('dissolve')
    .extend({ reason: z.string().min(1) })
    .readonly(),
]);
export type EnrolmentEvent = z.infer<typeof EnrolmentEvent>;

export type EnrolmentEffect =
  | { readonly type: 'check-wanted' | 'moved-up'; readonly personId: PersonId }
  | { readonly type: 'too-few'; readonly enrolled: number; readonly atLeast: number }
  | { readonly type: 'membership-closed'; readonly memberIds: readonly PersonId[]; readonly waitingIds: readonly PersonId[] }
  | { readonly type: 'carried-on'; readonly toRunId: string; readonly personIds: readonly PersonId[] }
  | { readonly type: 'tell-dissolved'; readonly reason: string; readonly personIds: readonly PersonId[] };

export interface EnrolmentTypes {
  readonly name: 'enrolment';
  readonly state: EnrolmentState;
  readonly facts: EnrolmentFacts;
  readonly event: EnrolmentEvent;
  readonly effect: EnrolmentEffect;
  readonly code: EnrolmentCode;
  readonly guard:
    | 'is-listed'
    | 'is-not-eligible'
    | 'is-unchecked'
    | 'is-full'
    | 'is-enrolled'
    | 'is-not-enrolled'
    | 'lets-somebody-in'
    | 'leaves-too-few'
    | 'has-enough'
    | 'is-not-later'
    | 'is-known-session'
    | 'closes-the-group'
    | 'leaves-somebody-waiting'
    | 'nobody-waits';
}
