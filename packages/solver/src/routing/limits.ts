import type { Tours } from './tours.ts';

/** Whether a tour can carry a visit's loads as well. */
export function carries({ table, load, rowOf }: Tours, tour: number, visit: number): boolean {
  const { loadKinds, loads, capacity } = table;
  for (let kind = 0; kind < loadKinds; kind++)
    if (load[rowOf[tour]! * loadKinds + kind]! + loads[visit * loadKinds + kind]! > capacity[tour * loadKinds + kind]!)
      return false;
  return true;
}

/** Whether a visit in this tour, and one put in with it, keep their distance in days to the others of its spacings as they stand. */
export function keepsApart(tours: Tours, visit: number, tour: number, beside = -1, besideTour = -1): boolean {
  const { frame, dayOf } = tours.table;
  return frame.spacingsOf[visit]!.every((at) => {
    const days = [dayOf[tour]!];
    if (frame.spacings[at]!.visits.includes(beside)) days.push(dayOf[besideTour]!);
    return spaced(tours, at, days);
  });
}

/** Whether the visits of a spacing that are in, and more on these days, are neither too near nor too far from each other. */
export function spaced({ table: { frame, dayOf }, tourOf }: Tours, spacing: number, days: number[] = []): boolean {
  const { visits, minDays, maxDays } = frame.spacings[spacing]!;
  for (const other of visits) if (tourOf[other] !== -1) days.push(dayOf[tourOf[other]!]!);
  days.sort((a, b) => a - b);
  const most = maxDays * (1 + visits.length - days.length);
  for (let i = 1; i < days.length; i++) {
    const apart = days[i]! - days[i - 1]!;
    if (apart < minDays || apart > most) return false;
  }
  return true;
}

/** Where a planned visit stands in its tour, from 1. */
export function positionOf({ rowOf, tourOf, width, visitAt }: Tours, visit: number): number {
  const base = rowOf[tourOf[visit]!]! * width;
  let position = 1;
  while (visitAt[base + position] !== visit) position++;
  return position;
}

/** Whether a tour is in time from a position on, and its helper within their work. True of an empty tour. */
export function isSound(
  { table, rowOf, length, width, ready, leg, due, helperWork }: Tours,
  tour: number,
  position: number,
): boolean {
  const row = rowOf[tour]!;
  if (length[row] === 0) return true;
  const at = row * width + Math.min(position, length[row]! + 1);
  const helper = table.helperOf[tour]!;
  return ready[at - 1]! + leg[at]! <= due[at]! && helperWork[helper]! <= table.maxWork[helper]!;
}
