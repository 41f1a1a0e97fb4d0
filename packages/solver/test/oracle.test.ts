import { describe, expect, it } from 'vitest';
import { solve } from '../src/solve.ts';
import { randomProblem } from './oracle/random-problem.ts';
import { trial } from './oracle/trial.ts';

const PROBLEMS = 1000;
const STEPS = 600;
/** Where the engines stand: so many of the problems at most are not solved to the end. */
const MOST = { unsound: 30, notEqual: 60, disagreements: 0 };

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
    expect(verdicts.disagreements).toBe(MOST.disagreements);
    expect(verdicts.unsound).toBeLessThanOrEqual(MOST.unsound);
    expect(verdicts.notEqual).toBeLessThanOrEqual(MOST.notEqual);
  });
});
