import { LocalDate, Seconds, say } from '@linli/model';
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

/** What a plugin written in plain JavaScript may be: the types say no to each. */
const loose = (plugin: object) => ({ plugin: { ...localHolidays, config: z.strictObject({}), ...plugin } as never, config: {} });
const closed = { id: 'c', isServiceDay: () => false };

describe('compose refuses by name, in both languages, what is no plugin', () => {
  const notThese: readonly (readonly [string, string, object])[] = [
    ['made for another generation', 'plugin/other-generation', { sdk: 2 }],
    ['without a generation', 'plugin/malformed', { sdk: undefined }],
    ['whose name is not kebab-case', 'plugin/malformed', { name: 'Local Holidays' }],
    ['without a schema', 'plugin/malformed', { config: {} }],
    ['without an offer', 'plugin/malformed', { offer: undefined }],
    ['whose offer throws', 'plugin/broke', { offer: () => JSON.parse('x') }],
    ['whose schema throws', 'plugin/broke', { config: z.strictObject({}).refine(async () => true) }],
    ['that offers a promise', 'plugin/offer-malformed', { offer: async () => ({ calendars: [closed] }) }],
    ['that offers nothing at all', 'plugin/offer-malformed', { offer: () => undefined }],
    ['that offers what is no place', 'plugin/offer-malformed', { offer: () => ({ calenders: [closed] }) }],
    ['whose calendars are no list', 'plugin/offer-malformed', { offer: () => ({ calendars: closed }) }],
    ['whose calendar has no id', 'plugin/offer-malformed', { offer: () => ({ calendars: [{ isServiceDay: () => true }] }) }],
    [
      'whose calendar answers with a promise',
      'plugin/offer-malformed',
      { offer: () => ({ calendars: [{ id: 'c', isServiceDay: async () => false }] }) },
    ],
    [
      'whose calendar throws',
      'plugin/broke',
      { offer: () => ({ calendars: [{ id: 'c', isServiceDay: () => JSON.parse('x') }] }) },
    ],
    ['with a need that is none', 'plugin/offer-malformed', { offer: () => ({ standingNeeds: [{ code: 5 }] }) }],
  ];
  it.each(notThese)('one %s: %s', (_, code, plugin) => {
    const { ok, reasons } = compose([loose(plugin)]);
    expect(ok).toBe(false);
    expect(reasons[0]).toMatchObject({ code });
    for (const lang of ['zh', 'en'] as const) {
      const words = say(sdkTexts, reasons[0]!, lang);
      expect(words).toContain(String(reasons[0]?.data?.['plugin']));
      expect(words).not.toMatch(/[{}]/);
    }
  });

  it('what is no object at all', () => {
    for (const plugin of [null, undefined, 'x', 5])
      expect(compose([{ plugin: plugin as never, config: {} }]).reasons[0]?.code).toBe('plugin/malformed');
  });

  it("a need with the community's own code", () => {
    expect(compose([choose(meals, {})], [meal]).reasons).toEqual([
      { code: 'plugin/need-twice', data: { plugin: 'meals', need: 'warm-meal' } },
    ]);
  });

  it('keeps a calendar that is made by a class, and stops at an answer that is neither true nor false', () => {
    class Mondays {
      readonly id = 'mondays';
      readonly #answers: readonly unknown[] = [true, 'yes'];
      isServiceDay(date: LocalDate): boolean {
        return this.#answers[date === '2026-12-01' ? 1 : 0] as boolean;
      }
    }
    const composed = compose([loose({ name: 'mondays', offer: () => ({ calendars: [new Mondays()] }) })]);
    if (!composed.ok) throw new Error(composed.reasons[0].code);
    const [calendar] = composed.value.calendars;
    expect(calendar?.isServiceDay(LocalDate.parse('2026-11-30'))).toBe(true);
    expect(() => calendar?.isServiceDay(LocalDate.parse('2026-12-01'))).toThrow(
      expect.objectContaining({ code: 'plugin/bad-answer', message: expect.stringContaining('mondays') }),
    );
  });
});

/** What may be thrown: telling it, or looking at it, throws again. */
const revoked = (target: object = {}): object => {
  const { proxy, revoke } = Proxy.revocable(target, {});
  revoke();
  return proxy;
};
const untellable: readonly (readonly [string, () => unknown])[] = [
  ['nothing with a prototype', () => Object.create(null)],
  [
    'an error whose message throws',
    () =>
      Object.defineProperty(new Error('x'), 'message', {
        get() {
          throw new Error('y');
        },
      }),
  ],
  ['an error whose message is no text', () => Object.assign(new Error('x'), { message: Object.create(null) })],
  [
    'what throws when it is written',
    () => ({
      toString() {
        throw Object.create(null);
      },
    }),
  ],
  ['a revoked proxy', () => revoked()],
  ['a symbol', () => Symbol('s')],
  ['undefined', () => undefined],
];
const boom = (thrown: () => unknown) => (): never => {
  throw thrown();
};

describe('whatever a plugin throws, compose answers with a reason and provePlugin with a breach', () => {
  const places: readonly (readonly [string, string, (thrown: () => unknown) => object])[] = [
    ['offer', 'plugin/broke', (thrown) => ({ offer: boom(thrown) })],
    ['schema', 'plugin/broke', (thrown) => ({ config: { safeParse: boom(thrown), parse: boom(thrown) } })],
    [
      'result of the schema',
      'plugin/broke',
      (thrown) => ({ config: { safeParse: () => Object.defineProperty({}, 'success', { get: boom(thrown) }) } }),
    ],
    ['calendar', 'plugin/broke', (thrown) => ({ offer: () => ({ calendars: [{ id: 'c', isServiceDay: boom(thrown) }] }) })],
    [
      'member of the offer',
      'plugin/broke',
      (thrown) => ({ offer: () => Object.defineProperty({}, 'calendars', { get: boom(thrown), enumerable: true }) }),
    ],
  ];
  for (const [place, code, plugin] of places) {
    it.each(untellable)(`in its ${place}: %s`, (_, thrown) => {
      const { plugin: made } = loose(plugin(thrown));
      expect(compose([{ plugin: made, config: {} }]).reasons[0]).toMatchObject({ code, data: { plugin: 'local-holidays' } });
      expect(provePlugin(made, {}).some(({ broken }) => broken !== null)).toBe(true);
    });
  }
  it.each(untellable)('in a member of its own: %s', (_, thrown) => {
    for (const member of ['name', 'sdk', 'config', 'offer']) {
      const plugin = Object.defineProperty({ ...localHolidays }, member, { get: boom(thrown) });
      expect(compose([{ plugin, config: {} }]).reasons[0]?.code).toBe('plugin/malformed');
    }
  });

  it('a revoked proxy in every place', () => {
    const codes = [
      { plugin: revoked() as never, config: {} },
      loose({ config: revoked() }),
      loose({ config: { safeParse: () => revoked() } }),
      loose({ offer: revoked(() => ({})) }),
      loose({ offer: () => revoked() }),
      loose({ offer: () => ({ calendars: revoked([]) }) }),
      loose({ offer: () => ({ calendars: [revoked()] }) }),
      loose({ offer: () => ({ calendars: [{ id: 'c', isServiceDay: revoked(() => true) }] }) }),
      loose({ offer: () => ({ standingNeeds: [revoked()] }) }),
    ].map((one) => compose([one]).reasons[0]?.code);
    expect(codes).toEqual([...['plugin/malformed', 'plugin/malformed'], ...Array.from({ length: 7 }, () => 'plugin/broke')]);
  });

  it('a schema that refuses without a word is heard', () => {
    const config = { safeParse: () => ({ success: false, error: { issues: [] } }) };
    expect(compose([loose({ config })]).reasons[0]?.code).toBe('plugin/config-invalid');
  });

  const composedOf = (calendar: object) => {
    const composed = compose([loose({ offer: () => ({ calendars: [calendar] }) })]);
    if (!composed.ok) throw new Error(composed.reasons[0].code);
    return composed.value.calendars[0]!;
  };
  const today = LocalDate.parse('2026-12-01');

  it('a calendar is read once: what it turns into later does not matter', () => {
    let reads = 0;
    const turning = {
      id: 'turning',
      get isServiceDay() {
        reads += 1;
        return reads === 1 ? () => false : 5;
      },
    };
    expect(composedOf(turning).isServiceDay(today)).toBe(false);
    expect(reads).toBe(1);
    const taken = {
      id: 'taken',
      closed: true,
      isServiceDay: function (this: { closed: boolean }) {
        return !this.closed;
      } as unknown,
    };
    const kept = composedOf(taken);
    Object.assign(taken, { id: 'other', isServiceDay: null });
    expect([kept.id, kept.isServiceDay(today)]).toEqual(['taken', false]);
  });

  it.each(untellable)('a calendar that throws only later is a Fault that names it: %s', (_, thrown) => {
    const calendar = composedOf({ id: 'late', isServiceDay: (date: LocalDate) => date !== today || boom(thrown)() });
    expect(() => calendar.isServiceDay(today)).toThrow(
      expect.objectContaining({
        code: 'plugin/broke',
        retryable: false,
        message: expect.stringMatching(/"late".*"local-holidays"/),
      }),
    );
  });
});

describe('provePlugin', () => {
  it('finds nothing in a sound plugin', () => {
    for (const laws of [provePlugin(localHolidays, { closed: ['2026-10-01'] }), provePlugin(meals, {})]) {
      expect(laws.map(({ id, broken }) => [id, broken])).toEqual(
        ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7'].map((id) => [id, null]),
      );
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
    ...[2, 3, 4, 7, 366].map(
      (every) =>
        [
          'P3',
          `counts its calls by ${every}`,
          () => ({ calendars: [{ id: 'odd', isServiceDay: () => ++calls % every === 0 }] }),
        ] as const,
    ),
    ['P4', 'brings a need that is not well formed', () => ({ standingNeeds: [{ ...meal, code: 'Not A Code' }] })],
    [
      'P5',
      'leaves a global behind',
      () => {
        Object.assign(globalThis, { linliPlanted: true });
        return {};
      },
    ],
    ['P6', 'offers a promise', async () => ({ calendars: [closed] })],
    ['P6', 'throws', () => JSON.parse('{') as Offers],
    ['P7', 'asks the clock', () => ({ calendars: [{ id: 'now', isServiceDay: (date) => date > new Date().toISOString() }] })],
    ['P7', 'asks the clock by another name', () => ({ calendars: [{ id: 'now', isServiceDay: () => Date.now() > 0 }] })],
    ['P7', 'throws dice', () => ({ calendars: [{ id: 'dice', isServiceDay: () => Math.random() < 2 }] })],
  ];
  const replaced: readonly (readonly [string, object, string, unknown])[] = [
    ['structuredClone', globalThis, 'structuredClone', () => null],
    ['Date.now', Date, 'now', () => 0],
    ['Array.prototype.at', Array.prototype, 'at', () => 7],
    ['Intl.DateTimeFormat.prototype.format', Intl.DateTimeFormat.prototype, 'formatToParts', () => []],
    ['a new method of every text', String.prototype, 'linliPlanted', () => ''],
  ];
  it.each(replaced)('P5 catches a plugin that replaces %s', (_, owner, name, value) => {
    const before = Object.getOwnPropertyDescriptor(owner, name);
    const offer = (): Offers => {
      Object.defineProperty(owner, name, { value, configurable: true, writable: true });
      return {};
    };
    try {
      const [broken] = provePlugin(definePlugin({ ...localHolidays, offer }), {}).filter(({ id }) => id === 'P5');
      expect(broken?.broken ?? '').toContain(name);
    } finally {
      if (before === undefined) Reflect.deleteProperty(owner, name);
      else Object.defineProperty(owner, name, before);
    }
  });
  it('leaves clock and chance as they were', () => {
    const { now } = Date;
    const [own, random] = [Date, Math.random];
    provePlugin(localHolidays, { closed: [] });
    expect([Date, Date.now, Math.random]).toEqual([own, now, random]);
  });
  for (const [law, what, offer] of planted) {
    it(`${law} catches a plugin that ${what}`, () => {
      const broken = provePlugin(definePlugin({ ...localHolidays, offer: offer as () => Offers }), { closed: [] }).filter(
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
