import type { Instant } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, Cycle, type CycleEffect, type CycleEvent, catchUp, duowen2020, nextDeadline, openCycle } from '../src/index.ts';
import { at, day, demand, named, tick, wants } from './days.ts';
import { type Advance, story, violationsOf } from './world.ts';

const runs = { seed: 20200330, numRuns: 300 };
const monday = openCycle(duowen2020, day('2020-03-30'));
const asleep = (cycle: Cycle): Cycle => Cycle.parse(JSON.parse(JSON.stringify(cycle)));
const onTime = (effects: readonly CycleEffect[]) => effects.map((effect) => ({ ...effect, late: false }));

describe('laws of the daily cycle', () => {
  it('W-17 D-30 D-29 W-07 W-12: whatever a host does, no demand is lost, doubled or stuck and no deadline fires twice', () => {
    fc.assert(
      fc.property(story, (tale) => {
        expect(violationsOf(tale, advance)).toEqual([]);
      }),
      runs,
    );
  });

  it('W-03 W-11: put to sleep as JSON between any two steps, every cycle wakes up as it slept', () => {
    const throughJson: Advance = (cycle, event) => {
      const awake = advance(asleep(cycle), event);
      expect(awake).toEqual(advance(cycle, event));
      expect(asleep(awake.cycle)).toEqual(awake.cycle);
      return { ...awake, cycle: asleep(awake.cycle) };
    };
    fc.assert(
      fc.property(story, (tale) => {
        expect(violationsOf(tale, throughJson)).toEqual([]);
      }),
      { ...runs, numRuns: 100 },
    );
  });

  it('W-07: catching up once equals a tick at every deadline, but for the mark of lateness', () => {
    const times = fc.integer({ min: at('2020-03-29 12:00'), max: at('2020-04-01 12:00') });
    fc.assert(
      fc.property(times, times, (before, now) => {
        const started = [wants('rice', before as Instant), named('rice', 'li', before as Instant)].reduce(
          (cycle: Cycle, event: CycleEvent) => advance(cycle, event).cycle,
          monday,
        );
        let stepped = started;
        const effects: CycleEffect[] = [];
        for (const { at: due } of started.deadlines.slice(started.passed).filter((deadline) => deadline.at <= now)) {
          if (due > (stepped.at ?? due)) expect(nextDeadline(stepped)).toBe(due);
          const step = advance(stepped, tick(due));
          expect(step.effects.every(({ late }) => !late)).toBe(true);
          stepped = step.cycle;
          effects.push(...step.effects);
        }
        stepped = advance(stepped, tick(now as Instant)).cycle;
        const once = catchUp(started, now as Instant);
        expect(once.cycle).toEqual(stepped);
        expect(onTime(once.effects)).toEqual(effects);
        expect(once.effects.every(({ at: due, late }) => late === due < now)).toBe(true);
      }),
      runs,
    );
  });
});

describe('planted bugs are caught by the law that forbids them', () => {
  const caught = (bug: Advance): ReadonlySet<string> => {
    const found = new Set<string>();
    for (const tale of fc.sample(story, { ...runs, numRuns: 60 })) for (const law of violationsOf(tale, bug)) found.add(law);
    return found;
  };

  it('D-29: `<=` at the cut-off', () => {
    const inclusive: Advance = (cycle, event) => {
      const shifted = cycle.deadlines.map((deadline) => ({ ...deadline, at: (deadline.at + 1) as Instant }));
      const step = advance({ ...cycle, deadlines: shifted }, event);
      return { ...step, cycle: { ...step.cycle, deadlines: cycle.deadlines } };
    };
    expect(caught(inclusive)).toContain('D-29 nothing gets in at or after the cut-off');
    expect(inclusive(monday, wants('oil', at('2020-03-30 16:00'))).cycle.lines).toHaveLength(1);
  });

  it('W-07: a deadline that is not remembered fires twice', () => {
    const forgetful: Advance = (cycle, event) => {
      const step = advance(cycle, event);
      return { ...step, cycle: { ...step.cycle, passed: cycle.passed, state: cycle.state } };
    };
    expect(caught(forgetful)).toContain('W-07 each deadline once, in order');
  });

  it('W-12: event ids that are not remembered', () => {
    const amnesiac: Advance = (cycle, event) => {
      const step = advance({ ...cycle, seen: [] }, event);
      return { ...step, cycle: { ...step.cycle, seen: [] } };
    };
    expect(caught(amnesiac)).toContain('W-12 the same id changes nothing');
  });

  it('D-30: a deferral that nobody hears of', () => {
    const silent: Advance = (cycle, event) => {
      const step = advance(cycle, event);
      return { ...step, effects: step.effects.filter(({ type }) => type !== 'demand-deferred') };
    };
    expect(caught(silent)).toContain('D-30 one home for every demand, not 0');
  });

  it('W-17: a line that drops out of the record when it is cancelled', () => {
    const dropping: Advance = (cycle, event) => {
      const step = advance(cycle, event);
      return { ...step, cycle: { ...step.cycle, lines: step.cycle.lines.filter(({ state }) => state !== 'cancelled') } };
    };
    expect(caught(dropping)).toContain('D-30 one home for every demand, not 0');
    expect(
      dropping(advance(monday, wants('oil', at('2020-03-30 12:00'))).cycle, {
        type: 'cancelled',
        id: 'c',
        at: at('2020-03-30 12:00'),
        demandId: demand('oil'),
        reason: 'resident/away',
      }).cycle.lines,
    ).toEqual([]);
  });
});
