import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { doneBy } from '../process/happened.ts';
import { CaseFileDefinition, CaseStep } from './case-file-definition.ts';
import { Why } from './why.ts';

/** The key of a case note that is kept elsewhere, under the rules of confidentiality. No blanks: a note cannot hide in it. */
const NoteId = z.string().regex(/^[\w:./-]{1,64}$/);

export const CaseFileState = z.enum([
  'not-begun',
  'referred',
  ...CaseStep.options,
  'closed',
  'refused',
  'transferred',
  'deceased',
  'archived',
]);
export type CaseFileState = z.infer<typeof CaseFileState>;

/** What came of the plan, as far as the evaluation could see. A file whose result nobody knows yet stays in evaluation. */
const CaseResult = z.enum(['met', 'partly', 'not-met']);

/** What a case file knows. No note, no diagnosis, no name: ids and codes only. */
export const CaseFileFacts = z
  .strictObject({
    /** The edition it was opened under; a later one does not reach it. */
    definition: CaseFileDefinition,
    residentId: PersonId,
    /** The one worker who answers for it; null until it is opened. */
    workerId: PersonId.nullable(),
    /** Which note closed which step, oldest first; a step done again has its old note too. */
    notes: z.array(z.strictObject({ step: CaseStep, noteId: NoteId }).readonly()).readonly(),
    /** The next review; null where none is due any more. */
    reviewAt: Instant.nullable(),
    /** Missed in a row; 0 after a review or a new step. */
    missedReviews: z.int().nonnegative(),
    /** Of the evaluation that stands; going back takes it away. */
    result: CaseResult.nullable(),
    /** Of the last step back, reopening or end. */
    why: Why.nullable(),
    /** Who goes on with a transferred case. */
    toOrganisation: z.string().min(1).nullable(),
    /** Until then, and not at it, a closed file may be reopened. */
    reopenUntil: Instant.nullable(),
  })
  .readonly();
export interface CaseFileFacts extends z.infer<typeof CaseFileFacts> {}

const stepDone = <Type extends string>(type: Type) => doneBy(type).extend({ noteId: NoteId });
const forReason = <Type extends string>(type: Type) => doneBy(type).extend({ why: Why });

export const CaseFileEvent = z.discriminatedUnion('type', [
  /** Somebody sees that an elder may need case work. */
  doneBy('referred').readonly(),
  doneBy('opened').extend({ workerId: PersonId }).readonly(),
  /** Each of these ends one step and begins the next. */
  stepDone('accepted').readonly(),
  stepDone('assessed').readonly(),
  stepDone('planned').readonly(),
  stepDone('intervened').readonly(),
  stepDone('evaluated').extend({ result: CaseResult }).readonly(),
  stepDone('closed').readonly(),
  /** Looked at again; the step goes on. */
  stepDone('reviewed').readonly(),
  forReason('went-back')
    .extend({ to: z.enum(['assessment', 'plan', 'intervention', 'evaluation']) })
    .readonly(),
  forReason('reopened').readonly(),
  /** To another worker of the same organisation; the file goes on. */
  forReason('handed-over').extend({ toWorkerId: PersonId }).readonly(),
  /** The elder does not want the service. */
  forReason('service-refused').readonly(),
  forReason('transferred')
    .extend({ toOrganisation: z.string().min(1) })
    .readonly(),
  doneBy('died').readonly(),
]);
export type CaseFileEvent = z.infer<typeof CaseFileEvent>;

/** What the host should do. `how` a file ended tells which other duties must now be looked at. */
export type CaseFileEffect = { readonly residentId: PersonId } & (
  | { readonly type: 'file-opened'; readonly workerId: PersonId }
  | {
      readonly type: 'review-overdue' | 'supervisor-told';
      readonly workerId: PersonId | null;
      readonly step: 'referral' | CaseStep;
      readonly missedReviews: number;
      /** Whom to tell: null where it is the worker. */
      readonly role: string | null;
    }
  | { readonly type: 'notes-handed-over'; readonly toWorkerId: PersonId; readonly noteIds: readonly string[] }
  | {
      readonly type: 'file-ended';
      readonly how: 'closed' | 'refused' | 'transferred' | 'deceased';
      readonly toOrganisation: string | null;
    }
  | { readonly type: 'file-archived' }
);

/** Another step was asked for than the one whose turn it is. */
type OutOfTurn =
  | 'case-file/needs-opening'
  | 'case-file/needs-intake'
  | 'case-file/needs-assessment'
  | 'case-file/needs-plan'
  | 'case-file/needs-intervention'
  | 'case-file/needs-evaluation'
  | 'case-file/step-done';

export type CaseFileCode =
  | OutOfTurn
  | 'case-file/referred'
  | 'case-file/opened'
  | 'case-file/accepted'
  | 'case-file/assessed'
  | 'case-file/planned'
  | 'case-file/intervened'
  | 'case-file/evaluated'
  | 'case-file/closed'
  | 'case-file/reviewed'
  | 'case-file/went-back'
  | 'case-file/not-a-step-back'
  | 'case-file/reopened'
  | 'case-file/handed-over'
  | 'case-file/same-worker'
  | 'case-file/refused'
  | 'case-file/transferred'
  | 'case-file/deceased'
  | 'case-file/review-overdue'
  | 'case-file/supervisor-told'
  | 'case-file/archived';

export interface CaseFileTypes {
  readonly name: 'case-file';
  readonly state: CaseFileState;
  readonly facts: CaseFileFacts;
  readonly event: CaseFileEvent;
  readonly effect: CaseFileEffect;
  readonly code: CaseFileCode;
  readonly guard:
    | 'back-to-assessment'
    | 'back-to-plan'
    | 'back-to-intervention'
    | 'back-to-evaluation'
    | 'is-same-worker'
    | 'is-missed-often';
}
