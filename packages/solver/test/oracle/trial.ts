import { check } from '../../src/check.ts';
import { frameOf } from '../../src/frame.ts';
import type { Plan, PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import { planOf, total } from '../../src/score.ts';
import { bestPlan } from './best-plan.ts';
import { counted } from './counted.ts';

/** How a plan stands against the best there is; `unsound`: it breaks a hard rule, or says of itself what is not so. */
export type Verdict = 'equal' | 'more left out' | 'dearer' | 'unsound';

export interface Trial {
  readonly verdict: Verdict;
  /** Soft score above the best, in units of way; 0 unless dearer. */
  readonly gap: number;
  /** The gap as a share of the best; null where that is 0. */
  readonly share: number | null;
  /** Where `check` and the oracle count the same plan differently; empty if all is well. */
  readonly disagreements: readonly string[];
}

/** @throws where a sound plan is better than the best: then the oracle is wrong. */
export function trial(problem: Problem, plan: Plan): Trial {
  const best = bestPlan(problem);
  const count = counted(problem, plan.visits);
  const disagreements = [
    ...disagreementsOn(problem, plan.visits),
    ...disagreementsOn(problem, best.planned).map((what) => `the best plan: ${what}`),
  ];
  const claims =
    total(plan.score.hard) === 0 && total(plan.score.medium) === count.medium && total(plan.score.soft) === count.soft;
  if (count.broken.length > 0 || !claims || !check(problem, plan).ok)
    return { verdict: 'unsound', gap: 0, share: null, disagreements };
  if (count.medium < best.medium || (count.medium === best.medium && count.soft < best.soft))
    throw new Error(`better than the best: ${count.medium}/${count.soft} against ${best.medium}/${best.soft}`);
  if (count.medium > best.medium) return { verdict: 'more left out', gap: 0, share: null, disagreements };
  const more = count.soft - best.soft;
  const share = best.soft === 0 ? null : more / best.soft;
  return { verdict: more === 0 ? 'equal' : 'dearer', gap: more / 1000, share, disagreements };
}

/** What `check` says of planned visits beside what is counted here. */
function disagreementsOn(problem: Problem, planned: readonly PlannedVisit[]): string[] {
  const count = counted(problem, planned);
  const { ok, score } = check(problem, planOf(frameOf(problem), planned));
  const broken = Object.entries(score.hard).flatMap(([rule, amount]) => (amount > 0 ? [rule] : []));
  const pairs = [
    ['broken', broken.sort().join(' '), count.broken.join(' ')],
    ['ok', ok, count.broken.length === 0],
    ['medium', total(score.medium), count.medium],
    ['soft', total(score.soft), count.soft],
  ] as const;
  return pairs.flatMap(([what, said, found]) => (said === found ? [] : [`${what}: check says ${said}, it is ${found}`]));
}
