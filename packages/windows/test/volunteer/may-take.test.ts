import { addDays, say } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { duowenDuties } from '../../src/duty/duowen-duties.ts';
import type { DutyDefinition } from '../../src/duty/duty-definition.ts';
import { mayTake } from '../../src/volunteer/may-take.ts';
import { courseStanding, runOuts, TrainingRecord } from '../../src/volunteer/training-record.ts';
import { volunteerTexts } from '../../src/volunteer/volunteer-texts.ts';
import { date, record, type Volunteer, xu } from './paths.ts';

const [knock] = duowenDuties.duties;
const duty = (courses: DutyDefinition['courses']): DutyDefinition => ({ ...knock!, courses });
const holding = (...trainings: readonly TrainingRecord[]): Volunteer => ({
  ...xu,
  state: 'active',
  facts: { ...xu.facts, trainings },
});

describe('mayTake', () => {
  it('D-22: a duty that asks for a course is taken with a valid one only, from its first day to the day before its last', () => {
    const visiting = holding(record('elder-visiting', '2020-03-01', '2020-06-01'));
    const asks = duty(['elder-visiting']);
    const answers = ['2020-02-29', '2020-03-01', '2020-05-31', '2020-06-01'].map((day) => mayTake(asks, visiting, date(day)));
    expect(answers.map(({ ok }) => ok)).toEqual([false, true, true, false]);
    expect(answers.map(({ reasons }) => reasons[0]?.code)).toEqual([
      'training/not-yet',
      undefined,
      undefined,
      'training/expired',
    ]);
  });

  it('D-22: names every missing and every expired course, in the order of the duty', () => {
    const one = holding(record('first-aid', '2018-01-01', '2020-01-01'), record('first-aid', '2016-01-01', '2018-01-01'));
    const answer = mayTake(duty(['elder-visiting', 'first-aid', 'hygiene']), { ...one, state: 'paused' }, date('2020-03-30'));
    expect(answer.reasons).toEqual([
      { code: 'volunteer/not-active', data: { personId: 'xu' } },
      { code: 'training/missing', data: { personId: 'xu', course: 'elder-visiting' } },
      { code: 'training/expired', data: { personId: 'xu', course: 'first-aid', date: '2020-01-01' } },
      { code: 'training/missing', data: { personId: 'xu', course: 'hygiene' } },
    ]);
    expect(say(volunteerTexts, answer.reasons[2]!, 'zh')).toBe('课程“first-aid”已于 2020-01-01 过期。');
  });

  it('D-22: courses that nobody has said are not the same as none', () => {
    expect(mayTake(duty(null), holding(), date('2020-03-30')).reasons[0]?.code).toBe('training/nobody-said');
    expect(mayTake(duty([]), holding(), date('2020-03-30')).ok).toBe(true);
  });

  it('D-22: a record that ends before it begins is not read', () => {
    expect(TrainingRecord.safeParse(record('first-aid', '2020-02-01', '2020-02-01')).success).toBe(false);
    expect(TrainingRecord.safeParse(record('first-aid', '2020-02-01', '2020-02-02')).success).toBe(true);
  });
});

describe('laws of trainings', () => {
  const day = fc.nat(120).map((days) => addDays(date('2020-01-01'), days));
  const records = fc.array(
    fc
      .record({ course: fc.constantFrom('a', 'b'), from: day, length: fc.option(fc.integer({ min: 1, max: 60 })) })
      .map(({ course, from, length }) => ({ course, from, until: length === null ? null : addDays(from, length) })),
    { maxLength: 6 },
  );
  /** Day by day: the days on which a course that held the day before does not hold any more. */
  const walked = (trainings: readonly TrainingRecord[]): readonly string[] => {
    const holds = (course: string, on: string): boolean =>
      trainings.some(({ course: own, from, until }) => own === course && from <= on && (until === null || on < until));
    return Array.from({ length: 200 }, (_, days) => addDays(date('2019-12-31'), days)).flatMap((on) =>
      ['a', 'b'].filter((course) => holds(course, addDays(on, -1)) && !holds(course, on)).map((course) => `${on} ${course}`),
    );
  };
  const told = (trainings: readonly TrainingRecord[], stops = runOuts): readonly string[] =>
    stops(trainings, ['a', 'b'])
      .map(({ course, date }) => `${date} ${course}`)
      .sort();

  it('D-22: the days on which courses run out are those a walk through the calendar finds', () => {
    fc.assert(
      fc.property(records, (trainings) => {
        expect(told(trainings)).toEqual(walked(trainings));
      }),
      { seed: 20200330, numRuns: 100 },
    );
  });

  it('planted bug: run-outs that forget renewals are caught', () => {
    const forgetful: typeof runOuts = (trainings) =>
      trainings.flatMap(({ course, until }) => (until === null ? [] : [{ course, date: until }]));
    const found = fc.check(
      fc.property(records, (trainings) => String(told(trainings, forgetful)) === String(walked(trainings))),
      { seed: 20200330, numRuns: 300 },
    );
    expect(found.failed).toBe(true);
    expect(courseStanding(found.counterexample![0], 'c', date('2020-01-01'))).toEqual({ standing: 'missing' });
  });
});
