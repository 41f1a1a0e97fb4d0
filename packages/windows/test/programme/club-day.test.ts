import type { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import { type ClubDayEvent, type ClubDayTypes, clubDay, newClubDay } from '../../src/programme/club-day.ts';
import { at, day } from '../days.ts';
import { an, bo, chen, leader, preset, smallPlace } from './programmes.ts';

const monday = day('2020-03-30');
let count = 0;
const comes = (type: 'arrive' | 'leave', personId: typeof an, when: Instant): ClubDayEvent => ({
  type,
  id: `event-${count++}`,
  at: when,
  by: leader,
  personId,
});
function play(...events: readonly (ClubDayEvent | Tick)[]): Step<ClubDayTypes> {
  return events.reduce<Step<ClubDayTypes>>((step, event) => drive(clubDay, step.snapshot, event), {
    snapshot: openProcess(clubDay, 'monday', newClubDay(smallPlace, monday)!),
    effects: [],
    passed: [],
    reasons: [],
    isTaken: true,
  });
}
const nine = at('2020-03-30 09:00');

describe('club-day', () => {
  it('D-44: opening hours are half-open: 09:00 is in, 11:30 is out', () => {
    expect(play(comes('arrive', an, at('2020-03-30 08:59'))).reasons[0]?.code).toBe('club-day/is-shut');
    expect(play(comes('arrive', an, nine)).isTaken).toBe(true);
    expect(play(comes('arrive', an, at('2020-03-30 11:30', -1))).isTaken).toBe(true);
    expect(play(comes('arrive', an, at('2020-03-30 11:30'))).reasons[0]?.code).toBe('club-day/is-shut');
    expect(play(comes('arrive', an, at('2020-03-30 14:00'))).isTaken).toBe(true);
  });

  it('D-44: two are inside at most; when one leaves, another may come in', () => {
    const two = play(comes('arrive', an, nine), comes('arrive', bo, nine));
    expect(drive(clubDay, two.snapshot, comes('arrive', chen, nine)).reasons[0]?.code).toBe('club-day/full');
    expect(drive(clubDay, two.snapshot, comes('arrive', an, nine)).reasons[0]?.code).toBe('club-day/inside-already');
    const one = drive(clubDay, two.snapshot, comes('leave', an, at('2020-03-30 10:00')));
    expect(drive(clubDay, one.snapshot, comes('arrive', chen, at('2020-03-30 10:00'))).isTaken).toBe(true);
    expect(one.snapshot.facts.visits[0]).toEqual({ personId: an, from: nine, until: at('2020-03-30 10:00'), by: leader });
  });

  it('D-44: whoever was not seen leaving when it shuts is looked for, and the visit keeps an open end', () => {
    const morning = at('2020-03-30 11:30');
    const { snapshot, effects } = play(comes('arrive', an, nine), comes('arrive', bo, nine), comes('leave', bo, nine), {
      type: 'tick',
      id: 'tick',
      at: morning,
    });
    expect(effects).toMatchObject([{ type: 'look-for', personIds: [an], at: morning, late: false }]);
    expect([snapshot.state, snapshot.facts.insideIds, snapshot.facts.visits[0]?.until]).toEqual(['shut', [], null]);
    // In the evening nobody is looked for who was inside in the morning alone.
    expect(drive(clubDay, snapshot, { type: 'tick', id: 'tick', at: at('2020-03-30 17:00') })).toMatchObject({
      snapshot: { state: 'over' },
      effects: [],
    });
  });

  it('D-44: shutting early has a reason and tells who is inside', () => {
    const early = { type: 'close-early', id: 'early', at: nine, by: leader, reason: 'no heating' } as const;
    expect(play(comes('arrive', an, nine), early)).toMatchObject({
      snapshot: { state: 'over', facts: { why: 'no heating' } },
      effects: [{ type: 'tell-shut-early', reason: 'no heating', insideIds: [an] }],
    });
  });

  it('D-44: there is no such day where the place is shut, and none of a programme without a place', () => {
    expect(newClubDay(smallPlace, day('2020-03-31'))).toBeNull();
    expect(() => newClubDay(preset('happy-duowen'), monday)).toThrow(expect.objectContaining({ code: 'programme/not-a-place' }));
  });
});
