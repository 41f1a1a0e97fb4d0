import type { Frame } from './frame.ts';
import type { Helper, Visit } from './problem.ts';

/** One service in a helper's day. `shift` is the index of the shift it lies in, or lies nearest to; -1 without shifts. */
export interface Stop {
  readonly visit: Visit;
  readonly from: number;
  readonly until: number;
  readonly shift: number;
  /** How far the service, with the ways from and to the shift's ends, sticks out of that shift. */
  readonly outsideShift: number;
  /** The way that leads here: from the shift's start place or from the stop before. */
  readonly way: number;
}

/** Everything one helper does, sorted by start. `work` is service and way together. */
export interface Day {
  readonly frame: Frame;
  readonly helper: Helper;
  readonly stops: readonly Stop[];
  readonly travel: number;
  readonly work: number;
}

/** A service set to a start. */
export interface Timed {
  readonly visit: Visit;
  readonly from: number;
}

/** Lays out a day as given, broken rules and all. */
export function dayOf(frame: Frame, helper: Helper, timed: readonly Timed[]): Day {
  const stops: Stop[] = [];
  let travel = 0;
  let service = 0;
  for (const { visit, from } of timed.toSorted((a, b) => a.from - b.from || (a.visit.id < b.visit.id ? -1 : 1))) {
    const place = shiftFor(frame, helper, visit, from);
    const way = wayBetween(frame, helper, stops.at(-1), { visit, shift: place.shift });
    stops.push({ visit, from, until: from + visit.duration, ...place, way });
    travel += way;
    service += visit.duration;
  }
  const last = stops.at(-1);
  if (last !== undefined && helper.to !== null) travel += frame.travelTime(last.visit.place, helper.to);
  return { frame, helper, stops, travel, work: service + travel };
}

function shiftFor(frame: Frame, helper: Helper, visit: Visit, from: number): Pick<Stop, 'shift' | 'outsideShift'> {
  const [out, back] = waysOf(frame, helper, visit);
  let nearest = { shift: -1, outsideShift: visit.duration };
  for (const [shift, span] of helper.shifts.entries()) {
    const outside = Math.max(0, span.from + out - from) + Math.max(0, from + visit.duration + back - span.until);
    if (nearest.shift === -1 || outside < nearest.outsideShift) nearest = { shift, outsideShift: outside };
  }
  return nearest;
}

/** The ways from the start place of a shift to a visit, and from there to its end place. */
export function waysOf(frame: Frame, { from, to }: Helper, { place }: Visit): [out: number, back: number] {
  return [from === null ? 0 : frame.travelTime(from, place), to === null ? 0 : frame.travelTime(place, to)];
}

type Spot = Pick<Stop, 'visit' | 'shift'>;

/** Straight inside a shift. Between two shifts the way leads over the helper's end place and start place, where given. */
export function wayBetween(frame: Frame, helper: Helper, before: Spot | undefined, after: Spot): number {
  const to = after.visit.place;
  if (before === undefined) return helper.from === null ? 0 : frame.travelTime(helper.from, to);
  if (before.shift === after.shift) return frame.travelTime(before.visit.place, to);
  const path = [before.visit.place, helper.to, helper.from, to];
  const places = path.filter((place) => place !== null);
  return places.slice(1).reduce((sum, place, index) => sum + frame.travelTime(places[index]!, place), 0);
}
