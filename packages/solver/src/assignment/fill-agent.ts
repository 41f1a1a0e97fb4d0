import type { CapacityTables, Part } from './capacity-tables.ts';
import { type Dice, roll } from './dice.ts';

/** Room for the knapsacks of one problem. */
export interface FillScratch {
  readonly place: Int32Array;
  readonly worth: Float64Array;
  readonly weight: Int32Array;
  readonly value: Float64Array;
  taken: Uint8Array;
}

/** Above this many units of capacity a knapsack counts in coarser units. */
const finestUnits = 16_384;

/** How many units of load count as one in the knapsack of an agent with this capacity. */
export const unitOf = (capacity: number): number => Math.max(1, Math.ceil(capacity / finestUnits));

export const createFillScratch = (jobs: number): FillScratch => ({
  place: new Int32Array(jobs),
  worth: new Float64Array(jobs),
  weight: new Int32Array(jobs),
  value: new Float64Array(finestUnits + 2),
  taken: new Uint8Array(1 << 16),
});

/** Best value of the first `count` items in `room`; which items make it stands in `taken`, a row of `room + 1` per item. */
export function fillKnapsack(scratch: FillScratch, count: number, room: number): number {
  const { worth, weight, value } = scratch;
  const width = room + 1;
  if (scratch.taken.length < count * width) scratch.taken = new Uint8Array(count * width);
  const taken = scratch.taken;
  taken.fill(0, 0, count * width);
  value.fill(0, 0, width);
  for (let k = 0, row = 0; k < count; k++, row += width) {
    const own = weight[k]!;
    const gain = worth[k]!;
    for (let left = room; left >= own; left--) {
      const withIt = value[left - own]! + gain;
      if (withIt > value[left]!) {
        value[left] = withIt;
        taken[row + left] = 1;
      }
    }
  }
  return value[room]!;
}

/**
 * Gives the agent at place `x` of the part the jobs it should have: the best knapsack, where a job is worth what it would cost
 * with anybody else at today's prices less what it costs here, shaken by up to half of `noise` either way.
 * Writes them into `owner`, takes agent and jobs out of the part and returns their cost.
 */
export function fillAgent(
  tables: CapacityTables,
  part: Part,
  x: number,
  noise: number,
  dice: Dice,
  owner: Int32Array,
  scratch: FillScratch,
): number {
  const { agents, cost, load, capacity } = tables;
  const { jobs, agents: ids, price, agentCount } = part;
  const { place, worth, weight } = scratch;
  const agent = ids[x]!;
  const unit = unitOf(capacity[agent]!);
  const room = Math.floor(capacity[agent]! / unit);
  let count = 0;
  for (let q = 0; q < part.jobCount; q++) {
    const row = jobs[q]! * agents;
    const own = load[row + agent]!;
    if (own > capacity[agent]!) continue;
    let elsewhere = Number.POSITIVE_INFINITY;
    for (let y = 0; y < agentCount; y++) {
      if (y === x) continue;
      const i = ids[y]!;
      const reduced = cost[row + i]! + price[i]! * load[row + i]!;
      if (reduced < elsewhere) elsewhere = reduced;
    }
    const gain = elsewhere - cost[row + agent]! + (noise * (roll(dice, 1024) - 512)) / 1024;
    if (gain <= 0) continue;
    place[count] = q;
    weight[count] = Math.ceil(own / unit);
    worth[count++] = gain;
  }
  fillKnapsack(scratch, count, room);
  const { taken } = scratch;
  const width = room + 1;
  let spent = 0;
  let left = room;
  for (let k = count - 1; k >= 0; k--) {
    if (taken[k * width + left] === 0) continue;
    left -= weight[k]!;
    const j = jobs[place[k]!]!;
    owner[j] = agent;
    spent += cost[j * agents + agent]!;
    jobs[place[k]!] = -1;
  }
  let kept = 0;
  for (let q = 0; q < part.jobCount; q++) if (jobs[q]! >= 0) jobs[kept++] = jobs[q]!;
  part.jobCount = kept;
  part.agentCount = agentCount - 1;
  ids[x] = ids[agentCount - 1]!;
  return spent;
}
