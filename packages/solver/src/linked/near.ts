import { Slice, type Slices } from '../slices.ts';
import type { LinkedInput } from './input.ts';

/** How many neighbours a service keeps on each side. */
const MOST_NEIGHBOURS = 24;

/** Of a large problem, so many services tell what an ordinary leg is. */
const LEG_SAMPLE = 100;

/**
 * Services worth having right before (or right after) a service, the best first. Nearness of "u, then v": the travel, a fifth
 * of the wait that cannot be avoided, and the lateness that cannot. Only services that share a helper are neighbours. Each
 * list is made when it is first asked for: all of them take time with the square of the services.
 */
export class Near {
  /** Helpers that may do service v: `helperFirst[v] .. helperFirst[v + 1] - 1`. */
  readonly helperFirst: Int32Array;
  readonly helperOf: Int32Array;
  /** Mean travel from a service to its five nearest successors: the size of an ordinary leg. */
  leg = 1;
  readonly #input: LinkedInput;
  /** Who has no time for anything. */
  readonly #idle: readonly boolean[];
  /** Per service, its helpers as bits, in so many words. */
  readonly #able: Int32Array;
  readonly #words: number;
  readonly #before: (Int32Array | undefined)[];
  readonly #after: (Int32Array | undefined)[];
  readonly #costs = new Float64Array(MOST_NEIGHBOURS);

  constructor(input: LinkedInput) {
    const services = input.place.length;
    const helpers = input.helperStart.length;
    // Who cannot even go straight home in time does nothing.
    const idle = Array.from({ length: helpers }, (_, h) => {
      const way = input.travel[input.helperStart[h]! * input.places + input.helperEnd[h]!]!;
      return input.helperLatest !== null && input.helperEarliest[h]! + way > input.helperLatest[h]!;
    });
    this.#input = input;
    this.#words = Math.ceil(helpers / 32);
    this.#able = new Int32Array(services * this.#words);
    this.helperFirst = new Int32Array(services + 1);
    this.#idle = idle;
    this.helperOf = new Int32Array(services * helpers);
    this.#before = new Array(services);
    this.#after = new Array(services);
  }

  /** Before this nothing is near. */
  *prepare(): Slices<this> {
    const services = this.#input.place.length;
    const helpers = this.#idle.length;
    const slice = new Slice();
    let count = 0;
    for (let v = 0; v < services; v++) {
      if (slice.isFull(helpers)) yield;
      for (let h = 0; h < helpers; h++) {
        if (this.#idle[h] || this.#input.allowed[v * helpers + h] !== 1) continue;
        this.helperOf[count++] = h;
        this.#able[v * this.#words + (h >> 5)]! |= 1 << (h & 31);
      }
      this.helperFirst[v + 1] = count;
    }
    const { travel, place, places } = this.#input;
    let legs = 0;
    let counted = 0;
    for (let v = 0; v < services; v += Math.ceil(services / LEG_SAMPLE)) {
      if (slice.isFull(4 * services)) yield;
      for (const w of this.after(v).subarray(0, 5)) {
        legs += travel[place[v]! * places + place[w]!]!;
        counted++;
      }
    }
    this.leg = Math.max(1, counted === 0 ? 1 : legs / counted);
    return this;
  }

  /** Whether a helper may do a service. */
  may(v: number, h: number): boolean {
    return ((this.#able[v * this.#words + (h >> 5)]! >> (h & 31)) & 1) === 1;
  }

  before(v: number): Int32Array {
    this.#before[v] ??= this.#nearest(v, (u) => this.#cost(u, v));
    return this.#before[v];
  }

  after(v: number): Int32Array {
    this.#after[v] ??= this.#nearest(v, (w) => this.#cost(v, w));
    return this.#after[v];
  }

  #cost(u: number, v: number): number {
    const { travel, place, places, duration, earliest, latest } = this.#input;
    const way = travel[place[u]! * places + place[v]!]!;
    const step = duration[u]! + way;
    const wait = earliest[v]! - step - Math.max(latest[u]!, earliest[u]!);
    const late = earliest[u]! + step - latest[v]!;
    return way + Math.max(0, wait) / 5 + Math.max(0, late);
  }

  #shareHelper(u: number, v: number): boolean {
    const words = this.#words;
    for (let i = 0; i < words; i++) if ((this.#able[u * words + i]! & this.#able[v * words + i]!) !== 0) return true;
    return false;
  }

  #nearest(v: number, costOf: (other: number) => number): Int32Array {
    const services = this.#input.place.length;
    const costs = this.#costs;
    const found = new Int32Array(MOST_NEIGHBOURS);
    let count = 0;
    for (let other = 0; other < services; other++) {
      const cost = costOf(other);
      if (count === MOST_NEIGHBOURS && cost >= costs[count - 1]!) continue;
      if (other === v || !this.#shareHelper(other, v)) continue;
      let at = count < MOST_NEIGHBOURS ? count++ : count - 1;
      for (; at > 0 && costs[at - 1]! > cost; at--) {
        costs[at] = costs[at - 1]!;
        found[at] = found[at - 1]!;
      }
      costs[at] = cost;
      found[at] = other;
    }
    return found.slice(0, count);
  }
}
