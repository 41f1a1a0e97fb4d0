import { Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { creditAll } from '../../src/credit-all.ts';
import { presets } from '../../src/presets.ts';
import {
  comparePacks,
  explainAll,
  giniPermille,
  readServices,
  type ServiceList,
  simulate,
  simulationChart,
} from '../../src/review.ts';
import { bankOf, exchangeOf, offer } from './banks.ts';

const shanghai = Zone.parse('Asia/Shanghai');
const listOf = (services: readonly object[], people: readonly object[] = []): ServiceList => {
  const read = readServices({ services, people }, shanghai);
  if (!read.ok) throw new Error(JSON.stringify(read.reasons));
  return read.value;
};
const served = (id: string, helperId: string, day: number, from: string, minutes: number, fields: object = {}) => ({
  ...{
    id,
    helperId,
    category: 'care.meal',
    from: `2026-10-${String(day).padStart(2, '0')}T${from}`,
    minutes,
    beneficiary: 'public',
    evidence: ['photo'],
  },
  ...fields,
});

/** Random months: three helpers, some days, lengths, categories and proofs. */
const months = fc
  .array(
    fc.record({
      helper: fc.constantFrom('p-1', 'p-2', 'p-3'),
      day: fc.integer({ min: 1, max: 28 }),
      hour: fc.integer({ min: 0, max: 23 }),
      minutes: fc.integer({ min: 1, max: 400 }),
      category: fc.constantFrom('care.meal', 'care.bath', 'rely.visit'),
      evidence: fc.constantFrom(['photo'], [], ['sign-in-out', 'beneficiary']),
    }),
    { maxLength: 30 },
  )
  .map((all) =>
    listOf(
      all.map(({ helper, day, hour, minutes, category, evidence }, index) =>
        served(`s-${index}`, helper, day, `${String(hour).padStart(2, '0')}:00`, minutes, { category, evidence }),
      ),
      ['p-1', 'p-2', 'p-3'].map((id, index) => ({
        id,
        role: index === 0 ? 'neighbour' : 'volunteer',
        birth: `195${index}-05-01`,
        sex: 'female',
      })),
    ),
  );
const packs = Object.values(presets).filter((pack) => pack.credit !== null);

describe('simulate', () => {
  it('its totals are those of creditAll, under every preset', () => {
    fc.assert(
      fc.property(months, fc.constantFrom(...packs), (list, pack) => {
        const decisions = creditAll(list.records, pack.credit!, list.people, list.zone, list.facts);
        const credited = decisions.flatMap((decision) => (decision.ok ? [decision.value] : []));
        const result = simulate(pack as never, list);
        const sum = (field: 'seconds' | 'units' | 'poolUnits' | 'honourUnits'): number =>
          credited.reduce((all, one) => all + one[field], 0);
        expect(result.totals).toMatchObject({
          services: list.records.length,
          credited: credited.length,
          seconds: sum('seconds'),
          units: sum('units'),
          poolUnits: sum('poolUnits'),
          honourUnits: sum('honourUnits'),
        });
        expect(result.totals.pending + result.totals.refused + result.totals.credited).toBe(list.records.length);
        for (const part of [result.people, result.roles]) {
          expect(part.reduce((all, one) => all + one.seconds, 0)).toBe(result.totals.seconds);
          expect(part.reduce((all, one) => all + one.changeSeconds, 0)).toBe(result.totals.changeSeconds);
        }
        expect(result.gainers + result.losers + result.unchanged).toBe(result.people.length);
      }),
      { seed: 20261124, numRuns: 200 },
    );
  });

  it('explainAll decides as creditAll does', () => {
    fc.assert(
      fc.property(months, fc.constantFrom(...packs), (list, pack) => {
        const explained = explainAll(list.records, pack.credit!, list.people, list.zone, list.facts);
        expect(explained.map(({ decision }) => decision)).toEqual(
          creditAll(list.records, pack.credit!, list.people, list.zone, list.facts),
        );
      }),
      { seed: 20261125, numRuns: 200 },
    );
  });

  const list = listOf(
    [
      served('s-1', 'p-1', 5, '09:00', 180),
      served('s-2', 'p-2', 5, '09:00', 60),
      served('s-3', 'p-2', 6, '09:00', 60, { evidence: [] }),
      served('s-4', 'p-3', 6, '09:00', 30),
    ],
    [
      { id: 'p-1', role: 'neighbour' },
      { id: 'p-2', role: 'volunteer' },
      { id: 'p-3', role: 'volunteer' },
    ],
  );
  const steps = [
    { do: 'require-evidence', anyOf: [['photo']] },
    { do: 'minimum', least: { minutes: 45 } },
    { do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'pool' },
  ];
  const pack = bankOf(steps, { open: true, exchange: exchangeOf({}, [offer({ gives: { asset: 'cny', coins: 500 } })]) });

  it('who loses against plain hours, why, and what is owed', () => {
    const result = simulate(pack as never, list);
    expect(result.against).toBeNull();
    expect(result.people.map(({ helperId, seconds, otherSeconds }) => [helperId, seconds, otherSeconds])).toEqual([
      ['p-3', 0, 1800],
      ['p-1', 7200, 10_800],
      ['p-2', 3600, 7200],
    ]);
    expect([result.gainers, result.losers, result.unchanged]).toEqual([0, 3, 0]);
    expect(result.refusals).toEqual([
      { code: 'service/evidence-missing', services: 1, pending: 1 },
      { code: 'service/too-short', services: 1, pending: 0 },
    ]);
    expect(result.budget).toMatchObject({
      owedSeconds: 10_800,
      poolUnits: 3600,
      offers: [{ offer: 'hour', pieces: 3, units: 10_800, gives: { asset: 'cny', coins: 1500 } }],
    });
    // 0, 3600 and 7200: (-2 * 0 + 0 * 3600 + 2 * 7200) / (3 * 10800)
    expect(result.spread).toMatchObject({
      people: 3,
      leastSeconds: 0,
      middleSeconds: 3600,
      mostSeconds: 7200,
      giniPermille: 444,
    });
  });

  it('against another pack', () => {
    const generous = bankOf([{ do: 'rate', otherwise: 2 }], { open: true, id: 'generous' });
    const result = simulate(generous as never, list, pack as never);
    expect(result.against).toBe('test/1');
    expect(result.gainers).toBe(3);
    expect(result.totals).toMatchObject({ seconds: 39_600, otherSeconds: 10_800, changeSeconds: 28_800 });
  });

  it('the chart is a picture with a title and a description, in both languages, and lets no mark-up in', () => {
    const result = simulate(pack as never, listOf([served('s-1', 'p-1', 5, '09:00', 60)], [{ id: 'p-1', role: '<b>"&' }]));
    for (const [lang, words] of [
      ['zh', '各类服务者'],
      ['en', 'kind of helper'],
    ] as const) {
      const svg = simulationChart(result, lang);
      expect(svg).toMatch(/^<svg [^>]*role="img" aria-labelledby="chart-title chart-desc"/);
      expect(svg).toMatch(/<title id="chart-title">.+<\/title>\s*<desc id="chart-desc">.+<\/desc>/);
      expect(svg).toContain(words);
      expect(svg).not.toContain('<b>');
      expect(svg.match(/class="(?:before|after)"\/>/g)).toHaveLength(4);
    }
  });
});

describe('gini, in whole thousandths', () => {
  it.each([
    [[], 0],
    [[0, 0], 0],
    [[5, 5, 5], 0],
    [[0, 0, 0, 8], 750],
    [[1, 3], 250],
    [[3, 1], 250],
    [[1, 2, 3, 4], 250],
    [[2_000_000_000_000_000, 6_000_000_000_000_000], 250],
  ])('%j: %d', (values, expected) => {
    expect(giniPermille(values)).toBe(expected);
  });

  it('is the mean difference of any two over twice the mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 }), (values) => {
        const sum = values.reduce((a, b) => a + b, 0);
        const differences = values.flatMap((a) => values.map((b) => Math.abs(a - b))).reduce((a, b) => a + b, 0);
        expect(giniPermille(values)).toBe(sum === 0 ? 0 : Math.floor((1000 * differences) / (2 * values.length * sum)));
      }),
      { seed: 20261126 },
    );
  });
});

describe('comparePacks', () => {
  it.each(Object.entries(presets))('%s differs in nothing from itself', (_, pack) => {
    const list = listOf([served('s-1', 'p-1', 5, '09:00', 90)]);
    const { rules, services } = comparePacks(pack, structuredClone(pack), list);
    expect(rules).toEqual([]);
    expect(services?.changed ?? []).toEqual([]);
  });

  it('says what was added, removed, changed and moved, and which services change and why', () => {
    const cap = (hours: number) => ({ do: 'cap', per: 'day', most: { hours }, overflow: 'drop' });
    const before = bankOf(
      [{ do: 'refuse-self' }, { do: 'minimum', least: { minutes: 30 } }, { do: 'rate', otherwise: 1 }, cap(2)],
      { open: true },
    );
    const after = bankOf([{ do: 'rate', otherwise: 1 }, { do: 'refuse-self' }, { do: 'refuse-overlap' }, cap(3)], {
      open: true,
      edition: 2,
    });
    const { rules, services } = comparePacks(
      before,
      after,
      listOf([served('s-1', 'p-1', 5, '09:00', 240), served('s-2', 'p-1', 6, '09:00', 60)]),
    );
    expect(rules.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'diff/changed edition',
      'diff/step-moved credit.steps.1',
      'diff/step-removed credit.steps.1',
      'diff/step-added credit.steps.2',
      'diff/step-changed credit.steps.3',
    ]);
    expect(
      services?.changed.map(({ serviceId, beforeSeconds, afterSeconds }) => [serviceId, beforeSeconds, afterSeconds]),
    ).toEqual([['s-1', 7200, 10_800]]);
    expect(services?.people).toEqual([{ helperId: 'p-1', beforeSeconds: 10_800, afterSeconds: 14_400 }]);
  });

  it('an amount written in another way is no difference', () => {
    const cap = (most: object) => bankOf([{ do: 'cap', per: 'day', most, overflow: 'drop' }]);
    expect(comparePacks(cap({ hours: 2 }), cap({ minutes: 120 })).rules).toEqual([]);
  });
});

describe('readServices', () => {
  it('takes times as local time, with an offset, as milliseconds, and an end as hour, minutes or hours', () => {
    const nine = Date.parse('2026-10-05T09:00+08:00');
    const from = ['2026-10-05T09:00', '2026-10-05 09:00', '2026-10-05T01:00Z', nine].map((one, index) => ({
      helperId: 'p',
      from: one,
      until: index === 0 ? '10:30' : nine + 5_400_000,
    }));
    const rest = [
      { helperId: 'p', from: nine, minutes: 90 },
      { helperId: 'p', from: nine, hours: 1.5 },
    ];
    const { records } = listOf([...from, ...rest].map((one) => ({ category: 'care.meal', ...one })));
    expect(records.map((record) => [record.id, record.from, record.until])).toEqual(
      [1, 2, 3, 4, 5, 6].map((place) => [`s-${place}`, nine, nine + 5_400_000]),
    );
  });

  it('tells every mistake with its path, and leaves what it does not know aside and says so', () => {
    const read = readServices(
      [
        { id: 'a', helperId: 'p', category: 'x', from: 'noon', minutes: 5 },
        { category: 'x', from: '2026-10-05T09:00', until: '2026-10-05T08:00' },
      ],
      shanghai,
    );
    expect(read.reasons.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'services/not-a-time 0.from',
      'services/no-helper 1.helperId',
    ]);
    const odd = readServices(
      { services: [{ helperId: 'p', category: 'x', from: 0, minutes: 5, evidnce: [] }], extra: 1 },
      shanghai,
    );
    expect(odd.ok).toBe(true);
    expect(odd.reasons.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([
      'services/unknown-field extra',
      'services/unknown-field-meant services.0.evidnce',
      'services/helper-not-listed services.0.helperId',
    ]);
  });

  it('knows people beside the services or in them, births as well as they are known, and hours credited before', () => {
    const { people } = listOf(
      [
        served('s-1', 'p-1', 5, '09:00', 60, {
          helper: { id: 'p-9', sex: '女' },
          helperId: undefined,
          beneficiary: { id: 'p-8', birth: '1940' },
        }),
      ],
      [{ id: 'p-1', birth: '1960-05', beforeHours: 1499.5, relatives: { 'p-8': 'parent' } }],
    );
    expect([...people.keys()].sort()).toEqual(['p-1', 'p-8', 'p-9']);
    expect(people.get('p-1' as never)).toMatchObject({
      birth: { from: '1960-05-01', until: '1960-06-01', precision: 'month' },
      history: { earlierSeconds: 5_398_200 },
    });
    expect(people.get('p-9' as never)).toEqual({ sex: 'female' });
  });
});
