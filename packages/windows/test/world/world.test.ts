import { type Instant, isFault } from '@linli/model';
import { describe, expect, it } from 'vitest';
import type { Cycle, CycleEffect, Stamped } from '../../src/index.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import { ours, type Subject } from './subject.ts';
import { liveThrough } from './year.ts';

/** Lives `lives` times through `days` and names every law that was broken; a fault is one, too. */
function brokenIn(subject: Subject, lives: number, days: number, rough = { kill: 8, sleep: 8 }): readonly string[] {
  const broken = new Set<string>();
  for (let seed = 1; seed <= lives; seed += 1)
    try {
      for (const law of liveThrough(seed, days, subject, rough).broken) broken.add(law);
    } catch (error) {
      if (!isFault(error)) throw error;
      broken.add(error.code);
    }
  return [...broken];
}

describe('R7 R8 R9: a community lives, and its host is careless, killed, asleep and wrong about the time', () => {
  it('W-17 D-30 D-29 W-06 W-07 W-11 W-12 W-13: in 100 years no demand is lost, doubled or stuck and nothing fires twice', {
    timeout: 240_000,
  }, () => {
    expect(brokenIn(ours, 100, 365, { kill: 32, sleep: 32 })).toEqual([]);
  });

  it('W-11 R9: nor where every snapshot goes through JSON and the host is killed at every step', () => {
    expect(brokenIn(ours, 12, 60, { kill: 1, sleep: 1 })).toEqual([]);
  });

  it('the same seed is the same life', () => {
    expect(liveThrough(7, 40, ours, { kill: 8, sleep: 8 })).toEqual(liveThrough(7, 40, ours, { kill: 8, sleep: 8 }));
  });

  it('what is told of happens indeed', () => {
    const { count } = liveThrough(3, 365, ours, { kill: 32, sleep: 32 });
    for (const [what, often] of Object.entries(count)) expect([what, often > 5]).toEqual([what, true]);
  });
});

const isCycle = ({ format }: { readonly format: string }): boolean => format.startsWith('linli-cycle-state');
const isLadder = ({ format }: { readonly format: string }): boolean => format.startsWith('linli-ladder-state');
type Advance = Subject['advance'];
type AnyStep = ReturnType<Advance>;

/** The package with one of its answers changed, for cycles or for ladders alone. */
const cycleBug = (
  change: (step: AnyStep, before: Snapshot<never>, event: { readonly type: string; readonly at: Instant }) => unknown,
): Subject => bugFor(isCycle, change);
const bugFor = (
  isMeant: (snapshot: Snapshot<never>) => boolean,
  change: (step: AnyStep, before: Snapshot<never>, event: { readonly type: string; readonly at: Instant }) => unknown,
): Subject => ({
  ...ours,
  advance: ((snapshot: Snapshot<never>, event: never) => {
    const step = ours.advance(snapshot, event) as unknown as AnyStep;
    return isMeant(snapshot) ? change(step, snapshot, event) : step;
  }) as unknown as Advance,
});
const cycleOf = (step: AnyStep): Cycle => step.snapshot as unknown as Cycle;
const effectsOf = (step: AnyStep) => step.effects as unknown as readonly Stamped<CycleEffect>[];
const withFacts = (step: AnyStep, facts: object) => ({
  ...step,
  snapshot: { ...step.snapshot, facts: { ...cycleOf(step).facts, ...facts } },
});

const bugs: readonly (readonly [string, string, Subject])[] = [
  [
    'D-30 no demand is lost',
    'a deferral that nobody hears of',
    cycleBug((step) => ({ ...step, effects: effectsOf(step).filter(({ type }) => type !== 'demand-deferred') })),
  ],
  [
    'D-30 no demand is lost',
    'a line that drops out of the record when it is cancelled',
    cycleBug((step) => withFacts(step, { lines: cycleOf(step).facts.lines.filter(({ state }) => state !== 'cancelled') })),
  ],
  [
    'D-30 no demand is in two cycles',
    'a demand that is sent on and kept as well',
    cycleBug((step, _, event) => {
      const { facts } = cycleOf(step);
      const sent = effectsOf(step).find(({ type }) => type === 'demand-deferred');
      if (sent === undefined || !step.isTaken || !('demandId' in event)) return step;
      const line = { state: 'collected', demandId: event.demandId, emergency: false, helperId: null, why: [], toDate: null };
      return withFacts(step, { lines: [...facts.lines, line] });
    }),
  ],
  [
    'D-29 nothing gets in at or after the cut-off',
    '`<=` at every edge',
    {
      ...ours,
      advance: ((snapshot: Snapshot<never>, event: never) => {
        if (!isCycle(snapshot)) return ours.advance(snapshot, event);
        const { facts } = snapshot as unknown as Cycle;
        const deadlines = facts.deadlines.map((edge) => ({ ...edge, at: edge.at + 1 }));
        const step = ours.advance({ ...(snapshot as object), facts: { ...facts, deadlines } } as never, event);
        return withFacts(step as unknown as AnyStep, { deadlines: facts.deadlines });
      }) as unknown as Advance,
    },
  ],
  [
    'W-17 no line is stuck',
    'a line that cannot be cancelled',
    cycleBug((step, before, { type, at }) =>
      type === 'cancelled' ? { ...step, snapshot: { ...before, at: cycleOf(step).at ?? at } } : step,
    ),
  ],
  [
    'W-07 no deadline is left behind',
    'a deadline that is not remembered',
    cycleBug((step, before) => ({
      ...step,
      snapshot: {
        ...step.snapshot,
        state: before.state,
        facts: { ...cycleOf(step).facts, passed: (before as unknown as Cycle).facts.passed },
      },
    })),
  ],
  [
    'W-07 each deadline once, in order, at its time',
    'an id that says when somebody looked',
    cycleBug((step, _, { at }) => ({
      ...step,
      effects: effectsOf(step).map((effect) => ({ ...effect, id: `${effect.id}/${at}` })),
    })),
  ],
  [
    'W-07 each deadline once, in order, at its time',
    'a catch-up that keeps only what it was asked for last',
    {
      ...ours,
      catchUp: ((snapshot: never, now: Instant) => ({
        ...ours.catchUp(snapshot, now),
        effects: [],
      })) as unknown as Subject['catchUp'],
    },
  ],
  [
    'W-12 the same id changes nothing',
    'event ids that are not remembered',
    bugFor(isCycle, (step) => ({ ...step, snapshot: { ...step.snapshot, seen: [] } })),
  ],
  [
    'W-04 a clock that goes back stands still',
    'time that follows the clock back',
    cycleBug((step, _, { at }) => ({ ...step, snapshot: { ...step.snapshot, at } })),
  ],
  [
    'R9 late is said to be late',
    'lateness that nobody is told of',
    cycleBug((step) => ({ ...step, effects: effectsOf(step).map((effect) => ({ ...effect, late: false })) })),
  ],
  [
    'R9 one true summary',
    'a summary that counts nothing',
    {
      ...ours,
      catchUp: ((snapshot: never, now: Instant) => {
        const caught = ours.catchUp(snapshot, now);
        return { ...caught, summary: { ...caught.summary, late: -1 } };
      }) as unknown as Subject['catchUp'],
    },
  ],
  [
    'W-17 every cycle comes to its end',
    'a cycle that has begun and is never woken again',
    {
      ...ours,
      nextDeadline: (snapshot) => (isCycle(snapshot) && snapshot.state !== 'waiting' ? null : ours.nextDeadline(snapshot)),
    },
  ],
  [
    'R9 one true summary',
    'a silence whose effects are kept back',
    { ...ours, cyclesAfterSilence: (...asked) => ({ ...ours.cyclesAfterSilence(...asked), effects: [] }) },
  ],
  [
    'R9 no day of a silence is forgotten',
    'a silence that leaves no trace in the record',
    {
      ...ours,
      cyclesAfterSilence: (...asked) => {
        const after = ours.cyclesAfterSilence(...asked);
        return { ...after, summary: { ...after.summary, missedDates: [] } };
      },
    },
  ],
  [
    'W-11 what was kept can be read',
    'a store that loses the instant',
    { ...ours, wake: (kept) => ours.wake({ ...(kept as object), at: undefined }) },
  ],
  [
    'R9 the same step again is the same step',
    'a snapshot that forgets what it saw when it is read back',
    {
      ...ours,
      advance: ((snapshot: Snapshot<never>, event: never) => {
        const step = ours.advance(snapshot, event) as unknown as AnyStep;
        return { ...step, snapshot: { ...step.snapshot, seen: [...snapshot.seen, String(Math.random())] } };
      }) as unknown as Advance,
    },
  ],
  [
    'W-06 every emergency is raised once',
    'an emergency that waits for the next cycle without a word',
    cycleBug((step) => ({ ...step, effects: effectsOf(step).filter(({ type }) => type !== 'emergency-raised') })),
  ],
  [
    'D-30 whoever has nobody is listed',
    'a list that is sent empty',
    cycleBug((step) => ({
      ...step,
      effects: effectsOf(step).map((effect) => (effect.type === 'list-unassigned' ? { ...effect, demandIds: [] } : effect)),
    })),
  ],
  [
    'W-13 every escalation fires once',
    'a rung that is asked again under another id',
    bugFor(isLadder, (step) => ({
      ...step,
      effects: step.effects.flatMap((effect) => [effect, { ...(effect as object), id: `${effect.id}/again` }]),
    })),
  ],
  [
    'W-13 silence is never read as safe',
    'a ladder that stands down when nobody confirmed',
    bugFor(isLadder, (step) =>
      step.snapshot.state === 'nobody-confirmed' ? { ...step, snapshot: { ...step.snapshot, state: 'safe' } } : step,
    ),
  ],
  [
    'W-13 exhaustion is said',
    'a ladder that ends without a word',
    bugFor(isLadder, (step) => ({ ...step, effects: step.effects.filter(({ type }) => type !== 'exhausted') })),
  ],
];

describe('planted bugs are caught by the law that forbids them', () => {
  it.each(bugs)('%s: %s', (law, _, bug) => {
    expect(brokenIn(bug, 6, 60)).toContain(law);
  });
});
