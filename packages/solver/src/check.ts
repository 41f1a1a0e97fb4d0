import type { Reason } from '@linli/model';
import { type HardRule, hardRules, type Plan, type PlannedVisit, type RuleId, type Score, softRules } from './plan.ts';
import type { Helper, Problem, Visit } from './problem.ts';

// Shares no code with the search, the rules or the explanation: it is here to catch them out.

/** What can be wrong with a plan. `plan/...`: it is not a plan of this problem at all. */
export type CheckCode =
  | 'plan/unknown-visit'
  | 'plan/unknown-helper'
  | 'plan/visit-twice'
  | 'plan/visit-forgotten'
  | 'plan/wrong-length'
  | 'plan/out-of-order'
  | 'plan/wrong-score'
  | 'helper/refused'
  | 'helper/lacks-skill'
  | 'visit/outside-window'
  | 'helper/off-shift'
  | 'helper/too-many-visits'
  | 'helper/too-much-work'
  | 'helper/in-two-places'
  | 'visit/off-its-pin';

/** `score` is worked out anew from what of the plan belongs to the problem. `ok`: no violation at all. */
export interface CheckReport {
  readonly ok: boolean;
  readonly violations: readonly Reason<CheckCode>[];
  readonly score: Score;
}

interface Ledger {
  readonly problem: Problem;
  readonly violations: Reason<CheckCode>[];
  readonly cost: Record<RuleId, number>;
}

/** Judges a plan from anywhere by the problem alone: first what it is, then day by day, last its claimed score. */
export function check(problem: Problem, plan: Plan): CheckReport {
  const cost = Object.fromEntries([...hardRules, 'unassigned', ...softRules].map((id) => [id, 0])) as Record<RuleId, number>;
  const ledger: Ledger = { problem, violations: [], cost };
  const own = checkShape(ledger, plan);
  for (const helper of problem.helpers) {
    const visits = own.filter(({ helperId }) => helperId === helper.id);
    if (visits.length > 0) checkDay(ledger, helper, visits);
  }
  const done = new Set(own.map(({ visitId }) => visitId));
  for (const { id, priority } of problem.visits) if (!done.has(id)) cost.unassigned += priority;
  for (const rule of softRules) cost[rule] *= problem.weights[rule];
  const claimed: Readonly<Record<string, number>> = { ...plan.score.hard, ...plan.score.medium, ...plan.score.soft };
  for (const [rule, amount] of Object.entries(cost))
    if (claimed[rule] !== amount)
      ledger.violations.push({ code: 'plan/wrong-score', data: { rule, claimed: claimed[rule] ?? 'nothing', amount } });
  return { ok: ledger.violations.length === 0, violations: ledger.violations, score: asScore(cost) };
}

function asScore(cost: Readonly<Record<RuleId, number>>): Score {
  const { unassigned, travel, wanted, fairness, cost: effort, ...hard } = cost;
  return { hard, medium: { unassigned }, soft: { travel, wanted, fairness, cost: effort } };
}

/** The planned visits that are of this problem, each once. */
function checkShape({ problem, violations }: Ledger, { visits, unassigned }: Plan): PlannedVisit[] {
  const asked = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const people = new Set(problem.helpers.map(({ id }) => id));
  const seen = new Set<string>();
  const own: PlannedVisit[] = [];
  const refuse = (code: CheckCode, data: Reason['data']): void => void violations.push({ code, ...(data && { data }) });
  for (const planned of visits) {
    const { visitId, helperId } = planned;
    const visit = asked.get(visitId);
    if (visit === undefined) refuse('plan/unknown-visit', { visitId });
    else if (!people.has(helperId)) refuse('plan/unknown-helper', { visitId, helperId });
    else if (seen.has(visitId)) refuse('plan/visit-twice', { visitId });
    else own.push(planned);
    if (visit !== undefined && planned.until - planned.from !== visit.duration)
      refuse('plan/wrong-length', { visitId, duration: visit.duration });
    seen.add(visitId);
  }
  for (const visitId of unassigned) {
    if (!asked.has(visitId)) refuse('plan/unknown-visit', { visitId });
    else if (seen.has(visitId)) refuse('plan/visit-twice', { visitId });
    seen.add(visitId);
  }
  for (const visitId of asked.keys()) if (!seen.has(visitId)) refuse('plan/visit-forgotten', { visitId });
  const keys = visits.map(({ helperId, from, visitId }) => [helperId, from, visitId] as const);
  const disorder = keys.findIndex((key, index) => index > 0 && comesAfter(keys[index - 1]!, key));
  if (disorder !== -1) refuse('plan/out-of-order', { visitId: visits[disorder]!.visitId });
  return own;
}

type SortKey = readonly [helperId: string, from: number, visitId: string];

function comesAfter(a: SortKey, b: SortKey): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}

interface Entry {
  readonly visit: Visit;
  readonly from: number;
  readonly until: number;
  readonly shift: number;
}

function checkDay(ledger: Ledger, helper: Helper, planned: readonly PlannedVisit[]): void {
  const { problem, cost } = ledger;
  const entries: Entry[] = [];
  for (const { visitId, from } of planned) {
    const visit = problem.visits.find(({ id }) => id === visitId)!;
    const until = from + visit.duration;
    entries.push({ visit, from, until, shift: checkVisit(ledger, helper, visit, from, until) });
  }
  entries.sort((a, b) => (comesAfter(['', a.from, a.visit.id], ['', b.from, b.visit.id]) ? 1 : -1));
  const way = checkWays(ledger, helper, entries);
  const work = entries.reduce((sum, { from, until }) => sum + until - from, way);
  const breach = (rule: HardRule, code: CheckCode, amount: number): void => {
    if (amount > 0) record(ledger, rule, { code, data: { helperId: helper.id, amount } }, amount);
  };
  if (helper.maxVisits !== null) breach('max-visits', 'helper/too-many-visits', entries.length - helper.maxVisits);
  if (helper.maxWork !== null) breach('max-work', 'helper/too-much-work', work - helper.maxWork);
  const asked = problem.visits.reduce((sum, { duration }) => sum + duration, 0);
  const sharePermille = (1000 * work - ((1000 * work) % asked)) / asked;
  cost.fairness += sharePermille * work;
  cost.travel += way;
  cost.cost += helper.cost * entries.length;
}

function record({ violations, cost }: Ledger, rule: HardRule, reason: Reason<CheckCode>, amount: number): void {
  violations.push(reason);
  cost[rule] += amount;
}

/** The rules that see one visit at a time. Returns the shift it is in, or nearest to. */
function checkVisit(ledger: Ledger, helper: Helper, visit: Visit, from: number, until: number): number {
  const who = { visitId: visit.id, helperId: helper.id };
  if (visit.refused.some((id) => id === helper.id)) record(ledger, 'refused', { code: 'helper/refused', data: who }, 1);
  for (const skill of visit.skills)
    if (helper.skills.indexOf(skill) < 0) record(ledger, 'skills', { code: 'helper/lacks-skill', data: { ...who, skill } }, 1);
  let outside = Number.POSITIVE_INFINITY;
  for (const window of visit.windows) outside = Math.min(outside, excess(from, until, window.from, window.until));
  if (outside > 0) record(ledger, 'window', { code: 'visit/outside-window', data: { ...who, amount: outside } }, outside);
  const pin = visit.pinned;
  if (pin !== null && !(pin.helperId === helper.id && pin.from === from))
    record(ledger, 'pinned', { code: 'visit/off-its-pin', data: who }, 1);
  if (visit.wanted.length > 0 && visit.wanted.every((id) => id !== helper.id)) ledger.cost.wanted += 1;
  const leave = from - (helper.from === null ? 0 : wayFrom(ledger.problem, helper.from, visit.place));
  const home = until + (helper.to === null ? 0 : wayFrom(ledger.problem, visit.place, helper.to));
  const off = helper.shifts.map((shift) => excess(leave, home, shift.from, shift.until));
  const least = off.length === 0 ? until - from : Math.min(...off);
  if (least > 0) record(ledger, 'shift', { code: 'helper/off-shift', data: { ...who, amount: least } }, least);
  return off.indexOf(least);
}

function excess(from: number, until: number, spanFrom: number, spanUntil: number): number {
  return (from < spanFrom ? spanFrom - from : 0) + (until > spanUntil ? until - spanUntil : 0);
}

function wayFrom({ travel: { places, times } }: Problem, from: string, to: string): number {
  return times[places.indexOf(from)]![places.indexOf(to)]!;
}

/** Follows the helper through the day, place by place. Returns the time on the way. */
function checkWays(ledger: Ledger, helper: Helper, entries: readonly Entry[]): number {
  let total = 0;
  let at = helper.from;
  let before: Entry | undefined;
  for (const entry of entries) {
    let way = 0;
    const walk = (to: string | null): void => {
      if (to !== null && at !== null) way += wayFrom(ledger.problem, at, to);
      at = to ?? at;
    };
    if (before !== undefined && before.shift !== entry.shift) {
      walk(helper.to);
      walk(helper.from);
    }
    walk(entry.visit.place);
    const missing = before === undefined ? 0 : before.until + way - entry.from;
    const data = { visitId: entry.visit.id, helperId: helper.id, amount: missing };
    if (missing > 0) record(ledger, 'one-place-at-a-time', { code: 'helper/in-two-places', data }, missing);
    total += way;
    before = entry;
  }
  if (before !== undefined && helper.to !== null) total += wayFrom(ledger.problem, before.visit.place, helper.to);
  return total;
}
