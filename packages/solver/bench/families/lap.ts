import { assignOneToOne } from '../../src/assignment/one-to-one.ts';
import { BenchFault } from '../bench-fault.ts';
import { diceOf } from '../dice.ts';
import type { Family } from '../family.ts';
import { checkLap, readLap } from '../read-lap.ts';

/** One column for every row at the least cost, exact: the budget does not matter. A solution is a column per row, from 0. */
export const lap: Family = {
  knownColumns: ['optimum', 'best_known'],
  kindOf: () => 'lap',
  read(text, name) {
    const costs = readLap(text, name);
    return {
      run() {
        const answer = assignOneToOne(costs);
        if (!answer.ok) throw new BenchFault(name, '不是可用的费用表', `no usable table: ${answer.reasons[0]?.code}`);
        return { solution: answer.value.columnOfRow, steps: 1, bound: answer.value.total };
      },
      judge(solution) {
        if (!Array.isArray(solution)) return { objective: Number.NaN, faults: ['not a list of columns'] };
        const { cost, faults } = checkLap(text, solution);
        return { objective: cost, faults };
      },
    };
  },
  small(seed) {
    const dice = diceOf(seed);
    const size = 100;
    return [size, ...Array.from({ length: size * size }, () => dice.between(1, 100))].join(' ');
  },
};
