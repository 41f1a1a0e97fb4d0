import type { Frame } from '../frame.ts';

/**
 * When each visit may start, by kind of tour and visit: its windows within the shift and outside the breaks, in rising
 * order. A kind is what tours share that have the same span, ends and breaks.
 */
export interface Starts {
  /** By tour. */
  readonly kindOf: Int32Array;
  /** By `kind * visits + visit`: the first and the last start; the first is above the last where there is none. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  /** Whether there is a gap between them: 1 where `runs` must be asked. */
  readonly gaps: Uint8Array;
  readonly runs: ReadonlyMap<number, readonly Run[]>;
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

export function startsOf(frame: Frame, shifts: readonly TourShift[], promised: Float64Array | null): Starts {
  const kinds = new Map<string, number>();
  const kindOf = new Int32Array(shifts.length);
  const samples: number[] = [];
  for (const [tour, { helper, from, until }] of shifts.entries()) {
    const own = promised === null ? '' : helper;
    const breaks = frame.helpers[helper]!.breaks.map((span) => `${span.from}-${span.until}`);
    const key = [from, until, frame.homeFrom[helper], frame.homeTo[helper], breaks.join(','), own].join('|');
    let kind = kinds.get(key);
    if (kind === undefined) {
      kind = kinds.size;
      kinds.set(key, kind);
      samples.push(tour);
    }
    kindOf[tour] = kind;
  }
  const visits = frame.visits.length;
  const first = new Float64Array(kinds.size * visits);
  const last = new Float64Array(first.length);
  const gaps = new Uint8Array(first.length);
  const runs = new Map<number, readonly Run[]>();
  for (const [kind, sample] of samples.entries())
    for (let visit = 0; visit < visits; visit++) {
      const own = runsIn(frame, shifts[sample]!, visit, promised);
      const at = kind * visits + visit;
      first[at] = own[0]?.first ?? Number.POSITIVE_INFINITY;
      last[at] = own.at(-1)?.last ?? Number.NEGATIVE_INFINITY;
      if (own.length < 2) continue;
      gaps[at] = 1;
      runs.set(at, own);
    }
  return { kindOf, first, last, gaps, runs };
}

/** `promised`: by visit and helper, a start that was told to people, which is not to be brought forward; NaN for none. */
function runsIn(frame: Frame, { helper, from, until }: TourShift, visit: number, promised: Float64Array | null): Run[] {
  const { times, places, placeOf, homeFrom, homeTo, durations } = frame;
  const { windows, pinned } = frame.visits[visit]!;
  const place = placeOf[visit]!;
  const duration = durations[visit]!;
  const out = homeFrom[helper] === -1 ? 0 : times[homeFrom[helper]! * places + place]!;
  const back = homeTo[helper] === -1 ? 0 : times[place * places + homeTo[helper]!]!;
  const told = promised?.[visit * frame.helpers.length + helper] ?? Number.NaN;
  const earliest = Math.max(from + out, pinned?.from ?? 0, Number.isNaN(told) ? 0 : told);
  const latest = Math.min(until - back - duration, pinned?.from ?? Number.POSITIVE_INFINITY);
  let runs: Run[] = windows.map((window) => ({
    first: Math.max(window.from, earliest),
    last: Math.min(window.until - duration, latest),
  }));
  for (const pause of frame.helpers[helper]!.breaks)
    runs = runs.flatMap((run) => [
      { first: run.first, last: Math.min(run.last, pause.from - duration) },
      { first: Math.max(run.first, pause.until), last: run.last },
    ]);
  return merged(runs.filter((run) => run.first <= run.last));
}

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
