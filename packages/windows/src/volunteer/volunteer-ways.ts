import { addDays, type Instant, instantAt, type LocalDate, localDateOf, WallTime } from '@linli/model';
import type { Due, Ways } from '../process/process-types.ts';
import { runOuts, type TrainingRecord } from './training-record.ts';
import type {
  VolunteerCode,
  VolunteerEffect,
  VolunteerEvent,
  VolunteerFacts,
  VolunteerState,
  VolunteerTypes,
} from './volunteer-facts.ts';

// The ways that several states of a volunteer share, and their dates.

type Facts = VolunteerFacts;

const midnight = WallTime.parse('00:00');
export const about = ({ personId }: Facts) => ({ personId });
export const today = ({ definition }: Facts, at: Instant): LocalDate => localDateOf(at, definition.zone);
const dayStart = ({ definition }: Facts, date: LocalDate): Instant => instantAt(date, midnight, definition.zone);
export const daysAfter = (facts: Facts, at: Instant, days: number): Instant => dayStart(facts, addDays(today(facts, at), days));

const stopsOf = (facts: Facts, trainings: readonly TrainingRecord[]) =>
  runOuts(trainings, facts.definition.requiredCourses).map(({ course, date }) => ({ course, at: dayStart(facts, date) }));
export const expiryAfter = (facts: Facts, trainings: readonly TrainingRecord[], at: Instant): Instant | null =>
  stopsOf(facts, trainings).find((stop) => stop.at > at)?.at ?? null;

/** Every wait of a state is set as it is entered, so that none of another state stays behind. */
const atRest = { quietAt: null, returnAt: null } as const;
const atWork = (facts: Facts, at: Instant) => ({
  quietAt: daysAfter(facts, at, facts.definition.quietDays),
  returnAt: null,
  expiryAt: expiryAfter(facts, facts.trainings, at),
  why: null,
});

export const ageTold = (state: VolunteerState): Ways<VolunteerTypes, 'age-told'> => [
  { guard: 'is-own-guardian', refused: true, because: 'volunteer/own-guardian', data: about },
  {
    to: state,
    because: 'volunteer/age-noted',
    data: about,
    set: (_, { isMinor, guardianId }) => ({ isMinor, guardianId }),
  },
];

type CoursePassed = Extract<VolunteerEvent, { readonly type: 'course-passed' }>;
export const course = (facts: Facts, { record }: CoursePassed) => ({ ...about(facts), course: record.course });
export const noted = (facts: Facts, { at, record }: CoursePassed): Partial<Facts> => {
  const trainings = [...facts.trainings, record];
  return { trainings, expiryAt: expiryAfter(facts, trainings, at) };
};
export const courseNotYet = { guard: 'begins-later', refused: true, because: 'volunteer/course-not-yet', data: course } as const;
export const coursePassed = (state: VolunteerState): Ways<VolunteerTypes, 'course-passed'> => [
  courseNotYet,
  { to: state, because: 'volunteer/course-noted', data: course, set: noted },
];

export const activated = (because: 'volunteer/activated' | 'volunteer/returned'): Ways<VolunteerTypes, 'activated'> => [
  { guard: 'is-age-unknown', refused: true, because: 'volunteer/age-unknown', data: about },
  { guard: 'lacks-guardian', refused: true, because: 'volunteer/guardian-needed', data: about },
  { guard: 'lacks-course', refused: true, because: 'volunteer/course-needed', data: about },
  { to: 'active', because, data: about, set: (facts, { at }) => atWork(facts, at) },
];

export const paused: Ways<VolunteerTypes, 'paused'> = [
  { guard: 'returns-in-past', refused: true, because: 'volunteer/return-in-past', data: about },
  {
    to: 'paused',
    because: 'volunteer/paused',
    data: about,
    set: (facts, { at, why, returnOn }) => ({
      why,
      quietAt: null,
      returnAt: returnOn === null ? daysAfter(facts, at, facts.definition.askAgainDays) : dayStart(facts, returnOn),
    }),
    effects: ({ personId, returnAt }, { returnOn }) => [
      { type: 'duties-handed-over', personId, until: returnOn === null ? null : returnAt },
    ],
  },
];
export const rejected: Ways<VolunteerTypes, 'rejected'> = [
  {
    to: 'rejected',
    because: 'volunteer/rejected',
    data: (facts) => ({ ...about(facts), why: facts.why ?? '' }),
    set: (facts, { at, why }) => ({ why, reapplyFrom: daysAfter(facts, at, facts.definition.reapplyAfterDays), expiryAt: null }),
  },
];
const leaves = {
  to: 'left',
  because: 'volunteer/left',
  data: about,
  set: (_: Facts, { why }: { readonly why: string }) => ({ ...atRest, why, expiryAt: null }),
} as const;
export const left: Ways<VolunteerTypes, 'left'> = [leaves];
/** Somebody with duties leaves: they are named to others and do not lie there. */
export const leftAtWork: Ways<VolunteerTypes, 'left'> = [
  { ...leaves, effects: ({ personId }) => [{ type: 'duties-handed-over', personId, until: null }] },
];

const expired = (facts: Facts, { at }: Due): readonly VolunteerEffect[] => [
  {
    type: 'course-expired',
    personId: facts.personId,
    courses: stopsOf(facts, facts.trainings).flatMap((stop) => (stop.at === at ? [stop.course] : [])),
  },
];
const passExpiry = (facts: Facts, { at }: Due) => ({ expiryAt: expiryAfter(facts, facts.trainings, at) });
// The next question waits from when somebody looked: a host that slept does not ask ten times in one morning.
const askLater = (facts: Facts, { now }: Due) => ({ quietAt: daysAfter(facts, now, facts.definition.quietDays) });
const proposeLater = (facts: Facts, { now }: Due) => ({ returnAt: daysAfter(facts, now, facts.definition.askAgainDays) });
const wellBeing = ({ personId }: Facts): readonly VolunteerEffect[] => [{ type: 'well-being-asked', personId }];
const proposal = ({ personId }: Facts): readonly VolunteerEffect[] => [{ type: 'return-proposed', personId }];

/** The waits of somebody at work or at rest: a course that runs out, and the one question of the state. */
const waits = (
  state: 'active' | 'paused',
  both: VolunteerCode,
  alone: VolunteerCode,
  later: (facts: Facts, due: Due) => Partial<Facts>,
  question: (facts: Facts) => readonly VolunteerEffect[],
): Ways<VolunteerTypes, 'due'> => [
  {
    guard: 'are-both-due',
    to: state,
    because: both,
    data: about,
    set: (facts, due) => ({ ...passExpiry(facts, due), ...later(facts, due) }),
    effects: (facts, due) => [...expired(facts, due), ...question(facts)],
  },
  { guard: 'is-course-due', to: state, because: 'volunteer/course-expired', data: about, set: passExpiry, effects: expired },
  { to: state, because: alone, data: about, set: later, effects: question },
];
export const waitsTrained: Ways<VolunteerTypes, 'due'> = [
  { to: 'trained', because: 'volunteer/course-expired', data: about, set: passExpiry, effects: expired },
];
export const waitsActive = waits('active', 'volunteer/course-expired-and-quiet', 'volunteer/quiet', askLater, wellBeing);
export const waitsPaused = waits(
  'paused',
  'volunteer/course-expired-and-return-due',
  'volunteer/return-due',
  proposeLater,
  proposal,
);
