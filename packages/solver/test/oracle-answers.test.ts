import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { solve } from '../src/solve.ts';
import { type Answer, answersOn, changesTo, onReplan, type Question, questions } from './oracle/answers.ts';
import { randomProblem } from './oracle/random-problem.ts';

const PROBLEMS = 60;

describe('answers against trying it all', () => {
  it('law: alternatives, recommendations, reasons and repairs are what trying every helper and every start gives', () => {
    const asked = new Set<Question>();
    const wrong: (Answer & { readonly seed: number })[] = [];
    for (let seed = 1; seed <= PROBLEMS; seed++) {
      const { problem } = randomProblem(seed);
      const plan = solve(problem, { seed: 1, steps: 100 });
      // That plans are sound is for other laws; here they are given.
      if (!check(problem, plan).ok) continue;
      for (const answer of answersOn(problem, plan)) {
        asked.add(answer.question);
        if (answer.wrong !== null) wrong.push({ ...answer, seed });
      }
    }
    expect(wrong).toEqual([]);
    expect([...asked].sort()).toEqual(questions.filter((question) => question !== 'replan').sort());
  });

  it('law: a re-plan leaves out no more than must be, and moves as few as are worth their price', () => {
    const wrong: (string | null)[] = [];
    for (let seed = 1; seed <= 25; seed++) {
      const { problem } = randomProblem(seed);
      const plan = solve(problem, { seed: 1, steps: 100 });
      if (!check(problem, plan).ok) continue;
      for (const changed of changesTo(problem))
        for (const price of [2000, 1_000_000]) wrong.push(onReplan(changed, plan, price, 600).wrong);
    }
    expect(wrong.length).toBeGreaterThan(150);
    expect(wrong.filter((one) => one !== null)).toEqual([]);
  });
});
