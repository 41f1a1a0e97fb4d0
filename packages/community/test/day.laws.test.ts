import { createStore } from '@linli/storage';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { collections } from '../src/collections.ts';
import type { Rules } from '../src/index.ts';
import { call, duowenRules, eggs, helper, resident, stageOf, tie, today } from './small-community.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await duowenRules();
});

const skills = ['delivery', 'shopping', 'phone', 'haircut', 'disinfection'] as const;
const requests = [
  null,
  { words: '理发', category: 'do.haircut' },
  { words: '家中消杀', category: 'care.disinfection' },
  { words: '修表', category: null },
] as const;

/** A small community and its phone round, as a file might bring them. */
const communities = fc.record({
  residents: fc.array(
    fc.record({
      grid: fc.option(fc.integer({ min: 1, max: 3 })),
      door: fc.constantFrom('101', '204', '703'),
      hasAddress: fc.boolean(),
      hasPhone: fc.boolean(),
      approach: fc.constantFrom([], ['no-home-visits'], ['deaf']),
      selfCare: fc.constantFrom(null, 'independent' as const, 'severe' as const),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  helpers: fc.array(
    fc.record({
      skills: fc.subarray([...skills]),
      from: fc.constantFrom('08:00', '13:00', '16:00'),
      capSeconds: fc.option(fc.integer({ min: 0, max: 20_000 })),
      role: fc.constantFrom('volunteer', 'property', 'social-worker'),
      bornIn: fc.constantFrom('1990-01-01', '2012-01-01'),
    }),
    { maxLength: 5 },
  ),
  calls: fc.array(
    fc.record({
      who: fc.integer({ min: -1, max: 5 }),
      minute: fc.integer({ min: 0, max: 239 }),
      order: fc.boolean(),
      request: fc.constantFrom(...requests),
      emergency: fc.boolean(),
      outcome: fc.constantFrom('reached' as const, 'no-answer' as const),
    }),
    { maxLength: 10 },
  ),
});

type Drawn = typeof communities extends fc.Arbitrary<infer Value> ? Value : never;

function castOf({ residents, helpers, calls }: Drawn) {
  const people = residents.map((one, index) =>
    resident(`r${index}`, {
      grid: one.grid,
      address: one.hasAddress ? { building: String(index % 2), unit: '1', door: one.door } : null,
      phone: one.hasPhone ? '19900000001' : null,
      approach: one.approach,
      selfCare: one.selfCare,
    }),
  );
  const crew = helpers.map((one, index) =>
    helper(`h${index}`, {
      skills: one.skills,
      role: one.role,
      weeklyCapSeconds: one.capSeconds as never,
      birth: { from: one.bornIn, until: one.bornIn.replace('-01-01', '-01-02'), precision: 'day' } as never,
      availability: [{ weekdays: [1, 2, 3, 4, 5, 6, 7], from: one.from, until: '20:00' } as never],
    }),
  );
  const times = new Map<string, ReturnType<typeof call>>();
  for (const one of calls) {
    const time = `${String(13 + Math.floor(one.minute / 60)).padStart(2, '0')}:${String(one.minute % 60).padStart(2, '0')}`;
    const reached = one.outcome === 'reached';
    const who = one.who < 0 || one.who >= people.length ? null : `r${one.who}`;
    const made = call(who, time, {
      candidates: who === null ? people.map(({ id }) => id) : [],
      outcome: one.outcome,
      order: reached && one.order ? [...eggs] : [],
      request: reached ? one.request : null,
      emergency: reached && one.emergency && (one.order || one.request !== null),
    });
    times.set(made.id, made);
  }
  return {
    residents: people,
    helpers: crew,
    ties: people.flatMap(({ id }) => crew.slice(0, 1).map((one) => tie(id, one.id))),
    calls: [...times.values()],
  };
}

describe('laws of a day', () => {
  it('every demand of the cycle has one person or a reason; nothing is lost, doubled or sent to itself; a second time changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(communities, async (drawn) => {
        const cast = castOf(drawn);
        const { community, driver } = await stageOf(rules, cast);
        const collected = await community.collect(today);
        if (!collected.ok) throw new Error('refused');
        const { plan, cycle, round } = await community.assign(today);

        const asked = cast.calls.reduce((sum, one) => sum + Number(one.order.length > 0) + Number(one.request !== null), 0);
        expect(collected.value.demands).toHaveLength(asked);
        const mine = collected.value.demands
          .filter(({ cycleDate }) => cycleDate === today)
          .map(({ demand }) => demand.id as string);
        const open = [...round.again, ...round.notCalled].map(({ need }) => need.demand.id as string);
        const answered = [...plan.assignments, ...plan.unassigned].map(({ demandId }) => demandId as string);
        expect(answered.toSorted()).toEqual([...mine, ...open].toSorted());
        for (const { reasons } of plan.unassigned) expect(reasons.length).toBeGreaterThan(0);
        for (const { helperId, residentId } of plan.assignments) expect(helperId).not.toBe(residentId);

        const minors = new Set(cast.helpers.filter(({ birth }) => birth?.from.startsWith('2012')).map(({ id }) => id));
        for (const { helperId } of plan.assignments) expect(minors.has(helperId)).toBe(false);

        // The cycle knows the same demands: named ones assigned, the others unassigned.
        const states = new Map(cycle.facts.lines.map(({ demandId, state }) => [demandId as string, state]));
        for (const id of mine)
          expect(states.get(id)).toBe(plan.assignments.some(({ demandId }) => demandId === id) ? 'assigned' : 'unassigned');

        const before = await createStore(driver, collections).audit();
        expect((await community.collect(today)).ok).toBe(true);
        const again = await community.assign(today);
        expect(again.plan).toEqual(plan);
        expect(await createStore(driver, collections).audit()).toEqual(before);
      }),
      { seed: 20261123, numRuns: 60 },
    );
  });
});
