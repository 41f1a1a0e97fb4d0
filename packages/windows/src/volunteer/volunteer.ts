import type { Instant } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import { openProcess } from '../process/drive.ts';
import type { Snapshot } from '../process/snapshot.ts';
import { isTrained } from './training-record.ts';
import type { VolunteerDefinition } from './volunteer-definition.ts';
import { VolunteerEvent, VolunteerFacts, type VolunteerTypes } from './volunteer-facts.ts';
import { volunteerProcessTexts } from './volunteer-texts.ts';
import {
  about,
  activated,
  ageTold,
  course,
  courseNotYet,
  coursePassed,
  daysAfter,
  expiryAfter,
  left,
  leftAtWork,
  noted,
  paused,
  rejected,
  today,
  waitsActive,
  waitsPaused,
  waitsTrained,
} from './volunteer-ways.ts';

/**
 * From an application to a first service and out again. Silence never ends it and never begins it: somebody who is quiet
 * is asked, and somebody who is paused is asked back.
 */
export const volunteer = defineProcess<VolunteerTypes>({
  name: 'volunteer',
  version: 1,
  migrations: [],
  Facts: VolunteerFacts,
  Event: VolunteerEvent,
  initial: 'prospect',
  states: {
    prospect: {
      applied: [{ to: 'applied', because: 'volunteer/applied', data: about }],
      'age-told': ageTold('prospect'),
      left,
    },
    applied: {
      'age-told': ageTold('applied'),
      screened: [
        { guard: 'is-age-unknown', refused: true, because: 'volunteer/age-unknown', data: about },
        { guard: 'lacks-guardian', refused: true, because: 'volunteer/guardian-needed', data: about },
        {
          guard: 'has-all-courses',
          to: 'trained',
          because: 'volunteer/screened-and-trained',
          data: about,
          set: (facts, { at }) => ({ expiryAt: expiryAfter(facts, facts.trainings, at) }),
        },
        { to: 'screened', because: 'volunteer/screened', data: about },
      ],
      rejected,
      left,
    },
    screened: {
      'age-told': ageTold('screened'),
      'course-passed': [
        courseNotYet,
        {
          guard: 'completes-courses',
          to: 'trained',
          because: 'volunteer/trained',
          data: about,
          set: noted,
        },
        { to: 'screened', because: 'volunteer/course-noted', data: course, set: noted },
      ],
      rejected,
      left,
    },
    trained: {
      'age-told': ageTold('trained'),
      'course-passed': coursePassed('trained'),
      activated: activated('volunteer/activated'),
      rejected,
      left,
      due: waitsTrained,
    },
    active: {
      'age-told': [
        { guard: 'is-own-guardian', refused: true, because: 'volunteer/own-guardian', data: about },
        {
          guard: 'would-be-unguarded',
          to: 'paused',
          because: 'volunteer/paused-for-guardian',
          data: about,
          set: (facts, { at, isMinor, guardianId }) => ({
            isMinor,
            guardianId,
            why: 'guardian-needed',
            quietAt: null,
            returnAt: daysAfter(facts, at, facts.definition.askAgainDays),
          }),
          effects: ({ personId }) => [
            { type: 'guardian-asked', personId },
            { type: 'duties-handed-over', personId, until: null },
          ],
        },
        {
          to: 'active',
          because: 'volunteer/age-noted',
          data: about,
          set: (_, { isMinor, guardianId }) => ({ isMinor, guardianId }),
        },
      ],
      'course-passed': coursePassed('active'),
      served: [
        {
          to: 'active',
          because: 'volunteer/served',
          data: about,
          set: (facts, { at }) => ({ quietAt: daysAfter(facts, at, facts.definition.quietDays) }),
        },
      ],
      paused,
      left: leftAtWork,
      due: waitsActive,
    },
    paused: {
      'age-told': ageTold('paused'),
      'course-passed': coursePassed('paused'),
      activated: activated('volunteer/returned'),
      paused,
      left: leftAtWork,
      due: waitsPaused,
    },
    rejected: {
      applied: [
        {
          guard: 'is-too-soon',
          refused: true,
          because: 'volunteer/too-soon',
          data: (facts) => ({
            ...about(facts),
            fromDate: facts.reapplyFrom === null ? '' : today(facts, facts.reapplyFrom),
          }),
        },
        {
          to: 'applied',
          because: 'volunteer/applied-again',
          data: about,
          set: () => ({ why: null, reapplyFrom: null }),
        },
      ],
      'age-told': ageTold('rejected'),
      left,
    },
    left: {},
  },
  guards: {
    'is-too-soon': ({ reapplyFrom }, { type, at }) => type === 'applied' && reapplyFrom !== null && at < reapplyFrom,
    'is-own-guardian': ({ personId }, event) => event.type === 'age-told' && event.guardianId === personId,
    'would-be-unguarded': (_, event) =>
      event.type === 'age-told' && (event.isMinor === null || (event.isMinor && event.guardianId === null)),
    'is-age-unknown': ({ isMinor }) => isMinor === null,
    'lacks-guardian': ({ isMinor, guardianId }) => isMinor === true && guardianId === null,
    'has-all-courses': (facts, { at }) => isTrained(facts.trainings, facts.definition.requiredCourses, today(facts, at)),
    'begins-later': (facts, event) => event.type === 'course-passed' && event.record.from > today(facts, event.at),
    'completes-courses': (facts, event) =>
      event.type === 'course-passed' &&
      isTrained([...facts.trainings, event.record], facts.definition.requiredCourses, today(facts, event.at)),
    'lacks-course': (facts, { at }) => !isTrained(facts.trainings, facts.definition.requiredCourses, today(facts, at)),
    'returns-in-past': (facts, event) =>
      event.type === 'paused' && event.returnOn !== null && event.returnOn <= today(facts, event.at),
    'is-course-due': ({ expiryAt }, { at }) => expiryAt === at,
    'are-both-due': ({ expiryAt, quietAt, returnAt }, { at }) => expiryAt === at && (quietAt === at || returnAt === at),
  },
  due: (state, { expiryAt, quietAt, returnAt }) => {
    if (state !== 'trained' && state !== 'active' && state !== 'paused') return null;
    const waits = [expiryAt, quietAt, returnAt].filter((at) => at !== null);
    return waits.length === 0 ? null : (Math.min(...waits) as Instant);
  },
  texts: volunteerProcessTexts,
});

/** Somebody who has not applied yet. Who comes back after leaving is opened anew, with the trainings that still hold. */
export const openVolunteer = (
  definition: VolunteerDefinition,
  id: string,
  person: Pick<VolunteerFacts, 'personId' | 'isMinor' | 'guardianId' | 'trainings'>,
): Snapshot<VolunteerTypes> =>
  openProcess(volunteer, id, {
    definition,
    personId: person.personId,
    isMinor: person.isMinor,
    guardianId: person.guardianId,
    trainings: person.trainings,
    expiryAt: null,
    quietAt: null,
    returnAt: null,
    reapplyFrom: null,
    why: null,
  });
