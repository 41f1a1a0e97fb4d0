import type { Decision, No } from '@linli/model';
import { createCapacitySearch } from './capacity-search.ts';
import type { CapacityTables } from './capacity-tables.ts';
import { type Costs, readRows, refuse } from './cost-table.ts';
import type { CostRow } from './short-list.ts';
import type { AssignmentInputCode } from './texts.ts';

/** Jobs to be shared out among agents, each whole job to one agent, nobody above their capacity (generalized assignment). */
export interface CapacityProblem {
  /** One row per agent, one column per job. Whole numbers; `Infinity` where the agent may never have the job. */
  readonly costs: Costs;
  /** How much of the agent's capacity the job takes; the same shape. Whole numbers, not negative. */
  readonly loads: Costs;
  /** One per agent. Whole numbers, not negative. */
  readonly capacities: readonly number[];
  /** The price of leaving a job out, by job. Without it every job should be placed if that can be done at all. */
  readonly leaveOut?: readonly number[] | undefined;
}

export interface CapacityAnswer {
  /** Agent of each job; -1 for a job that is left out. */
  readonly agentOfJob: readonly number[];
  /** Costs of the jobs placed, and the prices of those left out at a price. */
  readonly total: number;
  /** Jobs that should be placed and are not, for want of room found. Empty in a complete answer. */
  readonly unplaced: readonly number[];
  /** At least so many jobs must stay without a place whoever plans; above 0 the problem is proved to have no complete answer. */
  readonly mustStayOut: number;
  /** No answer with as few jobs unplaced has a smaller total. */
  readonly bound: number;
  /** Whether the answer is proved to be best: fewest jobs unplaced, and then the least total. */
  readonly proved: boolean;
  readonly steps: number;
}

/** A search that can be run on as long as there is time. */
export interface SearchWithinCapacity {
  /**
   * Does up to `steps` small steps; fewer once the answer is proved. A step takes a millisecond or so, a few on tables of a hundred
   * thousand pairs, and some tens at worst where one agent can hold hundreds of jobs: who must stop in time runs one at a time.
   */
  run(steps: number): void;
  /** The best so far; there is one before the first step. */
  readonly best: CapacityAnswer;
}

/**
 * Opens a search for the cheapest assignment within capacities. Same problem, seed and number of steps: same answer, on every
 * machine. An answer never breaks a capacity; where not everything fits, as few jobs as possible stay unplaced.
 */
export function searchWithinCapacity(
  problem: CapacityProblem,
  options: { readonly seed?: number } = {},
): Decision<SearchWithinCapacity, AssignmentInputCode> {
  const read = readProblem(problem);
  if ('ok' in read) return read;
  const search = createCapacitySearch(read.tables, options.seed ?? 1);
  return {
    ok: true,
    value: {
      run: (steps) => search.run(steps),
      get best() {
        return answer(read, search);
      },
    },
    reasons: [],
  };
}

/** The same as one call: `steps` small steps, by default 20,000, or until the answer is proved. */
export function assignWithinCapacity(
  problem: CapacityProblem,
  options: { readonly seed?: number; readonly steps?: number } = {},
): Decision<CapacityAnswer, AssignmentInputCode> {
  const search = searchWithinCapacity(problem, options);
  if (!search.ok) return search;
  search.value.run(options.steps ?? 20_000);
  return { ok: true, value: search.value.best, reasons: [] };
}

interface ReadProblem {
  readonly tables: CapacityTables;
  /** What all jobs cost at their cheapest places, and at most at their dearest. */
  readonly least: number;
  readonly most: number;
  /** What an unplaced job counts, more than all else together; 0 where jobs have a price for being left out. */
  readonly fine: number;
}

function answer({ tables, least, most, fine }: ReadProblem, search: ReturnType<typeof createCapacitySearch>): CapacityAnswer {
  const { nobody } = tables;
  const agentOfJob = Array.from(search.best, (agent) => (agent === nobody ? -1 : agent));
  const unplaced = fine === 0 ? [] : agentOfJob.flatMap((agent, job) => (agent < 0 ? [job] : []));
  const fines = fine * unplaced.length;
  const total = search.bestCost - fines;
  const bound = unplaced.length === 0 ? Math.max(search.bound, least) : search.bound - fines;
  return {
    agentOfJob,
    total,
    unplaced,
    mustStayOut: fine === 0 ? 0 : Math.max(0, Math.ceil((search.bound - most) / fine)),
    bound: search.proved ? total : bound,
    proved: search.proved,
    steps: search.steps,
  };
}

const mostPairs = 1 << 25;

function readProblem(problem: CapacityProblem): ReadProblem | No<AssignmentInputCode> {
  if (typeof problem !== 'object' || problem === null) return refuse('assignment/not-a-table', { what: 'problem' });
  const costs = readRows(problem.costs, 'costs');
  if (!Array.isArray(costs)) return costs as No<AssignmentInputCode>;
  const loads = readRows(problem.loads, 'loads');
  if (!Array.isArray(loads)) return loads as No<AssignmentInputCode>;
  const real = costs.length;
  const leaveOut = problem.leaveOut;
  const capacities: unknown = problem.capacities;
  if (!Array.isArray(capacities)) return refuse('assignment/not-a-table', { what: 'capacities' });
  if (leaveOut !== undefined && !Array.isArray(leaveOut)) return refuse('assignment/not-a-table', { what: 'leaveOut' });
  const jobs = real > 0 ? (costs[0] as CostRow).length : (leaveOut?.length ?? 0);
  const agents = real + 1;
  if (loads.length !== real) return refuse('assignment/ragged', { row: real, found: loads.length, expected: real });
  if (capacities.length !== real) return refuse('assignment/ragged', { row: real, found: capacities.length, expected: real });
  if (leaveOut !== undefined && leaveOut.length !== jobs) {
    return refuse('assignment/ragged', { row: real, found: leaveOut.length, expected: jobs });
  }
  if (agents * jobs > mostPairs) return refuse('assignment/too-large', { what: 'costs' });
  const dearest = new Float64Array(jobs).fill(Number.NEGATIVE_INFINITY);
  const cheapest = new Float64Array(jobs).fill(Number.POSITIVE_INFINITY);
  const note = (job: number, cost: number): void => {
    if (cost > dearest[job]!) dearest[job] = cost;
    if (cost < cheapest[job]!) cheapest[job] = cost;
  };
  for (let row = 0; row < real; row++) {
    const own = costs[row] as CostRow;
    const takes = loads[row] as CostRow;
    if (own.length !== jobs) return refuse('assignment/ragged', { row, found: own.length, expected: jobs });
    if (takes.length !== jobs) return refuse('assignment/ragged', { row, found: takes.length, expected: jobs });
    if (!isAmount(capacities[row])) return refuse('assignment/not-whole', { what: 'capacities', row, column: 0 });
    for (let job = 0; job < jobs; job++) {
      const cost = own[job]!;
      if (cost !== Number.POSITIVE_INFINITY && !Number.isSafeInteger(cost)) {
        return refuse('assignment/not-whole', { what: 'costs', row, column: job });
      }
      if (!isAmount(takes[job])) return refuse('assignment/not-whole', { what: 'loads', row, column: job });
      if (cost !== Number.POSITIVE_INFINITY) note(job, cost);
    }
  }
  for (let job = 0; job < jobs; job++) {
    if (leaveOut !== undefined) {
      if (!Number.isSafeInteger(leaveOut[job])) return refuse('assignment/not-whole', { what: 'leaveOut', row: 0, column: job });
      note(job, leaveOut[job]!);
    }
    if (dearest[job] === Number.NEGATIVE_INFINITY) note(job, 0);
  }
  let least = 0;
  let most = 0;
  let allSizes = 1;
  for (let job = 0; job < jobs; job++) {
    least += cheapest[job]!;
    most += Math.max(0, dearest[job]!);
    allSizes += Math.max(0, dearest[job]!) + Math.max(0, -cheapest[job]!);
  }
  if (allSizes * 4096 * (jobs + 1) > Number.MAX_SAFE_INTEGER) return refuse('assignment/too-large', { what: 'costs' });
  const fine = leaveOut === undefined ? allSizes : 0;
  const tables: CapacityTables = {
    agents,
    jobs,
    cost: new Float64Array(agents * jobs),
    load: new Float64Array(agents * jobs),
    capacity: new Float64Array(agents),
    nobody: real,
  };
  for (let row = 0; row < real; row++) {
    const own = costs[row] as CostRow;
    const takes = loads[row] as CostRow;
    const capacity = capacities[row] as number;
    let unit = 0;
    for (let job = 0; job < jobs; job++) if (takes[job]! <= capacity) unit = commonUnit(unit, takes[job]!);
    unit = Math.max(unit, 1);
    tables.capacity[row] = Math.floor(capacity / unit);
    for (let job = 0; job < jobs; job++) {
      const barred = own[job] === Number.POSITIVE_INFINITY || takes[job]! > capacity;
      tables.cost[job * agents + row] = barred ? 2 * allSizes : own[job]!;
      tables.load[job * agents + row] = barred ? tables.capacity[row]! + 1 : takes[job]! / unit;
    }
  }
  for (let job = 0; job < jobs; job++) tables.cost[job * agents + real] = leaveOut?.[job] ?? fine;
  return { tables, least, most, fine };
}

const isAmount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

function commonUnit(a: number, b: number): number {
  let [one, two] = [a, b];
  while (two > 0) [one, two] = [two, one % two];
  return one;
}
