import { checkHhcrsp, type Route } from '../check-hhcrsp.ts';
import type { Family } from '../family.ts';
import { problemOfHhcrsp } from '../hhcrsp-problem.ts';
import { readInstance } from '../hhcrsp-schema.ts';
import { makeHhcrsp } from '../make-hhcrsp.ts';
import { parsed, solved } from '../solve-problem.ts';

/**
 * Home health care: (way + all lateness + largest lateness) / 3.
 * A solution is `[{ caregiver, visits: [{ patient, service, start }] }]` in the order of travel.
 */
export const hhcrsp: Family = {
  knownColumns: ['total_cost'],
  kindOf: (name) => /^m(\d+)_/.exec(name)?.[1]?.concat(' patients') ?? 'others',
  read(text, name) {
    const instance = readInstance(text, name);
    const { input, routesOf } = problemOfHhcrsp(instance);
    const problem = parsed(input, name);
    return {
      run(budget) {
        const { plan, steps, bound } = solved(problem, budget);
        return { solution: routesOf(plan), steps, bound };
      },
      judge(solution) {
        if (!Array.isArray(solution)) return { objective: Number.NaN, faults: ['not a list of routes'] };
        return checkHhcrsp(instance, solution as Route[]);
      },
    };
  },
  small: (seed) => JSON.stringify(makeHhcrsp(20, 5, seed)),
};
