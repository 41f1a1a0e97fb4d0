import type { CapacityProblem } from '../src/assignment/within-capacity.ts';
import { WholeNumbers } from './whole-numbers.ts';

/** Reads a generalized assignment file: agents, jobs; a row of costs per agent; a row of loads per agent; the capacities. */
export function readGap(
  text: string,
  name = 'gap',
): CapacityProblem & { readonly costs: number[][]; readonly loads: number[][] } {
  const numbers = new WholeNumbers(text, name, { zh: '广义指派文件', en: 'a generalized assignment file' });
  const agents = numbers.next('agents', 1);
  const jobs = numbers.next('jobs', 1);
  const table = (what: string): number[][] =>
    Array.from({ length: agents }, (_, agent) => numbers.row(jobs, `${what} of agent ${agent},`, 0));
  const costs = table('costs');
  const loads = table('loads');
  const capacities = numbers.row(agents, 'capacity', 0);
  numbers.end();
  return { costs, loads, capacities };
}

/** Judges an answer (agent per job, from 0) from the file alone: the cost, and what is wrong with it, if anything. */
export function checkGap(text: string, agentOfJob: readonly number[]): { readonly cost: number; readonly faults: string[] } {
  const { costs, loads, capacities } = readGap(text);
  const faults: string[] = [];
  const jobs = costs[0]?.length ?? 0;
  const used = capacities.map(() => 0);
  let cost = 0;
  if (agentOfJob.length !== jobs) faults.push(`${agentOfJob.length} jobs answered, ${jobs} asked`);
  agentOfJob.forEach((agent, job) => {
    const own = costs[agent]?.[job];
    if (own === undefined) {
      faults.push(`job ${job} is with ${agent}, who does not exist`);
      return;
    }
    cost += own;
    used[agent]! += loads[agent]![job]!;
  });
  used.forEach((load, agent) => {
    if (load > capacities[agent]!) faults.push(`agent ${agent} carries ${load} of ${capacities[agent]}`);
  });
  return { cost, faults };
}
