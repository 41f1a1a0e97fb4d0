import { check } from '../src/check.ts';
import { frameOf } from '../src/frame.ts';
import type { Plan, PlannedVisit } from '../src/plan.ts';
import type { Problem } from '../src/problem.ts';
import type { Rule } from '../src/rules/rule.ts';
import { compareScores, planOf, total } from '../src/score.ts';

/** Every start at which anything can be: the whole of a short day. */
const startsOf = (last: number): readonly number[] => Array.from({ length: last + 1 }, (_, from) => from);

/**
 * The best plan there is, found by trying every helper and every start for every visit, and none: the rules say which is
 * better, the checker must agree. For tiny problems only.
 */
export function exhaustive(problem: Problem, last: number, rules: readonly Rule[] = []): Plan {
  const frame = frameOf(problem);
  const starts = startsOf(last);
  let best: Plan | undefined;
  const extend = (index: number, planned: readonly PlannedVisit[]): void => {
    const visit = problem.visits[index];
    if (visit === undefined) {
      const plan = planOf(frame, planned, rules);
      if (total(plan.score.hard) > 0 || (best !== undefined && compareScores(plan.score, best.score) >= 0)) return;
      const { violations } = check(problem, plan, { rules });
      if (violations.length > 0) throw new Error(JSON.stringify(violations));
      best = plan;
      return;
    }
    extend(index + 1, planned);
    for (const { id: helperId } of problem.helpers)
      for (const from of starts) {
        const next = { visitId: visit.id, helperId, from, until: from + visit.duration };
        // A window that is missed stays missed: no need to go on.
        if (visit.windows.some((window) => window.from <= from && next.until <= window.until))
          extend(index + 1, [...planned, next]);
      }
  };
  extend(0, []);
  return best!;
}
