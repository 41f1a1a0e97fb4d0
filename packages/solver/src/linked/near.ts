import { offsets } from './groups.ts';
import type { LinkedInput } from './input.ts';

/** How many neighbours a service keeps on each side. */
const MOST_NEIGHBOURS = 24;

/** Services worth having right before (or right after) a service, the best first. */
export interface Near {
  readonly beforeFirst: Int32Array;
  readonly before: Int32Array;
  readonly afterFirst: Int32Array;
  readonly after: Int32Array;
  /** Helpers that may do service v: `helperFirst[v] .. helperFirst[v + 1] - 1`. */
  readonly helperFirst: Int32Array;
  readonly helperOf: Int32Array;
  /** Mean travel from a service to its five nearest successors: the size of an ordinary leg. */
  readonly leg: number;
}

/**
 * Nearness of "u, then v": the travel, a fifth of the wait that cannot be avoided, and the lateness that cannot.
 * Only services that share a helper are neighbours.
 */
export function nearServices(input: LinkedInput): Near {
  const services = input.place.length;
  const helpers = input.helperStart.length;
  // Who cannot even go straight home in time does nothing.
  const idle = Array.from({ length: helpers }, (_, h) => {
    const way = input.travel[input.helperStart[h]! * input.places + input.helperEnd[h]!]!;
    return input.helperLatest !== null && input.helperEarliest[h]! + way > input.helperLatest[h]!;
  });
  const able = Array.from({ length: services }, (_, v) => {
    const list: number[] = [];
    for (let h = 0; h < helpers; h++) if (!idle[h] && input.allowed[v * helpers + h] === 1) list.push(h);
    return list;
  });

  const cost = new Float64Array(services * services).fill(Number.POSITIVE_INFINITY);
  for (let u = 0; u < services; u++) {
    for (let v = 0; v < services; v++) {
      if (u === v || !able[u]!.some((h) => able[v]!.includes(h))) continue;
      const way = input.travel[input.place[u]! * input.places + input.place[v]!]!;
      const step = input.duration[u]! + way;
      const wait = input.earliest[v]! - step - Math.max(input.latest[u]!, input.earliest[u]!);
      const late = input.earliest[u]! + step - input.latest[v]!;
      cost[u * services + v] = way + Math.max(0, wait) / 5 + Math.max(0, late);
    }
  }
  const everyone = Array.from({ length: services }, (_, v) => v);
  const nearest = (costOf: (other: number) => number): number[] =>
    everyone
      .filter((other) => costOf(other) < Number.POSITIVE_INFINITY)
      .sort((a, b) => costOf(a) - costOf(b) || a - b)
      .slice(0, MOST_NEIGHBOURS);
  const before = everyone.map((v) => nearest((u) => cost[u * services + v]!));
  const after = everyone.map((v) => nearest((w) => cost[v * services + w]!));

  let legs = 0;
  let counted = 0;
  for (let v = 0; v < services; v++) {
    for (const w of after[v]!.slice(0, 5)) {
      legs += input.travel[input.place[v]! * input.places + input.place[w]!]!;
      counted++;
    }
  }
  return {
    beforeFirst: offsets(before),
    before: Int32Array.from(before.flat()),
    afterFirst: offsets(after),
    after: Int32Array.from(after.flat()),
    helperFirst: offsets(able),
    helperOf: Int32Array.from(able.flat()),
    leg: Math.max(1, counted === 0 ? 1 : legs / counted),
  };
}
