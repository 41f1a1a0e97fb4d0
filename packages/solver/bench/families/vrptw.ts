import type { Plan } from '../../src/index.ts';
import { checkVrptw } from '../check-vrptw.ts';
import { diceOf } from '../dice.ts';
import type { Family } from '../family.ts';
import { problemOfVrptw, readVrptw } from '../read-vrptw.ts';
import { parsed, solved } from '../solve-problem.ts';

/** Vehicle routing with time windows: least distance, times 10 and truncated. A solution is a list of routes of customer numbers. */
export const vrptw: Family = {
  knownColumns: ['opt_distance_1dec_x10', 'bks_distance_1dec_x10'],
  kindOf: (name) => /^[a-z]+[12]/i.exec(name)?.[0].toUpperCase() ?? 'others',
  read(text, name) {
    const instance = readVrptw(text, name);
    const problem = parsed(problemOfVrptw(instance), name);
    return {
      run(budget) {
        const { plan, steps, bound } = solved(problem, budget);
        return { solution: routesOf(plan), steps, bound };
      },
      judge: (solution) => checkVrptw(instance, solution),
    };
  },
  small,
};

const routesOf = ({ visits }: Plan): number[][] =>
  [...Map.groupBy(visits, ({ helperId }) => helperId).values()].map((route) => route.map(({ visitId }) => Number(visitId)));

/** Fifty customers anywhere on a square of 100, half of them with a window. */
function small(seed: number): string {
  const dice = diceOf(seed);
  const customers = Array.from({ length: 50 }, (_, index) => {
    const ready = dice.chance(500) ? 0 : dice.between(50, 700);
    const due = ready === 0 ? 900 : ready + dice.between(30, 120);
    return [index + 1, dice.below(101), dice.below(101), dice.between(5, 30), ready, due, 10].join(' ');
  });
  return ['small', '', 'VEHICLE', 'NUMBER CAPACITY', '25 200', '', 'CUSTOMER', 'NUMBER X Y DEMAND READY DUE SERVICE', '']
    .concat('0 50 50 0 0 1100 0', customers, '')
    .join('\n');
}
