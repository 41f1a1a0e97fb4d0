import { LocalDate, say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { calendarTexts } from '../../src/calendar/calendar-texts.ts';
import { cnCalendar, everyDayCalendar } from '../../src/calendar/calendars.ts';
import { announceDay, type ServiceCalendar } from '../../src/calendar/service-calendar.ts';
import { type Expansion, expandRecurrence } from '../../src/recurrence/expand-recurrence.ts';
import { MenuPlan, menusFor, parseMenuPlan } from '../../src/recurrence/menus.ts';
import { parseRecurrence, Recurrence } from '../../src/recurrence/recurrence.ts';
import { recurrenceTexts } from '../../src/recurrence/recurrence-texts.ts';

const name = { zh: '营养餐', en: 'Meal plan' };
const mealPlan = {
  format: 'linli-recurrence/1',
  id: 'meals',
  edition: 1,
  name,
  zone: 'Asia/Shanghai',
  rule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;COUNT=5',
  from: '2020-03-30',
  at: '11:00',
  serviceMinutes: 60,
  onClosedDays: 'skip',
  makeUp: false,
  except: [],
  moved: [],
};
const recurring = (part: object): Recurrence => Recurrence.parse({ ...mealPlan, ...part });
function expand(part: object, calendar: ServiceCalendar | null = cnCalendar): Expansion {
  const answer = expandRecurrence(recurring(part), calendar);
  if (!answer.ok) throw new Error(answer.reasons.map(({ code }) => code).join());
  return answer.value;
}
const datesOf = ({ occurrences }: Expansion): readonly LocalDate[] => occurrences.map(({ date }) => date);
const leftOutOf = ({ leftOut }: Expansion) => leftOut.map(({ askedOn, reasons }) => [askedOn, reasons.at(-1)?.code]);
const refusals = (part: object): readonly string[] => {
  const answer = parseRecurrence({ ...mealPlan, ...part });
  return answer.ok ? [] : answer.reasons.map(({ code, data }) => `${code} ${data?.['path']} ${data?.['part'] ?? ''}`.trim());
};

describe('expandRecurrence', () => {
  it('D-12: a 5-day plan makes five service instances, Monday 30 March to Friday 3 April 2020', () => {
    const { occurrences, leftOut } = expand({});
    expect(occurrences.map(({ date }) => date)).toEqual(['2020-03-30', '2020-03-31', '2020-04-01', '2020-04-02', '2020-04-03']);
    // 11:00 in Shanghai is 03:00 UTC; an hour later is 04:00.
    expect(occurrences[0]).toEqual({
      id: 'meals/2020-03-30',
      askedOn: '2020-03-30',
      date: '2020-03-30',
      span: { from: Date.UTC(2020, 2, 30, 3), until: Date.UTC(2020, 2, 30, 4) },
      reasons: [],
    });
    expect(leftOut).toEqual([]);
  });

  it('D-12: over Tomb-sweeping 2020 it skips the holiday; made up for, it still makes five', () => {
    // From Thursday 2 April: Thursday, Friday; Monday the 6th is closed; Tuesday, Wednesday are the fourth and fifth date.
    const skipped = expand({ from: '2020-04-02' });
    expect(datesOf(skipped)).toEqual(['2020-04-02', '2020-04-03', '2020-04-07', '2020-04-08']);
    expect(leftOutOf(skipped)).toEqual([['2020-04-06', 'calendar/skipped']]);
    const madeUp = expand({ from: '2020-04-02', makeUp: true });
    expect(datesOf(madeUp)).toEqual(['2020-04-02', '2020-04-03', '2020-04-07', '2020-04-08', '2020-04-09']);
    // In lockdown nobody skips: the calendar is the community's choice.
    expect(datesOf(expand({ from: '2020-04-02' }, everyDayCalendar))).toContain('2020-04-06');
    expect(datesOf(expand({ from: '2020-04-02', onClosedDays: 'serve' }))).toContain('2020-04-06');
  });

  it('W-09: the working weekends of 2026 are served by a plan of all days', () => {
    const year = expand({ rule: 'FREQ=DAILY;UNTIL=20261231', from: '2026-01-01' });
    for (const date of ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'])
      expect(datesOf(year)).toContain(date);
    // 365 days: 104 at weekends, of which 6 are worked; 33 holidays, of which 14 fall on a weekend: 365 - 98 - 33 + 14 = 248.
    expect(year.occurrences).toHaveLength(248);
    expect(year.leftOut).toHaveLength(365 - 248);
  });

  it('W-09: moved earlier or later by the calendar, to a day without one of its own', () => {
    const weekly = { rule: 'FREQ=WEEKLY;BYDAY=MO;COUNT=2', from: '2020-03-30' };
    const later = expand({ ...weekly, onClosedDays: 'later' });
    expect(later.occurrences.map(({ id, date }) => [id, date])).toEqual([
      ['meals/2020-03-30', '2020-03-30'],
      ['meals/2020-04-06', '2020-04-07'],
    ]);
    expect(later.occurrences[1]?.reasons.map(({ code }) => code)).toEqual([
      'calendar/named-closed',
      'calendar/moved-later',
      'calendar/weekday-open',
    ]);
    expect(datesOf(expand({ ...weekly, onClosedDays: 'earlier' }))).toEqual(['2020-03-30', '2020-04-03']);
    // Daily meals: Monday's would come to Tuesday or Friday, where there is one already.
    for (const onClosedDays of ['earlier', 'later']) {
      const daily = expand({ from: '2020-04-02', onClosedDays });
      expect(datesOf(daily)).toEqual(['2020-04-02', '2020-04-03', '2020-04-07', '2020-04-08']);
      expect(leftOutOf(daily)).toEqual([['2020-04-06', 'recurrence/day-taken']]);
    }
  });

  it('exceptions and dates moved by hand; a hand may put two on one day, or one on a holiday', () => {
    const changed = expand({ except: ['2020-03-31'], moved: [{ date: '2020-04-03', toDate: '2020-04-04', at: '12:30' }] });
    expect(datesOf(changed)).toEqual(['2020-03-30', '2020-04-01', '2020-04-02', '2020-04-04']);
    expect(leftOutOf(changed)).toEqual([['2020-03-31', 'recurrence/excepted']]);
    expect(changed.occurrences.at(-1)).toMatchObject({
      id: 'meals/2020-04-03',
      span: { from: Date.UTC(2020, 3, 4, 4, 30) },
      reasons: [{ code: 'recurrence/moved', data: { date: '2020-04-03', toDate: '2020-04-04' } }],
    });
    expect(
      datesOf(expand({ moved: [{ date: '2020-04-03', toDate: '2020-04-02' }] })).filter((date) => date === '2020-04-02'),
    ).toHaveLength(2);
    // Tuesday is left out and made up for; Monday the 6th is closed, so the fifth is on Tuesday the 7th.
    expect(datesOf(expand({ except: ['2020-03-31'], makeUp: true })).at(-1)).toBe('2020-04-07');
  });

  it('an exception or a move that meets no date is refused with its path: a slip of the pen must not pass', () => {
    const answer = expandRecurrence(
      recurring({ except: ['2020-03-29'], moved: [{ date: '2020-04-04', toDate: '2020-04-05' }] }),
      null,
    );
    expect(answer).toEqual({
      ok: false,
      reasons: [
        { code: 'recurrence/excepts-nothing', data: { path: 'except.0', date: '2020-03-29' } },
        { code: 'recurrence/moves-nothing', data: { path: 'moved.0.date', date: '2020-04-04' } },
      ],
    });
  });

  it('a rule that never comes round is refused, and one past what the calendar knows says that it guesses', () => {
    expect(expandRecurrence(recurring({ rule: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=1' }), null)).toMatchObject({
      ok: false,
      reasons: [{ code: 'recurrence/never-comes' }],
    });
    const beyond = expand({ from: '2027-01-04', rule: 'FREQ=DAILY;COUNT=1' });
    expect(beyond.occurrences[0]?.reasons).toMatchObject([{ code: 'calendar/unknown-open' }]);
  });
});

describe('zones', () => {
  it('Apia: 30 December 2011 was no day; five dates are made without it', () => {
    const apia = expand({ zone: 'Pacific/Apia', rule: 'FREQ=DAILY;COUNT=5', from: '2011-12-28' }, null);
    expect(datesOf(apia)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01', '2012-01-02']);
    expect(leftOutOf(apia)).toEqual([['2011-12-30', 'recurrence/no-such-day']]);
    // 11:00 at UTC-10 and, after the day that was left out, at UTC+14: 24 hours apart.
    expect(apia.occurrences[2]!.span.from - apia.occurrences[1]!.span.from).toBe(86_400_000);
    const toNoDay = {
      zone: 'Pacific/Apia',
      rule: 'FREQ=DAILY;COUNT=1',
      from: '2011-12-28',
      moved: [{ date: '2011-12-28', toDate: '2011-12-30' }],
    };
    expect(expandRecurrence(recurring(toNoDay), null)).toMatchObject({
      ok: false,
      reasons: [{ code: 'recurrence/moves-to-no-day' }],
    });
  });

  it('Apia: a calendar that puts off to the day that was none leaves it out, and says why', () => {
    const closed = announceDay(everyDayCalendar, { date: LocalDate.parse('2011-12-29'), kind: 'closed', name });
    if (!closed.ok) throw new Error('refused');
    const thursday = { zone: 'Pacific/Apia', rule: 'FREQ=DAILY;COUNT=1', from: '2011-12-29', onClosedDays: 'later' };
    expect(leftOutOf(expand(thursday, closed.value))).toEqual([['2011-12-29', 'recurrence/moved-to-no-day']]);
  });

  it('Lord Howe: half an hour is skipped at 02:00 on 4 October 2020; 02:15 is done at 02:45 and says so', () => {
    const lordHowe = expand({ zone: 'Australia/Lord_Howe', rule: 'FREQ=DAILY;COUNT=3', from: '2020-10-03', at: '02:15' }, null);
    expect(datesOf(lordHowe)).toEqual(['2020-10-03', '2020-10-04', '2020-10-05']);
    // 02:15 at UTC+10:30 is 15:45; skipped, it is 15:45 again, then UTC+11 makes 15:15.
    expect(lordHowe.occurrences.map(({ span }) => new Date(span.from).toISOString())).toEqual([
      '2020-10-02T15:45:00.000Z',
      '2020-10-03T15:45:00.000Z',
      '2020-10-04T15:15:00.000Z',
    ]);
    expect(lordHowe.occurrences.map(({ reasons }) => reasons.map(({ code }) => code))).toEqual([
      [],
      ['recurrence/time-skipped'],
      [],
    ]);
  });
});

describe('parseRecurrence (D-79)', () => {
  it('takes the plan as it is', () => {
    expect(refusals({})).toEqual([]);
    expect(refusals({ rule: 'FREQ=MONTHLY;BYDAY=SA;BYSETPOS=1;UNTIL=20201231' })).toEqual([]);
  });

  it('refuses what is shorter than a day, has no end or two, or is no rule, with path and part', () => {
    const rules: Readonly<Record<string, readonly string[]>> = {
      'FREQ=HOURLY;COUNT=3': ['recurrence/sub-daily rule FREQ=HOURLY'],
      'FREQ=DAILY;BYHOUR=9,17;COUNT=3': ['recurrence/sub-daily rule BYHOUR=9,17'],
      'FREQ=DAILY': ['recurrence/no-bound rule'],
      'FREQ=DAILY;COUNT=3;UNTIL=20200501': ['recurrence/two-bounds rule'],
      'FREQ=DAILY;UNTIL=20200230': ['recurrence/part-unreadable rule UNTIL=20200230'],
      'FREQ=DAILY;UNTIL=20200501T000000Z': ['recurrence/part-unreadable rule UNTIL=20200501T000000Z'],
      'FREQ=DAILY;UNTIL=20200329': ['recurrence/ends-before-it-begins rule'],
      'FREQ=DAILY;UNTIL=20600101': ['recurrence/too-long rule'],
      'FREQ=DAILY=WEEKLY;COUNT=3': ['recurrence/part-unreadable rule FREQ=DAILY=WEEKLY'],
      'FREQ=DAILY;COUNT=3=': ['recurrence/part-unreadable rule COUNT=3='],
      'FREQ=DAILY;UNTIL=20200501=20200601': ['recurrence/part-unreadable rule UNTIL=20200501=20200601'],
      'FREQ=WEEKLY;BYDAY=MO=TU;COUNT=3': ['recurrence/part-unreadable rule BYDAY=MO=TU'],
      'FREQ=WEEKLY;BYDAY=XX;COUNT=3': ['recurrence/part-unreadable rule BYDAY=XX'],
      'FREQ=WEEKLY;BYWEEKNO=2;COUNT=3': ['recurrence/part-not-taken rule BYWEEKNO=2'],
      'FREQ=DAILY;INTERVAL=0;COUNT=3': ['recurrence/part-unreadable rule INTERVAL=0'],
      'FREQ=DAILY;FREQ=DAILY;COUNT=3': ['recurrence/part-twice rule FREQ'],
      'BYDAY=MO;COUNT=3': ['recurrence/no-frequency rule'],
      'FREQ=WEEKLY;BYDAY=1MO;COUNT=3': ['recurrence/against-the-standard rule'],
      'FREQ=WEEKLY;BYMONTHDAY=1;COUNT=3': ['recurrence/against-the-standard rule'],
      'RRULE:FREQ=DAILY;COUNT=3': ['recurrence/part-not-taken rule RRULE:FREQ=DAILY', 'recurrence/no-frequency rule'],
    };
    for (const [rule, expected] of Object.entries(rules)) expect(refusals({ rule }), rule).toEqual(expected);
    expect(refusals({ rule: 'FREQ=DAILY;UNTIL=20200501', makeUp: true })).toEqual(['recurrence/made-up-without-count makeUp']);
    expect(refusals({ except: ['2020-03-31', '2020-03-31'] })).toEqual(['recurrence/date-twice except.1']);
    expect(refusals({ except: ['2020-03-31'], moved: [{ date: '2020-03-31', toDate: '2020-04-04' }] })).toEqual([
      'recurrence/date-twice moved.0.date',
    ]);
    expect(refusals({ serviceMinutes: 0 })).toEqual(['recurrence/malformed serviceMinutes']);
  });

  it('says it in both languages', () => {
    const answer = parseRecurrence({ ...mealPlan, rule: 'FREQ=DAILY' });
    const [reason] = answer.reasons;
    expect(say(recurrenceTexts, reason!, 'zh')).toBe('rule：规则没有尽头，请写 COUNT 或 UNTIL。');
    expect(say(recurrenceTexts, reason!, 'en')).toBe('rule: the rule never ends; it needs COUNT or UNTIL.');
    for (const [code, { zh, en }] of Object.entries({ ...recurrenceTexts, ...calendarTexts })) {
      const blanks = (text: string): readonly string[] =>
        [...text.replaceAll('messageZh', 'message').matchAll(/\{\w+\}/g)].map(([blank]) => blank).sort();
      expect(zh, code).toMatch(/[一-龥]/);
      expect(blanks(zh), code).toEqual(blanks(en));
    }
  });
});

describe('menusFor', () => {
  const menus = (count: number, whenTooFew: 'refuse' | 'rotate') =>
    MenuPlan.parse({
      format: 'linli-menus/1',
      id: 'spring',
      edition: 1,
      name,
      menus: [['rice', 'greens'], ['noodles'], ['porridge', 'egg'], ['rice', 'fish'], ['dumplings'], ['soup']].slice(0, count),
      whenTooFew,
    });
  const { occurrences } = expand({});

  it('D-12: one menu a day; too few are refused with the days that are without, or begin again if asked', () => {
    expect(menusFor(menus(3, 'refuse'), occurrences)).toEqual({
      ok: false,
      reasons: [
        { code: 'menu/day-without', data: { date: '2020-04-02' } },
        { code: 'menu/day-without', data: { date: '2020-04-03' } },
      ],
    });
    const rotated = menusFor(menus(3, 'rotate'), occurrences);
    expect(rotated.ok && rotated.value.map(({ dishes }) => dishes[0])).toEqual([
      'rice',
      'noodles',
      'porridge',
      'rice',
      'noodles',
    ]);
    expect(parseMenuPlan({ ...menus(1, 'refuse'), menus: [] })).toMatchObject({
      ok: false,
      reasons: [{ code: 'menu/malformed', data: { path: 'menus' } }],
    });
    const enough = menusFor(menus(6, 'refuse'), occurrences);
    expect(enough.ok && enough.value.map(({ occurrence }) => occurrence.date)).toEqual(occurrences.map(({ date }) => date));
    expect(enough.reasons).toEqual([{ code: 'menu/left-over', data: { menus: 1 } }]);
  });

  it('numbers of a year beside plain weekdays and days of the month, and above 5 (examples of RFC 5545 and of other readers)', () => {
    const dates = (rule: string, from: string) => datesOf(expand({ rule, from, onClosedDays: 'serve' }, null));
    const wednesdays = ['2013-10-23', '2013-10-30', '2013-11-06', '2013-11-13', '2013-11-20'];
    expect(dates('FREQ=YEARLY;BYDAY=1TU,WE;UNTIL=20131120', '2013-10-19')).toEqual(wednesdays);
    expect(dates('FREQ=YEARLY;BYMONTHDAY=1;BYDAY=1SA;UNTIL=20301231', '2025-01-16')).toEqual(['2028-01-01']);
    const mondays = ['1997-05-19', '1998-05-18', '1999-05-17'];
    expect(dates('FREQ=YEARLY;BYDAY=20MO;COUNT=3', '1997-05-19')).toEqual(mondays);
    for (const rule of ['FREQ=MONTHLY;BYDAY=6MO;COUNT=3', 'FREQ=YEARLY;BYMONTH=3;BYDAY=+20MO;COUNT=3'])
      expect(refusals({ rule })).toEqual([`recurrence/part-unreadable rule ${/BYDAY=[^;]*/.exec(rule)}`]);
  });

  it('the last day of the year 9999 is the last there is: a rule comes to an end there, or is refused', () => {
    const late = { rule: 'FREQ=YEARLY;COUNT=3', from: '9997-09-02', onClosedDays: 'serve' };
    expect(datesOf(expand(late, null))).toEqual(['9997-09-02', '9998-09-02', '9999-09-02']);
    expect(expandRecurrence(recurring({ ...late, rule: 'FREQ=YEARLY;COUNT=4' }), null).reasons).toMatchObject([
      { code: 'recurrence/never-comes' },
    ]);
  });
});
