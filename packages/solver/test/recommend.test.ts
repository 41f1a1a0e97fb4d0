import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import type { ProblemInput } from '../src/problem.ts';
import { recommend } from '../src/recommend.ts';
import { compareScores, planOf, subtractScores, total } from '../src/score.ts';
import { filled } from './filled.ts';
import { line, problem, richProblems } from './problems.ts';

const wide = [{ from: 0, until: 60 }];
const visit = { id: 'v', windows: wide, duration: 10, place: 'p0' };
const li: ProblemInput['helpers'][number] = { id: 'li', shifts: wide };
const wu: ProblemInput['helpers'][number] = { id: 'wu', shifts: wide };
const day = (helpers: ProblemInput['helpers']): ProblemInput => ({ helpers, visits: [visit], travel: line(2) });

describe('recommend', () => {
  const two = problem(
    day([
      { ...li, from: 'p1', to: 'p1' },
      { ...wu, from: 'p0', to: 'p0' },
    ]),
  );
  const empty = planOf(frameOf(two), []);

  it('ranks people and times for one new visit, no more than asked for', () => {
    const answer = recommend(two, empty, 'v', 2);
    expect(answer.ok && answer.value.map(({ helperId, from }) => [helperId, from])).toEqual([
      ['wu', 0],
      ['li', 1],
    ]);
    const one = recommend(two, empty, 'v', 1);
    expect(one.ok && one.value).toHaveLength(1);
  });

  it('says why when nobody can', () => {
    const none = problem(day([{ ...li, maxVisits: 0 }]));
    expect(recommend(none, planOf(frameOf(none), []), 'v', 3)).toEqual({
      ok: false,
      reasons: [{ code: 'visit/all-full', data: { rule: 'max-visits' } }],
    });
  });

  it('R2: takes a visit that is not in the problem, and the same is said of it as if it were', () => {
    const fresh = { id: 'new', windows: wide, duration: 5, place: 'p1' };
    const plan = planOf(frameOf(two), [{ visitId: 'v', helperId: 'wu', from: 0, until: 10 }]);
    const answer = recommend(two, plan, fresh, 2);
    const within = problem({ ...two, visits: [...two.visits, fresh] });
    expect(answer).toEqual(recommend(within, plan, 'new', 2));
    expect(answer.ok && answer.value.map(({ helperId, from }) => [helperId, from])).toEqual([
      ['li', 0],
      ['wu', 11],
    ]);
    expect(two.visits).toHaveLength(1);
  });

  it.each([
    ['visit/known', { id: 'v' }],
    ['visit/unknown-place', { place: 'moon' }],
    ['visit/bad-window', { windows: [] }],
    ['visit/bad-window', { windows: [{ from: 5, until: 5 }] }],
    ['visit/bad-window', { windows: [{ from: -1, until: 9 }] }],
    ['visit/bad-window', { windows: [{ from: 0, until: 9, softUntil: 0.5 }] }],
    ['visit/bad-window', { windows: [{ from: 0, until: 9, softUntil: 10 }] }],
    ['visit/bad-duration', { duration: 0.5 }],
  ])('refuses a new visit as a broken contract: %s', (code, wrong) => {
    const fresh = { id: 'new', windows: wide, duration: 5, place: 'p1', ...wrong };
    expect(() => recommend(two, empty, fresh, 1)).toThrow(expect.objectContaining({ code }));
  });

  it('brings the missing partner of a pair with it, at the only time both can', () => {
    const pair = problem({
      helpers: [li, { ...wu, shifts: [{ from: 40, until: 60 }] }],
      visits: [visit, { ...visit, id: 'w' }],
      links: [{ first: 'v', second: 'w', minLag: 0, maxLag: 0, helper: 'other' }],
      travel: line(1),
    });
    const answer = recommend(pair, planOf(frameOf(pair), []), 'v', 2);
    expect(answer.ok && answer.value.map(({ helperId, from, with: others }) => [helperId, from, others])).toEqual([
      ['li', 40, [{ visitId: 'w', helperId: 'wu', from: 40, until: 50 }]],
      ['wu', 40, [{ visitId: 'w', helperId: 'li', from: 40, until: 50 }]],
    ]);
  });

  it('refuses a visit it does not know', () => {
    expect(() => recommend(two, empty, 'x', 1)).toThrow(expect.objectContaining({ code: 'visit/unknown' }));
  });

  it('law: each answer gives a valid plan with just its change, best first', () => {
    fc.assert(
      fc.property(richProblems({ helpers: 5, visits: 7, pins: false }), fc.nat(999), (input, seed) => {
        const parsed = problem(input);
        const plan = filled(parsed, seed);
        for (const { id: visitId } of parsed.visits) {
          const rest = plan.visits.filter((one) => one.visitId !== visitId);
          const before = planOf(frameOf(parsed), rest);
          const answer = recommend(parsed, plan, visitId, 3);
          if (!answer.ok) continue;
          for (const [index, { change, with: others, ...there }] of answer.value.entries()) {
            const after = planOf(frameOf(parsed), [...rest, { visitId, ...there }, ...others]);
            expect(check(parsed, after).violations).toEqual([]);
            expect(subtractScores(after.score, before.score)).toEqual(change);
            if (index > 0) expect(compareScores(change, answer.value[index - 1]!.change)).toBeGreaterThanOrEqual(0);
          }
        }
      }),
      { seed: 44, numRuns: 150 },
    );
  });

  it('law: whoever could be sent by any start at all is found, and at no cost above the best of all starts', () => {
    fc.assert(
      fc.property(richProblems({ helpers: 3, visits: 5, pins: true }), fc.nat(999), (input, seed) => {
        const parsed = problem({ ...input, links: [] });
        const plan = filled(parsed, seed);
        for (const { id: visitId, duration } of parsed.visits) {
          const rest = plan.visits.filter((one) => one.visitId !== visitId);
          const before = planOf(frameOf(parsed), rest);
          const answer = recommend(parsed, plan, visitId, 9);
          const found = new Map(answer.ok ? answer.value.map((one) => [one.helperId, one.change]) : []);
          for (const { id: helperId } of parsed.helpers) {
            const starts = Array.from({ length: 90 }, (_, from) =>
              planOf(frameOf(parsed), [...rest, { visitId, helperId, from, until: from + duration }]),
            ).filter((after) => total(after.score.hard) === total(before.score.hard));
            const costs = starts.map((after) => total(after.score.soft) - total(before.score.soft));
            const change = found.get(helperId);
            expect(change === undefined).toBe(starts.length === 0);
            if (change !== undefined) expect(total(change.soft)).toBe(Math.min(...costs));
          }
        }
      }),
      { seed: 46, numRuns: 30 },
    );
  });
});
