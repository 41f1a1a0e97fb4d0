import type { Frame } from './frame.ts';
import type { PlannedVisit } from './plan.ts';
import type { Helper, Visit } from './problem.ts';

/** One service set to a helper and a start, with what hangs on nothing but these. */
export interface Stop {
  readonly visit: Visit;
  /** The number of the visit in the frame. */
  readonly index: number;
  readonly from: number;
  readonly until: number;
  /** The shift it lies in, or sticks out of least; -1 without shifts. */
  readonly shift: number;
  /** How far the service, with the ways from and to the shift's ends, sticks out of that shift. */
  readonly outsideShift: number;
  /** How far the service sticks out of the window that holds it best. */
  readonly outsideWindow: number;
  /** How far it ends after the soft end of that window. */
  readonly lateness: number;
  /** The way that leads here: from the shift's start place or from the stop before. */
  readonly way: number;
}

/** Everything one helper does, sorted by start, then by visit. `work` is service and way together. */
export interface Round {
  readonly frame: Frame;
  readonly helper: Helper;
  /** The number of the helper in the frame. */
  readonly index: number;
  readonly stops: readonly Stop[];
  readonly service: number;
  readonly travel: number;
  readonly work: number;
}

/** A plan laid out, broken rules and all: one round for every helper, in the order of the frame. */
export interface Rota {
  readonly frame: Frame;
  readonly rounds: readonly Round[];
  /** By visit: the number of its helper, -1 where it is left out. */
  readonly helperOf: readonly number[];
  /** By visit: its start; nothing to go by where it is left out. */
  readonly fromOf: readonly number[];
}

/** One visit to be put into a rota: where it would stand, and the way it would add. */
export interface Put {
  readonly round: Round;
  readonly stop: Stop;
  /** It comes before the stop that is here now. */
  readonly position: number;
  readonly extraWay: number;
}

/** The rota of planned visits that are all of this problem, each once. */
export function rotaOf(frame: Frame, planned: readonly PlannedVisit[]): Rota {
  const helperOf = new Array<number>(frame.visits.length).fill(-1);
  const fromOf = new Array<number>(frame.visits.length).fill(0);
  const lists = new Map<number, number[]>();
  for (const { visitId, helperId, from } of planned) {
    const visit = frame.visitAt.get(visitId)!;
    const helper = frame.helperAt.get(helperId)!;
    helperOf[visit] = helper;
    fromOf[visit] = from;
    const list = lists.get(helper);
    if (list === undefined) lists.set(helper, [visit]);
    else list.push(visit);
  }
  const rounds = frame.helpers.map((_, helper) => {
    const visits = (lists.get(helper) ?? []).sort((a, b) => fromOf[a]! - fromOf[b]! || a - b);
    return roundOf(
      frame,
      helper,
      visits.map((visit) => stopAt(frame, helper, visit, fromOf[visit]!)),
    );
  });
  return { frame, rounds, helperOf, fromOf };
}

/** The plan of a rota, unsorted. */
export const plannedIn = ({ rounds }: Rota): PlannedVisit[] =>
  rounds.flatMap(({ helper, stops }) =>
    stops.map(({ visit, from, until }) => ({ visitId: visit.id, helperId: helper.id, from, until })),
  );

/** Walks the stops in order. */
function roundOf(frame: Frame, index: number, sorted: readonly Stop[]): Round {
  const stops: Stop[] = [];
  let travel = 0;
  let service = 0;
  let before: Stop | undefined;
  for (const stop of sorted) {
    const way = wayTo(frame, index, before, stop.index, stop.shift);
    before = stop.way === way ? stop : { ...stop, way };
    stops.push(before);
    travel += way;
    service += stop.until - stop.from;
  }
  if (before !== undefined) travel += wayHome(frame, index, before.index);
  return { frame, helper: frame.helpers[index]!, index, stops, service, travel, work: service + travel };
}

/** A stop as it would be at the start of the round. */
function stopAt(frame: Frame, helper: number, index: number, from: number): Stop {
  const visit = frame.visits[index]!;
  const until = from + visit.duration;
  const leave = from - wayOut(frame, helper, index);
  const home = until + wayHome(frame, helper, index);
  let shift = -1;
  let outsideShift = visit.duration;
  const { shifts } = frame.helpers[helper]!;
  for (let at = 0; at < shifts.length; at++) {
    const span = shifts[at]!;
    const outside = Math.max(0, span.from - leave) + Math.max(0, home - span.until);
    if (shift !== -1 && outside >= outsideShift) continue;
    shift = at;
    outsideShift = outside;
  }
  let outsideWindow = Number.POSITIVE_INFINITY;
  let lateness = 0;
  for (const window of visit.windows) {
    const outside = Math.max(0, window.from - from) + Math.max(0, until - window.until);
    const late = window.softUntil === null ? 0 : Math.max(0, until - window.softUntil);
    if (outside > outsideWindow || (outside === outsideWindow && late >= lateness)) continue;
    outsideWindow = outside;
    lateness = late;
  }
  return { visit, index, from, until, shift, outsideShift, outsideWindow, lateness, way: 0 };
}

/** The way from a shift's start place to a visit. */
export function wayOut({ homeFrom, times, places, placeOf }: Frame, helper: number, visit: number): number {
  const home = homeFrom[helper]!;
  return home === -1 ? 0 : times[home * places + placeOf[visit]!]!;
}

/** The way from a visit to a shift's end place. */
export function wayHome({ homeTo, times, places, placeOf }: Frame, helper: number, visit: number): number {
  const home = homeTo[helper]!;
  return home === -1 ? 0 : times[placeOf[visit]! * places + home]!;
}

/** What a way starts from. */
export interface Spot {
  readonly index: number;
  readonly shift: number;
}

/** Straight inside a shift. Each shift ends at the end place and begins at the start place, where given; in between nobody is watched. */
export function wayTo(frame: Frame, helper: number, before: Spot | undefined, visit: number, shift: number): number {
  if (before === undefined) return wayOut(frame, helper, visit);
  const { times, places, placeOf } = frame;
  if (before.shift === shift) return times[placeOf[before.index]! * places + placeOf[visit]!]!;
  return wayHome(frame, helper, before.index) + wayOut(frame, helper, visit);
}

/** How a visit that is left out would stand in a helper's round at this start, whatever rule that breaks. */
export function putAt({ frame, rounds }: Rota, helper: number, visit: number, from: number): Put {
  const round = rounds[helper]!;
  const { stops } = round;
  let position = stops.length;
  while (position > 0 && comesFirst(from, visit, stops[position - 1]!)) position--;
  const bare = stopAt(frame, helper, visit, from);
  const before = stops[position - 1];
  const after = stops[position];
  const way = wayTo(frame, helper, before, visit, bare.shift);
  const on = after === undefined ? wayHome(frame, helper, visit) : wayTo(frame, helper, bare, after.index, after.shift);
  const replaced = after?.way ?? (before === undefined ? 0 : wayHome(frame, helper, before.index));
  return { round, stop: { ...bare, way }, position, extraWay: way + on - replaced };
}

const comesFirst = (from: number, index: number, stop: Stop): boolean =>
  from < stop.from || (from === stop.from && index < stop.index);

/** The round with one stop more. */
export const roundWith = ({ round, stop, position }: Put): Round =>
  roundOf(round.frame, round.index, round.stops.toSpliced(position, 0, stop));

/** The rota with one visit more. */
export function putIn(rota: Rota, put: Put): Rota {
  const { index, from } = put.stop;
  return changed(rota, roundWith(put), index, put.round.index, from);
}

/** The rota with one visit less. */
export function takeOut(rota: Rota, visit: number): Rota {
  const round = rota.rounds[rota.helperOf[visit]!]!;
  const kept = round.stops.filter(({ index }) => index !== visit);
  return changed(rota, roundOf(rota.frame, round.index, kept), visit, -1, 0);
}

const changed = ({ frame, rounds, helperOf, fromOf }: Rota, round: Round, visit: number, helper: number, from: number): Rota => ({
  frame,
  rounds: rounds.with(round.index, round),
  helperOf: helperOf.with(visit, helper),
  fromOf: fromOf.with(visit, from),
});
