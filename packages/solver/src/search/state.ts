import type { PlannedVisit } from '../plan.ts';
import { insertionCost, type Route, routeOf } from './route.ts';
import type { Table } from './table.ts';

/** A plan under way. It never breaks a hard rule, so its worth is two numbers, less is better, `leftOut` first. */
export interface State {
  readonly routes: Route[];
  /** The helper of each visit, -1 for nobody. */
  readonly helperOf: Int32Array;
  /** Priorities of the visits nobody does. */
  leftOut: number;
  soft: number;
}

export function emptyState(table: Table): State {
  return {
    routes: table.helpers.map((_, helper) => routeOf(table, helper, [])!),
    helperOf: new Int32Array(table.visits.length).fill(-1),
    leftOut: table.visits.reduce((sum, { priority }) => sum + priority, 0),
    soft: 0,
  };
}

export const copyOf = (state: State): State => ({ ...state, routes: state.routes.slice(), helperOf: state.helperOf.slice() });

/** Negative where `a` is the better one. */
export const compareStates = (a: State, b: State): number => a.leftOut - b.leftOut || a.soft - b.soft;

function put(state: State, route: Route): void {
  state.soft += route.soft - state.routes[route.helper]!.soft;
  state.routes[route.helper] = route;
}

/** Takes a visit out of its day. False where the day would not hold together without it; then nothing changes. */
export function remove(table: Table, state: State, visit: number): boolean {
  const helper = state.helperOf[visit]!;
  const kept = state.routes[helper]!.visits.filter((other) => other !== visit);
  const route = routeOf(table, helper, kept);
  if (route === undefined) return false;
  put(state, route);
  state.helperOf[visit] = -1;
  state.leftOut += table.visits[visit]!.priority;
  return true;
}

/** Gives a visit to whoever can take it at the least soft cost; the lower id where two cost the same. False: to nobody. */
export function insertBest(table: Table, state: State, visit: number): boolean {
  let least = Number.POSITIVE_INFINITY;
  let place = { helper: -1, position: 0 };
  for (const helper of table.able[visit]!) {
    const route = state.routes[helper]!;
    if (route.visits.length >= table.maxVisits[helper]!) continue;
    const latest = latestStart(table, visit, helper);
    for (let position = 0; position <= route.visits.length; position++) {
      if (position > 0 && route.starts[position - 1]! > latest) break;
      const cost = insertionCost(table, route, position, visit);
      if (cost < least) {
        least = cost;
        place = { helper, position };
      }
    }
  }
  return place.helper !== -1 && insertAt(table, state, visit, place);
}

function latestStart({ helpers, slotAt, slotLast }: Table, visit: number, helper: number): number {
  const pair = visit * helpers.length + helper;
  let latest = Number.NEGATIVE_INFINITY;
  for (let slot = slotAt[pair]!; slot < slotAt[pair + 1]!; slot++) latest = Math.max(latest, slotLast[slot]!);
  return latest;
}

function insertAt(
  table: Table,
  state: State,
  visit: number,
  { helper, position }: { helper: number; position: number },
): boolean {
  const route = routeOf(table, helper, state.routes[helper]!.visits.toSpliced(position, 0, visit));
  if (route === undefined) return false;
  put(state, route);
  state.helperOf[visit] = helper;
  state.leftOut -= table.visits[visit]!.priority;
  return true;
}

/** Puts back every visit of an earlier plan that can stay where it was without moving another, in the order of the day. */
export function restore(table: Table, state: State): void {
  const order = table.visits
    .map((_, visit) => visit)
    .filter((visit) => table.anchorHelper[visit] !== -1 && state.helperOf[visit] === -1)
    .sort((a, b) => table.anchorStart[a]! - table.anchorStart[b]! || a - b);
  for (const visit of order) {
    const helper = table.anchorHelper[visit]!;
    const { visits, starts, moved } = state.routes[helper]!;
    const after = starts.findIndex((start) => start > table.anchorStart[visit]!);
    const position = after === -1 ? starts.length : after;
    const day = routeOf(table, helper, visits.toSpliced(position, 0, visit));
    if (day !== undefined && day.moved === moved) insertAt(table, state, visit, { helper, position });
  }
}

export const plannedOf = (table: Table, state: State): PlannedVisit[] =>
  state.routes.flatMap(({ helper, visits, starts }) =>
    visits.map((visit, index) => ({
      visitId: table.visits[visit]!.id,
      helperId: table.helpers[helper]!.id,
      from: starts[index]!,
      until: starts[index]! + table.durations[visit]!,
    })),
  );
