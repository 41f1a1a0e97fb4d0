import type { CapacityTables, Part } from './capacity-tables.ts';

/** Room to compute in, so that nothing is allocated in the loop. */
export interface PriceScratch {
  readonly best: Float64Array;
  readonly excess: Float64Array;
}

export const createPriceScratch = (agents: number): PriceScratch => ({
  best: new Float64Array(agents),
  excess: new Float64Array(agents),
});

/**
 * Moves the part's prices of capacity towards those of its linear relaxation by `rounds` of subgradient ascent, and returns
 * the relaxation's value at the best prices seen (a lower bound on the cost of the part). Stops as soon as it passes `target`.
 */
export function priceCapacity(tables: CapacityTables, part: Part, rounds: number, target: number, scratch: PriceScratch): number {
  const { agents, cost, load, capacity, nobody } = tables;
  const { jobs, jobCount, agents: ids, agentCount, price } = part;
  const { best, excess } = scratch;
  let value = Number.NEGATIVE_INFINITY;
  let pace = 1;
  for (let round = 0; round < rounds; round++) {
    let now = 0;
    for (let x = 0; x < agentCount; x++) {
      const i = ids[x]!;
      excess[x] = -capacity[i]!;
      now -= price[i]! * capacity[i]!;
    }
    for (let q = 0; q < jobCount; q++) {
      const at = jobs[q]! * agents;
      let least = Number.POSITIVE_INFINITY;
      let where = 0;
      for (let x = 0; x < agentCount; x++) {
        const i = ids[x]!;
        const reduced = cost[at + i]! + price[i]! * load[at + i]!;
        if (reduced < least) {
          least = reduced;
          where = x;
        }
      }
      now += least;
      excess[where]! += load[at + ids[where]!]!;
    }
    if (now > value) {
      value = now;
      for (let x = 0; x < agentCount; x++) best[x] = price[ids[x]!]!;
      if (now > target) break;
    } else {
      pace *= 0.6;
      for (let x = 0; x < agentCount; x++) price[ids[x]!] = best[x]!;
    }
    if (round === rounds - 1) break;
    let square = 0;
    for (let x = 0; x < agentCount; x++) if (ids[x] !== nobody) square += excess[x]! * excess[x]!;
    if (square === 0) break;
    const step = (pace * Math.max(Math.min(0.3 * Math.abs(target - value), 0.003 * Math.abs(value)), 0.5)) / square;
    for (let x = 0; x < agentCount; x++) {
      const i = ids[x]!;
      if (i !== nobody) price[i] = Math.max(0, price[i]! + step * excess[x]!);
    }
  }
  for (let x = 0; x < agentCount; x++) price[ids[x]!] = best[x]!;
  return value;
}

/** The long form for the whole problem: keeps its pace between calls, so that it can be run in slices. */
export interface PriceAscent {
  pace: number;
  sinceBetter: number;
  value: number;
  rounds: number;
  readonly price: Float64Array;
}

export const createPriceAscent = (agents: number): PriceAscent => ({
  pace: 1,
  sinceBetter: 0,
  value: Number.NEGATIVE_INFINITY,
  rounds: 0,
  price: new Float64Array(agents),
});

/** Runs `rounds` more; the best prices so far lie in `ascent.price`. `part` is the whole problem and is moved about. */
export function ascend(ascent: PriceAscent, tables: CapacityTables, part: Part, rounds: number, scratch: PriceScratch): void {
  const { agents, jobs, cost, load, capacity, nobody } = tables;
  const { price } = part;
  const { excess } = scratch;
  for (let round = 0; round < rounds; round++) {
    ascent.rounds++;
    let now = 0;
    for (let i = 0; i < agents; i++) {
      excess[i] = -capacity[i]!;
      now -= price[i]! * capacity[i]!;
    }
    for (let j = 0, at = 0; j < jobs; j++, at += agents) {
      let least = Number.POSITIVE_INFINITY;
      let where = 0;
      for (let i = 0; i < agents; i++) {
        const reduced = cost[at + i]! + price[i]! * load[at + i]!;
        if (reduced < least) {
          least = reduced;
          where = i;
        }
      }
      now += least;
      excess[where]! += load[at + where]!;
    }
    if (now > ascent.value + 1e-9) {
      ascent.value = now;
      ascent.price.set(price);
      ascent.sinceBetter = 0;
    } else if (++ascent.sinceBetter >= 12) {
      ascent.pace *= 0.7;
      ascent.sinceBetter = 0;
      price.set(ascent.price);
    }
    let square = 0;
    for (let i = 0; i < agents; i++) if (i !== nobody) square += excess[i]! * excess[i]!;
    if (square === 0) {
      ascent.pace = 0;
      return;
    }
    const step = (ascent.pace * Math.max(Math.abs(ascent.value) * 0.02, 1)) / square;
    for (let i = 0; i < agents; i++) if (i !== nobody) price[i] = Math.max(0, price[i]! + step * excess[i]!);
  }
}
