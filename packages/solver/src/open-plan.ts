import { Fault } from '@linli/model/kernel';
import { type Frame, frameOf } from './frame.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { type Rota, rotaOf } from './rota.ts';
import type { Rule } from './rules/rule.ts';
import { type RuleBook, ruleBook } from './score.ts';

/** What every answer about a plan may be given besides. */
export interface AnswerOptions {
  /** The caller's own rules, the same as the plan was made by. */
  readonly rules?: readonly Rule[];
}

/** A plan laid out, with the rules it is judged by. */
export interface OpenPlan {
  readonly frame: Frame;
  readonly rota: Rota;
  readonly book: RuleBook;
}

/** @throws Fault `plan/of-another-problem` where it names an unknown helper or visit, or one visit twice. */
export function openPlan(problem: Problem, { visits }: Plan, { rules = [] }: AnswerOptions = {}): OpenPlan {
  const frame = frameOf(problem);
  const planned = new Set(visits.map(({ visitId }) => visitId));
  const known = visits.every(({ visitId, helperId }) => frame.visitAt.has(visitId) && frame.helperAt.has(helperId));
  if (!known || planned.size !== visits.length)
    throw new Fault('plan/of-another-problem', 'the plan names an unknown helper or visit, or one visit twice');
  return { frame, rota: rotaOf(frame, visits), book: ruleBook(rules) };
}
