import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { diff } from '../src/diff.ts';
import { replan } from '../src/replan.ts';
import { compareScores } from '../src/score.ts';
import { solve } from '../src/solve.ts';
import { line, problem, problems } from './problems.ts';

const wide = [{ from: 0, until: 60 }];
const helper = { shifts: wide, from: 'p0', to: 'p0' };
const visit = { windows: wide, duration: 10 };

describe('replan', () => {
  it('gives the visits of somebody who fell ill to others and leaves the rest alone', () => {
    const visits = ['a', 'b', 'c', 'd'].map((id, index) => ({ ...visit, id, place: `p${index}` }));
    const input = { helpers: ['li', 'wu', 'xu'].map((id) => ({ ...helper, id })), visits, travel: line(4) };
    const before = solve(problem(input), { seed: 1, steps: 100 });
    const ill = before.visits[0]!.helperId;
    const today = problem({ ...input, helpers: input.helpers.filter(({ id }) => id !== ill) });
    const after = replan(today, before, { seed: 1, steps: 100, movePrice: 10_000_000 });
    expect(check(today, after).ok).toBe(true);
    const { moved, added, dropped } = diff(before, after);
    expect(moved.map((move) => move.before.helperId)).toEqual(moved.map(() => ill));
    expect(moved).toHaveLength(before.visits.filter(({ helperId }) => helperId === ill).length);
    expect([added, dropped]).toEqual([[], []]);
  });

  it('moves for a gain that is worth the price, and not for a smaller one', () => {
    const input = {
      helpers: ['li', 'wu'].map((id) => ({ ...helper, id })),
      visits: [{ ...visit, id: 'a', place: 'p0' }],
      travel: line(1),
    };
    const before = solve(problem(input), { seed: 1, steps: 10 });
    expect(before.visits[0]?.helperId).toBe('li');
    const wish = problem({ ...input, visits: [{ ...visit, id: 'a', place: 'p0', wanted: ['wu'] }] });
    // the missed wish weighs 30 000
    const options = { seed: 1, steps: 50 };
    expect(replan(wish, before, { ...options, movePrice: 30_001 }).visits[0]?.helperId).toBe('li');
    expect(replan(wish, before, { ...options, movePrice: 29_999 }).visits[0]?.helperId).toBe('wu');
  });

  it('moves whoever is in the way rather than leave a visit out', () => {
    const first = { ...visit, id: 'a', place: 'p0' };
    const input = { helpers: [{ id: 'li', shifts: wide }], visits: [first], travel: line(1) };
    const before = solve(problem(input), { seed: 1, steps: 0 });
    const next = problem({ ...input, visits: [first, { ...visit, id: 'b', place: 'p0', windows: [{ from: 5, until: 15 }] }] });
    const after = replan(next, before, { seed: 1, steps: 50, movePrice: 1_000_000 });
    expect(after.unassigned).toEqual([]);
    expect(diff(before, after).moved.map(({ after: now }) => now.from)).toEqual([15]);
  });

  it('gives what no longer fits where it was to whoever has it cheapest, and pushes nobody', () => {
    const a = { ...visit, id: 'a', place: 'p0', pinned: { helperId: 'li', from: 0 } };
    const b = { ...visit, id: 'b', place: 'p0', windows: [{ from: 10, until: 60 }] };
    const alone = { helpers: [{ id: 'li', shifts: wide }], visits: [a, b], travel: line(1) };
    const old = solve(problem(alone), { seed: 1, steps: 0 });
    expect(old.visits.map(({ from }) => from)).toEqual([0, 10]);
    // a now takes 15, so b cannot be at 10 with li; wu, who is idle, can have it at 10
    const longer = problem({
      ...alone,
      helpers: [...alone.helpers, { id: 'wu', shifts: wide }],
      visits: [{ ...a, duration: 15 }, b],
    });
    const [, second] = replan(longer, old, { seed: 1, steps: 0, movePrice: 1000 }).visits;
    expect(second).toEqual({ visitId: 'b', helperId: 'wu', from: 10, until: 20 });
  });

  it('law: without a change and at a high price nothing moves', () => {
    fc.assert(
      fc.property(problems({ helpers: 4, visits: 7, pins: true }), fc.nat(99), (input, seed) => {
        const parsed = problem(input);
        const before = solve(parsed, { seed, steps: 300 });
        const after = replan(parsed, before, { seed: seed + 1, steps: 0, movePrice: 10_000_000 });
        const { moved, dropped } = diff(before, after);
        expect([moved, dropped]).toEqual([[], []]);
        expect(compareScores(after.score, before.score)).toBeLessThanOrEqual(0);
      }),
      { seed: 51, numRuns: 200 },
    );
  });

  it('law: from any old plan comes a valid new one', () => {
    fc.assert(
      fc.property(
        problems({ helpers: 4, visits: 7, pins: true }),
        problems({ helpers: 4, visits: 7, pins: true }),
        fc.nat(50_000),
        (yesterday, today, movePrice) => {
          const before = solve(problem(yesterday), { seed: 1, steps: 5 });
          const parsed = problem(today);
          expect(check(parsed, replan(parsed, before, { seed: 1, steps: 20, movePrice })).violations).toEqual([]);
        },
      ),
      { seed: 52, numRuns: 200 },
    );
  });

  it('refuses a negative price as a broken contract', () => {
    const parsed = problem({ helpers: [], visits: [], travel: line(0) });
    const before = solve(parsed, { seed: 1, steps: 0 });
    expect(() => replan(parsed, before, { seed: 1, steps: 0, movePrice: -1 })).toThrow(
      expect.objectContaining({ code: 'options/bad-move-price' }),
    );
  });
});

describe('diff', () => {
  it('tells moved, added and dropped apart, sorted by visit', () => {
    const { score } = solve(problem({ helpers: [], visits: [], travel: line(0) }), { seed: 1, steps: 0 });
    const at = (visitId: string, helperId: string, from: number) => ({ visitId, helperId, from, until: from + 1 });
    const before = { visits: [at('c', 'li', 0), at('a', 'li', 5), at('d', 'wu', 0), at('e', 'wu', 5)], unassigned: ['b'], score };
    const after = { visits: [at('d', 'li', 0), at('a', 'li', 6), at('b', 'li', 9), at('e', 'wu', 5)], unassigned: ['c'], score };
    expect(diff(before, after)).toMatchObject({
      moved: [
        { before: at('a', 'li', 5), after: at('a', 'li', 6) },
        { before: at('d', 'wu', 0), after: at('d', 'li', 0) },
      ],
      added: [at('b', 'li', 9)],
      dropped: [at('c', 'li', 0)],
    });
  });
});
