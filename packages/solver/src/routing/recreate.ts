import type { BestSpot } from './best-spot.ts';
import type { Dice } from './dice.ts';
import { carries, keepsApart } from './limits.ts';
import type { Tours } from './tours.ts';
import { workCost } from './work-cost.ts';

/** Puts visits back one by one, each where it costs least just then. */
export class Recreate {
  readonly #tours: Tours;
  readonly #dice: Dice;
  readonly #spot: BestSpot;
  /** By twin number: the visit for which an empty tour of that kind was looked at last. */
  readonly #seen: Int32Array;
  #turn = 0;

  constructor(tours: Tours, dice: Dice, spot: BestSpot) {
    this.#tours = tours;
    this.#dice = dice;
    this.#spot = spot;
    this.#seen = new Int32Array(tours.table.tours);
  }

  /** Puts one visit in where it costs least; false where it fits nowhere, or with `orNot` where leaving it out costs no more. */
  place(visit: number, orNot: boolean): boolean {
    const tours = this.#tours;
    const spot = this.#spot;
    const { table } = tours;
    const { helperOf, helpers, wayPrice, maxVisits, maxWork } = table;
    const { latest } = tours;
    const duration = table.durations[visit]!;
    const served = table.frame.servedOf[visit]!;
    const knows = served !== -1 && tours.facesOf[served]! > 0 ? table.frame.problem.weights.continuity : 0;
    const isSpaced = table.frame.spacingsOf[visit]!.length > 0;
    const turn = ++this.#turn;
    let bestCost = orNot && table.leftOutMedium[visit] === 0 ? table.leftOutSoft[visit]! : Number.POSITIVE_INFINITY;
    let bestTour = -1;
    let bestPosition = 0;
    let bestExtra = 0;
    let bestSlot = 0;
    let bestHold = Number.NaN;
    for (let list = table.toursFrom[visit]!; list < table.toursFrom[visit + 1]!; list++) {
      const tour = table.toursFor[list]!;
      const slot = table.starts.slotFor[list]!;
      const helper = helperOf[tour]!;
      const work = tours.helperWork[helper]!;
      if (work === 0) {
        const twin = table.twinOf[tour]!;
        if (this.#seen[twin] === turn) continue;
        this.#seen[twin] = turn;
      }
      if (tours.helperVisits[helper]! >= maxVisits[helper]! || !carries(tours, tour, visit)) continue;
      if (isSpaced && !keepsApart(tours, visit, tour)) continue;
      let fixed = table.visitPrice[visit * helpers + helper]!;
      if (knows > 0 && tours.visitsTo[served * helpers + helper] === 0) fixed += knows;
      if (table.timed) {
        if (spot.scanByHour(tours, this.#dice, tour, visit, slot, fixed, latest, bestCost)) {
          bestCost = spot.cost;
          bestTour = tour;
          bestPosition = spot.position;
          bestExtra = spot.extraWay;
          bestSlot = slot;
          bestHold = spot.hold;
        }
        continue;
      }
      const workBefore = table.workPriced ? workCost(table, helper, work) : 0;
      const workLeast = table.workPriced ? workCost(table, helper, work + duration) - workBefore : 0;
      const left = bestCost - fixed - workLeast;
      if (left <= 0) continue;
      const price = wayPrice[helper]!;
      let limit = price === 0 ? Number.POSITIVE_INFINITY : left / price;
      const room = maxWork[helper]! - work - duration + 1;
      if (room < limit) limit = room;
      if (!spot.scan(tours, this.#dice, tour, visit, slot, limit)) continue;
      let cost = fixed + spot.extraWay * price;
      if (table.workPriced) cost += workCost(table, helper, work + duration + spot.extraWay) - workBefore;
      if (cost >= bestCost) continue;
      bestCost = cost;
      bestTour = tour;
      bestPosition = spot.position;
      bestExtra = spot.extraWay;
      bestSlot = slot;
    }
    if (bestTour === -1) return false;
    if (table.timed) tours.hold(visit, bestHold);
    tours.putIn(bestTour, bestPosition, visit, bestSlot, bestExtra);
    return true;
  }
}
