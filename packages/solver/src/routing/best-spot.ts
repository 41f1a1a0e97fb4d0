import type { Dice } from './dice.ts';
import type { Tours } from './tours.ts';
import { workCost } from './work-cost.ts';

/** Where one visit fits best into one tour. The scan writes here instead of making an object each time. */
export class BestSpot {
  /** Of 2 ** 32: so many good places are passed over. */
  overlooked: number;
  /** -1 where it fits nowhere within the limit. */
  position = -1;
  /** What it must wait for there, NaN for nothing; set by `scanByHour` only. */
  hold = Number.NaN;
  extraWay = 0;
  /** All it costs there; set by `scanByHour` only. */
  cost = 0;

  constructor(overlooked: number) {
    this.overlooked = overlooked;
  }

  /**
   * Looks for the place that adds least way, below `limit`. Constant time per place: the ends known from the front and the
   * starts known from the back of the tour tell whether all stay in time.
   */
  scan(tours: Tours, dice: Dice, tour: number, visit: number, slot: number, limit: number): boolean {
    const { table, ready, due, leg, placeAt, width, first, last, gaps } = tours;
    const { way, wayBack, places } = table;
    const earliest = first[slot]!;
    const latest = last[slot]!;
    const hasGaps = gaps[slot] === 1;
    const duration = table.durations[visit]!;
    const place = table.placeOf[visit]! * places;
    const row = tours.rowOf[tour]!;
    const base = row * width;
    const end = base + tours.length[row]! + 1;
    const { overlooked } = this;
    let best = limit;
    let position = -1;
    let wayIn = wayBack[place + placeAt[base]!]!;
    for (let at = base + 1; at <= end; at++) {
      const leave = ready[at - 1]!;
      if (leave > latest) break;
      const wayOn = way[place + placeAt[at]!]!;
      const extra = wayIn + wayOn - leg[at]!;
      if (extra < best) {
        let start = leave + wayIn;
        if (start < earliest) start = earliest;
        else if (hasGaps) start = tours.startFrom(slot, start);
        if (start <= latest && start + duration + wayOn <= due[at]! && dice.bits() >= overlooked) {
          best = extra;
          position = at - base;
        }
      }
      wayIn = wayBack[place + placeAt[at]!]!;
    }
    this.position = position;
    this.extraWay = best;
    return position !== -1;
  }

  /**
   * The same where cost hangs on the hour: looks for the place of least cost, below `limit`. `fixed` is what the visit costs
   * wherever it stands in the tour, `latest` the largest lateness of the plan without it. Walks on from each place as far as
   * visits shift.
   */
  scanByHour(
    tours: Tours,
    dice: Dice,
    tour: number,
    visit: number,
    slot: number,
    fixed: number,
    latest: number,
    limit: number,
  ): boolean {
    const { table, ready, due, leg, placeAt, width } = tours;
    const { way, wayBack, places, durations } = table;
    const helper = table.helperOf[tour]!;
    const work = tours.helperWork[helper]!;
    const workBefore = workCost(table, helper, work);
    const duration = durations[visit]!;
    const room = table.maxWork[helper]! - work - duration;
    const place = table.placeOf[visit]! * places;
    const base = tours.rowOf[tour]! * width;
    const end = base + tours.length[tours.rowOf[tour]!]! + 1;
    const later = tours.laterStarts(tour, visit, slot);
    let best = limit;
    this.position = -1;
    for (let at = base + 1; at <= end; at++) {
      const wayIn = wayBack[place + placeAt[at - 1]!]!;
      const wayOn = way[place + placeAt[at]!]!;
      const extra = wayIn + wayOn - leg[at]!;
      if (extra > room) continue;
      const before = fixed + extra * table.wayPrice[helper]! + workCost(table, helper, work + duration + extra) - workBefore;
      if (before >= best) continue;
      const first = tours.startFrom(slot, ready[at - 1]! + wayIn);
      const last = due[at]! - wayOn - duration;
      if (first > last) continue;
      for (let option = -1; option < later.length; option++) {
        const start = option === -1 ? first : later[option]!;
        if (option !== -1 && (start <= first || start > last)) continue;
        const price = tours.hourPrice(tour, visit, start, latest);
        const late = Math.max(latest, tours.latenessAt(visit, start));
        const cost = before + price + this.#pushed(tours, tour, at, end, start + duration + wayOn, late);
        if (cost < best && dice.bits() >= this.overlooked) {
          best = cost;
          this.position = at - base;
          this.extraWay = extra;
          this.hold = option === -1 ? Number.NaN : start;
        }
        if (price === 0) break;
      }
    }
    this.cost = best;
    return this.position !== -1;
  }

  /** What it costs that the visits from `at` on are reached no earlier than `time`, where somebody is `late` already. */
  #pushed(tours: Tours, tour: number, at: number, end: number, time: number, late: number): number {
    const { visitAt, slotAt, ready, leg, table } = tours;
    let cost = 0;
    let arrival = time;
    let latest = late;
    for (let next = at; next < end; next++) {
      const visit = visitAt[next]!;
      const before = ready[next]! - table.durations[visit]!;
      const start = tours.startFrom(slotAt[next]!, arrival);
      if (start <= before) break;
      cost += tours.hourPrice(tour, visit, start, latest) - tours.hourPrice(tour, visit, before);
      latest = Math.max(latest, tours.latenessAt(visit, start));
      arrival = start + table.durations[visit]! + leg[next + 1]!;
    }
    return cost;
  }
}
