import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Instant } from '@linli/model';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { defineProcess, type Process } from '../src/process/define-process.ts';
import { happened } from '../src/process/happened.ts';
import { processes } from '../src/processes.ts';
import { type AnyPlan, coverageOf, type PathPlan } from './paths.ts';

const here = new URL('.', import.meta.url);
const folders = readdirSync(here).filter((name) => existsSync(new URL(`${name}/paths.ts`, here)));
const found = await Promise.all(
  folders.map(
    async (name): Promise<readonly AnyPlan[]> => (await import(fileURLToPath(new URL(`${name}/paths.ts`, here)))).plans,
  ),
);
const plansOf = Map.groupBy(found.flat(), ({ process }) => process.name);

describe('R7 W-17: every state, every way and both sides of every guard are met, and from everywhere an end is reached', () => {
  const counts: Record<string, Record<string, string>> = {};
  it.each([...plansOf.keys()].sort())('%s', (name) => {
    const { flaws, process, ...seen } = coverageOf(plansOf.get(name)!);
    expect(flaws).toEqual([]);
    counts[process] = Object.fromEntries(Object.entries(seen).map(([what, { seen, all }]) => [what, `${seen} of ${all}`]));
  });

  it('the counts stand in paths.json for people to read; `-u` writes them anew', async () => {
    await expect(`${JSON.stringify(counts, null, 2)}\n`).toMatchFileSnapshot('./paths.json');
  });
});

it('no process is left out', () => {
  expect([...plansOf.keys()].sort()).toEqual(Object.keys(processes).sort());
});

const kettleStates = ['cold', 'hot', 'poured', 'broken'] as const;
const KettleEvent = z.discriminatedUnion('type', [happened('heat'), happened('pour')]);
interface KettleTypes {
  readonly name: 'kettle';
  readonly state: (typeof kettleStates)[number];
  readonly facts: { readonly cups: number; readonly offAt: Instant | null };
  readonly event: z.infer<typeof KettleEvent>;
  readonly effect: never;
  readonly code: 'kettle/on' | 'kettle/off' | 'kettle/poured' | 'kettle/last-cup';
  readonly guard: 'is-last';
}
const word = { zh: '水壶', en: 'kettle' };

/** A small process that is whole: heated, poured three times, off by itself after ten. */
const kettle = defineProcess<KettleTypes>({
  name: 'kettle',
  version: 1,
  migrations: [],
  Facts: z.strictObject({ cups: z.int(), offAt: Instant.nullable() }),
  Event: KettleEvent,
  initial: 'cold',
  states: {
    cold: { heat: [{ to: 'hot', because: 'kettle/on', set: (_, { at }) => ({ offAt: (at + 10) as Instant }) }] },
    hot: {
      pour: [
        { guard: 'is-last', to: 'poured', because: 'kettle/last-cup' },
        { to: 'hot', because: 'kettle/poured', set: ({ cups }) => ({ cups: cups - 1 }) },
      ],
      due: [{ to: 'broken', because: 'kettle/off', set: () => ({ offAt: null }) }],
    },
    poured: {},
    broken: {},
  },
  guards: { 'is-last': ({ cups }) => cups === 1 },
  due: (state, { offAt }) => (state === 'hot' ? offAt : null),
  texts: {
    'kettle/title': word,
    'kettle/on': word,
    'kettle/off': word,
    'kettle/poured': word,
    'kettle/last-cup': word,
    'kettle-state/cold': word,
    'kettle-state/hot': word,
    'kettle-state/poured': word,
    'kettle-state/broken': word,
    'kettle-event/heat': word,
    'kettle-event/pour': word,
    'kettle-guard/is-last': word,
  },
});
const planOf = (process: Process<KettleTypes>, cups = 3): PathPlan<KettleTypes> => ({
  process,
  facts: [{ cups, offAt: null }],
  events: ({ seen, at }) => [
    { type: 'heat', id: `heat-${seen.length}`, at: (at ?? 0) as Instant },
    { type: 'pour', id: `pour-${seen.length}`, at: (at ?? 0) as Instant },
    { type: 'tick', id: 'tick', at: ((at ?? 0) + 10) as Instant },
  ],
});
const flawsOf = (change: Partial<Process<KettleTypes>>, cups?: number): readonly string[] =>
  coverageOf([planOf(defineProcess({ ...kettle, ...change }), cups)]).flaws;

describe('the walk finds what it is meant to find', () => {
  it('counts a whole process', () => {
    // Ways: heat; pour, twice; due. Sides: one guard, true and false.
    expect(coverageOf([planOf(kettle)])).toEqual({
      process: 'kettle',
      states: { all: 4, seen: 4 },
      ways: { all: 4, seen: 4 },
      guardSides: { all: 2, seen: 2 },
      flaws: [],
    });
  });

  it('planted bug: a state to which no way leads', () => {
    const due = () => null;
    expect(flawsOf({ states: { ...kettle.states, hot: { pour: kettle.states.hot.pour! } }, due })).toEqual([
      'state broken is never reached',
    ]);
  });

  it('planted bug: a way behind one that is always taken', () => {
    const pour = [kettle.states.hot.pour![1]!, kettle.states.hot.pour![0]!];
    expect(flawsOf({ states: { ...kettle.states, hot: { ...kettle.states.hot, pour } } })).toEqual([
      'state poured is never reached',
      'way hot / pour / 1 is never taken',
      'guard is-last at hot / pour / 1 is never true',
      'guard is-last at hot / pour / 1 is never false',
    ]);
  });

  it('planted bug: a guard that is always true', () => {
    expect(flawsOf({ guards: { 'is-last': () => true } })).toEqual([
      'way hot / pour / 1 is never taken',
      'guard is-last at hot / pour / 0 is never false',
    ]);
  });

  it('planted bug: a state without a way to an end', () => {
    const heat = [{ to: 'broken' as const, because: 'kettle/on' as const }];
    expect(flawsOf({ states: { ...kettle.states, broken: { heat } } })).toEqual(['from broken no end is reached']);
  });

  it('planted bug: a deadline in a state that does not know it', () => {
    expect(flawsOf({ due: (_, { offAt }) => offAt })).toEqual([
      'tick in poured ends in process/broken-snapshot: kettle in poured cannot meet its own deadline',
    ]);
  });

  it('planted bug: facts that cannot be read back', () => {
    expect(flawsOf({ Facts: z.strictObject({ cups: z.int(), offAt: z.null() }) })).toEqual([
      'a snapshot in hot cannot be read back',
      'a snapshot in poured cannot be read back',
    ]);
  });

  it('planted bug: an example event that could never come', () => {
    const Event = z.discriminatedUnion('type', [happened('heat')]) as unknown as typeof KettleEvent;
    expect(flawsOf({ Event })).toEqual(['event pour is not one of its own']);
  });

  it('gives up on what never comes', () => {
    expect(flawsOf({}, 0)).toContain('guard is-last at hot / pour / 0 is never true');
  });
});
