import { type Instant, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { drive, type Step } from '../../src/process/drive.ts';
import { duowenVolunteer } from '../../src/volunteer/duowen-volunteer.ts';
import { volunteer } from '../../src/volunteer/volunteer.ts';
import { parseVolunteerDefinition } from '../../src/volunteer/volunteer-definition.ts';
import type { VolunteerTypes } from '../../src/volunteer/volunteer-facts.ts';
import { at, person, start } from '../case-file/paths.ts';
import { tick } from '../case-file/story.ts';
import { date, noted, record, type Said, type Volunteer, xu, young } from './paths.ts';

const said = (one: Volunteer, event: Said, when: Instant = one.at ?? start): Step<VolunteerTypes> =>
  drive(volunteer, one, noted(one, when, event));
const after = (events: readonly Said[], one: Volunteer = xu, when?: Instant): Volunteer =>
  events.reduce((now, event) => {
    const step = said(now, event, when);
    expect(step.isTaken, event.type).toBe(true);
    return step.snapshot;
  }, one);
const whyNot = (one: Volunteer, event: Said, when?: Instant) => {
  const step = said(one, event, when);
  expect(step.isTaken).toBe(false);
  expect(step.snapshot.state).toBe(one.state);
  return step.reasons[0]?.code;
};

const visiting = record('elder-visiting', '2020-03-01', '2021-03-01');
const screened: readonly Said[] = [{ type: 'applied' }, { type: 'screened' }];
const active: readonly Said[] = [...screened, { type: 'course-passed', record: visiting }, { type: 'activated' }];

describe('volunteer', () => {
  it('D-21: applied -> screened -> trained -> active -> paused -> left', () => {
    const events: readonly Said[] = [
      ...active,
      { type: 'paused', why: 'exams', returnOn: date('2020-06-20') },
      { type: 'left', why: 'moved-away' },
    ];
    const states = events.map((_, index) => after(events.slice(0, index + 1)).state);
    expect(states).toEqual(['applied', 'screened', 'trained', 'active', 'paused', 'left']);
    expect(whyNot(after(screened), { type: 'activated' })).toBe('process/not-now');
    expect(whyNot(after([{ type: 'applied' }]), { type: 'activated' })).toBe('process/not-now');
  });

  it('D-21: refused with a reason, and a new application from a date on', () => {
    // 30 March and 90 days: 28 June.
    const refused = after([{ type: 'applied' }, { type: 'rejected', why: 'unsuitable' }]);
    expect([refused.state, refused.facts.why, refused.facts.reapplyFrom]).toEqual([
      'rejected',
      'unsuitable',
      at('2020-06-28 00:00'),
    ]);
    const early = said(refused, { type: 'applied' }, at('2020-06-27 23:59'));
    expect([early.isTaken, early.reasons[0]]).toEqual([
      false,
      { code: 'volunteer/too-soon', data: { personId: 'xu', fromDate: '2020-06-28' } },
    ]);
    expect(said(refused, { type: 'applied' }, at('2020-06-28 00:00')).snapshot.state).toBe('applied');
  });

  it('D-21: a minor needs a guardian who is somebody else, and an unknown age is not grown up', () => {
    const applied = after([{ type: 'applied' }], young);
    expect(whyNot(applied, { type: 'screened' })).toBe('volunteer/guardian-needed');
    expect(whyNot(applied, { type: 'age-told', isMinor: true, guardianId: person('xu') })).toBe('volunteer/own-guardian');
    const guarded = after([{ type: 'age-told', isMinor: true, guardianId: person('mother') }, { type: 'screened' }], applied);
    expect(guarded.state).toBe('screened');
    const unknown = after([{ type: 'age-told', isMinor: null, guardianId: null }], applied);
    expect(whyNot(unknown, { type: 'screened' })).toBe('volunteer/age-unknown');

    const minor: Said = { type: 'age-told', isMinor: true, guardianId: null };
    const stopped = said(after(active), minor);
    expect(stopped.snapshot.state).toBe('paused');
    expect(stopped.effects.map(({ type }) => type)).toEqual(['guardian-asked', 'duties-handed-over']);
    expect(whyNot(stopped.snapshot, { type: 'activated' })).toBe('volunteer/guardian-needed');
  });

  it('D-21: a pause ends by a question and never by itself', () => {
    const paused = said(after(active), { type: 'paused', why: 'exams', returnOn: date('2020-06-20') });
    expect(paused.effects).toMatchObject([{ type: 'duties-handed-over', until: at('2020-06-20 00:00') }]);
    const asked = drive(volunteer, paused.snapshot, tick(at('2020-06-21 08:00')));
    expect(asked.effects).toMatchObject([{ type: 'return-proposed', at: at('2020-06-20 00:00'), late: true }]);
    // Asked again 14 days from when somebody looked.
    expect([asked.snapshot.state, asked.snapshot.facts.returnAt]).toEqual(['paused', at('2020-07-05 00:00')]);
    expect(said(asked.snapshot, { type: 'activated' }).reasons[0]?.code).toBe('volunteer/returned');
    expect(whyNot(after(active), { type: 'paused', why: 'exams', returnOn: date('2020-03-30') })).toBe(
      'volunteer/return-in-past',
    );
    const open = after([...active, { type: 'paused', why: 'ill', returnOn: null }]);
    expect(open.facts.returnAt).toBe(at('2020-04-13 00:00'));
  });

  it('D-21: somebody who is quiet is asked how they are and stays', () => {
    // Active on 30 March, quiet after 60 days: 29 May.
    const quiet = drive(volunteer, after(active), tick(at('2020-05-29 00:00')));
    expect(quiet.effects).toMatchObject([{ type: 'well-being-asked', personId: 'xu' }]);
    expect([quiet.snapshot.state, quiet.snapshot.facts.quietAt]).toEqual(['active', at('2020-07-28 00:00')]);
    const served = said(after(active), { type: 'served' }, at('2020-05-01 15:00'));
    expect(served.snapshot.facts.quietAt).toBe(at('2020-06-30 00:00'));
  });

  it('D-22: a required course that runs out is flagged once, on its day, and drops nobody', () => {
    const renewing = after(
      [{ type: 'course-passed', record: record('elder-visiting', '2020-03-20', '2020-04-30') }],
      after(screened),
    );
    const started = after([{ type: 'activated' }], renewing);
    expect(started.facts.expiryAt).toBe(at('2020-04-30 00:00'));
    const flagged = drive(volunteer, started, tick(at('2020-05-02 12:00')));
    expect(flagged.effects).toMatchObject([{ type: 'course-expired', courses: ['elder-visiting'], at: at('2020-04-30 00:00') }]);
    expect([flagged.snapshot.state, flagged.snapshot.facts.expiryAt]).toEqual(['active', null]);

    const renewed = after([{ type: 'course-passed', record: record('elder-visiting', '2020-03-25', '2021-04-30') }], started);
    expect(renewed.facts.expiryAt).toBe(at('2021-04-30 00:00'));
    // Who pauses meanwhile comes back only with the course.
    const paused = after([{ type: 'paused', why: 'ill', returnOn: null }], flagged.snapshot);
    expect(whyNot(paused, { type: 'activated' })).toBe('volunteer/course-needed');
  });

  it('D-22: a course that runs out on a day the calendar leaves out is flagged as the next day begins', () => {
    // Apia went from 29 to 31 December 2011.
    const zone = Zone.parse('Pacific/Apia');
    const far: Volunteer = { ...xu, facts: { ...xu.facts, definition: { ...xu.facts.definition, zone } } };
    const run: readonly Said[] = [
      ...screened,
      { type: 'course-passed', record: record('elder-visiting', '2011-01-01', '2011-12-30') },
      { type: 'activated' },
    ];
    const flagged = drive(volunteer, after(run, far, at('2011-12-01 10:00', zone)), tick(at('2011-12-31 08:00', zone)));
    expect(flagged.effects).toMatchObject([
      { type: 'course-expired', courses: ['elder-visiting'], at: at('2011-12-31 00:00', zone) },
    ]);
  });

  it('D-22: a course that begins later is not passed yet', () => {
    const later = record('elder-visiting', '2020-04-01', null);
    expect(whyNot(after(screened), { type: 'course-passed', record: later })).toBe('volunteer/course-not-yet');
    const enough = after([{ type: 'course-passed', record: record('first-aid', '2020-01-01', null) }], after(screened));
    expect(enough.state).toBe('screened');
  });
});

describe('volunteer definition', () => {
  it('names every flaw with its path', () => {
    expect(parseVolunteerDefinition(duowenVolunteer).ok).toBe(true);
    const flawed = { ...duowenVolunteer, requiredCourses: ['a', 'b', 'a'] };
    expect(parseVolunteerDefinition(flawed).reasons).toEqual([
      { code: 'volunteer/course-twice', data: { path: 'requiredCourses.2', course: 'a' } },
    ]);
    expect(parseVolunteerDefinition({ ...duowenVolunteer, quietDays: 0 }).reasons.map(({ data }) => data?.['path'])).toEqual([
      'quietDays',
    ]);
  });
});
