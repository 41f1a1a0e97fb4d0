import type { CapacityTables, Part } from './capacity-tables.ts';
import { type Dice, roll } from './dice.ts';

/** The most agents of one block; a choice of agent fits into three bits. */
const mostInBlock = 8;

/** All ways, within a budget, to spread one half of a block's jobs over its agents. */
interface Half {
  count: number;
  levels: number;
  /** What a way costs above everyone's cheapest agent, at today's prices. */
  readonly above: Float64Array;
  /** The same without the price of the capacity it uses: plain cost up to a constant. */
  readonly plain: Float64Array;
  /** Load on each agent of the block. */
  readonly loads: readonly Float64Array[];
  readonly job: Int32Array;
  /** For each job of the half: the way it continues and the agent chosen, as `way * 8 + agent`. */
  readonly choice: Int32Array[];
}

export interface BlockScratch {
  readonly halves: readonly [Half, Half];
  readonly room: number;
  readonly spare: readonly Float64Array[];
  readonly newAbove: Float64Array;
  readonly newChoice: Int32Array;
  readonly bins: Int32Array;
  readonly left: Float64Array;
  readonly price: Float64Array;
  readonly order: Int32Array;
  readonly ends: Int32Array;
}

const buckets = 4096;

/** `room`: how many ways each half may hold. */
export function createBlockScratch(jobs: number, room: number): BlockScratch {
  const half = (): Half => ({
    count: 0,
    levels: 0,
    above: new Float64Array(room),
    plain: new Float64Array(room),
    loads: Array.from({ length: mostInBlock }, () => new Float64Array(room)),
    job: new Int32Array((jobs + 1) >> 1),
    choice: [],
  });
  return {
    halves: [half(), half()],
    room,
    spare: Array.from({ length: mostInBlock }, () => new Float64Array(room)),
    newAbove: new Float64Array(room * mostInBlock),
    newChoice: new Int32Array(room * mostInBlock),
    bins: new Int32Array(256),
    left: new Float64Array(mostInBlock),
    price: new Float64Array(mostInBlock),
    order: new Int32Array(room),
    ends: new Int32Array(buckets + 1),
  };
}

/**
 * Spreads the jobs of a small part (at most eight agents) over its agents so that it costs less than the part's relaxation plus
 * `budget`: the jobs are split by chance into halves, the ways to spread each half are listed (the cheapest `room` of them), and
 * the best fitting pair is found by looking, for each way of one half, only at ways of the other that leave next to nothing of
 * the dearest capacity unused. Writes `owner` and returns the cost, or `Infinity` where no pair fits.
 * (Meet in the middle, after Horowitz, Sahni 1974.)
 */
export function splitBlock(
  tables: CapacityTables,
  part: Part,
  budget: number,
  dice: Dice,
  owner: Int32Array,
  scratch: BlockScratch,
): number {
  const { agents, cost, load, capacity } = tables;
  const { jobs, jobCount, agents: ids, agentCount: size } = part;
  const { halves, left, price } = scratch;
  for (let x = 0; x < size; x++) {
    price[x] = part.price[ids[x]!]!;
    left[x] = capacity[ids[x]!]!;
  }
  for (let q = jobCount - 1; q > 0; q--) {
    const other = roll(dice, q + 1);
    const j = jobs[q]!;
    jobs[q] = jobs[other]!;
    jobs[other] = j;
  }
  let spent = 0;
  let open = 0;
  for (let q = 0; q < jobCount; q++) {
    const row = jobs[q]! * agents;
    let least = Number.POSITIVE_INFINITY;
    let where = 0;
    for (let x = 0; x < size; x++) {
      const reduced = cost[row + ids[x]!]! + price[x]! * load[row + ids[x]!]!;
      if (reduced < least) {
        least = reduced;
        where = x;
      }
    }
    let choices = 0;
    for (let x = 0; x < size; x++) {
      if (cost[row + ids[x]!]! + price[x]! * load[row + ids[x]!]! - least <= budget) choices++;
    }
    if (choices > 1) {
      const j = jobs[q]!;
      jobs[q] = jobs[open]!;
      jobs[open++] = j;
    } else {
      owner[jobs[q]!] = ids[where]!;
      left[where]! -= load[row + ids[where]!]!;
      spent += cost[row + ids[where]!]!;
      if (left[where]! < 0) return Number.POSITIVE_INFINITY;
    }
  }
  for (const half of halves) {
    half.count = 1;
    half.levels = 0;
    half.above[0] = 0;
    for (let x = 0; x < size; x++) half.loads[x]![0] = 0;
  }
  let firstBudget = budget;
  let secondBudget = budget;
  for (let q = 0; q < open; q++) {
    if ((q & 1) === 0) firstBudget = addJob(tables, part, jobs[q]!, halves[0], firstBudget, scratch);
    else secondBudget = addJob(tables, part, jobs[q]!, halves[1], secondBudget, scratch);
  }
  const pair = bestPair(size, budget, dice, scratch);
  if (pair < 0) return Number.POSITIVE_INFINITY;
  spent += readBack(tables, part, halves[0], Math.floor(pair / scratch.room), owner);
  return spent + readBack(tables, part, halves[1], pair % scratch.room, owner);
}

/** Continues every way of the half by every choice for one more job. Where they get too many the budget shrinks; it is returned. */
function addJob(tables: CapacityTables, part: Part, job: number, half: Half, budget: number, scratch: BlockScratch): number {
  const { agents, cost, load } = tables;
  const { agents: ids, agentCount: size } = part;
  const { newAbove, newChoice, left, price, room, spare } = scratch;
  const row = job * agents;
  let least = Number.POSITIVE_INFINITY;
  for (let x = 0; x < size; x++) {
    const reduced = cost[row + ids[x]!]! + price[x]! * load[row + ids[x]!]!;
    if (reduced < least) least = reduced;
  }
  const { above, count } = half;
  let next = 0;
  for (let x = 0; x < size; x++) {
    const own = load[row + ids[x]!]!;
    const more = cost[row + ids[x]!]! + price[x]! * own - least;
    if (more > budget) continue;
    const loads = half.loads[x]!;
    const most = left[x]! - own;
    for (let way = 0; way < count; way++) {
      const value = above[way]! + more;
      if (value > budget || loads[way]! > most) continue;
      newAbove[next] = value;
      newChoice[next++] = way * 8 + x;
    }
  }
  let shrunk = budget;
  if (next > room) {
    shrunk = cheapestBudget(newAbove, next, budget, room, scratch.bins);
    let kept = 0;
    for (let way = 0; way < next && kept < room; way++) {
      if (newAbove[way]! > shrunk) continue;
      newAbove[kept] = newAbove[way]!;
      newChoice[kept++] = newChoice[way]!;
    }
    next = kept;
  }
  const level = half.levels++;
  half.job[level] = job;
  half.choice[level] ??= new Int32Array(room);
  const choice = half.choice[level]!;
  for (let way = 0; way < next; way++) {
    above[way] = newAbove[way]!;
    choice[way] = newChoice[way]!;
  }
  for (let x = 0; x < size; x++) {
    const own = load[row + ids[x]!]!;
    const loads = half.loads[x]!;
    const before = spare[x]!;
    for (let way = 0; way < count; way++) before[way] = loads[way]!;
    for (let way = 0; way < next; way++) {
      const from = newChoice[way]!;
      loads[way] = before[from >> 3]! + ((from & 7) === x ? own : 0);
    }
  }
  half.count = next;
  return shrunk;
}

/** A budget that keeps a good part of `room` ways, found by counting into bins, finer and finer. */
function cheapestBudget(above: Float64Array, count: number, budget: number, room: number, bins: Int32Array): number {
  let width = budget;
  for (let again = 0; again < 8; again++) {
    const scale = 255 / width;
    bins.fill(0);
    for (let way = 0; way < count; way++) if (above[way]! <= width) bins[Math.floor(above[way]! * scale)]!++;
    let kept = 0;
    let bin = 0;
    while (bin < 255 && kept + bins[bin]! <= room * 0.6) kept += bins[bin++]!;
    if (bin > 0) return bin / scale;
    width = 1 / scale;
  }
  return width;
}

/** The cheapest pair of ways that fits, as `first * room + second`; -1 where none costs `budget` or less. Ties by chance. */
function bestPair(size: number, budget: number, dice: Dice, scratch: BlockScratch): number {
  const { halves, left, price, order, ends, room } = scratch;
  const [first, second] = halves;
  for (const half of halves) {
    for (let way = 0; way < half.count; way++) {
      let value = half.above[way]!;
      for (let x = 0; x < size; x++) value -= price[x]! * half.loads[x]![way]!;
      half.plain[way] = value;
    }
  }
  let worth = 0;
  let key = 0;
  for (let x = 0; x < size; x++) {
    worth += price[x]! * left[x]!;
    if (price[x]! > price[key]!) key = x;
  }
  // ways of the second half by their load on the dearest agent, in buckets of `unit`
  const unit = Math.max(1, Math.ceil((left[key]! + 1) / buckets));
  const keyLoads = second.loads[key]!;
  const last = Math.floor(left[key]! / unit);
  ends.fill(0, 0, last + 1);
  for (let way = 0; way < second.count; way++) ends[Math.floor(keyLoads[way]! / unit)]!++;
  for (let bucket = 0, sum = 0; bucket <= last; bucket++) {
    const here = ends[bucket]!;
    ends[bucket] = sum;
    sum += here;
  }
  for (let way = 0; way < second.count; way++) order[ends[Math.floor(keyLoads[way]! / unit)]!++] = way;
  let best = budget;
  let pair = -1;
  let ties = 0;
  const keyPrice = Math.max(price[key]!, 1e-9);
  const firstKey = first.loads[key]!;
  const plain = second.plain;
  for (let one = 0; one < first.count; one++) {
    const most = left[key]! - firstKey[one]!;
    if (most < 0) continue;
    const fewest = most - (best - first.above[one]!) / keyPrice;
    const high = Math.floor(most / unit);
    const low = fewest > 0 ? Math.floor(fewest / unit) : 0;
    if (low > high) continue;
    const base = first.plain[one]! + worth;
    for (let at = low > 0 ? ends[low - 1]! : 0, end = ends[high]!; at < end; at++) {
      const two = order[at]!;
      const value = base + plain[two]!;
      if (value > best) continue;
      let fits = true;
      for (let x = 0; x < size; x++) {
        if (first.loads[x]![one]! + second.loads[x]![two]! > left[x]!) {
          fits = false;
          break;
        }
      }
      if (!fits) continue;
      if (value < best - 1e-6) {
        best = value;
        pair = one * room + two;
        ties = 1;
      } else if (roll(dice, ++ties) === 0) pair = one * room + two;
    }
  }
  return pair;
}

function readBack(tables: CapacityTables, part: Part, half: Half, way: number, owner: Int32Array): number {
  let spent = 0;
  let at = way;
  for (let level = half.levels - 1; level >= 0; level--) {
    const choice = half.choice[level]![at]!;
    const agent = part.agents[choice & 7]!;
    owner[half.job[level]!] = agent;
    spent += tables.cost[half.job[level]! * tables.agents + agent]!;
    at = choice >> 3;
  }
  return spent;
}
