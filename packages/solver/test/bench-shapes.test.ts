import { describe, expect, it } from 'vitest';
import { madeGap } from '../bench/peers-gap.ts';
import { randomTable } from '../bench/peers-lap.ts';
import { readGap } from '../bench/read-gap.ts';
import { communityDay, communitySize, oneMore } from '../bench/shapes/community.ts';
import { quantile, solvedAt } from '../bench/shapes/solved-at.ts';
import { communityWeek, weeklySize } from '../bench/shapes/weekly.ts';
import { recommend } from '../src/index.ts';
import { problem } from './problems.ts';

describe('the generated day', () => {
  const day = communityDay(communitySize, 1);
  it('is the same from the same seed, and another from another', () => {
    expect(communityDay(communitySize, 1)).toEqual(day);
    expect(communityDay(communitySize, 2)).not.toEqual(day);
  });
  it('has 300 elders, 40 helpers, two half-days, and one elder in five with two people at once', () => {
    expect(new Set(day.visits.map((visit) => visit.for)).size).toBe(300);
    expect(day.helpers).toHaveLength(40);
    expect(new Set(day.helpers.flatMap(({ shifts }) => shifts.map(({ from }) => from)))).toEqual(new Set([480, 840]));
    expect(day.links).toHaveLength(60);
    expect(day.visits).toHaveLength(360);
    expect(day.links?.every(({ minLag, maxLag, helper }) => minLag === 0 && maxLag === 0 && helper === 'other')).toBe(true);
  });
  it('is a problem, and every plan of it is judged', () => {
    const small = problem(communityDay({ elders: 30, helpers: 6, twoPersonPermille: 200 }, 1));
    const { plan, worth } = solvedAt(small, { seconds: null, steps: 100, seed: 1, kind: 'wall' });
    expect(worth.violations).toBe(0);
    expect(solvedAt(small, { seconds: null, steps: 100, seed: 1, kind: 'wall' }).plan).toEqual(plan);
    expect(recommend(small, plan, oneMore(communityDay({ elders: 30, helpers: 6, twoPersonPermille: 200 }, 1), 4), 5).ok).toBe(
      true,
    );
  });
});

describe('the generated week', () => {
  const week = communityWeek(weeklySize, 1);
  it('is the same from the same seed', () => expect(communityWeek(weeklySize, 1)).toEqual(week));
  it('has 150 elders, knocks every day or once, disinfection two or three times', () => {
    expect(new Set(week.visits.map((visit) => visit.for)).size).toBe(150);
    const timesOf = (what: string) =>
      new Set(week.visits.filter(({ id }) => id.endsWith(what)).map(({ repeat }) => repeat?.times ?? 1));
    expect(timesOf('knock')).toEqual(new Set([1, 7]));
    expect(timesOf('disinfection')).toEqual(new Set([2, 3]));
  });
  it('is a problem whose repeats are spaced', () => {
    const small = problem(communityWeek({ elders: 12, helpers: 4 }, 1));
    expect(small.spacings.length).toBeGreaterThan(0);
    expect(solvedAt(small, { seconds: null, steps: 100, seed: 1, kind: 'wall' }).worth.violations).toBe(0);
  });
});

it('what peers are given is made from a seed', () => {
  expect(randomTable(5, 1)).toEqual(randomTable(5, 1));
  expect(randomTable(5, 1)).not.toEqual(randomTable(5, 2));
  expect(
    randomTable(40, 1)
      .flat()
      .every((cost) => cost >= 1 && cost <= 100),
  ).toBe(true);
  const { costs, loads, capacities } = readGap(madeGap('d', 3, 20, 1));
  expect([costs.length, loads.length, capacities.length, costs[0]!.length]).toEqual([3, 3, 3, 20]);
});

it('a quantile is the value that so many lie below', () => {
  const values = [5, 1, 4, 2, 3];
  expect([quantile(values, 0), quantile(values, 500), quantile(values, 999)]).toEqual([1, 3, 5]);
});
