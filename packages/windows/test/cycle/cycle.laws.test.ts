import type { Instant } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  advance,
  type Cycle,
  type CycleEffect,
  type CycleEvent,
  catchUp,
  duowen2020,
  nextDeadline,
  openCycle,
} from '../../src/index.ts';
import { at, day, named, tick, wants } from '../days.ts';

const runs = { seed: 20200330, numRuns: 300 };
const monday = openCycle(duowen2020, day('2020-03-30'));
const onTime = (effects: readonly CycleEffect[]) => effects.map((effect) => ({ ...effect, late: false }));

// What a community lives through in years stands in `test/world`; this is the law of one cycle by itself.
describe('laws of the daily cycle', () => {
  it('W-07: catching up once equals a tick at every deadline, but for the mark of lateness', () => {
    const times = fc.integer({ min: at('2020-03-29 12:00'), max: at('2020-04-01 12:00') });
    fc.assert(
      fc.property(times, times, (before, now) => {
        const started = [wants('rice', before as Instant), named('rice', 'li', before as Instant)].reduce(
          (cycle: Cycle, event: CycleEvent) => advance(cycle, event).snapshot,
          monday,
        );
        let stepped = started;
        const effects: CycleEffect[] = [];
        for (const { at: due } of started.facts.deadlines.slice(started.facts.passed).filter((deadline) => deadline.at <= now)) {
          if (due > (stepped.at ?? due)) expect(nextDeadline(stepped)).toBe(due);
          const step = advance(stepped, tick(due));
          expect(step.effects.every(({ late }) => !late)).toBe(true);
          stepped = step.snapshot;
          effects.push(...step.effects);
        }
        stepped = advance(stepped, tick(now as Instant)).snapshot;
        const once = catchUp(started, now as Instant);
        expect(once.snapshot).toEqual(stepped);
        expect(onTime(once.effects)).toEqual(effects);
        expect(once.effects.every(({ at: due, late }) => late === due < now)).toBe(true);
      }),
      runs,
    );
  });
});
