import type { Instant, PersonId } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import type { Ways } from '../process/process-types.ts';
import { type ContactEffect, contactOf } from './contact.ts';
import { sessionTexts } from './session-texts.ts';
import { type Mark, type SessionEffect, SessionEvent, SessionFacts, type SessionTypes } from './session-types.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** What is said of somebody; an unmarked person is unknown. */
export const markOf = ({ attendance }: SessionFacts, personId: PersonId): Mark =>
  attendance.find((each) => each.personId === personId)?.mark ?? 'unknown';

/** Everybody expected or marked, once each, the expected first. */
export const peopleOf = ({ expected, attendance }: SessionFacts): readonly PersonId[] => [
  ...new Set([...expected, ...attendance.map(({ personId }) => personId)]),
];

const marked = (facts: SessionFacts, mark: Mark): readonly PersonId[] =>
  peopleOf(facts).filter((personId) => markOf(facts, personId) === mark);

type MarkEvent = Extract<SessionEvent, { readonly type: 'mark' }>;

const write = ({ attendance }: SessionFacts, { personId, mark, at, by }: MarkEvent): Partial<SessionFacts> => {
  const old = attendance.find((each) => each.personId === personId);
  if (old === undefined) return { attendance: [...attendance, { personId, mark, at, by, was: [] }] };
  const { was, ...before } = old;
  const corrected = { personId, mark, at, by, was: [...was, { mark: before.mark, at: before.at, by: before.by }] };
  return { attendance: attendance.map((each) => (each === old ? corrected : each)) };
};

const metNow = ({ programme, span }: SessionFacts, { personId, mark, by }: MarkEvent): readonly ContactEffect[] =>
  mark === 'present' ? contactOf(programme, { personId, metAt: span.from, by }) : [];

function changed(facts: SessionFacts, event: MarkEvent): readonly SessionEffect[] {
  const { programme, span, attendance } = facts;
  const { personId, mark } = event;
  const was = attendance.find((each) => each.personId === personId)?.was.at(-1)?.mark ?? 'unknown';
  const isWithdrawn = was === 'present' && programme.countsAsContact;
  return [
    { type: 'attendance-corrected', personId, was, mark },
    ...(isWithdrawn
      ? [{ type: 'contact-withdrawn', programmeId: programme.id, personId, metAt: span.from } as const]
      : metNow(facts, event)),
  ];
}

const marks = (to: 'open' | 'unconfirmed' | 'held'): Ways<SessionTypes, 'mark'> => [
  { guard: 'is-no-member', refused: true, because: 'session/no-member', data: (_, { personId }) => ({ personId }) },
  { guard: 'is-over-capacity', refused: true, because: 'session/full', data: (_, { personId }) => ({ personId }) },
  { guard: 'is-the-same', refused: true, because: 'session/already-marked', data: (_, { personId }) => ({ personId }) },
  {
    guard: 'is-correction',
    to,
    because: 'session/corrected',
    data: (_, { personId }) => ({ personId }),
    set: write,
    effects: changed,
  },
  { to, because: 'session/marked', data: (_, { personId }) => ({ personId }), set: write, effects: metNow },
];

const hold: Ways<SessionTypes, 'hold'> = [
  {
    to: 'held',
    because: 'session/held',
    data: ({ sessionNumber }) => ({ sessionNumber }),
    set: ({ programme }, { at }) => ({ fileAt: (at + programme.correctionHours * HOUR) as Instant }),
    effects: (facts, { by }) => [
      {
        type: 'session-held',
        leaderId: facts.leaderId,
        sessionNumber: facts.sessionNumber,
        span: facts.span,
        by,
        presentIds: marked(facts, 'present'),
        unknownIds: marked(facts, 'unknown'),
      },
    ],
  },
];

const cancel: Ways<SessionTypes, 'cancel'> = [
  {
    to: 'cancelled',
    because: 'session/cancelled',
    data: ({ sessionNumber }) => ({ sessionNumber }),
    set: (_, { reason }) => ({ why: reason }),
    effects: (facts, { reason }) => [{ type: 'tell-cancelled', personIds: peopleOf(facts), reason }],
  },
];

const move: Ways<SessionTypes, 'move'> = [
  { guard: 'goes-back', refused: true, because: 'session/moved-back' },
  {
    to: 'moved',
    because: 'session/moved',
    data: (_, { sessionId }) => ({ sessionId }),
    set: (_, { reason, sessionId, span }) => ({ why: reason, movedTo: { sessionId, span } }),
    effects: (facts, { reason, sessionId, span }) => [
      { type: 'session-moved', sessionId, span, personIds: peopleOf(facts), reason },
    ],
  },
];

/** It should be over and nobody has said that it was held: that is asked, and asked again, and never guessed. */
const silent: Ways<SessionTypes, 'due'> = [
  {
    to: 'unconfirmed',
    because: 'session/unconfirmed',
    data: ({ sessionNumber }) => ({ sessionNumber }),
    set: (_, { now }) => ({ askAt: (now + DAY) as Instant }),
    effects: ({ leaderId, sessionNumber }) => [{ type: 'ask-whether-held', leaderId, sessionNumber }],
  },
];

/** One dated session of a programme with its attendance. Corrections are taken until it is filed. */
export const session = defineProcess<SessionTypes>({
  name: 'session',
  version: 1,
  migrations: [],
  Facts: SessionFacts,
  Event: SessionEvent,
  initial: 'planned',
  states: {
    planned: { open: [{ to: 'open', because: 'session/opened' }], cancel, move, due: silent },
    open: { mark: marks('open'), hold, cancel, move, due: silent },
    unconfirmed: { mark: marks('unconfirmed'), hold, cancel, move, due: silent },
    held: {
      mark: marks('held'),
      due: [
        {
          to: 'filed',
          because: 'session/filed',
          effects: (facts) => [
            { type: 'session-filed', presentIds: marked(facts, 'present'), unknownIds: marked(facts, 'unknown') },
          ],
        },
      ],
    },
    filed: {},
    cancelled: {},
    moved: {},
  },
  guards: {
    'is-no-member': ({ programme, expected }, event) =>
      programme.shape.kind === 'group' && event.type === 'mark' && !expected.includes(event.personId),
    'is-over-capacity': (facts, event) => {
      const { shape } = facts.programme;
      if (shape.kind !== 'class' || shape.capacity === null || event.type !== 'mark' || event.mark !== 'present') return false;
      return markOf(facts, event.personId) !== 'present' && marked(facts, 'present').length >= shape.capacity;
    },
    'is-the-same': ({ attendance }, event) =>
      event.type === 'mark' && attendance.some(({ personId, mark }) => personId === event.personId && mark === event.mark),
    'is-correction': ({ attendance }, event) =>
      event.type === 'mark' && attendance.some(({ personId }) => personId === event.personId),
    'goes-back': ({ span }, event) => event.type === 'move' && event.span.from <= span.from,
  },
  due: (state, { askAt, fileAt }) => {
    if (state === 'planned' || state === 'open' || state === 'unconfirmed') return askAt;
    return state === 'held' ? fileAt : null;
  },
  texts: sessionTexts,
});

/** A session to come: whether it was held is asked when it should be over. */
export const plannedSession = (
  plan: Pick<SessionFacts, 'programme' | 'sessionNumber' | 'span' | 'leaderId' | 'expected'>,
): SessionFacts => ({ ...plan, attendance: [], askAt: plan.span.until, fileAt: null, why: null, movedTo: null });
