import { Instant } from '@linli/model';
import type { ClubDayTypes } from '../../src/programme/club-day.ts';
import { clubDay, newClubDay } from '../../src/programme/club-day.ts';
import { enrolment, newEnrolment } from '../../src/programme/enrolment.ts';
import type { EnrolmentFacts, EnrolmentTypes } from '../../src/programme/enrolment-types.ts';
import { plannedSession, session } from '../../src/programme/session.ts';
import type { SessionTypes } from '../../src/programme/session-types.ts';
import { at, day } from '../days.ts';
import type { AnyPlan, PathPlan } from '../paths.ts';
import { an, bo, changed, leader, person, smallClass, smallGroup, smallPlace, span } from './programmes.ts';

const ticks = (due: number | null) =>
  due === null ? [] : [-1, 0, 3_600_000].map((plus) => ({ type: 'tick', id: 'tick', at: Instant.parse(due + plus) }) as const);

const onMonday = span('2020-03-30 14:00', '2020-03-30 15:30');
const aSession = { sessionNumber: 1, span: onMonday, leaderId: leader, expected: [an] };

const sessions: PathPlan<SessionTypes> = {
  process: session,
  facts: [smallClass, smallGroup].map((programme) => plannedSession({ ...aSession, programme })),
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? onMonday.from, by: leader };
    const mark = { type: 'mark', ...stem } as const;
    const moved = { type: 'move', ...stem, reason: 'rain', sessionId: 'session-2' } as const;
    return [
      { type: 'open', ...stem },
      { ...mark, personId: an, mark: 'present' },
      { ...mark, personId: an, mark: 'absent' },
      { ...mark, personId: bo, mark: 'present' },
      { type: 'hold', ...stem },
      { type: 'cancel', ...stem, reason: 'nobody has the key' },
      { ...moved, span: onMonday },
      { ...moved, span: span('2020-04-06 14:00', '2020-04-06 15:30') },
      ...ticks(session.due(state, facts)),
    ];
  },
};

const startBy = at('2020-03-30 09:00');
const [x, y] = ['x', 'y'].map((id) => ({ personId: person(id), stand: 'in', since: startBy, reason: null }) as const) as [
  EnrolmentFacts['people'][number],
  EnrolmentFacts['people'][number],
];
const pair = changed('stress-relief-group', {
  shape: { kind: 'group', atLeast: 2, atMost: 2, sessions: 4, closesAfterSession: 2 },
});
const enrolments: PathPlan<EnrolmentTypes> = {
  process: enrolment,
  // One short of full, and one short of enough: every way lies a few steps off.
  facts: [
    { ...newEnrolment(smallGroup, startBy), people: [x, y] },
    { ...newEnrolment(pair, startBy), people: [x] },
  ],
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? Instant.parse(startBy - 86_400_000), by: leader };
    const apply = { type: 'apply', ...stem } as const;
    const leave = { type: 'leave', ...stem, reason: null } as const;
    const held = { type: 'session-held', id: stem.id, at: stem.at } as const;
    return [
      { ...apply, personId: an, eligible: 'yes' },
      { ...apply, personId: bo, eligible: 'yes' },
      { ...apply, personId: bo, eligible: 'unknown' },
      { ...apply, personId: bo, eligible: 'no' },
      { type: 'decline', ...stem, personId: bo, reason: null },
      { type: 'decline', ...stem, personId: an, reason: 'away' },
      { ...leave, personId: an },
      { ...leave, personId: person('x') },
      { type: 'start', ...stem },
      { type: 'extend', ...stem, startBy: stem.at },
      { type: 'extend', ...stem, startBy: Instant.parse(stem.at + 86_400_000) },
      { ...held, sessionNumber: 1 },
      { ...held, sessionNumber: 2 },
      { ...held, sessionNumber: 3 },
      { type: 'finish', ...stem, toRunId: null },
      { type: 'finish', ...stem, toRunId: 'autumn' },
      { type: 'dissolve', ...stem, reason: 'the room was taken' },
      ...ticks(enrolment.due(state, facts)),
    ];
  },
};

const clubDays: PathPlan<ClubDayTypes> = {
  process: clubDay,
  facts: [newClubDay(smallPlace, day('2020-03-30'))!],
  events: ({ state, facts, seen, at: last }) => {
    const stem = { id: `event-${seen.length}`, at: last ?? at('2020-03-30 08:00'), by: leader };
    return [
      ...[an, bo, leader].map((personId) => ({ type: 'arrive', ...stem, personId }) as const),
      { type: 'leave', ...stem, personId: an },
      { type: 'close-early', ...stem, reason: 'no heating' },
      ...ticks(clubDay.due(state, facts)),
    ];
  },
};

export const plans: readonly AnyPlan[] = [sessions, enrolments, clubDays];
