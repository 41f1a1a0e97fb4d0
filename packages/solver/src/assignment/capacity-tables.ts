/**
 * A generalized assignment as flat tables, job by job: the pair of job `j` and agent `i` stands at `j * agents + i`.
 * Trusted: whole numbers, loads and capacities not negative. Pairs that may never be cost `barred` and load more than fits.
 * With `spare`, the last agent is nobody: it takes any job at the price of leaving it out and has no load.
 */
export interface CapacityTables {
  readonly agents: number;
  readonly jobs: number;
  readonly cost: Float64Array;
  readonly load: Float64Array;
  readonly capacity: Float64Array;
  /** The agent that stands for nobody. */
  readonly nobody: number;
}

/** A part of the problem under search: some jobs to be spread over some agents at today's prices of capacity. */
export interface Part {
  readonly jobs: Int32Array;
  jobCount: number;
  readonly agents: Int32Array;
  agentCount: number;
  /** Price of one unit of capacity, by agent of the whole problem. */
  readonly price: Float64Array;
}

export const createPart = (tables: CapacityTables): Part => ({
  jobs: new Int32Array(tables.jobs),
  jobCount: 0,
  agents: new Int32Array(tables.agents),
  agentCount: 0,
  price: new Float64Array(tables.agents),
});

export function wholePart(tables: CapacityTables): Part {
  const part = createPart(tables);
  for (let j = 0; j < tables.jobs; j++) part.jobs[j] = j;
  for (let i = 0; i < tables.agents; i++) part.agents[i] = i;
  part.jobCount = tables.jobs;
  part.agentCount = tables.agents;
  return part;
}

export function copyPart(from: Part, to: Part): void {
  for (let q = 0; q < from.jobCount; q++) to.jobs[q] = from.jobs[q]!;
  for (let x = 0; x < from.agentCount; x++) {
    const agent = from.agents[x]!;
    to.agents[x] = agent;
    to.price[agent] = from.price[agent]!;
  }
  to.jobCount = from.jobCount;
  to.agentCount = from.agentCount;
}
