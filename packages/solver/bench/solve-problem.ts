import { type Plan, solve } from '../src/index.ts';
import { type Problem, type ProblemInput, parseProblem } from '../src/problem.ts';
import { BenchFault } from './bench-fault.ts';
import { asOptions, type RunBudget } from './budget.ts';

/** Parses as any caller would. */
export function parsed(input: ProblemInput, name: string): Problem {
  const answer = parseProblem(input);
  if (answer.ok) return answer.value;
  const { code, data } = answer.reasons[0];
  throw new BenchFault(
    name,
    `不能表示为排班问题：${code} ${data?.['path']}`,
    `cannot be said as a problem: ${code} at ${data?.['path']}`,
  );
}

/** Solves as any caller would, and tells how many steps were done. */
export function solved(problem: Problem, budget: RunBudget): { plan: Plan; steps: number; bound: number | null } {
  let steps = 0;
  let bound: number | null = null;
  const plan = solve(problem, {
    ...asOptions(budget),
    onProgress: (progress) => {
      steps = progress.step;
      bound = progress.bound;
    },
  });
  return { plan, steps, bound };
}
