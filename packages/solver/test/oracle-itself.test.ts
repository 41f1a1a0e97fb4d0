import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frameOf } from '../src/frame.ts';
import { planOf, total } from '../src/score.ts';
import { bruteForce } from './brute-force.ts';
import { exhaustive } from './exhaustive.ts';
import { bestPlan } from './oracle/best-plan.ts';
import { counted } from './oracle/counted.ts';
import { bindingProblem, randomProblem } from './oracle/random-problem.ts';
import { shrunk } from './oracle/shrunk.ts';
import { betterByOneStep } from './oracle/single-steps.ts';
import { trial } from './oracle/trial.ts';
import { problem, problems } from './problems.ts';
import { LAST, tiny } from './tiny.ts';

describe('the oracle against itself and against others', () => {
  it('law: finds what trying every helper and every start finds, of everything that a problem can have', () => {
    fc.assert(
      fc.property(tiny, (input) => {
        const parsed = problem(input);
        const { score } = exhaustive(parsed, LAST);
        const { medium, soft } = bestPlan(parsed);
        expect([medium, soft]).toEqual([total(score.medium), total(score.soft)]);
      }),
      { seed: 101, numRuns: 40 },
    );
  });

  it('law: finds what trying every assignment and every order finds, of plain problems', () => {
    fc.assert(
      fc.property(problems({ helpers: 3, visits: 5, pins: false }), (input) => {
        const parsed = problem(input);
        const { medium, soft } = bestPlan(parsed);
        expect({ unassigned: medium, soft }).toEqual(bruteForce(parsed));
      }),
      { seed: 102, numRuns: 150 },
    );
  });

  it('law: its plan costs what it says and no single step makes it better, and every step from it is found out', () => {
    let found = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const { problem: parsed } = randomProblem(seed);
      const { medium, soft, planned } = bestPlan(parsed);
      expect(counted(parsed, planned)).toEqual({ broken: [], medium, soft });
      expect(betterByOneStep(parsed, planned)).toBe(null);
      // planted: one visit gone, or one time unit later, breaks a rule, costs more, or leaves as good a plan
      for (const one of planned) {
        const others = planned.filter((other) => other !== one);
        const later = { ...one, from: one.from + 1, until: one.until + 1 };
        for (const wrong of [others, [...others, later]]) {
          const count = counted(parsed, wrong);
          const more = count.medium - medium || count.soft - soft;
          if (count.broken.length > 0 || more === 0) continue;
          expect(more).toBeGreaterThan(0);
          found++;
          expect(trial(parsed, planOf(frameOf(parsed), wrong)).verdict).toMatch(/dearer|more left out/);
        }
      }
    }
    expect(found).toBeGreaterThan(100);
  });

  it('planted: what stands a step from a better plan is seen: left out, put elsewhere, or in though it is dear', () => {
    const seen = new Set<string>();
    for (let seed = 1; seed <= 60; seed++) {
      const { problem: parsed } = bindingProblem(seed);
      if (parsed.visits.length > 7) continue;
      const { planned } = bestPlan(parsed);
      for (const one of planned) {
        const others = planned.filter((other) => other !== one);
        for (const wrong of [others, ...parsed.helpers.map(({ id }) => [...others, { ...one, helperId: id }])]) {
          const { broken, medium, soft } = counted(parsed, wrong);
          const best = counted(parsed, planned);
          if (broken.length > 0 || (medium === best.medium && soft === best.soft)) continue;
          const step = betterByOneStep(parsed, wrong);
          expect(step).not.toBe(null);
          seen.add(step!.split(' ')[0]!);
        }
      }
    }
    expect([...seen].sort()).toEqual(['move', 'put']);
  });

  it('shrinks what fails to what it fails by', () => {
    const { input } = randomProblem(7);
    const least = shrunk(input, ({ visits, helpers }) => visits.length >= 2 && helpers.length >= 1);
    expect([least.visits.length, least.helpers.length, least.links ?? []]).toEqual([2, 1, []]);
    expect(least.visits.every((visit) => Object.keys(visit).length <= 4)).toBe(true);
  });
});
