import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy } from '../process/happened.ts';
import { StatusEntry } from './case-status.ts';
import type { FollowUpCode } from './follow-up-texts.ts';
import { ScreeningRule, Tenths } from './screening-rule.ts';

const Symptoms = z.array(z.string().min(1)).readonly();
const Measurement = z.strictObject({ tenths: Tenths, symptoms: Symptoms, at: Instant, by: PersonId }).readonly();

export const FollowUpState = z.enum(['open', 'observed', 'suspected', 'confirmed', 'referred', 'cleared', 'recovered', 'ended']);
export type FollowUpState = z.infer<typeof FollowUpState>;

export const FollowUpFacts = z
  .strictObject({
    rule: ScreeningRule,
    /** Of this follow-up; the lines of its history are named after it. */
    caseId: z.string().min(1),
    personId: PersonId,
    /** The reading that opened it. */
    readingId: z.string().min(1),
    measurements: z.array(Measurement).readonly(),
    /** Every status with the lines that put earlier ones right; nothing is ever taken out. */
    history: z.array(StatusEntry).readonly(),
    /** Where the person was sent; null while nowhere. */
    referredTo: z.string().min(1).nullable(),
    /** When somebody must have taken it up, or measured again. */
    nextBy: Instant,
    /** How often in a row nobody did. */
    missed: z.int().nonnegative(),
    why: z.string().min(1).nullable(),
  })
  .readonly();
export interface FollowUpFacts extends z.infer<typeof FollowUpFacts> {}

/** `since`: from when it is true, which may be before it was written down. */
const status = <Type extends 'suspect' | 'confirm' | 'recover'>(type: Type) => doneBy(type).extend({ since: Instant }).readonly();

export const FollowUpEvent = z.discriminatedUnion('type', [
  doneBy('take-up').readonly(),
  doneBy('measure').extend({ tenths: Tenths, symptoms: Symptoms }).readonly(),
  status('suspect'),
  status('confirm'),
  doneBy('refer')
    .extend({ to: z.string().min(1) })
    .readonly(),
  /** By the measurements here, or by the word of a clinic. */
  doneBy('clear')
    .extend({ since: Instant, ground: z.enum(['measurements', 'clinic']) })
    .readonly(),
  status('recover'),
  /** The latest status was wrong: under observation again, and the wrong line is kept. */
  doneBy('retract')
    .extend({ reason: z.string().min(1) })
    .readonly(),
  /** A status was true from another instant than was written down. */
  doneBy('redate')
    .extend({ entryId: z.string().min(1), since: Instant })
    .readonly(),
  doneBy('end')
    .extend({ reason: z.string().min(1) })
    .readonly(),
]);
export type FollowUpEvent = z.infer<typeof FollowUpEvent>;

export type FollowUpEffect =
  | { readonly type: 'status-recorded'; readonly entry: StatusEntry }
  | { readonly type: 'still-raised'; readonly personId: PersonId }
  /** Nobody looked in time. */
  | { readonly type: 'escalated'; readonly personId: PersonId; readonly to: string; readonly missed: number }
  /** Everybody there is was told, and still nobody looked. */
  | { readonly type: 'nobody-looks'; readonly personId: PersonId; readonly to: string; readonly missed: number };

export interface FollowUpTypes {
  readonly name: 'follow-up';
  readonly state: FollowUpState;
  readonly facts: FollowUpFacts;
  readonly event: FollowUpEvent;
  readonly effect: FollowUpEffect;
  readonly code: FollowUpCode;
  readonly guard:
    | 'is-ahead'
    | 'is-not-measured'
    | 'is-raised'
    | 'is-unknown-entry'
    | 'is-by-measurements'
    | 'lacks-measurements'
    | 'has-nobody-left';
}
