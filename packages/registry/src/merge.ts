import { type Decision, no, type PersonId, Resident, Tie, TieId, yes } from '@linli/model';
import * as z from 'zod';
import { type Register, withRecords } from './register.ts';
import type { RegistryCode } from './texts.ts';

/** A merge as it was done, with both residents and the given one's ties as they were: enough to take it back. */
export const Merge = z
  .strictObject({ kept: Resident, given: Resident, givenTies: z.array(Tie).readonly(), movedTies: z.array(TieId).readonly() })
  .readonly();
export interface Merge extends z.infer<typeof Merge> {}

export interface Merged {
  readonly register: Register;
  readonly merge: Merge;
}

const without = <Item extends { readonly id: string }>(list: readonly Item[], ids: readonly string[]): readonly Item[] => {
  const leaving = new Set(ids);
  return list.filter(({ id }) => !leaving.has(id));
};

const pointedAt = (tie: Tie, residentId: PersonId): Tie => ({
  ...tie,
  id: TieId.parse(`t-${residentId}-${tie.helperId}-${tie.duty}`),
  residentId,
});

const silent = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

/** What `kept` says, and where it is silent, what `given` says. */
function filled(kept: Resident, given: Resident): Resident {
  const entries = Object.entries(kept).map(([field, value]) => [field, silent(value) ? given[field as keyof Resident] : value]);
  return Resident.parse(Object.fromEntries(entries));
}

/**
 * Makes two residents one, by somebody's decision: `keep` stays and takes what only `give` knew, ties included.
 * Nothing merges by itself. Calls and services keep the id they were written under.
 */
export function merge(register: Register, keep: PersonId, give: PersonId): Decision<Merged, RegistryCode> {
  if (keep === give) return no('merge/same-person');
  const kept = register.residents.find(({ id }) => id === keep);
  const given = register.residents.find(({ id }) => id === give);
  if (kept === undefined) return no('merge/unknown-person', { id: keep });
  if (given === undefined) return no('merge/unknown-person', { id: give });

  const givenTies = register.ties.filter(({ residentId }) => residentId === give);
  const present = new Set<string>(register.ties.map(({ id }) => id));
  const moved = givenTies
    .filter(({ helperId }) => helperId !== keep) // nobody stands for a duty towards themselves
    .map((tie) => pointedAt(tie, keep))
    .filter(({ id }) => !present.has(id));
  return yes({
    register: {
      ...register,
      residents: withRecords(without(register.residents, [give]), [filled(kept, given)]),
      ties: withRecords(
        without(
          register.ties,
          givenTies.map(({ id }) => id),
        ),
        moved,
      ),
    },
    merge: { kept, given, givenTies, movedTies: moved.map(({ id }) => id) },
  });
}

/** Takes a merge back: both residents are as they were, and every tie is at its own end again. */
export function unmerge(register: Register, { kept, given, givenTies, movedTies }: Merge): Register {
  return {
    ...register,
    residents: withRecords(register.residents, [kept, given]),
    ties: withRecords(without(register.ties, movedTies), givenTies),
  };
}
