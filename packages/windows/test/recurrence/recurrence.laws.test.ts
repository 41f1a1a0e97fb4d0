import { addDays, daysBetween, LocalDate, weekdayOf } from '@linli/model';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import { expandRecurrence } from '../../src/recurrence/expand-recurrence.ts';
import { Recurrence } from '../../src/recurrence/recurrence.ts';
import { readRule, visitDates } from '../../src/recurrence/recurrence-rule.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const weekdays = fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 4 });
const everyFew = fc.integer({ min: 1, max: 4 });

/** A rule as text, and as a question to one date, given the first: two ways to say the same. */
interface Asked {
  readonly text: string;
  readonly meets: (date: LocalDate, from: LocalDate) => boolean;
}
const monthsFrom = (from: LocalDate, date: LocalDate): number =>
  12 * (Number(date.slice(0, 4)) - Number(from.slice(0, 4))) + Number(date.slice(5, 7)) - Number(from.slice(5, 7));
const dayOfMonth = (date: LocalDate): number => Number(date.slice(8));
const isLast = (date: LocalDate): boolean => dayOfMonth(addDays(date, 1)) === 1;

const rules: fc.Arbitrary<Asked> = fc.oneof(
  fc.tuple(everyFew, weekdays).map(([every, on]) => ({
    text: `FREQ=DAILY;INTERVAL=${every};BYDAY=${on.map((one) => CODES[one - 1]).join()}`,
    meets: (date: LocalDate, from: LocalDate) => daysBetween(from, date) % every === 0 && on.includes(weekdayOf(date)),
  })),
  // The week begins on Monday or, as WKST has it, on another day: that decides which weeks every second one is.
  fc.tuple(everyFew, weekdays, fc.constantFrom(1, 7, 6)).map(([every, on, start]) => ({
    text: `FREQ=WEEKLY;INTERVAL=${every};BYDAY=${on.map((one) => CODES[one - 1]).join()};WKST=${CODES[start - 1]}`,
    meets: (date: LocalDate, from: LocalDate) => {
      const weekStart = addDays(from, -((weekdayOf(from) - start + 7) % 7));
      return Math.floor(daysBetween(weekStart, date) / 7) % every === 0 && on.includes(weekdayOf(date));
    },
  })),
  everyFew.map((every) => ({
    text: `FREQ=WEEKLY;INTERVAL=${every}`,
    meets: (date: LocalDate, from: LocalDate) => daysBetween(from, date) % (7 * every) === 0,
  })),
  fc.tuple(everyFew, fc.constantFrom(1, 15, 29, 31, -1)).map(([every, on]) => ({
    text: `FREQ=MONTHLY;INTERVAL=${every};BYMONTHDAY=${on}`,
    meets: (date: LocalDate, from: LocalDate) =>
      monthsFrom(from, date) % every === 0 && (on === -1 ? isLast(date) : dayOfMonth(date) === on),
  })),
  fc.tuple(everyFew, fc.constantFrom(1, 2, 4, 5), fc.integer({ min: 1, max: 7 })).map(([every, nth, on]) => ({
    text: `FREQ=MONTHLY;INTERVAL=${every};BYDAY=${nth}${CODES[on - 1]}`,
    meets: (date: LocalDate, from: LocalDate) =>
      monthsFrom(from, date) % every === 0 && weekdayOf(date) === on && Math.ceil(dayOfMonth(date) / 7) === nth,
  })),
  fc.integer({ min: 1, max: 7 }).map((on) => ({
    text: `FREQ=MONTHLY;BYDAY=${CODES[on - 1]};BYSETPOS=-1`,
    meets: (date: LocalDate) => weekdayOf(date) === on && addDays(date, 7).slice(5, 7) !== date.slice(5, 7),
  })),
  fc.tuple(fc.constantFrom(2, 4, 12), fc.constantFrom(1, 29, 30)).map(([month, on]) => ({
    text: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${on}`,
    meets: (date: LocalDate) => Number(date.slice(5, 7)) === month && dayOfMonth(date) === on,
  })),
);
const zones = fc.constantFrom(
  'Asia/Shanghai',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/New_York',
  'Europe/Berlin',
  'Asia/Kolkata',
);
// A year around the day that Apia has not; both clock changes of the others lie in it.
const firstDays = fc.integer({ min: 0, max: 365 }).map((plus) => addDays(day('2011-06-01'), plus));
const times = fc.constantFrom('00:00', '02:00', '02:15', '02:45', '11:00', '23:59', '24:00');
const name = { zh: '测试', en: 'made up' };
const base = { format: 'linli-recurrence/1', id: 'r', edition: 1, name, serviceMinutes: 90, except: [], moved: [] };

type Dates = (text: string, from: LocalDate, last: LocalDate) => readonly LocalDate[];
const datesOf: Dates = (text, from, last) => {
  const rule = readRule(text);
  if (!('pattern' in rule)) throw new Error(JSON.stringify(rule));
  const dates: LocalDate[] = [];
  visitDates(rule, from, last, (date) => dates.push(date) > 0);
  return dates;
};

describe('laws', () => {
  const agrees = (dates: Dates): void =>
    fc.assert(
      fc.property(rules, firstDays, ({ text, meets }, from) => {
        const walked = Array.from({ length: 300 }, (_, index) => addDays(from, index)).filter((date) => meets(date, from));
        expect(dates(text, from, addDays(from, 299))).toEqual(walked);
      }),
      { seed: 5545, numRuns: 80 },
    );

  it('W-10 law: the dates of a rule are those that a walk from day to day meets', () => {
    agrees(datesOf);
  });

  it('planted: a week that always begins on Monday, and a last day that is left out, are caught', () => {
    expect(() => agrees((text, ...rest) => datesOf(text.replace(/;WKST=..$/, ''), ...rest))).toThrow();
    expect(() => agrees((text, from, last) => datesOf(text, from, addDays(last, -1)))).toThrow();
  });

  const calendars = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { maxLength: 40 }).map((closed) =>
    ServiceCalendar.parse({
      format: 'linli-calendar/1',
      id: 'random',
      edition: 1,
      name,
      source: { title: 'made up for this test', confidence: 'assumed' },
      weekdays: [1, 2, 3, 4, 5, 6],
      from: null,
      until: null,
      days: closed.toSorted((a, b) => a - b).map((plus) => ({ date: addDays(day('2011-06-01'), plus), kind: 'closed', name })),
    }),
  );
  const recurrences = fc
    .record({
      rule: fc.oneof(
        fc.integer({ min: 1, max: 12 }).map((count) => `FREQ=WEEKLY;BYDAY=MO,WE,SU;COUNT=${count}`),
        fc.integer({ min: 1, max: 12 }).map((count) => `FREQ=DAILY;COUNT=${count}`),
      ),
      zone: zones,
      from: fc.oneof(
        firstDays,
        fc.integer({ min: 0, max: 9 }).map((plus) => addDays(day('2011-12-24'), plus)),
      ),
      at: times,
      onClosedDays: fc.constantFrom('skip', 'earlier', 'later', 'serve'),
      makeUp: fc.boolean(),
    })
    .map((one) => Recurrence.parse({ ...base, ...one }));

  const isSound = (expand: typeof expandRecurrence): void =>
    fc.assert(
      fc.property(recurrences, calendars, (recurrence, calendar) => {
        const answer = expand(recurrence, calendar);
        if (!answer.ok) throw new Error(answer.reasons[0].code);
        const { occurrences, leftOut } = answer.value;
        const count = Number(recurrence.rule.split('COUNT=')[1]);
        const asked = [...occurrences, ...leftOut].map(({ askedOn }) => askedOn).toSorted();
        // Every date of the rule stands in one of the two, once, and is a date that the walk meets.
        expect(new Set(asked).size).toBe(asked.length);
        const isMet = (date: LocalDate): boolean => recurrence.rule.includes('DAILY') || [1, 3, 7].includes(weekdayOf(date));
        const walked = Array.from({ length: daysBetween(recurrence.from, asked.at(-1)!) + 1 }, (_, index) =>
          addDays(recurrence.from, index),
        ).filter(isMet);
        expect(asked).toEqual(walked);
        // Nothing is left out without a reason, and nothing is served twice on a day.
        for (const { reasons } of leftOut) expect(reasons.length).toBeGreaterThan(0);
        expect(new Set(occurrences.map(({ date }) => date)).size).toBe(occurrences.length);
        const noDay = leftOut.filter(({ reasons }) => reasons.some(({ code }) => code === 'recurrence/no-such-day'));
        expect(recurrence.makeUp ? occurrences.length : asked.length - noDay.length).toBe(count);

        const hour = recurrence.at.replace('24:00', '00:00');
        for (const { date, span, reasons } of occurrences) {
          // The oracle knows zones by code that shares nothing with ours.
          const wallDay = Temporal.PlainDate.from(recurrence.at === '24:00' ? addDays(date, 1) : date);
          const oracle = wallDay.toPlainDateTime(hour).toZonedDateTime(recurrence.zone, { disambiguation: 'compatible' });
          expect(span.from).toBe(oracle.epochMilliseconds);
          expect(span.until - span.from).toBe(90 * 60_000);
          const isShown = oracle.toPlainTime().equals(Temporal.PlainTime.from(hour));
          expect(reasons.some(({ code }) => code === 'recurrence/time-skipped')).toBe(!isShown);
        }
        for (const { askedOn } of noDay)
          expect(Temporal.PlainDate.from(askedOn).toZonedDateTime(recurrence.zone).toPlainDate().toString()).not.toBe(askedOn);
      }),
      { seed: 20111230, numRuns: 200 },
    );

  it('W-10 law: every date of a rule is served once or left out with a reason, at the instant the oracle says', () => {
    isSound(expandRecurrence);
  });

  it('planted: an hour off, a day lost in silence, and a day that its zone has not are caught', () => {
    const broken =
      (change: (found: ReturnType<typeof expandRecurrence>) => void): typeof expandRecurrence =>
      (...args) => {
        const answer = structuredClone(expandRecurrence(...args));
        change(answer);
        return answer;
      };
    expect(() => isSound(broken((answer) => answer.ok && (answer.value.leftOut as unknown[]).pop()))).toThrow();
    expect(() =>
      isSound((recurrence, calendar) => expandRecurrence({ ...recurrence, zone: 'Asia/Shanghai' as never }, calendar)),
    ).toThrow();
  });
});
