import type { CapacityTables } from './capacity-tables.ts';
import { type Dice, roll } from './dice.ts';

/**
 * Local search by ejection chains: a job goes to another agent; if there is no room, one of that agent's jobs goes on to a third
 * agent (or back to the first: an exchange), and so on, until a job finds room. Chains follow each job's few cheapest agents at
 * the prices of capacity and are given up as soon as, at these prices, they cannot be expected to pay. No capacity is ever broken.
 * (Glover's ejection chains; for this problem after Yagiura, Ibaraki, Glover 2004.)
 */
export interface ShiftChains {
  readonly owner: Int32Array;
  /** What the assignment in `owner` costs. */
  cost: number;
  /** Goes on from another assignment. */
  start(from: Int32Array): void;
  /** Tries chains, taking those that do not make it dearer (as dear as before too: for variety), about `looks` places long. */
  work(looks: number): void;
}

/** The least price of a unit of capacity, as part of what a unit costs on average. */
const leastPrice = 0.02;
/** Agents looked at for each job. */
const mostCandidates = 10;
/** Jobs moved by one chain. */
const mostMoves = 7;
/** Places looked at for one chain. */
const mostLooks = 1000;

/** `relaxed`: prices of capacity in the relaxation. Starts from each job at its cheapest agent with room, most to lose first. */
export function createShiftChains(tables: CapacityTables, relaxed: Float64Array, dice: Dice): ShiftChains {
  const { agents, jobs, cost, load, capacity, nobody } = tables;
  const width = Math.min(agents, mostCandidates);
  const candidates = new Int32Array(jobs * width);
  const left = new Float64Array(agents);
  const owner = new Int32Array(jobs).fill(nobody);
  const over = new Float64Array(jobs);
  const first = new Int32Array(agents);
  const next = new Int32Array(jobs);
  const previous = new Int32Array(jobs);
  const moved = new Uint8Array(jobs);
  const pathJob = new Int32Array(mostMoves);
  const pathTo = new Int32Array(mostMoves);
  const cheapest = new Float64Array(jobs);
  /** What the second cheapest agent costs more than the cheapest. */
  const regret = new Float64Array(jobs);
  let pathLength = 0;
  let looks = 0;
  let mostLooksNow = 0;
  let allowance = 0;
  const price = dearer(tables, relaxed);
  const reduced = (at: number, agent: number): number => cost[at + agent]! + price[agent]! * load[at + agent]!;

  for (let j = 0; j < jobs; j++) {
    const at = j * agents;
    const row = j * width;
    let count = 0;
    for (let i = 0; i < agents; i++) {
      if (load[at + i]! > capacity[i]!) continue;
      const here = reduced(at, i);
      if (count === width && here >= reduced(at, candidates[row + count - 1]!)) continue;
      let q = count < width ? count++ : count - 1;
      for (; q > 0 && reduced(at, candidates[row + q - 1]!) > here; q--) candidates[row + q] = candidates[row + q - 1]!;
      candidates[row + q] = i;
    }
    cheapest[j] = reduced(at, candidates[row]!);
    regret[j] = count > 1 ? reduced(at, candidates[row + 1]!) - reduced(at, candidates[row]!) : 0;
    while (count < width) candidates[row + count++] = nobody;
  }

  const link = (job: number, agent: number): void => {
    const second = first[agent]!;
    next[job] = second;
    previous[job] = -1;
    if (second >= 0) previous[second] = job;
    first[agent] = job;
  };
  const unlink = (job: number, agent: number): void => {
    if (previous[job]! >= 0) next[previous[job]!] = next[job]!;
    else first[agent] = next[job]!;
    if (next[job]! >= 0) previous[next[job]!] = previous[job]!;
  };

  const chains: ShiftChains = {
    owner,
    cost: 0,
    start(from) {
      left.set(capacity);
      first.fill(-1);
      chains.cost = 0;
      for (let j = 0; j < jobs; j++) {
        const i = from[j]!;
        owner[j] = i;
        left[i]! -= load[j * agents + i]!;
        chains.cost += cost[j * agents + i]!;
        over[j] = reduced(j * agents, i) - cheapest[j]!;
        link(j, i);
      }
    },
    work(count) {
      let idle = 0;
      for (let i = 0; i < agents; i++) idle += price[i]! * left[i]!;
      const unit = idle / Math.max(1, agents - 1);
      looks = 0;
      while (looks < count) {
        looks++;
        const j = roll(dice, jobs);
        const from = owner[j]!;
        allowance = (unit * roll(dice, 8)) / 4;
        mostLooksNow = Math.min(count, looks + mostLooks);
        pathLength = 0;
        left[from]! += load[j * agents + from]!;
        moved[j] = 1;
        if (!move(j, from, 0, 0)) left[from]! -= load[j * agents + from]!;
        moved[j] = 0;
      }
    },
  };

  /** The job has left an agent and looks for another; `spent`: change of cost so far, `above`: the same at the prices. */
  const move = (job: number, from: number, spent: number, above: number): boolean => {
    const at = job * agents;
    const own = cost[at + from]!;
    const ownReduced = reduced(at, from);
    const depth = pathLength++;
    pathJob[depth] = job;
    for (let c = 0, row = job * width; c < width; c++) {
      const to = candidates[row + c]!;
      if (to === from) continue;
      const nowAbove = above + reduced(at, to) - ownReduced;
      if (nowAbove > allowance && nowAbove > above) break;
      looks++;
      const nowSpent = spent + cost[at + to]! - own;
      const need = load[at + to]! - left[to]!;
      if (need <= 0) {
        if (nowSpent > 0) continue;
        pathTo[depth] = to;
        left[to]! -= load[at + to]!;
        commit(nowSpent);
        return true;
      }
      if (pathLength === mostMoves || looks > mostLooksNow) continue;
      pathTo[depth] = to;
      left[to]! -= load[at + to]!;
      for (let k = first[to]!; k >= 0; k = next[k]!) {
        looks++;
        const frees = load[k * agents + to]!;
        if (frees < need || moved[k] === 1 || nowAbove - over[k]! > allowance) continue;
        moved[k] = 1;
        left[to]! += frees;
        const done = move(k, to, nowSpent, nowAbove);
        moved[k] = 0;
        if (done) return true;
        left[to]! -= frees;
        if (looks > mostLooksNow) break;
      }
      left[to]! += load[at + to]!;
    }
    pathLength--;
    return false;
  };

  const commit = (change: number): void => {
    for (let k = 0; k < pathLength; k++) {
      const j = pathJob[k]!;
      const to = pathTo[k]!;
      unlink(j, owner[j]!);
      link(j, to);
      owner[j] = to;
      over[j] = reduced(j * agents, to) - cheapest[j]!;
    }
    chains.cost += change;
  };

  const order = Int32Array.from({ length: jobs }, (_, j) => j).sort((a, b) => regret[b]! - regret[a]! || a - b);
  left.set(capacity);
  for (const j of order) {
    const at = j * agents;
    let where = nobody;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < agents; i++) {
      if (load[at + i]! > left[i]!) continue;
      const here = reduced(at, i);
      if (here < least) {
        least = here;
        where = i;
      }
    }
    owner[j] = where;
    left[where]! -= load[at + where]!;
  }
  chains.start(owner);
  return chains;
}

/** Capacity that the relaxation holds to be free gets a small price all the same, so that less of it is used where costs are equal. */
function dearer({ agents, jobs, cost, capacity, nobody }: CapacityTables, price: Float64Array): Float64Array {
  let least = 0;
  for (let j = 0; j < jobs; j++) {
    let own = Number.POSITIVE_INFINITY;
    for (let i = 0; i < agents; i++) own = Math.min(own, cost[j * agents + i]!);
    least += Math.abs(own);
  }
  let room = 0;
  for (let i = 0; i < agents; i++) if (i !== nobody) room += capacity[i]!;
  const floor = (leastPrice * least) / Math.max(1, room);
  return price.map((own, i) => (i === nobody ? own : Math.max(own, floor)));
}
