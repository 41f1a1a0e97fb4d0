import { addDays, daysBetween, LocalDate, PersonId, weekdayOf } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactCadence, contactStatus } from '../../src/cadence/contact-status.ts';
import { Excuse } from '../../src/cadence/excuse.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const away = (from: string, until: string | null): Excuse =>
  Excuse.parse({ from, until, why: 'hospital', saidBy: PersonId.parse('ward-nurse') });
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

  it('W-14: quarters end in March, June, September and December; rolling they are 90 days', () => {
    expect(ask(pace('quarterly', 'calendar'), '2020-03-31', '2020-04-01')).toMatchObject({ status: 'due', dueOn: '2020-06-30' });
    expect(ask(pace('quarterly', 'calendar'), '2020-01-01', '2020-03-31')).toMatchObject({ status: 'kept', dueOn: '2020-06-30' });
    expect(ask(pace('quarterly', 'calendar'), '2020-11-30', '2021-04-01')).toMatchObject({
      status: 'overdue',
      dueOn: '2021-03-31',
    });
    expect(ask(pace('quarterly', 'calendar'), null, '2020-10-01', '2020-10-01').dueOn).toBe('2020-12-31');
    // 1 January and 90 days, in a leap year: 31 - 1 + 29 + 31 = 90, so 31 March.
    expect(ask(pace('quarterly'), '2020-01-01', '2020-01-01').dueOn).toBe('2020-03-31');
  });

  it('W-14: an excuse says who said so, and ends after it begins', () => {
    expect(Excuse.safeParse({ from: '2020-04-02', until: null, why: 'refused' }).success).toBe(false);
    expect(Excuse.safeParse({ from: '2020-04-02', until: '2020-04-02', why: 'refused', saidBy: 'a' }).success).toBe(false);
  });

  it('W-14: no record at all is unknown and due now; a record from the future says nothing', () => {
    expect(ask(pace('weekly'), null, '2020-03-30')).toEqual({ status: 'unknown', dueOn: '2020-03-30', silentDays: null });
    expect(ask(pace('weekly'), '2020-04-01', '2020-03-30')).toEqual({ status: 'unknown', dueOn: '2020-03-30', silentDays: null });
    expect(ask(pace('on-demand'), null, '2020-03-30')).toEqual({ status: 'unknown', dueOn: null, silentDays: null });
    expect(ask(pace('on-demand'), '2020-01-01', '2020-03-30')).toEqual({ status: 'kept', dueOn: null, silentDays: 89 });
  });

  it('W-14: a stay in hospital excuses; the duty is due again on the day of return, an older debt stays', () => {
    const hospital = [away('2020-04-02', '2020-04-10')];
    const daily = pace('daily');
    expect(ask(daily, '2020-04-01', '2020-04-05', null, hospital)).toEqual({
      status: 'excused',
      dueOn: '2020-04-10',
      silentDays: 4,
    });
    expect(ask(daily, '2020-04-01', '2020-04-10', null, hospital)).toEqual({ status: 'due', dueOn: '2020-04-10', silentDays: 9 });
    expect(ask(daily, '2020-03-30', '2020-04-10', null, hospital)).toMatchObject({ status: 'overdue', dueOn: '2020-03-31' });
    const open = [away('2020-04-02', null)];
    expect(ask(daily, '2020-04-01', '2020-05-01', null, open)).toEqual({ status: 'excused', dueOn: null, silentDays: 30 });
  });

  it('W-14 law: silence is never kept for longer than the cadence allows, and `kept` always has a contact behind it', () => {
    const start = day('2020-01-01');
    // Calendar: the first day of one period to the last of the next; July to December are 184 days.
    const longest = { daily: 0, weekly: 13, fortnightly: 27, monthly: 61, quarterly: 183 } as const;
    const days = fc.integer({ min: 0, max: 400 }).map((plus): LocalDate => addDays(start, plus));
    const paces = fc.constantFrom('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly');
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

  const restated = ({ cadence, week }: ContactCadence, history: readonly LocalDate[], on: LocalDate): string => {
    const past = history.filter((contact) => contact <= on);
    if (past.length === 0) return 'unknown';
    if (week === 'rolling' || cadence === 'daily') {
      const days = { daily: 1, weekly: 7, fortnightly: 14, monthly: 30, quarterly: 90, 'on-demand': 0 }[cadence];
      const silent = Math.min(...past.map((contact) => daysBetween(contact, on)));
      return silent < days ? 'kept' : silent === days ? 'due' : 'overdue';
    }
    // Periods are numbered and compared; a fortnight begins with the week of the last contact, so its weeks are counted.
    const number = (date: LocalDate): number => {
      const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
      if (cadence === 'monthly') return months;
      if (cadence === 'quarterly') return Math.floor(months / 3);
      return daysBetween(day('1970-01-05'), addDays(date, 1 - weekdayOf(date))) / 7;
    };
    const behind = number(on) - Math.max(...past.map(number));
    const one = cadence === 'fortnightly' ? 2 : 1;
    return behind < one ? 'kept' : behind === one ? 'due' : cadence === 'fortnightly' && behind < 3 ? 'due' : 'overdue';
  };
  const agrees = (status: typeof contactStatus): void => {
    const start = day('2019-12-01');
    const days = fc.integer({ min: 0, max: 500 }).map((plus): LocalDate => addDays(start, plus));
    fc.assert(
      fc.property(
        fc.constantFrom<Pace>('daily', 'weekly', 'fortnightly', 'monthly', 'quarterly'),
        fc.constantFrom<'calendar' | 'rolling'>('calendar', 'rolling'),
        fc.array(days, { maxLength: 12 }),
        days,
        (cadence, week, history, on) => {
          const lastContact =
            history
              .filter((contact) => contact <= on)
              .toSorted()
              .at(-1) ?? null;
          const answer = status({ cadence: pace(cadence, week), since: null, lastContact, on, excused: [] });
          expect(answer.status).toBe(restated(pace(cadence, week), history, on));
        },
      ),
      { seed: 20200406, numRuns: 600 },
    );
  };

  it('W-14 law: over any history it says what counting the periods says', () => {
    agrees(contactStatus);
  });

  it('planted: calendar weeks taken as rolling, and a due day taken as kept, are caught', () => {
    expect(() => agrees((ask) => contactStatus({ ...ask, cadence: { ...ask.cadence, week: 'rolling' } }))).toThrow();
    expect(() =>
      agrees((ask) => {
        const answer = contactStatus(ask);
        return answer.status === 'due' ? { ...answer, status: 'kept' } : answer;
      }),
    ).toThrow();
  });

  it('W-14 law: excuses only ever put off, and never past the first day that none of them holds', () => {
    const start = day('2020-01-01');
    const days = fc.integer({ min: 0, max: 60 }).map((plus): LocalDate => addDays(start, plus));
    const excuses = fc.array(
      fc.tuple(days, fc.integer({ min: 1, max: 20 })).map(([from, length]) => away(from, addDays(from, length))),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(
        fc.constantFrom<Pace>('daily', 'weekly', 'monthly'),
        days,
        days,
        excuses,
        (cadence, lastContact, on, excused) => {
          const question = { cadence: pace(cadence), since: null, lastContact, on } as const;
          const bare = contactStatus({ ...question, excused: [] });
          const answer = contactStatus({ ...question, excused });
          const isHeld = (date: LocalDate): boolean => excused.some(({ from, until }) => from <= date && date < until!);
          if (isHeld(on)) expect(answer.status).toBe('excused');
          if (answer.status === 'excused' || bare.status === 'unknown') return;
          let dueOn = bare.dueOn!;
          while (isHeld(dueOn)) dueOn = addDays(dueOn, 1);
          expect(answer.dueOn).toBe(dueOn);
          expect(answer.status).toBe(on > dueOn ? 'overdue' : on >= bare.dueOn! ? 'due' : 'kept');
        },
      ),
      { seed: 20200402, numRuns: 400 },
    );
  });
});
