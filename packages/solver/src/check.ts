import type { Reason } from '@linli/model';
import { checkHelper, waysOf } from './check/helper.ts';
import type { CheckCode, Held, Ledger } from './check/ledger.ts';
import { checkShape } from './check/shape.ts';
import { checkTogether } from './check/together.ts';
import { frameOf } from './frame.ts';
import type { AnswerOptions } from './open-plan.ts';
import { hardRules, type Plan, type RuleId, type Score, softRules } from './plan.ts';
import type { Problem } from './problem.ts';
import { rotaOf } from './rota.ts';
import type { Rule } from './rules/rule.ts';

/** `score` is worked out anew from what of the plan belongs to the problem. `ok`: no violation at all. */
export interface CheckReport {
  readonly ok: boolean;
  readonly violations: readonly Reason<CheckCode>[];
  readonly score: Score;
}

/**
 * Judges a plan from anywhere by the problem alone: first what it is, then helper by helper, then across helpers, last its
 * claimed score. Of a caller's own rules it knows only what they say of themselves.
 */
export function check(problem: Problem, plan: Plan, { rules = [] }: AnswerOptions = {}): CheckReport {
  const cost = Object.fromEntries([...hardRules, 'unassigned', ...softRules].map((id) => [id, 0])) as Record<RuleId, number>;
  const ledger: Ledger = { problem, violations: [], cost };
  const own = checkShape(ledger, plan);
  const ways = waysOf(ledger);
  const asked = problem.visits.reduce((sum, { duration }) => sum + duration, 0) || 1;
  const byHelper = Map.groupBy(own, ({ planned }) => planned.helperId);
  for (const helper of problem.helpers) {
    const latest = checkHelper(ledger, ways, helper, byHelper.get(helper.id) ?? [], asked);
    if (latest > cost.latest) cost.latest = latest;
  }
  const served = new Map(own.map((held) => [held.visit.id, held]));
  checkTogether(ledger, served);
  for (const { id, priority, penalty } of problem.visits)
    if (!served.has(id)) {
      if (penalty === null) cost.unassigned += priority;
      else cost.penalty += penalty;
    }
  const score = judgeOwn(ledger, rules, own, asScore(cost, problem.weights));
  claim(ledger, plan, score);
  return { ok: ledger.violations.length === 0, violations: ledger.violations, score };
}

function asScore({ unassigned, ...cost }: Readonly<Record<RuleId, number>>, weights: Problem['weights']): Score {
  const { travel, wanted, fairness, cost: spent, penalty, continuity, overtime, lateness, latest, ...hard } = cost;
  return {
    hard,
    medium: { unassigned },
    soft: {
      travel: travel * weights.travel,
      wanted: wanted * weights.wanted,
      fairness: fairness * weights.fairness,
      cost: spent * weights.cost,
      penalty: penalty * weights.cost,
      continuity: continuity * weights.continuity,
      overtime: overtime * weights.overtime,
      lateness: lateness * weights.lateness,
      latest: latest * weights.latest,
    },
  };
}

function judgeOwn({ problem, violations }: Ledger, rules: readonly Rule[], own: readonly Held[], score: Score): Score {
  if (rules.length === 0) return score;
  const rota = rotaOf(
    frameOf(problem),
    own.map(({ planned }) => planned),
  );
  const amounts = rules.map((rule) => ({ ...rule, amount: rule.amount(rota) }));
  const of = (level: Rule['level']): Record<string, number> =>
    Object.fromEntries(amounts.filter((rule) => rule.level === level).map(({ id, amount }) => [id, amount]));
  for (const { id, level, amount } of amounts)
    if (level === 'hard' && amount !== 0) violations.push({ code: 'rule/broken', data: { rule: id, amount } });
  return {
    hard: { ...score.hard, ...of('hard') },
    medium: { ...score.medium, ...of('medium') },
    soft: { ...score.soft, ...of('soft') },
  };
}

function claim({ violations }: Ledger, { score: claimed }: Plan, score: Score): void {
  for (const level of ['hard', 'medium', 'soft'] as const) {
    const rules = new Set([...Object.keys(score[level]), ...Object.keys(claimed[level])]);
    for (const rule of rules) {
      const amount = score[level][rule] ?? 'nothing';
      const said = claimed[level][rule] ?? 'nothing';
      if (said !== amount) violations.push({ code: 'plan/wrong-score', data: { rule, claimed: said, amount } });
    }
  }
}
