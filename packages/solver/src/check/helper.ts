import type { HardRule } from '../plan.ts';
import type { Helper, Visit } from '../problem.ts';
import { type CheckCode, type Held, type Ledger, record } from './ledger.ts';
import { comesAfter } from './shape.ts';

interface Entry {
  readonly visit: Visit;
  readonly from: number;
  readonly until: number;
  readonly shift: number;
}

/** Time from place to place, by their names. */
export type Ways = (from: string, to: string) => number;

export function waysOf({ problem: { travel } }: Ledger): Ways {
  const rows = new Map(travel.places.map((place, row) => [place, row]));
  return (from, to) => travel.times[rows.get(from)!]![rows.get(to)!]!;
}

/** Everything one helper does in the plan. Returns the largest lateness. */
export function checkHelper(ledger: Ledger, ways: Ways, helper: Helper, held: readonly Held[], asked: number): number {
  const { cost } = ledger;
  const entries: Entry[] = [];
  let latest = 0;
  for (const { planned, visit } of held) {
    const from = planned.from;
    const until = from + visit.duration;
    entries.push({ visit, from, until, shift: checkPresence(ledger, ways, helper, visit, from, until) });
    const late = checkVisit(ledger, helper, visit, from, until);
    cost.lateness += late;
    latest = late > latest ? late : latest;
  }
  entries.sort((a, b) => (comesAfter(['', a.from, a.visit.id], ['', b.from, b.visit.id]) ? 1 : -1));
  const way = checkWays(ledger, ways, helper, entries);
  const work = entries.reduce((sum, { from, until }) => sum + until - from, way);
  const breach = (rule: HardRule, code: CheckCode, amount: number): void =>
    record(ledger, rule, { code, data: { helperId: helper.id, amount } }, amount > 0 ? amount : 0);
  if (helper.maxVisits !== null) breach('max-visits', 'helper/too-many-visits', entries.length - helper.maxVisits);
  if (helper.maxWork !== null) breach('max-work', 'helper/too-much-work', work - helper.maxWork);
  checkLoads(ledger, helper, entries);
  const sharePermille = (1000 * work - ((1000 * work) % asked)) / asked;
  cost.fairness += sharePermille * work;
  cost.travel += way;
  cost.cost += helper.cost * entries.length + helper.wage * work;
  if (helper.overtimeAfter !== null && work > helper.overtimeAfter) cost.overtime += work - helper.overtimeAfter;
  return latest;
}

/** The rules that see one visit at a time. Returns its lateness. */
function checkVisit(ledger: Ledger, helper: Helper, visit: Visit, from: number, until: number): number {
  const who = { visitId: visit.id, helperId: helper.id };
  if (visit.refused.some((id) => id === helper.id)) record(ledger, 'refused', { code: 'helper/refused', data: who }, 1);
  for (const skill of visit.skills)
    if (helper.skills.indexOf(skill) < 0) record(ledger, 'skills', { code: 'helper/lacks-skill', data: { ...who, skill } }, 1);
  const fits = visit.windows.map((window) => ({
    outside: excess(from, until, window.from, window.until),
    late: window.softUntil !== null && until > window.softUntil ? until - window.softUntil : 0,
  }));
  const outside = Math.min(...fits.map((fit) => fit.outside));
  record(ledger, 'window', { code: 'visit/outside-window', data: { ...who, amount: outside } }, outside);
  const pin = visit.pinned;
  if (pin !== null && !(pin.helperId === helper.id && pin.from === from))
    record(ledger, 'pinned', { code: 'visit/off-its-pin', data: who }, 1);
  if (visit.wanted.length > 0 && visit.wanted.every((id) => id !== helper.id)) ledger.cost.wanted += 1;
  const extra = Object.entries(visit.effort).find(([id]) => id === helper.id);
  if (extra !== undefined) ledger.cost.cost += extra[1];
  let paused = 0;
  for (const pause of helper.breaks)
    paused += until - from - Math.min(until - from, excess(from, until, pause.from, pause.until));
  record(ledger, 'break', { code: 'helper/in-a-break', data: { ...who, amount: paused } }, paused);
  return Math.min(...fits.filter((fit) => fit.outside === outside).map((fit) => fit.late));
}

/** Returns the shift it is in, or nearest to. */
function checkPresence(ledger: Ledger, ways: Ways, helper: Helper, visit: Visit, from: number, until: number): number {
  const leave = from - (helper.from === null ? 0 : ways(helper.from, visit.place));
  const home = until + (helper.to === null ? 0 : ways(visit.place, helper.to));
  const off = helper.shifts.map((shift) => excess(leave, home, shift.from, shift.until));
  const least = off.length === 0 ? until - from : Math.min(...off);
  const data = { visitId: visit.id, helperId: helper.id, amount: least };
  record(ledger, 'shift', { code: 'helper/off-shift', data }, least);
  return off.indexOf(least);
}

/** How much of one span lies outside another. */
function excess(from: number, until: number, spanFrom: number, spanUntil: number): number {
  return (from < spanFrom ? spanFrom - from : 0) + (until > spanUntil ? until - spanUntil : 0);
}

/** Follows the helper through the day, place by place. Returns the time on the way. */
function checkWays(ledger: Ledger, ways: Ways, helper: Helper, entries: readonly Entry[]): number {
  let total = 0;
  let at = helper.from;
  let before: Entry | undefined;
  for (const entry of entries) {
    let way = 0;
    if (before !== undefined && before.shift !== entry.shift) {
      if (helper.to !== null) way += ways(before.visit.place, helper.to);
      at = helper.from;
    }
    if (at !== null) way += ways(at, entry.visit.place);
    at = entry.visit.place;
    const missing = before === undefined ? 0 : Math.max(0, before.until + way - entry.from);
    const data = { visitId: entry.visit.id, helperId: helper.id, amount: missing };
    record(ledger, 'one-place-at-a-time', { code: 'helper/in-two-places', data }, missing);
    total += way;
    before = entry;
  }
  if (before !== undefined && helper.to !== null) total += ways(before.visit.place, helper.to);
  return total;
}

function checkLoads(ledger: Ledger, helper: Helper, entries: readonly Entry[]): void {
  const byShift = Map.groupBy(entries, ({ shift }) => shift);
  for (const together of byShift.values())
    for (const [load, most] of helper.capacity.entries()) {
      let held = 0;
      for (const { visit } of together) held += visit.loads.at(load) ?? 0;
      const amount = held > most ? held - most : 0;
      record(ledger, 'capacity', { code: 'helper/carries-too-much', data: { helperId: helper.id, load, amount } }, amount);
    }
}
