import { Instant, LocalDate, PersonId } from '@linli/model';
import * as z from 'zod';
import { Why } from '../case-file/why.ts';
import { doneBy, happened } from '../process/happened.ts';
import { TrainingRecord } from './training-record.ts';
import { VolunteerDefinition } from './volunteer-definition.ts';

export const VolunteerState = z.enum(['prospect', 'applied', 'screened', 'trained', 'active', 'paused', 'rejected', 'left']);
export type VolunteerState = z.infer<typeof VolunteerState>;

/** What the intake knows of one volunteer. */
export const VolunteerFacts = z
  .strictObject({
    /** The edition of the rules they came under; a later one does not reach them. */
    definition: VolunteerDefinition,
    personId: PersonId,
    /** Null: nobody knows the age, which is never read as grown up. */
    isMinor: z.boolean().nullable(),
    /** Who answers for a minor; null while there is none. */
    guardianId: PersonId.nullable(),
    trainings: z.array(TrainingRecord).readonly(),
    /** When the next required course runs out. */
    expiryAt: Instant.nullable(),
    /** When somebody asks how they are, while active. */
    quietAt: Instant.nullable(),
    /** When the return is talked about, while paused. */
    returnAt: Instant.nullable(),
    /** The first instant of a new application, after a refusal. */
    reapplyFrom: Instant.nullable(),
    /** Of the last refusal, pause or exit. */
    why: Why.nullable(),
  })
  .readonly();
export interface VolunteerFacts extends z.infer<typeof VolunteerFacts> {}

export const VolunteerEvent = z.discriminatedUnion('type', [
  doneBy('applied').readonly(),
  /** Age and guardian as far as they are known; both are told together, so that neither outlives the other. */
  doneBy('age-told').extend({ isMinor: z.boolean().nullable(), guardianId: PersonId.nullable() }).readonly(),
  doneBy('screened').readonly(),
  doneBy('rejected').extend({ why: Why }).readonly(),
  doneBy('course-passed').extend({ record: TrainingRecord }).readonly(),
  doneBy('activated').readonly(),
  /** A service was done; it says that they are there. */
  happened('served').readonly(),
  /** `returnOn`: the first day they are there again; null where nobody knows. */
  doneBy('paused').extend({ why: Why, returnOn: LocalDate.nullable() }).readonly(),
  doneBy('left').extend({ why: Why }).readonly(),
]);
export type VolunteerEvent = z.infer<typeof VolunteerEvent>;

/** What the host should do. Each is a question or a message: none changes where the volunteer stands. */
export type VolunteerEffect = { readonly personId: PersonId } & (
  | { readonly type: 'guardian-asked' }
  | { readonly type: 'course-expired'; readonly courses: readonly string[] }
  | { readonly type: 'well-being-asked' }
  | { readonly type: 'return-proposed' }
  /** Their duties need other hands; `until` when they hope to be back, null where that is not known or not meant. */
  | { readonly type: 'duties-handed-over'; readonly until: Instant | null }
);

export type VolunteerCode =
  | 'volunteer/applied'
  | 'volunteer/applied-again'
  | 'volunteer/too-soon'
  | 'volunteer/age-noted'
  | 'volunteer/own-guardian'
  | 'volunteer/paused-for-guardian'
  | 'volunteer/age-unknown'
  | 'volunteer/guardian-needed'
  | 'volunteer/screened'
  | 'volunteer/screened-and-trained'
  | 'volunteer/rejected'
  | 'volunteer/course-noted'
  | 'volunteer/course-not-yet'
  | 'volunteer/trained'
  | 'volunteer/course-needed'
  | 'volunteer/activated'
  | 'volunteer/returned'
  | 'volunteer/served'
  | 'volunteer/return-in-past'
  | 'volunteer/paused'
  | 'volunteer/left'
  | 'volunteer/course-expired'
  | 'volunteer/quiet'
  | 'volunteer/return-due'
  | 'volunteer/course-expired-and-quiet'
  | 'volunteer/course-expired-and-return-due';

export interface VolunteerTypes {
  readonly name: 'volunteer';
  readonly state: VolunteerState;
  readonly facts: VolunteerFacts;
  readonly event: VolunteerEvent;
  readonly effect: VolunteerEffect;
  readonly code: VolunteerCode;
  readonly guard:
    | 'is-too-soon'
    | 'is-own-guardian'
    | 'would-be-unguarded'
    | 'is-age-unknown'
    | 'lacks-guardian'
    | 'has-all-courses'
    | 'begins-later'
    | 'completes-courses'
    | 'lacks-course'
    | 'returns-in-past'
    | 'is-course-due'
    | 'are-both-due';
}
