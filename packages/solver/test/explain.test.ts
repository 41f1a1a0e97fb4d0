import { say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { explain } from '../src/explain.ts';
import { frameOf } from '../src/frame.ts';
import { hardRules, type Plan } from '../src/plan.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { putAt, putIn, type Rota, rotaOf } from '../src/rota.ts';
import { perRound, type Rule } from '../src/rules/rule.ts';
import { addScores, planOf, ruleBook, scoreOfPut, subtractScores } from '../src/score.ts';
import { ruleTexts, solverTexts } from '../src/texts.ts';
import { fallenIll, filled, thrown } from './filled.ts';
import { line, problem, richProblems } from './problems.ts';

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

/** `v` linked to a visit that wu does at 0. */
const linked = (helpers: HelperInput[], open: Partial<VisitInput>, link: object): ProblemInput => ({
  ...day(helpers, open, [{ ...visit, id: 'a', pinned: { helperId: 'wu', from: 0 } }]),
  links: [{ first: 'a', second: 'v', ...link }],
});

/** li has a break until 9, and then something else to do until 49. */
const inBreakAndBusy = (until: number): ProblemInput =>
  day([{ ...li, breaks: [{ from: 0, until: 9 }] }], { windows: [{ from: 0, until }] }, [
    { ...visit, id: 'a', duration: 40, pinned: { helperId: 'li', from: 9 } },
  ]);

/** What is pinned, whatever hangs on it; all others where they can be, `v` last. */
function planned(parsed: Problem): Plan {
  const pins = parsed.visits.flatMap(({ id, pinned, duration }) =>
    pinned === null || id === 'v' ? [] : [{ visitId: id, ...pinned, until: pinned.from + duration }],
  );
  let plan = planOf(frameOf(parsed), pins);
  for (const { id } of parsed.visits.toSorted((a) => (a.id === 'v' ? 1 : -1))) {
    const answer = recommend(parsed, plan, id, 1);
    if (!answer.ok || plan.visits.some(({ visitId }) => visitId === id)) continue;
    const [best] = answer.value;
    plan = planOf(frameOf(parsed), [...plan.visits, { visitId: id, ...best! }, ...best!.with]);
  }
  return plan;
}

function reasonsFor(input: ProblemInput): { reasons: readonly unknown[]; closest: readonly string[] } {
  const parsed = problem(input);
  const found = explain(parsed, planned(parsed)).unassigned.find(({ visitId }) => visitId === 'v');
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
    [
      'it would be in a break',
      day([{ ...li, breaks: [{ from: 5, until: 55 }] }]),
      { reasons: [{ code: 'visit/all-in-breaks' }], closest: ['li'] },
      day([{ ...li, breaks: [{ from: 10, until: 55 }] }]),
    ],
    [
      'nobody can carry as much',
      day([{ ...li, capacity: [3] }], { loads: [4] }),
      { reasons: [{ code: 'visit/all-loaded' }], closest: ['li'] },
      day([{ ...li, capacity: [4] }], { loads: [4] }),
    ],
    [
      'it must be the one who does the other, who has no skill for it',
      linked([{ ...li, skills: ['nurse'] }, wu], { skills: ['nurse'] }, { helper: 'same' }),
      { reasons: [{ code: 'visit/helper-of-linked-cannot', data: { otherId: 'a' } }], closest: ['li'] },
      linked([li, { ...wu, skills: ['nurse'] }], { skills: ['nurse'] }, { helper: 'same' }),
    ],
    [
      'it must be another, and there is none',
      linked([wu], {}, { helper: 'other' }),
      { reasons: [{ code: 'visit/only-helper-of-linked', data: { otherId: 'a' } }], closest: ['wu'] },
      linked([wu, li], {}, { helper: 'other' }),
    ],
    [
      // a is at 0 with wu; li comes at 30 at the earliest
      'nobody is there soon enough after the other',
      linked([{ ...li, shifts: [{ from: 30, until: 60 }] }, wu], {}, { minLag: 0, maxLag: 29, helper: 'other' }),
      { reasons: [{ code: 'visit/lag-impossible', data: { otherId: 'a' } }], closest: ['li'] },
      linked([{ ...li, shifts: [{ from: 30, until: 60 }] }, wu], {}, { minLag: 0, maxLag: 30, helper: 'other' }),
    ],
    [
      'the day is too near to the other of its series',
      { ...day([li], {}, [{ ...urgent('li'), id: 'a', duration: 10 }]), spacings: [{ visits: ['a', 'v'], minDays: 1 }] },
      { reasons: [{ code: 'visit/no-day-left' }], closest: ['li'] },
      {
        ...day([li], {}, [{ ...urgent('li'), id: 'a', duration: 10 }]),
        spacings: [{ visits: ['a', 'v'], minDays: 1 }],
        dayLength: 30,
      },
    ],
    [
      // he is free from 10 on, at any time but the fixed one
      'it is fixed to a time outside its window',
      day([{ ...li, shifts: [{ from: 0, until: 90 }] }], { pinned: { helperId: 'li', from: 55 } }),
      { reasons: [{ code: 'visit/pin-impossible', data: { helperId: 'li' } }], closest: ['li'] },
      day([{ ...li, shifts: [{ from: 0, until: 90 }] }], { pinned: { helperId: 'li', from: 50 } }),
    ],
    [
      // there and back 2, service 10
      'somebody is on shift, but not long enough for the way',
      day([{ ...li, shifts: [{ from: 0, until: 11 }], from: 'p1', to: 'p1' }]),
      { reasons: [{ code: 'visit/way-too-long' }], closest: ['li'] },
      day([{ ...li, shifts: [{ from: 0, until: 12 }], from: 'p1', to: 'p1' }]),
    ],
    [
      // a until 10 at p1, one to p0, v from 11 until 21
      'somebody is free, but not in time for the way',
      day([li], { windows: [{ from: 10, until: 20 }] }, [
        { ...visit, id: 'a', place: 'p1', pinned: { helperId: 'li', from: 0 } },
      ]),
      { reasons: [{ code: 'visit/way-too-long' }], closest: ['li'] },
      day([li], { windows: [{ from: 10, until: 21 }] }, [
        { ...visit, id: 'a', place: 'p1', pinned: { helperId: 'li', from: 0 } },
      ]),
    ],
    [
      // whenever it starts in its window it is in the break and beside the other visit
      'at another time nothing would stand against it, in its window two things do',
      inBreakAndBusy(18),
      { reasons: [{ code: 'visit/at-another-time' }], closest: ['li'] },
      inBreakAndBusy(59),
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
    expect(explain(parsed, planned(parsed)).unassigned[0]?.helpers).toEqual([
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
  const plan = planned(parsed);

  it('gives the parts and the next best people, with the difference per rule', () => {
    const [only] = explain(parsed, plan).visits;
    const rest = { penalty: 0, continuity: 0, overtime: 0, lateness: 0, latest: 0 };
    // li: way 1 + 1; work 12 of 10 asked for: 12 * 1200 at 5
    expect(only?.parts.soft).toEqual({ travel: 2000, wanted: 0, fairness: 72_000, cost: 0, ...rest });
    expect(only?.alternatives.map(({ helperId, from, change }) => ({ helperId, from, soft: change.soft }))).toEqual([
      // xu: no way, wish missed, work 10 * 1000, effort 4
      { helperId: 'xu', from: 0, soft: { travel: -2000, wanted: 30_000, fairness: -22_000, cost: 4000, ...rest } },
      // wu: way 2 + 2, wish missed, work 14 * 1400
      { helperId: 'wu', from: 2, soft: { travel: 2000, wanted: 30_000, fairness: 26_000, cost: 0, ...rest } },
    ]);
  });

  it('refuses a plan of another problem', () => {
    const other = { ...plan, visits: [{ visitId: 'x', helperId: 'li', from: 0, until: 1 }] };
    expect(() => explain(parsed, other)).toThrow(expect.objectContaining({ code: 'plan/of-another-problem' }));
  });
});

const rich = { helpers: 5, visits: 8, pins: true };

describe('explain: what does not hold without a visit', () => {
  // From x straight to y it is 11, by way of v it is 6: without v the two no longer hold.
  const at = (id: string, from: number, until: number, duration: number, refused: string[] = []): VisitInput => ({
    id,
    windows: [{ from, until }],
    duration,
    place: id,
    refused,
  });
  const by = (helperId: string, visitId: string, from: number, until: number) => ({ visitId, helperId, from, until });
  const ways = {
    kind: 'matrix' as const,
    places: ['x', 'v', 'y'],
    times: [
      [0, 2, 11],
      [2, 0, 4],
      [11, 4, 0],
    ],
  };
  const visits = [at('x', 24, 33, 9, ['wu']), at('v', 26, 49, 3), at('y', 42, 50, 8, ['wu'])];
  const alone = [by('li', 'x', 24, 33), by('li', 'v', 35, 38), by('li', 'y', 42, 50)];

  it('offers nobody else where the day of who does it would not hold without, and its own place still', () => {
    const parsed = problem({ helpers: [li, wu], visits, travel: ways });
    const plan = planOf(frameOf(parsed), alone);
    expect(check(parsed, plan).ok).toBe(true);
    expect(explain(parsed, plan).visits.find(({ visitId }) => visitId === 'v')?.alternatives).toEqual([]);
    const answer = recommend(parsed, plan, 'v', 3);
    expect(answer.ok && answer.value.map(({ helperId, from }) => [helperId, from])).toEqual([['li', 35]]);
  });

  it('offers no day that leaves a gap of its series too long, which a left-out visit does not fill as well', () => {
    // d is left out, so that neighbours may be 4 days apart; without b they are 8, which two left out do not fill
    const of = (id: string, day: number): VisitInput => ({ ...visit, id, windows: [{ from: 60 * day, until: 60 * day + 60 }] });
    const parsed = problem({
      helpers: [
        { id: 'li', shifts: [0, 4, 8].map((day) => ({ from: 60 * day, until: 60 * day + 60 })) },
        { id: 'wu', shifts: [{ from: 180, until: 240 }] },
      ],
      visits: [of('a', 0), { ...of('b', 4), windows: [...of('b', 3).windows, ...of('b', 4).windows] }, of('c', 8), of('d', 20)],
      spacings: [{ visits: ['a', 'b', 'c', 'd'], minDays: 1, maxDays: 2 }],
      travel: line(1),
      dayLength: 60,
    });
    const plan = planOf(frameOf(parsed), [by('li', 'a', 0, 10), by('li', 'b', 240, 250), by('li', 'c', 480, 490)]);
    expect(check(parsed, plan).ok).toBe(true);
    expect(explain(parsed, plan).visits.find(({ visitId }) => visitId === 'b')?.alternatives).toEqual([]);
  });

  it('the same where the straight way is more work than may be', () => {
    // 20 of service and 6 of way; straight it would be 17 and 11
    const long = { ...at('y', 42, 60, 8, ['wu']), windows: [{ from: 42, until: 60 }] };
    const parsed = problem({ helpers: [{ ...li, maxWork: 26 }, wu], visits: [visits[0]!, visits[1]!, long], travel: ways });
    const plan = planOf(frameOf(parsed), [...alone.slice(0, 2), by('li', 'y', 44, 52)]);
    expect(check(parsed, plan).ok).toBe(true);
    expect(explain(parsed, plan).visits.find(({ visitId }) => visitId === 'v')?.alternatives).toEqual([]);
  });
});

describe('explain: laws', () => {
  it('X1 law: all parts and the rest together are the score, and so are the rules, of 1,000 plans however broken', () => {
    const throws = fc.array(fc.tuple(fc.nat(9), fc.nat(80)), { minLength: 8, maxLength: 8 });
    fc.assert(
      fc.property(richProblems(rich), throws, fc.boolean(), (input, thrownAt, sound) => {
        const parsed = problem(input);
        const plan = sound ? filled(parsed, thrownAt[0]![1]) : thrown(parsed, thrownAt);
        const { visits, unassigned, rest, rules } = explain(parsed, plan);
        const sum = [...visits, ...unassigned].reduce((all, { parts }) => addScores(all, parts), rest);
        expect(sum).toEqual(plan.score);
        const { hard, medium, soft } = plan.score;
        expect(Object.fromEntries(rules.map(({ id, amount }) => [id, amount]))).toEqual({ ...hard, ...medium, ...soft });
        for (const { amount, reasons } of rules) expect(reasons.length > 0 || amount === 0).toBe(true);
        expect(visits).toHaveLength(plan.visits.length);
        expect(unassigned.map(({ visitId }) => visitId)).toEqual(plan.unassigned);
      }),
      { seed: 41, numRuns: 1000 },
    );
  });

  it('what own rules cost while nothing is planned belongs to no visit, and an own hard rule can be why nobody', () => {
    const everybodyOnce: Rule = perRound({
      id: 'everybody-once',
      level: 'soft',
      words: { zh: '每人至少一次', en: 'everybody once' },
      amount: ({ stops }) => (stops.length === 0 ? 70 : 0),
      why: ({ helper, stops }) => (stops.length === 0 ? [{ code: 'own/idle', data: { helperId: helper.id } }] : []),
    });
    const noRain: Rule = perRound({
      id: 'no-rain',
      level: 'hard',
      words: { zh: '下雨不去', en: 'no rain' },
      amount: ({ stops }) => stops.filter(({ visit: { id } }) => id === 'w').length,
      why: () => [{ code: 'own/rain' }],
    });
    const rules = [everybodyOnce, noRain];
    const day = problem({ helpers: [li, wu], visits: [visit, { ...visit, id: 'w' }], travel: line(1) });
    const plan = planOf(frameOf(day), [{ visitId: 'v', helperId: 'li', from: 0, until: 10 }], rules);
    const { rest, visits, unassigned } = explain(day, plan, { rules });
    expect(rest.soft['everybody-once']).toBe(140);
    expect(visits[0]?.parts.soft['everybody-once']).toBe(-70);
    expect(unassigned[0]?.reasons).toEqual([{ code: 'visit/own-rule', data: { rule: 'no-rain' } }]);
    expect(() => explain(day, plan, { rules: [noRain, noRain] })).toThrow(expect.objectContaining({ code: 'rule/id-taken' }));
  });

  it('law: to follow an alternative gives a valid plan that differs by just its change', () => {
    let followed = 0;
    fc.assert(
      fc.property(richProblems(rich), fc.nat(999), (input, seed) => {
        const parsed = problem(input);
        const plan = filled(parsed, seed);
        expect(check(parsed, plan).violations).toEqual([]);
        for (const { visitId, alternatives } of explain(parsed, plan).visits)
          for (const { change, with: others, ...there } of alternatives) {
            const rest = plan.visits.filter((one) => one.visitId !== visitId);
            const other = planOf(frameOf(parsed), [...rest, { visitId, ...there }, ...others]);
            expect(check(parsed, other).violations).toEqual([]);
            expect(subtractScores(other.score, plan.score)).toEqual(change);
            followed++;
          }
      }),
      { seed: 42, numRuns: 150 },
    );
    expect(followed).toBeGreaterThan(100);
  });

  /** The hard rules that one more visit would break, by the rules themselves; whether its partners are there is another matter. */
  function brokenAt(rota: Rota, helper: number, visit: number, from: number): string[] {
    const { hard } = scoreOfPut(ruleBook(), rota, putAt(rota, helper, visit, from));
    return Object.keys(hard).filter((rule) => rule !== 'together' && hard[rule]! > 0);
  }

  const everyStart = Array.from({ length: 130 }, (_, from) => from);

  it('X1 law: what forbids is enough, and none of it can be spared: at every start there is, with every helper', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(richProblems({ helpers: 4, visits: 7, pins: true }), fc.nat(999), (input, seed) => {
        const [parsed, plan] = fallenIll(problem(input), seed);
        const rota = rotaOf(frameOf(parsed), plan.visits);
        for (const { visitId, helpers, closest, reasons } of explain(parsed, plan).unassigned) {
          const visit = rota.frame.visitAt.get(visitId)!;
          for (const { helperId, forbiddenBy } of helpers) {
            for (const rule of forbiddenBy) seen.add(rule);
            const binding = forbiddenBy.filter((rule) => rule !== 'together');
            const breaches = everyStart.map((from) => brokenAt(rota, rota.frame.helperAt.get(helperId)!, visit, from));
            expect(breaches.some((broken) => broken.every((rule) => binding.includes(rule)))).toBe(true);
            for (const spared of binding) {
              const enough = binding.filter((rule) => rule !== spared);
              expect(breaches.some((broken) => broken.every((rule) => enough.includes(rule)))).toBe(false);
            }
            const answer = recommend(parsed, plan, visitId, 9);
            expect(answer.ok && answer.value.some((one) => one.helperId === helperId)).toBe(forbiddenBy.length === 0);
          }
          // The same across helpers: nobody is kept away by a part of the reasons alone.
          const needed = helpers.find(({ helperId }) => helperId === closest[0])?.forbiddenBy ?? [];
          if (reasons[0].code !== 'visit/no-helpers' && reasons[0].code !== 'visit/would-fit') expect(needed).not.toEqual([]);
          for (const spared of needed) {
            const enough = needed.filter((rule) => rule !== spared);
            expect(helpers.some(({ forbiddenBy }) => forbiddenBy.every((rule) => enough.includes(rule)))).toBe(false);
          }
        }
      }),
      { seed: 43, numRuns: 400 },
    );
    expect([...seen].sort()).toEqual([...hardRules].sort());
  });

  it('X1 law: where a partner is said to be missing, no start of both lets the pair be served', () => {
    let pairs = 0;
    fc.assert(
      fc.property(richProblems({ helpers: 3, visits: 4, pins: false }), fc.nat(999), (input, seed) => {
        const parsed = problem(input);
        const plan = filled(parsed, seed);
        const rota = rotaOf(frameOf(parsed), plan.visits);
        const { frame } = rota;
        for (const { visitId, helpers } of explain(parsed, plan).unassigned) {
          const visit = frame.visitAt.get(visitId)!;
          const missing = frame.groups[frame.groupOf[visit]!]?.filter((other) => other !== visit && rota.helperOf[other] === -1);
          if (missing?.length !== 1) continue;
          for (const [helper, { forbiddenBy }] of helpers.entries()) {
            if (forbiddenBy.join() !== 'together') continue;
            pairs++;
            const free = everyStart.filter((from) => brokenAt(rota, helper, visit, from).length === 0);
            expect(free.length).toBeGreaterThan(0);
            for (const from of free) {
              const beside = putIn(rota, putAt(rota, helper, visit, from));
              for (const partner of frame.helpers.keys())
                expect(everyStart.some((start) => brokenAt(beside, partner, missing[0]!, start).length === 0)).toBe(false);
            }
          }
        }
      }),
      { seed: 45, numRuns: 200 },
    );
    expect(pairs).toBeGreaterThan(10);
  });
});
