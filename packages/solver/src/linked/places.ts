import { scramble } from '../chance.ts';
import type { Near } from './near.ts';
import { seedState } from './numbers.ts';
import type { Routes } from './routes.ts';

/** One place in this many is overlooked when the best is sought, so that the best is not always the same. */
const BLINK = 20;
const HELPER_BLINK = 8;
/** One in so many of a group is put beside another of it. */
const BESIDE = 4;

/** Where a service may go: draws of places, and the cheapest ones. A place is the node to stand right behind; -1 is none. */
export class Places {
  readonly near: Near;
  readonly #routes: Routes;
  /** By-time places are read off the kept plan: lifting moves times forward that putting back moves back again. */
  readonly #times: Int32Array;
  #random: number;

  constructor(routes: Routes, near: Near, seed: number) {
    this.#routes = routes;
    this.near = near;
    this.#times = routes.keptStart;
    this.#random = seedState(seed);
  }

  /** A whole number from 0 to n - 1. */
  below(n: number): number {
    this.#random = scramble(this.#random);
    return Math.floor((this.#random >>> 0) * 2.3283064365386963e-10 * n);
  }

  may(v: number, h: number): boolean {
    return this.near.may(v, h);
  }

  /** A node to stand right behind: a near service, what stands before a near one, or a chain's place by time. */
  anchor(v: number): number {
    const { near } = this;
    const { prev, helper, services } = this.#routes;
    const start = this.#times;
    const draw = this.below(16);
    if (draw < 12) {
      const w = this.neighbour(v, (draw & 1) === 0);
      return (draw & 1) === 0 || w === -1 ? w : helper[w] === -1 ? -1 : prev[w]!;
    }
    if (draw === 15) {
      const h = this.cheapestHelper(v, start[v]!);
      return h === -1 ? -1 : this.placeAt(h, start[v]!);
    }
    const from = near.helperFirst[v]!;
    const n = near.helperFirst[v + 1]! - from;
    if (n === 0) return -1;
    const h = near.helperOf[from + this.below(n)]!;
    if (draw === 14) return services + h;
    return this.placeAt(h, start[v]!);
  }

  /** A service worth having right before (or right after) the service, the best ones more often. */
  neighbour(v: number, isBefore: boolean): number {
    const list = isBefore ? this.near.before(v) : this.near.after(v);
    return list.length === 0 ? -1 : list[this.towardsFirst(list.length)]!;
  }

  /** A place at the time the service had: on the chain of any helper, or on the cheapest. */
  inTime(v: number): number {
    const time = this.#times[v]!;
    const from = this.near.helperFirst[v]!;
    const n = this.near.helperFirst[v + 1]! - from;
    if (n === 0) return -1;
    const h = this.below(2) === 0 ? this.near.helperOf[from + this.below(n)]! : this.cheapestHelper(v, time);
    return h === -1 ? -1 : this.placeAt(h, time);
  }

  /** A number below n, small ones more often. */
  towardsFirst(n: number): number {
    const a = this.below(n);
    const b = this.below(n);
    return a < b ? a : b;
  }

  /** The last node of the chain that starts no later than the time. */
  placeAt(h: number, time: number): number {
    const { next, services } = this.#routes;
    const start = this.#times;
    let u = services + h;
    for (let w = next[u]!; w < services && start[w]! <= time; w = next[w]!) u = w;
    return u;
  }

  /** Whether the helper keeps the ties of the service with the members that are on chains now. */
  suits(v: number, h: number): boolean {
    const { helper } = this.#routes;
    const { tieFirst, tieTo, tieKind } = this.#routes.groups;
    for (let i = tieFirst[v]!; i < tieFirst[v + 1]!; i++) {
      const other = helper[tieTo[i]!]!;
      if (other === -1 || tieKind[i] === 0) continue;
      if ((other === h) !== (tieKind[i] === 2)) return false;
    }
    return true;
  }

  /** Links the rest of the group, each near the time that its ties to the placed ones ask for. */
  joinGroup(g: number, placed: number): boolean {
    const routes = this.#routes;
    const { helper, row, place, duration, travelTime, prev } = routes;
    const start = this.#times;
    const { first, member, tieFirst, tieTo, tieMin } = routes.groups;
    const from = first[g]!;
    const until = first[g + 1]!;
    const p = prev[placed]!;
    let time = start[p]! + duration[p]! + travelTime[row[p]! + place[placed]!]!;
    if (time < routes.earliestOf(placed)) time = routes.earliestOf(placed);
    let centre = placed;
    for (let left = until - from - 1; left > 0; left--) {
      // The next member: one tied to the centre if there is one, else any.
      let v = -1;
      let at = time;
      for (let i = tieFirst[centre]!; i < tieFirst[centre + 1]! && v === -1; i++) {
        const w = tieTo[i]!;
        if (helper[w] !== -1) continue;
        v = w;
        at = time + tieMin[i]!;
      }
      for (let i = from; i < until && v === -1; i++) if (helper[member[i]!] === -1) v = member[i]!;
      const h = this.helperFor(v, at);
      if (h === -1) return false;
      if (at < routes.earliestOf(v)) at = routes.earliestOf(v);
      routes.link(v, this.#besideMember(g, h) ?? this.placeAt(h, at));
      if (left > 1 && this.below(2) === 0) {
        centre = v;
        time = at;
      }
    }
    return true;
  }

  /** Now and then right behind or before another of the group on the same chain: by time alone some orders never come up. */
  #besideMember(g: number, h: number): number | undefined {
    if (this.below(BESIDE) > 0) return undefined;
    const { helper, prev, groups } = this.#routes;
    const from = groups.first[g]!;
    const w = groups.member[from + this.below(groups.first[g + 1]! - from)]!;
    if (helper[w] !== h) return undefined;
    return this.below(2) === 0 ? w : prev[w]!;
  }

  /** Half the time a random helper; else the one for whom the service at that time costs least. */
  helperFor(v: number, time: number): number {
    const from = this.near.helperFirst[v]!;
    const n = this.near.helperFirst[v + 1]! - from;
    if (n === 0) return -1;
    if (this.below(2) === 0) {
      const h = this.near.helperOf[from + this.below(n)]!;
      return this.suits(v, h) ? h : -1;
    }
    return this.cheapestHelper(v, time);
  }

  /** Who does the service at that time at the least cost, by its way, its delay and the next one's. */
  cheapestHelper(v: number, time: number): number {
    const { start, row, place, duration, travelTime, next, services } = this.#routes;
    const from = this.near.helperFirst[v]!;
    const until = this.near.helperFirst[v + 1]!;
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    const rowV = row[v]!;
    const placeV = place[v]!;
    const done = duration[v]!;
    for (let i = from; i < until; i++) {
      const h = this.near.helperOf[i]!;
      if (!this.suits(v, h)) continue;
      if (this.below(HELPER_BLINK) === 0) continue;
      const u = this.placeAt(h, time);
      const w = next[u]!;
      const there = travelTime[row[u]! + placeV]!;
      const on = travelTime[rowV + place[w]!]!;
      let cost = there + on - travelTime[row[u]! + place[w]!]!;
      const arrival = start[u]! + duration[u]! + there;
      const begin = arrival > time ? arrival : time;
      cost += begin - time;
      if (w < services && begin + done + on > start[w]!) cost += begin + done + on - start[w]!;
      if (cost < bestCost) {
        bestCost = cost;
        best = h;
      }
    }
    return best;
  }

  /** The cheapest place for a service that begins no earlier than the time. */
  cheapest(v: number, notBefore: number): number {
    const routes = this.#routes;
    const { next, services } = routes;
    const from = this.near.helperFirst[v]!;
    const until = this.near.helperFirst[v + 1]!;
    let best = -1;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let i = from; i < until; i++) {
      const h = this.near.helperOf[i]!;
      if (!this.suits(v, h)) continue;
      for (let u = services + h; u < services || u === services + h; u = next[u]!) {
        // From here on it would begin too late.
        if (routes.isBehind(v, u)) break;
        if (this.below(BLINK) === 0) continue;
        const cost = routes.costBeside(v, u, notBefore);
        if (cost < bestCost) {
          bestCost = cost;
          best = u;
        }
      }
    }
    return best;
  }
}
