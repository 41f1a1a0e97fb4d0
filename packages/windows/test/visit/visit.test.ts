import type { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { visit } from '../../src/visit/visit.ts';
import type { VisitEvent } from '../../src/visit/visit-event.ts';
import { VisitFacts } from '../../src/visit/visit-facts.ts';
import { duowenVisitRule, parseVisitRule } from '../../src/visit/visit-rule.ts';
import { haircut } from './paths.ts';
import { at, eventsOf, person, played, tick, typesOf } from './played.ts';

const on = eventsOf<VisitEvent>();
const li = person('li');
const confirmed = on('12:00', { type: 'confirmed', by: li });
const began = (time: string) => on(time, { type: 'began', by: li, means: 'phone' });
const done = (time: string) => on(time, { type: 'done', by: li, means: 'phone' });
const nobodyHome = (time: string) => on(time, { type: 'nobody-home', by: li });

describe('a visit that goes well', () => {
  it('D-61: confirmed, signed in, signed out: 25 minutes of service with its evidence', () => {
    const { snapshot, effects, codes } = played(visit, haircut(), confirmed, began('14:02'), done('14:27'));
    expect(snapshot.state).toBe('done');
    expect(codes).toEqual(['visit/confirmed', 'visit/began', 'visit/done']);
    expect(effects).toEqual([
      {
        type: 'served',
        residentId: 'jia',
        demandIds: ['haircut'],
        helperId: 'li',
        category: 'do.haircut',
        from: at('14:02'),
        until: at('14:27'),
        evidence: ['sign-in-out'],
        id: 'it:event:done%2014%3A27:0',
        at: at('14:27'),
        late: false,
      },
    ]);
    expect(snapshot.facts.signIn).toEqual({ at: at('14:02'), by: 'li', means: 'phone' });
    expect(snapshot.facts.signOut).toEqual({ at: at('14:27'), by: 'li', means: 'phone' });
  });

  it('somebody else’s sign-in is refused until that one is named', () => {
    const wang = person('wang');
    const early = on('14:00', { type: 'began', by: wang, means: 'phone' });
    const story = played(visit, haircut(), confirmed, early);
    expect(story.snapshot.state).toBe('confirmed');
    expect(story.steps.at(-1)!.reasons).toEqual([{ code: 'visit/other-helper', data: { helperId: 'li' } }]);
    const named = on('14:01', { type: 'assigned', by: person('chen'), helperId: wang });
    expect(
      played(visit, haircut(), confirmed, named, on('14:02', { type: 'began', by: wang, means: 'phone' })).codes.at(-1),
    ).toBe('visit/began-unconfirmed');
  });

  it('told on paper three weeks later: it counts, and proves less than a sign-in and sign-out', () => {
    const later = (at('14:00') + 21 * 86_400_000) as Instant;
    const paper: VisitEvent = {
      type: 'reported',
      id: 'paper',
      at: later,
      by: person('chen'),
      helperId: li,
      from: at('14:00'),
      until: at('14:30'),
    };
    const { snapshot, effects } = played(visit, haircut(), confirmed, paper);
    expect(snapshot.state).toBe('done');
    expect(typesOf(effects)).toEqual(['late-start', 'unreported', 'served']);
    expect(effects.at(-1)).toMatchObject({ evidence: [], from: at('14:00'), until: at('14:30') });
  });

  it('signed in and out at one instant: done, but no time is proved', () => {
    const { snapshot, effects } = played(visit, haircut(), confirmed, began('14:00'), done('14:00'));
    expect(snapshot.state).toBe('done');
    expect(typesOf(effects)).toEqual(['evidence-incomplete']);
  });
});

describe('what is said while it waits', () => {
  it('13:00 not confirmed, 14:10 not begun, 15:45 unreported; one millisecond before each, nothing', () => {
    const said = (...ticks: readonly [string, number?][]) =>
      typesOf(played(visit, haircut(), ...ticks.map(([time, ms]) => tick(time, ms))).effects);
    expect(said(['13:00', -1])).toEqual([]);
    expect(said(['13:00'])).toEqual(['unconfirmed']);
    expect(said(['13:00'], ['14:10', -1])).toEqual(['unconfirmed']);
    expect(said(['13:00'], ['14:10'])).toEqual(['unconfirmed', 'late-start']);
    expect(said(['14:10'], ['15:45', -1])).toEqual(['unconfirmed', 'late-start']);
    expect(said(['15:45'])).toEqual(['unconfirmed', 'late-start', 'unreported']);
  });

  it('a late start has its full time: begun at 14:20 it is too long at 15:05, not at 14:45', () => {
    const late = played(visit, haircut(), confirmed, began('14:20'), tick('15:05', -1));
    expect(late.steps[1]!.passed).toMatchObject([{ reason: { code: 'visit/late-start' }, at: at('14:10') }]);
    expect(late.steps[1]!.reasons).toEqual([{ code: 'visit/began-late', data: { minutes: 20 } }]);
    expect(typesOf(late.effects)).toEqual(['late-start']);
    expect(typesOf(played(visit, haircut(), confirmed, began('14:20'), tick('15:05')).effects)).toEqual([
      'late-start',
      'overrun',
    ]);
  });

  it('no sign-out by the end and the grace: nobody knows of the resident nor of the helper, and it is not done', () => {
    const { snapshot, effects } = played(visit, haircut(), confirmed, began('14:00'), tick('15:45'));
    expect(snapshot.state).toBe('unreported');
    expect(effects.at(-1)).toMatchObject({ type: 'unreported', residentId: 'jia', helperId: 'li', isUnderWay: true });
  });
});

describe('after everybody gave up waiting', () => {
  it('a sign-out at 16:00 still proves what the sign-in began', () => {
    const { snapshot, effects } = played(visit, haircut(), confirmed, began('14:00'), done('16:00'));
    expect(snapshot.state).toBe('done');
    expect(typesOf(effects)).toEqual(['overrun', 'unreported', 'served']);
    expect(effects.at(-1)).toMatchObject({ from: at('14:00'), until: at('16:00'), evidence: ['sign-in-out'] });
  });

  it('a sign-in at 16:00 is 120 minutes late, and has its own deadlines; a second one is refused', () => {
    const late = played(visit, haircut(), confirmed, began('16:00'));
    expect(late.steps.at(-1)!.reasons).toEqual([{ code: 'visit/began-late', data: { minutes: 120 } }]);
    expect(visit.due(late.snapshot.state, late.snapshot.facts)).toBe(at('16:45'));
    expect(played(visit, haircut(), confirmed, began('14:00'), began('16:00')).codes.at(-1)).toBe('visit/signed-in-already');
  });

  it('a sign-out without a sign-in proves nothing', () => {
    expect(played(visit, haircut(), confirmed, done('16:00')).codes.at(-1)).toBe('visit/not-signed-in');
  });
});

describe('nobody at the door', () => {
  it('D-09: proposes a ladder at once, each time; is no visit; and waits for a decision', () => {
    const { snapshot, effects } = played(visit, haircut(), confirmed, nobodyHome('14:00'), nobodyHome('14:05'), tick('15:45'));
    expect(snapshot.state).toBe('nobody-at-door');
    expect(effects).toMatchObject([
      { type: 'knock-unanswered', residentId: 'jia', by: 'li', times: 1, at: at('14:00') },
      { type: 'knock-unanswered', times: 2, at: at('14:05') },
      { type: 'unsettled', at: at('15:45') },
    ]);
  });

  it('signed in at the door and nobody opened: the sign-in is no evidence of a service', () => {
    const { snapshot } = played(visit, haircut(), confirmed, began('14:00'), nobodyHome('14:03'));
    expect(snapshot.facts.signIn).toBeNull();
    expect(played(visit, haircut(), confirmed, began('14:00'), nobodyHome('14:03'), began('14:06')).snapshot.state).toBe(
      'under-way',
    );
  });

  it('found after it had been unreported: there is time again, and then a decision is asked for', () => {
    const { snapshot, effects } = played(visit, haircut(), tick('15:45'), nobodyHome('16:00'), tick('17:00'));
    expect(snapshot.state).toBe('nobody-at-door');
    expect(typesOf(effects).slice(-2)).toEqual(['knock-unanswered', 'unsettled']);
  });
});

describe('leaving it', () => {
  const missed = on('14:30', { type: 'missed', by: li, reason: 'bus broke down' });
  const carried = (from: string) =>
    on('14:40', { type: 'carried', by: person('chen'), next: { visitId: 'visit-2', from: at(from) } });

  it('W-17: a missed visit is still owed, until it is carried to a named next one', () => {
    const owed = played(visit, haircut(), confirmed, missed);
    expect(visit.states[owed.snapshot.state]).not.toEqual({});
    expect(owed.effects.at(-1)).toMatchObject({ type: 'needs-next', demandIds: ['haircut'] });
    const next = played(visit, haircut(), confirmed, missed, carried('17:00'));
    expect(next.snapshot.state).toBe('carried');
    expect(next.effects.at(-1)).toMatchObject({ type: 'next-wanted', next: { visitId: 'visit-2', from: at('17:00') } });
    expect(played(visit, haircut(), confirmed, missed, carried('14:00')).codes.at(-1)).toBe('visit/carried-backwards');
  });

  it('a cancellation keeps its reason', () => {
    const cancelled = on('12:30', { type: 'cancelled', by: li, reason: 'resident/in-hospital' });
    const { snapshot, effects } = played(visit, haircut(), cancelled);
    expect(snapshot.facts.why).toBe('resident/in-hospital');
    expect(effects).toMatchObject([{ type: 'visit-cancelled', reason: 'resident/in-hospital' }]);
  });

  it('D-26: where homes must not be entered nobody signs in, but for an emergency', () => {
    const closed = on('13:30', { type: 'entry-changed', doorEntry: false });
    expect(played(visit, haircut(), confirmed, closed, began('14:00')).codes.at(-1)).toBe('visit/entry-forbidden');
    expect(played(visit, haircut({ emergency: true }), confirmed, closed, began('14:00')).codes.at(-1)).toBe('visit/began');
  });
});

describe('the rule', () => {
  it('is data, and travels with the visit', () => {
    expect(VisitFacts.parse(haircut())).toEqual(haircut());
    expect(parseVisitRule(duowenVisitRule)).toEqual({ ok: true, value: duowenVisitRule, reasons: [] });
  });

  it('that does not fit is refused with every path', () => {
    const decision = parseVisitRule({ ...duowenVisitRule, edition: 0, reportGraceMinutes: 0 });
    expect(decision.reasons.map(({ code, data }) => [code, data?.['path']])).toEqual([
      ['visit-rule/malformed', 'edition'],
      ['visit-rule/malformed', 'reportGraceMinutes'],
    ]);
  });
});
