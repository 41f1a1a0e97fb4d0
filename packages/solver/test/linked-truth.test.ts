import { type Random, seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { linkedEngine } from '../src/engines/linked-engine.ts';
import { frameOf } from '../src/frame.ts';
import type { ProblemInput } from '../src/problem.ts';
import { planOf, total } from '../src/score.ts';
import { inOneGo } from '../src/slices.ts';
import { solve } from '../src/solve.ts';
import { bestPlan } from './oracle/best-plan.ts';
import { problem } from './problems.ts';

/** Solves by the engine for linked visits, and by no other. */
function solved(input: ProblemInput, steps: number, seed = 1) {
  const parsed = problem(input);
  expect(inOneGo(linkedEngine(frameOf(parsed), seed))).not.toBeNull();
  const plan = solve(parsed, { seed, steps });
  expect(check(parsed, plan).violations).toEqual([]);
  return plan;
}

const leftOut = (input: ProblemInput, steps: number, seed = 1): number => solved(input, steps, seed).unassigned.length;

const matrix = (places: readonly string[], way: number) => ({
  kind: 'matrix' as const,
  places: [...places],
  times: places.map((a) => places.map((b) => (a === b ? 0 : way))),
});

describe('who can be served is served, whatever it costs', () => {
  const day = { from: 0, until: 86_400 };
  const late = (unit: number): ProblemInput => ({
    helpers: [{ id: 'a', shifts: [{ from: 0, until: 1440 * unit }], from: 'p', to: 'p' }],
    visits: ['x', 'y'].map((id) => ({
      id,
      windows: [{ from: 0, until: 1440 * unit, softUntil: 100 }],
      duration: 480 * unit,
      place: 'p',
    })),
    travel: matrix(['p'], 0),
    weights: { fairness: 0 },
  });
  const pair = (effort: object, weights: object = {}): ProblemInput => ({
    helpers: ['a', 'b'].map((id) => ({ id, shifts: [day], from: 'p', to: 'p' })),
    visits: ['x', 'y', 'z'].map((id, at) => ({ id, windows: [day], duration: 10, place: at === 0 ? 'p' : 'q', ...effort })),
    links: [{ first: 'x', second: 'y', minLag: 0, maxLag: 0, helper: 'other' }],
    travel: matrix(['p', 'q'], 1),
    weights: { fairness: 0, ...weights },
  });

  it.each<[string, ProblemInput]>([
    ['late by hours, in minutes', late(1)],
    ['late by hours, in seconds', late(60)],
    ['late by hours, in milliseconds', late(60_000)],
    ['an effort of 15,000 a visit', pair({ effort: { a: 15_000, b: 15_000 } })],
    ['an effort of 500,000 a visit', pair({ effort: { a: 500_000, b: 500_000 } })],
    [
      'a wish of weight 1,000,000 where a way is 1',
      pair({ wanted: ['ill'] }, { wanted: 1_000_000, travel: 1, lateness: 1, latest: 1 }),
    ],
  ])('%s', (_, input) => {
    expect(leftOut(input, 200)).toBe(0);
  });
});

describe('as few are left out as can be', () => {
  it('a pair gives way to one, where only one more can be served without it', () => {
    const visit = (id: string, from: number, until: number, duration: number) => ({
      id,
      windows: [{ from, until }],
      duration,
      place: 'p0',
    });
    const input: ProblemInput = {
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 90 }], from: 'p0', to: 'p0' })),
      visits: [visit('x', 35, 62, 7), visit('y', 13, 47, 12), visit('z', 26, 46, 11)],
      links: [{ first: 'x', second: 'y', minLag: 0 }],
      travel: matrix(['p0'], 0),
      weights: { fairness: 0 },
    };
    for (const seed of [1, 2, 3]) expect(leftOut(input, 500, seed)).toBe(1);
  });

  it('of a chain of three the second may come after the third, with one person', () => {
    const visit = (id: string, from: number, until: number, place: string) => ({
      id,
      windows: [{ from, until }],
      duration: 6,
      place,
    });
    const input: ProblemInput = {
      helpers: ['li', 'wu'].map((id) => ({ id, shifts: [{ from: 0, until: 170 }], from: 'p', to: 'p' })),
      // y begins no later than 41 and z no sooner than 19: only z, then y leaves less than six between them.
      visits: [visit('x', 119, 161, 'p'), visit('y', 3, 47, 'p'), visit('z', 19, 77, 'q')],
      links: [
        { first: 'x', second: 'y', maxLag: 7, helper: 'other' },
        { first: 'y', second: 'z', maxLag: 6, helper: 'same' },
      ],
      travel: matrix(['p', 'q'], 10),
      weights: { fairness: 0 },
    };
    for (const seed of [1, 2, 3]) expect(leftOut(input, 500, seed)).toBe(0);
  });

  it('full days that are known to hold everybody hold everybody', () => {
    for (let seed = 1; seed <= 12; seed++) expect([seed, leftOut(fullDays(seed, 20), 3000)]).toEqual([seed, 0]);
  });
});

/** Days drawn service by service with hardly a free minute, a third of them in pairs; then windows around what was drawn. */
function fullDays(seed: number, size: number): ProblemInput {
  const chance = seededRandom(seed);
  const points = Array.from({ length: 8 }, () => [chance.nextInt(20), chance.nextInt(20)] as const);
  const times = points.map(([x, y]) => points.map(([u, v]) => Math.abs(x - u) + Math.abs(y - v)));
  const helpers = Array.from({ length: 3 }, () => ({ free: 0, at: 0 }));
  const width = 6 + chance.nextInt(40);
  const visits: { id: string; windows: { from: number; until: number }[]; duration: number; place: string }[] = [];
  const links: { first: string; second: string; minLag: number; maxLag: number; helper: 'other' }[] = [];
  const arrival = (h: number, place: number): number => helpers[h]!.free + times[helpers[h]!.at]![place]!;
  const put = (h: number, from: number, place: number, duration: number): string => {
    const id = `v${visits.length}`;
    const windows = [{ from: Math.max(0, from - chance.nextInt(width)), until: from + duration + chance.nextInt(width) }];
    visits.push({ id, windows, duration, place: `p${place}` });
    helpers[h] = { free: from + duration, at: place };
    return id;
  };
  while (visits.length < size) {
    const [first, next] = [0, 1, 2].sort((a, b) => helpers[a]!.free - helpers[b]!.free) as [number, number];
    const place = chance.nextInt(points.length);
    const duration = 5 + chance.nextInt(15);
    if (visits.length + 2 > size || chance.nextInt(3) > 0) put(first, arrival(first, place), place, duration);
    else {
      const both = Math.max(arrival(first, place), arrival(next, place));
      const ids = [put(first, both, place, duration), put(next, both, place, duration)] as const;
      links.push({ first: ids[0], second: ids[1], minLag: 0, maxLag: 0, helper: 'other' });
    }
  }
  const end = Math.max(...helpers.map(({ free, at }) => free + times[at]![0]!));
  return {
    helpers: helpers.map((_, h) => ({ id: `h${h}`, shifts: [{ from: 0, until: end }], from: 'p0', to: 'p0' })),
    visits,
    links,
    travel: { kind: 'matrix', places: points.map((_, at) => `p${at}`), times },
    weights: { fairness: 0 },
  };
}

/** Small problems of all that the engine holds: pairs, chains of three, lags, people, soft ends, ends elsewhere, odd ways. */
function small(seed: number): ProblemInput {
  const chance = seededRandom(seed);
  const isSo = (percent: number): boolean => chance.nextInt(100) < percent;
  const [helpers, visits, places] = [2 + chance.nextInt(2), 4 + chance.nextInt(3), 1 + chance.nextInt(4)];
  const length = 60 + chance.nextInt(80);
  const slack = isSo(50) ? 20 : 60;
  const drawn = Array.from({ length: visits }, (_, at) => {
    const from = chance.nextInt(Math.floor(length * 0.7));
    const duration = 3 + chance.nextInt(10);
    const until = from + duration + 5 + chance.nextInt(slack);
    return {
      id: `v${at}`,
      windows: [{ from, until, softUntil: isSo(30) ? Math.min(until, from + chance.nextInt(20)) : null }],
      duration,
      place: `p${chance.nextInt(places)}`,
      skills: isSo(20) ? ['a'] : [],
      wanted: isSo(20) ? [`h${chance.nextInt(helpers)}`] : [],
      refused: isSo(15) ? [`h${chance.nextInt(helpers)}`] : [],
    };
  });
  return {
    helpers: Array.from({ length: helpers }, (_, at) => ({
      id: `h${at}`,
      shifts: [{ from: 0, until: length }],
      from: 'p0',
      to: `p${places - 1}`,
      skills: isSo(60) ? ['a'] : [],
    })),
    visits: drawn,
    links: drawn.slice(1).flatMap(({ id }, at) => (isSo(45) ? [linkTo(chance, drawn[at]!.id, id)] : [])),
    travel: {
      kind: 'matrix',
      places: Array.from({ length: places }, (_, at) => `p${at}`),
      times: Array.from({ length: places }, (_, a) =>
        Array.from({ length: places }, (_, b) => (a === b ? 0 : chance.nextInt(15))),
      ),
    },
    weights: { fairness: 0 },
  };
}

function linkTo(chance: Random, first: string, second: string) {
  const minLag = chance.nextInt(30) - 10;
  const lags = [{ minLag: 0, maxLag: 0 }, { minLag: 0 }, { minLag, maxLag: minLag + chance.nextInt(40) }, { maxLag: 30 }];
  const helper = (['any', 'other', 'same', 'other'] as const)[chance.nextInt(4)]!;
  const lag = lags[helper === 'same' ? 1 : chance.nextInt(lags.length)]!;
  return { first, second, ...lag, helper };
}

describe('the first plan in turns', () => {
  it('law: after every turn it is a plan, it grows, and it is the same whatever the turns', () => {
    const parsed = problem(fullDays(3, 40));
    const frame = frameOf(parsed);
    const whole = inOneGo(linkedEngine(frame, 1))!;
    expect(whole.begin?.(Number.POSITIVE_INFINITY)).toBe(true);
    const engine = inOneGo(linkedEngine(frame, 1))!;
    const counts = [engine.planned().length];
    for (let isWhole = false; !isWhole; ) {
      isWhole = engine.begin!(4);
      counts.push(engine.planned().length);
      expect(check(parsed, planOf(frame, engine.planned())).violations).toEqual([]);
    }
    expect(counts[0]).toBe(0);
    expect(counts.length).toBeGreaterThan(5);
    expect(counts).toEqual(counts.toSorted((a, b) => a - b));
    expect(engine.planned()).toEqual(whole.planned());
  });
});

describe('small problems', () => {
  it('law: the plan is the best there is, and the order of links changes nothing', () => {
    let tried = 0;
    for (let seed = 1; tried < 120; seed++) {
      const input = small(seed);
      const parsed = problem(input);
      if (inOneGo(linkedEngine(frameOf(parsed), 1)) === null) continue;
      tried++;
      const plan = solved(input, 3000);
      const best = bestPlan(parsed);
      expect([seed, total(plan.score.medium), total(plan.score.soft)]).toEqual([seed, best.medium, best.soft]);
      const reversed = solved({ ...input, links: input.links!.toReversed() }, 100);
      expect([seed, reversed.visits]).toEqual([seed, solved(input, 100).visits]);
    }
  });
});
