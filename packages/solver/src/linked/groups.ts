import type { LinkedInput } from './input.ts';

/** Services that are tied together move, and are left out, together: the connected parts of the links. */
export interface Groups {
  readonly count: number;
  readonly groupOf: Int32Array;
  /** Members of group g are `member[first[g]] .. member[first[g + 1] - 1]`. */
  readonly first: Int32Array;
  readonly member: Int32Array;
  /** Arcs inside group g, `arcFirst[g] .. arcFirst[g + 1] - 1`: start(arcTo) >= start(arcFrom) + arcLag. */
  readonly arcFirst: Int32Array;
  readonly arcFrom: Int32Array;
  readonly arcTo: Int32Array;
  readonly arcLag: Int32Array;
  /** Two members and one link: members are in the link's order and these are its lags. */
  readonly isPair: Uint8Array;
  readonly pairMin: Int32Array;
  readonly pairMax: Int32Array;
  /** Per service: `tieFirst[v] .. tieFirst[v + 1] - 1` in `tieTo`, with `tieKind` 0 any, 1 other, 2 same helper. */
  readonly tieFirst: Int32Array;
  readonly tieTo: Int32Array;
  readonly tieKind: Uint8Array;
  /** The smallest and largest start(tieTo) - start(v) that the tie allows. */
  readonly tieMin: Int32Array;
  readonly tieMax: Int32Array;
}

const kindOf = { any: 0, other: 1, same: 2 } as const;

export function groupServices(input: LinkedInput): Groups {
  const services = input.place.length;
  const root = Int32Array.from({ length: services }, (_, v) => v);
  const find = (v: number): number => {
    let r = v;
    while (root[r] !== r) r = root[r]!;
    return r;
  };
  for (const { first, second } of input.links) {
    const a = find(first);
    const b = find(second);
    root[Math.max(a, b)] = Math.min(a, b);
  }

  const groupOf = new Int32Array(services).fill(-1);
  const members: number[][] = [];
  for (let v = 0; v < services; v++) {
    const r = find(v);
    if (groupOf[r] === -1) groupOf[r] = members.push([]) - 1;
    groupOf[v] = groupOf[r]!;
    members[groupOf[v]!]!.push(v);
  }
  const count = members.length;
  const links = members.map(() => [] as LinkedInput['links'][number][]);
  for (const link of input.links) links[groupOf[link.first]!]!.push(link);

  const isPair = new Uint8Array(count);
  const pairMin = new Int32Array(count);
  const pairMax = new Int32Array(count);
  for (let g = 0; g < count; g++) {
    const [link, more] = links[g]!;
    if (link === undefined || more !== undefined || members[g]!.length !== 2) continue;
    isPair[g] = 1;
    members[g] = [link.first, link.second];
    pairMin[g] = link.minLag;
    pairMax[g] = link.maxLag;
  }

  const arcs = links.map((inside) =>
    inside.flatMap(({ first, second, minLag, maxLag }) => [
      [first, second, minLag],
      [second, first, -maxLag],
    ]),
  );
  const ties: [number, number, number, number][][] = Array.from({ length: services }, () => []);
  for (const { first, second, minLag, maxLag, helpers } of input.links) {
    ties[first]!.push([second, kindOf[helpers], minLag, maxLag]);
    ties[second]!.push([first, kindOf[helpers], -maxLag, -minLag]);
  }
  return {
    count,
    groupOf,
    first: offsets(members),
    member: Int32Array.from(members.flat()),
    arcFirst: offsets(arcs),
    arcFrom: Int32Array.from(arcs.flat(), (arc) => arc[0]!),
    arcTo: Int32Array.from(arcs.flat(), (arc) => arc[1]!),
    arcLag: Int32Array.from(arcs.flat(), (arc) => arc[2]!),
    isPair,
    pairMin,
    pairMax,
    tieFirst: offsets(ties),
    tieTo: Int32Array.from(ties.flat(), (tie) => tie[0]),
    tieKind: Uint8Array.from(ties.flat(), (tie) => tie[1]),
    tieMin: Int32Array.from(ties.flat(), (tie) => tie[2]),
    tieMax: Int32Array.from(ties.flat(), (tie) => tie[3]),
  };
}

/** Where each list begins when all are laid end to end, and where the last one ends. */
function offsets(lists: readonly { readonly length: number }[]): Int32Array {
  const at = new Int32Array(lists.length + 1);
  lists.forEach((list, i) => {
    at[i + 1] = at[i]! + list.length;
  });
  return at;
}
