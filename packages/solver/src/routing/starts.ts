import type { Frame } from '../frame.ts';
import { Slice, type Slices } from '../slices.ts';

/**
 * When each visit may start, by kind of tour and visit: its windows within the shift and outside the breaks, in rising
 * order. A kind is what tours share that have the same span, ends and breaks. Only what can be at all has a slot.
 */
export interface Starts {
  /** The slots of a visit: from `slotsFrom[visit]` to `slotsFrom[visit + 1]`. */
  readonly slotsFrom: Int32Array;
  /** The tours that may hold a visit at some time, rising: from `toursFrom[visit]` to `toursFrom[visit + 1]` in `toursFor`. */
  readonly toursFrom: Int32Array;
  readonly toursFor: Int32Array;
  /** Beside each of `toursFor`: the slot of the visit there. */
  readonly slotFor: Int32Array;
  /** By slot: the first and the last start. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Whether there is a gap between them: 1 where `runs` must be asked. */
  readonly gaps: Uint8Array;
  readonly runs: ReadonlyMap<number, readonly Run[]>;
  /** By slot: starts above the first at which a window opens that is milder than those before; rising, most have none. */
  readonly milder: ReadonlyMap<number, readonly number[]>;
}

interface Run {
  readonly first: number;
  readonly last: number;
}

/** One shift of one helper, in the order of the frame. */
export interface TourShift {
  readonly helper: number;
  readonly from: number;
  readonly until: number;
}

/** `mayHold` tells whether a tour may hold a visit at any time at all. */
export function* startsOf(
  frame: Frame,
  shifts: readonly TourShift[],
  mayHold: (visit: number, tour: number) => boolean,
): Slices<Starts> {
  const kinds = kindsOf(frame, shifts);
  const slotsFrom = new Int32Array(frame.visits.length + 1);
  const toursFrom = new Int32Array(frame.visits.length + 1);
  // In parts, for nobody knows how long they get.
  const tourParts: Int32Array[] = [];
  const slotParts: Int32Array[] = [];
  let listed = 0;
  // By tour: the slot of the visit that is looked at.
  const slotIn = new Int32Array(shifts.length);
  const found = new Int32Array(shifts.length);
  const first: number[] = [];
  const last: number[] = [];
  const gaps: number[] = [];
  const runs = new Map<number, readonly Run[]>();
  const milder = new Map<number, readonly number[]>();
  const slice = new Slice();
  for (const [visit, { windows }] of frame.visits.entries()) {
    const opens = opensOf(windows);
    let count = 0;
    let looked = 0;
    let isRising = true;
    for (const [kind, own] of runsByKind(frame, kinds, visit)) {
      const slot = first.length;
      const before = count;
      for (const tour of kind.tours)
        if (mayHold(visit, tour)) {
          if (count > 0 && tour < found[count - 1]!) isRising = false;
          slotIn[tour] = slot;
          found[count++] = tour;
        }
      looked += kind.tours.length;
      if (count === before) continue;
      first.push(own[0]!.first);
      last.push(own.at(-1)!.last);
      gaps.push(own.length > 1 ? 1 : 0);
      if (own.length > 1) runs.set(slot, own);
      const later = opens.filter((open) => open > own[0]!.first && own.some((run) => run.first <= open && open <= run.last));
      if (later.length > 0) milder.set(slot, later);
    }
    // Those of one kind stand in order already.
    if (!isRising) found.subarray(0, count).sort();
    for (let at = 0; at < count; at++, listed++) {
      const inPart = listed % PART;
      if (inPart === 0) {
        tourParts.push(new Int32Array(PART));
        slotParts.push(new Int32Array(PART));
      }
      tourParts.at(-1)![inPart] = found[at]!;
      slotParts.at(-1)![inPart] = slotIn[found[at]!]!;
    }
    slotsFrom[visit + 1] = first.length;
    toursFrom[visit + 1] = listed;
    if (slice.isFull(8 * (looked + kinds.length))) yield;
  }
  const toursFor = new Int32Array(listed);
  const slotFor = new Int32Array(listed);
  for (let at = 0; at < listed; at += PART) {
    toursFor.set(tourParts[at / PART]!.subarray(0, listed - at), at);
    slotFor.set(slotParts[at / PART]!.subarray(0, listed - at), at);
    if (slice.isFull(2 * PART)) yield;
  }
  return {
    slotsFrom,
    toursFrom,
    toursFor,
    slotFor,
    first: new Float64Array(first),
    last: new Float64Array(last),
    gaps: new Uint8Array(gaps),
    runs,
    milder,
  };
}

/** Entries of a list that grows. */
const PART = 1 << 14;

interface Kind extends TourShift {
  readonly tours: number[];
  /** No kind up to this one, by start, ends later. */
  readonly latest: number;
  readonly breaks: readonly Run[];
}

/** By start of their shift. Of the breaks only those count that touch it. */
function kindsOf(frame: Frame, shifts: readonly TourShift[]): readonly Kind[] {
  const breaksOf = frame.helpers.map(({ breaks }) => joined(breaks));
  const known = new Map<string, Omit<Kind, 'latest'>>();
  for (const [tour, shift] of shifts.entries()) {
    const { helper, from, until } = shift;
    const all = breaksOf[helper]!;
    const breaks = all.slice(
      firstWhere(all.length, (at) => all[at]!.last >= from),
      firstWhere(all.length, (at) => all[at]!.first >= until),
    );
    const key = JSON.stringify([from, until, frame.homeFrom[helper], frame.homeTo[helper], breaks]);
    const kind = known.get(key);
    if (kind === undefined) known.set(key, { ...shift, tours: [tour], breaks });
    else kind.tours.push(tour);
  }
  let latest = 0;
  return [...known.values()]
    .sort((a, b) => a.from - b.from)
    .map((kind) => {
      latest = Math.max(latest, kind.until);
      return { ...kind, latest };
    });
}

/** Spans in order, with those joined that overlap or touch. */
const joined = (spans: readonly { readonly from: number; readonly until: number }[]): readonly Run[] =>
  merged(spans.map(({ from, until }) => ({ first: from, last: until - 1 })));

/** The windows' starts at which lateness may fall, rising. Nothing where no end is soft. */
const opensOf = (windows: Frame['visits'][number]['windows']): readonly number[] =>
  windows.some(({ softUntil }) => softUntil !== null) ? [...new Set(windows.map(({ from }) => from))].sort((a, b) => a - b) : [];

/** The starts of a visit in each kind of tour in which it has any. */
function runsByKind(frame: Frame, kinds: readonly Kind[], visit: number): Map<Kind, readonly Run[]> {
  const { times, places, placeOf, homeFrom, homeTo, durations } = frame;
  const { windows, pinned } = frame.visits[visit]!;
  const place = placeOf[visit]!;
  const duration = durations[visit]!;
  const found = new Map<Kind, Run[]>();
  for (const { from, until } of windows)
    for (let at = firstWhere(kinds.length, (kind) => kinds[kind]!.from >= until) - 1; at >= 0 && kinds[at]!.latest > from; at--) {
      const kind = kinds[at]!;
      const out = homeFrom[kind.helper] === -1 ? 0 : times[homeFrom[kind.helper]! * places + place]!;
      const back = homeTo[kind.helper] === -1 ? 0 : times[place * places + homeTo[kind.helper]!]!;
      const first = Math.max(from, kind.from + out, pinned?.from ?? 0);
      const last = Math.min(until - duration, kind.until - back - duration, pinned?.from ?? Number.POSITIVE_INFINITY);
      if (first > last) continue;
      const list = found.get(kind);
      if (list === undefined) found.set(kind, [{ first, last }]);
      else list.push({ first, last });
    }
  const runs = new Map<Kind, readonly Run[]>();
  for (const [kind, list] of found) {
    const free = outside(merged(list), kind.breaks, duration);
    if (free.length > 0) runs.set(kind, free);
  }
  return runs;
}

/** The first number below `count` of which something holds that holds of all after it. */
function firstWhere(count: number, holds: (at: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Runs in order with those joined that touch. */
function merged(runs: readonly Run[]): Run[] {
  const whole: Run[] = [];
  for (const run of runs.toSorted((a, b) => a.first - b.first)) {
    const before = whole.at(-1);
    if (before !== undefined && run.first <= before.last + 1)
      whole[whole.length - 1] = { first: before.first, last: Math.max(before.last, run.last) };
    else whole.push(run);
  }
  return whole;
}

/** What is left of starts where no service of this length may touch a break; both in order. */
function outside(runs: readonly Run[], breaks: readonly Run[], duration: number): readonly Run[] {
  if (breaks.length === 0) return runs;
  const free: Run[] = [];
  for (const { first, last } of runs) {
    let from = first;
    for (const pause of breaks) {
      if (pause.last < from || pause.first >= last + duration) continue;
      const until = pause.first - duration;
      if (from <= until) free.push({ first: from, last: until });
      from = pause.last + 1;
    }
    if (from <= last) free.push({ first: from, last });
  }
  return free;
}
