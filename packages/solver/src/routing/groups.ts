import type { Dice } from './dice.ts';
import { type Spot, spotsOf } from './spots.ts';
import { withdraw } from './take-over.ts';
import type { Tours } from './tours.ts';

interface Lag {
  readonly least: number;
  readonly most: number;
  readonly helper: 'any' | 'same' | 'other';
}

/** So many of the cheapest places are tried for a visit whose partner must be with the same person or in any order. */
const TRIED_ALONE = 12;
/** For a pair the cheapest places are looked at first, and all of them only where no two of these meet. */
const FEW_SPOTS = 24;
/** A place is passed over this often. */
const PASSED_OVER = 0.01;

/**
 * Puts visits in that are served all or none. While they are in, each has a fixed start, so that tours stay independent of
 * each other and every other visit is judged in constant time; whenever one is taken out, all leave and are timed anew.
 */
export class Groups {
  readonly #tours: Tours;
  readonly #dice: Dice;

  constructor(tours: Tours, dice: Dice) {
    this.#tours = tours;
    this.#dice = dice;
  }

  /** Puts all visits of a group in, or none. */
  place(group: number): boolean {
    const { groups, linksOf, links } = this.#tours.table.frame;
    const members = groups[group]!;
    const placed: number[] = [];
    const waiting = [...members];
    // The first two together, since for a pair every meeting can be weighed; any more one by one.
    const first = waiting.splice(this.#dice.below(waiting.length), 1)[0]!;
    const at = waiting.findIndex((other) =>
      linksOf[first]!.some((link) => links[link]!.first === other || links[link]!.second === other),
    );
    const second = waiting.splice(at, 1)[0]!;
    if (!this.#placePair(first, second, FEW_SPOTS) && !this.#placePair(first, second, Number.POSITIVE_INFINITY)) return false;
    placed.push(first, second);
    while (waiting.length > 0) {
      const next = waiting.findIndex((visit) => linksOf[visit]!.some((link) => placed.includes(this.#partner(link, visit))));
      const visit = waiting.splice(next, 1)[0]!;
      if (!this.#placeAfter(visit, placed)) {
        for (const done of placed) withdraw(this.#tours, done);
        return false;
      }
      placed.push(visit);
    }
    return true;
  }

  #partner(link: number, visit: number): number {
    const { first, second } = this.#tours.table.frame.links[link]!;
    return first === visit ? second : first;
  }

  /** What all links between two visits ask: how much later `other` starts than `visit`. Null where they contradict. */
  #lagBetween(visit: number, other: number): Lag | null {
    let least = Number.NEGATIVE_INFINITY;
    let most = Number.POSITIVE_INFINITY;
    let helper: Lag['helper'] = 'any';
    const { links, linksOf } = this.#tours.table.frame;
    for (const at of linksOf[visit]!) {
      const link = links[at]!;
      if (this.#partner(at, visit) !== other) continue;
      least = Math.max(least, link.first === visit ? link.minLag : -link.maxLag);
      most = Math.min(most, link.first === visit ? link.maxLag : -link.minLag);
      if (link.helper === 'any') continue;
      if (helper !== 'any' && helper !== link.helper) return null;
      helper = link.helper;
    }
    return { least, most, helper };
  }

  #placePair(visit: number, other: number, most: number): boolean {
    const lag = this.#lagBetween(visit, other);
    if (lag === null) return false;
    const mine = spotsOf(this.#tours, visit, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, most);
    if (mine.length === 0) return false;
    let bestCost = Number.POSITIVE_INFINITY;
    let best: readonly [Spot, number, Spot, number] | undefined;
    if (lag.helper !== 'same') {
      const theirs = spotsOf(this.#tours, other, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, most);
      for (const a of mine) {
        if (theirs.length === 0 || a.cost + theirs[0]!.cost >= bestCost) break;
        for (const b of theirs) {
          if (a.cost + b.cost >= bestCost) break;
          if (this.#tours.table.helperOf[a.tour] === this.#tours.table.helperOf[b.tour]) continue;
          const start = this.#startIn(visit, a, Math.max(a.first, b.first - lag.most));
          const after = this.#startIn(other, b, Math.max(b.first, start + lag.least));
          if (start > a.last || after > b.last || after - start > lag.most || this.#dice.share() < PASSED_OVER) continue;
          bestCost = a.cost + b.cost;
          best = [a, start, b, after];
          break;
        }
      }
    }
    const alone = lag.helper === 'other' ? null : this.#bestWithOne(visit, other, lag, mine, bestCost);
    if (alone !== null) {
      this.#put(visit, alone.spot, alone.start);
      this.#put(other, alone.after, alone.afterStart);
      return true;
    }
    if (best === undefined) return false;
    this.#put(visit, best[0], best[1]);
    this.#put(other, best[2], best[3]);
    return true;
  }

  /** The earliest start from `time` on that the windows allow, too late where none. */
  #startIn(visit: number, { tour, first }: Spot, time: number): number {
    return time === first ? first : this.#tours.startFrom(tour, visit, time);
  }

  /** Both visits with one helper: one is put in for a try, the other looked for around it. */
  #bestWithOne(
    visit: number,
    other: number,
    lag: Lag,
    mine: readonly Spot[],
    limit: number,
  ): { spot: Spot; start: number; after: Spot; afterStart: number } | null {
    const { helperOf } = this.#tours.table;
    let best: { spot: Spot; start: number; after: Spot; afterStart: number } | null = null;
    let bestCost = limit;
    for (const spot of mine.slice(0, TRIED_ALONE)) {
      if (spot.cost >= bestCost) break;
      for (const start of spot.last > spot.first && spot.last < Number.POSITIVE_INFINITY
        ? [spot.first, spot.last]
        : [spot.first]) {
        if (this.#startIn(visit, spot, start) !== start) continue;
        this.#put(visit, spot, start);
        const found = spotsOf(this.#tours, other, start + lag.least, start + lag.most, Number.POSITIVE_INFINITY).find(
          ({ tour }) => helperOf[tour] === helperOf[spot.tour],
        );
        withdraw(this.#tours, visit);
        if (found === undefined || spot.cost + found.cost >= bestCost) continue;
        bestCost = spot.cost + found.cost;
        best = { spot, start, after: found, afterStart: found.first };
      }
    }
    return best;
  }

  /** One more visit of a group, timed by those that are in. */
  #placeAfter(visit: number, placed: readonly number[]): boolean {
    const { helperOf } = this.#tours.table;
    const { tourOf, fixedAt } = this.#tours;
    let earliest = Number.NEGATIVE_INFINITY;
    let latest = Number.POSITIVE_INFINITY;
    const same: number[] = [];
    const others: number[] = [];
    for (const before of placed) {
      const lag = this.#lagBetween(before, visit);
      if (lag === null) return false;
      earliest = Math.max(earliest, fixedAt[before]! + lag.least);
      latest = Math.min(latest, fixedAt[before]! + lag.most);
      if (lag.helper !== 'any') (lag.helper === 'same' ? same : others).push(helperOf[tourOf[before]!]!);
    }
    const spot = spotsOf(this.#tours, visit, earliest, latest, Number.POSITIVE_INFINITY).find(
      ({ tour }) => same.every((helper) => helper === helperOf[tour]) && !others.includes(helperOf[tour]!),
    );
    if (spot === undefined) return false;
    this.#put(visit, spot, spot.first);
    return true;
  }

  #put(visit: number, { tour, position, extra }: Spot, start: number): void {
    this.#tours.fix(visit, start);
    this.#tours.putIn(tour, position, visit, extra);
  }
}
