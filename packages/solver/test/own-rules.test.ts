import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { perRound, type Rule } from '../src/rules/rule.ts';
import { total } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { line, problem } from './problems.ts';
import { richProblem } from './rich-problems.ts';

const words = { zh: '试', en: 'a try' };

/** Nobody does two visits in a row at one place. */
const noTwoInARow: Rule = perRound({
  id: 'no-two-in-a-row',
  level: 'hard',
  words,
  amount: ({ stops }) => stops.filter(({ visit }, at) => stops[at + 1]?.visit.place === visit.place).length,
  why: () => [],
});

/** What starts after 30 costs a lot. */
const early: Rule = perRound({
  id: 'early',
  level: 'soft',
  words,
  amount: ({ stops }) => stops.filter(({ from }) => from > 30).length * 1_000_000,
  why: () => [],
});

/** Less than three visits to anybody who has any are as bad as three left out. */
const worthComing: Rule = perRound({
  id: 'worth-coming',
  level: 'medium',
  words,
  amount: ({ stops }) => (stops.length === 1 || stops.length === 2 ? 3 : 0),
  why: () => [],
});

const day = problem({
  helpers: ['a', 'b'].map((id) => ({ id, shifts: [{ from: 0, until: 100 }] })),
  visits: Array.from({ length: 6 }, (_, index) => ({
    id: `v${index}`,
    windows: [{ from: 0, until: 100 }],
    duration: 9,
    place: `p${index % 2}`,
  })),
  travel: line(2),
  weights: { fairness: 0 },
});

describe("the caller's own rules steer the search", () => {
  it('law: a hard one is broken by no plan, whatever else a problem holds', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const parsed = richProblem(seed);
      const plan = solve(parsed, { seed, steps: 60, rules: [noTwoInARow] });
      expect(plan.score.hard['no-two-in-a-row']).toBe(0);
      expect(check(parsed, plan, { rules: [noTwoInARow] }).violations, `problem ${seed}`).toEqual([]);
    }
  });

  it('serves all the same where the rule can be kept', () => {
    const plan = solve(day, { seed: 1, steps: 300, rules: [noTwoInARow] });
    expect(plan.unassigned).toEqual([]);
    // alone, one person would do all visits to one place and the other those to the other
    expect(total(solve(day, { seed: 1, steps: 300 }).score.soft)).toBeLessThan(total(plan.score.soft));
  });

  it('a soft one outweighs ways where it says so', () => {
    const plan = solve(day, { seed: 1, steps: 300, rules: [early] });
    // three of nine minutes each fit before 30 with ways of 1 for both people
    expect(plan.score.soft.early).toBe(0);
    expect(plan.visits.every(({ from }) => from <= 30)).toBe(true);
  });

  it('a medium one is weighed against what is left out', () => {
    const plan = solve(day, { seed: 1, steps: 300, rules: [worthComing] });
    expect(plan.unassigned).toEqual([]);
    expect(plan.score.medium['worth-coming']).toBe(0);
  });

  it('counts in what the search tells of itself', () => {
    let last = Number.NaN;
    const plan = solve(day, {
      seed: 1,
      steps: 50,
      rules: [early, worthComing],
      onProgress: ({ soft }) => {
        last = soft;
      },
    });
    expect(last).toBe(total(plan.score.soft));
  });
});
