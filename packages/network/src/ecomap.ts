import { type Cadence, Fault, type PersonId } from '@linli/model';
import type { Network } from './build-network.ts';
import { compareIds } from './compare-ids.ts';

/** Convoy circles: 1 is nearest. Placed by how often somebody comes, since nobody was asked how close they feel. */
export type Ring = 1 | 2 | 3;

/** One person on the map. `name` is what is printed, so hand in other names where the picture leaves the office. */
export interface EcomapPerson {
  readonly id: PersonId;
  readonly name: string;
}

/** A tie as the map shows it, from the one who gives (`helperId`) to the one who receives. One of the two is the centre. */
export interface EcomapTie {
  readonly helperId: PersonId;
  readonly residentId: PersonId;
  readonly duty: string;
  readonly role: string;
  readonly cadence: Cadence;
  readonly ring: Ring;
}

/** One resident in the middle, and everybody tied to them either way. Ties run nearest ring first, then by id of the other person. */
export interface Ecomap {
  readonly center: EcomapPerson;
  readonly people: readonly EcomapPerson[];
  readonly ties: readonly EcomapTie[];
}

/**
 * The ecomap of one resident; `names` replaces the names on record. Who gives as well as receives has ties both ways.
 * @throws Fault `resident/unknown`
 */
export function ecomap(network: Network, residentId: PersonId, names: ReadonlyMap<PersonId, string> = new Map()): Ecomap {
  const resident = network.residents.get(residentId);
  if (resident === undefined) throw new Fault('resident/unknown', `no resident ${residentId} in this network`);
  const ties = [...(network.tiesTo.get(residentId) ?? []), ...(network.tiesFrom.get(residentId) ?? [])]
    .filter((tie) => tie.helperId !== tie.residentId)
    .map(({ helperId, residentId, duty, role, cadence }) => ({
      helperId,
      residentId,
      duty,
      role,
      cadence,
      ring: ringOf[cadence],
    }))
    .sort((a, b) => a.ring - b.ring || compareIds(otherThan(residentId, a), otherThan(residentId, b)));
  const others = [...new Set(ties.map((tie) => otherThan(residentId, tie)))];
  const person = (id: PersonId, onRecord: string): EcomapPerson => ({ id, name: names.get(id) ?? onRecord });
  return {
    center: person(residentId, resident.name),
    people: others.map((id) => person(id, network.helpers.get(id)?.name ?? network.residents.get(id)?.name ?? id)),
    ties,
  };
}

export const otherThan = (center: PersonId, tie: Pick<EcomapTie, 'helperId' | 'residentId'>): PersonId =>
  tie.helperId === center ? tie.residentId : tie.helperId;

const ringOf: Readonly<Record<Cadence, Ring>> = { daily: 1, weekly: 2, fortnightly: 2, monthly: 3, 'on-demand': 3 };
