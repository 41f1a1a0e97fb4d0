import { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import { markOf, plannedSession, session } from '../../src/programme/session.ts';
import type { SessionEvent, SessionTypes } from '../../src/programme/session-types.ts';
import { at } from '../days.ts';
import { an, bo, changed, chen, leader, preset, smallClass, smallGroup, span } from './programmes.ts';

const onMonday = span('2020-03-30 14:00', '2020-03-30 15:30');
const tick = (when: Instant): Tick => ({ type: 'tick', id: 'tick', at: when });
const stem = (id: string, when = at('2020-03-30 14:05')) => ({ id, at: when, by: leader });
const open: SessionEvent = { type: 'open', ...stem('open') };
const hold: SessionEvent = { type: 'hold', ...stem('hold', at('2020-03-30 15:20')) };
const mark = (
  id: string,
  personId: typeof an,
  as: 'present' | 'absent' | 'excused' | 'unknown',
  when?: Instant,
): SessionEvent => ({
  type: 'mark',
  ...stem(id, when),
  personId,
  mark: as,
});

function play(programme: typeof smallGroup, ...events: readonly (SessionEvent | Tick)[]): Step<SessionTypes> {
  const facts = plannedSession({ programme, sessionNumber: 1, span: onMonday, leaderId: leader, expected: [an, bo] });
  let step: Step<SessionTypes> = {
    snapshot: openProcess(session, 's1', facts),
    effects: [],
    passed: [],
    reasons: [],
    isTaken: true,
  };
  const effects: Step<SessionTypes>['effects'][number][] = [];
  for (const event of events) {
    step = drive(session, step.snapshot, event);
    effects.push(...step.effects);
  }
  return { ...step, effects };
}

describe('session', () => {
  it('D-42: an unmarked person is unknown, never absent, and is listed when it was held and when it is filed', () => {
    const { snapshot, effects } = play(
      preset('public-welfare-class'),
      open,
      mark('a', an, 'present'),
      hold,
      tick(at('2020-04-03 09:00')),
    );
    expect([snapshot.state, markOf(snapshot.facts, bo)]).toEqual(['filed', 'unknown']);
    expect(effects.map(({ type }) => type)).toEqual(['contact-recorded', 'session-held', 'session-filed']);
    expect(effects[1]).toMatchObject({ presentIds: [an], unknownIds: [bo] });
    // Held at 15:20 and 72 hours for corrections.
    expect(effects[2]).toMatchObject({ presentIds: [an], unknownIds: [bo], at: at('2020-04-02 15:20'), late: true });
  });

  it('D-42 D-61: a session held is the proof of its leader’s service', () => {
    const { effects } = play(preset('public-welfare-class'), open, mark('a', an, 'present'), hold);
    expect(effects[1]).toMatchObject({ type: 'session-held', leaderId: leader, by: leader, span: onMonday, presentIds: [an] });
  });

  it('D-42: a correction keeps the old value, with who said it and when', () => {
    const later = at('2020-03-31 09:00');
    const { snapshot, effects } = play(
      preset('public-welfare-class'),
      open,
      mark('a', an, 'present'),
      hold,
      mark('b', an, 'excused', later),
    );
    expect(snapshot.facts.attendance).toEqual([
      {
        personId: an,
        mark: 'excused',
        at: later,
        by: leader,
        was: [{ mark: 'present', at: at('2020-03-30 14:05'), by: leader }],
      },
    ]);
    expect(effects.slice(2)).toMatchObject([
      { type: 'attendance-corrected', was: 'present', mark: 'excused' },
      { type: 'contact-withdrawn', personId: an, metAt: onMonday.from },
    ]);
  });

  it('D-44: being there counts as a contact only where the programme says so, and is dated to the session', () => {
    const late = mark('a', an, 'present', at('2020-03-31 08:00'));
    expect(play(preset('public-welfare-class'), open, hold, late).effects[1]).toMatchObject({
      type: 'contact-recorded',
      programmeId: 'public-welfare-class',
      personId: an,
      metAt: onMonday.from,
    });
    expect(play(changed('public-welfare-class', { countsAsContact: false }), open, hold, late).effects).toHaveLength(1);
  });

  it('D-43: nobody from outside a closed group is signed in; a class takes whoever walks in, up to its capacity', () => {
    expect(play(smallGroup, open, mark('c', chen, 'present')).reasons[0]?.code).toBe('session/no-member');
    expect(play(smallClass, open, mark('c', chen, 'present')).isTaken).toBe(true);
    expect(play(smallClass, open, mark('c', chen, 'present'), mark('a', an, 'present')).reasons[0]?.code).toBe('session/full');
    // Somebody who is not there takes no room.
    expect(play(smallClass, open, mark('c', chen, 'present'), mark('a', an, 'absent')).isTaken).toBe(true);
  });

  it('silence is not a session held: the leader is asked at its end, and again a day later', () => {
    const { snapshot, effects } = play(
      smallGroup,
      open,
      tick(Instant.parse(onMonday.until - 1)),
      tick(onMonday.until),
      tick(at('2020-03-31 15:30')),
    );
    expect(snapshot.state).toBe('unconfirmed');
    expect(effects.map(({ type, at: due }) => [type, due])).toEqual([
      ['ask-whether-held', onMonday.until],
      ['ask-whether-held', at('2020-03-31 15:30')],
    ]);
    expect(drive(session, snapshot, { ...hold, at: at('2020-04-01 09:00') }).snapshot.state).toBe('held');
  });

  it('it is cancelled with a reason or moved to a later, named date, and everybody is told', () => {
    const why = { reason: 'rain' };
    expect(play(smallGroup, { type: 'cancel', ...stem('c'), ...why }).effects).toMatchObject([
      { type: 'tell-cancelled', personIds: [an, bo], reason: 'rain' },
    ]);
    const move = { type: 'move', ...stem('m'), ...why, sessionId: 's1b' } as const;
    expect(play(smallGroup, { ...move, span: onMonday }).reasons).toEqual([{ code: 'session/moved-back' }]);
    const { snapshot, effects } = play(smallGroup, { ...move, span: span('2020-04-06 14:00', '2020-04-06 15:30') });
    expect([snapshot.state, snapshot.facts.movedTo?.sessionId]).toEqual(['moved', 's1b']);
    expect(effects).toMatchObject([{ type: 'session-moved', sessionId: 's1b', personIds: [an, bo] }]);
  });

  it('D-24: a session judges by the edition it was planned under', () => {
    const { snapshot } = play(smallClass, open, mark('c', chen, 'present'));
    const wider = changed('public-welfare-class', { edition: 2, shape: { kind: 'class', capacity: 2 } });
    expect([wider.edition, snapshot.facts.programme.edition]).toEqual([2, 1]);
    expect(drive(session, snapshot, mark('a', an, 'present')).reasons[0]?.code).toBe('session/full');
  });
});
