import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';

/** What is known of somebody under follow-up. `ended`: followed up no longer, for a reason that is no recovery. */
export const CaseStatus = z.enum(['observed', 'suspected', 'confirmed', 'cleared', 'recovered', 'ended']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** One line of a status history. Lines are never changed: a wrong one is replaced by a later line. */
export const StatusEntry = z
  .strictObject({
    id: z.string().min(1),
    /** The follow-up it belongs to. */
    caseId: z.string().min(1),
    /** Its place among the lines of the follow-up, from 1. */
    number: z.int().positive(),
    personId: PersonId,
    status: CaseStatus,
    /** From when it is true. */
    since: Instant,
    /** When it was written down. */
    knownAt: Instant,
    by: PersonId,
    /** The line of the same follow-up that this one puts right; null for a line of its own. */
    replaces: z.string().min(1).nullable(),
  })
  .readonly();
export interface StatusEntry extends z.infer<typeof StatusEntry> {}

/**
 * The lines of one follow-up that no other one puts right, in the order in which their statuses followed one another: a
 * line that puts right an earlier one stands in its place. The last with `since` up to an instant is the status at that instant.
 */
export function standingLines(lines: readonly StatusEntry[]): readonly StatusEntry[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  const placeOf = ({ replaces, number }: StatusEntry): number => {
    const old = replaces === null ? undefined : byId.get(replaces);
    return old === undefined ? number : placeOf(old);
  };
  const replaced = new Set(lines.map(({ replaces }) => replaces));
  return lines.filter(({ id }) => !replaced.has(id)).toSorted((a, b) => placeOf(a) - placeOf(b));
}
