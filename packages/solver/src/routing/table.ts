import type { Frame } from '../frame.ts';
import { Slice, type Slices } from '../slices.ts';
import { type Starts, startsOf, type TourShift } from './starts.ts';

/** What people were told before: changing it has a price. By visit: the number of the helper, -1 for none, and the start. */
export interface Promised {
  readonly helperOf: Int32Array;
  readonly fromOf: Float64Array;
  readonly movePrice: number;
}

/** A problem laid flat for the search. A tour is one shift of one helper; no tour depends on another but through its helper. */
export interface Table {
  readonly frame: Frame;
  readonly visits: number;
  readonly helpers: number;
  readonly tours: number;
  /** Places of the frame and, last, one that is no way from anywhere where somebody sets out from nowhere. */
  readonly places: number;
  /** From a to b at `a * places + b`, and turned: from b to a. One and the same where ways there and back are. */
  readonly way: Float64Array;
  readonly wayBack: Float64Array;
  readonly placeOf: Int32Array;
  readonly durations: Float64Array;
  readonly shifts: readonly TourShift[];
  readonly helperOf: Int32Array;
  readonly startPlace: Int32Array;
  readonly endPlace: Int32Array;
  readonly dayOf: Float64Array;
  readonly starts: Starts;
  readonly loadKinds: number;
  readonly loads: Float64Array;
  /** By `tour * loadKinds + load`. */
  readonly capacity: Float64Array;
  readonly maxVisits: Float64Array;
  readonly maxWork: Float64Array;
  readonly overtimeAfter: Float64Array;
  /** Soft cost of one unit of way, by helper. */
  readonly wayPrice: Float64Array;
  /** Soft cost of a visit with a helper whatever its place in the tour, by `visit * helpers + helper`. */
  readonly visitPrice: Float64Array;
  /** What a visit costs that is left out: medium and soft. */
  readonly leftOutMedium: Float64Array;
  readonly leftOutSoft: Float64Array;
  /** Tours of one twin number differ in nothing but the name of their helper. */
  readonly twinOf: Int32Array;
  /** As in `starts`: the tours that may hold a visit at some time. */
  readonly toursFrom: Int32Array;
  readonly toursFor: Int32Array;
  readonly promised: Promised | null;
  /** Whether cost hangs on the hour: some window has a soft end, or something was promised. */
  readonly timed: boolean;
  /** Whether cost hangs on the sum of a helper's work. */
  readonly workPriced: boolean;
}

export function* tableOf(frame: Frame, promised: Promised | null = null): Slices<Table> {
  const shifts = frame.helpers.flatMap(({ shifts: own }, helper) =>
    own.toSorted((a, b) => a.from - b.from).map(({ from, until }): TourShift => ({ helper, from, until })),
  );
  const { problem, visits, helpers } = frame;
  const { weights } = problem;
  const nowhere = frame.places;
  const helperOf = Int32Array.from(shifts, ({ helper }) => helper);
  const dayOf = Float64Array.from(shifts, (shift) => dayOfShift(shift, problem.dayLength));
  const starts = yield* startsOf(
    frame,
    shifts,
    (visit, tour) =>
      frame.barred[visit * helpers.length + helperOf[tour]!] === 0 &&
      (frame.spacingsOf[visit]!.length === 0 || !Number.isNaN(dayOf[tour]!)),
  );
  const loadKinds = visits.reduce((most, { loads }) => Math.max(most, loads.length), 0);
  const limits = (limit: (helper: Frame['helpers'][number]) => number | null): Float64Array =>
    Float64Array.from(helpers, (helper) => limit(helper) ?? Number.POSITIVE_INFINITY);
  const overtimeAfter = limits((helper) => helper.overtimeAfter);
  const visitPrice = yield* visitPrices(frame, promised);
  const wayPrice = Float64Array.from(helpers, ({ wage }) => weights.travel + weights.cost * wage);
  return {
    frame,
    visits: visits.length,
    helpers: helpers.length,
    tours: shifts.length,
    ...(yield* ways(frame)),
    durations: frame.durations,
    shifts,
    helperOf,
    startPlace: Int32Array.from(helperOf, (helper) => placeOr(frame.homeFrom[helper]!, nowhere)),
    endPlace: Int32Array.from(helperOf, (helper) => placeOr(frame.homeTo[helper]!, nowhere)),
    dayOf,
    starts,
    toursFrom: starts.toursFrom,
    toursFor: starts.toursFor,
    loadKinds,
    loads: Float64Array.from(
      { length: visits.length * loadKinds },
      (_, at) => visits[Math.floor(at / loadKinds)]!.loads[at % loadKinds] ?? 0,
    ),
    capacity: Float64Array.from(
      { length: shifts.length * loadKinds },
      (_, at) => helpers[helperOf[Math.floor(at / loadKinds)]!]!.capacity[at % loadKinds] ?? Number.POSITIVE_INFINITY,
    ),
    maxVisits: limits((helper) => helper.maxVisits),
    maxWork: limits((helper) => helper.maxWork),
    overtimeAfter,
    wayPrice,
    visitPrice,
    leftOutMedium: Float64Array.from(visits, ({ priority, penalty }) => (penalty === null ? priority : 0)),
    leftOutSoft: Float64Array.from(visits, ({ penalty }) => weights.cost * (penalty ?? 0)),
    twinOf: yield* twins(frame, helperOf, visitPrice),
    promised,
    timed: promised !== null || visits.some(({ windows }) => windows.some(({ softUntil }) => softUntil !== null)),
    workPriced: weights.fairness > 0 || (weights.overtime > 0 && overtimeAfter.some((limit) => limit < Number.POSITIVE_INFINITY)),
  };
}

const placeOr = (place: number, nowhere: number): number => (place === -1 ? nowhere : place);

/** The day a shift lies in; NaN where it runs over midnight. */
const dayOfShift = ({ from, until }: TourShift, dayLength: number): number =>
  Math.floor(from / dayLength) === Math.floor((until - 1) / dayLength) ? Math.floor(from / dayLength) : Number.NaN;

const BLOCK = 16;

function* ways({
  times,
  places,
  placeOf,
  homeFrom,
  homeTo,
}: Frame): Slices<Pick<Table, 'places' | 'way' | 'wayBack' | 'placeOf'>> {
  const slice = new Slice();
  let way = times;
  let size = places;
  if (homeFrom.includes(-1) || homeTo.includes(-1)) {
    size++;
    way = new Float64Array(size * size);
    for (let a = 0; a < places; a++) {
      way.set(times.subarray(a * places, (a + 1) * places), a * size);
      if (slice.isFull(places)) yield;
    }
  }
  // Block by block, since going down a long column misses every cache.
  let same = 0;
  while (same < places && isSameBack(way, size, same)) {
    same += BLOCK;
    if (slice.isFull(places * BLOCK)) yield;
  }
  if (same >= places) return { places: size, way, wayBack: way, placeOf };
  const wayBack = new Float64Array(size * size);
  for (let from = 0; from < size; from += BLOCK) {
    const until = Math.min(size, from + BLOCK);
    for (let b = 0; b < size; b++) for (let a = from; a < until; a++) wayBack[b * size + a] = way[a * size + b]!;
    if (slice.isFull(size * BLOCK)) yield;
  }
  return { places: size, way, wayBack, placeOf };
}

/** Whether a block of rows is the same as the block of columns. */
function isSameBack(way: Float64Array, size: number, from: number): boolean {
  const until = Math.min(size, from + BLOCK);
  for (let b = from; b < size; b++) for (let a = from; a < until; a++) if (way[b * size + a] !== way[a * size + b]) return false;
  return true;
}

/** What a visit costs with a helper wherever it stands, by `visit * helpers + helper`. */
export function* visitPrices(
  { problem: { weights }, helpers, visits, missesWish, effort, durations }: Frame,
  promised: Promised | null,
): Slices<Float64Array> {
  const prices = new Float64Array(visits.length * helpers.length);
  const cost = Float64Array.from(helpers, (helper) => helper.cost);
  const wage = Float64Array.from(helpers, (helper) => helper.wage);
  const slice = new Slice();
  for (let visit = 0; visit < visits.length; visit++) {
    if (slice.isFull(helpers.length)) yield;
    const told = promised?.helperOf[visit] ?? -1;
    const own = effort[visit] ?? null;
    const duration = durations[visit]!;
    for (let helper = 0; helper < helpers.length; helper++) {
      const at = visit * helpers.length + helper;
      const spent = cost[helper]! + wage[helper]! * duration + (own === null ? 0 : own[helper]!);
      const moved = promised !== null && told !== -1 && told !== helper ? promised.movePrice : 0;
      prices[at] = weights.wanted * missesWish[at]! + weights.cost * spent + moved;
    }
  }
  return prices;
}

/** Helpers are twins who differ in no word but their names and skills, and in what they may do and cost for no visit. */
function* twins({ helpers, barred }: Frame, helperOf: Int32Array, visitPrice: Float64Array): Slices<Int32Array> {
  const alike = new Map<string, number[]>();
  let rows = 0;
  const isTwin = (a: number, b: number): boolean => {
    for (let row = 0; row < barred.length; row += helpers.length, rows++)
      if (barred[row + a] !== barred[row + b] || visitPrice[row + a] !== visitPrice[row + b]) return false;
    return true;
  };
  const firstOf: number[] = [];
  const slice = new Slice();
  for (const [helper, { id: _, skills: __, ...rest }] of helpers.entries()) {
    const key = JSON.stringify(rest);
    const others = alike.get(key) ?? [];
    const twin = others.find((other) => isTwin(other, helper));
    if (twin === undefined) alike.set(key, [...others, helper]);
    firstOf.push(twin ?? helper);
    // Going down a column misses every cache.
    if (slice.isFull(64 * rows)) yield;
    rows = 0;
  }
  const toursSoFar = new Int32Array(helpers.length);
  const numbers = new Map<string, number>();
  return helperOf.map((helper) => {
    const key = `${toursSoFar[helper]!++}|${firstOf[helper]}`;
    const number = numbers.get(key) ?? numbers.size;
    numbers.set(key, number);
    return number;
  });
}
