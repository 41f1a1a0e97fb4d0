import type { Engine } from '../engines/engine.ts';
import type { PlannedVisit } from '../plan.ts';
import type { Rule } from '../rules/rule.ts';
import { Annealing } from './annealing.ts';
import { BestPlan } from './best-plan.ts';
import { BestSpot } from './best-spot.ts';
import { Dice } from './dice.ts';
import { Groups } from './groups.ts';
import { spaced } from './limits.ts';
import { unitOf } from './measures.ts';
import { Order } from './order.ts';
import { OwnRules } from './own-rules.ts';
import { Recreate } from './recreate.ts';
import { FEW_VISITS, Ruin } from './ruin.ts';
import type { Table } from './table.ts';
import { takeOver } from './take-over.ts';
import { Tours } from './tours.ts';

/** At most so many of the visits that are left out are tried again in one step. */
const TRIED_AGAIN = 10;
/** So often an optional visit is put back only where it costs less than leaving it out. */
const OR_NOT = 0.7;
/** Of 2 ** 32: one good place in a hundred is overlooked, so that greed does not always end in the same plan. */
const OVERLOOKED = 42_949_673;
/** One in ten where there are few visits, after a first plan that overlooks none. */
const OVERLOOKED_OF_FEW = 429_496_730;
/** So many visits of the first plan are kept or given up together. */
const KEPT_TOGETHER = 32;
/** Steps without a better plan, for each visit, after which a small problem is begun anew. */
const PATIENCE = 8;

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
  readonly #areFew: boolean;
  readonly #spot: BestSpot;
  readonly #recreate: Recreate;
  readonly #groups: Groups;
  readonly #order: Order;
  /** Whether leaving a visit out may be better than serving it: by its penalty, or by the caller's rules. */
  readonly #someAreOptional: boolean;
  /** Spacings that may break when a visit is taken out, since two gaps may both count on the same one left out. */
  readonly #loosened: readonly number[];
  /** Visits to be put in, and those that are left out but could fit somewhere. */
  readonly #loose: Int32Array;
  #looseCount = 0;
  /** How many of the loose ones the first plan has looked at, and how many of them it has kept or given up. */
  #begun = 0;
  #settled = 0;
  /** By group: the step in which it was tried last. */
  readonly #triedIn: Float64Array;
  readonly #leftOut: Int32Array;
  #leftOutCount = 0;
  readonly #best: BestPlan;
  /** The step that found the best plan, or began anew. */
  #freshAt = 0;
  #ruin: Ruin | undefined;
  #annealing: Annealing | undefined;
  readonly #own: OwnRules | null;
  /** What the plan that is kept costs. */
  #ownHard = 0;
  #medium = Number.POSITIVE_INFINITY;
  #soft = Number.POSITIVE_INFINITY;
  readonly bound = null;
  steps = 0;

  constructor(table: Table, seed: number, { start = [], rules = [] }: RoutingOptions = {}) {
    this.table = table;
    const { frame } = table;
    this.#tours = new Tours(table);
    this.#dice = new Dice(seed);
    this.#areFew = table.visits <= FEW_VISITS;
    this.#spot = new BestSpot(this.#areFew ? 0 : OVERLOOKED);
    this.#recreate = new Recreate(this.#tours, this.#dice, this.#spot);
    this.#groups = new Groups(this.#tours, this.#dice);
    this.#order = new Order(table, this.#dice);
    this.#loose = new Int32Array(table.visits);
    this.#triedIn = new Float64Array(frame.groups.length).fill(-1);
    this.#leftOut = new Int32Array(table.visits);
    this.#someAreOptional = rules.length > 0 || table.leftOutMedium.some((weight) => weight === 0);
    this.#loosened = [...frame.spacings.keys()].filter((at) => isLoosened(frame, at));
    this.#best = new BestPlan(table);
    this.#own = rules.length === 0 ? null : new OwnRules(rules);
    if (this.#own !== null) this.#ownHard = this.#own.cost(this.#tours).hard;
    takeOver(this.#tours, start);
    for (let visit = 0; visit < table.visits; visit++)
      if (this.#tours.tourOf[visit] === -1) this.#loose[this.#looseCount++] = visit;
    this.#order.sort(this.#loose, this.#looseCount);
    this.#settle(Number.POSITIVE_INFINITY);
  }

  /** Tries to put so many more visits into the first plan; whether it is whole. */
  begin(visits: number): boolean {
    if (this.#begun === this.#looseCount) return true;
    const until = Math.min(this.#looseCount, this.#begun + visits);
    this.#putBack(this.#begun, until, true);
    this.#begun = until;
    const isWhole = until === this.#looseCount;
    if (!isWhole && until - this.#settled < KEPT_TOGETHER) return false;
    this.#settled = until;
    // Where these break a rule of the caller's, they go nowhere, and the search begins from there.
    if (!this.#settle(Number.POSITIVE_INFINITY)) this.#tours.undo();
    return isWhole;
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

  /** Goes on for `steps`, cooling from one share of the budget to another; first makes the first plan whole. */
  run(steps: number, fromShare: number, toShare: number): void {
    this.begin(Number.POSITIVE_INFINITY);
    if (this.#areFew) this.#spot.overlooked = OVERLOOKED_OF_FEW;
    this.#ruin ??= new Ruin(this.#tours, this.#dice);
    this.#annealing ??= new Annealing(unitOf(this.#tours), this.table.promised !== null);
    for (let step = 0; step < steps; step++) {
      if (step % 32 === 0) this.#annealing.cool(fromShare + ((toShare - fromShare) * step) / steps);
      this.#step(this.#ruin, this.#annealing);
    }
  }

  #step(ruin: Ruin, annealing: Annealing): void {
    const { visits } = this.table;
    this.steps++;
    // A small problem has few ways out of a dead end; so it begins anew, again and again.
    const isAnew = this.#areFew && this.steps - this.#freshAt > PATIENCE * visits;
    if (isAnew) {
      this.#freshAt = this.steps;
      ruin.clear();
    } else ruin.ruin();
    this.#looseCount = 0;
    for (let at = 0; at < ruin.count; at++) this.#loose[this.#looseCount++] = ruin.removed[at]!;
    this.#tryAgain();
    this.#order.sort(this.#loose, this.#looseCount);
    // Two that are far away may be worth the way together and not alone.
    this.#putBack(0, this.#looseCount, !this.#someAreOptional || this.#dice.share() < OR_NOT);
    if (!this.#settle(isAnew ? Number.POSITIVE_INFINITY : annealing.leeway(this.#dice))) this.#tours.undo();
  }

  /**
   * Keeps the plan as it is now if it is sound and not worse: level by level, at the last one by less than `leeway`; whatever
   * it costs where that is infinite.
   */
  #settle(leeway: number): boolean {
    const tours = this.#tours;
    let { medium, total: soft } = tours;
    let hard = 0;
    if (this.#loosened.some((at) => !spaced(tours, at))) return false;
    if (this.#own !== null) {
      const own = this.#own.cost(tours);
      if (own.hard > this.#ownHard) return false;
      hard = own.hard;
      medium += own.medium;
      soft += own.soft;
    }
    if (leeway < Number.POSITIVE_INFINITY && (medium - this.#medium || soft - this.#soft - leeway) >= 0) return false;
    this.#medium = medium;
    this.#soft = soft;
    this.#ownHard = hard;
    tours.keep();
    if (medium < this.#best.medium || (medium === this.#best.medium && soft < this.#best.soft)) {
      this.#best.copy(tours, medium, soft);
      this.#freshAt = this.steps;
    }
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

  /** Puts loose visits in, where anywhere; with `orNot` only where leaving them out costs more. */
  #putBack(from: number, until: number, orNot: boolean): void {
    const { frame, toursFrom } = this.table;
    const { tourOf } = this.#tours;
    for (let at = from; at < until; at++) {
      const visit = this.#loose[at]!;
      if (tourOf[visit] !== -1 || toursFrom[visit] === toursFrom[visit + 1]) continue;
      const group = frame.groupOf[visit]!;
      if (group !== -1) this.#placeGroup(group, orNot);
      else if (this.#own !== null) this.#own.place(this.#tours, visit, orNot);
      else this.#recreate.place(visit, orNot);
    }
  }

  #placeGroup(group: number, orNot: boolean): void {
    if (this.#triedIn[group] === this.steps) return;
    this.#triedIn[group] = this.steps;
    for (const visit of this.table.frame.groups[group]!) this.#tours.fix(visit, Number.NaN);
    this.#groups.place(group, orNot);
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

/** With four visits or more and a most of days. */
const isLoosened = ({ spacings }: Table['frame'], at: number): boolean =>
  spacings[at]!.maxDays < Number.POSITIVE_INFINITY && spacings[at]!.visits.length > 3;
