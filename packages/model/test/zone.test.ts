import { TZDate } from '@date-fns/tz';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  addDays,
  daysBetween,
  type Instant,
  instantAt,
  LocalDate,
  localDateOf,
  mondayOf,
  WallTime,
  wallTimeOf,
  weekdayOf,
  Zone,
} from '../src/index.ts';

const date = (text: string): LocalDate => LocalDate.parse(text);
const time = (text: string): WallTime => WallTime.parse(text);
const zone = (name: string): Zone => Zone.parse(name);
const utc = (text: string): number => Date.parse(text);

// Every instant is worked out by hand: the wall minus the offset in force, which the last column names.
const wallTable = [
  ['Asia/Shanghai', '2026-11-23', '16:00', '2026-11-23T08:00:00Z', '+8'],
  ['Asia/Shanghai', '2026-11-23', '15:59:59', '2026-11-23T07:59:59Z', '+8, with seconds'],
  ['Asia/Shanghai', '2026-12-31', '24:00', '2026-12-31T16:00:00Z', '24:00 is the next day, here the next year'],
  ['Asia/Kathmandu', '2026-11-23', '16:00', '2026-11-23T10:15:00Z', '+5:45'],
  ['Asia/Shanghai', '1988-07-01', '08:00', '1988-06-30T23:00:00Z', '+9, summer time of 1986 to 1991'],
  ['Asia/Shanghai', '1986-05-04', '02:30', '1986-05-03T18:30:00Z', 'skipped 02 to 03: as +8, the wall shows 03:30'],
  ['Asia/Shanghai', '1986-09-14', '01:30', '1986-09-13T16:30:00Z', 'twice, 01 to 02: first, +9'],
  ['Asia/Shanghai', '1992-07-01', '08:00', '1992-07-01T00:00:00Z', '+8, no summer time any more'],
  ['Europe/Berlin', '2026-03-29', '01:59', '2026-03-29T00:59:00Z', '+1, the last minute before the gap'],
  ['Europe/Berlin', '2026-03-29', '02:00', '2026-03-29T01:00:00Z', 'skipped, the first minute: as +1'],
  ['Europe/Berlin', '2026-03-29', '02:30', '2026-03-29T01:30:00Z', 'skipped: as +1, the wall shows 03:30'],
  ['Europe/Berlin', '2026-03-29', '03:00', '2026-03-29T01:00:00Z', '+2, the first minute after the gap'],
  ['Europe/Berlin', '2026-10-25', '01:59', '2026-10-24T23:59:00Z', '+2'],
  ['Europe/Berlin', '2026-10-25', '02:30', '2026-10-25T00:30:00Z', 'twice: first, +2'],
  ['Europe/Berlin', '2026-10-25', '03:00', '2026-10-25T02:00:00Z', '+1'],
  ['America/New_York', '2026-03-08', '02:30', '2026-03-08T07:30:00Z', 'skipped: as -5, the wall shows 03:30'],
  ['America/New_York', '2026-11-01', '01:30', '2026-11-01T05:30:00Z', 'twice: first, -4'],
  ['America/New_York', '2026-11-01', '02:00', '2026-11-01T07:00:00Z', '-5'],
  ['Australia/Lord_Howe', '2026-10-04', '02:15', '2026-10-03T15:45:00Z', 'half an hour skipped: as +10:30, shows 02:45'],
  ['Australia/Lord_Howe', '2026-04-05', '01:45', '2026-04-04T14:45:00Z', 'half an hour twice: first, +11'],
  ['Australia/Lord_Howe', '2026-04-05', '02:00', '2026-04-04T15:30:00Z', '+10:30'],
  ['Pacific/Apia', '2011-12-29', '23:59', '2011-12-30T09:59:00Z', '-10, the last minute before the day that was not'],
  ['Pacific/Apia', '2011-12-29', '24:00', '2011-12-30T10:00:00Z', 'the end of the 29th is the start of the 31st'],
  ['Pacific/Apia', '2011-12-30', '12:00', '2011-12-30T22:00:00Z', 'a skipped day: as -10, the wall shows noon of the 31st'],
  ['Pacific/Apia', '2011-12-31', '00:00', '2011-12-30T10:00:00Z', '+14'],
  ['America/Sao_Paulo', '2018-11-04', '00:00', '2018-11-04T03:00:00Z', 'midnight skipped: as -3, the wall shows 01:00'],
  ['America/Sao_Paulo', '2018-11-03', '24:00', '2018-11-04T03:00:00Z', 'the end of a day whose next midnight is skipped'],
  ['America/Sao_Paulo', '2018-02-17', '23:30', '2018-02-18T01:30:00Z', 'twice: first, -2'],
  ['America/Sao_Paulo', '2018-02-17', '24:00', '2018-02-18T03:00:00Z', '-3: the day had 25 hours'],
  ['Africa/Monrovia', '1971-12-31', '12:00', '1971-12-31T12:44:30Z', '-0:44:30, behind UTC by less than an hour'],
  ['Africa/Monrovia', '1972-01-07', '00:30', '1972-01-07T01:14:30Z', 'skipped: as -0:44:30, the wall shows 01:14:30'],
  ['Africa/Monrovia', '1972-01-07', '12:00', '1972-01-07T12:00:00Z', '+0 from then on'],
  ['Africa/Algiers', '1900-01-01', '12:00', '1900-01-01T11:50:39Z', '+0:09:21, ahead of UTC by less than an hour'],
  ['UTC', '0050-06-01', '12:00', '0050-06-01T12:00:00Z', 'a year before 100 is that year'],
] as const;

type InstantAt = typeof instantAt;

function keepWallTable(instant: InstantAt): void {
  for (const [where, day, wall, expected, why] of wallTable) {
    const found = instant(date(day), time(wall), zone(where));
    expect(`${where} ${day} ${wall} = ${found}`, why).toBe(`${where} ${day} ${wall} = ${utc(expected)}`);
  }
}

describe('D-75: wall time of the community', () => {
  const hostZone = process.env.TZ;
  afterEach(() => {
    if (hostZone === undefined) delete process.env.TZ;
    else process.env.TZ = hostZone;
  });

  it.each(wallTable)('%s %s %s is %s (%s)', (where, day, wall, expected) => {
    expect(instantAt(date(day), time(wall), zone(where))).toBe(utc(expected));
  });

  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Kolkata', -330],
    ['Europe/Berlin', -60],
    ['America/Sao_Paulo', 180],
    ['Pacific/Apia', -780],
  ])('D-75: a machine that stands in %s gives the same instants and days', (host, offsetMinutes) => {
    process.env.TZ = host;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offsetMinutes); // the machine has indeed moved
    keepWallTable(instantAt);
    expect(addDays(date('2011-12-29'), 1)).toBe('2011-12-30');
    expect(daysBetween(date('2011-12-29'), date('2011-12-31'))).toBe(2);
    expect(weekdayOf(date('2011-12-30'))).toBe(5);
  });

  it('planted bug: fields handed to a date of the machine are caught by the table', () => {
    const naive: InstantAt = (day, wall, where) => {
      const [year = 0, month = 1, dayOfMonth = 1] = day.split('-').map(Number);
      const [hour = 0, minute = 0, second = 0] = wall.split(':').map(Number);
      return new TZDate(year, month - 1, dayOfMonth, hour, minute, second, where).getTime() as Instant;
    };
    expect(() => keepWallTable(naive)).toThrow();
  });

  it('reads the wall back, to the minute', () => {
    const cutOff = instantAt(date('2026-11-23'), time('16:00'), zone('Asia/Shanghai'));
    const justBefore = (cutOff - 1) as Instant;
    expect([wallTimeOf(cutOff, zone('Asia/Shanghai')), wallTimeOf(justBefore, zone('Asia/Shanghai'))]).toEqual([
      '16:00',
      '15:59',
    ]);
    expect([wallTimeOf(cutOff, zone('Asia/Kolkata')), localDateOf(cutOff, zone('Pacific/Apia'))]).toEqual([
      '13:30',
      '2026-11-23',
    ]);
    // At -0:44:30 midnight is 00:44:30 UTC.
    const monrovia = zone('Africa/Monrovia');
    const lastOfYear = (utc('1971-01-01T00:44:30Z') - 1) as Instant;
    expect([localDateOf(lastOfYear, monrovia), wallTimeOf(lastOfYear, monrovia)]).toEqual(['1970-12-31', '23:59']);
    expect(localDateOf((utc('2026-11-23T16:00:00Z') - 1) as Instant, zone('Asia/Shanghai'))).toBe('2026-11-23');
    expect(localDateOf(utc('2026-11-23T16:00:00Z') as Instant, zone('Asia/Shanghai'))).toBe('2026-11-24');
  });
});

describe('days', () => {
  it('the Monday of a week, also over a year end', () => {
    // 1 January 2026 is a Thursday and 1 January 2027 a Friday, so both weeks start in the year before.
    const mondays = ['2026-11-23', '2026-11-29', '2026-01-01', '2027-01-01', '2027-01-03', '2027-01-04', '2024-03-01'].map(
      (day) => mondayOf(date(day)),
    );
    expect(mondays).toEqual(['2026-11-23', '2026-11-23', '2025-12-29', '2026-12-28', '2026-12-28', '2027-01-04', '2024-02-26']);
    expect(['2026-11-23', '2026-11-28', '2026-11-29'].map((day) => weekdayOf(date(day)))).toEqual([1, 6, 7]);
  });

  it('are counted over leap days: 2024 has one, 2100 and 2026 have none', () => {
    expect(addDays(date('2024-02-28'), 1)).toBe('2024-02-29');
    expect(addDays(date('2026-02-28'), 1)).toBe('2026-03-01');
    expect(daysBetween(date('2024-02-28'), date('2024-03-01'))).toBe(2);
    expect(daysBetween(date('2100-02-28'), date('2100-03-01'))).toBe(1);
    expect(daysBetween(date('2026-11-23'), date('2026-11-16'))).toBe(-7);
  });

  it('outside the years 0000 to 9999 are a fault', () => {
    expect(() => addDays(date('9999-12-31'), 1)).toThrowError(expect.objectContaining({ code: 'date/out-of-range' }));
    expect(() => addDays(date('0000-01-01'), -1)).toThrowError(expect.objectContaining({ code: 'date/out-of-range' }));
    expect(() => localDateOf(Number.MAX_SAFE_INTEGER as Instant, zone('UTC'))).toThrowError(
      expect.objectContaining({ code: 'date/out-of-range' }),
    );
  });
});

describe('what is refused', () => {
  it.each(['2026-02-29', '2026-13-01', '26-01-01', '2026-1-1', '2026-01-01T00:00', ''])('the date %j', (text) => {
    expect(LocalDate.safeParse(text).success).toBe(false);
  });

  it.each(['24:01', '24:00:00', '8:30', '08:60', '25:00', '08:30:60', '08.30', ''])('the wall time %j', (text) => {
    expect(WallTime.safeParse(text).success).toBe(false);
  });

  it.each(['Asia/Wuhan', '+08:00', 'Beijing time', ''])('the zone %j', (name) => {
    expect(Zone.safeParse(name).success).toBe(false);
  });
});

// In none of these does a clock change skip or repeat a midnight within the years below.
const steadyMidnights = ['Asia/Shanghai', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(date('1992-01-01'), days));
const anyTime = fc
  .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
  .map((parts) => time(parts.map((part) => String(part).padStart(2, '0')).join(':')));
const anyZone = fc.constantFrom(...steadyMidnights).map(zone);

describe('laws of days and instants', () => {
  it('a time of a day falls on that day', () => {
    fc.assert(
      fc.property(anyDate, anyTime, anyZone, (day, wall, where) => {
        expect(localDateOf(instantAt(day, wall, where), where)).toBe(day);
      }),
      { seed: 75, numRuns: 1000 },
    );
  });

  it('in the nights of a clock change, the answer is the first instant that shows the time, or a later time', () => {
    const anyNight = fc.constantFrom(
      ['Europe/Berlin', '2026-10-25'],
      ['Europe/Berlin', '2026-03-29'],
      ['America/New_York', '2026-11-01'],
      ['Australia/Lord_Howe', '2026-04-05'],
      ['Australia/Lord_Howe', '2026-10-04'],
      ['Asia/Shanghai', '1986-09-14'],
    );
    fc.assert(
      fc.property(
        anyNight,
        fc.integer({ min: 0, max: 3 }),
        fc.integer({ min: 0, max: 59 }),
        ([name = '', night = ''], hour, minute) => {
          const where = zone(name);
          const wall = time(`0${hour}:${String(minute).padStart(2, '0')}`);
          const at = instantAt(date(night), wall, where);
          const shows = (moment: number): string =>
            `${localDateOf(moment as Instant, where)} ${wallTimeOf(moment as Instant, where)}`;
          expect([30, 60, 120].map((minutes) => shows(at - minutes * 60_000))).not.toContain(`${night} ${wall}`);
          expect(shows(at) >= `${night} ${wall}`).toBe(true);
        },
      ),
      { seed: 76, numRuns: 500 },
    );
  });

  it('the end of a day is the start of the next', () => {
    fc.assert(
      fc.property(anyDate, anyZone, (day, where) => {
        expect(instantAt(day, time('24:00'), where)).toBe(instantAt(addDays(day, 1), time('00:00'), where));
      }),
      { seed: 77, numRuns: 500 },
    );
  });

  it('adding days and counting them undo each other; weeks start on Mondays', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        const other = addDays(day, days);
        expect(daysBetween(day, other)).toBe(days);
        expect(addDays(other, -days)).toBe(day);
        expect(day < other).toBe(days > 0);
        const monday = mondayOf(day);
        expect([weekdayOf(monday), daysBetween(monday, day)]).toEqual([1, weekdayOf(day) - 1]);
      }),
      { seed: 78, numRuns: 1000 },
    );
  });
});
