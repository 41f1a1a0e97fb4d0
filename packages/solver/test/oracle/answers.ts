import type { Alternative } from '../../src/candidates.ts';
import { check } from '../../src/check.ts';
import { diff } from '../../src/diff.ts';
import { type Explanation, explain } from '../../src/explain.ts';
import { hardRules, type Plan, type PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import { recommend } from '../../src/recommend.ts';
import { repair } from '../../src/repair.ts';
import { replan } from '../../src/replan.ts';
import { total } from '../../src/score.ts';
import { bestWith, tiedTo } from './beside.ts';
import { bestGiven } from './best-plan.ts';
import type { Place } from './choices.ts';
import { type Count, counted, lastIn } from './counted.ts';
import { smallestChanges } from './smallest-changes.ts';

export const questions = [
  'alternatives',
  'recommend',
  'recommend with partners',
  'why nobody',
  'why no partner',
  'repair',
  'repair: smallest of its kind',
  'replan',
] as const;
export type Question = (typeof questions)[number];

/** One answer; `wrong`: what was said against what is so, null where they agree. */
export interface Answer {
  readonly question: Question;
  readonly wrong: string | null;
}

/** Who answers: the solver, or what a test has planted in its place. */
export interface Verbs {
  readonly explain: (problem: Problem, plan: Plan) => Explanation;
  readonly recommend: (problem: Problem, plan: Plan, visitId: string, k: number) => ReturnType<typeof recommend>;
  readonly repair: (problem: Problem, plan: Plan, visitId: string) => ReturnType<typeof repair>;
}

const own: Verbs = { explain, recommend, repair };

/** Everything the solver says of a sound plan, held against trying it all. */
export function* answersOn(problem: Problem, plan: Plan, verbs: Verbs = own): Generator<Answer> {
  const explained = verbs.explain(problem, plan);
  for (const { visitId, alternatives } of explained.visits) yield onAlternatives(problem, plan, visitId, alternatives);
  for (const { id } of problem.visits) yield onRecommend(problem, plan, id, verbs);
  for (const { visitId, helpers } of explained.unassigned) {
    for (const { helperId, forbiddenBy } of helpers) yield* onReasons(problem, plan, visitId, helperId, forbiddenBy);
    yield* onRepair(problem, plan, visitId, verbs);
  }
}

/** What a helper costs for a visit at best, with everybody else where they are; null where it cannot be. */
interface Offer {
  readonly helperId: string;
  readonly medium: number;
  readonly soft: number;
}

/** Everybody who could take a visit, best first, equal ones by id: all others stay, and who is missing beside it comes in. */
function offersOf(problem: Problem, plan: Plan, visitId: string, but: string | null): Offer[] {
  const rest = plan.visits.filter((one) => one.visitId !== visitId);
  const missing = missingBeside(problem, plan, visitId);
  const before = counted(problem, rest);
  return problem.helpers
    .flatMap(({ id: helperId }): Offer[] => {
      if (helperId === but) return [];
      const best = bestWith(problem, rest, comesIn(missing, visitId, helperId));
      return best === undefined ? [] : [{ helperId, medium: best.medium - before.medium, soft: best.soft - before.soft }];
    })
    .sort((a, b) => a.medium - b.medium || a.soft - b.soft || (a.helperId < b.helperId ? -1 : 1));
}

/** Left-out visits that hang together with one, however far along the links. */
const missingBeside = ({ links }: Problem, { visits }: Plan, visitId: string): string[] =>
  [...tiedTo(links, visitId)].filter((id) => id !== visitId && !visits.some((one) => one.visitId === id));

/** One by a certain helper, and its partners by anybody. */
const comesIn = (partners: readonly string[], visitId: string, helperId: string): Map<string, Partial<Place>> =>
  new Map([[visitId, { helperId }], ...partners.map((id) => [id, {}] as const)]);

const wordsOf = (offers: readonly Offer[]): string =>
  offers.map(({ helperId, medium, soft }) => `${helperId} ${medium}/${soft}`).join(', ') || 'nobody';

function onAlternatives(problem: Problem, plan: Plan, visitId: string, alternatives: readonly Alternative[]): Answer {
  const planned = plan.visits.find((one) => one.visitId === visitId)!;
  const rest = plan.visits.filter((one) => one !== planned);
  const kept = { medium: total(plan.score.medium), soft: total(plan.score.soft) };
  const before = counted(problem, rest);
  const right = offersOf(problem, plan, visitId, planned.helperId)
    .slice(0, 3)
    .map((offer) => ({
      ...offer,
      medium: offer.medium + before.medium - kept.medium,
      soft: offer.soft + before.soft - kept.soft,
    }));
  return { question: 'alternatives', wrong: compare(problem, rest, visitId, alternatives, right, kept) };
}

function onRecommend(problem: Problem, plan: Plan, visitId: string, verbs: Verbs): Answer {
  const rest = plan.visits.filter((one) => one.visitId !== visitId);
  const answer = verbs.recommend(problem, plan, visitId, problem.helpers.length);
  const right = offersOf(problem, plan, visitId, null);
  return {
    question: missingBeside(problem, plan, visitId).length > 0 ? 'recommend with partners' : 'recommend',
    wrong: compare(problem, rest, visitId, answer.ok ? answer.value : [], right, counted(problem, rest)),
  };
}

/** Whether the offers are the right ones, at their price, and each is what it says when it is taken. */
function compare(
  problem: Problem,
  rest: readonly PlannedVisit[],
  visitId: string,
  offered: readonly Alternative[],
  right: readonly Offer[],
  before: Pick<Count, 'medium' | 'soft'>,
): string | null {
  const said = offered.map(({ helperId, change }) => ({ helperId, medium: total(change.medium), soft: total(change.soft) }));
  if (wordsOf(said) !== wordsOf(right)) return `${visitId}: offered ${wordsOf(said)}; it is ${wordsOf(right)}`;
  for (const [at, { change, with: partners, ...there }] of offered.entries()) {
    const { broken, medium, soft } = counted(problem, [...rest, { visitId, ...there }, ...partners]);
    const isSo = medium - before.medium === said[at]!.medium && soft - before.soft === said[at]!.soft;
    if (broken.length > 0 || !isSo || total(change.hard) > 0)
      return `${visitId} by ${there.helperId} at ${there.from}: breaks ${broken.join(' ') || 'nothing'}, costs ${medium - before.medium}/${soft - before.soft}`;
  }
  return null;
}

/** What stands against one helper, at every start there is. */
function* onReasons(
  problem: Problem,
  plan: Plan,
  visitId: string,
  helperId: string,
  forbiddenBy: readonly string[],
): Generator<Answer> {
  const { duration } = problem.visits.find(({ id }) => id === visitId)!;
  const order = (rule: string): number => (hardRules as readonly string[]).indexOf(rule);
  const byOrder = (rules: readonly string[]): string[] =>
    rules.filter((rule) => rule !== 'together').sort((a, b) => order(a) - order(b));
  let least: string[] | undefined;
  for (let from = 0; from <= lastIn(problem); from++) {
    const there = { visitId, helperId, from, until: from + duration };
    const broken = byOrder(counted(problem, [...plan.visits, there]).broken);
    if (
      least === undefined ||
      broken.length < least.length ||
      (broken.length === least.length && isBentRather(broken, least, order))
    )
      least = broken;
  }
  const said = byOrder(forbiddenBy);
  const words = `${visitId} by ${helperId}: forbidden by ${forbiddenBy.join(' ') || 'nothing'}`;
  yield { question: 'why nobody', wrong: said.join() === least!.join() ? null : `${words}; it is ${least!.join(' ')}` };
  const missing = missingBeside(problem, plan, visitId);
  if (least!.length > 0 || missing.length === 0) return;
  const fits = bestWith(problem, plan.visits, comesIn(missing, visitId, helperId)) !== undefined;
  yield {
    question: 'why no partner',
    wrong: fits === !forbiddenBy.includes('together') ? null : `${words}; the partners ${fits ? 'fit' : 'do not fit'}`,
  };
}

/** Of as many rules the later ones are bent rather. */
function isBentRather(a: readonly string[], b: readonly string[], order: (rule: string) => number): boolean {
  const at = a.findIndex((rule, index) => rule !== b[index]);
  return at !== -1 && order(a[at]!) > order(b[at]!);
}

/** Each change by itself: it works, it is the only one, it moves nobody else; and of its kind none is smaller. */
function* onRepair(problem: Problem, plan: Plan, visitId: string, verbs: Verbs): Generator<Answer> {
  const answer = verbs.repair(problem, plan, visitId);
  const repairs = answer.ok ? answer.value : [];
  for (const { change, problem: next, plan: after } of repairs) {
    const { broken } = counted(next, after.visits);
    const { moved, dropped } = diff(plan, after);
    const mayMove = change.kind === 'move-visit' ? [change.visitId] : [];
    const isServed = after.visits.some((one) => one.visitId === visitId);
    const isSo = broken.length === 0 && isServed && dropped.length === 0 && check(next, after).ok;
    const movesRight = moved.map((one) => one.after.visitId).join() === mayMove.join();
    yield { question: 'repair', wrong: isSo && movesRight ? null : `${visitId}: ${JSON.stringify(change)}` };
  }
  if (missingBeside(problem, plan, visitId).length > 0 || offersOf(problem, plan, visitId, null).length > 0) return;
  const smallest = smallestChanges(problem, plan, visitId);
  for (const [kind, amount] of smallest) {
    const said = repairs.find(({ change }) => change.kind === kind)?.amount ?? null;
    yield {
      question: 'repair: smallest of its kind',
      wrong: said === amount ? null : `${visitId}, ${kind}: ${said ?? 'not offered'}; it is ${amount ?? 'of no use'}`,
    };
  }
}

/** A re-plan of a changed problem: what is left out, and soft cost with the price of moves, against the best there is. */
export function onReplan(problem: Problem, before: Plan, movePrice: number, steps: number, verb = replan): Answer {
  const people = new Set(problem.helpers.map(({ id }) => id));
  const by = new Map(before.visits.filter(({ helperId }) => people.has(helperId)).map((one) => [one.visitId, one]));
  const best = bestGiven(problem, { told: { by, movePrice } })!;
  const after = verb(problem, before, { seed: 1, steps, movePrice });
  const { broken, medium, soft } = counted(problem, after.visits);
  const moves = after.visits.filter(({ visitId, helperId, from }) => {
    const told = by.get(visitId);
    return told !== undefined && (told.helperId !== helperId || told.from !== from);
  });
  const priced = soft + movePrice * moves.length;
  const isBest = broken.length === 0 && medium === best.medium && priced === best.soft;
  const words = `moves at ${movePrice}: ${medium}/${priced} ${broken.join(' ')}; it is ${best.medium}/${best.soft}`;
  return { question: 'replan', wrong: isBest ? null : words };
}

/** What may happen to a problem between two plans, one thing each. */
export function changesTo(problem: Problem): Problem[] {
  const { helpers, visits } = problem;
  const [ill] = helpers;
  const late = helpers.at(-1);
  const fewer = helpers.map((helper) => (helper === ill ? { ...helper, shifts: [] } : helper));
  const later = helpers.map((helper) =>
    helper === late
      ? { ...helper, shifts: helper.shifts.map(({ from, until }) => ({ from: Math.min(until - 1, from + 12), until })) }
      : helper,
  );
  const longer = visits.map((visit, at) => (at === 0 ? { ...visit, duration: visit.duration + 4 } : visit));
  return [
    { ...problem, helpers: fewer },
    { ...problem, helpers: helpers.slice(1) },
    { ...problem, helpers: later },
    { ...problem, visits: longer },
  ];
}
