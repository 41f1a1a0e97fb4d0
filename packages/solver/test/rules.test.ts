import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import { ruleBreaches, ruleLaws } from '../src/laws.ts';
import { plannedIn, putAt, putIn, type Rota, rotaOf, takeOut } from '../src/rota.ts';
import { builtInRules } from '../src/rules/all-rules.ts';
import { perRound, type Rule } from '../src/rules/rule.ts';
import { planOf } from '../src/score.ts';
import { line, problem, richProblems } from './problems.ts';

const rules: readonly Rule[] = Object.values(builtInRules);
const wide = [{ from: 0, until: 60 }];

/** Which rules ever cost something in the trials: a law that no plan ever touches says nothing. */
const touched = new Set<string>();

describe('rules', () => {
  it.each(rules.map((rule) => [rule.id, rule] as const))('law: %s keeps every law of rules', (_, rule) => {
    fc.assert(
      fc.property(richProblems({ helpers: 4, visits: 8, pins: true }), fc.nat(1_000_000), (input, seed) => {
        const parsed = problem(input);
        for (const law of ruleLaws) expect(law.breach({ rule, problem: parsed, seed })).toBeUndefined();
        const counted: Rule = { ...rule, amount: (rota) => note(rule, rota) };
        ruleLaws[1]!.breach({ rule: counted, problem: parsed, seed });
      }),
      { seed: 71, numRuns: 60 },
    );
    expect(touched).toContain(rule.id);
  });

  function note(rule: Rule, rota: Rota): number {
    const amount = rule.amount(rota);
    if (amount !== 0) touched.add(rule.id);
    return amount;
  }

  it('law: to put in and to take out again is nothing, wherever it stood', () => {
    fc.assert(
      fc.property(
        richProblems({ helpers: 3, visits: 6, pins: true }),
        fc.array(fc.tuple(fc.nat(2), fc.nat(70))),
        (input, throws) => {
          const frame = frameOf(problem(input));
          if (frame.helpers.length === 0) return;
          let rota = rotaOf(frame, []);
          for (const [visit] of frame.visits.entries()) {
            const [helper, from] = throws[visit] ?? [0, 0];
            const next = putIn(rota, putAt(rota, helper % frame.helpers.length, visit, from));
            const back = takeOut(next, visit);
            expect(plannedIn(back)).toEqual(plannedIn(rota));
            expect(back.rounds.map(({ work }) => work)).toEqual(rota.rounds.map(({ work }) => work));
            rota = next;
          }
        },
      ),
      { seed: 72, numRuns: 200 },
    );
  });

  const tries = [
    problem({
      helpers: [
        { id: 'li', shifts: wide, from: 'p0', to: 'p0' },
        { id: 'wu', shifts: wide },
      ],
      visits: ['a', 'b', 'c', 'd'].map((id, index) => ({ id, windows: wide, duration: 5, place: `p${index}` })),
      travel: line(4),
    }),
  ];

  it.each<[string, Rule, string]>([
    [
      'a delta that forgets the way',
      { ...builtInRules.fairness, delta: (_, { stop }) => stop.visit.duration },
      'delta-is-recompute',
    ],
    [
      'a way home that is counted twice',
      perRound({
        id: 'long-way',
        level: 'soft',
        words: { zh: '远路', en: 'long way' },
        amount: ({ travel }) => travel,
        delta: (_, { extraWay, stop }) => extraWay + stop.way,
        why: () => [{ code: 'helper/on-the-way' }],
      }),
      'delta-is-recompute',
    ],
    [
      'half a unit',
      perRound({
        id: 'half',
        level: 'soft',
        words: { zh: '半', en: 'half' },
        amount: ({ work }) => work / 2,
        why: () => [{ code: 'x' }],
      }),
      'amounts-are-whole',
    ],
    ['an amount without a reason', { ...builtInRules.travel, why: () => [] }, 'what-costs-says-why'],
    [
      'a rule that knows the order of the plan',
      { ...builtInRules.travel, amount: ({ frame }) => (frame.problem.visits[0]?.id === 'a' ? 1 : 2), delta: () => 0 },
      'order-is-nothing',
    ],
    [
      'a rule that remembers',
      ((): Rule => {
        let asked = 0;
        return { ...builtInRules.travel, amount: () => asked++, delta: () => 1 };
      })(),
      'nothing-is-remembered',
    ],
  ])('planted: %s is caught', (_, rule, law) => {
    expect(ruleBreaches(rule, tries).join('\n')).toContain(law);
  });

  it('finds nothing wrong with a rule of the caller that is sound', () => {
    const mornings = perRound({
      id: 'few-mornings',
      level: 'soft',
      words: { zh: '少排早晨', en: 'few mornings' },
      amount: ({ stops }) => 500 * stops.filter(({ from }) => from < 10).length,
      why: ({ helper, stops }) =>
        stops.filter(({ from }) => from < 10).map(() => ({ code: 'own/morning', data: { helperId: helper.id } })),
    });
    expect(ruleBreaches(mornings, tries)).toEqual([]);
  });
});

describe('rules, by arithmetic', () => {
  const day = problem({
    helpers: [
      { id: 'li', shifts: wide, breaks: [{ from: 20, until: 30 }], capacity: [5], overtimeAfter: 12, wage: 2, cost: 3 },
      { id: 'wu', shifts: wide },
    ],
    visits: [
      {
        id: 'a',
        windows: [{ from: 0, until: 60, softUntil: 8 }],
        duration: 10,
        place: 'p0',
        loads: [4],
        for: 'ann',
        effort: { li: 7 },
      },
      { id: 'b', windows: wide, duration: 10, place: 'p0', loads: [3], for: 'ann' },
      { id: 'c', windows: wide, duration: 10, place: 'p0', penalty: 9 },
      { id: 'd', windows: wide, duration: 10, place: 'p0' },
    ],
    links: [
      { first: 'a', second: 'b', minLag: 15, maxLag: 20, helper: 'other' },
      { first: 'b', second: 'd' },
    ],
    spacings: [{ visits: ['a', 'b'], minDays: 2, maxDays: 3 }],
    travel: line(1),
    dayLength: 10,
  });
  const at = (visitId: string, helperId: string, from: number) => ({ visitId, helperId, from, until: from + 10 });

  it('counts each by its words', () => {
    const plan = planOf(frameOf(day), [at('a', 'li', 0), at('b', 'li', 12)]);
    expect(plan.score.hard).toEqual({
      ...Object.fromEntries(Object.keys(plan.score.hard).map((id) => [id, 0])),
      'other-helper': 1,
      lag: 3, // 12 is 3 below 15
      break: 2, // b lasts until 22
      spacing: 1, // days 0 and 1; 2 apart asked for
      capacity: 2, // 4 + 3 of 5
      together: 1, // d is left out
    });
    expect(plan.score.medium).toEqual({ unassigned: 1 });
    expect(plan.score.soft).toEqual({
      travel: 0,
      wanted: 0,
      fairness: 5 * 20 * 500, // 20 of 40 asked for
      cost: 1000 * (2 * 3 + 2 * 20 + 7),
      penalty: 9000,
      continuity: 0,
      overtime: 8000, // 20 less 12
      lateness: 2000, // a ends at 10, 2 after 8
      latest: 2000,
    });
    expect(check(day, plan).score).toEqual(plan.score);
  });

  it('counts faces above one, and the days above what left-out visits would explain', () => {
    const plan = planOf(frameOf(day), [at('a', 'li', 0), at('b', 'wu', 45)]);
    expect(plan.score.soft['continuity']).toBe(20_000);
    expect(plan.score.hard['spacing']).toBe(1); // days 0 and 4; at most 3 apart
    expect(plan.score.hard['lag']).toBe(25); // 45 less 20
  });
});
