import { LocalDate, Seconds } from '@linli/model';
import { StandingNeed } from '@linli/registry';
import { memoryDriver } from '@linli/storage';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { choose, compose, definePlugin, type Offers, proveDriver, provePlugin, sdkTexts } from '../src/index.ts';

const localHolidays = definePlugin({
  name: 'local-holidays',
  sdk: 1,
  config: z.strictObject({ closed: z.array(z.iso.date()).default([]) }),
  offer: ({ closed }) => ({ calendars: [{ id: 'local', isServiceDay: (date) => !closed.includes(date) }] }),
});

const meal = StandingNeed.parse({
  code: 'warm-meal',
  name: { zh: '热餐', en: 'warm meal' },
  category: 'care.meal',
  mode: 'door',
  weekdays: [1, 2, 3, 4, 5],
  serviceSeconds: Seconds.parse(240),
  skills: ['delivery'],
  appliesTo: { alone: true },
});
const meals = definePlugin({ name: 'meals', sdk: 1, config: z.strictObject({}), offer: () => ({ standingNeeds: [meal] }) });

describe('compose', () => {
  it('collects what the plugins offer, in their order', () => {
    const composed = compose([choose(localHolidays, { closed: ['2026-10-01'] }), choose(meals, {})]);
    if (!composed.ok) throw new Error('refused');
    expect(composed.value.standingNeeds).toEqual([meal]);
    const open = ['2026-09-30', '2026-10-01'].map((date) => composed.value.calendars[0]?.isServiceDay(LocalDate.parse(date)));
    expect(open).toEqual([true, false]);
  });

  it('refuses a configuration that is not valid, with its path', () => {
    const composed = compose([{ plugin: choose(localHolidays, {}).plugin, config: { closed: ['1 October'] } }]);
    expect(composed.ok).toBe(false);
    expect(composed.reasons[0]).toMatchObject({
      code: 'plugin/config-invalid',
      data: { plugin: 'local-holidays', path: 'closed.0' },
    });
  });

  it('refuses a plugin chosen twice and a need that two plugins bring, in this order', () => {
    const twin = definePlugin({ ...meals, name: 'meals-again' });
    const composed = compose([choose(meals, {}), choose(meals, {}), choose(twin, {})]);
    expect(composed.reasons.map(({ code }) => code)).toEqual(['plugin/twice', 'plugin/need-twice', 'plugin/need-twice']);
    for (const { code } of composed.reasons) expect(sdkTexts[code as keyof typeof sdkTexts].zh).not.toBe('');
  });
});

describe('provePlugin', () => {
  it('finds nothing in a sound plugin', () => {
    for (const laws of [provePlugin(localHolidays, { closed: ['2026-10-01'] }), provePlugin(meals, {})]) {
      expect(laws.map(({ id, broken }) => [id, broken])).toEqual(['P1', 'P2', 'P3', 'P4', 'P5'].map((id) => [id, null]));
    }
  });

  let calls = 0;
  const planted: readonly (readonly [string, string, (config: { closed: string[] }) => Offers])[] = [
    ['P1', 'answers another thing the second time', () => ({ standingNeeds: [{ ...meal, code: `meal-${++calls}` }] })],
    [
      'P2',
      'writes into its configuration',
      (config) => {
        config.closed.push('2026-12-25');
        return {};
      },
    ],
    ['P3', 'counts its calls', () => ({ calendars: [{ id: 'odd', isServiceDay: () => ++calls % 3 === 0 }] })],
    ['P4', 'brings a need that is not well formed', () => ({ standingNeeds: [{ ...meal, code: 'Not A Code' }] })],
    [
      'P5',
      'leaves a global behind',
      () => {
        Object.assign(globalThis, { linliPlanted: true });
        return {};
      },
    ],
  ];
  for (const [law, what, offer] of planted) {
    it(`${law} catches a plugin that ${what}`, () => {
      const broken = provePlugin(definePlugin({ ...localHolidays, offer }), { closed: [] }).filter(
        (found) => found.broken !== null,
      );
      Reflect.deleteProperty(globalThis, 'linliPlanted');
      expect(broken.map(({ id }) => id)).toContain(law);
    });
  }
});

it('hands on the proof of a storage driver', async () => {
  let driver = memoryDriver();
  const report = await proveDriver({
    open: async () => driver,
    reset: async () => {
      driver = memoryDriver();
    },
  });
  expect(report.laws.filter(({ verdict }) => verdict === 'broken')).toEqual([]);
  expect(report.proven).toBe(true);
});
