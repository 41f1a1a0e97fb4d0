import { carries, keepsApart } from './limits.ts';
import type { Tours } from './tours.ts';
import { workCost } from './work-cost.ts';

/** A place for a visit, with the starts it allows there: not all between `first` and `last` where windows have gaps. */
export interface Spot {
  readonly tour: number;
  readonly slot: number;
  readonly position: number;
  readonly extra: number;
  readonly first: number;
  readonly last: number;
  /** The first start, where it is one to wait for, else NaN. */
  readonly hold: number;
  /** What the visit costs there at its first start, without what others are pushed. */
  readonly cost: number;
  /** How much of the cost is for the hour. */
  readonly hour: number;
}

/** The `most` cheapest places where a visit can start between `earliest` and `latest`, cheapest first. Of empty tours alike it takes two. */
export function spotsOf(tours: Tours, visit: number, earliest: number, latest: number, most: number): Spot[] {
  const { table } = tours;
  const { helperOf, helpers, maxVisits, maxWork, frame, wayPrice } = table;
  const duration = table.durations[visit]!;
  const served = frame.servedOf[visit]!;
  const knows = served !== -1 && tours.facesOf[served]! > 0 ? frame.problem.weights.continuity : 0;
  const isSpaced = frame.spacingsOf[visit]!.length > 0;
  const largest = tours.latest;
  const seen = new Map<number, number>();
  const spots: Spot[] = [];
  /** Once the list is full nothing as dear as its last. */
  let dearest = Number.POSITIVE_INFINITY;
  for (let list = table.toursFrom[visit]!; list < table.toursFrom[visit + 1]!; list++) {
    const tour = table.toursFor[list]!;
    const slot = table.starts.slotFor[list]!;
    const helper = helperOf[tour]!;
    const work = tours.helperWork[helper]!;
    if (tours.helperVisits[helper]! >= maxVisits[helper]! || !carries(tours, tour, visit)) continue;
    if (isSpaced && !keepsApart(tours, visit, tour)) continue;
    if (work === 0) {
      const twin = table.twinOf[tour]!;
      const before = seen.get(twin) ?? 0;
      if (before === 2) continue;
      seen.set(twin, before + 1);
    }
    const fixed =
      table.visitPrice[visit * helpers + helper]! + (knows > 0 && tours.visitsTo[served * helpers + helper] === 0 ? knows : 0);
    const workBefore = table.workPriced ? workCost(table, helper, work) : 0;
    const base = tours.rowOf[tour]! * tours.width;
    const end = base + tours.length[tours.rowOf[tour]!]! + 1;
    const place = table.placeOf[visit]! * table.places;
    const later = table.timed ? tours.laterStarts(tour, visit, slot) : [];
    for (let at = base + 1; at <= end; at++) {
      const wayIn = table.wayBack[place + tours.placeAt[at - 1]!]!;
      const wayOn = table.way[place + tours.placeAt[at]!]!;
      const extra = wayIn + wayOn - tours.leg[at]!;
      const after = work + duration + extra;
      if (after > maxWork[helper]!) continue;
      let cost = fixed + extra * wayPrice[helper]!;
      if (cost >= dearest) continue;
      if (table.workPriced) cost += workCost(table, helper, after) - workBefore;
      if (cost >= dearest) continue;
      const first = tours.startFrom(slot, Math.max(earliest, tours.ready[at - 1]! + wayIn));
      const last = tours.startUpTo(slot, Math.min(latest, tours.due[at]! - wayOn - duration));
      if (first > last) continue;
      const offer = (start: number, hold: number): void => {
        const hour = table.timed ? tours.hourPrice(tour, visit, start, largest) : 0;
        insert(spots, { tour, slot, position: at - base, extra, first: start, last, hold, cost: cost + hour, hour }, most);
      };
      offer(first, Number.NaN);
      for (const start of later) if (start > first && start <= last) offer(start, start);
      if (spots.length === most) dearest = spots[most - 1]!.cost;
    }
  }
  return spots;
}

/** Keeps a list sorted and short; equal ones in the order they come. */
function insert(spots: Spot[], spot: Spot, most: number): void {
  let at = spots.length;
  while (at > 0 && spots[at - 1]!.cost > spot.cost) at--;
  if (at >= most) return;
  spots.splice(at, 0, spot);
  if (spots.length > most) spots.pop();
}
