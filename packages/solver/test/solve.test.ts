import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import type { Plan } from '../src/plan.ts';
import { parseProblem } from '../src/problem.ts';
import { compareScores } from '../src/score.ts';
import { search, solve } from '../src/solve.ts';
import { bruteForce } from './brute-force.ts';
import { line, problem, problems } from './problems.ts';

const total = (amounts: Readonly<Record<string, number>>): number => Object.values(amounts).reduce((a, b) => a + b, 0);

const crowded = problem({
  helpers: Array.from({ length: 4 }, (_, h) => ({ id: `h${h}`, shifts: [{ from: 0, until: 100 }], from: 'p0', to: 'p0' })),
  visits: Array.from({ length: 30 }, (_, v) => ({
    id: `v${v}`,
    windows: [{ from: (v * 7) % 50, until: ((v * 7) % 50) + 45 }],
    duration: 8 + (v % 5),
    place: `p${(v * 5) % 9}`,
    priority: 1 + (v % 3),
  })),
  travel: line(9),
});

describe('solve', () => {
  it('plans a morning, and its score adds up', () => {
    const morning = problem({
      helpers: [{ id: 'li', shifts: [{ from: 0, until: 60 }], from: 'p0', to: 'p0', cost: 2 }],
      visits: [
        { id: 'far', windows: [{ from: 20, until: 60 }], duration: 10, place: 'p3', wanted: ['zhao'] },
        { id: 'near', windows: [{ from: 0, until: 20 }], duration: 5, place: 'p1' },
      ],
      travel: line(4),
    });
    const plan = solve(morning, { seed: 1, steps: 20 });
    // leaves p0 at 0, is at p1 at 1, works until 6, would be at p3 at 8, waits for the window at 20, works until 30
    expect(plan.visits).toEqual([
      { visitId: 'near', helperId: 'li', from: 1, until: 6 },
      { visitId: 'far', helperId: 'li', from: 20, until: 30 },
    ]);
    // way 1 + 2 + 3 = 6 at 1000; one wish missed at 30 000; two visits of effort 2 at 1000;
    // work 15 + 6 = 21 of 15 asked for: 21 * floor(1000 * 21 / 15) = 21 * 1400, at 5
    expect(plan.score.soft).toMatchObject({ travel: 6000, wanted: 30_000, fairness: 147_000, cost: 4000 });
    expect(total(plan.score.soft)).toBe(6000 + 30_000 + 147_000 + 4000);
    expect(plan.score.medium).toEqual({ unassigned: 0 });
    expect(check(morning, plan)).toEqual({ ok: true, violations: [], score: plan.score });
  });

  it('goes home between two shifts, and counts the way', () => {
    const day = problem({
      helpers: [
        {
          id: 'li',
          shifts: [
            { from: 0, until: 20 },
            { from: 30, until: 60 },
          ],
          from: 'p0',
          to: 'p0',
        },
      ],
      visits: [
        { id: 'a', windows: [{ from: 0, until: 20 }], duration: 5, place: 'p3' },
        { id: 'b', windows: [{ from: 20, until: 60 }], duration: 5, place: 'p3' },
      ],
      travel: line(4),
    });
    const plan = solve(day, { seed: 1, steps: 0 });
    // out 3, home 3, out again 3 from 30 on, home 3
    expect(plan.visits.map(({ from }) => from)).toEqual([3, 33]);
    expect(plan.score.soft.travel).toBe(12 * 1000);
  });

  it('keeps a pin, and leaves out a pinned visit that cannot be', () => {
    const pinned = (from: number) => ({ helperId: 'li', from });
    const day = problem({
      helpers: [
        { id: 'li', shifts: [{ from: 0, until: 60 }] },
        { id: 'wu', shifts: [{ from: 0, until: 90 }] },
      ],
      visits: [
        { id: 'a', windows: [{ from: 0, until: 60 }], duration: 5, place: 'p0', pinned: pinned(40) },
        { id: 'b', windows: [{ from: 0, until: 90 }], duration: 5, place: 'p0', pinned: pinned(70), priority: 9 },
      ],
      travel: line(1),
    });
    const plan = solve(day, { seed: 1, steps: 50 });
    expect(plan.visits).toEqual([{ visitId: 'a', helperId: 'li', from: 40, until: 45 }]);
    expect(plan.unassigned).toEqual(['b']);
  });

  it('takes the more urgent of two that exclude each other', () => {
    const visit = { windows: [{ from: 0, until: 12 }], duration: 10, place: 'p0' };
    const day = problem({
      helpers: [{ id: 'li', shifts: [{ from: 0, until: 60 }] }],
      visits: [
        { ...visit, id: 'a' },
        { ...visit, id: 'b', priority: 2 },
      ],
      travel: line(1),
    });
    expect(solve(day, { seed: 1, steps: 10 }).unassigned).toEqual(['a']);
  });

  it('law: every plan passes the checker, which works out the same score', () => {
    fc.assert(
      fc.property(problems({ helpers: 5, visits: 9, pins: true }), fc.nat(1000), (input, seed) => {
        const parsed = problem(input);
        const plan = solve(parsed, { seed, steps: 40 });
        const report = check(parsed, plan);
        expect(report.violations).toEqual([]);
        expect(report.score).toEqual(plan.score);
      }),
      { seed: 21, numRuns: 400 },
    );
  });

  it('law: never better than trying everything, as good in urgency nearly always, and in soft cost mostly', () => {
    let runs = 0;
    let sameUnassigned = 0;
    let sameSoft = 0;
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 5, pins: false }), (input) => {
        const parsed = problem(input);
        const { score } = solve(parsed, { seed: 1, steps: 200 });
        const best = bruteForce(parsed);
        const soft = total(score.soft);
        expect(score.medium.unassigned! - best.unassigned || soft - best.soft).toBeGreaterThanOrEqual(0);
        runs++;
        if (score.medium.unassigned === best.unassigned) sameUnassigned++;
        if (score.medium.unassigned === best.unassigned && soft === best.soft) sameSoft++;
      }),
      { seed: 22, numRuns: 500 },
    );
    expect(sameUnassigned / runs).toBeGreaterThanOrEqual(0.99);
    expect(sameSoft / runs).toBeGreaterThanOrEqual(0.95);
  });

  it('law: the order of the input changes nothing', () => {
    const shuffled = problems({ helpers: 5, visits: 8, pins: true }).chain((input) =>
      fc.tuple(
        fc.constant(input),
        fc.shuffledSubarray([...input.helpers], { minLength: input.helpers.length }),
        fc.shuffledSubarray([...input.visits], { minLength: input.visits.length }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([input, helpers, visits]) => {
        const options = { seed: 5, steps: 30 };
        expect(solve(problem({ ...input, helpers, visits }), options)).toEqual(solve(problem(input), options));
      }),
      { seed: 23, numRuns: 200 },
    );
  });

  it('law: a helper who can do nothing changes nothing', () => {
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 8, pins: true }), fc.constantFrom('a', 'h1x', 'z'), (input, id) => {
        const options = { seed: 6, steps: 30 };
        const more = problem({ ...input, helpers: [...input.helpers, { id, shifts: [] }] });
        expect(solve(more, options)).toEqual(solve(problem(input), options));
      }),
      { seed: 24, numRuns: 200 },
    );
  });

  it('law: a wider window never spoils a plan', () => {
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 6, pins: true }), fc.nat(9), (input, by) => {
        const plan = solve(problem(input), { seed: 7, steps: 20 });
        const visits = input.visits.map((visit) => ({
          ...visit,
          windows: visit.windows.map(({ from, until }) => ({ from: Math.max(0, from - by), until: until + by })),
        }));
        expect(check(problem({ ...input, visits }), plan).violations).toEqual([]);
      }),
      { seed: 25, numRuns: 200 },
    );
  });

  it('gives the same plan for the same seed and steps', () => {
    const options = { seed: 9, steps: 300 };
    expect(solve(crowded, options)).toEqual(solve(crowded, options));
  });

  it('improves on its first plan, and other seeds find other plans', () => {
    const first = solve(crowded, { seed: 1, steps: 0 });
    const plans = [1, 2, 3].map((seed) => solve(crowded, { seed, steps: 400 }));
    for (const { score } of plans) expect(compareScores(score, first.score)).toBeLessThan(0);
    expect(new Set(plans.map((plan) => JSON.stringify(plan))).size).toBeGreaterThan(1);
  });

  it('stops when told to, with a valid plan', () => {
    const controller = new AbortController();
    const steps: number[] = [];
    const plan = solve(crowded, {
      seed: 1,
      steps: Number.MAX_SAFE_INTEGER,
      signal: controller.signal,
      onProgress: ({ step }) => {
        steps.push(step);
        if (steps.length === 3) controller.abort();
      },
    });
    expect(steps).toHaveLength(3);
    expect(check(crowded, plan).ok).toBe(true);
  });

  it('gives the first plan when it was stopped before it began', () => {
    const stopped = { seed: 1, steps: 1000, signal: AbortSignal.abort() };
    expect(solve(crowded, stopped)).toEqual(solve(crowded, { seed: 1, steps: 0 }));
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses %s steps as a broken contract', (steps) => {
    expect(() => solve(crowded, { seed: 1, steps })).toThrow(expect.objectContaining({ code: 'options/bad-steps' }));
  });

  it('refuses a problem that was never parsed', () => {
    const visit = {
      id: 'v',
      windows: [{ from: 0, until: 9, softUntil: null }],
      duration: 1,
      skills: [],
      place: 'moon',
      priority: 1,
    };
    const unparsed = { ...crowded, visits: [{ ...crowded.visits[0]!, ...visit, wanted: [], refused: [], pinned: null }] };
    expect(parseProblem(unparsed).ok).toBe(false);
    expect(() => solve(unparsed as typeof crowded, { seed: 1, steps: 1 })).toThrow(
      expect.objectContaining({ code: 'problem/unparsed' }),
    );
  });
});

describe('search', () => {
  it('yields valid plans, each better than the one before, the last as `solve` has it', () => {
    const options = { seed: 3, steps: 300 };
    const plans: Plan[] = [...search(crowded, options)];
    expect(plans.length).toBeGreaterThan(2);
    for (const [index, plan] of plans.entries()) {
      expect(check(crowded, plan).ok).toBe(true);
      if (index > 0) expect(compareScores(plan.score, plans[index - 1]!.score)).toBeLessThan(0);
    }
    expect(plans.at(-1)).toEqual(solve(crowded, options));
  });
});
