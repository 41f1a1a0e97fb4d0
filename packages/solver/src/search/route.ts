import { unevenness } from '../rules/fairness.ts';
import type { Table } from './table.ts';

/** One helper's visits in order, never changed once built: every change builds a new one, so that undoing is forgetting. */
export interface Route {
  readonly helper: number;
  readonly visits: readonly number[];
  readonly starts: readonly number[];
  readonly shifts: readonly number[];
  /** Way and moved visits from the start of the day up to and with each visit. */
  readonly wayUntil: readonly number[];
  readonly movedUntil: readonly number[];
  readonly service: number;
  /** Way of the whole day, the last one home included. */
  readonly way: number;
  readonly price: number;
  readonly moved: number;
  /** The weighted soft cost of the day, prices of moves included. */
  readonly soft: number;
}

/** Where a walk along a route stands: at the start of the day (visit -1) or just after a visit. */
interface Cursor {
  visit: number;
  shift: number;
  start: number;
  until: number;
  way: number;
  moved: number;
}

const dayStart = (): Cursor => ({ visit: -1, shift: -1, start: 0, until: Number.NEGATIVE_INFINITY, way: 0, moved: 0 });

/** Goes on to `visit`: to where an earlier plan had it if it can still be there, else as early as can be. False: not possible. */
function goOn(table: Table, helper: number, cursor: Cursor, visit: number): boolean {
  const pair = visit * table.helpers.length + helper;
  const anchored = table.anchorHelper[visit] === helper;
  if (anchored && startIn(table, helper, cursor, visit, table.anchorSlot[visit]!, table.anchorStart[visit]!)) return true;
  const last = table.slotAt[pair + 1]!;
  for (let slot = table.slotAt[pair]!; slot < last; slot++) {
    if (startIn(table, helper, cursor, visit, slot, Number.NEGATIVE_INFINITY)) {
      const stayed = anchored && cursor.start === table.anchorStart[visit];
      if (!stayed && table.anchorHelper[visit] !== -1) cursor.moved++;
      return true;
    }
  }
  return false;
}

/** `at`: the one start that will do; -Infinity for the earliest one. */
function startIn(table: Table, helper: number, cursor: Cursor, visit: number, slot: number, at: number): boolean {
  const shift = table.slotShift[slot]!;
  const way = wayTo(table, helper, cursor, visit, shift);
  const earliest = Math.max(table.slotFirst[slot]!, cursor.until + way);
  const start = Math.max(earliest, at);
  if (start > table.slotLast[slot]! || (at !== Number.NEGATIVE_INFINITY && start !== at)) return false;
  cursor.visit = visit;
  cursor.shift = shift;
  cursor.start = start;
  cursor.until = start + table.durations[visit]!;
  cursor.way += way;
  return true;
}

function wayTo(
  { times, places, placeOf, homeFrom, homeTo }: Table,
  helper: number,
  cursor: Cursor,
  visit: number,
  shift: number,
): number {
  const to = placeOf[visit]!;
  const from = homeFrom[helper]!;
  if (cursor.visit === -1) return from === -1 ? 0 : times[from * places + to]!;
  const at = placeOf[cursor.visit]!;
  if (cursor.shift === shift) return times[at * places + to]!;
  const home = homeTo[helper]!;
  const leave = from === -1 ? home : from;
  if (leave === -1) return times[at * places + to]!;
  const back = home === -1 ? times[at * places + leave]! : times[at * places + home]! + times[home * places + leave]!;
  return back + times[leave * places + to]!;
}

function wayHome({ times, places, placeOf, homeTo }: Table, helper: number, visit: number): number {
  const home = homeTo[helper]!;
  return home === -1 || visit === -1 ? 0 : times[placeOf[visit]! * places + home]!;
}

function softOf(table: Table, service: number, way: number, price: number, moved: number): number {
  const { weights } = table.frame.problem;
  const fairness = unevenness(service + way, table.frame.totalService);
  return weights.travel * way + weights.fairness * fairness + price + table.movePrice * moved;
}

/** The route through these visits in this order, or undefined where a hard rule forbids it. */
export function routeOf(table: Table, helper: number, visits: readonly number[]): Route | undefined {
  const cursor = dayStart();
  const starts: number[] = [];
  const shifts: number[] = [];
  const wayUntil: number[] = [];
  const movedUntil: number[] = [];
  let service = 0;
  let price = 0;
  for (const visit of visits) {
    if (!goOn(table, helper, cursor, visit)) return undefined;
    starts.push(cursor.start);
    shifts.push(cursor.shift);
    wayUntil.push(cursor.way);
    movedUntil.push(cursor.moved);
    service += table.durations[visit]!;
    price += table.price[visit * table.helpers.length + helper]!;
  }
  const way = cursor.way + wayHome(table, helper, cursor.visit);
  if (visits.length > table.maxVisits[helper]! || service + way > table.maxWork[helper]!) return undefined;
  const soft = softOf(table, service, way, price, cursor.moved);
  return { helper, visits, starts, shifts, wayUntil, movedUntil, service, way, price, moved: cursor.moved, soft };
}

/**
 * What the soft cost of the day becomes with `visit` at `position`, less what it is; Infinity where a hard rule forbids it.
 * Walks no further than the visits that move.
 */
export function insertionCost(table: Table, route: Route, position: number, visit: number): number {
  const { helper, visits } = route;
  const cursor = cursorBefore(table, route, position);
  if (!goOn(table, helper, cursor, visit)) return Number.POSITIVE_INFINITY;
  let way = -1;
  let moved = 0;
  for (let index = position; index < visits.length; index++) {
    if (!goOn(table, helper, cursor, visits[index]!)) return Number.POSITIVE_INFINITY;
    if (cursor.start === route.starts[index] && cursor.shift === route.shifts[index]) {
      way = cursor.way + route.way - route.wayUntil[index]!;
      moved = cursor.moved + route.moved - route.movedUntil[index]!;
      break;
    }
  }
  if (way === -1) {
    way = cursor.way + wayHome(table, helper, cursor.visit);
    moved = cursor.moved;
  }
  const service = route.service + table.durations[visit]!;
  if (service + way > table.maxWork[helper]!) return Number.POSITIVE_INFINITY;
  const price = route.price + table.price[visit * table.helpers.length + helper]!;
  return softOf(table, service, way, price, moved) - route.soft;
}

function cursorBefore(table: Table, route: Route, position: number): Cursor {
  const cursor = dayStart();
  if (position === 0) return cursor;
  const index = position - 1;
  cursor.visit = route.visits[index]!;
  cursor.shift = route.shifts[index]!;
  cursor.start = route.starts[index]!;
  cursor.until = cursor.start + table.durations[cursor.visit]!;
  cursor.way = route.wayUntil[index]!;
  cursor.moved = route.movedUntil[index]!;
  return cursor;
}
