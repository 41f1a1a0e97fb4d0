import type { Instant, LocalDate } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dailyCycle } from '../../src/cycle/daily-cycle.ts';
import {
  advance,
  type Cycle,
  type CycleDefinition,
  catchUp,
  cyclesAfterSilence,
  duowen2020,
  nextDeadline,
  openCycle,
  wake,
} from '../../src/index.ts';
import { duowenLadder } from '../../src/ladder/duowen-ladder.ts';
import { type Ladder, openLadder } from '../../src/ladder/open-ladder.ts';
import { catchUp as catchUpWith } from '../../src/process/catch-up.ts';
import { at, day, helper, tick, wants } from '../days.ts';

const MINUTE = 60_000;
const DAY = 86_400_000;
const runs = { seed: 1119, numRuns: 120 };

/** From 1 minute to 90 days, every order of magnitude as often as any other. */
const outage = fc.integer({ min: 0, max: 1699 }).map((power) => Math.min(90 * DAY, Math.round(MINUTE * 2 ** (power / 100))));
const before = fc.integer({ min: at('2020-03-30 00:00'), max: at('2020-03-31 23:59') }).map((ms) => ms as Instant);

/** Sunday's and Monday's cycle with something in them, as they stand at `now`. */
const known = (now: Instant): readonly Cycle[] =>
  ['2020-03-30', '2020-03-31'].map((date) => {
    const opened = advance(openCycle(duowen2020, day(date)), wants(`rice-${date}`, at('2020-03-29 20:00'))).snapshot;
    return advance(opened, tick(now)).snapshot;
  });
const jia = (now: Instant): Ladder => {
  const opening = { definition: duowenLadder, residentId: helper('resident-jia'), keyHolders: [], consent: 'yes' } as const;
  const knock = { type: 'knock-unanswered', id: 'knock', at: now, by: helper('li') } as const;
  return advance(openLadder('jia', opening), knock).snapshot;
};
const ids = (effects: readonly { readonly id: string }[]): readonly string[] => effects.map(({ id }) => id);
const said = (effects: readonly object[]): readonly object[] => effects.map((effect) => ({ ...effect, late: null }));

/** Wakes it at each of its deadlines, never late; after every one the host dies and reads it back from its store. */
function stepByStep<Kept extends Cycle | Ladder>(
  kept: Kept,
  now: Instant,
): { readonly kept: Kept; readonly effects: readonly object[] } {
  let snapshot = kept;
  const effects: object[] = [];
  for (let due = nextDeadline(snapshot as Cycle); due !== null && due <= now; due = nextDeadline(snapshot as Cycle)) {
    const dying = advance(snapshot as Cycle, tick(due));
    const read = wake(JSON.parse(JSON.stringify(snapshot)));
    if (!read.ok) throw new Error(read.reasons[0].code);
    const again = advance(read.value, tick(due));
    expect(again.effects).toEqual(dying.effects);
    effects.push(...again.effects);
    snapshot = again.snapshot as Kept;
  }
  return { kept: advance(snapshot as Cycle, tick(now)).snapshot as Kept, effects };
}

describe('R9: outages from one minute to 90 days', () => {
  it('by hand: Monday evening until Thursday noon', () => {
    const asleep = at('2020-03-30 20:00');
    const { summary, effects, cycles } = cyclesAfterSilence(known(asleep), at('2020-04-02 12:00'), () => duowen2020);
    // 30th: execute opens and ends, deliver opens and ends: 4. 31st: collect ends, then 6 more, until 1 April 16:00: 7.
    // 1 April: opened late at 31st 16:00, collect opens and ends, assign opens and ends, execute opens and ends on the 2nd: 6.
    // 2 April: collect has opened: 1.
    expect(summary).toEqual({
      until: at('2020-04-02 12:00'),
      caughtUp: 2,
      opened: ['2020-04-01', '2020-04-02'],
      missedDates: [],
      deadlines: 4 + 7 + 6 + 1,
      late: effects.filter(({ late }) => late).length,
    });
    expect(cycles.map(({ facts, state }) => `${facts.date} ${state}`)).toEqual([
      '2020-03-30 closed',
      '2020-03-31 closed',
      '2020-04-01 after-execute',
      '2020-04-02 collect',
    ]);
  });

  it('W-07 W-11: caught up at once is what waking at every deadline would have been, though the host died at each of them', () => {
    fc.assert(
      fc.property(before, outage, (asleep, length) => {
        const now = (asleep + length) as Instant;
        for (const kept of [...known(asleep), jia(asleep)]) {
          const stepped = stepByStep(kept, now);
          const once = catchUp(kept as Cycle, now);
          expect(once.snapshot).toEqual(stepped.kept);
          expect(said(once.effects)).toEqual(said(stepped.effects));
          expect(new Set(ids(once.effects)).size).toBe(once.effects.length);
          expect(once.effects.every(({ at: due, late }) => late === due < now)).toBe(true);
          const again = catchUp(once.snapshot, now);
          expect([again.effects, again.snapshot]).toEqual([[], once.snapshot]);
        }
      }),
      runs,
    );
  });

  it('R9: one summary of all cycles: every date of the silence is caught up, opened or said to be missed, each once', () => {
    fc.assert(
      fc.property(before, outage, (asleep, length) => {
        const now = (asleep + length) as Instant;
        const { cycles, effects, summary } = cyclesAfterSilence(known(asleep), now, () => duowen2020);
        expect(new Set(ids(effects)).size).toBe(effects.length);
        expect(effects.every(({ at: due }, index) => index === 0 || effects[index - 1]!.at <= due)).toBe(true);
        const dates = [...cycles.map(({ facts }) => facts.date), ...summary.missedDates].sort();
        const spoken = new Set<LocalDate>(dates);
        expect(spoken.size).toBe(dates.length);
        for (let time = at('2020-03-30 12:00'); time <= now; time = (time + DAY) as Instant)
          expect(spoken.has(day(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format(time)))).toBe(true);
        const again = cyclesAfterSilence(cycles, now, () => duowen2020);
        expect(again.effects).toEqual([]);
      }),
      runs,
    );
  });

  it('R9: the work is one turn for every deadline missed, and one look for every day', () => {
    const asleep = at('2020-03-30 12:00');
    const works = [1, 30, 90].map((days) => {
      let [turns, looks] = [0, 0];
      const counting = { ...dailyCycle, turn: (...asked: Parameters<typeof dailyCycle.turn>) => dailyCycle.turn(...asked) };
      counting.turn = (...asked) => {
        turns += 1;
        return dailyCycle.turn(...asked);
      };
      const now = (asleep + days * DAY) as Instant;
      const passed = known(asleep).map((cycle) => catchUpWith(counting, cycle, now).summary.deadlines);
      const definitionOn = (): CycleDefinition => {
        looks += 1;
        return duowen2020;
      };
      cyclesAfterSilence(known(asleep), now, definitionOn);
      return { days, looks, isOneTurnEach: turns === passed.reduce((sum, one) => sum + one, 0) };
    });
    // The newest known is of the 31st, so the first look is at 1 April; the last is at the first cycle that has not begun.
    expect(works).toEqual([
      { days: 1, looks: 1, isOneTurnEach: true },
      { days: 30, looks: 30, isOneTurnEach: true },
      { days: 90, looks: 90, isOneTurnEach: true },
    ]);
  });
});
