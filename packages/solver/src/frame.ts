import { Fault } from '@linli/model/kernel';
import { byId } from './plan.ts';
import type { Helper, Link, Problem, Spacing, Visit } from './problem.ts';
import { inOneGo, Slice, type Slices } from './slices.ts';

/** A link between two visits by their numbers; a bound that is not given is infinite. */
export interface NumberedLink {
  readonly first: number;
  readonly second: number;
  readonly minLag: number;
  readonly maxLag: number;
  readonly helper: Link['helper'];
}

/** Visits to be held apart, by their numbers, in rising order; no upper bound is infinite. */
export interface NumberedSpacing {
  readonly visits: readonly number[];
  readonly minDays: number;
  readonly maxDays: number;
}

/**
 * A problem as numbers. Helpers and visits are counted in the order of their ids, so that a tie falls the same way
 * whatever the order of the input. A pair is `visit * helpers.length + helper`.
 */
export interface Frame {
  readonly problem: Problem;
  readonly helpers: readonly Helper[];
  readonly visits: readonly Visit[];
  readonly helperAt: ReadonlyMap<string, number>;
  readonly visitAt: ReadonlyMap<string, number>;
  /** The number of places; from place a to place b it is `times[a * places + b]`. */
  readonly places: number;
  readonly times: Float64Array;
  readonly placeOf: Int32Array;
  /** Start and end place of each helper's shifts, -1 for none. */
  readonly homeFrom: Int32Array;
  readonly homeTo: Int32Array;
  readonly durations: Float64Array;
  /** By pair: what stands between this person as such and this visit, as bits: 1 refused, 2 lacks a skill, 4 pinned to another. */
  readonly barred: Uint8Array;
  /** By pair: 1 where the visit asks for somebody else. */
  readonly missesWish: Uint8Array;
  /** What a visit costs on top with each helper; null where with nobody. */
  readonly effort: readonly (Float64Array | null)[];
  /** Service asked for in all, at least 1. */
  readonly totalService: number;
  /** In an order of their own, whatever the order of the input. */
  readonly links: readonly NumberedLink[];
  /** The links of each visit, as places in `links`; one shared empty list for most. */
  readonly linksOf: readonly (readonly number[])[];
  /** Which visits are served all or none: the number of the group of each visit, -1 for none. */
  readonly groupOf: Int32Array;
  readonly groups: readonly (readonly number[])[];
  readonly spacings: readonly NumberedSpacing[];
  readonly spacingsOf: readonly (readonly number[])[];
  /** The number of whom a visit serves, -1 for nobody in particular; `served` lists their visits. */
  readonly servedOf: Int32Array;
  readonly served: readonly (readonly number[])[];
}

const REFUSED = 1;
const UNSKILLED = 2;
const PINNED_ELSEWHERE = 4;
export const barredBy = { refused: REFUSED, skills: UNSKILLED, pinned: PINNED_ELSEWHERE } as const;

const known = new WeakMap<Problem, Frame>();

/** The frame of a problem, laid out once; a problem is never changed. */
export function frameOf(problem: Problem): Frame {
  const frame = frameWithoutWays(problem);
  inOneGo(fillInWays(frame));
  return frame;
}

/** The same, but `times` are nothing to go by before they are filled in: there are many of them. */
export function frameWithoutWays(problem: Problem): Frame {
  const before = known.get(problem);
  if (before !== undefined) return before;
  const frame = layOut(problem);
  known.set(problem, frame);
  return frame;
}

/** Goes on where it was left. */
export function* fillInWays({ problem: { travel }, places }: Frame): Slices<void> {
  const ways = waysOf(travel);
  const slice = new Slice();
  while (ways.filled < places) {
    const row = travel.times[ways.filled]!;
    const from = ways.filled * places;
    for (let to = 0; to < places; to++) ways.times[from + to] = row[to]!;
    ways.filled++;
    if (slice.isFull(places)) yield;
  }
}

function layOut(problem: Problem): Frame {
  const { places } = problem.travel;
  const helpers = problem.helpers.toSorted((a, b) => byId(a.id, b.id));
  const visits = problem.visits.toSorted((a, b) => byId(a.id, b.id));
  const helperAt = new Map(helpers.map(({ id }, index) => [id, index]));
  const visitAt = new Map(visits.map(({ id }, index) => [id, index]));
  const rows = new Map(places.map((place, row) => [place, row]));
  const rowOf = (place: string | null): number => {
    const row = place === null ? -1 : rows.get(place);
    if (row === undefined) throw new Fault('problem/unparsed', `no place "${place}"`);
    return row;
  };
  return {
    problem,
    helpers,
    visits,
    helperAt,
    visitAt,
    places: places.length,
    times: waysOf(problem.travel).times,
    placeOf: Int32Array.from(visits, ({ place }) => rowOf(place)),
    homeFrom: Int32Array.from(helpers, ({ from }) => rowOf(from)),
    homeTo: Int32Array.from(helpers, ({ to }) => rowOf(to)),
    durations: Float64Array.from(visits, ({ duration }) => duration),
    ...pairsOf(helpers, visits, helperAt),
    totalService: visits.reduce((sum, { duration }) => sum + duration, 0) || 1,
    ...linksAmong(problem.links, visitAt),
    ...spacingsAmong(problem.spacings, visitAt),
    ...servedBy(visits),
  };
}

interface Ways {
  readonly times: Float64Array;
  /** So many rows. */
  filled: number;
}

const knownWays = new WeakMap<Problem['travel'], Ways>();

/** Shared by all problems with the same travel. */
function waysOf(travel: Problem['travel']): Ways {
  const before = knownWays.get(travel);
  if (before !== undefined) return before;
  const ways: Ways = { times: new Float64Array(travel.times.length ** 2), filled: 0 };
  knownWays.set(travel, ways);
  return ways;
}

type Pairs = Pick<Frame, 'barred' | 'missesWish' | 'effort'>;

function pairsOf(helpers: readonly Helper[], visits: readonly Visit[], helperAt: ReadonlyMap<string, number>): Pairs {
  const unskilled = unskilledBy(helpers);
  const barred = new Uint8Array(helpers.length * visits.length);
  const missesWish = new Uint8Array(barred.length);
  for (const [v, visit] of visits.entries()) {
    const row = v * helpers.length;
    if (visit.skills.length > 0) barred.set(unskilled(visit.skills), row);
    for (const id of visit.refused) {
      const h = helperAt.get(id);
      if (h !== undefined) barred[row + h]! |= REFUSED;
    }
    if (visit.pinned !== null)
      for (let h = 0; h < helpers.length; h++) if (helpers[h]!.id !== visit.pinned.helperId) barred[row + h]! |= PINNED_ELSEWHERE;
    if (visit.wanted.length > 0) {
      missesWish.fill(1, row, row + helpers.length);
      for (const id of visit.wanted) {
        const h = helperAt.get(id);
        if (h !== undefined) missesWish[row + h] = 0;
      }
    }
  }
  return { barred, missesWish, effort: visits.map((visit) => effortOf(visit, helpers.length, helperAt)) };
}

/** The row of helpers who lack one of these skills, laid out once for each list of skills. */
function unskilledBy(helpers: readonly Helper[]): (skills: readonly string[]) => Uint8Array {
  const sets = helpers.map((helper) => new Set(helper.skills));
  const rows = new Map<string, Uint8Array>();
  return (skills) => {
    const key = JSON.stringify(skills);
    const row = rows.get(key) ?? Uint8Array.from(sets, (set) => (skills.every((skill) => set.has(skill)) ? 0 : UNSKILLED));
    rows.set(key, row);
    return row;
  };
}

function effortOf({ effort }: Visit, helpers: number, helperAt: ReadonlyMap<string, number>): Float64Array | null {
  const priced = Object.entries(effort);
  if (priced.length === 0) return null;
  const row = new Float64Array(helpers);
  for (const [id, amount] of priced) {
    const h = helperAt.get(id);
    if (h !== undefined) row[h] = amount;
  }
  return row;
}

const NONE: readonly number[] = [];

function numberOf(visitAt: ReadonlyMap<string, number>, id: string): number {
  const at = visitAt.get(id);
  if (at === undefined) throw new Fault('problem/unparsed', `no visit "${id}"`);
  return at;
}

/** For each visit the places at which it is named. */
function placesOf(count: number, named: readonly (readonly number[])[]): (readonly number[])[] {
  const lists = new Map<number, number[]>();
  for (const [at, visits] of named.entries())
    for (const visit of visits) {
      const list = lists.get(visit);
      if (list === undefined) lists.set(visit, [at]);
      else list.push(at);
    }
  return Array.from({ length: count }, (_, visit) => lists.get(visit) ?? NONE);
}

/** The same order whatever the order of the input: by the visits, then by all else that a link says. */
const byVisits = (a: NumberedLink, b: NumberedLink): number =>
  a.first - b.first ||
  a.second - b.second ||
  compare(a.minLag, b.minLag) ||
  compare(a.maxLag, b.maxLag) ||
  compare(a.helper, b.helper);

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

function linksAmong(
  links: readonly Link[],
  visitAt: ReadonlyMap<string, number>,
): Pick<Frame, 'links' | 'linksOf' | 'groupOf' | 'groups'> {
  const numbered = links
    .map(
      ({ first, second, minLag, maxLag, helper }): NumberedLink => ({
        first: numberOf(visitAt, first),
        second: numberOf(visitAt, second),
        minLag: minLag ?? Number.NEGATIVE_INFINITY,
        maxLag: maxLag ?? Number.POSITIVE_INFINITY,
        helper,
      }),
    )
    .sort(byVisits);
  const linksOf = placesOf(
    visitAt.size,
    numbered.map(({ first, second }) => [first, second]),
  );
  const groupOf = new Int32Array(visitAt.size).fill(-1);
  const groups: number[][] = [];
  for (let start = 0; start < visitAt.size; start++) {
    if (groupOf[start] !== -1 || linksOf[start]!.length === 0) continue;
    const group = [start];
    groupOf[start] = groups.length;
    for (const visit of group)
      for (const at of linksOf[visit]!) {
        const { first, second } = numbered[at]!;
        const other = first === visit ? second : first;
        if (groupOf[other] !== -1) continue;
        groupOf[other] = groups.length;
        group.push(other);
      }
    groups.push(group.sort((a, b) => a - b));
  }
  return { links: numbered, linksOf, groupOf, groups };
}

function spacingsAmong(
  spacings: readonly Spacing[],
  visitAt: ReadonlyMap<string, number>,
): Pick<Frame, 'spacings' | 'spacingsOf'> {
  const numbered = spacings.map(
    ({ visits, minDays, maxDays }): NumberedSpacing => ({
      visits: visits.map((id) => numberOf(visitAt, id)).sort((a, b) => a - b),
      minDays,
      maxDays: maxDays ?? Number.POSITIVE_INFINITY,
    }),
  );
  return {
    spacings: numbered,
    spacingsOf: placesOf(
      visitAt.size,
      numbered.map(({ visits }) => visits),
    ),
  };
}

function servedBy(visits: readonly Visit[]): Pick<Frame, 'servedOf' | 'served'> {
  const at = new Map<string, number>();
  const served: number[][] = [];
  const servedOf = Int32Array.from(visits, ({ for: whom }, visit) => {
    if (whom === null) return -1;
    const number = at.get(whom) ?? served.push([]) - 1;
    at.set(whom, number);
    served[number]!.push(visit);
    return number;
  });
  return { servedOf, served };
}
