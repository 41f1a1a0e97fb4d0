import { daysBetween, LocalDate, weekdayOf } from '@linli/model';
import { RRuleTemporal } from 'rrule-temporal';

// The one file that knows the library of recurrence rules. Rules are worked out on dates alone, in UTC, where every day has
// 24 hours; an instant is made from a date and a wall time by `spanOn`, as everywhere else.

export type RuleFlawCode =
  | 'recurrence/part-unreadable'
  | 'recurrence/part-twice'
  | 'recurrence/part-not-taken'
  | 'recurrence/sub-daily'
  | 'recurrence/no-frequency'
  | 'recurrence/two-bounds'
  | 'recurrence/against-the-standard';

export interface RuleFlaw {
  readonly code: RuleFlawCode;
  readonly data: Readonly<Record<string, string>>;
}

/** A rule that was read. `pattern` is the text without its bound. */
export interface RecurrenceRule {
  readonly pattern: string;
  readonly count: number | null;
  /** The last day on which it may come round; included, as RFC 5545 has it. */
  readonly lastOn: LocalDate | null;
}

const LIST = (item: string): RegExp => new RegExp(`^${item}(,${item})*$`);
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WEEKDAY = `(${WEEKDAYS.join('|')})`;
const PARTS: Readonly<Record<string, RegExp>> = {
  FREQ: /^(DAILY|WEEKLY|MONTHLY|YEARLY)$/,
  INTERVAL: /^[1-9]\d{0,2}$/,
  COUNT: /^[1-9]\d{0,3}$/,
  UNTIL: /^\d{8}$/,
  BYDAY: LIST(`([+-]?([1-9]|[1-4]\\d|5[0-3]))?${WEEKDAY}`),
  BYMONTHDAY: LIST('-?([1-9]|[12]\\d|3[01])'),
  BYMONTH: LIST('([1-9]|1[0-2])'),
  BYSETPOS: LIST('-?([1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-6])'),
  WKST: new RegExp(`^${WEEKDAY}$`),
};
const SUB_DAILY = /^(BYHOUR|BYMINUTE|BYSECOND)$/;

/**
 * The value of an RRULE (RFC 5545, 3.3.10), such as `FREQ=WEEKLY;BYDAY=MO,WE;COUNT=10`, or what is wrong with it.
 * UNTIL is a date. Parts for hours and below, for days of the year and for week numbers are not taken.
 */
export function readRule(text: string): RecurrenceRule | readonly RuleFlaw[] {
  const flaws: RuleFlaw[] = [];
  const parts = new Map<string, string>();
  for (const token of text.split(';')) {
    const [name = '', ...rest] = token.split('=');
    // No value holds another `=`, so with one it has no shape of ours.
    const value = rest.join('=');
    const shape = PARTS[name];
    if (parts.has(name)) flaws.push({ code: 'recurrence/part-twice', data: { part: name } });
    else if (SUB_DAILY.test(name) || (name === 'FREQ' && /^(HOUR|MINUTE|SECOND)LY$/.test(value)))
      flaws.push({ code: 'recurrence/sub-daily', data: { part: token } });
    else if (shape === undefined) flaws.push({ code: 'recurrence/part-not-taken', data: { part: token } });
    else if (!shape.test(value) || (name === 'UNTIL' && !LocalDate.safeParse(dateOf(value)).success))
      flaws.push({ code: 'recurrence/part-unreadable', data: { part: token } });
    parts.set(name, value);
  }
  // No month has a sixth Monday: such a rule would never come round, and nobody would be told.
  if (!numbersCountInTheYear(parts) && /[^,]\d|[6-9]/.test(parts.get('BYDAY')?.replaceAll(/[+-]/g, '') ?? ''))
    flaws.push({ code: 'recurrence/part-unreadable', data: { part: `BYDAY=${parts.get('BYDAY')}` } });
  if (!parts.has('FREQ')) flaws.push({ code: 'recurrence/no-frequency', data: {} });
  if (parts.has('COUNT') && parts.has('UNTIL')) flaws.push({ code: 'recurrence/two-bounds', data: {} });
  if (flaws.length > 0) return flaws;

  const until = parts.get('UNTIL');
  const count = parts.get('COUNT');
  const pattern = [...parts].filter(([name]) => name !== 'UNTIL' && name !== 'COUNT').map((part) => part.join('='));
  const rule = {
    pattern: pattern.join(';'),
    count: count === undefined ? null : Number(count),
    lastOn: until === undefined ? null : LocalDate.parse(dateOf(until)),
  };
  try {
    open(rule.pattern, LocalDate.parse('2020-01-01'), LocalDate.parse('2020-01-01'));
    return rule;
  } catch (problem) {
    return [
      { code: 'recurrence/against-the-standard', data: { message: problem instanceof Error ? problem.message : 'unknown' } },
    ];
  }
}

const dateOf = (compact: string): string => compact.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
const compactOf = (date: LocalDate): string => date.replaceAll('-', '');

const open = (pattern: string, from: LocalDate, last: LocalDate): RRuleTemporal =>
  new RRuleTemporal({
    rruleString: `DTSTART:${compactOf(from)}T000000Z\nRRULE:${pattern};UNTIL=${compactOf(last)}T000000Z`,
    strict: true,
    maxIterations: 1_000_000,
    cache: false,
  });

/** Whether `20MO` is the twentieth Monday of the year; where months are asked, or the rule is monthly, it counts in the month. */
const numbersCountInTheYear = (parts: ReadonlyMap<string, string>): boolean =>
  parts.get('FREQ') === 'YEARLY' && !parts.has('BYMONTH');

/**
 * The dates of a pattern from `from` to `last`, both included, in order, whatever its bound; `visit` answers whether to go on.
 * `from` itself is one of them only where the pattern meets it.
 */
export function visitDates(
  { pattern }: RecurrenceRule,
  from: LocalDate,
  last: LocalDate,
  visit: (date: LocalDate) => boolean,
): void {
  if (from > last) return;
  const parts = new Map(pattern.split(';').map((part) => part.split('=', 2) as [string, string]));
  const weekdays = parts.get('BYDAY')?.split(',') ?? [];
  if (numbersCountInTheYear(parts) && weekdays.some((weekday) => /\d/.test(weekday)))
    visitNumberedInYear(parts, weekdays, from, last, visit);
  else open(pattern, from, last).all((found) => visit(dateOfInstant(found)));
}

const dateOfInstant = (found: { toString(): string }): LocalDate => found.toString().slice(0, 10) as LocalDate;

/**
 * The library loses plain weekdays beside numbered ones of a year, and days of the month beside them (rrule-temporal 2.2.8);
 * so it is asked year by year for the weekdays without their numbers, and numbers and positions are counted here.
 */
function visitNumberedInYear(
  parts: ReadonlyMap<string, string>,
  weekdays: readonly string[],
  from: LocalDate,
  last: LocalDate,
  visit: (date: LocalDate) => boolean,
): void {
  const asked = weekdays.map((weekday) => ({ code: weekday.slice(-2), nth: Number(weekday.slice(0, -2)) }));
  const monthDays = parts.get('BYMONTHDAY');
  const plain =
    `FREQ=YEARLY;BYDAY=${[...new Set(asked.map(({ code }) => code))].join()}` +
    (monthDays === undefined ? '' : `;BYMONTHDAY=${monthDays}`);
  const positions = parts.get('BYSETPOS')?.split(',').map(Number);
  for (let year = yearOf(from); year <= yearOf(last); year += Number(parts.get('INTERVAL') ?? 1)) {
    const [first, end] = ['01-01', '12-31'].map((day) => `${String(year).padStart(4, '0')}-${day}`) as [LocalDate, LocalDate];
    const met: LocalDate[] = [];
    open(plain, first, end).all((found) => {
      const date = dateOfInstant(found);
      const code = WEEKDAYS[weekdayOf(date) - 1];
      const nth = Math.floor(daysBetween(first, date) / 7) + 1;
      const nthFromEnd = -Math.floor(daysBetween(date, end) / 7) - 1;
      if (asked.some((one) => one.code === code && [0, nth, nthFromEnd].includes(one.nth))) met.push(date);
      return true;
    });
    const chosen =
      positions === undefined
        ? met
        : met.filter((_, at) => positions.some((position) => [at + 1, at - met.length].includes(position)));
    for (const date of chosen) if (date >= from && date <= last && !visit(date)) return;
  }
}

const yearOf = (date: LocalDate): number => Number(date.slice(0, 4));
