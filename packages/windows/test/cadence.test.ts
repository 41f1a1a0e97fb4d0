import { addDays, daysBetween, type LocalDate } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactCadence, contactStatus, type Excuse } from '../src/index.ts';
import { day } from './days.ts';

type Pace = ContactCadence['cadence'];
const pace = (cadence: Pace, week: 'calendar' | 'rolling' = 'rolling'): ContactCadence =>
  ContactCadence.parse({ format: 'linli-cadence/1', id: `${cadence}-knock`, name: { zh: '敲门', en: 'knock' }, cadence, week });
const ask = (
  cadence: ContactCadence,
  lastContact: string | null,
  on: string,
  since: string | null = null,
  excused: readonly Excuse[] = [],
) =>
  contactStatus({
    cadence,
    since: since === null ? null : day(since),
    lastContact: lastContact === null ? null : day(lastContact),
    on: day(on),
    excused,
  });

describe('contactStatus', () => {
  it('D-02: a daily knock of Monday is kept on Monday, due on Tuesday, overdue on Wednesday', () => {
    const daily = pace('daily');
    expect(ask(daily, '2020-03-30', '2020-03-30')).toEqual({ status: 'kept', dueOn: '2020-03-31', silentDays: 0 });
    expect(ask(daily, '2020-03-30', '2020-03-31')).toEqual({ status: 'due', dueOn: '2020-03-31', silentDays: 1 });
    expect(ask(daily, '2020-03-30', '2020-04-01')).toEqual({ status: 'overdue', dueOn: '2020-03-31', silentDays: 2 });
  });

  it('D-02: a duty begun without any contact is due on its first day and overdue after it', () => {
    expect(ask(pace('daily'), null, '2020-03-30', '2020-03-30')).toEqual({
      status: 'due',
      dueOn: '2020-03-30',
      silentDays: null,
    });
    expect(ask(pace('daily'), null, '2020-03-31', '2020-03-30')).toEqual({
      status: 'overdue',
      dueOn: '2020-03-30',
      silentDays: null,
    });
  });

  it('D-03: seven rolling days and the ISO week differ for a Sunday-then-Monday pair', () => {
    // 5 April 2020 is a Sunday. After Monday the 6th: rolling 6 + 7 = the 13th; the next ISO week ends on Sunday the 19th.
    expect(ask(pace('weekly', 'rolling'), '2020-04-06', '2020-04-06').dueOn).toBe('2020-04-13');
    expect(ask(pace('weekly', 'calendar'), '2020-04-06', '2020-04-06').dueOn).toBe('2020-04-19');
    // On Monday, Sunday's contact alone: kept when rolling until the 12th, already asked for again in the new ISO week.
    expect(ask(pace('weekly', 'rolling'), '2020-04-05', '2020-04-06').status).toBe('kept');
    expect(ask(pace('weekly', 'calendar'), '2020-04-05', '2020-04-06').status).toBe('due');
  });

  it('fortnights and months: by the calendar to their last day, rolling 14 and 30 days', () => {
    // 30 March 2020 is a Monday: the fortnight after the contact's own ends on Sunday 19 April.
    expect(ask(pace('fortnightly', 'calendar'), '2020-03-30', '2020-04-12')).toMatchObject({
      status: 'kept',
      dueOn: '2020-04-19',
    });
    expect(ask(pace('fortnightly', 'calendar'), '2020-03-30', '2020-04-13').status).toBe('due');
    expect(ask(pace('fortnightly'), '2020-03-30', '2020-03-30').dueOn).toBe('2020-04-13');
    expect(ask(pace('monthly', 'calendar'), '2020-01-31', '2020-02-01')).toMatchObject({ status: 'due', dueOn: '2020-02-29' });
    expect(ask(pace('monthly', 'calendar'), '2020-12-05', '2020-12-31')).toMatchObject({ status: 'kept', dueOn: '2021-01-31' });
    expect(ask(pace('monthly'), '2020-03-30', '2020-03-30').dueOn).toBe('2020-04-29');
    expect(ask(pace('monthly', 'calendar'), null, '2020-03-30', '2020-03-10').dueOn).toBe('2020-03-31');
    expect(ask(pace('weekly', 'calendar'), null, '2020-04-01', '2020-04-01').dueOn).toBe('2020-04-05');
    expect(ask(pace('weekly'), null, '2020-04-01', '2020-04-01').dueOn).toBe('2020-04-07');
  });

  it('W-14: no record at all is unknown and due now; a record from the future says nothing', () => {
    expect(ask(pace('weekly'), null, '2020-03-30')).toEqual({ status: 'unknown', dueOn: '2020-03-30', silentDays: null });
    expect(ask(pace('weekly'), '2020-04-01', '2020-03-30')).toEqual({ status: 'unknown', dueOn: '2020-03-30', silentDays: null });
    expect(ask(pace('on-demand'), null, '2020-03-30')).toEqual({ status: 'unknown', dueOn: null, silentDays: null });
    expect(ask(pace('on-demand'), '2020-01-01', '2020-03-30')).toEqual({ status: 'kept', dueOn: null, silentDays: 89 });
  });

  it('W-14: a stay in hospital excuses; the duty is due again on the day of return, an older debt stays', () => {
    const hospital = [{ from: day('2020-04-02'), until: day('2020-04-10') }];
    const daily = pace('daily');
    expect(ask(daily, '2020-04-01', '2020-04-05', null, hospital)).toEqual({
      status: 'excused',
      dueOn: '2020-04-10',
      silentDays: 4,
    });
    expect(ask(daily, '2020-04-01', '2020-04-10', null, hospital)).toEqual({ status: 'due', dueOn: '2020-04-10', silentDays: 9 });
    expect(ask(daily, '2020-03-30', '2020-04-10', null, hospital)).toMatchObject({ status: 'overdue', dueOn: '2020-03-31' });
    const open = [{ from: day('2020-04-02'), until: null }];
    expect(ask(daily, '2020-04-01', '2020-05-01', null, open)).toEqual({ status: 'excused', dueOn: null, silentDays: 30 });
  });

  it('W-14 law: silence is never kept for longer than the cadence allows, and `kept` always has a contact behind it', () => {
    const start = day('2020-01-01');
    const longest = { daily: 0, weekly: 13, fortnightly: 27, monthly: 61 } as const;
    const days = fc.integer({ min: 0, max: 400 }).map((plus): LocalDate => addDays(start, plus));
    const paces = fc.constantFrom('daily', 'weekly', 'fortnightly', 'monthly');
    fc.assert(
      fc.property(
        paces,
        fc.constantFrom('calendar', 'rolling'),
        fc.option(days),
        fc.option(days),
        days,
        (cadence, week, since, last, on) => {
          const answer = contactStatus({ cadence: pace(cadence, week), since, lastContact: last, on, excused: [] });
          if (last === null || last > on) expect(['due', 'overdue', 'unknown']).toContain(answer.status);
          else expect(answer.silentDays).toBe(daysBetween(last, on));
          if (answer.status === 'kept') expect(answer.silentDays).toBeLessThanOrEqual(longest[cadence]);
          if (answer.status === 'overdue') expect(answer.dueOn! < on).toBe(true);
          else if (answer.status !== 'unknown') expect(answer.dueOn! >= on).toBe(true);
        },
      ),
      { seed: 20200330, numRuns: 1000 },
    );
  });
});
