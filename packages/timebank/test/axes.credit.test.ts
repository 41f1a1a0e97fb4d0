import { LocalDate, say, type Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { amountLabel } from '../src/amount-label.ts';
import { credit, explain } from '../src/credit.ts';
import { type CreditFacts, creditAll } from '../src/credit-all.ts';
import { type CreditHistory, emptyHistory, remember, takeBack } from '../src/credit-history.ts';
import { recredit } from '../src/recredit.ts';
import type { Earner, Service } from '../src/service.ts';
import { timebankTexts } from '../src/texts.ts';
import { bornOn, monday, neighbour, packOf, served, shanghai, wang } from './people.ts';

// One Monday of Wang's, 2026-11-23; times are minutes after midnight. What comes out is in minutes or a refusal's codes.

const point = { asset: 'point', scaleSeconds: 3600, words: { zh: '分', en: 'points' } };
const tuesday = LocalDate.parse('2026-11-24');
type Change = Partial<Omit<Service, 'record'>> & { readonly history?: CreditHistory };

const judge = (steps: readonly unknown[], record = served('s-1', 540, 600), change: Change = {}, fields: object = {}) => {
  const { history = emptyHistory, ...rest } = change;
  return credit({ record, earner: neighbour, date: monday, zone: shanghai, ...rest }, packOf(steps, { ...fields }), history);
};
const minutes = (...args: Parameters<typeof judge>): number | readonly string[] => {
  const decision = judge(...args);
  return decision.ok ? decision.value.seconds / 60 : decision.reasons.map(({ code }) => code);
};
const points = (...args: Parameters<typeof judge>): number | readonly string[] => {
  const decision = judge(...args);
  return decision.ok ? decision.value.units : decision.reasons.map(({ code }) => code);
};
const lasting = (length: number, fields: Readonly<Record<string, unknown>> = {}) => served('s-1', 540, 540 + length, fields);
const earner = (fields: Partial<Earner>): Change => ({ earner: { ...neighbour, ...fields } });
const serving = (fields: Service['beneficiary']): Change => ({ beneficiary: fields });
const known = (facts: Service['facts'], judgedOn?: LocalDate): Change => ({ facts, ...(judgedOn && { judgedOn }) });
const all = (records: Parameters<typeof creditAll>[0], steps: readonly unknown[], facts?: CreditFacts) =>
  creditAll(records, packOf(steps), new Map([[wang, neighbour]]), shanghai, facts).map((decision) =>
    decision.ok ? decision.value.seconds / 60 : decision.reasons.map(({ code }) => code),
  );

describe('what is counted', () => {
  it('R-01: hours, half-hour points, tenths of a point, and one point a visit', () => {
    expect(judge([{ do: 'refuse-self' }], lasting(90))).toMatchObject({ value: { asset: 'second', units: 5400 } });
    const half = { unit: { ...point, scaleSeconds: 1800 } };
    expect(points([{ do: 'refuse-self' }], lasting(100), {}, half)).toBe(3);
    // 100 min at 1 point an hour with one decimal: 1.66 -> 16 tenths
    expect(points([{ do: 'refuse-self' }], lasting(100), {}, { unit: { ...point, decimals: 1 } })).toBe(16);
    const aVisit = [{ do: 'flat', credit: { units: 1 } }];
    expect([points(aVisit, lasting(5), {}, { unit: point }), points(aVisit, lasting(300), {}, { unit: point })]).toEqual([1, 1]);
  });

  it('R-01: one point, two from two hours on', () => {
    const rows = [
      { from: { seconds: 0 }, credit: { units: 1 } },
      { from: { hours: 2 }, credit: { units: 2 } },
    ];
    expect([119, 120, 600].map((length) => points([{ do: 'tiers', rows }], lasting(length), {}, { unit: point }))).toEqual([
      1, 2, 2,
    ]);
    expect(minutes([{ do: 'tiers', rows: rows.slice(1) }], lasting(119))).toBe(0);
  });

  it('R-02: a rate for each category, by its code, by its beginning, or otherwise', () => {
    const steps = [{ do: 'rate', byCategory: { 'care.bath': 2, 'care.*': 1.5, 'c*': 3 }, otherwise: 0.5 }];
    const of = (category: string) => minutes(steps, lasting(60, { category }));
    expect([of('care.bath'), of('care.meal'), of('cook'), of('walk')]).toEqual([120, 90, 180, 30]);
  });

  it('R-03: difficulty and profession multiply, one after the other or the highest only', () => {
    const hard = { times: 1.5, when: { difficulty: ['hard'] } };
    const nurse = { times: 2, when: { helper: { marks: ['nurse'] } } };
    const both = { ...known({ difficulty: 'hard' }), ...earner({ marks: ['nurse'] }) };
    expect(
      minutes(
        [
          { do: 'multiply', ...hard },
          { do: 'multiply', ...nurse },
        ],
        lasting(60),
        both,
      ),
    ).toBe(180);
    expect(minutes([{ do: 'multiply-highest', of: [hard, nurse] }], lasting(60), both)).toBe(120);
    expect(minutes([{ do: 'multiply-highest', of: [hard, nurse] }], lasting(60), earner({ marks: [] }))).toBe(60);
    // Whether she is a nurse is not known: nobody guesses.
    expect(minutes([{ do: 'multiply', ...nurse }], lasting(60))).toEqual(['service/condition-unknown']);
    expect(minutes([{ do: 'multiply-highest', of: [nurse] }], lasting(60))).toEqual(['service/condition-unknown']);
    // And the reason says whose record it is and what it does not tell.
    const missing = (when: object, steps: readonly unknown[] = [{ do: 'multiply', times: 2, when }]) => {
      const [reason] = judge(steps, lasting(60), earner({ sex: null, birth: null, role: null })).reasons;
      return say(timebankTexts, reason!, 'en', amountLabel('en'));
    };
    expect(missing(nurse.when)).toBe(
      'whether this step applies cannot be told, because the record of the helper does not tell "nurse": write it down first',
    );
    expect(missing({}, [{ do: 'multiply-highest', of: [nurse] }])).toContain('record of the helper does not tell "nurse"');
    expect(missing({ beneficiary: { age: { from: 80 }, marks: ['alone'] } })).toContain(
      'record of the person served does not tell "birth, alone"',
    );
    expect(missing({ helper: { sex: 'male', roles: ['doctor'] } })).toContain('does not tell "sex, role"');
    const [untrained] = judge([{ do: 'require-helper', marks: ['trained'] }], lasting(60), earner({ marks: [] })).reasons;
    expect(say(timebankTexts, untrained!, 'en')).toBe('the record of the helper has no "trained": please check');
  });

  it('R-04: only the part of the night counts more, across midnight and on either side of it', () => {
    const night = [{ do: 'multiply', times: 1.5, during: { hours: [{ from: '22:00', until: '06:00' }] } }];
    // 21:00-23:00: 60 + 60 x 1.5; 23:00-01:00: all; 05:00-07:00: 60 x 1.5 + 60; 12:00: none
    expect(minutes(night, served('s-1', 1260, 1380))).toBe(150);
    expect(minutes(night, served('s-1', 1380, 1500))).toBe(180);
    expect(minutes(night, served('s-1', 300, 420))).toBe(150);
    expect(minutes(night, served('s-1', 720, 780))).toBe(60);
    // Two stretches that overlap count once.
    const twice = {
      hours: [
        { from: '08:00', until: '10:00' },
        { from: '09:00', until: '11:00' },
      ],
    };
    expect(minutes([{ do: 'multiply', times: 2, during: twice }], lasting(60))).toBe(120);
  });

  it('R-04: of nights and days off each part of a service gets the highest factor only, never both', () => {
    const night = { times: 1.5, during: { hours: [{ from: '22:00', until: '06:00' }] } };
    const off = { times: 2, during: { days: ['weekend', 'holiday'] } };
    const fields = { calendar: { source: 'made up', yearlyHolidays: ['12-25'] } };
    const highest = [{ do: 'multiply-highest', of: [night, off] }];
    const of = (day: number, from: number, length: number, steps: readonly unknown[] = highest) =>
      minutes(steps, served('s-1', day * 1440 + from, day * 1440 + from + length), {}, fields);
    // Thursday 24 Dec 23:30-00:30: 30 x 1.5 + 30 x 2
    expect(of(31, 1410, 60)).toBe(105);
    // Friday 23:00-01:00 and Sunday 23:00-01:00: 60 x 1.5 and 60 x 2; Friday 22:00-00:10: 120 x 1.5 + 10 x 2
    expect([of(4, 1380, 120), of(6, 1380, 120), of(4, 1320, 130)]).toEqual([210, 210, 200]);
    // Monday 21:00-23:00: 60 + 60 x 1.5; noon: nothing; Sunday noon: x 2; the other way round the same
    expect([of(0, 1260, 120), of(0, 720, 60), of(6, 720, 60)]).toEqual([150, 60, 120]);
    expect(of(31, 1410, 60, [{ do: 'multiply-highest', of: [off, night] }])).toBe(105);
    // 3 minutes halved before are 90 s: of them a third at 1.5 and two thirds at 2 make 165
    const halved = [{ do: 'multiply', times: 0.5 }, ...highest];
    expect(of(4, 1439, 3, halved)).toBe(165 / 60);
    // A factor below 1 stands where it is the only one: 60 x 0.5 on Monday, then nothing applies
    expect(of(0, 1380, 120, [{ do: 'multiply-highest', of: [{ times: 0.5, during: { weekdays: [1] } }] }])).toBe(90);
    // The sum is rounded down once: 250 s at 1.001 and 250 s at 1.003 are 250.25 + 250.75 = 501, not 250 + 250
    const one = {
      do: 'multiply-highest',
      of: [
        { ...night, times: 1.001 },
        { ...off, times: 1.003 },
      ],
    };
    expect(of(4, 1439, 2, [{ do: 'flat', credit: { seconds: 500 } }, one])).toBe(501 / 60);
  });

  it('R-04: an explanation tells how long the highest factor counted, and how long a lower one', () => {
    const of = [
      { times: 1.5, during: { hours: [{ from: '22:00', until: '06:00' }] } },
      { times: 2, during: { days: ['weekend'] } },
    ];
    const decision = judge([{ do: 'multiply-highest', of }], served('s-1', 4 * 1440 + 1320, 5 * 1440 + 10));
    const reason = decision.reasons.find(({ code }) => code === 'credit/multiplied-in-parts')!;
    expect(reason.data).toMatchObject({ permille: 2000, insideSeconds: 600, lowerSeconds: 7200, afterSeconds: 12_000 });
    expect([say(timebankTexts, reason, 'zh', amountLabel('zh')), say(timebankTexts, reason, 'en', amountLabel('en'))]).toEqual([
      '各段只取最高的倍数：10 分钟 按 2 倍计，2 小时 按较低的倍数计：2 小时 10 分钟 记为 3 小时 20 分钟',
      'each part counts by its highest factor, 10 min 2 times, 2 h by a lower one: 2 h 10 min becomes 3 h 20 min',
    ]);
  });

  it('R-04: weekdays and the beginning of a service decide a whole step', () => {
    const early = { do: 'multiply', times: 2, when: { begins: { hours: [{ from: '06:00', until: '09:00' }] } } };
    expect([minutes([early], served('s-1', 539, 599)), minutes([early], served('s-1', 540, 600))]).toEqual([120, 60]);
    const mondays = { do: 'multiply', times: 2, during: { weekdays: [1] } };
    // Monday 23:30 to Tuesday 00:30
    expect(minutes([mondays], served('s-1', 1410, 1470))).toBe(90);
  });

  it('R-36: holidays, weekends and working Saturdays come from the calendar in the standard', () => {
    const calendar = { source: 'made up', holidays: ['2026-11-24'], yearlyHolidays: ['11-25'], workdays: ['2026-11-28'] };
    const on = (kind: string, day: number) =>
      minutes(
        [{ do: 'multiply', times: 2, during: { days: [kind] } }],
        served('s-1', day * 1440 + 540, day * 1440 + 600),
        {},
        { calendar },
      );
    // Monday 23, Tuesday 24 (holiday), Wednesday 25 (every year), Saturday 28 (worked), Sunday 29
    expect([0, 1, 2, 5, 6].map((day) => on('holiday', day))).toEqual([60, 120, 120, 60, 60]);
    expect([0, 1, 2, 5, 6].map((day) => on('weekend', day))).toEqual([60, 60, 60, 60, 120]);
    expect([0, 1, 2, 5, 6].map((day) => on('workday', day))).toEqual([120, 60, 60, 120, 60]);
  });

  it('R-05: the minimum is met by its last second', () => {
    const steps = [{ do: 'minimum', least: { minutes: 30 } }];
    expect([minutes(steps, lasting(29)), minutes(steps, lasting(30))]).toEqual([['service/too-short'], 30]);
  });

  it('R-06: rounding each service, or the sum of the day, the month, the life', () => {
    const records = [served('a', 540, 585), served('b', 600, 645), served('c', 1980, 2025)]; // 45 + 45 min, Tuesday 45
    const round = (fields: object) => all(records, [{ do: 'round', to: { hours: 1 }, mode: 'down', ...fields }]);
    expect(round({})).toEqual([0, 0, 0]);
    expect(round({ per: 'day' })).toEqual([0, 60, 0]); // 90 -> 60 on Monday, 45 -> 0 on Tuesday
    expect(round({ per: 'month' })).toEqual([0, 60, 60]); // 135 -> 120
    expect(round({ per: 'day', mode: 'up' })).toEqual([60, 60, 60]); // 45 -> 60, 90 -> 120; 45 -> 60
    expect(round({ per: 'day', mode: 'nearest' })).toEqual([60, 60, 60]);
  });

  it('R-06: half an hour from 20 minutes on, and nothing below', () => {
    const steps = [{ do: 'round', to: { minutes: 30 }, mode: 'nearest', upFrom: { minutes: 20 } }];
    expect([19, 20, 30, 49, 50].map((length) => minutes(steps, lasting(length)))).toEqual([0, 30, 30, 30, 60]);
  });

  it('a record longer than a hundred days is a slip, and an amount that cannot be exact is refused', () => {
    const day = 1440;
    expect(minutes([{ do: 'refuse-self' }], served('s-1', 0, 100 * day))).toBe(100 * day);
    expect(minutes([{ do: 'refuse-self' }], served('s-1', 0, 100 * day + 1))).toEqual(['service/too-long']);
    const hundredfold = { do: 'rate', otherwise: 100 };
    expect(minutes([hundredfold, hundredfold, hundredfold], lasting(60))).toBe(60_000_000);
    expect(minutes([hundredfold, hundredfold, hundredfold, hundredfold], lasting(60))).toEqual(['credit/beyond-exact']);
  });

  it('R-06: rounding the day gives no more where the first was entered late', () => {
    const pack = packOf([{ do: 'round', to: { hours: 1 }, mode: 'down', per: 'day' }]);
    const second = served('b', 600, 645);
    const first = served('a', 540, 585);
    const of = (record: typeof first, history: CreditHistory) =>
      credit({ record, earner: neighbour, date: monday, zone: shanghai }, pack, history);
    const alone = of(second, emptyHistory);
    const history = remember(emptyHistory, second, monday, 0, alone.reasons);
    const both = of(first, history);
    expect(both).toMatchObject({ ok: true, value: { seconds: 3600 } });
    // Judged again although it was credited before: the day is full, whatever history knows of.
    const again = of(served('c', 700, 701), remember(history, first, monday, 3600, both.reasons));
    expect(again).toMatchObject({ ok: true, value: { seconds: 0 } });
  });

  it('R-37: travel counts where it is written down and the standard says so, up to a limit', () => {
    const facts = known({ extraSeconds: { travel: 2400, preparation: 600 } });
    expect(minutes([{ do: 'refuse-self' }], lasting(60), facts)).toBe(60);
    expect(minutes([{ do: 'count-also', kinds: ['travel'] }], lasting(60), facts)).toBe(100);
    expect(minutes([{ do: 'count-also', kinds: ['travel', 'preparation'], most: { minutes: 30 } }], lasting(60), facts)).toBe(90);
    expect(minutes([{ do: 'count-also', kinds: ['travel'] }], lasting(60))).toBe(60);
  });

  it('R-39: several served at once, in full, half or once; several helpers share to the second', () => {
    const many = (fields: object) => minutes([{ do: 'many-beneficiaries', ...fields }], lasting(60), known({ beneficiaries: 4 }));
    expect([many({ each: 1 }), many({ each: 0.5 }), many({ each: 0 }), many({ each: 1, most: 3 })]).toEqual([240, 150, 60, 180]);
    // 100 s among three: 34 + 33 + 33
    const share = (helperPlace: number) =>
      judge([{ do: 'many-helpers', split: 'equal' }], served('s-1', 540, 540 + 100 / 60), known({ helpers: 3, helperPlace }));
    expect([1, 2, 3].map((place) => share(place))).toMatchObject([
      { value: { seconds: 34 } },
      { value: { seconds: 33 } },
      { value: { seconds: 33 } },
    ]);
  });

  it('the first hours of a month count double, in any order of entry', () => {
    const steps = [{ do: 'first', amount: { hours: 1 }, per: 'month', times: 2, afterwards: 1 }];
    const [a, b, december] = [served('a', 540, 585), served('b', 600, 645), served('c', 8 * 1440 + 540, 8 * 1440 + 600)];
    // 45 x 2; 15 x 2 + 30; the next month begins again
    expect(all([a, b, december], steps)).toEqual([90, 60, 120]);
    expect(all([december, b, a], steps)).toEqual([120, 60, 90]);
  });
});

describe('caps', () => {
  const spread = [0, 1, 7, 8, 400].map((day, at) => served(`s-${at}`, day * 1440 + 540, day * 1440 + 600)); // Mon, Tue, next Mon, 1 Dec, 2027-12-28
  const capped = (per: string, most: object, fields: object = {}) =>
    all(spread, [{ do: 'cap', per, most, overflow: 'drop', ...fields }]);

  it('R-07: at most so much for one service', () => {
    expect(minutes([{ do: 'cap', per: 'service', most: { hours: 2 }, overflow: 'drop' }], lasting(195))).toBe(120);
  });

  it('R-08: at most so much a day', () => {
    expect(
      all([served('a', 540, 630), served('b', 700, 790)], [{ do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'drop' }]),
    ).toEqual([90, 30]);
  });

  it('R-09: a week ends on Sunday, a month with its last day, a year on the standard’s own day', () => {
    expect(capped('week', { minutes: 90 })).toEqual([60, 30, 60, 30, 60]);
    expect(capped('month', { minutes: 90 })).toEqual([60, 30, 0, 60, 60]);
    expect(capped('year', { minutes: 90 })).toEqual([60, 30, 0, 0, 60]);
    expect(capped('year', { minutes: 90 }, { yearFrom: '12-01' })).toEqual([60, 30, 0, 60, 60]);
    expect(capped('year', { minutes: 90 }, { yearFrom: '11-24' })).toEqual([60, 60, 30, 0, 60]);
  });

  it('R-10: a life has its cap, with what was credited before counted in', () => {
    const full = { history: { ...emptyHistory, earlierSeconds: 599 * 3600 } };
    expect(minutes([{ do: 'cap', per: 'life', most: { units: 600 }, overflow: 'drop' }], lasting(120), full)).toBe(60);
  });

  it('R-11: what is above a cap is nobody’s, the pool’s, or an honour', () => {
    const over = (overflow: string) => judge([{ do: 'cap', per: 'service', most: { hours: 1 }, overflow }], lasting(90));
    expect(over('drop')).toMatchObject({ value: { units: 3600, poolUnits: 0, honourUnits: 0 } });
    expect(over('pool')).toMatchObject({ value: { units: 3600, poolUnits: 1800, honourUnits: 0 } });
    expect(over('honour')).toMatchObject({ value: { units: 3600, poolUnits: 0, honourUnits: 1800 } });
  });

  it('R-07: a cap for some categories counts those only, and one for each resident counts that resident only', () => {
    const [a, b, c] = [
      served('a', 540, 600, { category: 'care.bath' }),
      served('b', 600, 660, { category: 'joy.walk', beneficiary: { kind: 'person', personId: 'p-xu' } }),
      served('c', 660, 720, { category: 'care.meal' }),
    ];
    const cap = { do: 'cap', per: 'day', most: { minutes: 90 }, overflow: 'drop' };
    expect(all([a, b, c], [{ ...cap, when: { categories: ['care.*'] } }])).toEqual([60, 60, 30]);
    expect(all([a, b, c], [{ ...cap, sameBeneficiary: true }])).toEqual([60, 60, 30]);
  });

  it('at most so many services count in a period', () => {
    const steps = [{ do: 'limit-services', most: 1, per: 'day' }];
    expect(all([served('a', 540, 600), served('b', 600, 660), served('c', 1980, 2040)], steps)).toEqual([
      60,
      ['service/too-many'],
      60,
    ]);
    const meals = [{ do: 'limit-services', most: 1, per: 'day', when: { categories: ['care.meal'] } }];
    expect(all([served('a', 540, 600, { category: 'joy.walk' }), served('b', 600, 660)], meals)).toEqual([60, 60]);
  });

  it('L-12: a reversal gives its room back', () => {
    const steps = [{ do: 'cap', per: 'day', most: { hours: 1 }, overflow: 'drop' }];
    const full = remember(emptyHistory, served('a', 400, 460), monday, 3600);
    expect(minutes(steps, lasting(60), { history: full })).toBe(0);
    expect(minutes(steps, lasting(60), { history: takeBack(full, served('a', 400, 460).id, 1200) })).toBe(20);
    expect(minutes(steps, lasting(60), { history: takeBack(full, served('a', 400, 460).id) })).toBe(60);
  });

  it('L-12: a late entry is put right by differences, each under the edition that judged it first', () => {
    const day = packOf([{ do: 'cap', per: 'day', most: { hours: 2 }, overflow: 'pool' }]);
    const [late, first] = [served('late', 540, 630), served('first', 700, 790)];
    const posted = new Map([[first.id, { packId: 'test', edition: 1, units: 5400, poolUnits: 0, honourUnits: 0 }]]);
    const people = new Map([[wang, neighbour]]);
    // in order of time: 90 min and 30 min, 60 min of the second to the pool
    expect(recredit([first, late], posted, [day], people, shanghai)).toMatchObject([
      { serviceId: 'first', units: -3600, poolUnits: 3600, edition: 1 },
      { serviceId: 'late', units: 5400, poolUnits: 0, edition: 1 },
    ]);
    // A second edition came since: the posted one stays under the first, and both days still meet their caps.
    const second = packOf([{ do: 'rate', otherwise: 3 }], { edition: 2, effective: { from: '2026-11-23' } });
    expect(recredit([first], posted, [day, second], people, shanghai)).toEqual([]);
    expect(() => recredit([first], posted, [second], people, shanghai)).toThrow('test edition 1');
  });
});

describe('who and for whom', () => {
  it('R-12: age, marks, group membership, training that expires, minors with a guardian', () => {
    const steps = [
      {
        do: 'require-helper',
        marks: ['resident'],
        noMarks: ['sanctioned'],
        anyOf: [{ age: { from: 18 } }, { age: { from: 14 }, marks: ['guardian-consent'] }],
      },
    ];
    const of = (marks: Earner['marks'], born = '1960-05-01') =>
      minutes(steps, lasting(60), earner({ marks, birth: bornOn(born) }));
    expect(of(['resident'])).toBe(60);
    expect(of([])).toEqual(['helper/mark-missing']);
    expect(of(null)).toEqual(['helper/marks-unknown']);
    expect(of(['resident', 'sanctioned'])).toEqual(['helper/mark-in-the-way']);
    expect(of(['resident', { code: 'sanctioned', until: monday }])).toBe(60);
    expect(of(['resident', { code: 'sanctioned', from: monday, until: tuesday }])).toEqual(['helper/mark-in-the-way']);
    expect(of(['resident', 'guardian-consent'], '2010-01-01')).toBe(60);
    expect(of(['resident'], '2010-01-01')).toEqual(['helper/too-young']);
    const trained = [{ do: 'require-helper', anyMark: ['trained', 'nurse'] }];
    expect(minutes(trained, lasting(60), earner({ marks: [{ code: 'trained', until: tuesday }] }))).toBe(60);
    expect(minutes(trained, lasting(60), earner({ marks: [{ code: 'trained', until: monday }] }))).toEqual([
      'helper/mark-missing',
    ]);
    expect(minutes([{ do: 'require-helper', roles: ['nurse'] }], lasting(60), earner({ role: null }))).toEqual([
      'helper/role-unknown',
    ]);
  });

  it('R-13: key elders are 80 and alone, or 60 to 79 on a low income with a disability', () => {
    const steps = [
      {
        do: 'require-beneficiary',
        anyOf: [
          { age: { from: 80 }, marks: ['alone'] },
          { age: { from: 60, until: 80 }, marks: ['low-income'], anyMark: ['disability-half', 'disability-full'] },
        ],
      },
    ];
    const of = (born: string, ...marks: string[]) => minutes(steps, lasting(60), serving({ birth: bornOn(born), marks }));
    expect(of('1946-11-23', 'alone')).toBe(60);
    expect(of('1946-11-24', 'alone')).toEqual(['beneficiary/too-young']);
    expect(of('1946-11-24', 'low-income', 'disability-half')).toBe(60);
    expect(of('1946-11-24', 'low-income')).toEqual(['beneficiary/mark-missing']);
    expect(minutes(steps, lasting(60))).toEqual(['beneficiary/age-unknown', 'beneficiary/marks-unknown']);
    expect(minutes(steps, lasting(60, { beneficiary: { kind: 'public' } }))).toEqual(['beneficiary/nobody-in-particular']);
    expect(minutes([{ ...steps[0], public: true }], lasting(60, { beneficiary: { kind: 'public' } }))).toBe(60);
    expect(minutes(steps, lasting(60, { beneficiary: { kind: 'uncertain', candidates: ['p-1'] } }))).toEqual([
      'service/beneficiary-uncertain',
    ]);
  });

  it('only some services count, and some need more than others', () => {
    const steps = [
      { do: 'require-category', categories: ['care.*'] },
      { do: 'require-helper', marks: ['nurse'], when: { categories: ['care.medical'] } },
    ];
    const of = (category: string) => minutes(steps, lasting(60, { category }), earner({ marks: [] }));
    expect([of('care.meal'), of('joy.walk'), of('care.medical')]).toEqual([
      60,
      ['service/category-not-credited'],
      ['helper/mark-missing'],
    ]);
  });

  it('R-38: no credit for serving one’s own; without a record of relatives it is not known', () => {
    const steps = [{ do: 'refuse-relatives' }];
    const of = (relatives: Earner['relatives'], step: object = steps[0]!) => minutes([step], lasting(60), earner({ relatives }));
    expect([of({}), of({ 'p-li': 'parent' }), of(null)]).toEqual([60, ['service/serves-relative'], ['helper/relatives-unknown']]);
    expect(of({ 'p-li': 'sibling' }, { do: 'refuse-relatives', kin: ['lineal', 'spouse'] })).toBe(60);
    expect(of({ 'p-li': 'grandchild' }, { do: 'refuse-relatives', kin: ['lineal'] })).toEqual(['service/serves-relative']);
    const unsure = lasting(60, { beneficiary: { kind: 'uncertain', candidates: ['p-xu', 'p-li'] } });
    expect(minutes(steps, unsure, earner({ relatives: { 'p-li': 'parent' } }))).toEqual(['service/beneficiary-uncertain']);
  });

  it('R-28: proof comes in sets and by a deadline', () => {
    const steps = [{ do: 'require-evidence', anyOf: [['sign-in-out', 'photo'], ['coordinator']], withinDays: 2 }];
    const of = (evidence: string[], facts: Service['facts'], judgedOn?: string) =>
      minutes(steps, lasting(60, { evidence }), known(facts, judgedOn as LocalDate));
    expect(of(['sign-in-out', 'photo'], {})).toBe(60);
    expect(of(['coordinator'], { proofOn: LocalDate.parse('2026-11-25') })).toBe(60);
    expect(of(['coordinator'], { proofOn: LocalDate.parse('2026-11-26') })).toEqual(['service/proof-too-late']);
    expect(of(['photo'], {}, '2026-11-25')).toEqual(['service/evidence-missing']);
    expect(of(['photo'], {}, '2026-11-26')).toEqual(['service/proof-overdue']);
    expect(of(['coordinator'], { disputed: true })).toEqual(['service/disputed']);
  });

  it('R-29: silence confirms after so many days, a dispute does not', () => {
    const steps = [
      { do: 'require-evidence', anyOf: [['sign-in-out', 'beneficiary']], confirm: { kind: 'beneficiary', afterDays: 3 } },
    ];
    const of = (judgedOn: string, facts: Service['facts'] = {}, evidence = ['sign-in-out']) =>
      minutes(steps, lasting(60, { evidence }), known(facts, judgedOn as LocalDate));
    expect([of('2026-11-25'), of('2026-11-26')]).toEqual([['service/evidence-missing'], 60]);
    expect(of('2026-11-26', { disputed: true })).toEqual(['service/disputed']);
    expect(of('2026-11-26', {}, [])).toEqual(['service/evidence-missing']);
    expect(
      judge(steps, lasting(60, { evidence: ['sign-in-out'] }), known({}, LocalDate.parse('2026-11-26'))).reasons[1],
    ).toMatchObject({
      code: 'service/confirmed-by-silence',
      data: { beforeSeconds: 3600, afterSeconds: 3600 },
    });
  });

  it('R-40: a step may begin or end on a day, and of several editions the day’s own judges', () => {
    const step = { do: 'multiply', times: 2, when: { from: '2026-11-23', until: '2026-11-24' } };
    expect([minutes([step], lasting(60)), minutes([step], lasting(60), { date: tuesday })]).toEqual([120, 60]);
    const editions = [
      packOf([{ do: 'refuse-self' }], { effective: { from: '2026-01-01', until: '2026-11-24' } }),
      packOf([{ do: 'rate', otherwise: 2 }], { edition: 2, effective: { from: '2026-11-24' } }),
    ] as const;
    const decisions = creditAll(
      [served('b', 1980, 2040), served('a', 540, 600)],
      editions,
      new Map([[wang, neighbour]]),
      shanghai,
    );
    expect(decisions).toMatchObject([{ value: { edition: 2, seconds: 7200 } }, { value: { edition: 1, seconds: 3600 } }]);
  });

  it('participation without value: a count is credited like anything else', () => {
    expect(judge([{ do: 'flat', credit: { units: 1 } }], lasting(60), {}, { unit: { ...point, asset: 'count' } })).toMatchObject({
      value: { asset: 'count', units: 1 },
    });
  });
});

describe('explain', () => {
  it('shows every step in its place, also those that changed nothing or were not meant', () => {
    const pack = packOf([
      { do: 'refuse-self' },
      { do: 'multiply', times: 2, when: { categories: ['care.bath'] } },
      { do: 'minimum', least: { hours: 2 } },
      { do: 'cap', per: 'service', most: { minutes: 30 }, overflow: 'pool' },
    ]);
    const { decision, steps } = explain(
      { record: lasting(60), earner: neighbour, date: monday, zone: shanghai as Zone },
      pack,
      emptyHistory,
    );
    expect(decision.ok).toBe(false);
    expect(
      steps.map(({ place, do: name, outcome, beforeSeconds, afterSeconds }) => [
        place,
        name,
        outcome,
        beforeSeconds,
        afterSeconds,
      ]),
    ).toEqual([
      [1, 'refuse-self', 'passed', 3600, 3600],
      [2, 'multiply', 'not-meant', 3600, 3600],
      [3, 'minimum', 'refused', 3600, 3600],
      [4, 'cap', 'changed', 3600, 1800],
    ]);
    expect(steps[3]?.reasons[0]).toMatchObject({ code: 'credit/service-cap', data: { step: 4, poolSeconds: 1800 } });
  });
});
