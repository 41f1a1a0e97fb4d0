import { Fault } from '@linli/model';
import { type Day, dayOf } from './day.ts';
import { type Frame, frameOf } from './frame.ts';
import { mayDo, type Placement, placementIn, withoutVisit, withVisit } from './placements.ts';
import { byId, type HardRule, type Plan, type PlannedVisit, type Score } from './plan.ts';
import type { Problem, Visit } from './problem.ts';
import { addScores, compareScores, daysOf, noScore, scoreOfDay, scoreOfLeftOut, subtractScores } from './score.ts';
import { type WhyNot, whyNot } from './why-not.ts';

/** Another helper who could do it while nothing else moves. `change`: what the score would gain, rule by rule; less is better. */
export interface Alternative {
  readonly helperId: string;
  readonly from: number;
  readonly until: number;
  readonly change: Score;
}

/** Why this person. `parts`: what the visit adds to its helper's day, counted visit by visit in the order of the day. */
export interface AssignedVisit extends PlannedVisit {
  readonly parts: Score;
  /** At most three, best first; equal ones by helper. */
  readonly alternatives: readonly Alternative[];
}

/** Why nobody: per helper every rule that forbids it, and the smallest change that would help. */
export interface LeftOutVisit extends WhyNot {
  readonly visitId: string;
  readonly parts: Score;
  /** Sorted by helper; rules in their documented order. */
  readonly helpers: readonly { readonly helperId: string; readonly forbiddenBy: readonly HardRule[] }[];
}

/** One entry per visit of the problem; all `parts` together are the score of the plan. */
export interface Explanation {
  readonly visits: readonly AssignedVisit[];
  readonly unassigned: readonly LeftOutVisit[];
}

/**
 * Reads a plan, made here or by hand.
 * @throws Fault `plan/of-another-problem` where it names an unknown helper or visit, or one visit twice.
 */
export function explain(problem: Problem, plan: Plan): Explanation {
  const open = openPlan(problem, plan);
  const leftOut = problem.visits.filter(({ id }) => !open.planned.has(id)).toSorted((a, b) => byId(a.id, b.id));
  return {
    visits: open.days.filter(({ stops }) => stops.length > 0).flatMap((day) => explainDay(open.days, day)),
    unassigned: leftOut.map((visit) => explainLeftOut(open.days, visit)),
  };
}

/** A plan laid out by day, one day for every helper, sorted by helper. */
interface OpenPlan {
  readonly frame: Frame;
  readonly days: readonly Day[];
  readonly planned: ReadonlyMap<string, PlannedVisit>;
}

export function openPlan(problem: Problem, { visits }: Plan): OpenPlan {
  const frame = frameOf(problem);
  const planned = new Map(visits.map((visit) => [visit.visitId, visit]));
  const known = visits.every(({ visitId, helperId }) => frame.visits.has(visitId) && frame.helpers.has(helperId));
  if (!known || planned.size !== visits.length)
    throw new Fault('plan/of-another-problem', 'the plan names an unknown helper or visit, or one visit twice');
  const busy = daysOf(frame, visits);
  const helpers = problem.helpers.toSorted((a, b) => byId(a.id, b.id));
  return { frame, days: helpers.map((helper) => busy.get(helper.id) ?? dayOf(frame, helper, [])), planned };
}

const MOST_ALTERNATIVES = 3;

function explainDay(days: readonly Day[], day: Day): AssignedVisit[] {
  let counted = noScore;
  return day.stops.map(({ visit, from, until }, index) => {
    const total = scoreOfDay(dayOf(day.frame, day.helper, day.stops.slice(0, index + 1)));
    const parts = subtractScores(total, counted);
    counted = total;
    const rest = withoutVisit(day, visit.id);
    const freed = subtractScores(scoreOfDay(rest), scoreOfDay(day));
    const alternatives = candidates(days, visit, day.helper.id).map((other) => ({
      ...other,
      change: addScores(other.change, freed),
    }));
    return {
      visitId: visit.id,
      helperId: day.helper.id,
      from,
      until,
      parts,
      alternatives: alternatives.slice(0, MOST_ALTERNATIVES),
    };
  });
}

/** Everybody else who could take a visit, best first. `change` is what it adds to the day of the one who takes it. */
export function candidates(days: readonly Day[], visit: Visit, except: string | null): Alternative[] {
  return days
    .flatMap((day): Alternative[] => {
      if (day.helper.id === except || !mayDo(visit, day.helper)) return [];
      const { from } = placementIn(day, visit);
      if (from === null) return [];
      const change = subtractScores(scoreOfDay(withVisit(day, { visit, from })), scoreOfDay(day));
      return [{ helperId: day.helper.id, from, until: from + visit.duration, change }];
    })
    .sort((a, b) => compareScores(a.change, b.change) || byId(a.helperId, b.helperId));
}

function explainLeftOut(days: readonly Day[], visit: Visit): LeftOutVisit {
  const placements: Placement[] = days.map((day) => placementIn(day, visit));
  return {
    visitId: visit.id,
    parts: scoreOfLeftOut(visit),
    helpers: placements.map(({ helper, forbiddenBy }) => ({ helperId: helper.id, forbiddenBy })),
    ...whyNot(visit, placements),
  };
}
