import type { Helper, Mention, PersonId, Resident } from '@linli/model';
import { printAddress } from '@linli/model';

type Person = Pick<Resident, 'id' | 'name' | 'grid'> & Partial<Pick<Resident, 'address'>> & Partial<Pick<Helper, 'role'>>;

/**
 * Everybody a mention may mean, in id order: none, exactly one, or several.
 * Each further fact narrows the choice only while it leaves somebody: a wrong grid must not make a known name unknown.
 */
export function resolveMention(mention: Mention, people: ReadonlyMap<string, readonly Person[]>): readonly PersonId[] {
  let candidates = people.get(mention.name) ?? [];
  const narrow = (fits: (person: Person) => boolean): void => {
    const left = candidates.filter(fits);
    if (left.length > 0) candidates = left;
  };
  const { address, grid, role } = mention;
  if (address !== null) narrow((person) => person.address != null && printAddress(person.address) === printAddress(address));
  if (grid !== null) narrow((person) => person.grid === grid);
  if (role !== null) narrow((person) => person.role === role);
  return candidates.map(({ id }) => id);
}

/** People by name, so that each mention looks at a handful. */
export function byName<One extends Person>(people: readonly One[]): ReadonlyMap<string, readonly One[]> {
  const index = new Map<string, One[]>();
  for (const person of people) {
    const namesakes = index.get(person.name);
    if (namesakes === undefined) index.set(person.name, [person]);
    else namesakes.push(person);
  }
  return index;
}
