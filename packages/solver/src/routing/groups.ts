import type { Dice } from './dice.ts';
import { keepsApart } from './limits.ts';
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
/** A group is put in by chance this often, and so many times where it fits in no other way; then places are passed over often. */
const BY_CHANCE = 0.1;
const TRIES = 4;
const PASSED_BY_CHANCE = 0.3;

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

  /** Puts all visits of a group in, or none: with `orNot` none as well where leaving them out costs no more. */
  place(group: number, orNot: boolean): boolean {
    const tours = this.#tours;
    const members = tours.table.frame.groups[group]!;
    const { medium, total } = tours;
    let isIn = this.#dice.share() >= BY_CHANCE && this.#placeCheaply(members);
    for (let tries = 0; tries < TRIES && !isIn; tries++) isIn = this.#placeByChance(members);
    if (!isIn || !orNot || tours.medium < medium || tours.total < total) return isIn;
    this.#leave(members);
    return false;
  }

  #leave(visits: readonly number[]): false {
    for (const visit of visits) withdraw(this.#tours, visit);
    return false;
  }

  /** The first two together, since for a pair every meeting can be weighed; any more one by one. */
  #placeCheaply(members: readonly number[]): boolean {
    const waiting = [...members];
    const first = waiting.splice(this.#dice.below(waiting.length), 1)[0]!;
    const second = waiting.splice(this.#nextTo([first], waiting), 1)[0]!;
    if (!this.#placePair(first, second, FEW_SPOTS) && !this.#placePair(first, second, Number.POSITIVE_INFINITY)) return false;
    const placed = [first, second];
    while (waiting.length > 0) {
      const visit = waiting.splice(this.#nextTo(placed, waiting), 1)[0]!;
      const spot = this.#spotsAfter(visit, placed)[0];
      if (spot === undefined) return this.#leave(placed);
      this.#put(visit, spot, spot.first);
      placed.push(visit);
    }
    return true;
  }

  /**
   * One by one in any order, not always where it is cheapest, and not always as early as can be: so that the first do not
   * stand in the way of the last.
   */
  #placeByChance(members: readonly number[]): boolean {
    const dice = this.#dice;
    const waiting = [...members];
    const placed: number[] = [];
    const isTied = dice.share() < 0.5;
    while (waiting.length > 0) {
      const next = isTied && placed.length > 0 ? this.#nextTo(placed, waiting) : dice.below(waiting.length);
      const visit = waiting.splice(next, 1)[0]!;
      const spots = this.#spotsAfter(visit, placed);
      let rank = 0;
      while (rank < spots.length - 1 && dice.share() < PASSED_BY_CHANCE) rank++;
      const spot = spots[rank];
      if (spot === undefined) return this.#leave(placed);
      const late = dice.share() < 0.5 ? 0 : dice.share() < 0.5 ? 1 : dice.share();
      this.#put(visit, spot, this.#tours.startFrom(spot.slot, Math.floor(spot.first + late * (spot.last - spot.first))));
      placed.push(visit);
    }
    return true;
  }

  /** The first of those that wait that is linked to one of these. */
  #nextTo(placed: readonly number[], waiting: readonly number[]): number {
    const { linksOf } = this.#tours.table.frame;
    return waiting.findIndex((visit) => linksOf[visit]!.some((link) => placed.includes(this.#partner(link, visit))));
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
    const tours = this.#tours;
    const { helperOf, frame, timed } = tours.table;
    const mine = spotsOf(tours, visit, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, most);
    if (mine.length === 0) return false;
    let bestCost = Number.POSITIVE_INFINITY;
    let best: readonly [Spot, number, Spot, number] | undefined;
    if (lag.helper !== 'same') {
      const theirs = spotsOf(tours, other, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, most);
      const { latest } = tours;
      const isSpaced = frame.spacingsOf[visit]!.some((at) => frame.spacingsOf[other]!.includes(at));
      for (const a of mine) {
        for (const b of theirs) {
          // Of two that are late only the later one makes the largest lateness grow.
          let cost = a.cost - a.hour + b.cost;
          if (cost >= bestCost) break;
          if (helperOf[a.tour] === helperOf[b.tour]) continue;
          const start = this.#startIn(a, Math.max(a.first, b.first - lag.most));
          const after = this.#startIn(b, Math.max(b.first, start + lag.least));
          if (start > a.last || after > b.last || after - start > lag.most || this.#dice.share() < PASSED_OVER) continue;
          if (isSpaced && !keepsApart(tours, visit, a.tour, other, b.tour)) continue;
          if (timed) {
            const late = Math.max(latest, tours.latenessAt(visit, start));
            cost += tours.hourPrice(a.tour, visit, start, latest) + tours.hourPrice(b.tour, other, after, late) - b.hour;
          }
          if (cost >= bestCost) continue;
          bestCost = cost;
          best = [a, start, b, after];
          if (!timed) break;
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
  #startIn({ slot, first }: Spot, time: number): number {
    return time === first ? first : this.#tours.startFrom(slot, time);
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
      for (const start of new Set([spot.first, spot.last])) {
        if (this.#startIn(spot, start) !== start) continue;
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

  /** Places for one more visit of a group, timed by those that are in, cheapest first. */
  #spotsAfter(visit: number, placed: readonly number[]): readonly Spot[] {
    const { tourOf, fixedAt, table } = this.#tours;
    const helperOf = (of: number): number => table.helperOf[tourOf[of]!]!;
    let earliest = Number.NEGATIVE_INFINITY;
    let latest = Number.POSITIVE_INFINITY;
    const same: number[] = [];
    const others: number[] = [];
    for (const before of placed) {
      const lag = this.#lagBetween(before, visit);
      if (lag === null) return [];
      earliest = Math.max(earliest, fixedAt[before]! + lag.least);
      latest = Math.min(latest, fixedAt[before]! + lag.most);
      if (lag.helper !== 'any') (lag.helper === 'same' ? same : others).push(helperOf(before));
    }
    return spotsOf(this.#tours, visit, earliest, latest, Number.POSITIVE_INFINITY).filter(({ tour }) => {
      const helper = table.helperOf[tour]!;
      return same.every((one) => one === helper) && !others.includes(helper);
    });
  }

  #put(visit: number, { tour, position, slot, extra }: Spot, start: number): void {
    this.#tours.fix(visit, start);
    this.#tours.putIn(tour, position, visit, slot, extra);
  }
}
