import { type Instant, instantAt, LocalDate, WallTime, Zone } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contactAfterChange } from '../../src/cadence/after-change.ts';
import { cadenceTexts } from '../../src/cadence/cadence-texts.ts';
import { contactStatus } from '../../src/cadence/contact-status.ts';
import { FreshnessRule, parseFreshnessRule, type RecordedOn, staleRecords } from '../../src/cadence/freshness.ts';
import { cadenceOfRisk, parseRiskCadences, visiting2022 } from '../../src/cadence/risk-cadences.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const at = (text: string, zone = 'Asia/Shanghai'): Instant => {
  const [date = '', time = ''] = text.split(' ');
  return instantAt(day(date), WallTime.parse(time), Zone.parse(zone));
};

describe('cadenceOfRisk', () => {
  it('W-14: high weekly, key monthly, general quarterly; a level nobody defined is refused', () => {
    const paceOf = (level: string) => {
      const answer = cadenceOfRisk(visiting2022, level);
      return answer.ok ? [answer.value.cadence.cadence, answer.value.afterChangeHours] : answer.reasons;
    };
    expect(paceOf('high')).toEqual(['weekly', 24]);
    expect(paceOf('key')).toEqual(['monthly', null]);
    expect(paceOf('general')).toEqual(['quarterly', null]);
    expect(paceOf('low')).toEqual([{ code: 'cadence/level-unknown', data: { level: 'low', standard: 'visiting-2022' } }]);
    const twice = { ...visiting2022, levels: [visiting2022.levels[0], visiting2022.levels[0]] };
    expect(parseRiskCadences(twice)).toEqual({
      ok: false,
      reasons: [{ code: 'cadence/level-twice', data: { path: 'levels.1.level' } }],
    });
    expect(parseRiskCadences(visiting2022)).toMatchObject({ ok: true });
  });

  it('its cadences are judged like any other: a key elder seen in March is due all through April', () => {
    const key = cadenceOfRisk(visiting2022, 'key');
    if (!key.ok) throw new Error('refused');
    const question = { cadence: key.value.cadence, since: null, lastContact: day('2020-03-02'), excused: [] };
    expect(contactStatus({ ...question, on: day('2020-04-30') })).toMatchObject({ status: 'due', dueOn: '2020-04-30' });
    expect(contactStatus({ ...question, on: day('2020-05-01') }).status).toBe('overdue');
  });
});

describe('contactAfterChange', () => {
  const changedAt = at('2020-04-06 10:00');
  const ask = (now: string, ...contacts: readonly string[]) =>
    contactAfterChange({ changedAt, withinHours: 24, contacts: contacts.map((one) => at(one)), now: at(now) }).status;

  it('W-14: within 24 h of a fall on Monday at 10:00, half-open', () => {
    expect(ask('2020-04-07 09:59')).toBe('due');
    expect(ask('2020-04-07 10:00')).toBe('overdue');
    expect(ask('2020-04-09 10:00', '2020-04-07 09:59')).toBe('kept');
    expect(ask('2020-04-09 10:00', '2020-04-07 10:00')).toBe('late');
    expect(ask('2020-04-06 10:00', '2020-04-06 10:00')).toBe('kept');
    expect(ask('2020-04-07 08:00', '2020-04-06 09:59')).toBe('due');
    expect(ask('2020-04-07 08:00', '2020-04-07 09:00')).toBe('due');
  });

  it('counts hours that pass: over the spring change in Berlin 24 h end at 11:00 on the wall', () => {
    const change = { changedAt: at('2020-03-28 10:00', 'Europe/Berlin'), withinHours: 24, contacts: [] };
    expect(contactAfterChange({ ...change, now: change.changedAt }).dueAt).toBe(at('2020-03-29 11:00', 'Europe/Berlin'));
  });
});

describe('staleRecords', () => {
  const name = { zh: '测试', en: 'made up' };
  const rule = FreshnessRule.parse({
    format: 'linli-freshness/1',
    id: 'spring',
    edition: 1,
    name,
    kinds: [
      { kind: 'temperature', name, maxAgeDays: 1 },
      { kind: 'address', name, maxAgeDays: 365 },
    ],
  });
  const record = (aboutId: string, kind: string, on: string): RecordedOn => ({ aboutId, kind, on: day(on) });

  it('D-49: lists what was never recorded first, then what is over by most; on the last day it is still fresh', () => {
    const records = [
      record('jia', 'temperature', '2020-03-30'),
      record('jia', 'address', '2019-03-01'),
      record('wang', 'temperature', '2020-03-28'),
      record('wang', 'temperature', '2020-03-20'),
      record('wang', 'temperature', '2020-04-02'),
    ];
    // On 31 March: jia's temperature is 1 day old and fresh. Wang's of the 28th is 3 days old, 2 over. Jia's address of
    // 1 March 2019 is 366 - 1 + 31 = 396 days old, 31 over. A record of April says nothing yet.
    expect(staleRecords(rule, ['jia', 'wang'], records, day('2020-03-31'))).toEqual([
      { aboutId: 'wang', kind: 'address', status: 'never', lastOn: null, ageDays: null },
      { aboutId: 'jia', kind: 'address', status: 'stale', lastOn: '2019-03-01', ageDays: 396 },
      { aboutId: 'wang', kind: 'temperature', status: 'stale', lastOn: '2020-03-28', ageDays: 3 },
    ]);
  });

  it('D-79: a kind that stands there twice is refused with its path', () => {
    expect(parseFreshnessRule({ ...rule, kinds: [rule.kinds[0], rule.kinds[0]] })).toEqual({
      ok: false,
      reasons: [{ code: 'freshness/kind-twice', data: { path: 'kinds.1.kind' } }],
    });
  });

  it('D-49 law: everybody and every kind is either listed or has a record young enough; never is never fresh', () => {
    const people = ['a', 'b', 'c'];
    const records = fc.array(
      fc.record({
        aboutId: fc.constantFrom(...people),
        kind: fc.constantFrom('temperature', 'address'),
        on: fc.integer({ min: 1, max: 28 }).map((one) => day(`2020-03-${String(one).padStart(2, '0')}`)),
      }),
    );
    const isRight = (list: typeof staleRecords): void =>
      fc.assert(
        fc.property(records, fc.integer({ min: 1, max: 28 }), (all, date) => {
          const on = day(`2020-03-${String(date).padStart(2, '0')}`);
          const listed = list(rule, people, all, on);
          for (const aboutId of people)
            for (const { kind, maxAgeDays } of rule.kinds) {
              const isFresh = all.some(
                (one) =>
                  one.aboutId === aboutId &&
                  one.kind === kind &&
                  one.on <= on &&
                  Number(on.slice(8)) - Number(one.on.slice(8)) <= maxAgeDays,
              );
              expect(listed.some((one) => one.aboutId === aboutId && one.kind === kind)).toBe(!isFresh);
            }
          const states = listed.map(({ status }) => status);
          expect(states.lastIndexOf('never')).toBeLessThan(
            states.includes('stale') ? states.indexOf('stale') : Number.POSITIVE_INFINITY,
          );
        }),
        { seed: 49, numRuns: 300 },
      );
    isRight(staleRecords);
    // Planted: a list made from the records alone never names those who have none.
    expect(() => isRight((...args) => staleRecords(...args).filter(({ status }) => status === 'stale'))).toThrow();
  });
});

describe('cadenceTexts (D-70)', () => {
  it('says every state in both languages, with the same blanks', () => {
    for (const [code, { zh, en }] of Object.entries(cadenceTexts)) {
      const blanks = (text: string): readonly string[] =>
        [...text.replaceAll('messageZh', 'message').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
      expect(zh, code).toMatch(/[一-龥]/);
      expect(blanks(zh), code).toEqual(blanks(en));
    }
  });
});
