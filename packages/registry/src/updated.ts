import type { Resident } from '@linli/model';

/** What the file knows replaces what was known; where the file is silent, what was known stays. */
export function updated<Item extends object>(known: Item, said: Partial<Item>): Item {
  const entries = Object.entries(said).filter(([, value]) => value !== null && !(Array.isArray(value) && value.length === 0));
  return { ...known, ...Object.fromEntries(entries) };
}

/** A dated arrangement says nothing of the time before it, so what was known of that time stays. */
export function updatedLiving(known: Resident['living'], said: Resident['living']): Resident['living'] {
  const [first] = said;
  if (first === undefined) return known;
  const { from } = first;
  if (from === null) return said.length === 1 && known.at(-1)?.kind === first.kind ? known : said;
  return [...known.filter((living) => living.from === null || living.from < from), ...said];
}
