import type { Instant } from '@linli/model';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ladder } from '../../src/ladder/ladder.ts';
import type { LadderDefinition } from '../../src/ladder/ladder-definition.ts';
import { ladderBounds } from '../../src/ladder/ladder-steps.ts';
import { type Ladder, openLadder } from '../../src/ladder/open-ladder.ts';
import { dueOf } from '../../src/process/drive.ts';
import { at, jia, knock, minutes, only, type Told, tick } from './ladders.ts';
import { countedFromTheWakeUp, endlessPromises, patientWithDeclines, planted, slowToClimb } from './planted.ts';
import { brokenLaws, type Drive, definitions, driveOf, laws, silentAsks, type Tale, tales, talesOf } from './stories.ts';

const seed = 20200330;
const sound = driveOf(ladder);
const nine = at('2020-03-30 09:00');
const midnight = at('2020-03-30 00:00');
const openedWith = (definition: LadderDefinition): Ladder =>
  openLadder('jia', { definition, residentId: jia, keyHolders: [], consent: 'no' });

/** Seconds from a knock to "nobody confirmed" where nobody says a word and every deadline is kept. */
function silentSeconds(definition: LadderDefinition, minute: number, step: Drive): number {
  const begin = minutes(midnight, minute);
  let { snapshot } = step(openedWith(definition), knock(begin));
  for (let due = dueOf(ladder, snapshot); due !== null; due = dueOf(ladder, snapshot)) {
    const woken = step(snapshot, tick(due));
    for (const { at: end } of only(woken.effects, 'exhausted')) return (end - begin) / 1000;
    snapshot = woken.snapshot;
  }
  return Number.POSITIVE_INFINITY;
}

/** The longest round of a tale in seconds, every deadline kept to the millisecond. */
function longestRound(tale: Tale, step: Drive): number {
  let began = 0;
  let longest = 0;
  const look = ({ state, facts }: Ladder, when: number, roundBefore: number): void => {
    if (facts.round > roundBefore) began = when;
    if (state !== 'nobody-confirmed' && facts.round > 0) longest = Math.max(longest, (when - began) / 1000);
  };
  brokenLaws(tale, (snapshot, event) => {
    let awake = snapshot;
    for (let due = dueOf(ladder, awake); due !== null && due <= event.at; due = dueOf(ladder, awake)) {
      look(awake, due, awake.facts.round);
      awake = step(awake, tick(due)).snapshot;
    }
    const answer = step(awake, event);
    look(answer.snapshot, answer.snapshot.at ?? 0, awake.facts.round);
    return answer;
  });
  return longest;
}

/** When the first round of a tale ended in "nobody confirmed". */
function firstEnd(tale: Tale, step: Drive): number {
  let end = Number.POSITIVE_INFINITY;
  brokenLaws(tale, (snapshot, event) => {
    const answer = step(snapshot, event);
    for (const effect of only(answer.effects, 'exhausted')) if (effect.attempt === 1) end = Math.min(end, effect.at);
    return answer;
  });
  return end;
}

/** The seconds at which rungs were asked, however the machine slept between the knock and the end. */
function askedSeconds(
  definition: LadderDefinition,
  naps: readonly number[],
  step: Drive,
): readonly (readonly [string, number])[] {
  let when: Instant = nine;
  const wakes = naps.map((nap) => {
    when = minutes(when, nap);
    return tick(when);
  });
  const effects: Told[] = [];
  let snapshot = openedWith(definition);
  for (const event of [knock(nine), ...wakes, tick(minutes(nine, 90 * 1440))]) {
    const woken = step(snapshot, event);
    effects.push(...woken.effects);
    snapshot = woken.snapshot;
  }
  return effects.flatMap((effect) =>
    effect.type === 'ask' || effect.type === 'call-emergency' ? [[effect.rung, (effect.at - nine) / 1000] as const] : [],
  );
}
const inOrder = (asks: readonly (readonly [string, number])[]): readonly string[] =>
  asks.map(([rung, second]) => `${String(second).padStart(9, '0')} ${rung}`).sort();

const punctual = (definition: LadderDefinition): LadderDefinition => ({
  ...definition,
  afterSilence: 'absolute',
  quietHours: null,
  rungs: definition.rungs.map((each) => ({ ...each, inQuietHours: 'ask' })),
});
const naps = fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 12 });
const promises = talesOf(['acknowledged', 'acknowledged', 'declined', 'no-reply', 'asked', 'note', 'red-flag', 'entry-tried']);
/** Refusals alone, in the order of the clock, on a ladder whose waits no silence changes. */
const refusals = talesOf(['declined', 'no-reply', 'asked', 'note']).map((tale) => ({
  ...tale,
  definition: { ...tale.definition, afterSilence: 'absolute' as const },
  beats: tale.beats.filter(({ move }) => move.by !== 'back'),
}));
const isNeverLater = (tale: Tale, step: Drive): boolean => firstEnd(tale, step) <= firstEnd({ ...tale, beats: [] }, step);

describe('laws of the ladder: any definition, any story, with repeats, silences and clocks that go back', () => {
  it(`W-13 W-04 W-07 W-11 W-12: ${Object.values(laws).join('; ')}`, () => {
    fc.assert(
      fc.property(tales, (tale) => {
        expect([...brokenLaws(tale)]).toEqual([]);
      }),
      { seed, numRuns: 1000 },
    );
  });

  it('D-09: where nobody says a word, "nobody confirmed" comes in the time the definition gives', () => {
    fc.assert(
      fc.property(definitions, fc.integer({ min: 0, max: 1439 }), (definition, minute) => {
        expect(silentSeconds(definition, minute, sound)).toBeLessThanOrEqual(ladderBounds(definition).silentSeconds);
      }),
      { seed, numRuns: 300 },
    );
  });

  it('W-13: whatever people promise and take back, a round ends in the time the definition gives', () => {
    fc.assert(
      fc.property(promises, (tale) => {
        expect(longestRound(tale, sound)).toBeLessThanOrEqual(ladderBounds(tale.definition).promisedSeconds);
      }),
      { seed, numRuns: 200 },
    );
  });

  it('W-07 R9: after any outage every rung was asked once, in order, for its own time, as if nobody had slept', () => {
    fc.assert(
      fc.property(definitions.map(punctual), naps, (definition, slept) => {
        const asked = askedSeconds(definition, slept, sound);
        expect(inOrder(asked)).toEqual(inOrder(silentAsks(definition)));
        expect(asked.map(([, second]) => second)).toEqual(silentAsks(definition).map(([, second]) => second));
      }),
      { seed, numRuns: 200 },
    );
  });

  it('W-13: refusals bring the end sooner or at the same time, never later', () => {
    fc.assert(
      fc.property(refusals, (tale) => {
        expect(isNeverLater(tale, sound)).toBe(true);
      }),
      { seed, numRuns: 300 },
    );
  });
});

describe('planted bugs', () => {
  it.each(planted)('$bug: caught by "$law"', ({ law, step, kinds }) => {
    const stories = fc.sample(talesOf(kinds), { seed, numRuns: 400 });
    expect(stories.some((tale) => brokenLaws(tale, step).has(law))).toBe(true);
  });

  it('each law is broken by one of them', () => {
    expect(new Set(planted.map(({ law }) => law))).toEqual(new Set(Object.keys(laws)));
  });

  it('every promise begins the time for a report anew: caught by the bound of promises', () => {
    const caught = fc
      .sample(promises, { seed, numRuns: 400 })
      .some((tale) => longestRound(tale, endlessPromises) > ladderBounds(tale.definition).promisedSeconds);
    expect(caught).toBe(true);
  });

  it('a decline is waited out: caught by the comparison with silence', () => {
    expect(fc.sample(refusals, { seed, numRuns: 300 }).some((tale) => !isNeverLater(tale, patientWithDeclines))).toBe(true);
  });

  it('waits counted from the wake-up, or growing: caught by the time of each rung, and by the bound of silence', () => {
    const ladders = fc.sample(definitions.map(punctual), { seed, numRuns: 50 });
    const isOnTime = (step: Drive) => (definition: LadderDefinition) =>
      inOrder(askedSeconds(definition, [600], step)).join() === inOrder(silentAsks(definition)).join();
    expect(ladders.every(isOnTime(sound))).toBe(true);
    expect(ladders.every(isOnTime(countedFromTheWakeUp))).toBe(false);
    const isBounded = (definition: LadderDefinition) =>
      silentSeconds(definition, 540, slowToClimb) <= ladderBounds(definition).silentSeconds;
    expect(ladders.every(isBounded)).toBe(false);
  });
});
