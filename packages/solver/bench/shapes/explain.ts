import { check, explain, type Plan, type PlannedVisit, repair, type Score } from '../../src/index.ts';
import type { Problem } from '../../src/problem.ts';
import { clockOf, type RunBudget } from '../budget.ts';
import { type Dice, diceOf } from '../dice.ts';
import { parsed, solved } from '../solve-problem.ts';
import { communityDay } from './community.ts';
import { quantile, rounded, solvedAt } from './solved-at.ts';

/** Whether explanations add up and whether their "cannot" is true, judged by `check`. */
export interface Explained {
  /** Random plans, good ones and bad ones, and those whose parts do not add up to the score that the checker works out. */
  readonly plans: number;
  readonly wrongSums: number;
  readonly medianMilliseconds: number;
  /** Visits that nobody can do as the plan stands; places tried for them at random; those that broke nothing after all. */
  readonly leftOut: number;
  readonly placesTried: number;
  readonly wrongCannots: number;
  /** Single changes offered, and those after which the checker still finds something. */
  readonly repairs: number;
  readonly wrongRepairs: number;
}

const PLANS = 1000;
const PROBLEMS = 10;
const TRIES = 60;
const size = { elders: 42, helpers: 5, twoPersonPermille: 200 };

export function explained(budget: RunBudget): Explained {
  const now = clockOf(budget.kind);
  const times: number[] = [];
  const counts = { wrongSums: 0, leftOut: 0, placesTried: 0, wrongCannots: 0, repairs: 0, wrongRepairs: 0 };
  for (let at = 0; at < PROBLEMS; at++) {
    const dice = diceOf(1000 * budget.seed + at);
    const problem = parsed(communityDay(size, 100 * budget.seed + at), 'explain');
    for (let index = 0; index < PLANS / PROBLEMS; index++) {
      const plan = randomPlan(problem, dice);
      const begin = now();
      const explanation = explain(problem, plan);
      times.push(now() - begin);
      const told = [...explanation.visits, ...explanation.unassigned].map(({ parts }) => parts);
      if (!sameScore([...told, explanation.rest], check(problem, plan).score)) counts.wrongSums++;
    }
    const { plan } = solvedAt(problem, { ...budget, seconds: null, steps: 2000 });
    for (const { visitId, reasons } of explain(problem, plan).unassigned) {
      if (reasons[0].code === 'visit/would-fit') continue;
      counts.leftOut++;
      const tried = tryPlaces(problem, plan, visitId, dice);
      counts.placesTried += tried.length;
      counts.wrongCannots += tried.filter((isSound) => isSound).length;
      const answer = repair(problem, plan, visitId);
      for (const found of answer.ok ? answer.value : []) {
        counts.repairs++;
        const isServed = found.plan.visits.some((planned) => planned.visitId === visitId);
        if (!isServed || !check(found.problem, found.plan).ok) counts.wrongRepairs++;
      }
    }
  }
  return { plans: times.length, medianMilliseconds: rounded(quantile(times, 500), 2), ...counts };
}

/** Every visit, but for one in four, given to anybody at any time in or about its window. */
function randomPlan(problem: Problem, dice: Dice): Plan {
  const visits: PlannedVisit[] = [];
  const unassigned: string[] = [];
  for (const { id, windows, duration } of problem.visits) {
    if (dice.chance(250)) unassigned.push(id);
    else {
      const { from, until } = dice.one(windows);
      const start = Math.max(0, dice.between(from - 5, Math.max(from, until - duration) + 5));
      visits.push({ visitId: id, helperId: dice.one(problem.helpers).id, from: start, until: start + duration });
    }
  }
  const { score } = solved(problem, { seconds: null, steps: 0, seed: 1, kind: 'wall' }).plan;
  return { visits, unassigned, score: check(problem, { visits, unassigned, score }).score };
}

/** The visit put in at random places, nothing else moved: which of them the checker finds sound. Linked visits are not tried. */
function tryPlaces(problem: Problem, plan: Plan, visitId: string, dice: Dice): readonly boolean[] {
  if (problem.links.some(({ first, second }) => first === visitId || second === visitId)) return [];
  const visit = problem.visits.find(({ id }) => id === visitId)!;
  return Array.from({ length: TRIES }, () => {
    const { from, until } = dice.one(visit.windows);
    const start = dice.between(from, Math.max(from, until - visit.duration));
    const put = { visitId, helperId: dice.one(problem.helpers).id, from: start, until: start + visit.duration };
    const tried = { ...plan, visits: [...plan.visits, put], unassigned: plan.unassigned.filter((id) => id !== visitId) };
    return check(problem, tried).violations.every(({ code }) => code === 'plan/wrong-score');
  });
}

function sameScore(parts: readonly Score[], whole: Score): boolean {
  return (['hard', 'medium', 'soft'] as const).every((level) => {
    const rules = new Set([...parts.flatMap((part) => Object.keys(part[level])), ...Object.keys(whole[level])]);
    return [...rules].every(
      (rule) => parts.reduce((sum, part) => sum + amountOf(part[level], rule), 0) === amountOf(whole[level], rule),
    );
  });
}

const amountOf = (amounts: Readonly<Record<string, number>>, rule: string): number => amounts[rule] ?? 0;
