import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import type { Problem, ProblemInput } from '../src/problem.ts';
import { replan } from '../src/replan.ts';
import { total } from '../src/score.ts';
import { type Progress, search, solve, solveAsync } from '../src/solve.ts';
import { problem } from './problems.ts';

const PLACES = 600;
const day = { from: 0, until: 600 };
const places = Array.from({ length: PLACES }, (_, at) => ({ id: `p${at}`, x: at % 25, y: Math.floor(at / 25) }));

/** So many places that the ways alone take more than one slice. */
const input: ProblemInput = {
  helpers: ['li', 'wu', 'zhao'].map((id) => ({ id, shifts: [day], from: 'p0', to: 'p0' })),
  visits: places.slice(1, 21).map(({ id }) => ({ id: `at ${id}`, place: id, duration: 5, windows: [day] })),
  travel: { kind: 'coordinates', places, perThousand: 1000, metric: 'manhattan' },
};
const tied: ProblemInput = {
  ...input,
  weights: { fairness: 0 },
  links: [{ first: 'at p1', second: 'at p2', minLag: 0, maxLag: 0, helper: 'other' }],
};
/** Each time as if nobody had seen it before. */
const kinds: readonly (readonly [string, () => Problem])[] = [
  ['ways and windows', () => problem(input)],
  ['visits tied together', () => problem(tied)],
];

describe.each(kinds)('preparing a large problem of %s', (_, made) => {
  it('heeds an abort before there is a first plan: then nobody is served, soundly', async () => {
    const asked = made();
    const controller = new AbortController();
    const told: Progress[] = [];
    const plan = await solveAsync(asked, {
      seed: 1,
      steps: 100,
      signal: controller.signal,
      onProgress: (progress) => told.push(progress),
      pause: async () => controller.abort(),
    });
    expect(plan.visits).toEqual([]);
    expect(plan.unassigned).toHaveLength(asked.visits.length);
    expect(check(asked, plan)).toMatchObject({ ok: true, score: plan.score });
    expect(told).toEqual([{ step: 0, unassigned: total(plan.score.medium), soft: total(plan.score.soft), bound: null }]);
  });

  it('heeds the end of the time, in `solve` and `search`; `replan` keeps what holds of the plan before', () => {
    let clock = 0;
    const options = { seed: 1, milliseconds: 5, now: () => 10 * clock++ };
    expect(solve(made(), options).visits).toEqual([]);
    expect([...search(made(), options)].map(({ visits }) => visits)).toEqual([[]]);
    const asked = made();
    const before = solve(asked, { seed: 1, steps: 0 });
    expect(before.visits.length).toBe(asked.visits.length);
    expect(replan(made(), before, options).visits).toEqual(before.visits);
  });

  it('goes on where it was left when it is asked again', async () => {
    const asked = made();
    const whole = solve(made(), { seed: 1, steps: 40 });
    const controller = new AbortController();
    await solveAsync(asked, { seed: 1, steps: 40, signal: controller.signal, pause: async () => controller.abort() });
    expect(solve(asked, { seed: 1, steps: 40 })).toEqual(whole);
    expect(await solveAsync(made(), { seed: 1, steps: 40, pause: async () => {} })).toEqual(whole);
  });
});
