import { Instant, LocalDate, PersonId } from '@linli/model';
import * as z from 'zod';
import { LadderDefinition } from './ladder-definition.ts';
import { KnownBy, Outcome } from './outcome.ts';

/** Somebody with a key, in the order of asking. `verifiedOn`: when the key last opened the door; null: never tried. */
export const KeyHolder = z.strictObject({ personId: PersonId, verifiedOn: LocalDate.nullable() }).readonly();
export interface KeyHolder extends z.infer<typeof KeyHolder> {}

/** Whether the resident, or the family for them, agreed in advance to a forced entry. `not-asked` is unknown, and no yes. */
export const EntryConsent = z.enum(['yes', 'no', 'not-asked']);
export type EntryConsent = z.infer<typeof EntryConsent>;

export const AnswerKind = z.enum(['acknowledged', 'declined', 'no-reply']);
export type AnswerKind = z.infer<typeof AnswerKind>;

const Answer = z.strictObject({ personId: PersonId, answer: AnswerKind, at: Instant }).readonly();

/** One rung in one round: when it was asked, who was, what they said, when the ladder went past it. */
export const RungRecord = z
  .strictObject({
    round: z.int().positive(),
    rung: z.string(),
    step: z.int().nonnegative(),
    askedAt: Instant,
    /** Whom the host asked, by name; null until it says so. Empty: it found nobody in that role. */
    people: z.array(PersonId).readonly().nullable(),
    /** In order; somebody's last one counts. */
    answers: z.array(Answer).readonly(),
    /** When its quorum brought the ladder to rest, which a rung does once. */
    attendedAt: Instant.nullable(),
    passedAt: Instant.nullable(),
  })
  .readonly();
export interface RungRecord extends z.infer<typeof RungRecord> {}

const Knock = z.strictObject({ at: Instant, by: PersonId.nullable() }).readonly();
const KeyAsk = z
  .strictObject({ round: z.int().positive(), step: z.int().nonnegative(), personId: PersonId, at: Instant })
  .readonly();

/** `entered` says that somebody is in the home, and nothing about the resident. `chained`: the key turns, a chain holds. */
export const EntryResult = z.enum(['entered', 'key-failed', 'unavailable', 'chained']);
export type EntryResult = z.infer<typeof EntryResult>;

const Entry = z.strictObject({ at: Instant, by: PersonId, keyHolderId: PersonId.nullable(), result: EntryResult }).readonly();
const Flag = z.strictObject({ at: Instant, by: PersonId, code: z.string() }).readonly();
const Note = z.strictObject({ at: Instant, by: PersonId, text: z.string(), seenAt: Instant.nullable() }).readonly();
const Report = z
  .strictObject({ at: Instant, by: PersonId, role: z.string().nullable(), outcome: Outcome, known: KnownBy })
  .readonly();
export interface Report extends z.infer<typeof Report> {}

/** What a ladder knows of one resident and one unanswered knock. Nothing is ever taken out of it. */
export const LadderFacts = z
  .strictObject({
    /** Whole, so that a later edition judges no ladder that has begun. */
    definition: LadderDefinition,
    residentId: PersonId,
    keyHolders: z.array(KeyHolder).readonly(),
    consent: EntryConsent,
    /** 0 before the first knock; another begins when there is a new reason after nobody confirmed. */
    round: z.int().nonnegative(),
    /** The step of the definition asked last in this round; -1 before the first. */
    step: z.int().min(-1),
    /** The next deadline; null where it waits for people. */
    until: Instant.nullable(),
    /** The wait that runs was given again after a silence of the machine. */
    isResumed: z.boolean(),
    /** The rung whose people are on their way; null while nobody is. */
    attendedBy: z.string().nullable(),
    /** Since when there is a reason to fear the worst: a flag, a fall, a chain on the door. It never ends. */
    urgentSince: Instant.nullable(),
    /** When this round called the emergency services. */
    emergencyAt: Instant.nullable(),
    knocks: z.array(Knock).readonly(),
    rungs: z.array(RungRecord).readonly(),
    keyAsks: z.array(KeyAsk).readonly(),
    entries: z.array(Entry).readonly(),
    flags: z.array(Flag).readonly(),
    notes: z.array(Note).readonly(),
    reports: z.array(Report).readonly(),
  })
  .readonly();
export interface LadderFacts extends z.infer<typeof LadderFacts> {}
