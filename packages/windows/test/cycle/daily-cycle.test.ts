import { describe, expect, it } from 'vitest';
import preset from '../../src/cycle/presets/duowen-2020.json' with { type: 'json' };
import {
  advance,
  type Cycle,
  type CycleEvent,
  catchUp,
  cycleTotals,
  duowen2020,
  nextDeadline,
  openCycle,
  parseCycleDefinition,
} from '../../src/index.ts';
import { at, bare, codes, day, demand, named, play, tick, types, wants } from '../days.ts';

const monday = openCycle(duowen2020, day('2020-03-30'));
const noon = at('2020-03-30 12:00');
const isLate = false;

describe('cut-off', () => {
  it('D-29: 15:59:59.999 is in, 16:00:00.000 meets a closed collection and goes to the next cycle', () => {
    const inTime = advance(monday, wants('rice', at('2020-03-30 16:00', -1)));
    expect(bare(inTime.effects)).toEqual([
      { type: 'demand-accepted', at: at('2020-03-30 16:00', -1), late: false, demandId: 'rice' },
    ]);
    expect(codes(inTime)).toEqual(['demand/in-time']);

    const late = advance(inTime.snapshot, wants('oil', at('2020-03-30 16:00')));
    expect(bare(late.effects)).toEqual([
      { type: 'close-collection', at: at('2020-03-30 16:00'), late: isLate, demandIds: ['rice'] },
      {
        type: 'demand-deferred',
        at: at('2020-03-30 16:00'),
        late: isLate,
        demandId: 'oil',
        toDate: '2020-03-31',
        emergency: false,
      },
    ]);
    expect(late.reasons).toEqual([{ code: 'demand/after-cut-off', data: { demandId: 'oil', toDate: '2020-03-31' } }]);
    expect(late.snapshot.facts.lines.map(({ demandId }) => demandId)).toEqual(['rice']);

    const tuesday = advance(openCycle(duowen2020, day('2020-03-31')), wants('oil', at('2020-03-30 16:00')));
    expect(tuesday.snapshot.facts.lines.map(({ demandId, state }) => [demandId, state])).toEqual([['oil', 'collected']]);
  });

  it('W-12: an id is decided once, also where it was refused', () => {
    const once = advance(monday, wants('rice', noon));
    const twice = advance(once.snapshot, wants('rice', at('2020-04-02 09:00')));
    expect(twice).toEqual({
      snapshot: once.snapshot,
      effects: [],
      passed: [],
      reasons: [{ code: 'event/already-seen', data: { id: 'want-rice' } }],
      isTaken: false,
    });
    const refused = advance(monday, named('ghost', 'li', noon));
    expect([codes(refused), refused.isTaken]).toEqual([['line/unknown'], false]);
    expect(codes(advance(refused.snapshot, named('ghost', 'li', noon)))).toEqual(['event/already-seen']);
    const again = advance(once.snapshot, { ...wants('rice', noon), id: 'another' });
    expect([codes(again), again.isTaken, again.snapshot.facts.lines.length]).toEqual([['demand/already-in'], false, 1]);
  });
});

describe('assignment and work', () => {
  const collected = play(monday, wants('rice', noon), wants('pills', noon), wants('oil', noon)).snapshot;

  it('D-30: at 17:30 every line has one named person or is on the list', () => {
    const half = at('2020-03-30 16:30');
    const events: readonly CycleEvent[] = [
      named('rice', 'li', half),
      named('rice', 'wang', half),
      { type: 'unassignable', id: 'no-pills', at: half, demandId: demand('pills'), reasons: [{ code: 'skill/missing' }] },
    ];
    const assigned = play(collected, ...events);
    const listed = advance(assigned.snapshot, tick(at('2020-03-30 17:30')));
    expect(bare(listed.effects)).toEqual([
      { type: 'list-unassigned', at: at('2020-03-30 17:30'), late: isLate, demandIds: ['pills', 'oil'] },
    ]);
    expect(listed.snapshot.facts.lines.map(({ demandId, helperId }) => [demandId, helperId])).toEqual([
      ['rice', 'wang'],
      ['pills', null],
      ['oil', null],
    ]);
    expect(listed.snapshot.facts.lines[1]?.why).toEqual([{ code: 'skill/missing' }]);
  });

  it('D-30: whoever drops out after the list has gone out leaves a line that is listed at once', () => {
    const night = at('2020-03-30 20:00');
    const ready = play(collected, named('rice', 'li', at('2020-03-30 16:30')), tick(at('2020-03-30 17:30'))).snapshot;
    const out = advance(ready, { type: 'unassignable', id: 'ill', at: night, demandId: demand('rice'), reasons: [] });
    expect(bare(out.effects)).toEqual([{ type: 'list-unassigned', at: night, late: false, demandIds: ['rice'] }]);
    expect(out.snapshot.facts.lines[0]).toMatchObject({ state: 'unassigned', helperId: null });
  });

  it('D-31: at 12:00, before delivery starts, what nobody confirmed as prepared is flagged', () => {
    const work = at('2020-03-31 09:00');
    const flagged = play(
      collected,
      named('rice', 'li', noon),
      named('pills', 'li', noon),
      { type: 'prepared', id: 'bought', at: work, demandId: demand('rice') },
      tick(at('2020-03-31 12:00')),
    );
    expect(flagged.effects.at(-1)).toMatchObject({
      type: 'flag-unfinished',
      at: at('2020-03-31 12:00'),
      late: isLate,
      demandIds: ['pills', 'oil'],
    });
    expect(flagged.snapshot.state).toBe('after-execute');
    expect(nextDeadline(flagged.snapshot)).toBe(at('2020-03-31 13:00'));
  });

  it('D-30 W-17: closes with totals that add up, and what stayed open is named', () => {
    const end = at('2020-03-31 16:00');
    const eve = at('2020-03-31 15:00');
    const closed = play(
      collected,
      named('rice', 'li', noon),
      { type: 'done', id: 'brought', at: eve, demandId: demand('rice') },
      { type: 'carried', id: 'later', at: eve, demandId: demand('oil'), toDate: day('2020-03-31') },
      tick(end),
    );
    expect(bare(closed.effects.slice(-2))).toEqual([
      { type: 'flag-undelivered', at: end, late: false, demandIds: ['pills'] },
      // 3 in = 1 done + 0 cancelled + 1 carried + 1 open
      {
        type: 'cycle-closed',
        at: end,
        late: false,
        totals: { in: 3, done: 1, cancelled: 0, carried: 1, open: 1, emergencies: 0 },
      },
    ]);
    expect([closed.snapshot.state, nextDeadline(closed.snapshot)]).toEqual(['closed', null]);

    const after = advance(closed.snapshot, {
      type: 'cancelled',
      id: 'moot',
      at: end,
      demandId: demand('pills'),
      reason: 'resident/away',
    });
    expect([codes(after), after.isTaken]).toEqual([['cycle/closed', 'line/cancelled'], true]);
    expect(cycleTotals(after.snapshot)).toEqual({ in: 3, done: 1, cancelled: 1, carried: 1, open: 0, emergencies: 0 });
    const tooLate = advance(closed.snapshot, named('pills', 'li', end));
    expect([codes(tooLate), tooLate.isTaken]).toEqual([['cycle/closed'], false]);
  });

  it('refuses what cannot be, and says why', () => {
    const line = (type: 'done' | 'prepared' | 'approve', id: string): CycleEvent => ({
      type,
      id,
      at: noon,
      demandId: demand('rice'),
    });
    expect(codes(advance(collected, line('done', 'a')))).toEqual(['line/nobody-named']);
    expect(codes(advance(collected, line('approve', 'b')))).toEqual(['line/not-awaiting-approval']);
    const prepared = play(collected, named('rice', 'li', noon), line('prepared', 'c')).snapshot;
    expect(codes(advance(prepared, line('prepared', 'd')))).toEqual(['line/already-prepared']);
    expect(codes(advance(prepared, named('rice', 'wang', noon)))).toEqual(['line/reassigned']);
    const done = advance(prepared, line('done', 'e')).snapshot;
    expect(codes(advance(done, line('done', 'f')))).toEqual(['line/already-settled']);
    const back: CycleEvent = { type: 'carried', id: 'g', at: noon, demandId: demand('oil'), toDate: day('2020-03-30') };
    expect(codes(advance(collected, back))).toEqual(['line/carried-backwards']);
  });
});

describe('many cycles', () => {
  it('D-35 W-02: while Monday is executed and delivered, Tuesday collects, each under its own date', () => {
    const now = at('2020-03-31 14:00');
    const first = advance(play(monday, wants('rice', noon)).snapshot, tick(now)).snapshot;
    const second = advance(openCycle(duowen2020, day('2020-03-31')), wants('oil', now)).snapshot;
    expect([first.facts.date, first.state, second.facts.date, second.state]).toEqual([
      '2020-03-30',
      'deliver',
      '2020-03-31',
      'collect',
    ]);
    // Monday ends at the very instant at which Tuesday stops collecting.
    expect(first.facts.deadlines.at(-1)?.at).toBe(nextDeadline(second));
    expect(cycleTotals(first).in + cycleTotals(second).in).toBe(2);
  });

  it('D-37a: a request in the idle hours is for the cycle that still collects', () => {
    const idle = at('2020-03-31 12:30');
    const old = advance(monday, wants('oil', idle));
    expect(old.snapshot.state).toBe('after-execute');
    expect(old.effects.at(-1)).toMatchObject({ type: 'demand-deferred', toDate: '2020-03-31' });
    expect(codes(advance(openCycle(duowen2020, day('2020-03-31')), wants('oil', idle)))).toEqual(['demand/in-time']);
  });

  it('a demand carried ahead is taken by a cycle that has not begun', () => {
    const thursday = advance(openCycle(duowen2020, day('2020-04-02')), wants('oil', noon));
    expect([thursday.snapshot.state, thursday.isTaken]).toEqual(['waiting', true]);
  });
});

describe('exceptions', () => {
  const night = at('2020-03-30 22:00');
  const urgent = (reason: string): CycleEvent => ({
    type: 'demand',
    id: 'sos',
    at: night,
    demandId: demand('pills'),
    emergency: { reason, role: 'on-call-nurse' },
  });

  it('D-37b W-06: an emergency skips the cut-off, names its reason and role, and is counted apart', () => {
    const raised = advance(monday, urgent('insulin ran out'));
    expect(bare(raised.effects.slice(2))).toEqual([
      { type: 'demand-accepted', at: night, late: false, demandId: 'pills' },
      { type: 'emergency-raised', at: night, late: false, demandId: 'pills', reason: 'insulin ran out', role: 'on-call-nurse' },
      { type: 'list-unassigned', at: night, late: false, demandIds: ['pills'] },
    ]);
    expect(cycleTotals(raised.snapshot)).toMatchObject({ in: 1, emergencies: 1 });
  });

  it('D-37b: without a reason it is an ordinary request, and never lost', () => {
    const plain = advance(monday, urgent('  '));
    expect(codes(plain)).toEqual(['demand/emergency-without-reason', 'demand/after-cut-off']);
    expect(plain.effects.at(-1)).toMatchObject({ type: 'demand-deferred', demandId: 'pills', toDate: '2020-03-31' });
  });

  it('D-37b: a line already here can become an emergency, also in a closed cycle; a stranger is sent on with the flag', () => {
    const known = play(monday, wants('pills', noon)).snapshot;
    expect(types(advance(known, urgent('insulin ran out')).effects)).toContain('emergency-raised');
    const closed = advance(known, tick(at('2020-03-31 16:00'))).snapshot;
    const late = { ...urgent('insulin ran out'), at: at('2020-03-31 18:00') };
    expect(types(advance(closed, late).effects)).toEqual(['emergency-raised']);
    const stranger = advance(advance(monday, tick(at('2020-03-31 16:00'))).snapshot, late);
    expect(bare(stranger.effects)).toEqual([
      { type: 'demand-deferred', at: late.at, late: false, demandId: 'pills', toDate: '2020-04-01', emergency: true },
    ]);
  });

  it('W-05: late demands are accepted, held for approval or rejected, as the phase says', () => {
    const assigning = (onDemand: string): Cycle => {
      const phases = preset.phases.map((phase) => (phase.id === 'assign' ? { ...phase, onDemand } : phase));
      const parsed = parseCycleDefinition({ ...preset, phases });
      if (!parsed.ok) throw new Error(parsed.reasons[0].code);
      return openCycle(parsed.value, day('2020-03-30'));
    };
    const late = wants('oil', at('2020-03-30 16:30'));
    expect(codes(advance(assigning('accept'), late))).toEqual(['demand/late-accepted']);
    const rejected = advance(assigning('reject'), late);
    expect([codes(rejected), types(rejected.effects).at(-1), rejected.snapshot.facts.lines]).toEqual([
      ['demand/rejected-by-phase'],
      'demand-rejected',
      [],
    ]);
    const held = advance(assigning('with-approval'), late);
    expect(types(held.effects)).toEqual(['close-collection', 'approval-asked']);
    expect(codes(advance(held.snapshot, named('oil', 'li', late.at)))).toEqual(['line/awaits-approval']);
    const approved = advance(held.snapshot, { type: 'approve', id: 'yes', at: late.at, demandId: demand('oil') });
    expect(approved.snapshot.facts.lines[0]?.state).toBe('collected');
    // Nobody decided until 17:30: still nobody's, so it is on the list.
    expect(advance(held.snapshot, tick(at('2020-03-30 17:30'))).effects.at(-1)).toMatchObject({ demandIds: ['oil'] });
  });

  it('W-04: a clock that goes back is noted and fires nothing again', () => {
    const closed = advance(monday, tick(at('2020-03-30 16:00'))).snapshot;
    const back = advance(closed, wants('oil', at('2020-03-30 15:00')));
    expect(codes(back)).toEqual(['clock/went-back', 'demand/after-cut-off']);
    expect(types(back.effects)).toEqual(['demand-deferred']);
    expect(back.snapshot.at).toBe(at('2020-03-30 16:00'));
  });

  it('W-07: after a night of silence the missed ends come once, in order, marked late', () => {
    const asleep = advance(monday, wants('rice', noon)).snapshot;
    const now = at('2020-03-31 12:30');
    const awake = catchUp(asleep, now);
    expect(awake.effects.map(({ type, at, late }) => [type, at, late])).toEqual([
      ['close-collection', at('2020-03-30 16:00'), true],
      ['list-unassigned', at('2020-03-30 17:30'), true],
      ['flag-unfinished', at('2020-03-31 12:00'), true],
    ]);
    // Passed: end of collect, both edges of assign, both of execute.
    expect(awake.summary).toEqual({ from: noon, until: now, deadlines: 5, late: 3 });
    expect(catchUp(awake.snapshot, now)).toEqual({
      snapshot: awake.snapshot,
      effects: [],
      passed: [],
      summary: { from: now, until: now, deadlines: 0, late: 0 },
    });
  });

  it('W-03: the same question has the same answer, and the cycle handed in stays as it was', () => {
    const before = structuredClone(monday);
    const first = advance(monday, urgent('insulin ran out'));
    expect(advance(monday, urgent('insulin ran out'))).toEqual(first);
    expect(monday).toEqual(before);
  });

  it('a snapshot that contradicts itself is a fault, not a wrong day', () => {
    expect(() => advance({ ...monday, state: 'deliver' }, tick(noon))).toThrow(
      expect.objectContaining({ code: 'cycle/broken-snapshot' }),
    );
  });
});
