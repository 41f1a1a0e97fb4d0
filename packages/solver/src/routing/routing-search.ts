import type { Engine } from '../engines/engine.ts';
import type { PlannedVisit } from '../plan.ts';
import type { Rule } from '../rules/rule.ts';
import { Annealing } from './annealing.ts';
import { BestPlan } from './best-plan.ts';
import { BestSpot } from './best-spot.ts';
import { Dice } from './dice.ts';
import { Groups } from './groups.ts';
import { scarcityOf, unitOf } from './measures.ts';
import { Order } from './order.ts';
import { OwnRules } from './own-rules.ts';
import { Recreate } from './recreate.ts';
import { Ruin } from './ruin.ts';
import type { Table } from './table.ts';
import { takeOver } from './take-over.ts';
import { Tours } from './tours.ts';

/** At most so many of the visits that are left out are tried again in one step. */
const TRIED_AGAIN = 10;

export interface RoutingOptions {
  /** An earlier plan to begin with, as far as it holds. */
  readonly start?: readonly PlannedVisit[];
  /** The caller's own rules. */
  readonly rules?: readonly Rule[];
}

/** Ruin and recreate, annealed. A step takes some visits out, puts them back, and keeps or undoes it. */
export class RoutingSearch implements Engine {
  readonly table: Table;
  readonly #tours: Tours;
  readonly #dice: Dice;
  readonly #recreate: Recreate;
  readonly #groups: Groups;
  readonly #order: Order;
  readonly #scarcity: number;
  readonly #someAreOptional: boolean;
  /** Visits to be put in, and those that are left out but could fit somewhere. */
  readonly #loose: Int32Array;
  #looseCount = 0;
  /** By group: the step in which it was tried last. */
  readonly #triedIn: Float64Array;
  readonly #leftOut: Int32Array;
  #leftOutCount = 0;
  readonly #best: BestPlan;
  #ruin: Ruin | undefined;
  #annealing: Annealing | undefined;
  readonly #own: OwnRules | null;
  #ownHard = 0;
  #energy = Number.POSITIVE_INFINITY;
  readonly bound = null;
  steps = 0;

  constructor(table: Table, seed: number, { start = [], rules = [] }: RoutingOptions = {}) {
    this.table = table;
    this.#tours = new Tours(table);
    this.#dice = new Dice(seed);
    const spot = new BestSpot();
    this.#recreate = new Recreate(this.#tours, this.#dice, spot);
    this.#groups = new Groups(this.#tours, this.#dice);
    this.#order = new Order(table, this.#dice);
    this.#loose = new Int32Array(table.visits);
    this.#triedIn = new Float64Array(table.frame.groups.length).fill(-1);
    this.#leftOut = new Int32Array(table.visits);
    this.#scarcity = scarcityOf(table);
    this.#someAreOptional = table.leftOutMedium.some((weight) => weight === 0);
    this.#best = new BestPlan(table);
    this.#own = rules.length === 0 ? null : new OwnRules(rules);
    if (this.#own !== null) this.#ownHard = this.#own.cost(this.#tours).hard;
    takeOver(this.#tours, start);
    for (let visit = 0; visit < table.visits; visit++)
      if (this.#tours.tourOf[visit] === -1) this.#loose[this.#looseCount++] = visit;
    this.#order.sort(this.#loose, this.#looseCount);
    this.#putBack();
    if (!this.#settle(Number.POSITIVE_INFINITY)) {
      // The first plan breaks a rule of the caller's: nobody goes anywhere, and the search begins from there.
      this.#tours.undo();
      this.#settle(Number.POSITIVE_INFINITY);
    }
  }

  get best(): { readonly medium: number; readonly soft: number } {
    return this.#best;
  }

  /** With nothing to put anywhere there is nothing to search. */
  get isDone(): boolean {
    return this.table.toursFor.length === 0;
  }

  /** The best plan so far, sorted by helper, then by start. */
  planned(): PlannedVisit[] {
    return this.#best.planned();
  }

  /** Goes on for `steps`, cooling from one share of the budget to another. */
  run(steps: number, fromShare: number, toShare: number): void {
    this.#ruin ??= new Ruin(this.#tours, this.#dice);
    this.#annealing ??= new Annealing(unitOf(this.#tours), this.table.promised !== null);
    for (let step = 0; step < steps; step++) {
      if (step % 32 === 0) this.#annealing.cool(fromShare + ((toShare - fromShare) * step) / steps);
      this.#step(this.#ruin, this.#annealing);
    }
  }

  #step(ruin: Ruin, annealing: Annealing): void {
    const tours = this.#tours;
    this.steps++;
    ruin.ruin();
    this.#looseCount = 0;
    for (let at = 0; at < ruin.count; at++) this.#loose[this.#looseCount++] = ruin.removed[at]!;
    this.#tryAgain();
    this.#order.sort(this.#loose, this.#looseCount);
    this.#putBack();
    if (!this.#settle(annealing.leeway(this.#dice))) tours.undo();
  }

  /** Keeps the plan as it is now if it is not worse by more than `leeway` and breaks no more of the caller's hard rules. */
  #settle(leeway: number): boolean {
    const tours = this.#tours;
    let { medium, total: soft } = tours;
    let hard = 0;
    if (this.#own !== null) {
      const own = this.#own.cost(tours);
      if (own.hard > this.#ownHard) return false;
      hard = own.hard;
      medium += own.medium;
      soft += own.soft;
    }
    const energy = soft + this.#scarcity * medium;
    if (energy >= this.#energy + leeway) return false;
    this.#energy = energy;
    this.#ownHard = hard;
    tours.keep();
    if (medium < this.#best.medium || (medium === this.#best.medium && soft < this.#best.soft))
      this.#best.copy(tours, medium, soft);
    this.#listLeftOut();
    return true;
  }

  /** Some of those that are left out, by chance. */
  #tryAgain(): void {
    const count = Math.min(TRIED_AGAIN, this.#leftOutCount);
    for (let at = 0; at < count; at++) {
      const other = at + this.#dice.below(this.#leftOutCount - at);
      const visit = this.#leftOut[other]!;
      this.#leftOut[other] = this.#leftOut[at]!;
      this.#leftOut[at] = visit;
      this.#loose[this.#looseCount++] = visit;
    }
  }

  #putBack(): void {
    const { frame, toursFrom } = this.table;
    const { tourOf } = this.#tours;
    for (let at = 0; at < this.#looseCount; at++) {
      const visit = this.#loose[at]!;
      if (tourOf[visit] !== -1 || toursFrom[visit] === toursFrom[visit + 1]) continue;
      const group = frame.groupOf[visit]!;
      if (group === -1) this.#placeOne(visit);
      else this.#placeGroup(group);
    }
  }

  #placeOne(visit: number): void {
    if (this.#own === null) this.#recreate.place(visit);
    else this.#own.place(this.#tours, visit, this.#scarcity);
  }

  #placeGroup(group: number): void {
    if (this.#triedIn[group] === this.steps) return;
    this.#triedIn[group] = this.steps;
    const members = this.table.frame.groups[group]!;
    for (const visit of members) this.#tours.fix(visit, Number.NaN);
    this.#groups.place(group);
  }

  #listLeftOut(): void {
    const { visits, toursFrom } = this.table;
    if (this.#tours.medium === 0 && this.#leftOutCount === 0 && !this.#someAreOptional) return;
    this.#leftOutCount = 0;
    for (let visit = 0; visit < visits; visit++)
      if (this.#tours.tourOf[visit] === -1 && toursFrom[visit] !== toursFrom[visit + 1])
        this.#leftOut[this.#leftOutCount++] = visit;
  }
}
