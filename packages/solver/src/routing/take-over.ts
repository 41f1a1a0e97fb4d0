import { byHelperThenStart, type PlannedVisit } from '../plan.ts';
import { carries, isSound, keepsApart, positionOf, spaced } from './limits.ts';
import type { TourShift } from './starts.ts';
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
    for (const [at, { visits }] of frame.spacings.entries()) {
      if (spaced(tours, at)) continue;
      isWhole = false;
      for (const visit of visits) leave(tours, visit);
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
  const { frame, shifts, durations, way, places, starts } = table;
  let list = starts.toursFrom[visit]!;
  const isMine = ({ helper: own, from: begin, until }: TourShift): boolean => own === helper && begin <= from && from < until;
  while (list < starts.toursFrom[visit + 1]! && !isMine(shifts[starts.toursFor[list]!]!)) list++;
  if (list === starts.toursFrom[visit + 1]) return;
  const tour = starts.toursFor[list]!;
  const slot = starts.slotFor[list]!;
  if (tours.startFrom(slot, from) !== from) return;
  if (tours.helperVisits[helper]! >= table.maxVisits[helper]! || !carries(tours, tour, visit) || !keepsApart(tours, visit, tour))
    return;
  const base = rowOf[tour]! * width;
  const end = length[rowOf[tour]!]! + 1;
  const place = table.placeOf[visit]!;
  const wayIn = way[placeAt[base + end - 1]! * places + place]!;
  const wayOn = way[place * places + placeAt[base + end]!]!;
  const extra = wayIn + wayOn - leg[base + end]!;
  // Who would have to come later than was said goes wherever that costs least instead.
  if (ready[base + end - 1]! + wayIn > from || from + durations[visit]! + wayOn > due[base + end]!) return;
  if (tours.helperWork[helper]! + durations[visit]! + extra > table.maxWork[helper]!) return;
  if (frame.groupOf[visit] !== -1) tours.fix(visit, from);
  else if (tours.startFrom(slot, ready[base + end - 1]! + wayIn) < from) tours.hold(visit, from);
  tours.putIn(tour, end, visit, slot, extra);
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
