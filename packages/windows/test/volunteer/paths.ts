import { type Instant, LocalDate, PersonId } from '@linli/model';
import type { Tick } from '../../src/process/drive.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import { duowenVolunteer } from '../../src/volunteer/duowen-volunteer.ts';
import type { TrainingRecord } from '../../src/volunteer/training-record.ts';
import { openVolunteer, volunteer } from '../../src/volunteer/volunteer.ts';
import type { VolunteerEvent, VolunteerFacts, VolunteerTypes } from '../../src/volunteer/volunteer-facts.ts';
import { at, person, start } from '../case-file/paths.ts';
import { tick } from '../case-file/story.ts';
import type { AnyPlan } from '../paths.ts';

export type Volunteer = Snapshot<VolunteerTypes>;

export const date = (text: string): LocalDate => LocalDate.parse(text);
export const record = (course: string, from: string, until: string | null): TrainingRecord => ({
  course,
  from: date(from),
  until: until === null ? null : date(until),
});
const open = (person: Partial<VolunteerFacts>): Volunteer =>
  openVolunteer(duowenVolunteer, 'intake-1', {
    personId: PersonId.parse('xu'),
    isMinor: false,
    guardianId: null,
    trainings: [],
    ...person,
  });
export const xu = open({});
export const young = open({ isMinor: true });

type Distribute<Event> = Event extends unknown ? Omit<Event, 'id' | 'at' | 'by'> : never;
export type Said = Distribute<VolunteerEvent>;
/** An event of a volunteer with its stamp, noted by the coordinator; its id is new to the snapshot. */
export const noted = ({ seen }: Volunteer, at: Instant, event: Said): VolunteerEvent => {
  const stamp = { ...event, id: `${event.type}-${seen.length}`, at };
  return (event.type === 'served' ? stamp : { ...stamp, by: person('coordinator') }) as VolunteerEvent;
};

// Active from 30 March, quiet on 29 May, 60 days later.
const quietOn = '2020-05-29';
/** Everything that can be said to a volunteer at one moment. */
const samples = (one: Volunteer, at: Instant): readonly (VolunteerEvent | Tick)[] => [
  tick(at),
  ...[
    { type: 'applied' } as const,
    ...[
      [false, null],
      [true, null],
      [true, 'mother'],
      [true, 'xu'],
      [null, null],
    ].map(([isMinor, guardian]) => ({ type: 'age-told', isMinor, guardianId: guardian }) as Said),
    { type: 'screened' } as const,
    { type: 'rejected', why: 'unsuitable' } as const,
    ...[
      record('elder-visiting', '2020-03-01', quietOn),
      record('elder-visiting', '2020-03-01', '2020-06-10'),
      record('elder-visiting', '2020-04-10', null),
      record('first-aid', '2020-01-01', null),
    ].map((record) => ({ type: 'course-passed', record }) as const),
    { type: 'activated' } as const,
    { type: 'served' } as const,
    ...['2020-03-30', quietOn, '2021-01-01', null].map(
      (text) => ({ type: 'paused', why: 'on-leave', returnOn: text === null ? null : date(text) }) as const,
    ),
    { type: 'left', why: 'moved-away' } as const,
  ].map((event) => noted(one, at, event)),
];

const next: Partial<Record<Volunteer['state'], readonly VolunteerEvent['type'][]>> = {
  prospect: ['applied'],
  applied: ['screened'],
  screened: ['course-passed'],
  trained: ['activated'],
  active: ['served'],
  paused: ['activated'],
  rejected: ['applied'],
};
/** As likely as all else together: what leads on, so that stories get far. */
export const likely = (one: Volunteer, at: Instant): readonly (VolunteerEvent | Tick)[] => {
  const all = samples(one, at);
  const leading = all.filter(({ type }) => type !== 'tick' && next[one.state]?.includes(type));
  return [...all, ...all.flatMap((_, index) => leading[index % leading.length] ?? [])];
};

export const plans: readonly AnyPlan[] = [
  {
    process: volunteer,
    facts: [xu, young, open({ isMinor: null }), open({ trainings: [record('elder-visiting', '2020-01-01', null)] })].map(
      ({ facts }) => facts,
    ),
    events: (one: Volunteer) => {
      if (one.facts.trainings.length > 2) return [];
      const due = volunteer.due(one.state, one.facts);
      const { reapplyFrom } = one.facts;
      const again = reapplyFrom === null ? [] : [noted(one, reapplyFrom, { type: 'applied' })];
      const now = one.at ?? start;
      return [...again, ...samples(one, now), ...(due === null || due > at('2020-09-01') ? [] : [tick(due - 1), tick(due)])];
    },
  },
];
