/** How much later one visit begins than another, at least and at most; null where it is open. */
export interface Lags {
  readonly index: number;
  readonly first: number;
  readonly second: number;
  readonly min: number | null;
  readonly max: number | null;
}

/**
 * Of a ring of lags that no times can keep, the link that stands last in the input; undefined where there is no such ring.
 * Bellman and Ford from everywhere at once, by a queue of what moved. Where there is a ring, those who push each other close
 * one sooner or later: it is looked for whenever as many have moved as there are visits, which costs no more than the moves.
 */
export function contradictingLink<Link extends Lags>(links: readonly Link[]): Link | undefined {
  const { size, first, from, to, most, link } = arcsOf(links);
  const start = new Float64Array(size);
  /** The arc that moved a visit last, -1 for none. */
  const pushed = new Int32Array(size).fill(-1);
  const isQueued = new Uint8Array(size).fill(1);
  let queue = Array.from({ length: size }, (_, visit) => visit);
  let moves = 0;
  while (queue.length > 0) {
    const moved: number[] = [];
    for (const visit of queue) {
      isQueued[visit] = 0;
      for (let arc = first[visit]!; arc < first[visit + 1]!; arc++) {
        const other = to[arc]!;
        const latest = start[visit]! + most[arc]!;
        if (start[other]! <= latest) continue;
        start[other] = latest;
        pushed[other] = arc;
        if (isQueued[other] === 0) moved.push(other);
        isQueued[other] = 1;
        if (++moves % size > 0) continue;
        const ring = ringOf(pushed, from);
        if (ring.length > 0) return links[ring.reduce((last, arc) => Math.max(last, link[arc]!), 0)];
      }
    }
    queue = moved;
  }
  return undefined;
}

/** Arcs by the visit they leave, flat: `to` begins no later than `most` after `from`. Two for each link that is closed on both sides. */
function arcsOf(links: readonly Lags[]) {
  const numbers = new Map<number, number>();
  const numberOf = (visit: number): number => {
    const known = numbers.get(visit);
    if (known !== undefined) return known;
    numbers.set(visit, numbers.size);
    return numbers.size - 1;
  };
  const ends = Int32Array.from(links.flatMap(({ first, second }) => [numberOf(first), numberOf(second)]));
  const size = numbers.size;
  const first = new Int32Array(size + 1);
  for (const [at, { min, max }] of links.entries()) {
    if (max !== null) first[ends[2 * at]! + 1]!++;
    if (min !== null) first[ends[2 * at + 1]! + 1]!++;
  }
  for (let visit = 0; visit < size; visit++) first[visit + 1]! += first[visit]!;
  const from = new Int32Array(first[size]!);
  const to = new Int32Array(from.length);
  const most = new Float64Array(from.length);
  const link = new Int32Array(from.length);
  const free = first.slice();
  const add = (a: number, b: number, lag: number, at: number): void => {
    const arc = free[a]!++;
    from[arc] = a;
    to[arc] = b;
    most[arc] = lag;
    link[arc] = at;
  };
  for (const [at, { min, max }] of links.entries()) {
    if (max !== null) add(ends[2 * at]!, ends[2 * at + 1]!, max, at);
    if (min !== null) add(ends[2 * at + 1]!, ends[2 * at]!, -min, at);
  }
  return { size, first, from, to, most, link };
}

/** The arcs of a ring among visits that were last moved by each other; empty where there is none. */
function ringOf(pushed: Int32Array, from: Int32Array): number[] {
  const seenFrom = new Int32Array(pushed.length).fill(-1);
  for (let start = 0; start < pushed.length; start++) {
    let at = start;
    while (seenFrom[at] === -1 && pushed[at] !== -1) {
      seenFrom[at] = start;
      at = from[pushed[at]!]!;
    }
    if (pushed[at] === -1 || seenFrom[at] !== start) continue;
    const ring: number[] = [];
    for (let arc = pushed[at]!; ring[0] !== arc; arc = pushed[from[arc]!]!) ring.push(arc);
    return ring;
  }
  return [];
}
