import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { solve } from '../src/solve.ts';
import { bindingProblem, randomProblem } from './oracle/random-problem.ts';
import { betterByOneStep } from './oracle/single-steps.ts';
import { trial } from './oracle/trial.ts';

const PROBLEMS = 1000;
const STEPS = 600;
/** Of the problems at most so many are not solved to the end: a search of so few steps may be unlucky, never unsound. */
const MOST_NOT_EQUAL = 5;

describe('plans against the best there is', () => {
  it('law: random problems of every feature are solved soundly, to the end, and counted alike by check and oracle', () => {
    const verdicts = { unsound: 0, notEqual: 0, disagreements: 0 };
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const { problem } = randomProblem(seed);
      const { verdict, disagreements } = trial(problem, solve(problem, { seed: 1, steps: STEPS }));
      if (verdict === 'unsound') verdicts.unsound++;
      if (verdict !== 'equal') verdicts.notEqual++;
      verdicts.disagreements += disagreements.length;
    }
    expect({ unsound: verdicts.unsound, disagreements: verdicts.disagreements }).toEqual({ unsound: 0, disagreements: 0 });
    expect(verdicts.notEqual).toBeLessThanOrEqual(MOST_NOT_EQUAL);
  });

  it('law: of linked, spaced, optional, pinned and broken problems every plan is sound, and no single step makes it better', () => {
    const found = { unsound: 0, better: 0 };
    for (let seed = 1; seed <= 200; seed++) {
      const { problem } = bindingProblem(seed);
      const plan = solve(problem, { seed: 1, steps: STEPS });
      if (!check(problem, plan).ok) found.unsound++;
      else if (betterByOneStep(problem, plan.visits) !== null) found.better++;
    }
    expect(found).toEqual({ unsound: 0, better: 0 });
  });
});
