import type { Frame } from '../frame.ts';
import { type LinkedInput, NEVER } from '../linked/input.ts';
import { type LinkedSearch, linkedSearch } from '../linked/search.ts';
import type { PlannedVisit } from '../plan.ts';
import { visitPrices } from '../routing/table.ts';
import { planOf, total } from '../score.ts';
import { Slice, type Slices } from '../slices.ts';
import type { Engine } from './engine.ts';
import { hasSoftEnds } from './structure.ts';

/** No time is further from the start of the shift, and no way or service longer: sums of them must fit into 32 bits. */
const LONGEST = 2 ** 28;
/** More visits than this are not timed anew for each better plan. */
const MANY = 1000;
/** No cost on top is larger, for the same reason. */
const DEAREST = 2 ** 30;

/**
 * Visits tied together across people, or late at a price, in one stretch of time: everybody sets out from the same place in
 * the same shift, every visit has one window and the same weight, and nothing counts but ways, lateness, wishes and effort.
 * Null where the problem is of another kind.
 */
export function* linkedEngine(frame: Frame, seed: number): Slices<Engine | null> {
  const { helpers, visits, problem } = frame;
  const [first] = helpers;
  const [shift] = first?.shifts ?? [];
  if (first === undefined || shift === undefined || visits.length === 0) return null;
  if (frame.links.length === 0 && !hasSoftEnds(frame)) return null;
  const { weights, spacings } = problem;
  if (spacings.length > 0 || weights.fairness > 0) return null;
  if (weights.continuity > 0 && frame.served.some(({ length }) => length > 1)) return null;
  const isAlike = helpers.every(
    ({ shifts, breaks, from, to, capacity, maxVisits, maxWork, overtimeAfter, wage }) =>
      shifts.length === 1 &&
      shifts[0]!.from === shift.from &&
      shifts[0]!.until === shift.until &&
      from === first.from &&
      to === first.to &&
      from !== null &&
      to !== null &&
      wage === first.wage &&
      breaks.length === 0 &&
      capacity.length === 0 &&
      maxVisits === null &&
      maxWork === null &&
      (overtimeAfter === null || weights.overtime === 0),
  );
  const isPlain = visits.every(
    ({ windows, pinned, penalty, priority }) =>
      windows.length === 1 && pinned === null && penalty === null && priority === visits[0]!.priority,
  );
  if (!isAlike || !isPlain || !fitsInto32Bits(frame, shift.from, shift.until)) return null;
  const ways = yield* waysWithHomes(frame);
  if (ways === null) return null;
  if (frame.links.some(({ minLag, maxLag }) => minLag === Number.NEGATIVE_INFINITY && maxLag === Number.POSITIVE_INFINITY))
    return null;
  const extraCost = yield* visitPrices(frame, null);
  const pairs = yield* pairsOf(frame, extraCost);
  if (pairs === null) return null;
  const input = inputOf(frame, shift.from, shift.until, ways, pairs);
  return new LinkedEngine(frame, yield* linkedSearch(input, seed), shift.from);
}

function fitsInto32Bits({ visits, durations }: Frame, from: number, until: number): boolean {
  const isNear = (time: number): boolean => Math.abs(time - from) <= LONGEST;
  return (
    isNear(until) &&
    visits.every(({ windows }) =>
      windows.every((window) => isNear(window.from) && isNear(window.until) && isNear(window.softUntil ?? from)),
    ) &&
    durations.every((duration) => duration <= LONGEST)
  );
}

function inputOf(frame: Frame, from: number, until: number, travel: Int32Array, pairs: Pairs): LinkedInput {
  const { helpers, visits, problem, durations, placeOf, places } = frame;
  const { weights } = problem;
  const [{ wage }] = helpers as [Frame['helpers'][number]];
  const windows = visits.map(({ windows: [window] }, visit) => {
    const home = frame.homeFrom[0]!;
    const out = frame.times[home * places + placeOf[visit]!]!;
    const back = frame.times[placeOf[visit]! * places + frame.homeTo[0]!]!;
    const duration = durations[visit]!;
    return {
      earliest: Math.max(window!.from, from + out) - from,
      hardLatest: Math.min(window!.until, until - back) - duration - from,
      latest: window!.softUntil === null ? NEVER : window!.softUntil - duration - from,
    };
  });
  return {
    places: places + 2,
    travel,
    helperStart: new Int32Array(helpers.length).fill(places),
    helperEnd: new Int32Array(helpers.length).fill(places + 1),
    helperEarliest: new Int32Array(helpers.length),
    helperLatest: new Int32Array(helpers.length).fill(until - from),
    place: Int32Array.from(placeOf),
    duration: Int32Array.from(durations),
    earliest: Int32Array.from(windows, ({ earliest }) => earliest),
    latest: Int32Array.from(windows, ({ latest }) => latest),
    hardLatest: Int32Array.from(windows, ({ hardLatest }) => hardLatest),
    ...pairs,
    leftOutWeight: null,
    links: frame.links.map(({ first, second, minLag, maxLag, helper }) => ({
      first,
      second,
      minLag: Math.max(minLag, from - until),
      maxLag: Math.min(maxLag, until - from),
      helpers: helper,
    })),
    travelWeight: weights.travel + weights.cost * wage,
    latenessWeight: weights.lateness,
    largestLatenessWeight: weights.latest,
  };
}

type Pairs = Pick<LinkedInput, 'allowed' | 'extraCost'>;

/** Null where one costs too much. */
function* pairsOf({ barred }: Frame, extraCost: Float64Array): Slices<Pairs | null> {
  const allowed = new Uint8Array(barred.length);
  const costs = new Int32Array(barred.length);
  const slice = new Slice();
  let isPriced = false;
  for (let pair = 0; pair < barred.length; pair++) {
    allowed[pair] = barred[pair] === 0 ? 1 : 0;
    const cost = extraCost[pair]!;
    if (cost > DEAREST) return null;
    if (cost !== 0) isPriced = true;
    costs[pair] = cost;
    if (slice.isFull(1)) yield;
  }
  return { allowed, extraCost: isPriced ? costs : null };
}

/**
 * The ways with two more places, where everybody sets out and where everybody ends: between those two it is no way, for who
 * does nothing walks nowhere. Null where one is too long.
 */
function* waysWithHomes({ times, places, homeFrom, homeTo }: Frame): Slices<Int32Array | null> {
  const size = places + 2;
  const ways = new Int32Array(size * size);
  const slice = new Slice();
  for (let from = 0; from < size; from++) {
    if (slice.isFull(size)) yield;
    const row = (from === places ? homeFrom[0]! : from === places + 1 ? homeTo[0]! : from) * places;
    for (let to = 0; to < size; to++) {
      if (from >= places && to >= places) continue;
      const way = times[row + (to === places ? homeFrom[0]! : to === places + 1 ? homeTo[0]! : to)]!;
      if (way > LONGEST) return null;
      ways[from * size + to] = way;
    }
  }
  return ways;
}

class LinkedEngine implements Engine {
  readonly bound = null;
  readonly isDone = false;
  readonly #frame: Frame;
  readonly #search: LinkedSearch;
  readonly #origin: number;
  #seen = -1;
  #planned: readonly PlannedVisit[] = [];
  #best = { medium: 0, soft: 0 };

  constructor(frame: Frame, search: LinkedSearch, origin: number) {
    this.#frame = frame;
    this.#search = search;
    this.#origin = origin;
  }

  get steps(): number {
    return this.#search.steps;
  }

  /** Of many visits as it was found: to time a plan anew takes as long as many steps. Rings of waits may close a bit tighter then. */
  get best(): { readonly medium: number; readonly soft: number } {
    const { visits } = this.#frame;
    if (visits.length > MANY) return { medium: this.#search.bestMustLeftOut * visits[0]!.priority, soft: this.#search.bestCost };
    this.#look();
    return this.#best;
  }

  planned(): readonly PlannedVisit[] {
    this.#look();
    return this.#planned;
  }

  begin(visits: number): boolean {
    return this.#search.begin(visits);
  }

  run(steps: number, fromShare: number, toShare: number): void {
    this.#search.run(steps, fromShare, toShare);
  }

  /** Reads the best plan anew if it is another than before. */
  #look(): void {
    if (this.#search.bestNumber === this.#seen) return;
    const frame = this.#frame;
    this.#seen = this.#search.bestNumber;
    const { helper, start } = this.#search.best;
    const planned: PlannedVisit[] = [];
    for (const [visit, { id, duration }] of frame.visits.entries()) {
      if (helper[visit] === -1) continue;
      const from = this.#origin + start[visit]!;
      planned.push({ visitId: id, helperId: frame.helpers[helper[visit]!]!.id, from, until: from + duration });
    }
    this.#planned = planned;
    if (frame.visits.length > MANY) return;
    const { score } = planOf(frame, planned);
    this.#best = { medium: total(score.medium), soft: total(score.soft) };
  }
}
