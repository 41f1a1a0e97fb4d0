import type { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { advance, cyclesAfterSilence, duowen2020, openCycle } from '../../src/index.ts';
import { at, day, named, play, types, wants } from '../days.ts';

const noon = at('2020-03-30 12:00');
const monday = play(openCycle(duowen2020, day('2020-03-30')), wants('rice', noon), named('rice', 'li', noon)).snapshot;
const wakeUp = (now: Instant) => cyclesAfterSilence([monday], now, () => duowen2020);

describe('W-07 R9: a community after a silence', () => {
  it('nine days: Monday is caught up late, seven days are missed by name, and the two that still run are opened', () => {
    const { cycles, effects, summary } = wakeUp(at('2020-04-08 10:00'));
    expect(summary).toEqual({
      until: at('2020-04-08 10:00'),
      caughtUp: 1,
      opened: ['2020-04-07', '2020-04-08'],
      missedDates: ['2020-03-31', '2020-04-01', '2020-04-02', '2020-04-03', '2020-04-04', '2020-04-05', '2020-04-06'],
      // Monday: all but its opening, 7. The 7th: collect, assign and the opening of the work, 5. The 8th: its opening.
      deadlines: 13,
      late: 7,
    });
    expect(cycles.map(({ facts, state }) => [facts.date, state])).toEqual([
      ['2020-03-30', 'closed'],
      ['2020-04-07', 'execute'],
      ['2020-04-08', 'collect'],
    ]);
    expect(types(effects)).toEqual([
      'close-collection',
      'list-unassigned',
      'flag-unfinished',
      'flag-undelivered',
      'cycle-closed',
      'close-collection',
      'list-unassigned',
    ]);
    expect(effects.map(({ at: due }) => due)).toEqual(effects.map(({ at: due }) => due).toSorted((a, b) => a - b));
  });

  it('nothing twice: waking again at the same instant says nothing, and every effect has an id of its own', () => {
    const first = wakeUp(at('2020-04-08 10:00'));
    expect(new Set(first.effects.map(({ id }) => id)).size).toBe(first.effects.length);
    const again = cyclesAfterSilence(first.cycles, at('2020-04-08 10:00'), () => duowen2020);
    expect([again.effects, again.summary.opened, again.summary.missedDates]).toEqual([[], [], []]);
    // A host that died before it stored the cycles works out the same effects under the same ids.
    expect(wakeUp(at('2020-04-08 10:00'))).toEqual(first);
  });

  it('a cycle opened ahead, for what was carried to it, hides no date before it', () => {
    const ahead = play(openCycle(duowen2020, day('2020-04-06')), wants('oil', noon)).snapshot;
    const { summary, cycles } = cyclesAfterSilence([monday, ahead], at('2020-04-08 10:00'), () => duowen2020);
    expect(summary.missedDates).toEqual(['2020-03-31', '2020-04-01', '2020-04-02', '2020-04-03', '2020-04-04', '2020-04-05']);
    expect(summary.opened).toEqual(['2020-04-07', '2020-04-08']);
    // What was carried there was not done, and is named at the end of its day.
    expect(cycles.find(({ facts }) => facts.date === '2020-04-06')?.facts.lines.map(({ state }) => state)).toEqual(['collected']);
  });

  it('a minute of silence is no silence', () => {
    const { summary, effects } = wakeUp((noon + 60_000) as Instant);
    expect([summary.caughtUp, summary.opened, summary.missedDates, effects]).toEqual([0, [], [], []]);
    expect(advance(monday, { type: 'tick', id: 't', at: (noon + 60_000) as Instant }).passed).toEqual([]);
  });
});
