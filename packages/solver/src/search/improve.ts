import type { Random } from '@linli/model';
import { compareStates, copyOf, emptyState, insertBest, remove, restore, type State } from './state.ts';
import type { Table } from './table.ts';

/** A first plan: pins, then what an earlier plan held, then the rest by priority, those with the fewest able helpers first. */
function construct(table: Table, order: readonly number[]): State {
  const state = emptyState(table);
  for (const visit of order) if (isPinned(table, visit)) insertBest(table, state, visit);
  restore(table, state);
  for (const visit of order) if (state.helperOf[visit] === -1) insertBest(table, state, visit);
  return state;
}

const isPinned = (table: Table, visit: number): boolean => table.visits[visit]!.pinned !== null;

const urgentThenTight = (table: Table): number[] =>
  table.visits
    .map((_, visit) => visit)
    .sort(
      (a, b) => table.visits[b]!.priority - table.visits[a]!.priority || table.able[a]!.length - table.able[b]!.length || a - b,
    );

/** How a search stands after so many steps. */
export interface Found {
  readonly state: State;
  readonly step: number;
}

interface Budget {
  readonly steps: number;
  readonly stopped: () => boolean;
}

/**
 * Yields a first plan at once, then every better one. Each step takes a few neighbouring visits out and puts them back,
 * and keeps what is not worse. Chance is drawn by visits only, so helpers who can do nothing change nothing.
 */
export function* improve(table: Table, random: Random, { steps, stopped }: Budget): Generator<Found, void> {
  const order = urgentThenTight(table);
  const rank = Int32Array.from(order);
  for (const [index, visit] of order.entries()) rank[visit] = index;
  const near = nearest(table);
  let best = construct(table, order);
  yield { state: best, step: 0 };
  if (table.visits.length === 0) return;
  for (let step = 1; step <= steps && !stopped(); step++) {
    const trial = copyOf(best);
    const loose = ruin(table, trial, near(pickCentre(trial, random)), random);
    const shuffled = random.nextInt(2) === 0;
    for (const visit of shuffled ? shuffle(loose, random) : loose.sort((a, b) => rank[a]! - rank[b]!))
      insertBest(table, trial, visit);
    const gain = compareStates(trial, best);
    if (gain <= 0) best = trial;
    if (gain < 0) yield { state: best, step };
  }
}

/** Every second time a visit that nobody does, if there is one. */
function pickCentre({ helperOf }: State, random: Random): number {
  const anywhere = random.nextInt(helperOf.length);
  if (random.nextInt(2) === 0) return anywhere;
  for (let index = 0; index < helperOf.length; index++) {
    const visit = (anywhere + index) % helperOf.length;
    if (helperOf[visit] === -1) return visit;
  }
  return anywhere;
}

const MOST_LOOSE = 10;

/** Takes up to ten visits out, walking away from the first of `nearby` and leaving every second one by chance. */
function ruin(table: Table, state: State, nearby: Int32Array, random: Random): number[] {
  const size = 1 + random.nextInt(MOST_LOOSE);
  const loose: number[] = [];
  for (const visit of nearby) {
    if (loose.length === size) break;
    if (loose.length > 0 && random.nextInt(2) === 0) continue;
    if (state.helperOf[visit] === -1 || (!isPinned(table, visit) && remove(table, state, visit))) loose.push(visit);
  }
  return loose;
}

function shuffle(list: number[], random: Random): number[] {
  for (let index = list.length - 1; index > 0; index--) {
    const other = random.nextInt(index + 1);
    const held = list[index]!;
    list[index] = list[other]!;
    list[other] = held;
  }
  return list;
}

/** All visits by nearness in place, then in time; laid out when first asked for. Equal ones start after the centre, in a ring. */
function nearest({ visits, times, places, placeOf }: Table): (centre: number) => Int32Array {
  const known = new Map<number, Int32Array>();
  const opening = visits.map(({ windows }) => Math.min(...windows.map(({ from }) => from)));
  return (centre) => {
    const found = known.get(centre);
    if (found !== undefined) return found;
    const apart = (visit: number): number => times[placeOf[centre]! * places + placeOf[visit]!]!;
    const later = (visit: number): number => Math.abs(opening[visit]! - opening[centre]!);
    const ring = (visit: number): number => (visit - centre + visits.length) % visits.length;
    const order = Int32Array.from(visits, (_, visit) => visit).sort(
      (a, b) => apart(a) - apart(b) || later(a) - later(b) || ring(a) - ring(b),
    );
    known.set(centre, order);
    return order;
  };
}
