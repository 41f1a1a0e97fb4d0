import { type CapacityBound, createCapacityBound } from './bound-capacity.ts';
import { type CapacityTables, copyPart, createPart, type Part, wholePart } from './capacity-tables.ts';
import { createDice, roll } from './dice.ts';
import { createFillScratch, fillAgent } from './fill-agent.ts';
import { placeOneByOne } from './place-one-by-one.ts';
import { ascend, createPriceAscent, createPriceScratch, priceCapacity } from './price-capacity.ts';
import { createShiftChains, type ShiftChains } from './shift-chain.ts';
import { createBlockScratch, splitBlock } from './split-block.ts';

/**
 * Search in two ways by turns. Chains of shifts (shift-chain.ts) make the first answer and go on until they get nowhere; then they
 * come between any two dives, one step, more while they gain. Chains are at their best where there is some room, dives where
 * every unit of capacity counts.
 * A dive takes some agents with all their jobs, fills one agent after the other with its best knapsack at prices that are kept up
 * to date, and leaves the last few agents to an exact split. A dive is given up as soon as the relaxation of what is left cannot
 * beat what was there. The first dives take everybody, later ones a few agents at a time.
 */
export interface CapacitySearch {
  /** Agent of each job, `nobody` for a job left out. */
  readonly best: Int32Array;
  bestCost: number;
  /** No assignment costs less. */
  bound: number;
  /** Whether the best is proved to be best. */
  proved: boolean;
  readonly steps: number;
  /** Does `count` small steps, or fewer when the best is proved. */
  run(count: number): void;
}

/** Places looked at in one step of chains, for each job and at most. */
const looksPerJob = 50;
const mostLooksPerStep = 10_000;
/** The chains that make the first answer end when so many steps, and so many looks for each job, have found nothing better. */
const patience = 16;
const patienceLooks = 100;

/** Agents left to the exact split. */
const blockSize = 4;
const waysPerHalf = 1536;
const priceRounds = 1500;
const settledPace = 0.004;
/** Dives over everybody before parts are searched. */
const wholeDives = 4;
/** The noise in a dive, at most this part of the cost. */
const mostNoise = 0.005;
/** Agents of a part that are chosen for what they cost above the relaxation; the others come by chance. */
const badAgents = 2;
/** Tries at each of the last levels before the split. */
const lastTries = [2, 2, 2];

export function createCapacitySearch(tables: CapacityTables, seed: number): CapacitySearch {
  const { agents, jobs, cost, nobody } = tables;
  const dice = createDice(seed);
  const ascent = createPriceAscent(agents);
  const priceScratch = createPriceScratch(agents);
  const fillScratch = createFillScratch(jobs);
  const block = createBlockScratch(jobs, waysPerHalf);
  const whole = wholePart(tables);
  const looksPerStep = Math.min(mostLooksPerStep, looksPerJob * jobs);
  const levels: Part[] = [];
  const spentAt = new Float64Array(agents + 1);
  const triesLeft = new Int32Array(agents + 1);
  const owner = new Int32Array(jobs).fill(nobody);
  const inPart = new Uint8Array(agents);
  const order = Int32Array.from({ length: agents }, (_, i) => i);
  const best = new Int32Array(jobs).fill(nobody);
  let bestCost = 0;
  for (let j = 0; j < jobs; j++) bestCost += cost[j * agents + nobody]!;
  let bound: CapacityBound | undefined;
  let chains: ShiftChains | undefined;
  /** Steps of chains since the last that found something better. */
  let inVain = 0;
  let chainsDue = false;
  /** Whether the best has come from a dive since the chains last looked. */
  let behind = false;
  /** Whether the dive goes without noise, at better prices: the first one, and all while a job has no place. */
  let careful = true;
  let level = -1;
  let target = 0;
  let before = 0;
  let dives = 0;
  let steps = 0;
  const excess = new Float64Array(agents);
  /** Cost of each job with its cheapest agent at the prices of the relaxation. */
  const cheapest = new Float64Array(jobs);
  let leftOut = jobs;
  let noise = 0;
  const real = agents - 1;
  const firstDives = Math.min(wholeDives, 1 + Math.floor(100_000 / Math.max(1, jobs * agents)));

  const search: CapacitySearch = {
    best,
    bestCost,
    bound: Number.NEGATIVE_INFINITY,
    proved: jobs === 0,
    get steps() {
      return steps;
    },
    run(count) {
      for (let k = 0; k < count && !search.proved; k++) {
        steps++;
        if (ascent.rounds < priceRounds) priceABit();
        else if (level < 0 && bound !== undefined && !bound.spent && dives % 3 === 0) boundABit();
        else if (level < 0 && chainsDue) chainABit();
        else if (level < 0) startDive();
        else goDeeper();
      }
    },
  };

  const priceABit = (): void => {
    ascend(ascent, tables, whole, Math.max(1, Math.min(50, Math.floor(1_000_000 / (jobs * agents)))), priceScratch);
    if (ascent.pace > settledPace && ascent.rounds < priceRounds) return;
    ascent.rounds = priceRounds;
    for (let j = 0; j < jobs; j++) {
      let least = Number.POSITIVE_INFINITY;
      for (let i = 0; i < agents; i++) {
        const reduced = cost[j * agents + i]! + ascent.price[i]! * tables.load[j * agents + i]!;
        if (reduced < least) least = reduced;
      }
      cheapest[j] = least;
    }
    bound = createCapacityBound(tables, cheapest);
    chainsDue = true;
  };

  /** The first time until it gets nowhere, later one step between two dives. */
  const chainABit = (): void => {
    chains ??= createShiftChains(tables, ascent.price, dice);
    const chain = chains;
    if (dives >= 1 && (behind || chain.cost > search.bestCost)) chain.start(best);
    behind = false;
    const before = chain.cost;
    chain.work(looksPerStep);
    inVain = chain.cost < before ? 0 : inVain + 1;
    chainsDue = inVain < (dives < 1 ? Math.max(patience, (patienceLooks * jobs) / looksPerStep) : 2);
    if (chain.cost > search.bestCost) return;
    best.set(chain.owner);
    search.bestCost = chain.cost;
    countLeftOut();
    if (search.bound >= search.bestCost) search.proved = true;
  };

  const boundABit = (): void => {
    bound!.work(search.bestCost);
    dives += 0.25;
    search.bound = Math.max(search.bound, bound!.value);
    if (search.bound >= search.bestCost) search.proved = true;
  };

  const startDive = (): void => {
    dives = Math.floor(dives) + 1;
    chainsDue = true;
    careful = leftOut > 0 || dives === 1;
    const everybody = dives <= firstDives || real <= blockSize + 1;
    const wanted = everybody ? real : Math.min(real, blockSize + 1 + roll(dice, 8));
    if (!everybody) measureExcess();
    for (let k = 0; k < wanted; k++) {
      let other = k + roll(dice, real - k);
      if (!everybody && k < badAgents) {
        for (let again = 0; again < 2; again++) {
          const rival = k + roll(dice, real - k);
          if (excess[order[rival]!]! > excess[order[other]!]!) other = rival;
        }
      }
      const agent = order[k]!;
      order[k] = order[other]!;
      order[other] = agent;
    }
    const part = levelAt(0);
    inPart.fill(0);
    for (let k = 0; k < wanted; k++) {
      part.agents[k] = order[k]!;
      inPart[order[k]!] = 1;
    }
    part.agents[wanted] = nobody;
    inPart[nobody] = 1;
    part.agentCount = wanted + 1;
    part.jobCount = 0;
    before = 0;
    for (let j = 0; j < jobs; j++) {
      if (inPart[best[j]!] === 0) continue;
      part.jobs[part.jobCount++] = j;
      before += cost[j * agents + best[j]!]!;
    }
    for (let x = 0; x < part.agentCount; x++) part.price[part.agents[x]!] = ascent.price[part.agents[x]!]!;
    target = before;
    setNoise();
    spentAt[0] = 0;
    const value = priceCapacity(tables, part, everybody ? 3 : 25, target + 1e-6, priceScratch);
    if (value > target + 1e-6) return;
    level = 0;
    triesLeft[0] = 1;
    if (part.agentCount <= blockSize + 1) finish(value);
    else triesLeft[0] = triesAt(part.agentCount);
  };

  const countLeftOut = (): void => {
    leftOut = 0;
    for (let j = 0; j < jobs; j++) if (best[j] === nobody) leftOut++;
  };

  /** What each agent costs above the relaxation: its jobs at their reduced costs, its idle capacity at its price. */
  const measureExcess = (): void => {
    for (let i = 0; i < agents; i++) excess[i] = i === nobody ? 0 : ascent.price[i]! * tables.capacity[i]!;
    for (let j = 0; j < jobs; j++) {
      const i = best[j]!;
      excess[i]! += cost[j * agents + i]! - cheapest[j]!;
    }
  };

  /** The room between the best answer and the relaxation, for each job: how far a job's worth may be mistaken. */
  const setNoise = (): void => {
    noise = careful ? 0 : Math.min(search.bestCost - ascent.value, mostNoise * Math.abs(ascent.value)) / jobs;
  };

  const levelAt = (at: number): Part => {
    levels[at] ??= createPart(tables);
    return levels[at]!;
  };

  const triesAt = (agentCount: number): number => lastTries[agentCount - blockSize - 2] ?? 1;

  /** One agent more is filled, or, where the tries of the deepest level are used up, that level is left. */
  const goDeeper = (): void => {
    while (level >= 0 && triesLeft[level] === 0) level--;
    if (level < 0) return;
    triesLeft[level]!--;
    const part = levelAt(level + 1);
    copyPart(levels[level]!, part);
    let x = roll(dice, part.agentCount);
    while (part.agents[x] === nobody) x = roll(dice, part.agentCount);
    const spent = spentAt[level]! + fillAgent(tables, part, x, noise, dice, owner, fillScratch);
    const value = priceCapacity(tables, part, careful ? roundsFor(part.agentCount) : 12, target - spent + 1e-6, priceScratch);
    if (spent + value > target + 1e-6) return;
    level++;
    spentAt[level] = spent;
    triesLeft[level] = triesAt(part.agentCount);
    if (part.agentCount <= blockSize + 1) finish(value);
  };

  /** The last agents are split exactly; a result as good as before is taken, for the sake of variety. */
  const finish = (value: number): void => {
    const part = levels[level]!;
    triesLeft[level] = 0;
    const spent = spentAt[level]!;
    let rest = splitBlock(tables, part, target - spent - value + 1e-6, dice, owner, block);
    if (rest === Number.POSITIVE_INFINITY && leftOut > 0) rest = placeOneByOne(tables, part, owner);
    if (spent + rest > target) return;
    const first = levels[0]!;
    for (let q = 0; q < first.jobCount; q++) best[first.jobs[q]!] = owner[first.jobs[q]!]!;
    search.bestCost += spent + rest - before;
    behind = true;
    countLeftOut();
    if (search.bound >= search.bestCost) search.proved = true;
    if (spent + rest < before) level = -1;
  };
  return search;
}

/** The fewer agents are left, the more a wrong price costs and the less a round does. */
const roundsFor = (agentCount: number): number => Math.max(12, Math.min(50, Math.floor(500 / agentCount)));
