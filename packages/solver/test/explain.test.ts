import { say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { explain } from '../src/explain.ts';
import { frameOf } from '../src/frame.ts';
import type { HardRule, Plan, Score } from '../src/plan.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { addScores, compareScores, noScore, planOf, subtractScores } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { ruleTexts, solverTexts } from '../src/texts.ts';
import { line, problem, problems } from './problems.ts';

const wide = [{ from: 0, until: 60 }];
const visit = { id: 'v', windows: wide, duration: 10, place: 'p0' };
type VisitInput = ProblemInput['visits'][number];
type HelperInput = ProblemInput['helpers'][number];

/** One open visit, and helpers who hold nothing unless `others` say so. */
function day(helpers: HelperInput[], open: Partial<VisitInput> = {}, others: VisitInput[] = []): ProblemInput {
  return { helpers, visits: [{ ...visit, ...open }, ...others], travel: line(2) };
}

const li: HelperInput = { id: 'li', shifts: wide };
const wu: HelperInput = { id: 'wu', shifts: wide };
const urgent = (helperId: string): VisitInput => ({
  ...visit,
  id: `urgent-${helperId}`,
  duration: 60,
  pinned: { helperId, from: 0 },
});

function reasonsFor(input: ProblemInput): { reasons: readonly unknown[]; closest: readonly string[] } {
  const parsed = problem(input);
  const found = explain(parsed, solve(parsed, { seed: 1, steps: 20 })).unassigned.find(({ visitId }) => visitId === 'v');
  return { reasons: found?.reasons ?? [], closest: found?.closest ?? [] };
}

describe('explain: why nobody', () => {
  const cases: [string, ProblemInput, { reasons: unknown[]; closest: string[] }, ProblemInput][] = [
    [
      'nobody has the skill',
      day([li, wu], { skills: ['nurse'] }),
      { reasons: [{ code: 'visit/no-skill', data: { skill: 'nurse' } }], closest: ['li', 'wu'] },
      day([li, { ...wu, skills: ['nurse'] }], { skills: ['nurse'] }),
    ],
    [
      'the one with the skill is not there then',
      day([{ ...li, shifts: [{ from: 60, until: 90 }], skills: ['nurse'] }, wu], { skills: ['nurse'] }),
      { reasons: [{ code: 'visit/nobody-on-shift' }], closest: ['li'] },
      day([{ ...li, shifts: [{ from: 50, until: 90 }], skills: ['nurse'] }, wu], { skills: ['nurse'] }),
    ],
    [
      'both have been refused',
      day([li, wu], { refused: ['li', 'wu'] }),
      { reasons: [{ code: 'visit/refused-by-all' }], closest: ['li', 'wu'] },
      day([li, wu], { refused: ['li'] }),
    ],
    [
      'no window is long enough',
      day([li], { windows: [{ from: 0, until: 9 }] }),
      { reasons: [{ code: 'visit/window-too-short', data: { duration: 10 } }], closest: ['li'] },
      day([li], { windows: [{ from: 0, until: 10 }] }),
    ],
    [
      'everybody has as many visits as they may',
      day([{ ...li, maxVisits: 0 }]),
      { reasons: [{ code: 'visit/all-full', data: { rule: 'max-visits' } }], closest: ['li'] },
      day([{ ...li, maxVisits: 1 }]),
    ],
    [
      // home p1: out 1 + 10 + back 1 = 12
      'everybody works as much as they may',
      day([{ ...li, from: 'p1', to: 'p1', maxWork: 11 }]),
      { reasons: [{ code: 'visit/all-full', data: { rule: 'max-work' } }], closest: ['li'] },
      day([{ ...li, from: 'p1', to: 'p1', maxWork: 12 }]),
    ],
    [
      'everybody is busy',
      day([li, { ...wu, maxVisits: 0 }], {}, [urgent('li')]),
      { reasons: [{ code: 'visit/all-busy' }], closest: ['li'] },
      day([li, { ...wu, maxVisits: 0 }]),
    ],
    [
      'the fixed person is busy while another is free',
      day([li, wu], { pinned: { helperId: 'li', from: 0 } }, [{ ...urgent('li'), id: 'a' }]),
      { reasons: [{ code: 'visit/pin-impossible', data: { helperId: 'li' } }], closest: ['wu'] },
      day([li, wu], {}, [urgent('li')]),
    ],
    ['there is nobody', day([]), { reasons: [{ code: 'visit/no-helpers' }], closest: [] }, day([li])],
    [
      'two things at once: not on shift, and no skill',
      day([{ ...li, shifts: [] }], { skills: ['nurse'] }),
      { reasons: [{ code: 'visit/no-skill', data: { skill: 'nurse' } }, { code: 'visit/nobody-on-shift' }], closest: ['li'] },
      day([{ ...li, skills: ['nurse'] }], { skills: ['nurse'] }),
    ],
  ];

  it.each(cases)('%s; relaxed, it is served', (_, input, expected, relaxed) => {
    expect(reasonsFor(input)).toEqual(expected);
    expect(reasonsFor(relaxed)).toEqual({ reasons: [], closest: [] });
  });

  it('names for each helper every rule that forbids, in the order of the rules', () => {
    const parsed = problem(day([{ ...li, shifts: [], maxVisits: 0 }, wu], { skills: ['nurse'], refused: ['li', 'wu'] }));
    expect(explain(parsed, solve(parsed, { seed: 1, steps: 0 })).unassigned[0]?.helpers).toEqual([
      { helperId: 'li', forbiddenBy: ['refused', 'skills', 'shift', 'max-visits'] },
      { helperId: 'wu', forbiddenBy: ['refused', 'skills'] },
    ]);
  });

  it('says of a plan made by hand that somebody is free', () => {
    const parsed = problem(day([li]));
    const byHand = planOf(frameOf(parsed), []);
    expect(explain(parsed, byHand).unassigned[0]?.reasons).toEqual([{ code: 'visit/would-fit', data: { helperId: 'li' } }]);
  });

  it('says it in words', () => {
    const reason = { code: 'visit/no-skill', data: { skill: '测血压' } } as const;
    expect(say(solverTexts, reason, 'zh')).toBe('可以上门的人里，没有人会“测血压”');
    expect(ruleTexts['one-place-at-a-time'].en).toBe('one place at a time');
  });
});

describe('explain: why this person', () => {
  const parsed = problem({
    helpers: [
      { ...li, from: 'p0', to: 'p0' },
      { ...wu, from: 'p3', to: 'p3' },
      { id: 'xu', shifts: wide, cost: 4 },
    ],
    visits: [{ ...visit, place: 'p1', wanted: ['li'] }],
    travel: line(4),
  });
  const plan = solve(parsed, { seed: 1, steps: 20 });

  it('gives the parts and the next best people, with the difference per rule', () => {
    const [only] = explain(parsed, plan).visits;
    // li: way 1 + 1; work 12 of 10 asked for: 12 * 1200 at 5
    expect(only?.parts.soft).toEqual({ travel: 2000, wanted: 0, fairness: 72_000, cost: 0 });
    expect(only?.alternatives.map(({ helperId, from, change }) => ({ helperId, from, soft: change.soft }))).toEqual([
      // xu: no way, wish missed, work 10 * 1000, effort 4
      { helperId: 'xu', from: 0, soft: { travel: -2000, wanted: 30_000, fairness: -22_000, cost: 4000 } },
      // wu: way 2 + 2, wish missed, work 14 * 1400
      { helperId: 'wu', from: 2, soft: { travel: 2000, wanted: 30_000, fairness: 26_000, cost: 0 } },
    ]);
  });

  it('refuses a plan of another problem', () => {
    const other = { ...plan, visits: [{ visitId: 'x', helperId: 'li', from: 0, until: 1 }] };
    expect(() => explain(parsed, other)).toThrow(expect.objectContaining({ code: 'plan/of-another-problem' }));
  });
});

const sumOf = (parts: readonly { readonly parts: Score }[]): Score =>
  parts.reduce((sum, { parts: one }) => addScores(sum, one), noScore);

/** The problem in which these rules no longer bind this helper and this visit. */
function relaxed(input: Problem, plan: Plan, visitId: string, helperId: string, rules: readonly HardRule[]): [Problem, Plan] {
  const has = (rule: HardRule): boolean => rules.includes(rule);
  const asked = input.visits.find(({ id }) => id === visitId)!;
  const whole = [{ from: 0, until: 10_000 }];
  const helpers = input.helpers.map((helper) =>
    helper.id !== helperId
      ? helper
      : {
          ...helper,
          skills: has('skills') ? [...helper.skills, ...asked.skills] : helper.skills,
          shifts: has('shift') ? whole : helper.shifts,
          maxVisits: has('max-visits') ? null : helper.maxVisits,
          maxWork: has('max-work') ? null : helper.maxWork,
        },
  );
  const visits = input.visits.map((one) =>
    one.id !== visitId
      ? one
      : {
          ...one,
          refused: has('refused') ? [] : one.refused,
          windows: has('window') ? whole : one.windows,
          pinned: has('pinned') ? null : one.pinned,
        },
  );
  const next = problem({ ...input, helpers, visits });
  const emptied = has('one-place-at-a-time') ? plan.visits.filter((planned) => planned.helperId !== helperId) : plan.visits;
  return [next, planOf(frameOf(next), emptied)];
}

describe('explain: laws', () => {
  it('law: all parts together are the score of the plan', () => {
    fc.assert(
      fc.property(problems({ helpers: 5, visits: 8, pins: true }), (input) => {
        const parsed = problem(input);
        const plan = solve(parsed, { seed: 2, steps: 5 });
        const { visits, unassigned } = explain(parsed, plan);
        expect(sumOf([...visits, ...unassigned])).toEqual(plan.score);
        expect(visits).toHaveLength(plan.visits.length);
        expect(unassigned.map(({ visitId }) => visitId)).toEqual(plan.unassigned);
      }),
      { seed: 41, numRuns: 300 },
    );
  });

  it('law: to follow an alternative gives a valid plan that differs by just its change', () => {
    fc.assert(
      fc.property(problems({ helpers: 5, visits: 7, pins: false }), (input) => {
        const parsed = problem(input);
        const plan = solve(parsed, { seed: 2, steps: 10 });
        for (const { visitId, alternatives } of explain(parsed, plan).visits)
          for (const { change, ...there } of alternatives) {
            const rest = plan.visits.filter((planned) => planned.visitId !== visitId);
            const other = planOf(frameOf(parsed), [...rest, { visitId, ...there }]);
            expect(check(parsed, other).ok).toBe(true);
            expect(subtractScores(other.score, plan.score)).toEqual(change);
          }
      }),
      { seed: 42, numRuns: 200 },
    );
  });

  it('law: relax what forbids, and the visit can be done; relax one rule less of the reasons, and nobody can', () => {
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 7, pins: true }), (input) => {
        const parsed = problem(input);
        const plan = solve(parsed, { seed: 2, steps: 10 });
        for (const { visitId, helpers, closest } of explain(parsed, plan).unassigned) {
          for (const { helperId, forbiddenBy } of helpers) {
            const [next, open] = relaxed(parsed, plan, visitId, helperId, forbiddenBy);
            const answer = recommend(next, open, visitId, 9);
            expect(answer.ok && answer.value.map((one) => one.helperId)).toContain(helperId);
          }
          const needed = helpers.find(({ helperId }) => helperId === closest[0])?.forbiddenBy ?? [];
          for (const spared of needed) {
            const enough = needed.filter((rule) => rule !== spared);
            expect(helpers.some(({ forbiddenBy }) => forbiddenBy.every((rule) => enough.includes(rule)))).toBe(false);
          }
        }
      }),
      { seed: 43, numRuns: 1500 },
    );
  });
});

describe('recommend', () => {
  const two = problem(
    day([
      { ...li, from: 'p1', to: 'p1' },
      { ...wu, from: 'p0', to: 'p0' },
    ]),
  );
  const empty = planOf(frameOf(two), []);

  it('ranks people and times for one new visit, no more than asked for', () => {
    const answer = recommend(two, empty, 'v', 2);
    expect(answer.ok && answer.value.map(({ helperId, from }) => [helperId, from])).toEqual([
      ['wu', 0],
      ['li', 1],
    ]);
    const one = recommend(two, empty, 'v', 1);
    expect(one.ok && one.value).toHaveLength(1);
  });

  it('says why when nobody can', () => {
    const none = problem(day([{ ...li, maxVisits: 0 }]));
    expect(recommend(none, planOf(frameOf(none), []), 'v', 3)).toEqual({
      ok: false,
      reasons: [{ code: 'visit/all-full', data: { rule: 'max-visits' } }],
    });
  });

  it('refuses a visit it does not know', () => {
    expect(() => recommend(two, empty, 'x', 1)).toThrow(expect.objectContaining({ code: 'visit/unknown' }));
  });

  it('law: each answer gives a valid plan with just its change, best first', () => {
    fc.assert(
      fc.property(problems({ helpers: 5, visits: 7, pins: false }), (input) => {
        const parsed = problem(input);
        const plan = solve(parsed, { seed: 2, steps: 5 });
        for (const { visitId } of plan.visits) {
          const rest = plan.visits.filter((planned) => planned.visitId !== visitId);
          const before = planOf(frameOf(parsed), rest);
          const answer = recommend(parsed, plan, visitId, 3);
          const found = answer.ok ? answer.value : [];
          expect(found.length).toBeGreaterThan(0);
          for (const [index, { change, ...there }] of found.entries()) {
            const after = planOf(frameOf(parsed), [...rest, { visitId, ...there }]);
            expect(check(parsed, after).ok).toBe(true);
            expect(subtractScores(after.score, before.score)).toEqual(change);
            if (index > 0) expect(compareScores(change, found[index - 1]!.change)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { seed: 44, numRuns: 150 },
    );
  });
});
