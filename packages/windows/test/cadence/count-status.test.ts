import { addDays, daysBetween, LocalDate, PersonId, weekdayOf } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countStatus } from '../../src/cadence/count-status.ts';
import { type CountedCadence, disinfectionCadence, parseCountedCadence } from '../../src/cadence/counted-cadence.ts';
import { Excuse } from '../../src/cadence/excuse.ts';
import { mostThatFit, spreadDays } from '../../src/cadence/spread-days.ts';
import { cnCalendar, everyDayCalendar } from '../../src/calendar/calendars.ts';

const day = (date: string): LocalDate => LocalDate.parse(date);
const away = (from: string, until: string | null): Excuse =>
  Excuse.parse({ from, until, why: 'hospital', saidBy: PersonId.parse('ward-nurse') });
type Question = Parameters<typeof countStatus>[0];

// 6 April 2020 is a Monday, 12 April the Sunday of its week.
const ask = (visits: readonly string[], on: string, more: Partial<Question> = {}) =>
  countStatus({
    cadence: disinfectionCadence,
    since: day('2020-03-01'),
    visits: visits.map(day),
    on: day(on),
    excused: [],
    calendar: null,
    ...more,
  });
/** The week of 6 April, looked at when it is over. */
const weekOf = (...visits: readonly string[]) => ask(visits, '2020-04-13', { week: day('2020-04-06') });
const rolling: CountedCadence = { ...disinfectionCadence, week: 'rolling' };

describe('countStatus', () => {
  it('D-50: once in the week is under, twice and three times are kept, four times are over', () => {
    expect(weekOf().status).toBe('under');
    expect(weekOf('2020-04-07')).toMatchObject({ status: 'under', done: 1, asked: 2, first: '2020-04-06', last: '2020-04-12' });
    expect(weekOf('2020-04-07', '2020-04-10').status).toBe('kept');
    expect(weekOf('2020-04-06', '2020-04-08', '2020-04-10').status).toBe('kept');
    expect(weekOf('2020-04-06', '2020-04-08', '2020-04-10', '2020-04-12')).toMatchObject({ status: 'over', done: 4 });
  });

  it('D-50: two visits lie three and four days apart; a third lies in the middle of what is left', () => {
    // Monday and Thursday: gaps of 3 and, round to the next Monday, 4. Monday and Friday would be 4 and 3, and later.
    expect(ask([], '2020-04-06').proposed).toEqual(['2020-04-06', '2020-04-09']);
    // Done on Sunday the 5th: Wednesday and Saturday make 3, 3 and round to Wednesday 4; Thursday and Sunday no better.
    expect(ask(['2020-04-05'], '2020-04-06').proposed).toEqual(['2020-04-08', '2020-04-11']);
    // Tuesday is done, one is missing: Friday is 3 days after it and 4 before the next Tuesday.
    expect(ask(['2020-04-07'], '2020-04-08').proposed).toEqual(['2020-04-10']);
  });

  it('D-50: a day too close to the one before is told, and counts all the same', () => {
    expect(weekOf('2020-04-07', '2020-04-08')).toMatchObject({ status: 'kept', tooClose: ['2020-04-08'] });
    expect(ask(['2020-04-05', '2020-04-06'], '2020-04-07').tooClose).toEqual(['2020-04-06']);
    expect(weekOf('2020-04-07', '2020-04-07', '2020-04-07', '2020-04-07')).toMatchObject({
      status: 'over',
      tooClose: ['2020-04-07', '2020-04-07', '2020-04-07'],
    });
  });

  it('is due while the days left still bring it to two, and under from the first day on which they cannot', () => {
    // The last pair that is two days apart is Friday and Sunday, so the first visit is due by Friday.
    expect(ask([], '2020-04-10')).toMatchObject({ status: 'due', dueOn: '2020-04-10', proposed: ['2020-04-10', '2020-04-12'] });
    expect(ask([], '2020-04-11')).toMatchObject({ status: 'under', dueOn: null, proposed: ['2020-04-11'] });
    expect(ask(['2020-04-11'], '2020-04-12')).toMatchObject({ status: 'under', dueOn: null, proposed: [] });
    expect(ask(['2020-04-10'], '2020-04-12')).toMatchObject({ status: 'due', dueOn: '2020-04-12' });
  });

  it('D-03: calendar and rolling weeks differ for a Sunday-then-Monday pair', () => {
    const pair = ['2020-04-05', '2020-04-06'];
    // By the calendar Sunday belongs to the week before: one of two so far. Rolling, both are in the seven days to Saturday.
    expect(ask(pair, '2020-04-11')).toMatchObject({ status: 'due', done: 1 });
    expect(ask(pair, '2020-04-11', { cadence: rolling })).toMatchObject({ status: 'kept', done: 2, first: '2020-04-05' });
    // On Sunday the 12th, 5 April has left the seven days.
    expect(ask(pair, '2020-04-12', { cadence: rolling })).toMatchObject({ status: 'due', done: 1, dueOn: '2020-04-12' });
  });

  it('W-14: away for a part of the week as much is asked as still fits; less than the rule is excused and never kept', () => {
    // In hospital from Monday until Saturday: Saturday and Sunday are left, and only one of them with a day between.
    const excused = [away('2020-04-06', '2020-04-11')];
    expect(ask([], '2020-04-08', { excused })).toMatchObject({ status: 'excused', asked: 1, proposed: ['2020-04-11'] });
    expect(ask([], '2020-04-11', { excused })).toMatchObject({ status: 'due', asked: 1, dueOn: '2020-04-12' });
    expect(ask(['2020-04-11'], '2020-04-13', { excused, week: day('2020-04-06') })).toMatchObject({ status: 'excused', done: 1 });
    expect(ask([], '2020-04-13', { excused, week: day('2020-04-06') }).status).toBe('under');
    expect(ask([], '2020-04-08', { excused: [away('2020-04-01', null)] })).toMatchObject({
      status: 'excused',
      asked: 0,
      dueOn: null,
    });
  });

  it('a calendar takes its closed days away: over Tomb-sweeping 2020 Tuesday and Friday are left', () => {
    // Monday 6 April is closed, Saturday and Sunday are weekends.
    expect(ask([], '2020-04-06', { calendar: cnCalendar })).toMatchObject({
      proposed: ['2020-04-07', '2020-04-10'],
      dueOn: '2020-04-08',
    });
    expect(ask([], '2020-04-06', { calendar: everyDayCalendar }).proposed).toEqual(['2020-04-06', '2020-04-09']);
  });

  it('a duty begun in mid-week is asked for what fits; one with nothing on record is unknown and still proposed', () => {
    expect(ask(['2020-04-12'], '2020-04-13', { since: day('2020-04-12'), week: day('2020-04-12') })).toMatchObject({
      status: 'kept',
      asked: 1,
    });
    expect(ask([], '2020-04-07', { since: null })).toMatchObject({ status: 'unknown', proposed: ['2020-04-07', '2020-04-10'] });
    expect(ask(['2020-04-09'], '2020-04-07', { since: null })).toMatchObject({ status: 'unknown', done: 0 });
    expect(ask([], '2020-04-07', { since: day('2020-04-20') }).status).toBe('unknown');
    // Rolling, the first seven days of a duty lie before it: until the 12th there is time for both.
    expect(ask([], '2020-04-06', { cadence: rolling, since: day('2020-04-06') })).toMatchObject({
      status: 'due',
      last: '2020-04-12',
    });
  });
});

describe('parseCountedCadence (D-79)', () => {
  it('refuses, with the path, what contradicts itself', () => {
    const refusals = (part: object): readonly string[] => {
      const answer = parseCountedCadence({ ...disinfectionCadence, ...part });
      return answer.ok ? [] : answer.reasons.map(({ code, data }) => `${code} ${data?.['path']}`);
    };
    expect(refusals({})).toEqual([]);
    expect(refusals({ perWeek: { min: 3, max: 2 } })).toEqual(['cadence/least-above-most perWeek.max']);
    // Three visits three days apart take nine days from one week's first to the next week's first.
    expect(refusals({ perWeek: { min: 3, max: 3 }, minGapDays: 3 })).toEqual(['cadence/does-not-fit minGapDays']);
    expect(refusals({ perWeek: { min: 3, max: 3 }, minGapDays: 2 })).toEqual([]);
    expect(refusals({ minGapDays: 0 })).toEqual(['cadence/malformed minGapDays']);
  });
});

const MONDAY = day('2020-04-06');
const subsets = <Item>(items: readonly Item[]): readonly (readonly Item[])[] =>
  Array.from({ length: 2 ** items.length }, (_, mask) => items.filter((_item, index) => ((mask >> index) & 1) === 1));
/** Days as numbers, worked out once a day: every choice is tried below. */
const numbers = new Map(Array.from({ length: 60 }, (_, index) => [addDays(MONDAY, index - 30), index]));
const keepsApart = (days: readonly LocalDate[], after: LocalDate | null, gap: number): boolean =>
  [...(after === null ? [] : [after]), ...days]
    .map((one) => numbers.get(one)!)
    .every((one, index, all) => index === 0 || one - all[index - 1]! >= gap);
const dates = fc.integer({ min: -9, max: 15 }).map((plus): LocalDate => addDays(MONDAY, plus));
const cadences = fc
  .record({ min: fc.integer({ min: 1, max: 4 }), more: fc.integer({ min: 0, max: 2 }), gap: fc.integer({ min: 1, max: 4 }) })
  .filter(({ min, gap }) => min * gap <= 7)
  .chain(({ min, more, gap }) =>
    fc
      .constantFrom<'calendar' | 'rolling'>('calendar', 'rolling')
      .map((week): CountedCadence => ({ ...disinfectionCadence, perWeek: { min, max: min + more }, minGapDays: gap, week })),
  );
const questions = fc
  .record({
    cadence: cadences,
    since: fc.option(dates),
    visits: fc.array(dates, { maxLength: 8 }),
    week: dates,
    on: dates,
    excused: fc.array(
      fc.tuple(dates, fc.integer({ min: 1, max: 6 })).map(([from, days]) => away(from, addDays(from, days))),
      { maxLength: 2 },
    ),
  })
  .map((one): Question => ({ ...one, calendar: null }));

/** Said anew, by trying every choice of days of the week. */
function restated({ cadence, since, visits, week, on, excused }: Question): Partial<ReturnType<typeof countStatus>> {
  const { perWeek, minGapDays } = cadence;
  const past = visits.filter((visit) => visit <= on).sort();
  const begins = since ?? past[0] ?? null;
  let first = addDays(week!, 1 - weekdayOf(week!));
  if (cadence.week === 'rolling') {
    first = addDays(week!, -6);
    if (begins !== null && first < begins && begins <= week!) first = begins;
  }
  const days = [0, 1, 2, 3, 4, 5, 6].map((plus) => addDays(first, plus));
  const done = past.filter((visit) => days.includes(visit));
  const after = past.filter((visit) => visit < first).at(-1) ?? null;
  const isAway = (date: LocalDate): boolean =>
    excused.some(({ from, until }) => from <= date && (until === null || date < until));
  const served = days.filter((date) => date >= (begins ?? on));
  const most = (from: readonly LocalDate[], last: LocalDate | null): number =>
    Math.max(
      ...subsets(from)
        .filter((some) => keepsApart(some, last, minGapDays))
        .map((some) => some.length),
    );
  const least = Math.min(perWeek.min, most(served, after));
  const asked = Math.min(
    perWeek.min,
    most(
      served.filter((date) => !isAway(date)),
      after,
    ),
  );
  const left = served.filter((date) => !isAway(date) && date >= on);
  const canStill = most(left, done.at(-1) ?? after) >= asked - done.length;
  const status =
    done.length > perWeek.max
      ? 'over'
      : begins === null || begins > days[6]!
        ? 'unknown'
        : done.length >= least
          ? 'kept'
          : done.length >= asked || (isAway(on) && on <= days[6]!)
            ? 'excused'
            : canStill
              ? 'due'
              : 'under';
  return { status, first, last: days[6]!, done: done.length, asked };
}

describe('laws', () => {
  const agrees = (status: typeof countStatus): void =>
    fc.assert(
      fc.property(questions, (question) => {
        expect(status(question)).toMatchObject(restated(question));
      }),
      { seed: 20200412, numRuns: 300 },
    );

  it('W-14 law: over any history it says what trying every choice of days says', () => {
    agrees(countStatus);
  });

  it('planted: a visit of tomorrow that counts, and silence that is kept, are caught', () => {
    expect(() => agrees((one) => countStatus({ ...one, on: addDays(one.on, 1) }))).toThrow();
    expect(() =>
      agrees((one) => {
        const answer = countStatus(one);
        return answer.status === 'unknown' ? { ...answer, status: 'kept' } : answer;
      }),
    ).toThrow();
    expect(() => agrees((one) => countStatus({ ...one, excused: [] }))).toThrow();
  });

  it('W-14 law: with the proposed days done a due week is kept, and no later first day would do than `dueOn`', () => {
    fc.assert(
      fc.property(questions, (question) => {
        const { cadence, visits, on, excused } = question;
        const answer = countStatus(question);
        const { status, proposed, dueOn, last, asked, done, first } = answer;
        const past = visits.filter((visit) => visit <= on).toSorted();
        for (const one of proposed) {
          expect(one >= on && first <= one && one <= last).toBe(true);
          expect(excused.some(({ from, until }) => from <= one && one < until!)).toBe(false);
        }
        expect(keepsApart(proposed, past.findLast((visit) => visit <= last) ?? null, cadence.minGapDays)).toBe(true);
        if (status !== 'due') return;
        expect(proposed.length).toBe(asked - done);
        const then = countStatus({ ...question, visits: [...past, ...proposed], on: last });
        expect(['kept', 'excused']).toContain(then.status);
        expect(dueOn! >= proposed[0]!).toBe(true);
      }),
      { seed: 20200413, numRuns: 300 },
    );
  });

  it('spreadDays is as even as any choice, and mostThatFit as many', () => {
    /** How even: hundreds for the narrowest gap, less the widest. */
    const evenness = (days: readonly LocalDate[], after: LocalDate | null): number => {
      const all = [...(after === null ? [] : [after]), ...days, addDays(days[0]!, 7)];
      const gaps = all.slice(1).map((one, index) => daysBetween(all[index]!, one));
      return 100 * Math.min(...gaps) - Math.max(...gaps);
    };
    const isBest = (spread: typeof spreadDays): void =>
      fc.assert(
        fc.property(
          fc.uniqueArray(fc.integer({ min: 0, max: 6 })).map((plus) => plus.toSorted().map((one) => addDays(MONDAY, one))),
          fc.integer({ min: 1, max: 4 }),
          fc.option(fc.integer({ min: -5, max: -1 }).map((plus) => addDays(MONDAY, plus))),
          fc.integer({ min: 1, max: 3 }),
          (days, count, after, gapDays) => {
            const legal = subsets(days).filter((some) => keepsApart(some, after, gapDays));
            const most = Math.max(...legal.map((some) => some.length));
            expect(mostThatFit(days, { gapDays, after })).toBe(most);
            const chosen = spread(days, count, [], { gapDays, after });
            expect(chosen.length).toBe(Math.min(count, most));
            if (chosen.length === 0) return;
            const best = legal.filter((some) => some.length === chosen.length).map((some) => evenness(some, after));
            expect(evenness(chosen, after)).toBe(Math.max(...best));
          },
        ),
        { seed: 7, numRuns: 200 },
      );
    isBest(spreadDays);
    // Planted: the first days that will do, as a list worked off from the top.
    expect(() => isBest((days, count, taken, spacing) => spreadDays(days.slice(0, count + 1), count, taken, spacing))).toThrow();
  });
});
