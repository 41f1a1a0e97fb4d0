import type { CapacityTables } from './capacity-tables.ts';
import { createFillScratch, fillKnapsack, unitOf } from './fill-agent.ts';

/**
 * The lower bound: each job has a price, everybody fills the best knapsack at these prices (jobs may be taken twice or not at
 * all), and what the prices promise in total no assignment can undercut (Lagrangean relaxation of "each job once", which is
 * at least as strong as the linear relaxation). Prices are kept on multiples of 2^-10, so every sum is exact.
 */
export interface CapacityBound {
  /** The best bound so far; no assignment costs less. */
  value: number;
  /** Whether further rounds are unlikely to raise it. */
  spent: boolean;
  /** A slice of work, a few milliseconds at most; a round of subgradient ascent towards `target` (the best cost) takes some. */
  work(target: number): void;
}

const sliceCells = 1_000_000;
const grain = 1024;
const onGrain = (value: number): number => Math.round(value * grain) / grain;

export function createCapacityBound(tables: CapacityTables, startPrice: Float64Array): CapacityBound {
  const { agents, jobs, cost, load, capacity } = tables;
  const scratch = createFillScratch(jobs);
  const price = startPrice.map(onGrain);
  const best = price.slice();
  const times = new Int32Array(jobs);
  const smooth = new Float64Array(jobs);
  let next = 0;
  let now = 0;
  let lastCells = 0;
  let pace = 1;
  let sinceBetter = 0;
  let exact = Number.NEGATIVE_INFINITY;

  /** What the agent can earn at today's prices; its jobs are counted into `times`. */
  const earn = (agent: number): number => {
    const unit = unitOf(capacity[agent]!);
    const room = Math.floor(capacity[agent]! / unit);
    let count = 0;
    for (let j = 0, at = agent; j < jobs; j++, at += agents) {
      const gain = price[j]! - cost[at]!;
      if (gain <= 0 || load[at]! > capacity[agent]!) continue;
      scratch.place[count] = j;
      scratch.weight[count] = Math.floor(load[at]! / unit);
      scratch.worth[count++] = gain;
    }
    lastCells = count * room;
    const value = fillKnapsack(scratch, count, room);
    let left = room;
    for (let k = count - 1; k >= 0; k--) {
      if (scratch.taken[k * (room + 1) + left] === 0) continue;
      left -= scratch.weight[k]!;
      times[scratch.place[k]!]!++;
    }
    return value;
  };

  const bound: CapacityBound = {
    value: Number.NEGATIVE_INFINITY,
    spent: false,
    work(target) {
      if (bound.spent) return;
      if (next === 0) {
        times.fill(0);
        now = 0;
        for (let j = 0; j < jobs; j++) now += price[j]!;
      }
      for (let cells = 0; next < agents && cells < sliceCells; next++) {
        now -= earn(next);
        cells += jobs + lastCells;
      }
      if (next < agents) return;
      next = 0;
      if (now > exact) {
        if (now > exact + Math.max(1e-4 * Math.abs(target - now), 0.01)) sinceBetter = 0;
        exact = now;
        bound.value = Math.ceil(now);
        best.set(price);
      } else if (++sinceBetter % 8 === 0) {
        pace *= 0.6;
        price.set(best);
        smooth.fill(0);
        if (pace < 0.004) bound.spent = true;
        return;
      }
      let square = 0;
      for (let j = 0; j < jobs; j++) {
        smooth[j] = 1 - times[j]! + 0.6 * smooth[j]!;
        square += smooth[j]! * smooth[j]!;
      }
      if (square === 0 || bound.value >= target) {
        bound.spent = true;
        return;
      }
      const gap = Number.isFinite(target) ? target - now : 0.01 * Math.abs(now);
      const step = (pace * Math.max(gap, 0.5)) / square;
      for (let j = 0; j < jobs; j++) price[j] = onGrain(price[j]! + step * smooth[j]!);
    },
  };
  return bound;
}
