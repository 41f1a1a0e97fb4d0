import { assert, type Decision, yes } from '@linli/model/kernel';
import { type Alternative, alternativeOf, candidates } from './candidates.ts';
import { partnersOf } from './group.ts';
import { type NewVisit, withVisit } from './new-visit.ts';
import { type AnswerOptions, openPlan } from './open-plan.ts';
import { owedBy } from './openings.ts';
import { placementOf } from './placements.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { takeOut } from './rota.ts';
import { type LeftOutCode, whyNot } from './why-not.ts';

/**
 * The best `k` helpers, each with a time, for one visit while all others stay where they are; best first. The visit is one
 * of the problem, named by its id, or a new one. A visit that is already planned is looked at as if it were not. `change`
 * is against nobody doing it. Of a linked visit the partners that are served stay, those that are not come in `with` it.
 * @throws Fault `visit/unknown`, `visit/unknown-place`, and `plan/of-another-problem` as `explain` does.
 */
export function recommend(
  problem: Problem,
  plan: Plan,
  visit: string | NewVisit,
  k: number,
  options: AnswerOptions = {},
): Decision<readonly Alternative[], LeftOutCode> {
  assert(Number.isSafeInteger(k) && k > 0, 'options/bad-k', `k is a whole number above 0, not ${k}`);
  const asked = typeof visit === 'string' ? problem : withVisit(problem, visit);
  const { frame, rota, book } = openPlan(asked, plan, options);
  const visitId = typeof visit === 'string' ? visit : visit.id;
  const index = frame.visitAt.get(visitId);
  assert(index !== undefined, 'visit/unknown', `no visit "${visitId}" in the problem`);
  const helper = rota.helperOf[index]!;
  const stop = rota.rounds[helper]?.stops.find((one) => one.index === index);
  const without = stop === undefined ? rota : takeOut(rota, index);
  const owed = stop === undefined ? [] : owedBy(book, without, helper, stop);
  const found = candidates(book, without, index, k, { owed });
  if (found.length > 0) return yes(found.map((one) => alternativeOf(book, without, one)));
  const partners = partnersOf(book, without, index);
  const placements = frame.helpers.map((_, helper) => placementOf(book, without, helper, index, partners));
  return { ok: false, reasons: whyNot(book, without, index, placements).reasons };
}
