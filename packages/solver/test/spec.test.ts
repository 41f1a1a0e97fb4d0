import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import { solverLaws } from '../src/laws.ts';
import type { Plan } from '../src/plan.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { perRound } from '../src/rules/rule.ts';
import { compareScores, planOf, total } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { exhaustive } from './exhaustive.ts';
import { filled } from './filled.ts';
import { line, problem, richProblems } from './problems.ts';
import { LAST, tiny } from './tiny.ts';

// What the solver promises, to be read from top to bottom. First what a best plan is, by trying everything on tiny
// problems; then how it must change when the problem does; then what every plan and every way of solving owes.

/** Negative: the first is better, level by level. */
const compare = (a: Plan, b: Plan): number => compareScores(a.score, b.score);

describe('the best plan there is', () => {
  it('law: is the same in every order of the input', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const turned = {
          ...input,
          helpers: [...input.helpers].reverse(),
          visits: [...input.visits].reverse(),
          links: [...(input.links ?? [])].reverse(),
        };
        expect(compare(exhaustive(problem(input), LAST), exhaustive(problem(turned), LAST))).toBe(0);
      }),
      { seed: 91, numRuns: 12 },
    );
  });

  it('law: is the same with one more helper who is never there', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const more = { ...input, helpers: [...input.helpers, { id: 'x', shifts: [] }] };
        expect(exhaustive(problem(more), LAST).score).toEqual(exhaustive(problem(input), LAST).score);
      }),
      { seed: 92, numRuns: 6 },
    );
  });

  type Relax = readonly [what: string, relax: (input: ProblemInput) => ProblemInput];
  const helpers = (input: ProblemInput, change: object): ProblemInput => ({
    ...input,
    helpers: input.helpers.map((helper) => ({ ...helper, ...change })),
  });
  const relaxations: readonly Relax[] = [
    [
      'a wider window',
      (input) => ({
        ...input,
        visits: input.visits.map((visit) => ({
          ...visit,
          windows: visit.windows.map((window) => ({ ...window, from: 0, until: LAST })),
        })),
      }),
    ],
    ['no breaks', (input) => helpers(input, { breaks: [] })],
    ['no limits', (input) => helpers(input, { maxVisits: null, maxWork: null, capacity: [] })],
    ['every skill', (input) => helpers(input, { skills: ['meal'] })],
    ['no days apart', (input) => ({ ...input, spacings: [] })],
    ['no links', (input) => ({ ...input, links: [] })],
    ['no overtime', (input) => helpers(input, { overtimeAfter: null })],
  ];

  it.each(relaxations)('law: is never worse with %s', (_, relax) => {
    fc.assert(
      fc.property(tiny, (input) => {
        expect(compare(exhaustive(problem(relax(input)), LAST), exhaustive(problem(input), LAST))).toBeLessThanOrEqual(0);
      }),
      { seed: 93, numRuns: 12 },
    );
  });

  it('law: is never worse than a plan put together visit by visit, with own rules as well', () => {
    const lateBird = perRound({
      id: 'late-bird',
      level: 'hard',
      words: { zh: '早上不去', en: 'no mornings' },
      amount: ({ helper, stops }) => (helper.id === 'h0' ? stops.filter(({ from }) => from < 2).length : 0),
      why: () => [{ code: 'own/morning' }],
    });
    fc.assert(
      fc.property(tiny, fc.nat(99), (input, seed) => {
        const parsed = problem(input);
        for (const rules of [[], [lateBird]]) {
          const plan = filled(parsed, seed, rules);
          expect(check(parsed, plan, { rules }).violations).toEqual([]);
          expect(compare(exhaustive(parsed, LAST, rules), plan)).toBeLessThanOrEqual(0);
        }
      }),
      { seed: 94, numRuns: 15 },
    );
  });

  it('law: of one visit alone is what `recommend` says first', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const parsed = problem({ ...input, visits: input.visits.slice(0, 1), links: [], spacings: [] });
        const best = exhaustive(parsed, LAST);
        const empty = planOf(frameOf(parsed), []);
        const answer = recommend(parsed, empty, 'v0', 1);
        const first = answer.ok ? answer.value[0] : undefined;
        const gained = first === undefined ? 0 : total(first.change.medium) || total(first.change.soft);
        // Leaving it out may be better where it is optional.
        const bestGain =
          best.visits.length === 0
            ? 0
            : total(best.score.medium) - total(empty.score.medium) || total(best.score.soft) - total(empty.score.soft);
        expect(Math.min(0, gained)).toBe(Math.min(0, bestGain));
      }),
      { seed: 95, numRuns: 60 },
    );
  });
});

describe('every way of solving', () => {
  const solvers: readonly (readonly [string, (problem: Problem) => Plan])[] = [
    ['visit by visit', (parsed) => filled(parsed, 7)],
    ['solve', (parsed) => solve(parsed, { seed: 7, steps: 60 })],
  ];

  it.each(solvers)('law: %s keeps the laws of solvers', (_, solve) => {
    fc.assert(
      fc.property(richProblems({ helpers: 4, visits: 7, pins: true }), (input) => {
        for (const law of solverLaws)
          expect([law.id, law.breach({ solve, problem: problem(input) })]).toEqual([law.id, undefined]);
      }),
      { seed: 96, numRuns: 100 },
    );
  });

  it('law: `solve` is never better than the best plan there is, and mostly as good', () => {
    let runs = 0;
    let asGood = 0;
    fc.assert(
      fc.property(tiny, (input) => {
        const parsed = problem(input);
        const order = compare(solve(parsed, { seed: 1, steps: 300 }), exhaustive(parsed, LAST));
        expect(order).toBeGreaterThanOrEqual(0);
        runs++;
        if (order === 0) asGood++;
      }),
      { seed: 97, numRuns: 40 },
    );
    expect(asGood / runs).toBeGreaterThan(0.5);
  });

  it('planted: a solver that breaks a law is found out by that law', () => {
    const morning = problem({
      helpers: [
        { id: 'li', shifts: [{ from: 0, until: 60 }] },
        { id: 'wu', shifts: [{ from: 0, until: 60 }] },
      ],
      visits: [{ id: 'v', windows: [{ from: 20, until: 40 }], duration: 10, place: 'p0' }],
      travel: line(1),
    });
    const at = (helperId: string, from: number) => (parsed: Problem) =>
      planOf(frameOf(parsed), [{ visitId: 'v', helperId, from, until: from + 10 }]);
    const breaches = (solve: (problem: Problem) => Plan): string[] =>
      solverLaws.filter((law) => law.breach({ solve, problem: morning }) !== undefined).map(({ id }) => id);
    expect(breaches(at('li', 20))).toEqual([]);
    expect(breaches(at('li', 35))).toContain('plan-is-sound');
    expect(breaches((parsed) => at(parsed.helpers[0]!.id, 20)(parsed))).toContain('order-of-input-is-nothing');
    expect(breaches((parsed) => at(parsed.helpers.length > 2 ? 'wu' : 'li', 20)(parsed))).toContain('useless-helper-is-nothing');
    expect(breaches(at('li', 14))).toContain('wider-window-spoils-nothing');
  });
});
