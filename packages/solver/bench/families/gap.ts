import { type SearchWithinCapacity, searchWithinCapacity } from '../../src/assignment/within-capacity.ts';
import { BenchFault } from '../bench-fault.ts';
import { clockOf, type RunBudget } from '../budget.ts';
import { diceOf } from '../dice.ts';
import type { Family } from '../family.ts';
import { checkGap, readGap } from '../read-gap.ts';

/** Jobs among agents with capacities at the least cost. A solution is an agent per job, from 0; -1 where none was found. */
export const gap: Family = {
  knownColumns: ['optimum', 'best_known', 'best_known_bound'],
  kindOf: (name) => /^[a-z]+/i.exec(name)?.[0].toLowerCase() ?? 'others',
  read(text, name) {
    const problem = readGap(text, name);
    return {
      run(budget) {
        const opened = searchWithinCapacity(problem, { seed: budget.seed });
        if (!opened.ok) throw new BenchFault(name, '不是可用的表', `no usable tables: ${opened.reasons[0]?.code}`);
        spend(opened.value, budget);
        const { agentOfJob, bound, steps } = opened.value.best;
        return { solution: agentOfJob, steps, bound: Number.isFinite(bound) ? bound : null };
      },
      judge(solution) {
        if (!Array.isArray(solution)) return { objective: Number.NaN, faults: ['not a list of agents'] };
        const { cost, faults } = checkGap(text, solution);
        return { objective: cost, faults };
      },
    };
  },
  small(seed) {
    const dice = diceOf(seed);
    const [agents, jobs] = [5, 40];
    const loads = Array.from({ length: agents * jobs }, () => dice.between(5, 25));
    const costs = loads.map(() => dice.between(10, 50));
    const capacity = Math.round((loads.reduce((sum, load) => sum + load, 0) / agents / agents) * 0.9);
    return [agents, jobs, ...costs, ...loads, ...new Array<number>(agents).fill(capacity)].join(' ');
  },
};

/** Steps between two looks at the clock. */
const STEPS = 8;

function spend(search: SearchWithinCapacity, { seconds, steps, kind }: RunBudget): void {
  const now = clockOf(kind);
  const until = seconds === null ? Number.POSITIVE_INFINITY : now() + seconds * 1000;
  let left = steps ?? Number.POSITIVE_INFINITY;
  while (left > 0 && now() < until && !search.best.proved) {
    search.run(Math.min(STEPS, left));
    left -= STEPS;
  }
}
