import { byHelperThenStart, type PlannedVisit } from '../plan.ts';
import { carries, isSound, keepsApart, positionOf } from './limits.ts';
import type { Tours } from './tours.ts';

/**
 * Lays an earlier plan into empty tours, visit by visit in its order. What no longer holds is left out: unknown helpers and
 * visits, what breaks a rule, and with any visit all that are served only with it.
 */
export function takeOver(tours: Tours, planned: readonly PlannedVisit[]): void {
  const { frame } = tours.table;
  for (const { visitId, helperId, from } of planned.toSorted(byHelperThenStart)) {
    const visit = frame.visitAt.get(visitId);
    const helper = frame.helperAt.get(helperId);
    if (visit !== undefined && helper !== undefined && tours.tourOf[visit] === -1) append(tours, helper, visit, from);
  }
  let isWhole = false;
  while (!isWhole) {
    isWhole = true;
    for (const group of frame.groups) {
      if (group.every((visit) => tours.tourOf[visit] === -1) || holds(tours, group)) continue;
      isWhole = false;
      for (const visit of group) leave(tours, visit);
    }
  }
}

/** Takes one visit out, and whoever could not be reached in time without it. */
function leave(tours: Tours, visit: number): void {
  const tour = tours.tourOf[visit]!;
  if (tour === -1) return;
  const position = positionOf(tours, visit);
  withdraw(tours, visit);
  while (!isSound(tours, tour, position)) {
    const row = tours.rowOf[tour]!;
    withdraw(tours, tours.visitAt[row * tours.width + Math.min(position, tours.length[row]!)]!);
  }
}

function append(tours: Tours, helper: number, visit: number, from: number): void {
  const { table, rowOf, width, length, placeAt, leg, ready, due } = tours;
  const { frame, shifts, durations, way, places } = table;
  const tour = shifts.findIndex((shift) => shift.helper === helper && shift.from <= from && from < shift.until);
  const at = table.starts.kindOf[tour]! * table.visits + visit;
  if (tour === -1 || tours.first[at]! > tours.last[at]! || frame.barred[visit * table.helpers + helper] !== 0) return;
  if (tours.helperVisits[helper]! >= table.maxVisits[helper]! || !carries(tours, tour, visit) || !keepsApart(tours, visit, tour))
    return;
  const isLinked = frame.groupOf[visit] !== -1;
  if (isLinked) tours.fix(visit, from);
  const base = rowOf[tour]! * width;
  const end = length[rowOf[tour]!]! + 1;
  const place = table.placeOf[visit]!;
  const wayIn = way[placeAt[base + end - 1]! * places + place]!;
  const wayOn = way[place * places + placeAt[base + end]!]!;
  const start = isLinked ? from : tours.startFrom(tour, visit, ready[base + end - 1]! + wayIn);
  const extra = wayIn + wayOn - leg[base + end]!;
  // Who would have to come later than was said goes wherever that costs least instead.
  const isAsSaid =
    start === from && ready[base + end - 1]! + wayIn <= start && start + durations[visit]! + wayOn <= due[base + end]!;
  const isAllowed = !isLinked || allows(tours, tour, visit, from);
  if (isAsSaid && isAllowed && tours.helperWork[helper]! + durations[visit]! + extra <= table.maxWork[helper]!)
    tours.putIn(tour, end, visit, extra);
  else if (isLinked) tours.fix(visit, Number.NaN);
}

/** Whether a start is one of the visit's own in this tour, whatever it was fixed to. */
function allows({ table }: Tours, tour: number, visit: number, start: number): boolean {
  const { starts, visits } = table;
  const at = starts.kindOf[tour]! * visits + visit;
  if (start < starts.first[at]! || start > starts.last[at]!) return false;
  return starts.gaps[at] === 0 || starts.runs.get(at)!.some((run) => run.first <= start && start <= run.last);
}

/** Whether all of a group are in, and as their links ask. */
function holds({ table, tourOf, fixedAt }: Tours, group: readonly number[]): boolean {
  const { frame, helperOf } = table;
  if (group.some((visit) => tourOf[visit] === -1)) return false;
  return group.every((visit) =>
    frame.linksOf[visit]!.every((at) => {
      const { first, second, minLag, maxLag, helper } = frame.links[at]!;
      const lag = fixedAt[second]! - fixedAt[first]!;
      const isSame = helperOf[tourOf[first]!] === helperOf[tourOf[second]!];
      return lag >= minLag && lag <= maxLag && (helper === 'any' || isSame === (helper === 'same'));
    }),
  );
}

/** Takes one visit out, if it is in, and gives it back all its starts. */
export function withdraw(tours: Tours, visit: number): void {
  const tour = tours.tourOf[visit]!;
  if (tour !== -1) tours.takeOut(tour, positionOf(tours, visit), 1);
  tours.fix(visit, Number.NaN);
}
