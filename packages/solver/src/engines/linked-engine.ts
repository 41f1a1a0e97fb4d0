import type { Frame } from '../frame.ts';
import { type LinkedInput, NEVER } from '../linked/input.ts';
import { type LinkedSearch, linkedSearch } from '../linked/search.ts';
import type { PlannedVisit } from '../plan.ts';
import { visitPrices } from '../routing/table.ts';
import { planOf, total } from '../score.ts';
import type { Engine } from './engine.ts';
import { hasSoftEnds } from './structure.ts';

/** No time is further from the start of the shift, and no way or service longer: sums of them must fit into 32 bits. */
const LONGEST = 2 ** 28;
/** No cost on top is larger, for the same reason. */
const DEAREST = 2 ** 30;

/**
 * Visits tied together across people, or late at a price, in one stretch of time: everybody sets out from the same place in
 * the same shift, every visit has one window and the same weight, and nothing counts but ways, lateness, wishes and effort.
 * Null where the problem is of another kind.
 */
export function linkedEngine(frame: Frame, seed: number): Engine | null {
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
  if (frame.links.some(({ minLag, maxLag }) => minLag === Number.NEGATIVE_INFINITY && maxLag === Number.POSITIVE_INFINITY))
    return null;
  const extraCost = visitPrices(frame, null);
  if (extraCost.some((cost) => cost > DEAREST)) return null;
  return new LinkedEngine(frame, inputOf(frame, shift.from, shift.until, extraCost), shift.from, seed);
}

function fitsInto32Bits({ visits, durations, times }: Frame, from: number, until: number): boolean {
  const isNear = (time: number): boolean => Math.abs(time - from) <= LONGEST;
  return (
    isNear(until) &&
    visits.every(({ windows }) =>
      windows.every((window) => isNear(window.from) && isNear(window.until) && isNear(window.softUntil ?? from)),
    ) &&
    durations.every((duration) => duration <= LONGEST) &&
    times.every((time) => time <= LONGEST)
  );
}

function inputOf(frame: Frame, from: number, until: number, extraCost: Float64Array): LinkedInput {
  const { helpers, visits, problem, durations, placeOf, places, barred } = frame;
  const times = waysWithHomes(frame);
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
    travel: times,
    helperStart: new Int32Array(helpers.length).fill(places),
    helperEnd: new Int32Array(helpers.length).fill(places + 1),
    helperEarliest: new Int32Array(helpers.length),
    helperLatest: new Int32Array(helpers.length).fill(until - from),
    place: Int32Array.from(placeOf),
    duration: Int32Array.from(durations),
    earliest: Int32Array.from(windows, ({ earliest }) => earliest),
    latest: Int32Array.from(windows, ({ latest }) => latest),
    hardLatest: Int32Array.from(windows, ({ hardLatest }) => hardLatest),
    allowed: barred.map((bars) => (bars === 0 ? 1 : 0)),
    extraCost: extraCost.some((cost) => cost !== 0) ? new Int32Array(extraCost) : null,
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

/**
 * The ways with two more places, where everybody sets out and where everybody ends: between those two it is no way, for who
 * does nothing walks nowhere.
 */
function waysWithHomes({ times, places, homeFrom, homeTo }: Frame): Int32Array {
  const size = places + 2;
  const ways = new Int32Array(size * size);
  for (let from = 0; from < size; from++) {
    const row = (from === places ? homeFrom[0]! : from === places + 1 ? homeTo[0]! : from) * places;
    for (let to = 0; to < size; to++) {
      if (from >= places && to >= places) continue;
      ways[from * size + to] = times[row + (to === places ? homeFrom[0]! : to === places + 1 ? homeTo[0]! : to)]!;
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

  constructor(frame: Frame, input: LinkedInput, origin: number, seed: number) {
    this.#frame = frame;
    this.#search = linkedSearch(input, seed);
    this.#origin = origin;
  }

  get steps(): number {
    return this.#search.steps;
  }

  get best(): { readonly medium: number; readonly soft: number } {
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
    const { score } = planOf(frame, planned);
    this.#planned = planned;
    this.#best = { medium: total(score.medium), soft: total(score.soft) };
  }
}
