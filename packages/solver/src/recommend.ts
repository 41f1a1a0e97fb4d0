import { assert, type Decision, Fault, yes } from '@linli/model';
import { type Alternative, candidates, openPlan } from './explain.ts';
import { placementIn, withoutVisit } from './placements.ts';
import type { Plan } from './plan.ts';
import type { Problem } from './problem.ts';
import { scoreOfLeftOut, subtractScores } from './score.ts';
import { type LeftOutCode, whyNot } from './why-not.ts';

/**
 * The best `k` helpers, each with a time, for one visit of the problem, while all others stay where they are; best first.
 * A visit that is already planned is looked at as if it were not. `change` is against nobody doing it.
 * @throws Fault `visit/unknown`, and `plan/of-another-problem` as `explain` does.
 */
export function recommend(
  problem: Problem,
  plan: Plan,
  visitId: string,
  k: number,
): Decision<readonly Alternative[], LeftOutCode> {
  assert(Number.isSafeInteger(k) && k > 0, 'options/bad-k', `k is a whole number above 0, not ${k}`);
  const { frame, days, planned } = openPlan(problem, plan);
  const visit = frame.visits.get(visitId);
  if (visit === undefined) throw new Fault('visit/unknown', `no visit "${visitId}" in the problem`);
  const holder = planned.get(visitId)?.helperId;
  const free = days.map((day) => (day.helper.id === holder ? withoutVisit(day, visitId) : day));
  const found = candidates(free, visit, null).slice(0, k);
  if (found.length > 0) return yes(found.map((one) => ({ ...one, change: subtractScores(one.change, scoreOfLeftOut(visit)) })));
  const { reasons } = whyNot(
    visit,
    free.map((day) => placementIn(day, visit)),
  );
  return { ok: false, reasons };
}
