import { addDays, Fault, LocalDate, PersonId, ServiceId, type ServiceRecord } from '@linli/model';
import { choose, definePlugin } from '@linli/sdk';
import { createStore, memoryDriver } from '@linli/storage';
import { balance, ledgerOf } from '@linli/timebank';
import { beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { collections } from '../src/collections.ts';
import { createCommunity, type Rules } from '../src/index.ts';
import { decideAgain } from '../src/verbs/decide-again.ts';
import { at, call, duowenRules, eggs, helper, resident, stageOf, today, write } from './small-community.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await duowenRules();
});
const tomorrow = addDays(today, 1);
const order = { order: [...eggs] };

describe('collect and assign', () => {
  it('D-35: what came after the cut-off is in the next cycle, and is assigned there', async () => {
    const { community } = await stageOf(rules, {
      residents: [resident('r1')],
      helpers: [helper('h1')],
      calls: [call('r1', '16:00', order)],
    });
    const first = await community.collect(today);
    if (!first.ok) throw new Error('refused');
    expect(first.value.demands.map(({ cycleDate }) => cycleDate)).toEqual([tomorrow]);
    expect((await community.assign(today)).plan.assignments).toEqual([]);

    const second = await community.collect(tomorrow);
    if (!second.ok) throw new Error('refused');
    const { plan, round } = await community.assign(tomorrow);
    // Heard at 16:00 yesterday, and not yet today.
    expect(round.notCalled.map(({ resident: { id } }) => id)).toEqual(['r1']);
    expect(plan.assignments.filter(({ category }) => category.startsWith('goods.')).map(({ residentId }) => residentId)).toEqual([
      'r1',
    ]);
  });

  it('D-37b: an emergency after the cut-off stays in its day and somebody on duty goes', async () => {
    const urgent = call('r1', '19:00', { request: { words: '家中消杀', category: 'care.disinfection' }, emergency: true });
    const duty = helper('h1', { role: 'property', skills: ['disinfection'] });
    const { community } = await stageOf(rules, { residents: [resident('r1')], helpers: [duty], calls: [urgent] });
    const collected = await community.collect(today);
    if (!collected.ok) throw new Error('refused');
    expect(collected.value.sent.map(({ helperId, reasons }) => [helperId, reasons[0]?.code])).toEqual([
      ['h1', 'emergency/out-of-turn'],
    ]);
    expect(collected.value.sent[0]?.from).toBeGreaterThanOrEqual(at('19:00'));

    // The next day's collection began at 16:00 and holds the hour, but the emergency is not its own.
    const next = await community.collect(tomorrow);
    expect(next.ok && next.value.demands).toEqual([]);
    const again = await community.collect(today);
    expect(again.ok && again.value.written).toEqual({ added: 0, changed: 0 });
  });

  it('an emergency with nobody on duty is not lost: it stands among the unassigned', async () => {
    const urgent = call('r1', '13:00', { request: { words: '家中消杀', category: 'care.disinfection' }, emergency: true });
    const { community } = await stageOf(rules, {
      residents: [resident('r1')],
      helpers: [helper('h1', { skills: [] })],
      calls: [urgent],
    });
    await community.collect(today);
    const { plan } = await community.assign(today);
    expect(plan.unassigned.map(({ residentId, reasons }) => [residentId, reasons[0]?.code])).toContainEqual([
      'r1',
      'visit/no-skill',
    ]);
  });

  it('a demand that may be of either of two people waits until somebody has asked', async () => {
    const both = ['r1', 'r2'].map((id) => PersonId.parse(id));
    const { community } = await stageOf(rules, {
      residents: both.map((id) => resident(id)),
      helpers: [helper('h1')],
      calls: [call(null, '13:00', { ...order, candidates: both })],
    });
    await community.collect(today);
    const { plan } = await community.assign(today);
    expect(plan.unassigned.map(({ residentId, reasons }) => [residentId, reasons[0]?.code])).toContainEqual([
      null,
      'resident/uncertain',
    ]);
  });

  it('the weekly cap counts what other days of the week already took', async () => {
    const people = {
      residents: [resident('r1')],
      helpers: [helper('h1', { weeklyCapSeconds: 600 as never })],
      calls: [call('r1', '13:00', order), { ...call('r1', '13:00', order), id: 'c-next' as never, at: at('13:00', tomorrow) }],
    };
    const { community } = await stageOf({ ...rules, needs: [] }, people);
    await community.collect(today);
    // 10 minutes a week: 2 minutes at the pick-up point and 10 on the way do not fit.
    const { plan } = await community.assign(today);
    expect(plan.assignments).toEqual([]);
    expect(plan.unassigned[0]?.reasons[0]).toMatchObject({ code: 'visit/all-full', data: { rule: 'max-work' } });
  });

  it('a plan stays while its demands are the same', async () => {
    const { community, driver } = await stageOf(rules, {
      residents: [resident('r1')],
      helpers: [helper('h1')],
      calls: [call('r1', '13:00', order)],
    });
    await community.collect(today);
    const { plan } = await community.assign(today);
    await write(driver, 'a-better-helper', { helpers: [helper('h0')] });
    expect((await community.assign(today)).plan).toEqual(plan);
  });

  it('a plugin closes a day, and brings a need', async () => {
    const plugin = definePlugin({
      name: 'holidays',
      sdk: 1,
      config: z.strictObject({ closed: z.array(z.string()) }),
      offer: ({ closed }) => ({ calendars: [{ id: 'holidays', isServiceDay: (date) => !closed.includes(date) }] }),
    });
    const { driver, clock } = await stageOf(rules, {});
    const community = createCommunity({
      driver,
      rules,
      clock,
      newCommitId: () => 'never-used',
      actor: 'test',
      plugins: [choose(plugin, { closed: [today] })],
    });
    expect(await community.collect(today)).toEqual({
      ok: false,
      reasons: [{ code: 'day/not-a-service-day', data: { date: today } }],
    });
    expect(() =>
      createCommunity({
        driver,
        rules,
        clock,
        newCommitId: () => '',
        actor: 'test',
        plugins: [{ ...choose(plugin, { closed: [] }), config: {} }],
      }),
    ).toThrow(/plugin\/config-invalid/);
  });

  it('a plugin that would leave a closed day worked, or name a need of ours, is refused before anything is written', async () => {
    const { driver, clock } = await stageOf(rules, {});
    const base = { name: 'holidays', sdk: 1 as const, config: z.strictObject({}) };
    const withOffer = (offer: () => unknown) => () =>
      createCommunity({
        driver,
        rules,
        clock,
        newCommitId: () => 'never-used',
        actor: 'test',
        plugins: [{ plugin: { ...base, offer } as never, config: {} }],
      });
    const closed = { id: 'c', isServiceDay: async () => false };
    const [need] = rules.needs;
    expect(withOffer(() => ({ calendars: [closed] }))).toThrow(/plugin\/offer-malformed .*holidays/);
    expect(withOffer(async () => ({ calendars: [closed] }))).toThrow(/plugin\/offer-malformed .*holidays/);
    expect(withOffer(() => ({ standingNeeds: [need] }))).toThrow(new RegExp(`plugin/need-twice .*${need?.code}`));
    expect(withOffer(() => ({ standingNeeds: [{ ...need, code: 'a-new-one' }] }))).not.toThrow();
  });
});

describe('execute', () => {
  it('silence stays open; a report heard twice counts once; the cycle closes with its totals', async () => {
    const calls = [call('r1', '13:00', order), call('r2', '13:01', order)];
    const { community } = await stageOf(rules, { residents: [resident('r1'), resident('r2')], helpers: [helper('h1')], calls });
    await community.collect(today);
    const { plan } = await community.assign(today);
    const [first] = plan.assignments.filter(({ category }) => category.startsWith('goods.'));
    const done = { what: 'done', demandId: first!.demandId, at: at('14:00', tomorrow) } as const;
    const executed = await community.execute(today, [done, done], at('16:00', tomorrow));
    expect(executed.totals).toMatchObject({ in: 2, done: 1, open: 1 });
    expect(executed.effects.map(({ type }) => type)).toContain('flag-undelivered');
    expect(executed.effects.filter(({ type }) => type === 'cycle-closed')).toHaveLength(1);
    const again = await community.execute(today, [done], at('16:00', tomorrow));
    expect(again.totals).toEqual(executed.totals);
    expect(again.reasons.map(({ code }) => code)).toContain('event/already-seen');
  });
});

describe('settle', () => {
  const october = { from: LocalDate.parse('2026-10-01'), until: LocalDate.parse('2026-11-01') };
  const service = (id: string, from: string, until: string, fields: Partial<ServiceRecord> = {}): ServiceRecord => ({
    id: ServiceId.parse(id),
    helperId: PersonId.parse('h1'),
    category: 'rely.visit',
    from: at(from, LocalDate.parse('2026-10-05')),
    until: at(until, LocalDate.parse('2026-10-05')),
    beneficiary: { kind: 'public' },
    evidence: ['photo'],
    ...fields,
  });
  const ledgerFor = async (driver: Parameters<typeof write>[0]) =>
    ledgerOf((await createStore(driver, collections).session().list('transfers')).map(({ transfer }) => transfer));
  const account = { kind: 'person', id: 'h1' } as const;

  it('posts once, later entries later, and never judges the past again', async () => {
    const services = [service('s1', '09:00', '10:00'), service('s2', '11:00', '11:30', { evidence: [] })];
    const { community, driver, clock } = await stageOf(rules, { helpers: [helper('h1')], services });
    const first = await community.settle(october);
    expect(first.credits).toMatchObject([
      { helperId: 'h1', services: 2, credited: 1, pending: 1, refused: 0, creditedUnits: 3600 },
    ]);
    expect(balance(await ledgerFor(driver), account, 'second')).toBe(3600);
    expect((await community.settle(october)).written).toEqual({ added: 0, changed: 0 });

    // The proof comes in, and the standard halves: only what is new is judged under it.
    clock.moveTo(at('12:00'));
    await write(driver, 'proof', { services: [service('s2', '11:00', '11:30')] });
    const half = {
      ...rules,
      creditStandard: {
        ...rules.creditStandard,
        edition: 2,
        steps: [{ do: 'rate', otherwise: 0.5 }] as never,
      },
    };
    const later = createCommunity({ driver, rules: half, clock, newCommitId: () => 'edition-2', actor: 'test' });
    expect((await later.settle(october)).written).toEqual({ added: 1, changed: 0 });
    // 3 600 s stay; 1 800 s at half rate are 900 s.
    expect(balance(await ledgerFor(driver), account, 'second')).toBe(4500);
  });

  it('counts a service at most once against a cap that spans settlements', async () => {
    const services = [service('s1', '08:00', '11:00'), service('s2', '12:00', '14:00')];
    const { community, driver } = await stageOf(rules, { helpers: [helper('h1')], services });
    await community.settle(october);
    // 3 h + 2 h under a cap of 4 h a day: 4 h own, 1 h to the pool.
    const ledger = await ledgerFor(driver);
    expect(balance(ledger, account, 'second')).toBe(14_400);
    expect(balance(ledger, { kind: 'pool', id: 'duowen' }, 'second')).toBe(3600);
    expect(balance(ledger, { kind: 'issuer', id: 'duowen' }, 'second')).toBe(-18_000);
  });

  it('L-12: a service that comes in late finds what room the cap has left, and what was posted stays', async () => {
    const { community, driver, clock } = await stageOf(rules, {
      helpers: [helper('h1')],
      services: [service('s2', '12:00', '14:00')],
    });
    await community.settle(october);
    clock.moveTo(at('12:00'));
    await write(driver, 'late', { services: [service('s1', '08:00', '11:00')] });
    const settled = await community.settle(october);
    // 2 h were posted; of 3 h that came in late 2 h are own under the cap of 4 h, 1 h goes to the pool.
    expect(settled.credits).toMatchObject([{ helperId: 'h1', services: 2, credited: 2, creditedUnits: 14_400, poolUnits: 3600 }]);
    const ledger = await ledgerFor(driver);
    expect(balance(ledger, account, 'second')).toBe(14_400);
    expect(balance(ledger, { kind: 'pool', id: 'duowen' }, 'second')).toBe(3600);
    expect((await community.settle(october)).written).toEqual({ added: 0, changed: 0 });
  });
});

it('T4: an overtaken decision is made again: two who collect and assign at once end with one plan', async () => {
  const calls = [call('r1', '13:00', order), call('r2', '13:01', order)];
  const { community, driver, clock } = await stageOf(rules, {
    residents: [resident('r1'), resident('r2')],
    helpers: [helper('h1'), helper('h2')],
    calls,
  });
  let commits = 0;
  const other = createCommunity({
    driver,
    rules,
    clock,
    newCommitId: () => `other-${commits++}`,
    actor: 'other',
    effort: { seed: 1, steps: 200 },
  });
  await Promise.all([community.collect(today), other.collect(today)]);
  const [one, two] = await Promise.all([community.assign(today), other.assign(today)]);
  expect(two.plan).toEqual(one.plan);
  expect(one.cycle.facts.lines).toHaveLength(2);
});

it('gives up after a bounded number of tries, and lets every other fault pass at once', async () => {
  let tries = 0;
  const always = (code: string) => () => {
    tries += 1;
    return Promise.reject(new Fault(code, 'planted'));
  };
  await expect(decideAgain(always('storage/stale-read'))).rejects.toThrow('planted');
  expect(tries).toBe(8);
  await expect(decideAgain(always('storage/closed'))).rejects.toThrow('planted');
  expect(tries).toBe(9);
});

it('nobody can be named by the audit trail: it holds keys and codes only', async () => {
  const { community, driver } = await stageOf(rules, {
    residents: [resident('r1', { name: '张三丰' })],
    helpers: [helper('h1')],
    calls: [call('r1', '13:00', order)],
  });
  await community.collect(today);
  await community.assign(today);
  expect(JSON.stringify(await createStore(driver, collections).audit())).not.toContain('张三丰');
});

it('two communities in two stores do not meet', async () => {
  const one = await stageOf(rules, { residents: [resident('r1')] }, memoryDriver());
  const two = await stageOf(rules, {}, memoryDriver());
  expect((await one.community.review(today)).gaps.length).toBeGreaterThan(0);
  expect((await two.community.review(today)).gaps).toEqual([]);
});
