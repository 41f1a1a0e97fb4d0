import { seededRandom } from '@linli/model';
import { candidates } from '../src/candidates.ts';
import { frameOf } from '../src/frame.ts';
import type { Plan } from '../src/plan.ts';
import type { Problem } from '../src/problem.ts';
import { withGroup } from '../src/repair/moves.ts';
import { rotaOf } from '../src/rota.ts';
import type { Rule } from '../src/rules/rule.ts';
import { planOf, planOfRota, ruleBook } from '../src/score.ts';

/** A plan that keeps every rule and is good for nothing else: visits put in one by one in a random order, some not at all. */
export function filled(problem: Problem, seed: number, rules: readonly Rule[] = []): Plan {
  const random = seededRandom(seed);
  const book = ruleBook(rules);
  let rota = rotaOf(frameOf(problem), []);
  const order = [...rota.frame.visits.keys()].map((visit) => [random.nextInt(1e6), visit] as const).sort(([a], [b]) => a - b);
  for (const [chance, visit] of order) {
    if (rota.helperOf[visit] !== -1 || chance % 6 === 0) continue;
    const found = candidates(book, rota, visit, 3);
    const one = found[random.nextInt(Math.max(1, found.length))];
    if (one !== undefined) rota = withGroup(rota, one);
  }
  return planOfRota(rota, book);
}

/** Any plan at all: each visit thrown to somebody, or nobody, at some time. */
export function thrown(problem: Problem, throws: readonly (readonly [helper: number, from: number])[]): Plan {
  const planned = problem.visits.flatMap(({ id, duration }, index) => {
    const [helper, from] = throws[index] ?? [0, 0];
    const helperId = problem.helpers[helper]?.id;
    return helperId === undefined ? [] : [{ visitId: id, helperId, from, until: from + duration }];
  });
  return planOf(frameOf(problem), planned);
}

/**
 * A filled plan after something happened: somebody fell ill, or one linked visit was forgotten, or nothing. Visits linked
 * with those that are gone stay where they are.
 */
export function fallenIll(problem: Problem, seed: number): [Problem, Plan] {
  const plan = filled(problem, seed);
  const tied = problem.links.toSorted((a, b) => Number(b.helper === 'same') - Number(a.helper === 'same'));
  const planned = tied.flatMap(({ first, second }) =>
    plan.visits.filter(({ visitId }) => visitId === first || visitId === second),
  );
  const forgotten = seed % 3 === 1 ? planned[0] : undefined;
  const ill = seed % 3 === 2 ? problem.helpers[seed % Math.max(1, problem.helpers.length)]?.id : undefined;
  const helpers = problem.helpers.map((helper) => (helper.id === ill ? { ...helper, shifts: [] } : helper));
  const next = { ...problem, helpers };
  const left = plan.visits.filter((one) => one.helperId !== ill && one !== forgotten);
  return [next, planOf(frameOf(next), left)];
}
