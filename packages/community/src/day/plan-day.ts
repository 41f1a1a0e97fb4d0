import {
  assert,
  type Demand,
  type DemandId,
  type Instant,
  type LocalDate,
  type PersonId,
  type Reason,
  type Resident,
} from '@linli/model';
import { type AssignedVisit, check, explain, type Plan, type Problem, solve } from '@linli/solver';
import type { Assignment, DayPlan, KeptDemand, Purchase, Unassigned } from '../collections.ts';
import type { Rules } from '../rules/rules.ts';
import type { CommunityCode } from '../texts.ts';
import { type DayCast, dayProblem, type Minutes, minutesOf } from './day-problem.ts';
import type { OpenCall } from './open-calls.ts';
import { type PurchaseTask, purchaseTasks, taskOf } from './tasks.ts';

export interface Effort {
  readonly seed: number;
  /** The solver's budget; the same seed and steps give the same plan. */
  readonly steps: number;
}

export interface ToPlan {
  readonly date: LocalDate;
  readonly demands: readonly KeptDemand[];
  readonly calls: readonly OpenCall[];
  /** Who made today's calls: they would rather make the rest, too. */
  readonly callers: readonly PersonId[];
  /** Emergencies already sent out of turn. */
  readonly promised: readonly Assignment[];
  readonly notBefore: Instant;
}

interface Ready {
  readonly demand: Demand;
  readonly reasons: readonly Reason[];
}

/** D-30: every demand of the cycle gets one named person or stands among the unassigned with every reason; nothing else happens to it. */
export function planDay(rules: Rules, toPlan: ToPlan, cast: DayCast, effort: Effort): DayPlan {
  const ready: Ready[] = [];
  const unassigned: Unassigned[] = [];
  const promised = new Map(toPlan.promised.map((assignment) => [assignment.demandId, assignment]));
  const all: Ready[] = [
    ...toPlan.demands.map(({ demand, reasons }) => ({ demand, reasons })),
    ...toPlan.calls.map(({ need, reason }) => ({ demand: need.demand, reasons: [reason, ...need.reasons] })),
  ];
  for (const item of all) {
    const obstacle = whyNobodyCanGo(item.demand, cast.residents);
    if (obstacle === undefined || promised.has(item.demand.id)) ready.push(item);
    else unassigned.push({ demandId: item.demand.id, residentId: item.demand.residentId, reasons: [obstacle] });
  }
  const buying = purchaseTasks(rules, toPlan.date, toPlan.demands, cast.residents);
  const tasks = [
    ...ready.map(({ demand }) => taskOf(demand, promised.get(demand.id), demand.mode === 'call' ? toPlan.callers : [])),
    ...buying.map(({ task }) => task),
  ];
  const problem = dayProblem(rules, toPlan.date, tasks, cast, toPlan.notBefore);
  const plan = solved(problem, effort);
  const answers = new Answers(problem, plan, minutesOf(toPlan.date, rules));
  const assignments: Assignment[] = [];
  for (const { demand, reasons } of ready) {
    const kept = promised.get(demand.id);
    const answer = answers.of(demand.id);
    if (kept !== undefined) assignments.push(kept);
    else if (answer.helperId === null) {
      unassigned.push({ demandId: demand.id, residentId: demand.residentId, reasons: nonEmpty(answer.reasons) });
    } else {
      assignments.push(
        assignmentOf(demand, answer.helperId, answer.from, answer.until, [
          ...reasons,
          ...answer.reasons,
          ...tieReason(demand, answer.helperId, cast),
        ]),
      );
    }
  }
  return {
    date: toPlan.date,
    assignments: assignments.toSorted(byDemand),
    unassigned: unassigned.toSorted(byDemand),
    purchases: buying.map((purchase) => purchaseOf(purchase, answers)),
  };
}

/**
 * D-37b: who goes to an emergency: somebody on duty when it was raised, staff first. Undefined where nobody can.
 */
export function sendOutOfTurn(rules: Rules, { demand }: KeptDemand, cast: DayCast, date: LocalDate): Assignment | undefined {
  const staff = new Set(rules.profile.roles.filter((role) => role.staff).map(({ code }) => code));
  const crews = [cast.helpers.filter(({ role }) => staff.has(role)), cast.helpers];
  if (whyNobodyCanGo(demand, cast.residents) !== undefined) return undefined;
  for (const helpers of crews) {
    const problem = dayProblem(rules, date, [taskOf(demand, undefined)], { ...cast, helpers }, demand.raisedAt);
    const [visit] = solved(problem, { seed: 1, steps: 0 }).visits;
    if (visit === undefined) continue;
    const minutes = minutesOf(date, rules);
    return assignmentOf(demand, visit.helperId as PersonId, minutes.at(visit.from), minutes.at(visit.until), [
      { code: 'emergency/out-of-turn' },
    ]);
  }
  return undefined;
}

/** A plan is used only after the checker, which shares no code with the search, has found nothing. */
function solved(problem: Problem, effort: Effort): Plan {
  const plan = solve(problem, effort);
  const found = check(problem, plan);
  assert(found.violations.length === 0, 'day/plan-not-sound', `the plan breaks ${JSON.stringify(found.violations[0])}`);
  return plan;
}

/** What no helper and no hour could change. */
function whyNobodyCanGo(demand: Demand, residents: ReadonlyMap<PersonId, Resident>): Reason | undefined {
  if (demand.residentId === null) return { code: 'resident/uncertain' };
  if (demand.category === null) return { code: 'request/not-in-catalogue', data: { words: demand.words } };
  const resident = residents.get(demand.residentId);
  if (demand.mode === 'visit' && resident?.approach.includes('no-home-visits') === true)
    return { code: 'resident/no-home-visits' };
  if (demand.mode === 'call' && resident?.phone === null) return { code: 'resident/no-phone' };
  return undefined;
}

interface Answer {
  readonly helperId: PersonId | null;
  readonly from: Instant;
  readonly until: Instant;
  readonly reasons: readonly Reason[];
}

/** The solver's plan, read task by task. */
class Answers {
  readonly #byTask = new Map<string, Answer>();

  constructor(problem: Problem, plan: Plan, minutes: Minutes) {
    const explanation = explain(problem, plan);
    const none = minutes.at(0);
    for (const { visitId, reasons } of explanation.unassigned) {
      this.#byTask.set(visitId, { helperId: null, from: none, until: none, reasons });
    }
    for (const visit of explanation.visits) {
      this.#byTask.set(visit.visitId, {
        helperId: visit.helperId as PersonId,
        from: minutes.at(visit.from),
        until: minutes.at(visit.until),
        reasons: [whyThisPerson(visit)],
      });
    }
  }

  of(taskId: string): Answer {
    const answer = this.#byTask.get(taskId);
    assert(answer !== undefined, 'day/task-lost', `the plan says nothing of ${taskId}`);
    return answer;
  }
}

/** Why this person and not the next best: the rule on which the other would do worst. */
function whyThisPerson({ alternatives }: AssignedVisit): Reason<CommunityCode> {
  const [next] = alternatives;
  if (next === undefined) return { code: 'helper/only-one' };
  const [worst] = Object.entries(next.change.soft).sort(([, a], [, b]) => b - a);
  if (worst === undefined || worst[1] <= 0) return { code: 'helper/as-good-as', data: { other: next.helperId } };
  return { code: 'helper/better-than', data: { other: next.helperId, rule: worst[0], amount: worst[1] } };
}

const assignmentOf = (
  demand: Demand,
  helperId: PersonId,
  from: Instant,
  until: Instant,
  reasons: readonly Reason[],
): Assignment => ({
  demandId: demand.id,
  residentId: demand.residentId as PersonId,
  helperId,
  category: demand.category ?? '',
  from,
  until,
  mode: demand.mode,
  reasons,
});

const tieReason = ({ residentId }: Demand, helperId: PersonId, { ties }: DayCast): readonly Reason[] =>
  ties.some((tie) => tie.residentId === residentId && tie.helperId === helperId) ? [{ code: 'tie/knows-resident' }] : [];

function purchaseOf({ task, grid, demandIds }: PurchaseTask, answers: Answers): Purchase {
  const { helperId, from, until, reasons } = answers.of(task.id);
  const why: Reason = { code: 'purchase/for-grid', data: { grid: grid ?? '?', orders: demandIds.length } };
  return {
    id: task.id,
    grid,
    demandIds,
    helperId,
    from: helperId === null ? null : from,
    until: helperId === null ? null : until,
    reasons: helperId === null ? reasons : [why, ...reasons],
  };
}

const byDemand = (a: { readonly demandId: DemandId }, b: { readonly demandId: DemandId }): number =>
  a.demandId < b.demandId ? -1 : 1;

function nonEmpty(reasons: readonly Reason[]): [Reason, ...Reason[]] {
  const [first, ...rest] = reasons;
  assert(first !== undefined, 'day/refusal-without-reason', 'an unassigned task must say why');
  return [first, ...rest];
}
