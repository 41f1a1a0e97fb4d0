import type { Instant, PersonId } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import type { Ways } from '../process/process-types.ts';
import { enrolmentTexts } from './enrolment-texts.ts';
import {
  type Enrolled,
  type EnrolmentEffect,
  EnrolmentEvent,
  EnrolmentFacts,
  type EnrolmentTypes,
  type Stand,
} from './enrolment-types.ts';
import { boundsOf, type Programme } from './programme.ts';

/** Everybody who stands so, first come first. */
export const peopleWho = ({ people }: EnrolmentFacts, stand: Stand): readonly PersonId[] =>
  people.filter((each) => each.stand === stand).map(({ personId }) => personId);

const standOf = ({ people }: EnrolmentFacts, personId: PersonId): Stand | undefined =>
  people.find((each) => each.personId === personId)?.stand;

const who = (_: EnrolmentFacts, { personId }: { readonly personId: PersonId }) => ({ personId });

/** Whoever went out and comes back stands at the end; whoever was being checked has kept the place. */
function stand({ people }: EnrolmentFacts, entry: Enrolled): Partial<EnrolmentFacts> {
  const old = people.find(({ personId }) => personId === entry.personId);
  if (old?.stand === 'unchecked' && entry.stand !== 'out') return { people: people.map((each) => (each === old ? entry : each)) };
  return { people: [...people.filter((each) => each !== old), entry] };
}
type ApplyEvent = Extract<EnrolmentEvent, { readonly type: 'apply' }>;
const applies =
  (as: Stand) =>
  (facts: EnrolmentFacts, { personId, at }: ApplyEvent): Partial<EnrolmentFacts> =>
    stand(facts, { personId, stand: as, since: at, reason: null });

interface Goes {
  readonly personId: PersonId;
  readonly at: Instant;
  readonly reason: string | null;
}
const goes = (facts: EnrolmentFacts, { personId, at, reason }: Goes): Partial<EnrolmentFacts> =>
  stand(facts, { personId, stand: 'out', since: at, reason });

/** Whoever comes in stands just before whoever went. */
function goesAndLetsIn(facts: EnrolmentFacts, event: Goes): Partial<EnrolmentFacts> {
  const first = facts.people.find((each) => each.stand === 'waiting')!;
  const rest = { ...facts, people: facts.people.filter((each) => each !== first) };
  return goes({ ...rest, people: [...rest.people, { ...first, stand: 'in', since: event.at }] }, event);
}

const apply = (to: 'gathering' | 'short' | 'running'): Ways<EnrolmentTypes, 'apply'> => [
  { guard: 'is-listed', refused: true, because: 'enrolment/already-listed', data: who },
  { guard: 'is-not-eligible', refused: true, because: 'enrolment/not-eligible', data: who },
  {
    guard: 'is-unchecked',
    to,
    because: 'enrolment/unchecked',
    data: who,
    set: applies('unchecked'),
    effects: (_, { personId }) => [{ type: 'check-wanted', personId }],
  },
  { guard: 'is-full', to, because: 'enrolment/waiting', data: who, set: applies('waiting') },
  { to, because: 'enrolment/enrolled', data: who, set: applies('in') },
];
const decline = (to: 'gathering' | 'short' | 'running' | 'closed'): Ways<EnrolmentTypes, 'decline'> => [
  { guard: 'is-enrolled', refused: true, because: 'enrolment/is-enrolled', data: who },
  { to, because: 'enrolment/declined', data: who, set: goes },
];
const notEnrolled = { guard: 'is-not-enrolled', refused: true, because: 'enrolment/not-enrolled', data: who } as const;
const letsIn = (to: 'gathering' | 'short' | 'running'): Ways<EnrolmentTypes, 'leave'>[number] => ({
  guard: 'lets-somebody-in',
  to,
  because: 'enrolment/replaced',
  data: who,
  set: goesAndLetsIn,
  effects: ({ people }) => [{ type: 'moved-up', personId: people.at(-2)!.personId }],
});
const leaves = (to: 'gathering' | 'short' | 'running' | 'closed'): Ways<EnrolmentTypes, 'leave'>[number] => ({
  to,
  because: 'enrolment/left',
  data: who,
  set: goes,
});
const tooFew = (facts: EnrolmentFacts): readonly EnrolmentEffect[] => [
  { type: 'too-few', enrolled: peopleWho(facts, 'in').length, atLeast: boundsOf(facts.programme).atLeast },
];
const leavesTooFew = (to: 'running' | 'closed'): Ways<EnrolmentTypes, 'leave'>[number] => ({
  guard: 'leaves-too-few',
  to,
  because: 'enrolment/too-few-left',
  data: who,
  set: goes,
  effects: tooFew,
});

const start: Ways<EnrolmentTypes, 'start'> = [
  { guard: 'has-enough', to: 'running', because: 'enrolment/began' },
  { refused: true, because: 'enrolment/too-few' },
];
const dissolve: Ways<EnrolmentTypes, 'dissolve'> = [
  {
    to: 'dissolved',
    because: 'enrolment/dissolved',
    set: (_, { reason }) => ({ why: reason }),
    effects: ({ people }, { reason }) => [
      {
        type: 'tell-dissolved',
        reason,
        personIds: people.filter((each) => each.stand !== 'out').map(({ personId }) => personId),
      },
    ],
  },
];
const waitingOrUnchecked = (facts: EnrolmentFacts): readonly PersonId[] => [
  ...peopleWho(facts, 'waiting'),
  ...peopleWho(facts, 'unchecked'),
];
const finish: Ways<EnrolmentTypes, 'finish'> = [
  { guard: 'leaves-somebody-waiting', refused: true, because: 'enrolment/somebody-waits' },
  { guard: 'nobody-waits', to: 'finished', because: 'enrolment/finished' },
  {
    to: 'finished',
    because: 'enrolment/carried-on',
    data: (_, { toRunId }) => ({ toRunId: toRunId ?? '' }),
    set: (_, { toRunId }) => ({ carriedTo: toRunId }),
    effects: (facts, { toRunId }) => [{ type: 'carried-on', toRunId: toRunId ?? '', personIds: waitingOrUnchecked(facts) }],
  },
];
const knownSession = { guard: 'is-known-session', refused: true, because: 'enrolment/session-known' } as const;
const held = (to: 'running' | 'closed'): Ways<EnrolmentTypes, 'session-held'>[number] => ({
  to,
  because: 'enrolment/session-held',
  data: (_, { sessionNumber }) => ({ sessionNumber }),
  set: (_, { sessionNumber }) => ({ sessionsHeld: sessionNumber }),
});

/** One run of a programme: who takes part, who waits, who is still to be checked, and who is not enrolled. */
export const enrolment = defineProcess<EnrolmentTypes>({
  name: 'enrolment',
  version: 1,
  migrations: [],
  Facts: EnrolmentFacts,
  Event: EnrolmentEvent,
  initial: 'gathering',
  states: {
    gathering: {
      apply: apply('gathering'),
      decline: decline('gathering'),
      leave: [notEnrolled, letsIn('gathering'), leaves('gathering')],
      start,
      dissolve,
      due: [
        { guard: 'has-enough', to: 'running', because: 'enrolment/began' },
        { to: 'short', because: 'enrolment/too-few', effects: tooFew },
      ],
    },
    short: {
      apply: apply('short'),
      decline: decline('short'),
      leave: [notEnrolled, letsIn('short'), leaves('short')],
      start,
      extend: [
        { guard: 'is-not-later', refused: true, because: 'enrolment/extended-backwards' },
        { to: 'gathering', because: 'enrolment/extended', set: (_, { startBy }) => ({ startBy }) },
      ],
      dissolve,
    },
    running: {
      apply: apply('running'),
      decline: decline('running'),
      leave: [notEnrolled, letsIn('running'), leavesTooFew('running'), leaves('running')],
      'session-held': [
        knownSession,
        {
          guard: 'closes-the-group',
          to: 'closed',
          because: 'enrolment/closed',
          data: (_, { sessionNumber }) => ({ sessionNumber }),
          set: (_, { sessionNumber }) => ({ sessionsHeld: sessionNumber }),
          effects: (facts) => [
            { type: 'membership-closed', memberIds: peopleWho(facts, 'in'), waitingIds: waitingOrUnchecked(facts) },
          ],
        },
        held('running'),
      ],
      finish,
      dissolve,
    },
    closed: {
      apply: [{ refused: true, because: 'enrolment/is-closed', data: who }],
      decline: decline('closed'),
      leave: [notEnrolled, leavesTooFew('closed'), leaves('closed')],
      'session-held': [knownSession, held('closed')],
      finish,
      dissolve,
    },
    finished: {},
    dissolved: {},
  },
  guards: {
    'is-listed': (facts, event) => event.type === 'apply' && isListed(standOf(facts, event.personId)),
    'is-not-eligible': (_, event) => event.type === 'apply' && event.eligible === 'no',
    'is-unchecked': (_, event) => event.type === 'apply' && event.eligible === 'unknown',
    'is-full': (facts) => isFull(facts),
    'is-enrolled': (facts, event) => event.type === 'decline' && standOf(facts, event.personId) === 'in',
    'is-not-enrolled': (facts, event) => event.type === 'leave' && standOf(facts, event.personId) !== 'in',
    'lets-somebody-in': (facts) => peopleWho(facts, 'waiting').length > 0,
    'leaves-too-few': (facts) => peopleWho(facts, 'in').length <= boundsOf(facts.programme).atLeast,
    'has-enough': (facts) => peopleWho(facts, 'in').length >= boundsOf(facts.programme).atLeast,
    'is-not-later': (_, event) => event.type === 'extend' && event.startBy <= event.at,
    'is-known-session': ({ sessionsHeld }, event) => event.type === 'session-held' && event.sessionNumber <= sessionsHeld,
    'closes-the-group': ({ programme: { shape } }, event) =>
      shape.kind === 'group' && event.type === 'session-held' && event.sessionNumber >= shape.closesAfterSession,
    'leaves-somebody-waiting': (facts, event) =>
      event.type === 'finish' && event.toRunId === null && waitingOrUnchecked(facts).length > 0,
    'nobody-waits': (facts) => waitingOrUnchecked(facts).length === 0,
  },
  due: (state, { startBy }) => (state === 'gathering' ? startBy : null),
  texts: enrolmentTexts,
});

const isListed = (stand: Stand | undefined): boolean => stand === 'in' || stand === 'waiting';

function isFull(facts: EnrolmentFacts): boolean {
  const { atMost } = boundsOf(facts.programme);
  return atMost !== null && peopleWho(facts, 'in').length >= atMost;
}

/** A run with nobody in it yet. */
export const newEnrolment = (programme: Programme, startBy: Instant): EnrolmentFacts => ({
  programme,
  people: [],
  startBy,
  sessionsHeld: 0,
  carriedTo: null,
  why: null,
});
