import { PersonId } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { advance, type CycleEvent, catchUp, duowen2020, nextDeadline, openCycle } from '../../src/index.ts';
import { at, bare, codes, day, play, tick, types, wants } from '../days.ts';

const monday = openCycle(duowen2020, day('2020-03-30'));
const noon = at('2020-03-30 12:00');
const early = (phase: 'collect' | 'deliver' | 'assign', until: string, said = noon): CycleEvent => ({
  type: 'close-early',
  id: `early-${phase}-${until}`,
  at: said,
  phase,
  until: at(until),
  by: PersonId.parse('worker-chen'),
  reason: 'heavy rain',
});

describe('W-09: an early closing, announced for one day', () => {
  it('ends the collection at 14:00 to the millisecond, and says so to everybody', () => {
    const told = advance(monday, early('collect', '2020-03-30 14:00'));
    expect([codes(told), bare(told.effects)]).toEqual([
      ['cycle/closes-early'],
      [
        {
          type: 'early-closing',
          at: noon,
          late: false,
          phase: 'collect',
          until: at('2020-03-30 14:00'),
          by: 'worker-chen',
          reason: 'heavy rain',
        },
      ],
    ]);
    expect(nextDeadline(told.snapshot)).toBe(at('2020-03-30 14:00'));
    expect(codes(advance(told.snapshot, wants('rice', at('2020-03-30 14:00', -1))))).toEqual(['demand/in-time']);

    const late = advance(told.snapshot, wants('oil', at('2020-03-30 14:00')));
    // By the wall it is still before 16:00, yet this collection is over: the next cycle takes it, never this one again.
    expect(late.effects.at(-1)).toMatchObject({ type: 'demand-deferred', demandId: 'oil', toDate: '2020-03-31' });
    const next = advance(openCycle(duowen2020, day('2020-03-31')), wants('oil', at('2020-03-30 14:00')));
    expect(next.snapshot.facts.lines).toHaveLength(1);
  });

  it('leaves every later phase where it was', () => {
    const told = advance(monday, early('collect', '2020-03-30 14:00')).snapshot;
    expect(types(advance(told, tick(at('2020-03-30 15:00'))).effects)).toEqual(['close-collection']);
    expect(catchUp(told, at('2020-03-31 16:00')).passed.map(({ at: due }) => due)).toEqual(
      monday.facts.deadlines.slice(1).map(({ at: due }, index) => (index === 0 ? at('2020-03-30 14:00') : due)),
    );
  });

  it('refuses what was not announced, what is over, what is not earlier, and what there is not', () => {
    const refusal = (event: CycleEvent, cycle = play(monday, tick(noon)).snapshot): readonly unknown[] => {
      const step = advance(cycle, event);
      expect(step.snapshot.facts.deadlines).toEqual(monday.facts.deadlines);
      return [codes(step), step.isTaken];
    };
    expect(refusal(early('collect', '2020-03-30 12:00'))).toEqual([['cycle/not-announced'], false]);
    expect(refusal(early('collect', '2020-03-30 16:00'))).toEqual([['cycle/closes-not-earlier'], false]);
    expect(refusal(early('deliver', '2020-03-31 12:59'))).toEqual([['cycle/closes-not-earlier'], false]);
    const evening = at('2020-03-30 18:00');
    expect(refusal(early('assign', '2020-03-30 17:00', evening))).toEqual([['cycle/phase-over'], false]);
    const { phases } = duowen2020;
    const noDelivery = openCycle({ ...duowen2020, phases: phases.slice(0, 3) }, day('2020-03-30'));
    expect(codes(advance(noDelivery, early('deliver', '2020-03-31 15:00')))).toEqual(['cycle/no-such-phase']);
  });
});
