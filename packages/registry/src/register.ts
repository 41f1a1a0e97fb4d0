import type { Call, Helper, Resident, Resource, ServiceRecord, Tie } from '@linli/model';

/** Everybody and everything the community has written down. Each list is in id order; ids are unique within it. */
export interface Register {
  readonly residents: readonly Resident[];
  readonly helpers: readonly Helper[];
  readonly ties: readonly Tie[];
  readonly calls: readonly Call[];
  readonly services: readonly ServiceRecord[];
  readonly resources: readonly Resource[];
}

export const emptyRegister: Register = { residents: [], helpers: [], ties: [], calls: [], services: [], resources: [] };

/** The list with each of `records` put in the place of the one that has its id, or added; in id order. */
export function withRecords<Item extends { readonly id: string }>(
  list: readonly Item[],
  records: Iterable<Item>,
): readonly Item[] {
  const byId = new Map(list.map((item) => [item.id, item]));
  for (const record of records) byId.set(record.id, record);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
