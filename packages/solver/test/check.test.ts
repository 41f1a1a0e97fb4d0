import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CheckCode } from '../src/check/ledger.ts';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import { hardRules, type Plan, type PlannedVisit } from '../src/plan.ts';
import { perRound } from '../src/rules/rule.ts';
import { planOf } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { line, problem, problems, richProblems } from './problems.ts';

const day = problem({
  helpers: [
    { id: 'li', shifts: [{ from: 0, until: 60 }], skills: ['meal'], from: 'p0', to: 'p0', maxVisits: 2, maxWork: 30 },
    { id: 'wu', shifts: [{ from: 0, until: 90 }] },
  ],
  visits: [
    { id: 'a', windows: [{ from: 0, until: 30 }], duration: 10, place: 'p1', skills: ['meal'] },
    { id: 'b', windows: [{ from: 0, until: 60 }], duration: 10, place: 'p2', refused: ['wu'] },
    { id: 'c', windows: [{ from: 10, until: 90 }], duration: 10, place: 'p3', pinned: { helperId: 'wu', from: 20 } },
    { id: 'd', windows: [{ from: 0, until: 90 }], duration: 10, place: 'p0' },
  ],
  travel: line(4),
});

const at = (visitId: string, helperId: string, from: number): PlannedVisit => ({ visitId, helperId, from, until: from + 10 });
// li: out 1, a until 11, way 1, b from 12 until 22, home 2: work 20 + 4 = 24 of 30
const sound = planOf(frameOf(day), [at('a', 'li', 1), at('b', 'li', 12), at('c', 'wu', 20), at('d', 'wu', 40)]);

/** The sound plan with some visits moved, scored by the rules. */
function corrupted(...moved: PlannedVisit[]): Plan {
  const kept = sound.visits.filter(({ visitId }) => !moved.some((other) => other.visitId === visitId));
  return planOf(frameOf(day), [...kept, ...moved]);
}

const codes = (plan: Plan): CheckCode[] => check(day, plan).violations.map(({ code }) => code);

describe('check', () => {
  it('finds nothing in a sound plan', () => {
    expect(check(day, sound)).toEqual({ ok: true, violations: [], score: sound.score });
  });

  it.each<[string, CheckCode, Plan, Partial<Record<string, number>>]>([
    ['a visit by somebody refused', 'helper/refused', corrupted(at('b', 'wu', 0)), { refused: 1 }],
    ['a visit without the skill', 'helper/lacks-skill', corrupted(at('a', 'wu', 0)), { skills: 1 }],
    // a may last until 30: from 22 until 32 is 2 too long
    ['a visit outside its window', 'visit/outside-window', corrupted(at('b', 'li', 40), at('a', 'li', 22)), { window: 2 }],
    // b until 60 at p2, home at 62: 2 past the shift, and 2 past its own window is none, it ends at 60
    ['a shift that ends before the helper is home', 'helper/off-shift', corrupted(at('b', 'li', 50)), { shift: 2 }],
    // d at p0 from 30: three visits, 30 + 4 = 34 of 30
    ['too many visits', 'helper/too-many-visits', corrupted(at('d', 'li', 30)), { 'max-visits': 1, 'max-work': 4 }],
    ['too much work', 'helper/too-much-work', corrupted(at('d', 'li', 30)), { 'max-visits': 1, 'max-work': 4 }],
    // c until 30 at p3, 3 to p0, d from 31: 2 short
    ['a helper in two places', 'helper/in-two-places', corrupted(at('d', 'wu', 31)), { 'one-place-at-a-time': 2 }],
    ['a pinned visit at another time', 'visit/off-its-pin', corrupted(at('c', 'wu', 21)), { pinned: 1 }],
  ])('planted: %s', (_, code, plan, hard) => {
    const report = check(day, plan);
    expect(report.ok).toBe(false);
    expect(codes(plan)).toContain(code);
    const kept = Object.fromEntries(hardRules.map((rule) => [rule, 0]));
    expect(report.score.hard).toEqual({ ...kept, ...hard });
    expect(codes(plan)).toHaveLength(Object.keys(hard).length);
  });

  it.each<[string, CheckCode, Partial<Plan>]>([
    ['a visit nobody asked for', 'plan/unknown-visit', { visits: [...sound.visits, at('x', 'wu', 70)] }],
    ['an unknown visit left out', 'plan/unknown-visit', { unassigned: ['x'] }],
    ['a visit twice', 'plan/visit-twice', { visits: [...sound.visits, at('a', 'wu', 70)] }],
    ['a visit done and left out', 'plan/visit-twice', { unassigned: ['a'] }],
    ['a visit forgotten', 'plan/visit-forgotten', { visits: sound.visits.slice(1) }],
    ['a visit cut short', 'plan/wrong-length', { visits: [{ ...sound.visits[0]!, until: 5 }, ...sound.visits.slice(1)] }],
    ['visits out of order', 'plan/out-of-order', { visits: sound.visits.toReversed() }],
    ['a better score than is true', 'plan/wrong-score', { score: { ...sound.score, soft: { ...sound.score.soft, travel: 0 } } }],
  ])('planted: %s', (_, code, change) => {
    expect(codes({ ...sound, ...change })).toContain(code);
  });

  it.each([0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('planted: a start of %s, which is no whole number', (from) => {
    const visits = sound.visits.map((one) => (one.visitId === 'd' ? { ...one, from, until: from + 10 } : one));
    const { ok, violations } = check(day, { ...sound, visits });
    expect(ok).toBe(false);
    expect(violations).toContainEqual({ code: 'plan/no-whole-start', data: { visitId: 'd', from } });
  });

  it('planted: a helper who is not there', () => {
    const [first, ...rest] = sound.visits;
    const plan = { ...sound, visits: [...rest, { ...first!, helperId: 'zz' }] };
    expect(codes(plan)).toContain('plan/unknown-helper');
  });

  const week = problem({
    helpers: [
      { id: 'li', shifts: [{ from: 0, until: 90 }], breaks: [{ from: 20, until: 25 }], capacity: [5] },
      { id: 'wu', shifts: [{ from: 0, until: 90 }] },
    ],
    visits: ['a', 'b', 'c', 'd'].map((id) => ({ id, windows: [{ from: 0, until: 90 }], duration: 10, place: 'p0', loads: [3] })),
    links: [
      { first: 'a', second: 'b', minLag: 10, maxLag: 40, helper: 'other' },
      { first: 'c', second: 'd', helper: 'same' },
    ],
    spacings: [{ visits: ['a', 'c'], minDays: 1, maxDays: 2 }],
    travel: line(1),
    dayLength: 30,
  });
  const kept = [at('a', 'li', 0), at('b', 'wu', 10), at('c', 'wu', 30), at('d', 'wu', 40)];
  const change = (...moved: PlannedVisit[]): Plan =>
    planOf(frameOf(week), [...kept.filter(({ visitId }) => !moved.some((other) => other.visitId === visitId)), ...moved]);

  it.each<[string, CheckCode, Plan]>([
    ['a service in a break', 'helper/in-a-break', change(at('a', 'li', 15), at('b', 'wu', 25))],
    ['a load too many', 'helper/carries-too-much', change(at('c', 'li', 30), at('d', 'li', 40))],
    ['a lag too short', 'visit/wrong-lag', change(at('b', 'wu', 5))],
    ['one person for two', 'visit/not-other-helper', change(at('b', 'li', 30))],
    ['two people for one', 'visit/not-same-helper', change(at('d', 'li', 30))],
    ['half a group', 'visit/missing-beside-linked', planOf(frameOf(week), kept.slice(0, 3))],
    ['two of a series on one day', 'visit/days-too-near', change(at('c', 'wu', 20))],
    [
      'two of a series too far apart',
      'visit/days-too-far',
      planOf(frameOf(problem({ ...week, spacings: [{ visits: ['a', 'c'], minDays: 1, maxDays: 1 }] })), [
        kept[0]!,
        kept[1]!,
        at('c', 'wu', 60),
        at('d', 'wu', 70),
      ]),
    ],
  ])('planted: %s', (_, code, plan) => {
    const asked =
      code === 'visit/days-too-far' ? problem({ ...week, spacings: [{ visits: ['a', 'c'], minDays: 1, maxDays: 1 }] }) : week;
    expect(check(week, change()).violations).toEqual([]);
    expect(check(asked, plan).violations.map((found) => found.code)).toContain(code);
  });

  it('planted: an own hard rule that is broken', () => {
    const nobody = perRound({
      id: 'nobody',
      level: 'hard',
      words: { zh: '谁也不去', en: 'nobody' },
      amount: ({ stops }) => stops.length,
      why: () => [],
    });
    const plan = planOf(frameOf(week), kept, [nobody]);
    expect(check(week, plan, { rules: [nobody] }).violations).toEqual([
      { code: 'rule/broken', data: { rule: 'nobody', amount: 4 } },
    ]);
    // A plan that claims a rule nobody told the checker of is found out as well.
    expect(check(week, plan).violations).toEqual([
      { code: 'plan/wrong-score', data: { rule: 'nobody', claimed: 4, amount: 'nothing' } },
    ]);
  });

  it('law: any plan at all, however broken, costs the same by the rules and by the checker', () => {
    fc.assert(
      fc.property(
        richProblems({ helpers: 4, visits: 7, pins: true }),
        fc.array(fc.tuple(fc.nat(9), fc.nat(80)), { minLength: 7, maxLength: 7 }),
        (input, throws) => {
          const parsed = problem(input);
          const planned = parsed.visits.flatMap(({ id, duration }, index): PlannedVisit[] => {
            const [helper, from] = throws[index]!;
            const helperId = parsed.helpers[helper]?.id;
            return helperId === undefined ? [] : [{ visitId: id, helperId, from, until: from + duration }];
          });
          const plan = planOf(frameOf(parsed), planned);
          const report = check(parsed, plan);
          expect(report.score).toEqual(plan.score);
          expect(report.ok).toBe(Object.values(plan.score.hard).every((amount) => amount === 0));
        },
      ),
      { seed: 31, numRuns: 500 },
    );
  });

  it('law: shift any one visit of a plan to another start or person, and the claimed score is found out or still true', () => {
    fc.assert(
      fc.property(
        problems({ helpers: 3, visits: 5, pins: false }),
        fc.nat(4),
        fc.integer({ min: 1, max: 30 }),
        (input, index, by) => {
          const parsed = problem(input);
          const plan = solve(parsed, { seed: 1, steps: 10 });
          const moved = plan.visits[index];
          if (moved === undefined) return;
          const visits = plan.visits.map((planned) =>
            planned === moved ? { ...planned, from: planned.from + by, until: planned.until + by } : planned,
          );
          const truth = planOf(frameOf(parsed), visits);
          const report = check(parsed, { ...truth, score: plan.score });
          expect(report.ok).toBe(JSON.stringify(truth.score) === JSON.stringify(plan.score));
        },
      ),
      { seed: 32, numRuns: 300 },
    );
  });
});
