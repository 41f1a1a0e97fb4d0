import { type Decision, Text, WallTime, Zone } from '@linli/model';
import * as z from 'zod';
import { parseLocated } from '../parse-located.ts';

/** The six steps of standard case work, in their only order. Their words are under `case-file-state/…`. */
export const CaseStep = z.enum(['intake', 'assessment', 'plan', 'intervention', 'evaluation', 'closing']);
export type CaseStep = z.infer<typeof CaseStep>;

const Days = z.int().min(1).max(3660);

export type CaseFileDefinitionCode = 'case-file/malformed';

/**
 * How one organisation paces its case work. The steps and their order are the profession's; the days are theirs.
 * All days are calendar days in `zone`, and a review falls due at `reviewTime`.
 */
export const CaseFileDefinition = z
  .strictObject({
    format: z.literal('linli-case-file/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    zone: Zone,
    reviewTime: WallTime,
    /** From the beginning of a step, or from its last review, to its next review. `referral`: until somebody opens the file. */
    reviewDays: z
      .strictObject({
        referral: Days,
        intake: Days,
        assessment: Days,
        plan: Days,
        intervention: Days,
        evaluation: Days,
        closing: Days,
      })
      .readonly(),
    /** From one missed review to the next reminder. */
    repeatDays: Days,
    /** Whom to tell from this many missed reviews in a row on. */
    supervision: z.strictObject({ role: z.string().min(1), fromMissed: z.int().min(2) }).readonly(),
    /** How long a closed file may still be reopened; after that a new one is opened. */
    reopenDays: Days,
  })
  .readonly();
export interface CaseFileDefinition extends z.infer<typeof CaseFileDefinition> {}

/** A definition from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseCaseFileDefinition = (input: unknown): Decision<CaseFileDefinition, CaseFileDefinitionCode> =>
  parseLocated(CaseFileDefinition, 'case-file/malformed', input);
