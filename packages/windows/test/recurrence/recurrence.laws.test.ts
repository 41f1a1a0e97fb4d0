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

/** A rule by its parts: text is made of them, and so is the walk, which knows nothing of text. */
interface Parts {
  readonly freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly interval: number;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  /** 1 is Monday; `nth` is 0 for every one of the period. */
  readonly weekdays: readonly { readonly nth: number; readonly on: number }[];
  readonly positions: readonly number[];
  readonly weekStart: number;
}
const list = (name: string, values: readonly unknown[]): string => (values.length === 0 ? '' : `;${name}=${values.join()}`);
const textOf = ({ freq, interval, months, monthDays, weekdays, positions, weekStart }: Parts): string =>
  `FREQ=${freq};INTERVAL=${interval}${list('BYMONTH', months)}${list('BYMONTHDAY', monthDays)}` +
  list(
    'BYDAY',
    weekdays.map(({ nth, on }) => `${nth === 0 ? '' : nth}${CODES[on - 1]}`),
  ) +
  `${list('BYSETPOS', positions)};WKST=${CODES[weekStart - 1]}`;

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
const monthOf = (date: LocalDate): number => Number(date.slice(5, 7));
const dayOfMonth = (date: LocalDate): number => Number(date.slice(8));
const firstOfMonth = (date: LocalDate): LocalDate => day(`${date.slice(0, 8)}01`);
const lastOfMonth = (date: LocalDate): LocalDate => addDays(firstOfMonth(addDays(firstOfMonth(date), 31)), -1);

/** The table of RFC 5545, 3.3.10, for one date: what the rule leaves out, and what the first date says where it is silent. */
function meets({ freq, months, monthDays, weekdays }: Parts, from: LocalDate, date: LocalDate): boolean {
  const isYearly = freq === 'YEARLY';
  const byFirst = monthDays.length === 0 && weekdays.length === 0;
  const monthsAsked = isYearly && byFirst && months.length === 0 ? [monthOf(from)] : months;
  if (monthsAsked.length > 0 && !monthsAsked.includes(monthOf(date))) return false;
  const daysAsked = byFirst && (isYearly || freq === 'MONTHLY') ? [dayOfMonth(from)] : monthDays;
  const fromEnd = dayOfMonth(date) - dayOfMonth(lastOfMonth(date)) - 1;
  if (daysAsked.length > 0 && !daysAsked.includes(dayOfMonth(date)) && !daysAsked.includes(fromEnd)) return false;
  const weekdaysAsked = freq === 'WEEKLY' && weekdays.length === 0 ? [{ nth: 0, on: weekdayOf(from) }] : weekdays;
  if (weekdaysAsked.length === 0) return true;
  const wholeYear = isYearly && months.length === 0;
  const first = wholeYear ? day(`${date.slice(0, 4)}-01-01`) : firstOfMonth(date);
  const last = wholeYear ? day(`${date.slice(0, 4)}-12-31`) : lastOfMonth(date);
  const nth = Math.floor(daysBetween(first, date) / 7) + 1;
  const nthFromEnd = -Math.floor(daysBetween(date, last) / 7) - 1;
  return weekdaysAsked.some(
    (asked) => asked.on === weekdayOf(date) && (asked.nth === 0 || asked.nth === nth || asked.nth === nthFromEnd),
  );
}

/** Which period a date lies in, counted from the one of the first date. */
function periodOf({ freq, weekStart }: Parts, from: LocalDate, date: LocalDate): number {
  if (freq === 'DAILY') return daysBetween(from, date);
  if (freq === 'WEEKLY') return Math.floor(daysBetween(addDays(from, -((weekdayOf(from) - weekStart + 7) % 7)), date) / 7);
  const years = yearOf(date) - yearOf(from);
  return freq === 'YEARLY' ? years : 12 * years + monthOf(date) - monthOf(from);
}

/** Every date from the first to the last, by walking from day to day; periods are walked whole, so that positions count. */
function walked(parts: Parts, from: LocalDate, last: LocalDate): readonly LocalDate[] {
  const start = addDays(day(`${from.slice(0, 4)}-01-01`), -7);
  const byPeriod = Map.groupBy(
    Array.from({ length: daysBetween(start, last) + 375 }, (_, index) => addDays(start, index)).filter(
      (date) => periodOf(parts, from, date) % parts.interval === 0 && meets(parts, from, date),
    ),
    (date) => periodOf(parts, from, date),
  );
  return [...byPeriod.values()]
    .flatMap((dates) =>
      dates.filter(
        (_, index) =>
          parts.positions.length === 0 || parts.positions.includes(index + 1) || parts.positions.includes(index - dates.length),
      ),
    )
    .filter((date) => date >= from && date <= last);
}

const numbers = (min: number, max: number, most: number): fc.Arbitrary<readonly number[]> =>
  fc.uniqueArray(
    fc.integer({ min, max }).filter((value) => value !== 0),
    { minLength: 1, maxLength: most },
  );
const sometimes = <Value>(one: fc.Arbitrary<readonly Value[]>): fc.Arbitrary<readonly Value[]> => fc.oneof(fc.constant([]), one);

/** Every part that is taken, alone and beside every other that RFC 5545 lets stand beside it. */
const rules: fc.Arbitrary<Parts> = fc
  .record({
    freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
    interval: fc.integer({ min: 1, max: 4 }),
    months: sometimes(numbers(1, 12, 4)),
    monthDays: sometimes(numbers(-31, 31, 5)),
    weekdays: sometimes(
      fc.uniqueArray(
        fc.record({ nth: fc.oneof(fc.constant(0), fc.integer({ min: -53, max: 53 })), on: fc.integer({ min: 1, max: 7 }) }),
        {
          minLength: 1,
          maxLength: 4,
          selector: ({ nth, on }) => 10 * nth + on,
        },
      ),
    ),
    positions: sometimes(numbers(-9, 9, 3)),
    weekStart: fc.integer({ min: 1, max: 7 }),
  })
  .map((parts): Parts => {
    const { freq, months, monthDays, weekdays } = parts;
    const most = freq === 'YEARLY' && months.length === 0 ? 53 : freq === 'YEARLY' || freq === 'MONTHLY' ? 5 : 1;
    const daysInPeriod = freq === 'WEEKLY' ? [] : monthDays;
    const asked = [months, daysInPeriod, weekdays].some(({ length }) => length > 0);
    return {
      ...parts,
      monthDays: daysInPeriod,
      weekdays: weekdays.map(({ nth, on }) => ({ nth: most === 1 ? 0 : nth % (most + 1), on })),
      positions: asked ? parts.positions : [],
    };
  });
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
  const agrees = (dates: Dates, numRuns = 400): void =>
    fc.assert(
      fc.property(rules, firstDays, (parts, from) => {
        const last = addDays(from, 3 * 366);
        expect(dates(textOf(parts), from, last)).toEqual(walked(parts, from, last));
      }),
      { seed: 5545, numRuns },
    );

  it('W-10 law: the dates of a rule are those that a walk from day to day meets', () => {
    agrees(datesOf);
  });

  it('planted: a last day that is left out, a week that begins on Monday, a part or a number that is dropped are caught', () => {
    const without =
      (part: RegExp): Dates =>
      (text, ...rest) =>
        datesOf(text.replace(part, ''), ...rest);
    expect(() => agrees((text, from, last) => datesOf(text, from, addDays(last, -1)))).toThrow();
    for (const part of [/;WKST=../, /;BYMONTHDAY=[^;]*/, /;BYSETPOS=[^;]*/, /(?<==)-?\d+(?=[A-Z]{2})/])
      expect(() => agrees(without(part)), String(part)).toThrow();
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
