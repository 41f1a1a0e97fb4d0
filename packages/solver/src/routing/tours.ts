import type { Table } from './table.ts';
import { workCost } from './work-cost.ts';

/**
 * All tours as flat rows, and what they cost. A tour that is changed is first copied to a spare row; `keep` lets the copies
 * stand, `undo` goes back to the rows before. Costs are whole and exact.
 *
 * Row: position 0 is the start place, `length + 1` the end place, the visits stand between. By `row * width + position`:
 * `visitAt`, `slotAt` (its starts there), `placeAt`, `leg` (the way that leads here), `ready` (earliest end of the service) and `due` (latest start that
 * lets all after it be in time).
 */
export class Tours {
  readonly table: Table;
  readonly width: number;
  readonly visitAt: Int32Array;
  readonly slotAt: Int32Array;
  readonly placeAt: Int32Array;
  readonly leg: Float64Array;
  readonly ready: Float64Array;
  readonly due: Float64Array;
  readonly length: Int32Array;
  /** By row: service and way; nothing where the tour is empty. */
  readonly work: Float64Array;
  /** By row, where cost hangs on the hour: its cost, and the largest lateness. */
  readonly hourCost: Float64Array;
  readonly lateness: Float64Array;
  /** By `row * loadKinds + load`. */
  readonly load: Float64Array;
  /** By tour. */
  readonly rowOf: Int32Array;
  /** By visit, -1 where it is left out. */
  readonly tourOf: Int32Array;
  /** By helper. */
  readonly helperWork: Float64Array;
  readonly helperVisits: Int32Array;
  /** By slot, starts as they hold now: a linked visit that is placed has the one it was given, a held one none before it. */
  readonly first: Float64Array;
  readonly last: Float64Array;
  readonly gaps: Uint8Array;
  /** By visit: the start a linked visit was given, NaN for none. */
  readonly fixedAt: Float64Array;
  /** By visit: before what start it may not come where it stands, NaN for none: waiting is cheaper than the earliest start. */
  readonly heldAt: Float64Array;
  /** By `served * helpers + helper`: visits of one helper to one who is served; and by served: how many different helpers. */
  readonly visitsTo: Int32Array;
  readonly facesOf: Int32Array;

  medium = 0;
  soft = 0;

  readonly #spare: Int32Array;
  #spares: number;
  readonly #rowBefore: Int32Array;
  readonly #changed: Int32Array;
  #changes = 0;
  #mediumBefore = 0;
  #softBefore = 0;
  /** Visits that were moved since the last `keep`, with where and when they were. */
  readonly #moved: Int32Array;
  readonly #movedTour: Int32Array;
  readonly #movedFixed: Float64Array;
  readonly #movedHeld: Float64Array;
  #moves = 0;
  readonly #isMoved: Uint8Array;

  constructor(table: Table) {
    this.table = table;
    const { visits, tours, helpers, loadKinds, starts, frame } = table;
    const rows = 2 * tours + 1;
    this.width = mostStops(table) + 2;
    this.visitAt = new Int32Array(rows * this.width);
    this.slotAt = new Int32Array(rows * this.width);
    this.placeAt = new Int32Array(rows * this.width);
    this.leg = new Float64Array(rows * this.width);
    this.ready = new Float64Array(rows * this.width);
    this.due = new Float64Array(rows * this.width);
    this.length = new Int32Array(rows);
    this.work = new Float64Array(rows);
    this.hourCost = new Float64Array(rows);
    this.lateness = new Float64Array(rows);
    this.load = new Float64Array(rows * loadKinds);
    this.rowOf = Int32Array.from({ length: tours }, (_, tour) => tour);
    this.tourOf = new Int32Array(visits).fill(-1);
    this.helperWork = new Float64Array(helpers);
    this.helperVisits = new Int32Array(helpers);
    this.first = starts.first.slice();
    this.last = starts.last.slice();
    this.gaps = starts.gaps.slice();
    this.fixedAt = new Float64Array(visits).fill(Number.NaN);
    this.heldAt = new Float64Array(visits).fill(Number.NaN);
    this.visitsTo = new Int32Array(frame.served.length * helpers);
    this.facesOf = new Int32Array(frame.served.length);
    this.#spare = Int32Array.from({ length: rows - tours }, (_, at) => tours + at);
    this.#spares = rows - tours;
    this.#rowBefore = new Int32Array(tours).fill(-1);
    this.#changed = new Int32Array(tours);
    this.#moved = new Int32Array(visits);
    this.#movedTour = new Int32Array(visits);
    this.#movedFixed = new Float64Array(visits);
    this.#movedHeld = new Float64Array(visits);
    this.#isMoved = new Uint8Array(visits);
    for (let tour = 0; tour < tours; tour++) {
      const at = tour * this.width;
      this.placeAt[at] = table.startPlace[tour]!;
      this.placeAt[at + 1] = table.endPlace[tour]!;
      this.ready[at] = table.shifts[tour]!.from;
      this.due[at + 1] = table.shifts[tour]!.until;
      this.refresh(tour, 1, 0);
    }
    for (let visit = 0; visit < visits; visit++) {
      this.medium += table.leftOutMedium[visit]!;
      this.soft += table.leftOutSoft[visit]!;
    }
    this.#mediumBefore = this.medium;
    this.#softBefore = this.soft;
  }

  /** The earliest start of a slot from `time` on, infinite for none. */
  startFrom(slot: number, time: number): number {
    if (time <= this.first[slot]!) return this.first[slot]!;
    if (time > this.last[slot]!) return Number.POSITIVE_INFINITY;
    if (this.gaps[slot] === 0) return time;
    for (const run of this.table.starts.runs.get(slot)!) if (time <= run.last) return Math.max(time, run.first);
    return Number.POSITIVE_INFINITY;
  }

  /** The latest start of a slot up to `time`, infinitely early for none. */
  startUpTo(slot: number, time: number): number {
    if (time >= this.last[slot]!) return this.last[slot]!;
    if (time < this.first[slot]!) return Number.NEGATIVE_INFINITY;
    if (this.gaps[slot] === 0) return time;
    let latest = Number.NEGATIVE_INFINITY;
    for (const run of this.table.starts.runs.get(slot)!) if (run.first <= time) latest = Math.min(time, run.last);
    return latest;
  }

  /** Starts later than the first that may cost less: where a milder window opens, and what people were told. */
  laterStarts(tour: number, visit: number, slot: number): readonly number[] {
    const { starts, promised, helperOf } = this.table;
    const milder = starts.milder.get(slot) ?? NONE;
    if (promised === null || promised.helperOf[visit] !== helperOf[tour]) return milder;
    const told = promised.fromOf[visit]!;
    return this.startFrom(slot, told) === told ? [...milder, told] : milder;
  }

  /** Works out `ready` from position `forward` on, and `due` from `backward` to the front. */
  refresh(row: number, forward: number, backward: number): void {
    const { ready, due, leg, visitAt, slotAt, first, last, gaps } = this;
    const { durations } = this.table;
    const base = row * this.width;
    const end = base + this.length[row]! + 1;
    for (let at = base + forward; at < end; at++) {
      const slot = slotAt[at]!;
      let time = ready[at - 1]! + leg[at]!;
      if (time < first[slot]!) time = first[slot]!;
      else if (gaps[slot] === 1) time = this.startFrom(slot, time);
      ready[at] = time + durations[visitAt[at]!]!;
    }
    ready[end] = ready[end - 1]! + leg[end]!;
    for (let at = base + backward; at > base; at--) {
      const slot = slotAt[at]!;
      let time = due[at + 1]! - leg[at + 1]! - durations[visitAt[at]!]!;
      if (time > last[slot]!) time = last[slot]!;
      else if (gaps[slot] === 1) time = this.startUpTo(slot, time);
      due[at] = time;
    }
    due[base] = due[base + 1]! - leg[base + 1]!;
  }

  /** The row of a tour for writing. */
  #open(tour: number): number {
    const row = this.rowOf[tour]!;
    if (this.#rowBefore[tour] !== -1) return row;
    const { visitAt, slotAt, placeAt, leg, ready, due, width, load, table } = this;
    const copy = this.#spare[--this.#spares]!;
    const from = row * width;
    const to = copy * width;
    const count = this.length[row]! + 2;
    for (let i = 0; i < count; i++) {
      visitAt[to + i] = visitAt[from + i]!;
      slotAt[to + i] = slotAt[from + i]!;
      placeAt[to + i] = placeAt[from + i]!;
      leg[to + i] = leg[from + i]!;
      ready[to + i] = ready[from + i]!;
      due[to + i] = due[from + i]!;
    }
    this.length[copy] = this.length[row]!;
    this.work[copy] = this.work[row]!;
    this.hourCost[copy] = this.hourCost[row]!;
    this.lateness[copy] = this.lateness[row]!;
    for (let kind = 0; kind < table.loadKinds; kind++) load[copy * table.loadKinds + kind] = load[row * table.loadKinds + kind]!;
    this.#rowBefore[tour] = row;
    this.rowOf[tour] = copy;
    this.#changed[this.#changes++] = tour;
    return copy;
  }

  #noteMove(visit: number): void {
    if (this.#isMoved[visit] === 1) return;
    this.#isMoved[visit] = 1;
    this.#moved[this.#moves] = visit;
    this.#movedTour[this.#moves] = this.tourOf[visit]!;
    this.#movedFixed[this.#moves] = this.fixedAt[visit]!;
    this.#movedHeld[this.#moves] = this.heldAt[visit]!;
    this.#moves++;
  }

  /** Takes `count` visits out of a tour, from `position` on. Fixed starts stay until `unfix`. */
  takeOut(tour: number, position: number, count: number): void {
    const { visitAt, slotAt, placeAt, leg, ready, due, width, table } = this;
    const row = this.#open(tour);
    const base = row * width;
    const helper = table.helperOf[tour]!;
    const length = this.length[row]!;
    let gone = 0;
    let way = leg[base + position + count]!;
    for (let at = base + position; at < base + position + count; at++) {
      const visit = visitAt[at]!;
      way += leg[at]!;
      gone += table.durations[visit]!;
      this.#leave(visit, helper, row);
    }
    const from = placeAt[base + position - 1]!;
    const to = placeAt[base + position + count]!;
    const left = length === count ? 0 : table.way[from * table.places + to]!;
    for (let at = base + position; at + count <= base + length + 1; at++) {
      visitAt[at] = visitAt[at + count]!;
      slotAt[at] = slotAt[at + count]!;
      placeAt[at] = placeAt[at + count]!;
      leg[at] = leg[at + count]!;
      ready[at] = ready[at + count]!;
      due[at] = due[at + count]!;
    }
    leg[base + position] = left;
    this.length[row] = length - count;
    this.soft += (left - way) * table.wayPrice[helper]!;
    this.#work(helper, row, left - way - gone);
    this.refresh(row, position, position - 1);
    if (table.timed) this.#timeAgain(tour, row);
  }

  #leave(visit: number, helper: number, row: number): void {
    const { table } = this;
    if (table.timed) this.hold(visit, Number.NaN);
    this.#noteMove(visit);
    this.tourOf[visit] = -1;
    this.helperVisits[helper]!--;
    for (let kind = 0; kind < table.loadKinds; kind++)
      this.load[row * table.loadKinds + kind]! -= table.loads[visit * table.loadKinds + kind]!;
    this.medium += table.leftOutMedium[visit]!;
    this.soft += table.leftOutSoft[visit]! - table.visitPrice[visit * table.helpers + helper]!;
    const served = table.frame.servedOf[visit]!;
    if (served === -1) return;
    if (--this.visitsTo[served * table.helpers + helper]! > 0) return;
    if (--this.facesOf[served]! > 0) this.soft -= table.frame.problem.weights.continuity;
  }

  /** Puts a visit before `position`, by way `extra` longer. */
  putIn(tour: number, position: number, visit: number, slot: number, extra: number): void {
    const { visitAt, slotAt, placeAt, leg, ready, due, width, table } = this;
    const row = this.#open(tour);
    const base = row * width;
    const helper = table.helperOf[tour]!;
    for (let at = base + this.length[row]! + 1; at >= base + position; at--) {
      visitAt[at + 1] = visitAt[at]!;
      slotAt[at + 1] = slotAt[at]!;
      placeAt[at + 1] = placeAt[at]!;
      leg[at + 1] = leg[at]!;
      ready[at + 1] = ready[at]!;
      due[at + 1] = due[at]!;
    }
    const place = table.placeOf[visit]!;
    visitAt[base + position] = visit;
    slotAt[base + position] = slot;
    placeAt[base + position] = place;
    leg[base + position] = table.wayBack[place * table.places + placeAt[base + position - 1]!]!;
    leg[base + position + 1] = table.way[place * table.places + placeAt[base + position + 1]!]!;
    this.length[row]!++;
    this.soft += extra * table.wayPrice[helper]!;
    this.#join(visit, tour, helper, row);
    this.#work(helper, row, extra + table.durations[visit]!);
    this.refresh(row, position, position);
    if (table.timed) this.#timeAgain(tour, row);
  }

  #join(visit: number, tour: number, helper: number, row: number): void {
    const { table } = this;
    this.#noteMove(visit);
    this.tourOf[visit] = tour;
    this.helperVisits[helper]!++;
    for (let kind = 0; kind < table.loadKinds; kind++)
      this.load[row * table.loadKinds + kind]! += table.loads[visit * table.loadKinds + kind]!;
    this.medium -= table.leftOutMedium[visit]!;
    this.soft += table.visitPrice[visit * table.helpers + helper]! - table.leftOutSoft[visit]!;
    const served = table.frame.servedOf[visit]!;
    if (served === -1) return;
    if (this.visitsTo[served * table.helpers + helper]!++ > 0) return;
    if (this.facesOf[served]!++ > 0) this.soft += table.frame.problem.weights.continuity;
  }

  #work(helper: number, row: number, change: number): void {
    this.work[row]! += change;
    const before = this.helperWork[helper]!;
    this.helperWork[helper] = before + change;
    if (this.table.workPriced) this.soft += workCost(this.table, helper, before + change) - workCost(this.table, helper, before);
  }

  #timeAgain(tour: number, row: number): void {
    const { durations } = this.table;
    let cost = 0;
    let latest = 0;
    for (let at = row * this.width + 1; at <= row * this.width + this.length[row]!; at++) {
      const visit = this.visitAt[at]!;
      const start = this.ready[at]! - durations[visit]!;
      cost += this.hourPrice(tour, visit, start);
      latest = Math.max(latest, this.latenessAt(visit, start));
    }
    this.soft += cost - this.hourCost[row]!;
    this.hourCost[row] = cost;
    this.lateness[row] = latest;
  }

  /** How late a visit ends that starts then, by the window that holds it and takes it mildest. */
  latenessAt(visit: number, start: number): number {
    const { windows, duration } = this.table.frame.visits[visit]!;
    let least = Number.POSITIVE_INFINITY;
    for (const { from, until, softUntil } of windows)
      if (from <= start && start + duration <= until)
        least = Math.min(least, softUntil === null ? 0 : Math.max(0, start + duration - softUntil));
    return least === Number.POSITIVE_INFINITY ? 0 : least;
  }

  /**
   * What a visit in a tour costs by its hour: lateness, and a start other than the one promised. With `latest`, the largest
   * lateness of all others, also how far it goes beyond that.
   */
  hourPrice(tour: number, visit: number, start: number, latest = Number.POSITIVE_INFINITY): number {
    const { frame, promised, helperOf } = this.table;
    const { weights } = frame.problem;
    const late = this.latenessAt(visit, start);
    const price = late * weights.lateness + Math.max(0, late - latest) * weights.latest;
    if (promised === null || promised.helperOf[visit] !== helperOf[tour] || promised.fromOf[visit] === start) return price;
    return price + promised.movePrice;
  }

  /** The largest lateness of the plan as it stands; 0 where no cost hangs on the hour. */
  get latest(): number {
    return this.table.timed ? this.rowOf.reduce((latest, row) => Math.max(latest, this.lateness[row]!), 0) : 0;
  }

  /** All soft cost, with the largest lateness of the plan. */
  get total(): number {
    return this.soft + this.latest * this.table.frame.problem.weights.latest;
  }

  /** Gives a linked visit its start; NaN gives back all its starts. Tours that hold it are to be refreshed by the caller. */
  fix(visit: number, start: number): void {
    if (Object.is(this.fixedAt[visit], start)) return;
    this.#noteMove(visit);
    this.#setStarts(visit, start, this.heldAt[visit]!);
  }

  /** Lets a visit that is about to be put in start no earlier, until it is taken out. */
  hold(visit: number, start: number): void {
    if (Object.is(this.heldAt[visit], start)) return;
    this.#noteMove(visit);
    this.#setStarts(visit, this.fixedAt[visit]!, start);
  }

  #setStarts(visit: number, fixed: number, held: number): void {
    this.fixedAt[visit] = fixed;
    this.heldAt[visit] = held;
    const { slotsFrom, first, last, gaps } = this.table.starts;
    const isFree = Number.isNaN(fixed);
    for (let slot = slotsFrom[visit]!; slot < slotsFrom[visit + 1]!; slot++) {
      this.first[slot] = isFree ? (first[slot]! < held ? held : first[slot]!) : fixed;
      this.last[slot] = isFree ? last[slot]! : fixed;
      this.gaps[slot] = isFree ? gaps[slot]! : 0;
    }
  }

  /** All that is planned, with earliest starts, tour by tour. */
  *stops(): Generator<{ readonly visit: number; readonly tour: number; readonly start: number }> {
    for (let tour = 0; tour < this.table.tours; tour++) {
      const base = this.rowOf[tour]! * this.width;
      for (let at = base + 1; at <= base + this.length[this.rowOf[tour]!]!; at++) {
        const visit = this.visitAt[at]!;
        yield { visit, tour, start: this.ready[at]! - this.table.durations[visit]! };
      }
    }
  }

  keep(): void {
    for (let at = 0; at < this.#changes; at++) {
      const tour = this.#changed[at]!;
      this.#spare[this.#spares++] = this.#rowBefore[tour]!;
      this.#rowBefore[tour] = -1;
    }
    for (let at = 0; at < this.#moves; at++) this.#isMoved[this.#moved[at]!] = 0;
    this.#changes = 0;
    this.#moves = 0;
    this.#mediumBefore = this.medium;
    this.#softBefore = this.soft;
  }

  undo(): void {
    const { table } = this;
    for (let at = 0; at < this.#changes; at++) {
      const tour = this.#changed[at]!;
      const helper = table.helperOf[tour]!;
      this.helperWork[helper]! += this.work[this.#rowBefore[tour]!]! - this.work[this.rowOf[tour]!]!;
      this.helperVisits[helper]! += this.length[this.#rowBefore[tour]!]! - this.length[this.rowOf[tour]!]!;
      this.#spare[this.#spares++] = this.rowOf[tour]!;
      this.rowOf[tour] = this.#rowBefore[tour]!;
      this.#rowBefore[tour] = -1;
    }
    for (let at = 0; at < this.#moves; at++) this.#count(this.tourOf[this.#moved[at]!]!, this.#moved[at]!, -1);
    for (let at = 0; at < this.#moves; at++) {
      const visit = this.#moved[at]!;
      this.#isMoved[visit] = 0;
      this.tourOf[visit] = this.#movedTour[at]!;
      this.#count(this.tourOf[visit]!, visit, 1);
      const [fixed, held] = [this.#movedFixed[at]!, this.#movedHeld[at]!];
      if (!Object.is(this.fixedAt[visit], fixed) || !Object.is(this.heldAt[visit], held)) this.#setStarts(visit, fixed, held);
    }
    this.#changes = 0;
    this.#moves = 0;
    this.medium = this.#mediumBefore;
    this.soft = this.#softBefore;
  }

  #count(tour: number, visit: number, by: 1 | -1): void {
    const { frame, helpers, helperOf } = this.table;
    const served = frame.servedOf[visit]!;
    if (tour === -1 || served === -1) return;
    const at = served * helpers + helperOf[tour]!;
    const before = this.visitsTo[at]!;
    this.visitsTo[at] = before + by;
    if (by === 1 ? before === 0 : before === 1) this.facesOf[served]! += by;
  }
}

const NONE: readonly number[] = [];

/** No tour holds more visits than its span holds services. */
function mostStops({ shifts, durations, visits }: Table): number {
  const longest = shifts.reduce((most, { from, until }) => Math.max(most, until - from), 0);
  const shortest = durations.reduce((least, duration) => Math.min(least, duration), Number.POSITIVE_INFINITY);
  return visits === 0 ? 0 : Math.min(visits, Math.floor(longest / shortest));
}
