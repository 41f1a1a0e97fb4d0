import { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { defineProcess } from '../../src/process/define-process.ts';
import { type ClubDayState, type ClubDayTypes, clubDay } from '../../src/programme/club-day.ts';
import { enrolment, peopleWho } from '../../src/programme/enrolment.ts';
import { EnrolmentState, type EnrolmentTypes } from '../../src/programme/enrolment-types.ts';
import { boundsOf } from '../../src/programme/programme.ts';
import { markOf, peopleOf, session } from '../../src/programme/session.ts';
import { type Attendance, SessionState, type SessionTypes } from '../../src/programme/session-types.ts';
import type { PathPlan } from '../paths.ts';
import { plans } from './paths.ts';
import { brokenLaws, expectStates, isCaught, type Judge } from './random-walk.ts';

const [sessions, enrolments, clubDays] = plans as unknown as readonly [
  PathPlan<SessionTypes>,
  PathPlan<EnrolmentTypes>,
  PathPlan<ClubDayTypes>,
];

const sessionLaws: Judge<SessionTypes> = (story) => {
  const broken: string[] = [];
  const contacts = new Map<string, number>();
  const said = new Map<string, number>();
  for (const { before, event, step } of story) {
    const { facts, state } = step.snapshot;
    if (event.type === 'mark' && step.isTaken) said.set(event.personId, (said.get(event.personId) ?? 0) + 1);
    for (const effect of step.effects) {
      if (effect.type === 'contact-recorded') contacts.set(effect.personId, (contacts.get(effect.personId) ?? 0) + 1);
      if (effect.type === 'contact-withdrawn') contacts.set(effect.personId, (contacts.get(effect.personId) ?? 0) - 1);
    }
    for (const personId of peopleOf(facts)) {
      const mark = markOf(facts, personId);
      if (!said.has(personId) && mark !== 'unknown') broken.push('D-42 unmarked is unknown');
      const kept = facts.attendance.find((each) => each.personId === personId);
      if ((kept === undefined ? 0 : 1 + kept.was.length) !== (said.get(personId) ?? 0)) broken.push('D-42 nothing said is lost');
      const met = facts.programme.countsAsContact && mark === 'present' ? 1 : 0;
      if ((contacts.get(personId) ?? 0) !== met) broken.push('D-44 contacts are those present');
    }
    const { atMost } = boundsOf(facts.programme);
    const present = peopleOf(facts).filter((personId) => markOf(facts, personId) === 'present').length;
    if (atMost !== null && present > atMost) broken.push('D-44 never more than there is room for');
    if (state === 'held' && before.state !== 'held' && !step.effects.some(({ type }) => type === 'session-held'))
      broken.push('D-42 what was held is proved');
    if (state === 'held' && before.state !== 'held' && event.type !== 'hold') broken.push('silence never holds a session');
    if ((state === 'cancelled' || state === 'moved') && facts.why === null) broken.push('nothing leaves without a reason');
  }
  return broken;
};

describe('session: laws in random stories', () => {
  it('D-42 D-44: hold', () => {
    expectStates(sessions, SessionState.options);
    expect(brokenLaws(sessions, sessionLaws)).toEqual([]);
  });

  const { states } = session;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<SessionTypes>>[0]][] = [
    [
      'a guard that lets everybody in',
      'D-44 never more than there is room for',
      {
        ...session,
        guards: { ...session.guards, 'is-over-capacity': () => false },
      },
    ],
    [
      'a correction that forgets',
      'D-42 nothing said is lost',
      {
        ...session,
        states: {
          ...states,
          held: {
            ...states.held,
            mark: states.held.mark!.map((way) =>
              way.guard === 'is-correction' && 'to' in way
                ? {
                    ...way,
                    set: ({ attendance }, { personId, mark, at, by }) => ({
                      attendance: [
                        ...attendance.filter((each) => each.personId !== personId),
                        { personId, mark, at, by, was: [] },
                      ],
                    }),
                  }
                : way,
            ),
          },
        },
      },
    ],
    [
      'the silent are absent',
      'D-42 unmarked is unknown',
      {
        ...session,
        states: {
          ...states,
          open: {
            ...states.open,
            hold: states.open.hold!.map((way) => ({
              ...way,
              set: ({ expected }, { at, by }) => ({
                attendance: expected.map((personId): Attendance => ({ personId, mark: 'absent', at, by, was: [] })),
                fileAt: Instant.parse(at + 1),
              }),
            })),
          },
        },
      },
    ],
    [
      'an end that is taken for a session held',
      'silence never holds a session',
      {
        ...session,
        states: {
          ...states,
          open: {
            ...states.open,
            due: [{ to: 'held', because: 'session/held', set: (_, { now }) => ({ fileAt: Instant.parse(now + 1) }) }],
          },
        },
      },
    ],
    [
      'a contact that is not taken back',
      'D-44 contacts are those present',
      {
        ...session,
        states: {
          ...states,
          open: {
            ...states.open,
            mark: states.open.mark!.map((way) =>
              way.guard === 'is-correction' && 'to' in way ? { ...way, effects: () => [] } : way,
            ),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(sessions, sessionLaws, defineProcess(spec), law)).toBe(true);
  });
});

const enrolmentLaws: Judge<EnrolmentTypes> = (story) => {
  const broken: string[] = [];
  for (const { before, event, step } of story) {
    const { facts, state } = step.snapshot;
    const { atLeast, atMost } = boundsOf(facts.programme);
    const members = peopleWho(facts, 'in');
    const isOpen = state === 'gathering' || state === 'short' || state === 'running';
    if (members.length > (atMost ?? Number.POSITIVE_INFINITY)) broken.push('D-43 never more than the bounds');
    if (state === 'running' && before.state !== 'running' && event.type !== 'leave' && members.length < atLeast)
      broken.push('D-43 never begins with too few');
    if (isOpen && peopleWho(facts, 'waiting').length > 0 && members.length < (atMost ?? 0))
      broken.push('nobody waits while there is room');
    if (before.state === 'closed' && members.some((personId) => !peopleWho(before.facts, 'in').includes(personId)))
      broken.push('D-43 nobody comes in after session k');
    if (state === 'closed' && before.state === 'running' && !step.effects.some(({ type }) => type === 'membership-closed'))
      broken.push('those who wait are listed when it closes');
    const stood = before.facts.people.map(({ personId }) => personId);
    if (stood.some((personId) => !facts.people.some((each) => each.personId === personId))) broken.push('D-40 nobody is lost');
    if (
      event.type === 'apply' &&
      event.eligible !== 'yes' &&
      !before.facts.people.some(({ personId, stand }) => personId === event.personId && stand === 'in')
    )
      if (members.includes(event.personId)) broken.push('D-40 unknown is not yes');
    const waits = facts.people.some(({ stand }) => stand === 'waiting' || stand === 'unchecked');
    if (state === 'finished' && waits && facts.carriedTo === null) broken.push('whoever waits is carried');
    if (state === 'dissolved' && facts.why === null) broken.push('nothing leaves without a reason');
  }
  return broken;
};

describe('enrolment: laws in random stories', () => {
  it('D-40 D-43: hold', () => {
    expectStates(enrolments, EnrolmentState.options);
    expect(brokenLaws(enrolments, enrolmentLaws)).toEqual([]);
  });

  const { states, guards } = enrolment;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<EnrolmentTypes>>[0]][] = [
    ['no upper bound', 'D-43 never more than the bounds', { ...enrolment, guards: { ...guards, 'is-full': () => false } }],
    ['no lower bound', 'D-43 never begins with too few', { ...enrolment, guards: { ...guards, 'has-enough': () => true } }],
    [
      'nobody moves up',
      'nobody waits while there is room',
      { ...enrolment, guards: { ...guards, 'lets-somebody-in': () => false } },
    ],
    [
      'a closed group takes newcomers',
      'D-43 nobody comes in after session k',
      {
        ...enrolment,
        states: {
          ...states,
          closed: { ...states.closed, apply: states.running.apply!.map((way) => ('to' in way ? { ...way, to: 'closed' } : way)) },
        },
      },
    ],
    [
      'an unknown is taken for yes',
      'D-40 unknown is not yes',
      { ...enrolment, guards: { ...guards, 'is-unchecked': () => false } },
    ],
    [
      'the waiting list is thrown away',
      'whoever waits is carried',
      {
        ...enrolment,
        guards: { ...guards, 'leaves-somebody-waiting': () => false, 'nobody-waits': () => true },
      },
    ],
    [
      'whoever leaves is struck off',
      'D-40 nobody is lost',
      {
        ...enrolment,
        states: {
          ...states,
          running: {
            ...states.running,
            leave: states.running.leave!.map((way) =>
              'to' in way
                ? {
                    ...way,
                    effects: () => [],
                    set: ({ people }, { personId }) => ({ people: people.filter((each) => each.personId !== personId) }),
                  }
                : way,
            ),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(enrolments, enrolmentLaws, defineProcess(spec), law)).toBe(true);
  });
});

const clubDayLaws: Judge<ClubDayTypes> = (story) => {
  const broken: string[] = [];
  const lookedFor: string[] = [];
  for (const { step } of story) {
    const { facts, state } = step.snapshot;
    for (const effect of step.effects) {
      if (effect.type === 'look-for') lookedFor.push(...effect.personIds);
      if (effect.type === 'tell-shut-early') lookedFor.push(...effect.insideIds);
    }
    const { shape } = facts.programme;
    if (shape.kind === 'place' && facts.insideIds.length > shape.capacity) broken.push('D-44 never more than there is room for');
    if (facts.visits.some(({ from }) => !facts.hours.some((hours) => hours.from <= from && from < hours.until)))
      broken.push('D-44 nobody comes outside the opening hours');
    const unseen = facts.visits.filter(({ until }) => until === null).map(({ personId }) => personId);
    if (state === 'over' && unseen.some((personId) => !lookedFor.includes(personId)))
      broken.push('whoever was not seen leaving is looked for');
    if (step.effects.some(({ type }) => type === 'contact-recorded') && !facts.programme.countsAsContact)
      broken.push('D-44 a visit is a contact only where configured');
  }
  return broken;
};

describe('club-day: laws in random stories', () => {
  it('D-44: hold', () => {
    expectStates(clubDays, ['shut', 'open', 'over'] satisfies readonly ClubDayState[]);
    expect(brokenLaws(clubDays, clubDayLaws)).toEqual([]);
  });

  const { states, guards } = clubDay;
  const bugs: readonly [string, string, Parameters<typeof defineProcess<ClubDayTypes>>[0]][] = [
    ['no capacity', 'D-44 never more than there is room for', { ...clubDay, guards: { ...guards, 'is-full': () => false } }],
    [
      'a door that stands open at noon',
      'D-44 nobody comes outside the opening hours',
      {
        ...clubDay,
        states: {
          ...states,
          shut: { ...states.shut, arrive: states.open.arrive!.map((way) => ('to' in way ? { ...way, to: 'shut' } : way)) },
        },
      },
    ],
    [
      'shutting sends everybody home',
      'whoever was not seen leaving is looked for',
      {
        ...clubDay,
        states: {
          ...states,
          open: { ...states.open, due: states.open.due!.map((way) => ('to' in way ? { ...way, effects: () => [] } : way)) },
        },
      },
    ],
    [
      'every visit is a contact',
      'D-44 a visit is a contact only where configured',
      {
        ...clubDay,
        states: {
          ...states,
          open: {
            ...states.open,
            arrive: states.open.arrive!.map((way) =>
              'to' in way
                ? {
                    ...way,
                    effects: ({ programme: { id } }, { personId, at, by }) => [
                      { type: 'contact-recorded', programmeId: id, personId, metAt: at, by },
                    ],
                  }
                : way,
            ),
          },
        },
      },
    ],
  ];
  it.each(bugs)('planted bug: %s', (_, law, spec) => {
    expect(isCaught(clubDays, clubDayLaws, defineProcess(spec), law)).toBe(true);
  });
});
