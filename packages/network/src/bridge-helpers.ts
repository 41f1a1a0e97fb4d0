import type { PersonId } from '@linli/model';
import type { Network } from './build-network.ts';

/**
 * Helpers whose leaving would split a part of the community in two, in order of id: the articulation points of the
 * graph of people and ties, by Tarjan's low link. Iterative, so a chain of any length is safe; linear in people and ties.
 */
export function bridgeHelpers(network: Network): readonly PersonId[] {
  const neighbours = neighboursOf(network);
  const order = new Map<PersonId, number>();
  const low = new Map<PersonId, number>();
  const found = new Set<PersonId>();
  for (const root of neighbours.keys()) {
    if (order.has(root)) continue;
    let rootChildren = 0;
    const path = [visit(root)];
    for (let here = path.at(-1); here !== undefined; here = path.at(-1)) {
      const next = here.left.pop();
      if (next !== undefined) {
        const seen = order.get(next);
        if (seen === undefined) path.push(visit(next));
        else lower(here.id, seen);
        continue;
      }
      path.pop();
      const parent = path.at(-1)?.id;
      if (parent === undefined) continue;
      lower(parent, low.get(here.id)!);
      // The top of a search splits its part by having two branches; anybody else by a branch that never reaches above.
      if (parent === root) rootChildren += 1;
      else if (low.get(here.id)! >= order.get(parent)!) found.add(parent);
    }
    if (rootChildren > 1) found.add(root);
  }
  return [...network.helpers.keys()].filter((id) => found.has(id));

  function visit(id: PersonId): { readonly id: PersonId; readonly left: PersonId[] } {
    order.set(id, order.size);
    low.set(id, order.get(id)!);
    return { id, left: [...neighbours.get(id)!] };
  }
  function lower(id: PersonId, to: number): void {
    if (to < low.get(id)!) low.set(id, to);
  }
}

/** Without direction; somebody who gives and receives is one node. */
function neighboursOf({ residents, helpers, ties }: Network): ReadonlyMap<PersonId, ReadonlySet<PersonId>> {
  const neighbours = new Map([...residents.keys(), ...helpers.keys()].map((id) => [id, new Set<PersonId>()]));
  for (const { residentId, helperId } of ties) {
    if (residentId === helperId) continue;
    neighbours.get(residentId)!.add(helperId);
    neighbours.get(helperId)!.add(residentId);
  }
  return neighbours;
}
