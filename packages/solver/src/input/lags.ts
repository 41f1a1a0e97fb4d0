/** One of two visits begins no later than `most` after the other. */
interface Arc {
  readonly from: number;
  readonly to: number;
  readonly most: number;
  readonly link: Lags;
}

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
 * Bellman and Ford from everywhere at once, by a queue of what moved. Where there is a ring, those that push each other close
 * one sooner or later: it is looked for whenever as many have moved as there are visits, which costs no more than the moves.
 */
export function contradictingLink<Link extends Lags>(links: readonly Link[]): Link | undefined {
  const numbers = new Map<number, number>();
  const numberOf = (visit: number): number => {
    const known = numbers.get(visit) ?? numbers.size;
    numbers.set(visit, known);
    return known;
  };
  const arcs = tightest(links, numberOf);
  const size = numbers.size;
  const start = new Float64Array(size);
  const pusher: ((typeof arcs)[number][number] | undefined)[] = Array.from({ length: size }, () => undefined);
  const isQueued = new Uint8Array(size).fill(1);
  let queue = Array.from({ length: size }, (_, visit) => visit);
  let moves = 0;
  while (queue.length > 0) {
    const next: number[] = [];
    for (const visit of queue) {
      isQueued[visit] = 0;
      for (const arc of arcs[visit] ?? []) {
        const latest = start[visit]! + arc.most;
        if (start[arc.to]! <= latest) continue;
        start[arc.to] = latest;
        pusher[arc.to] = arc;
        if (isQueued[arc.to] === 0) next.push(arc.to);
        isQueued[arc.to] = 1;
        if (++moves % size === 0) {
          const ring = ringOf(pusher);
          if (ring !== undefined) return ring.reduce((last, { link }) => (link.index > last.index ? link : last), ring[0]!.link);
        }
      }
    }
    queue = next;
  }
  return undefined;
}

/** The arcs that leave each visit; of several between the same two the tightest. */
function tightest<Link extends Lags>(links: readonly Link[], numberOf: (visit: number) => number) {
  const arcs: Map<number, Arc & { readonly link: Link }>[] = [];
  const add = (from: number, to: number, most: number, link: Link): void => {
    arcs[from] ??= new Map();
    const known = arcs[from].get(to);
    if (known === undefined || most < known.most) arcs[from].set(to, { from, to, most, link });
  };
  for (const link of links) {
    const first = numberOf(link.first);
    const second = numberOf(link.second);
    if (link.max !== null) add(first, second, link.max, link);
    if (link.min !== null) add(second, first, -link.min, link);
  }
  return Array.from(arcs, (leaving) => (leaving === undefined ? [] : [...leaving.values()]));
}

/** A ring among those who were last pushed by each other. */
function ringOf<Pusher extends Arc>(pusher: readonly (Pusher | undefined)[]): Pusher[] | undefined {
  const seenFrom = new Int32Array(pusher.length).fill(-1);
  for (let start = 0; start < pusher.length; start++) {
    let at = start;
    while (seenFrom[at] === -1 && pusher[at] !== undefined) {
      seenFrom[at] = start;
      at = pusher[at]!.from;
    }
    if (pusher[at] === undefined || seenFrom[at] !== start) continue;
    const ring: Pusher[] = [];
    for (let arc = pusher[at]!; ring[0] !== arc; arc = pusher[arc.from]!) ring.push(arc);
    return ring;
  }
  return undefined;
}
