import { describe, expect, it } from 'vitest';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import { enrolment, newEnrolment, peopleWho } from '../../src/programme/enrolment.ts';
import type { EnrolmentEvent, EnrolmentTypes } from '../../src/programme/enrolment-types.ts';
import { at } from '../days.ts';
import { an, bo, chen, deng, leader, person, smallGroup } from './programmes.ts';

const startBy = at('2020-04-06 09:00');
let count = 0;
const stem = (when = at('2020-03-30 09:00')) => ({ id: `event-${count++}`, at: when, by: leader });
const apply = (personId: typeof an, eligible: 'yes' | 'no' | 'unknown' = 'yes'): EnrolmentEvent => ({
  type: 'apply',
  ...stem(),
  personId,
  eligible,
});
const leave = (personId: typeof an): EnrolmentEvent => ({ type: 'leave', ...stem(), personId, reason: null });
const start = (): EnrolmentEvent => ({ type: 'start', ...stem() });
const held = (sessionNumber: number): EnrolmentEvent => {
  const { id, at: when } = stem();
  return { type: 'session-held', id, at: when, sessionNumber };
};

function play(...events: readonly (EnrolmentEvent | Tick)[]): Step<EnrolmentTypes> {
  return events.reduce<Step<EnrolmentTypes>>((step, event) => drive(enrolment, step.snapshot, event), {
    snapshot: openProcess(enrolment, 'spring', newEnrolment(smallGroup, startBy)),
    effects: [],
    passed: [],
    reasons: [],
    isTaken: true,
  });
}
const full = () => [apply(an), apply(bo), apply(chen)];

describe('enrolment', () => {
  it('D-43: a group of three takes three; the fourth waits and comes in when somebody leaves', () => {
    const waiting = play(...full(), apply(deng));
    expect(waiting.reasons).toEqual([{ code: 'enrolment/waiting', data: { personId: deng } }]);
    const { snapshot, effects } = drive(enrolment, waiting.snapshot, leave(an));
    expect(effects).toMatchObject([{ type: 'moved-up', personId: deng }]);
    expect([peopleWho(snapshot.facts, 'in'), peopleWho(snapshot.facts, 'out')]).toEqual([[bo, chen, deng], [an]]);
  });

  it('D-43: after session 2 the group is closed: nobody comes in, not even for somebody who left', () => {
    const before = play(...full(), apply(deng), start(), held(1));
    expect(before.snapshot.state).toBe('running');
    const closed = drive(enrolment, before.snapshot, held(2));
    expect(closed.snapshot.state).toBe('closed');
    expect(closed.effects).toMatchObject([{ type: 'membership-closed', memberIds: [an, bo, chen], waitingIds: [deng] }]);
    expect(drive(enrolment, closed.snapshot, apply(person('er'))).reasons[0]?.code).toBe('enrolment/is-closed');
    const left = drive(enrolment, closed.snapshot, leave(an)).snapshot;
    expect([peopleWho(left.facts, 'in'), peopleWho(left.facts, 'waiting')]).toEqual([[bo, chen], [deng]]);
    expect(drive(enrolment, left, leave(bo)).effects).toMatchObject([{ type: 'too-few', enrolled: 1, atLeast: 2 }]);
  });

  it('D-43: with too few at the date it does not begin by itself; it is extended, or dissolved with a reason', () => {
    const short = play(apply(an), { type: 'tick', id: 'tick', at: startBy });
    expect([short.snapshot.state, short.effects]).toMatchObject(['short', [{ type: 'too-few', enrolled: 1, atLeast: 2 }]]);
    expect(drive(enrolment, short.snapshot, { ...start(), at: startBy }).reasons).toEqual([{ code: 'enrolment/too-few' }]);
    const extend = { type: 'extend', ...stem(startBy), startBy: at('2020-04-13 09:00') } as const;
    expect(drive(enrolment, short.snapshot, extend).snapshot.state).toBe('gathering');
    expect(drive(enrolment, short.snapshot, { ...extend, startBy }).reasons).toEqual([{ code: 'enrolment/extended-backwards' }]);
    const dissolve = { type: 'dissolve', ...stem(startBy), reason: 'too few' } as const;
    expect(drive(enrolment, short.snapshot, dissolve).effects).toMatchObject([
      { type: 'tell-dissolved', personIds: [an], reason: 'too few' },
    ]);
    expect(play(apply(an), apply(bo), { type: 'tick', id: 'tick', at: startBy }).snapshot.state).toBe('running');
  });

  it('D-40: nobody has to say why they stay out, and whoever is not known to be eligible is checked first', () => {
    const declined = play({ type: 'decline', ...stem(), personId: an, reason: null });
    expect(declined.snapshot.facts.people).toEqual([{ personId: an, stand: 'out', since: at('2020-03-30 09:00'), reason: null }]);
    expect(play(apply(an, 'no')).reasons[0]?.code).toBe('enrolment/not-eligible');
    const unchecked = play(apply(an, 'unknown'));
    expect(unchecked.effects).toMatchObject([{ type: 'check-wanted', personId: an }]);
    expect(peopleWho(unchecked.snapshot.facts, 'in')).toEqual([]);
    expect(peopleWho(drive(enrolment, unchecked.snapshot, apply(an)).snapshot.facts, 'in')).toEqual([an]);
  });

  it('whoever was being checked keeps the place in the queue', () => {
    const { snapshot } = play(apply(deng, 'unknown'), ...full(), apply(person('er')), apply(deng));
    expect(peopleWho(snapshot.facts, 'waiting')).toEqual([deng, person('er')]);
  });

  it('a run does not end over the heads of those who wait: they go on to a named one', () => {
    const { snapshot } = play(...full(), apply(deng), start());
    const finish = { type: 'finish', ...stem(), toRunId: null } as const;
    expect(drive(enrolment, snapshot, finish).reasons).toEqual([{ code: 'enrolment/somebody-waits' }]);
    const carried = drive(enrolment, snapshot, { ...finish, id: 'again', toRunId: 'autumn' });
    expect(carried.effects).toMatchObject([{ type: 'carried-on', toRunId: 'autumn', personIds: [deng] }]);
    expect([carried.snapshot.state, carried.snapshot.facts.carriedTo]).toEqual(['finished', 'autumn']);
  });

  it('a session is counted once', () => {
    expect(play(...full(), start(), held(1), held(1)).reasons).toEqual([{ code: 'enrolment/session-known' }]);
  });
});
