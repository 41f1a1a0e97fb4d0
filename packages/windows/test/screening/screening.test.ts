import { Instant, LocalDate, PersonId, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { staleRecords } from '../../src/cadence/freshness.ts';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import { caseCounts } from '../../src/screening/case-counts.ts';
import { fever2020 } from '../../src/screening/fever-2020.ts';
import { followUp, newFollowUp } from '../../src/screening/follow-up.ts';
import type { FollowUpEvent, FollowUpTypes } from '../../src/screening/follow-up-types.ts';
import { newScreening, readingDays, type ScreeningEvent, type ScreeningTypes, screening } from '../../src/screening/screening.ts';
import { isRaised, parseScreeningRule } from '../../src/screening/screening-rule.ts';
import { at } from '../days.ts';

const [an, bo, worker] = ['an', 'bo', 'worker'].map((id) => PersonId.parse(id)) as [PersonId, PersonId, PersonId];
const zone = Zone.parse('Asia/Shanghai');
const tick = (when: Instant): Tick => ({ type: 'tick', id: 'tick', at: when });

function screened(...events: readonly (ScreeningEvent | Tick)[]): Step<ScreeningTypes> {
  const opened = openProcess(screening, 'an', newScreening(fever2020, an, at('2020-02-01 18:00')));
  return events.reduce<Step<ScreeningTypes>>((step, event) => drive(screening, step.snapshot, event), {
    snapshot: opened,
    effects: [],
    passed: [],
    reasons: [],
    isTaken: true,
  });
}
const read = (id: string, when: Instant, tenths: number | null, symptoms: readonly string[] = []): ScreeningEvent => ({
  type: 'read',
  id,
  at: when,
  measuredAt: when,
  by: worker,
  tenths,
  symptoms,
});
const nine = at('2020-02-01 09:00');

describe('screening', () => {
  it('D-47: 37.3 opens a follow-up and 37.2 does not; a symptom can do so by itself', () => {
    const effects = [
      read('a', nine, 372),
      read('a', nine, 373),
      read('a', nine, 365, ['short-of-breath']),
      read('a', nine, 365, ['cough']),
    ].map((event) => screened(event).effects.map(({ type }) => type));
    expect(effects).toEqual([[], ['open-follow-up'], ['open-follow-up'], []]);
    expect(isRaised(fever2020, { tenths: null, symptoms: [] })).toBe(false);
  });

  it('D-47: a correction keeps the old value and who wrote it, and opens what it should have opened', () => {
    const { snapshot, effects } = screened(read('a', nine, 368), {
      type: 'correct',
      id: 'b',
      at: at('2020-02-01 10:00'),
      by: bo,
      readingId: 'a',
      tenths: 386,
      symptoms: ['cough'],
    });
    expect(snapshot.facts.readings).toEqual([
      {
        id: 'a',
        measuredAt: nine,
        tenths: 386,
        symptoms: ['cough'],
        at: at('2020-02-01 10:00'),
        by: bo,
        was: [{ tenths: 368, symptoms: [], at: nine, by: worker }],
      },
    ]);
    expect(effects).toMatchObject([{ type: 'open-follow-up', personId: an, readingId: 'a' }]);
  });

  it('D-47: a correction below the line clears nobody: whoever follows up is asked to look', () => {
    const down = { type: 'correct', id: 'b', at: nine, by: bo, readingId: 'a', tenths: 366, symptoms: [] } as const;
    expect(screened(read('a', nine, 380), down).effects).toMatchObject([{ type: 'question-follow-up', readingId: 'a' }]);
  });

  it('D-47: a fever on paper brought in days later opens a follow-up and does not pass for a reading of today', () => {
    const late = { ...read('a', at('2020-02-01 17:00'), 381), measuredAt: at('2020-01-30 09:00') };
    const { snapshot, effects } = screened(late);
    expect(effects.map(({ type }) => type)).toEqual(['open-follow-up']);
    expect([snapshot.state, snapshot.facts.nextBy]).toEqual(['unmeasured', at('2020-02-01 18:00')]);
  });

  it('not measured is not well: the time of the next reading stands', () => {
    const { snapshot, reasons } = screened(read('a', nine, null));
    expect([snapshot.state, snapshot.facts.nextBy]).toEqual(['unmeasured', at('2020-02-01 18:00')]);
    expect(reasons).toEqual([{ code: 'screening/not-measured', data: { personId: an } }]);
  });

  it('a reading lasts 24 hours; silence is told, late where nobody looked, and again a day after the wake-up', () => {
    const due = at('2020-02-02 09:00');
    expect(screened(read('a', nine, 365), tick(Instant.parse(due - 1))).snapshot.state).toBe('current');
    const { snapshot, effects } = screened(read('a', nine, 365), tick(at('2020-02-05 12:00')));
    expect(snapshot.state).toBe('outdated');
    expect(effects).toEqual([
      { type: 'reading-wanted', personId: an, missed: 1, id: `an:due:current:${due}:0`, at: due, late: true },
    ]);
    expect(snapshot.facts.nextBy).toBe(at('2020-02-06 12:00'));
  });

  it('a reading that was taken back says nothing any more', () => {
    const taken = {
      type: 'correct',
      id: 'b',
      at: at('2020-02-01 10:00'),
      by: bo,
      readingId: 'a',
      tenths: null,
      symptoms: [],
    } as const;
    const { snapshot } = screened(read('a', nine, 365), taken, tick(at('2020-02-01 10:00')));
    expect(snapshot.state).toBe('outdated');
  });

  it('D-49: its readings can be judged by a rule of freshness', () => {
    const { facts } = screened(read('a', nine, 365), read('b', at('2020-02-03 23:30'), null)).snapshot;
    const rule = {
      format: 'linli-freshness/1',
      id: 'fever',
      edition: 1,
      name: { zh: '体温', en: 'temperature' },
      kinds: [{ kind: 'temperature', name: { zh: '体温', en: 'temperature' }, maxAgeDays: 1 }],
    } as const;
    const records = readingDays(facts, zone);
    expect(records).toEqual([{ aboutId: an, kind: 'temperature', on: '2020-02-01' }]);
    // From 1 to 3 February are 2 days, one more than the rule allows; nobody ever measured bo.
    expect(staleRecords(rule, [an, bo], records, LocalDate.parse('2020-02-03'))).toEqual([
      { aboutId: bo, kind: 'temperature', status: 'never', lastOn: null, ageDays: null },
      { aboutId: an, kind: 'temperature', status: 'stale', lastOn: '2020-02-01', ageDays: 2 },
    ]);
  });

  it('names the path of every flaw of a rule', () => {
    const flawed = { ...fever2020, alarmSymptoms: ['hiccups'], symptoms: [...fever2020.symptoms, fever2020.symptoms[0]] };
    expect(parseScreeningRule(flawed)).toEqual({
      ok: false,
      reasons: [
        { code: 'screening-rule/named-twice', data: { path: 'symptoms.3.id' } },
        { code: 'screening-rule/unknown-symptom', data: { path: 'alarmSymptoms.0' } },
      ],
    });
    expect(parseScreeningRule({ ...fever2020, feverTenths: 37.3 })).toMatchObject({ ok: false });
    expect(parseScreeningRule(fever2020)).toMatchObject({ ok: true });
  });
});

const openedAt = at('2020-02-01 09:00');
function followed(...events: readonly (FollowUpEvent | Tick)[]): Step<FollowUpTypes> {
  const facts = newFollowUp(fever2020, { caseId: 'case-1', personId: an, readingId: 'a', at: openedAt });
  return events.reduce<Step<FollowUpTypes>>((step, event) => drive(followUp, step.snapshot, event), {
    snapshot: openProcess(followUp, 'case-1', facts),
    effects: [],
    passed: [],
    reasons: [],
    isTaken: true,
  });
}
const stem = (id: string, when: string) => ({ id, at: at(when), by: worker });
const takeUp: FollowUpEvent = { type: 'take-up', ...stem('t', '2020-02-01 10:00') };
const measure = (id: string, when: string, tenths: number | null): FollowUpEvent => ({
  type: 'measure',
  ...stem(id, when),
  tenths,
  symptoms: [],
});

describe('follow-up', () => {
  it('D-47: nobody looks: grid worker, committee, health centre, and the last again and again; nobody is cleared', () => {
    // Taken up within 120 minutes: due at 11:00, 13:00, 15:00, 17:00.
    const hours = ['11:00', '13:00', '15:00', '17:00'].map((time) => at(`2020-02-01 ${time}`));
    let snapshot = openProcess(
      followUp,
      'case-1',
      newFollowUp(fever2020, { caseId: 'case-1', personId: an, readingId: 'a', at: openedAt }),
    );
    const told = hours.map((when) => {
      const step = drive(followUp, snapshot, tick(when));
      snapshot = step.snapshot;
      return step.effects.map((effect) => ('to' in effect ? [effect.type, effect.to, effect.missed] : effect.type));
    });
    expect(told).toEqual([
      [['escalated', 'grid-worker', 1]],
      [['escalated', 'committee', 2]],
      [['escalated', 'health-centre', 3]],
      [['nobody-looks', 'health-centre', 4]],
    ]);
    expect(snapshot.state).toBe('open');
  });

  it('D-47: two measurements below the line in a row clear; one, or one that failed, does not', () => {
    const clear: FollowUpEvent = {
      type: 'clear',
      ...stem('c', '2020-02-02 10:00'),
      since: at('2020-02-02 09:00'),
      ground: 'measurements',
    };
    const low = [measure('1', '2020-02-01 16:00', 368), measure('2', '2020-02-01 23:00', 367)];
    expect(followed(takeUp, low[0]!, clear).reasons).toEqual([{ code: 'follow-up/not-yet-clear', data: { personId: an } }]);
    expect(followed(takeUp, ...low, measure('3', '2020-02-02 06:00', null), clear).isTaken).toBe(false);
    expect(followed(takeUp, ...low, clear).snapshot.state).toBe('cleared');
  });

  it('D-47: a measurement that failed leaves the time to measure again where it was', () => {
    // Taken up at 10:00, to be measured within 480 minutes.
    expect(followed(takeUp, measure('1', '2020-02-01 17:00', null)).snapshot.facts.nextBy).toBe(at('2020-02-01 18:00'));
    expect(followed(takeUp, measure('1', '2020-02-01 17:00', 374)).snapshot.facts.nextBy).toBe(at('2020-02-02 01:00'));
  });

  it('D-47: after a suspicion a thermometer clears nobody, and a confirmed patient recovers or is retracted', () => {
    const suspect: FollowUpEvent = { type: 'suspect', ...stem('s', '2020-02-01 12:00'), since: at('2020-02-01 08:00') };
    const confirm: FollowUpEvent = { type: 'confirm', ...stem('k', '2020-02-03 12:00'), since: at('2020-02-02 08:00') };
    const clear: FollowUpEvent = {
      type: 'clear',
      ...stem('c', '2020-02-04 09:00'),
      since: at('2020-02-04 09:00'),
      ground: 'measurements',
    };
    expect(followed(takeUp, suspect, clear).reasons[0]?.code).toBe('follow-up/clinic-must-say');
    expect(followed(takeUp, suspect, confirm, clear).reasons[0]?.code).toBe('follow-up/is-confirmed');
    expect(followed(takeUp, suspect, { ...clear, ground: 'clinic' }).snapshot.state).toBe('cleared');
  });

  it('D-48: what was counted can be counted again: as of a day, as it was known at an instant', () => {
    const suspect: FollowUpEvent = { type: 'suspect', ...stem('s', '2020-02-01 12:00'), since: at('2020-02-01 08:00') };
    const confirm: FollowUpEvent = { type: 'confirm', ...stem('k', '2020-02-03 12:00'), since: at('2020-02-02 08:00') };
    const retract: FollowUpEvent = { type: 'retract', ...stem('r', '2020-02-05 12:00'), reason: 'another person of that name' };
    const { history } = followed(takeUp, suspect, confirm, retract).snapshot.facts;
    const count = (on: string, known: string) => {
      const { patients, suspected } = caseCounts(history, { on: LocalDate.parse(on), zone, knownAt: at(known) });
      return { patients, suspected };
    };
    // On the evening of the 2nd nobody knew of the test: suspected. On the 4th the 2nd has a patient; on the 6th it has none.
    expect(count('2020-02-02', '2020-02-02 20:00')).toEqual({ patients: 0, suspected: 1 });
    expect(count('2020-02-02', '2020-02-04 20:00')).toEqual({ patients: 1, suspected: 0 });
    expect(count('2020-02-01', '2020-02-04 20:00')).toEqual({ patients: 0, suspected: 1 });
    expect(count('2020-02-02', '2020-02-06 20:00')).toEqual({ patients: 0, suspected: 0 });
    expect(count('2020-01-31', '2020-02-06 20:00')).toEqual({ patients: 0, suspected: 0 });
    expect(history.map(({ status, replaces }) => [status, replaces])).toEqual([
      ['observed', null],
      ['suspected', null],
      ['confirmed', null],
      ['observed', 'case-1/k'],
    ]);
  });

  it('D-48: a date put right keeps its place: the later status stands', () => {
    const suspect: FollowUpEvent = { type: 'suspect', ...stem('s', '2020-02-01 12:00'), since: at('2020-02-01 08:00') };
    const confirm: FollowUpEvent = { type: 'confirm', ...stem('k', '2020-02-03 12:00'), since: at('2020-02-03 08:00') };
    const redate: FollowUpEvent = {
      type: 'redate',
      ...stem('d', '2020-02-04 12:00'),
      entryId: 'case-1/s',
      since: at('2020-01-31 08:00'),
    };
    const { history } = followed(takeUp, suspect, confirm, redate).snapshot.facts;
    const known = { zone, knownAt: at('2020-02-05 00:00') };
    expect(caseCounts(history, { on: LocalDate.parse('2020-01-31'), ...known }).suspected).toBe(1);
    expect(caseCounts(history, { on: LocalDate.parse('2020-02-03'), ...known }).patients).toBe(1);
  });

  it('D-48: one follow-up that was cleared says nothing against another that stands', () => {
    const line = { personId: an, knownAt: openedAt, since: openedAt, by: worker, number: 1, replaces: null };
    const counts = caseCounts(
      [
        { id: 'x/1', caseId: 'x', status: 'confirmed', ...line },
        { id: 'y/1', caseId: 'y', status: 'cleared', ...line },
      ],
      { on: LocalDate.parse('2020-02-01'), zone, knownAt: openedAt },
    );
    expect([counts.patients, counts.people.cleared]).toEqual([1, []]);
  });

  it('D-47: a referral changes the place and not what is known', () => {
    const suspect: FollowUpEvent = { type: 'suspect', ...stem('s', '2020-02-01 12:00'), since: at('2020-02-01 08:00') };
    const { snapshot } = followed(takeUp, suspect, { type: 'refer', ...stem('f', '2020-02-01 13:00'), to: 'fever-clinic' });
    expect([snapshot.state, snapshot.facts.referredTo, snapshot.facts.history.length]).toEqual(['referred', 'fever-clinic', 2]);
  });
});
