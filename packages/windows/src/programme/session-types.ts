import { Instant, PersonId, Span } from '@linli/model';
import * as z from 'zod';
import { doneBy } from '../process/happened.ts';
import type { ContactEffect } from './contact.ts';
import { Programme } from './programme.ts';
import type { SessionCode } from './session-texts.ts';

/** `unknown`: nobody said, or somebody took back what was said. It is never the same as absent. */
export const Mark = z.enum(['present', 'absent', 'excused', 'unknown']);
export type Mark = z.infer<typeof Mark>;

const Said = z.strictObject({ mark: Mark, at: Instant, by: PersonId }).readonly();

/** What is said of one person at one session now, and everything that was said before, oldest first. */
const Attendance = z
  .strictObject({ personId: PersonId, mark: Mark, at: Instant, by: PersonId, was: z.array(Said).readonly() })
  .readonly();
export type Attendance = z.infer<typeof Attendance>;

export const SessionState = z.enum(['planned', 'open', 'unconfirmed', 'held', 'filed', 'cancelled', 'moved']);
export type SessionState = z.infer<typeof SessionState>;

export const SessionFacts = z
  .strictObject({
    programme: Programme,
    sessionNumber: z.int().positive(),
    span: Span,
    /** Who runs it and is asked whether it was held. */
    leaderId: PersonId,
    expected: z.array(PersonId).readonly(),
    attendance: z.array(Attendance).readonly(),
    /** When somebody is next asked whether it was held. */
    askAt: Instant,
    /** The end of corrections; null before it was held. */
    fileAt: Instant.nullable(),
    /** The words of whoever cancelled or moved it. */
    why: z.string().nullable(),
    movedTo: z
      .strictObject({ sessionId: z.string().min(1), span: Span })
      .readonly()
      .nullable(),
  })
  .readonly();
export interface SessionFacts extends z.infer<typeof SessionFacts> {}

export const SessionEvent = z.discriminatedUnion('type', [
  doneBy('open').readonly(),
  /** Of one person; a second mark is a correction and keeps the first. */
  doneBy('mark').extend({ personId: PersonId, mark: Mark }).readonly(),
  doneBy('hold').readonly(),
  doneBy('cancel')
    .extend({ reason: z.string().min(1) })
    .readonly(),
  doneBy('move')
    .extend({ reason: z.string().min(1), sessionId: z.string().min(1), span: Span })
    .readonly(),
]);
export type SessionEvent = z.infer<typeof SessionEvent>;

export type SessionEffect =
  | ContactEffect
  /** What was taken for a contact was none. */
  | { readonly type: 'contact-withdrawn'; readonly programmeId: string; readonly personId: PersonId; readonly metAt: Instant }
  | { readonly type: 'attendance-corrected'; readonly personId: PersonId; readonly was: Mark; readonly mark: Mark }
  | { readonly type: 'ask-whether-held'; readonly leaderId: PersonId; readonly sessionNumber: number }
  /** Proof of the leader's service, and whom nobody has said anything of. */
  | {
      readonly type: 'session-held';
      readonly leaderId: PersonId;
      readonly sessionNumber: number;
      readonly span: Span;
      readonly by: PersonId;
      readonly presentIds: readonly PersonId[];
      readonly unknownIds: readonly PersonId[];
    }
  | { readonly type: 'session-filed'; readonly presentIds: readonly PersonId[]; readonly unknownIds: readonly PersonId[] }
  | { readonly type: 'tell-cancelled'; readonly personIds: readonly PersonId[]; readonly reason: string }
  | {
      readonly type: 'session-moved';
      readonly sessionId: string;
      readonly span: Span;
      readonly personIds: readonly PersonId[];
      readonly reason: string;
    };

export interface SessionTypes {
  readonly name: 'session';
  readonly state: SessionState;
  readonly facts: SessionFacts;
  readonly event: SessionEvent;
  readonly effect: SessionEffect;
  readonly code: SessionCode;
  readonly guard: 'is-no-member' | 'is-over-capacity' | 'is-the-same' | 'is-correction' | 'goes-back';
}
