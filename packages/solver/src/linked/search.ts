import { Slice, type Slices } from '../slices.ts';
import type { LinkedInput, LinkedSolution } from './input.ts';
import { Moves } from './moves.ts';
import { Near } from './near.ts';
import { ladder } from './numbers.ts';
import { Places } from './places.ts';
import { Routes } from './routes.ts';

/** Temperatures in ordinary legs: where odd and even first tries begin, where the last annealing begins, where all end. */
const COOL_TOP = 1;
const HOT_TOP = 3;
const LAST_TOP = 0.7;
const BOTTOM = 0.03;

/** The share of the budget for tries from nothing; the rest goes on from the best of them. */
const TRYING = 0.5;

/** Steps per service in the first try, and how much longer each next one is: a small problem is tried many times. */
const TRY_STEPS = 4_000;
const TRY_GROWTH = 1.15;
/** With a small budget tries are shorter, but never below this. */
const FEWEST_TRY_STEPS = 60;

/** Draws of four places each for a group that is put into an empty plan. */
const PLACES_DRAWN = 20;

/** Steps between two looks at the temperature. */
const HOLD = 128;

/**
 * Annealing over the chains: several times from nothing, by turns from a cool and a hot beginning, then once more from the best.
 * One annealing easily ends where no small change leads out, another time it does not. Resumable: `run` as often as wanted,
 * `best` at any time. The same input, seed and calls give the same plan on every machine.
 */
export class LinkedSearch {
  /** Steps run so far. */
  steps = 0;
  readonly #routes: Routes;
  readonly #moves: Moves;
  /** Where the best plan is timed anew. */
  #anew: Routes | undefined;
  /** For cool tries, hot tries and the last annealing. */
  readonly #ladders: readonly [Float64Array, Float64Array, Float64Array];
  readonly #leg: number;
  readonly #bestHelper: Int32Array;
  readonly #bestStart: Int32Array;
  /** Place on the chain, for services that begin at the same time. */
  readonly #bestRank: Int32Array;
  /** What the best plan costs as it was found. */
  bestCost = Number.POSITIVE_INFINITY;
  bestMustLeftOut = Number.POSITIVE_INFINITY;
  #cost: number;
  #tries = 0;
  #trySteps = 0;
  /** Steps of the next try where the budget is large. */
  #longTry: number;
  /** Groups by the time they want; how many turns they have had in filling an empty plan, and services so far. */
  readonly #order: readonly number[];
  #filled = 0;
  #seen = 0;
  #isLast = false;
  /** How far the try has cooled, 0 to 1. */
  #cooled = 0;

  constructor(routes: Routes, moves: Moves) {
    const { input, services } = routes;
    this.#routes = routes;
    this.#moves = moves;
    const unit = Math.max(1, input.travelWeight, input.latenessWeight);
    const leg = this.#moves.places.near.leg * unit;
    this.#leg = leg;
    const from = (top: number): Float64Array => ladder(top * leg, BOTTOM * leg);
    this.#ladders = [from(COOL_TOP), from(HOT_TOP), from(LAST_TOP)];
    this.#longTry = TRY_STEPS * services;
    this.#bestHelper = new Int32Array(services).fill(-1);
    this.#bestStart = new Int32Array(services).fill(-1);
    this.#bestRank = new Int32Array(services);
    this.#cost = this.#routes.cost;
    const { first, member, count } = this.#routes.groups;
    const early = (g: number): number => this.#routes.earliestOf(member[first[g]!]!);
    this.#order = Array.from({ length: count }, (_, g) => g).sort((a, b) => early(a) - early(b) || a - b);
    this.#record();
  }

  /** Takes so many more services into the first plan; whether all have had their turn. */
  begin(services: number): boolean {
    const until = this.#seen + services;
    while (this.#isFilling && this.#seen < until) this.#fillNext();
    this.#cost = this.#routes.cost;
    this.#recordIfBetter();
    return !this.#isFilling;
  }

  /** Runs that many steps while the budget goes from `from` to `to` (0 to 1). */
  run(count: number, from: number, to: number): void {
    if (this.#routes.services === 0) return;
    const perStep = count > 0 ? (to - from) / count : 0;
    for (let done = 0; done < count; done += HOLD) {
      const steps = Math.min(HOLD, count - done);
      this.#cool(steps, from + done * perStep, perStep);
      for (let i = 0; i < steps; i++) {
        if (this.#isFilling) this.#fillNext();
        else if (!this.#moves.any(this.#cost)) continue;
        this.#cost = this.#routes.cost;
        this.#recordIfBetter();
      }
    }
    this.steps += count;
  }

  /** Sets the temperature for the next steps. The last try and the last annealing are stretched to end with their shares. */
  #cool(steps: number, share: number, perStep: number): void {
    if (!this.#isLast && share >= TRYING) {
      this.#isLast = true;
      this.#cooled = 0;
      this.#filled = 2 * this.#order.length;
      emptied(this.#routes);
      if (this.#restore(this.#routes)) this.#cost = this.#routes.cost;
      else this.#tryAnew();
    } else if (this.#cooled >= 1) {
      this.#cooled = 0;
      if (!this.#isLast) this.#tryAnew();
    }
    const rungs = this.#ladders[this.#isLast ? 2 : this.#tries % 2]!;
    this.#moves.temperature = rungs[Math.floor(this.#cooled * 1024)]!;
    const left = perStep > 0 ? ((this.#isLast ? 1 : TRYING) - share) / perStep : Number.POSITIVE_INFINITY;
    if (this.#cooled === 0)
      this.#trySteps = Math.min(this.#longTry, Math.max(FEWEST_TRY_STEPS * this.#routes.services, left / 4));
    const own = (1 - this.#cooled) * this.#trySteps;
    const rest = this.#isLast || left < own + 0.7 * this.#trySteps ? left : own;
    this.#cooled = Math.min(1, this.#cooled + ((1 - this.#cooled) * steps) / Math.max(steps, rest));
  }

  #tryAnew(): void {
    this.#tries++;
    this.#longTry *= TRY_GROWTH;
    emptied(this.#routes);
    this.#filled = 0;
  }

  /** Who must be served comes first, whatever it costs. */
  #recordIfBetter(): void {
    const { mustLeftOut } = this.#routes;
    if (mustLeftOut < this.bestMustLeftOut || (mustLeftOut === this.bestMustLeftOut && this.#cost < this.bestCost))
      this.#record();
  }

  #record(): void {
    const r = this.#routes;
    this.bestNumber++;
    this.bestCost = this.#cost;
    this.bestMustLeftOut = r.mustLeftOut;
    this.#moves.isAllServed = r.mustLeftOut === 0;
    this.#bestHelper.set(r.helper.subarray(0, r.services));
    this.#bestStart.set(r.start.subarray(0, r.services));
    for (let h = 0; h < r.helpers; h++) {
      let rank = 0;
      for (let v = r.next[r.services + h]!; v < r.services; v = r.next[v]!) this.#bestRank[v] = rank++;
    }
  }

  get #isFilling(): boolean {
    return this.#filled < 2 * this.#order.length;
  }

  /** Groups by the time they want, each at the first place drawn that holds it; then those that found none where it costs least. */
  #fillNext(): void {
    const r = this.#routes;
    const { first, member } = r.groups;
    const isFirstRound = this.#filled < this.#order.length;
    const g = this.#order[this.#filled % this.#order.length]!;
    this.#filled++;
    const size = first[g + 1]! - first[g]!;
    this.#seen += size;
    const v = member[first[g]! + this.#moves.places.below(size)]!;
    if (r.helper[v] !== -1) return;
    if (!isFirstRound) this.#moves.insert(g);
    else for (let k = 0; k < PLACES_DRAWN && !this.#moves.replant(v, r.cost); k++);
  }

  /** Grows with every better plan. */
  bestNumber = 0;

  /** The best plan so far, timed anew from nothing. */
  get best(): LinkedSolution {
    if (this.#anew === undefined) this.#anew = new Routes(this.#routes.input, this.#routes.groups);
    else emptied(this.#anew);
    const r = this.#anew;
    const sound = this.#restore(r);
    const start = Int32Array.from(this.#bestHelper, (h, v) => (h === -1 ? -1 : sound ? r.start[v]! : this.#bestStart[v]!));
    return {
      order: Int32Array.from(this.#served(start)),
      helper: this.#bestHelper.slice(),
      start,
      mustLeftOut: this.bestMustLeftOut,
      cost: sound ? r.cost : this.bestCost,
    };
  }

  /** Puts the best plan onto empty chains, service by service as they begin; false when waits closed a ring exactly. */
  #restore(r: Routes): boolean {
    const { groupOf, count } = r.groups;
    const counted = new Uint8Array(count);
    let sound = true;
    for (const v of this.#served(this.#bestStart)) {
      r.link(v, r.prev[r.services + r.helpers + this.#bestHelper[v]!]!);
      const g = groupOf[v]!;
      if (counted[g] === 0) r.nowServed(g);
      counted[g] = 1;
      if (!r.settle(Number.POSITIVE_INFINITY)) sound = false;
      r.keep();
    }
    return sound;
  }

  #served(start: Int32Array): number[] {
    const served = Array.from(this.#bestHelper.keys()).filter((v) => this.#bestHelper[v] !== -1);
    return served.sort((a, b) => start[a]! - start[b]! || this.#bestRank[a]! - this.#bestRank[b]! || a - b);
  }
}

/** Takes everybody off the chains. */
function emptied(r: Routes): void {
  for (let g = 0; g < r.groups.count; g++) {
    const from = r.groups.first[g]!;
    if (r.helper[r.groups.member[from]!] === -1) continue;
    for (let i = from; i < r.groups.first[g + 1]!; i++) r.unlink(r.groups.member[i]!);
    r.nowLeftOut(g);
  }
  r.settle(Number.POSITIVE_INFINITY);
  r.keep();
}

/** `run` it as often as wanted and read `best` at any time. */
export function* linkedSearch(input: LinkedInput, seed: number): Slices<LinkedSearch> {
  const near = yield* new Near(input).prepare();
  const routes = new Routes(input);
  if (new Slice().isFull(near.helperOf.length)) yield;
  return new LinkedSearch(routes, new Moves(routes, new Places(routes, near, seed)));
}
