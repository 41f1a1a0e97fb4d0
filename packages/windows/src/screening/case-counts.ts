import { addDays, type Instant, instantAt, type LocalDate, type PersonId, type WallTime, type Zone } from '@linli/model';
import { type CaseStatus, type StatusEntry, standingLines } from './case-status.ts';

/** Everybody once, by the gravest of what their follow-ups say; ids in ascending order. */
export interface CaseCounts {
  readonly people: Readonly<Record<CaseStatus, readonly PersonId[]>>;
  /** How many are ill: confirmed. */
  readonly patients: number;
  readonly suspected: number;
}

/** Gravest first: one follow-up that was cleared says nothing against another that stands. */
const GRAVITY: readonly CaseStatus[] = ['confirmed', 'suspected', 'observed', 'recovered', 'cleared', 'ended'];

/**
 * How things stood at the end of the day `on`, as it was known at `knownAt`. The same question has the same answer for
 * ever, whatever is written down later. A correction known by then counts from the day it puts right.
 */
export function caseCounts(
  entries: readonly StatusEntry[],
  { on, zone, knownAt }: { readonly on: LocalDate; readonly zone: Zone; readonly knownAt: Instant },
): CaseCounts {
  const end = instantAt(addDays(on, 1), '00:00' as WallTime, zone);
  const known = entries.filter((entry) => entry.knownAt <= knownAt);
  const gravest = new Map<PersonId, CaseStatus>();
  for (const lines of Map.groupBy(known, ({ caseId }) => caseId).values()) {
    const line = standingLines(lines).findLast(({ since }) => since < end);
    if (line === undefined) continue;
    const other = gravest.get(line.personId);
    if (other === undefined || GRAVITY.indexOf(line.status) < GRAVITY.indexOf(other)) gravest.set(line.personId, line.status);
  }
  const who = (status: CaseStatus): readonly PersonId[] =>
    [...gravest].flatMap(([personId, is]) => (is === status ? [personId] : [])).sort();
  const people = Object.fromEntries(GRAVITY.map((status) => [status, who(status)])) as CaseCounts['people'];
  return { people, patients: people.confirmed.length, suspected: people.suspected.length };
}
