import { type Day, dayOf, type Timed } from './day.ts';
import type { Frame } from './frame.ts';
import { byHelperThenStart, byId, hardRules, type Plan, type PlannedVisit, type Score, softRules } from './plan.ts';
import type { Visit } from './problem.ts';
import { dayRules } from './rules/all-rules.ts';
import { unassigned } from './rules/unassigned.ts';

function vector<Id extends string>(ids: readonly Id[], amount: (id: Id) => number): Record<Id, number> {
  const amounts = {} as Record<Id, number>;
  for (const id of ids) amounts[id] = amount(id);
  return amounts;
}

const scoreBy = (
  hard: (id: keyof Score['hard']) => number,
  medium: number,
  soft: (id: keyof Score['soft']) => number,
): Score => ({ hard: vector(hardRules, hard), medium: { unassigned: medium }, soft: vector(softRules, soft) });

export const scoreOfDay = (day: Day): Score =>
  scoreBy(
    (id) => dayRules[id].amount(day),
    0,
    (id) => dayRules[id].amount(day) * day.frame.problem.weights[id],
  );

export const scoreOfLeftOut = (visit: Visit): Score =>
  scoreBy(
    () => 0,
    unassigned.amount(visit),
    () => 0,
  );

export const addScores = (a: Score, b: Score): Score => combine(a, b, 1);

/** `a` less `b`, rule by rule. */
export const subtractScores = (a: Score, b: Score): Score => combine(a, b, -1);

const combine = (a: Score, b: Score, sign: 1 | -1): Score =>
  scoreBy(
    (id) => a.hard[id] + sign * b.hard[id],
    a.medium.unassigned + sign * b.medium.unassigned,
    (id) => a.soft[id] + sign * b.soft[id],
  );

export const noScore: Score = scoreBy(
  () => 0,
  0,
  () => 0,
);

function sum(amounts: Readonly<Record<string, number>>): number {
  let total = 0;
  for (const id in amounts) total += amounts[id]!;
  return total;
}

/** Negative where `a` is the better one: the first level that differs decides. */
export const compareScores = (a: Score, b: Score): number =>
  sum(a.hard) - sum(b.hard) || sum(a.medium) - sum(b.medium) || sum(a.soft) - sum(b.soft);

/** The days of a plan by helper; helpers without a visit have none. */
export function daysOf(frame: Frame, visits: readonly PlannedVisit[]): Map<string, Day> {
  const timed = new Map<string, Timed[]>();
  for (const { visitId, helperId, from } of visits)
    timed.set(helperId, [...(timed.get(helperId) ?? []), { visit: frame.visits.get(visitId)!, from }]);
  return new Map([...timed].map(([id, day]) => [id, dayOf(frame, frame.helpers.get(id)!, day)]));
}

/** Sorts, lists who is left out, and scores by every rule anew. */
export function planOf(frame: Frame, planned: readonly PlannedVisit[]): Plan {
  const done = new Set(planned.map(({ visitId }) => visitId));
  const leftOut = frame.problem.visits.filter(({ id }) => !done.has(id));
  const days = [...daysOf(frame, planned).values()];
  return {
    visits: planned.toSorted(byHelperThenStart),
    unassigned: leftOut.map(({ id }) => id).toSorted(byId),
    score: [...days.map(scoreOfDay), ...leftOut.map(scoreOfLeftOut)].reduce(addScores, noScore),
  };
}
