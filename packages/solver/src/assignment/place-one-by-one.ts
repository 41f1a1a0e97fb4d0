import type { CapacityTables, Part } from './capacity-tables.ts';

/**
 * Gives the jobs of a part to its agents one by one, the largest first, each to the cheapest agent with room at today's prices;
 * a job that fits nowhere goes to nobody. Writes `owner` and returns the cost. Only a first answer, to be searched on.
 */
export function placeOneByOne(tables: CapacityTables, part: Part, owner: Int32Array): number {
  const { agents, cost, load, capacity, nobody } = tables;
  const left = capacity.slice();
  const jobs = part.jobs.slice(0, part.jobCount);
  const ids = part.agents.subarray(0, part.agentCount);
  const size = (j: number): number =>
    ids.reduce((least, i) => (i === nobody ? least : Math.min(least, load[j * agents + i]!)), Infinity);
  const sizes = new Map(Array.from(jobs, (j) => [j, size(j)]));
  jobs.sort((a, b) => sizes.get(b)! - sizes.get(a)! || a - b);
  let spent = 0;
  for (const j of jobs) {
    let where = nobody;
    let least = Number.POSITIVE_INFINITY;
    for (const i of ids) {
      const own = load[j * agents + i]!;
      const reduced = cost[j * agents + i]! + part.price[i]! * own;
      if (own <= left[i]! && reduced < least) {
        least = reduced;
        where = i;
      }
    }
    owner[j] = where;
    left[where]! -= load[j * agents + where]!;
    spent += cost[j * agents + where]!;
  }
  return spent;
}
