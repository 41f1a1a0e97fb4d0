import { addDays, LocalDate, weekdayOf } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { announceDay, parseServiceCalendar, ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import {
  type ClosedDayPolicy,
  dayKind,
  isServiceDay,
  nextServiceDay,
  serviceDayBefore,
  serviceDayFor,
} from '../../src/calendar/service-days.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const name = { zh: '测试', en: 'made up' };
const source = { title: 'made up for this test', confidence: 'assumed' };
// 30 March 2020 is a Monday. Tomb-sweeping: Saturday 4 to Monday 6 April closed; Sunday 12 April works instead.
const spring = {
  format: 'linli-calendar/1',
  id: 'spring',
  edition: 1,
  name,
  source,
  weekdays: [1, 2, 3, 4, 5],
  from: '2020-03-30',
  until: '2020-04-20',
  days: [
    { date: '2020-04-02', kind: 'reduced', name, closesAt: '12:00' },
    { date: '2020-04-03', kind: 'reduced', name, phases: ['collect'] },
    { date: '2020-04-06', kind: 'closed', name: { zh: '清明', en: 'Tomb-sweeping Day' } },
    { date: '2020-04-12', kind: 'open', name },
  ],
};
const calendar = ServiceCalendar.parse(spring);
const refusals = (input: unknown): readonly string[] => {
  const answer = parseServiceCalendar(input);
  return answer.ok ? [] : answer.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
};
const found = (answer: { readonly ok: boolean; readonly value?: string }): string | undefined => answer.value;

describe('dayKind', () => {
  it('names what is named, and says an ordinary day by its weekday', () => {
    expect(dayKind(calendar, day('2020-04-06'))).toEqual({
      date: '2020-04-06',
      kind: 'closed',
      isKnown: true,
      name: { zh: '清明', en: 'Tomb-sweeping Day' },
      phases: null,
      closesAt: null,
      reason: { code: 'calendar/named-closed', data: { date: '2020-04-06', calendar: 'spring' } },
    });
    expect(dayKind(calendar, day('2020-03-31')).reason.code).toBe('calendar/weekday-open');
    expect(dayKind(calendar, day('2020-04-11')).reason.code).toBe('calendar/weekday-closed');
    expect(dayKind(calendar, day('2020-04-12')).reason.code).toBe('calendar/named-open');
  });

  it('W-09: a reduced day names the phases that stand, or when it closes', () => {
    expect(dayKind(calendar, day('2020-04-02'))).toMatchObject({ kind: 'reduced', phases: null, closesAt: '12:00' });
    expect(dayKind(calendar, day('2020-04-03'))).toMatchObject({ kind: 'reduced', phases: ['collect'], closesAt: null });
    expect(isServiceDay(calendar, day('2020-04-02'))).toBe(true);
  });

  it('outside what it knows a date is unknown; the weekday is only a guess. The end is half-open', () => {
    expect(dayKind(calendar, day('2020-03-29'))).toMatchObject({ isKnown: false, reason: { code: 'calendar/unknown-closed' } });
    expect(dayKind(calendar, day('2020-03-30'))).toMatchObject({ isKnown: true });
    expect(dayKind(calendar, day('2020-04-19'))).toMatchObject({ isKnown: true });
    expect(dayKind(calendar, day('2020-04-20'))).toMatchObject({
      kind: 'open',
      isKnown: false,
      reason: { code: 'calendar/unknown-open' },
    });
  });
});

describe('service days', () => {
  it('from Friday 3 April over Tomb-sweeping to Tuesday the 7th, and back', () => {
    expect(found(nextServiceDay(calendar, day('2020-04-03')))).toBe('2020-04-07');
    expect(found(serviceDayBefore(calendar, day('2020-04-07')))).toBe('2020-04-03');
    // The working Sunday lies between Friday the 10th and Monday the 13th.
    expect(found(nextServiceDay(calendar, day('2020-04-10')))).toBe('2020-04-12');
  });

  it('W-09: what falls on a closed day is left out, comes earlier or later, and says so', () => {
    const ask = (policy: ClosedDayPolicy) => serviceDayFor(calendar, day('2020-04-06'), policy);
    expect(ask('skip')).toEqual({
      ok: false,
      reasons: [
        { code: 'calendar/named-closed', data: { date: '2020-04-06', calendar: 'spring' } },
        { code: 'calendar/skipped', data: { date: '2020-04-06' } },
      ],
    });
    expect(ask('earlier')).toMatchObject({ ok: true, value: '2020-04-03' });
    const later = ask('later');
    expect(later).toMatchObject({ ok: true, value: '2020-04-07' });
    expect(later.reasons.map(({ code }) => code)).toEqual([
      'calendar/named-closed',
      'calendar/moved-later',
      'calendar/weekday-open',
    ]);
    for (const policy of ['skip', 'earlier', 'later'] as const)
      expect(serviceDayFor(calendar, day('2020-04-02'), policy)).toMatchObject({ ok: true, value: '2020-04-02' });
  });

  it('a year without a service day is an answer; so are the first and the last day there are', () => {
    // Sundays only, and each Sunday from 5 April 2020 to 4 April 2021 is closed: 53 of them, 52 weeks from the first.
    const sundays = Array.from({ length: 53 }, (_, week) => ({
      date: addDays(day('2020-04-05'), 7 * week),
      kind: 'closed',
      name,
    }));
    const shut = ServiceCalendar.parse({ ...spring, weekdays: [7], until: '2022-01-01', days: sundays });
    expect(nextServiceDay(shut, day('2020-04-05'))).toEqual({
      ok: false,
      reasons: [{ code: 'calendar/none-in-a-year', data: { date: '2020-04-05', calendar: 'spring' } }],
    });
    // 366 days before Sunday 11 April 2021 is Friday 10 April 2020.
    expect(found(nextServiceDay(shut, day('2020-04-10')))).toBe('2021-04-11');
    expect(nextServiceDay(shut, day('2020-04-09')).ok).toBe(false);
    const workdays = ServiceCalendar.parse({ ...spring, from: null, until: null, days: [] });
    expect(nextServiceDay(workdays, day('9999-12-31')).ok).toBe(false);
    expect(serviceDayBefore(workdays, day('0000-01-01')).ok).toBe(false);
  });
});

describe('parseServiceCalendar (D-79)', () => {
  const with0 = (index: number, part: object): unknown => ({
    ...spring,
    days: spring.days.map((one, at) => (at === index ? { ...one, ...part } : one)),
  });

  it('refuses, with the path, what is out of order, outside, twice or says nothing', () => {
    expect(refusals(spring)).toEqual([]);
    expect(refusals(with0(1, { date: '2020-04-02' }))).toEqual(['calendar/days-out-of-order days.1.date']);
    expect(refusals(with0(3, { date: '2020-04-20' }))).toEqual(['calendar/day-outside days.3.date']);
    expect(refusals(with0(0, { closesAt: undefined }))).toEqual(['calendar/malformed days.0.closesAt']);
    expect(refusals({ ...spring, days: [{ date: '2020-04-02', kind: 'reduced', name }] })).toEqual([
      'calendar/nothing-reduced days.0',
    ]);
    expect(refusals({ ...spring, weekdays: [1, 2, 1] })).toEqual(['calendar/weekday-twice weekdays.2']);
    expect(refusals({ ...spring, days: [], until: '2020-03-30' })).toEqual(['calendar/ends-before-it-begins until']);
    expect(refusals({ ...spring, weekdays: [0] })).toEqual(['calendar/malformed weekdays.0']);
    expect(refusals({ ...spring, zone: 'Asia/Shanghai' })).toEqual(['calendar/malformed ']);
  });
});

describe('announceDay', () => {
  it('W-09: an early closing announced for one date makes the next edition; the old one is as it was', () => {
    const announced = announceDay(calendar, { date: day('2020-04-08'), kind: 'reduced', name, closesAt: '15:00' as never });
    if (!announced.ok) throw new Error('refused');
    expect(announced.value.edition).toBe(2);
    expect(dayKind(announced.value, day('2020-04-08'))).toMatchObject({ kind: 'reduced', closesAt: '15:00' });
    expect(dayKind(calendar, day('2020-04-08')).kind).toBe('open');
    const again = announceDay(announced.value, { date: day('2020-04-08'), kind: 'closed', name });
    expect(again.ok && again.value.days.filter(({ date }) => date === '2020-04-08')).toEqual([
      { date: '2020-04-08', kind: 'closed', name },
    ]);
    expect(announceDay(calendar, { date: day('2020-05-01'), kind: 'closed', name })).toMatchObject({
      ok: false,
      reasons: [{ code: 'calendar/day-outside' }],
    });
  });
});

describe('laws', () => {
  const start = day('2020-01-01');
  const dates = fc.integer({ min: 0, max: 60 }).map((plus): LocalDate => addDays(start, plus));
  const calendars = fc
    .record({
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
      days: fc.uniqueArray(fc.record({ date: dates, kind: fc.constantFrom('open', 'closed') }), { selector: ({ date }) => date }),
    })
    .map(({ weekdays, days }) =>
      ServiceCalendar.parse({
        ...spring,
        weekdays,
        from: start,
        until: addDays(start, 61),
        days: days.toSorted((a, b) => (a.date < b.date ? -1 : 1)).map((one) => ({ ...one, name })),
      }),
    );
  /** Said anew, by looking through the list. */
  const serves = ({ days, weekdays }: ServiceCalendar, date: LocalDate): boolean =>
    (days.find((one) => one.date === date)?.kind ?? (weekdays.includes(weekdayOf(date)) ? 'open' : 'closed')) !== 'closed';

  const lawOfSearch = (next: typeof nextServiceDay, before: typeof serviceDayBefore): void =>
    fc.assert(
      fc.property(calendars, dates, (anyCalendar, date) => {
        expect(isServiceDay(anyCalendar, date)).toBe(serves(anyCalendar, date));
        const after = next(anyCalendar, date);
        if (!after.ok) return;
        // Everything strictly between is closed, the answer is not, and the way back leads to the last one before.
        for (let between = addDays(date, 1); between < after.value; between = addDays(between, 1))
          expect(serves(anyCalendar, between)).toBe(false);
        expect(serves(anyCalendar, after.value)).toBe(true);
        const back = before(anyCalendar, after.value);
        if (serves(anyCalendar, date)) expect(back.ok && back.value).toBe(date);
      }),
      { seed: 20200406, numRuns: 300 },
    );

  it('the next service day has only closed days before it, and leads back', () => {
    lawOfSearch(nextServiceDay, serviceDayBefore);
  });

  it('planted: a search that may answer its own day, or looks at weekdays alone, is caught', () => {
    const ownDay: typeof nextServiceDay = (one, date) =>
      isServiceDay(one, date) ? { ok: true, value: date, reasons: [] } : nextServiceDay(one, date);
    const byWeekday: typeof nextServiceDay = (one, date) => nextServiceDay({ ...one, days: [] }, date);
    expect(() => lawOfSearch(ownDay, serviceDayBefore)).toThrow();
    expect(() => lawOfSearch(byWeekday, serviceDayBefore)).toThrow();
  });

  it('a day is moved to a service day, in the direction asked for, or not at all', () => {
    fc.assert(
      fc.property(calendars, dates, fc.constantFrom<ClosedDayPolicy>('skip', 'earlier', 'later'), (anyCalendar, date, policy) => {
        const answer = serviceDayFor(anyCalendar, date, policy);
        if (serves(anyCalendar, date)) expect(found(answer)).toBe(date);
        else if (policy === 'skip') expect(answer.ok).toBe(false);
        else if (answer.ok) {
          expect(serves(anyCalendar, answer.value)).toBe(true);
          expect(policy === 'earlier' ? answer.value < date : answer.value > date).toBe(true);
        }
      }),
      { seed: 20200406, numRuns: 300 },
    );
  });
});
