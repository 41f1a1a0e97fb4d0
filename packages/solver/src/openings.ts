import { outsideBreaks, type Range, tiesOf, withinCapacity, withinLags, withinSpacings } from './ranges.ts';
import { type Put, putAt, type Rota, type Stop, wayHome, wayTo } from './rota.ts';
import { builtInRules } from './rules/all-rules.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleBook } from './score.ts';
import { slotsOf } from './slots.ts';

/** A run of starts between two stops of a round that reach it and are reached from it in time. */
export interface Opening {
  readonly helper: number;
  readonly first: number;
  readonly last: number;
  readonly extraWay: number;
}

/** Every opening in these ranges, in the order of the ranges, then of the round. */
export function openingsIn({ frame, rounds }: Rota, helper: number, visit: number, ranges: readonly Range[]): Opening[] {
  const { stops } = rounds[helper]!;
  const duration = frame.durations[visit]!;
  const home = wayHome(frame, helper, visit);
  const openings: Opening[] = [];
  for (const range of ranges)
    for (let at = 0; at <= stops.length; at++) {
      const before = stops[at - 1];
      const after = stops[at];
      if (before !== undefined && before.until > range.last) break;
      if (after !== undefined && after.from < range.first + duration) continue;
      const wayIn = wayTo(frame, helper, before, visit, shiftBeside(range, before));
      const first = before === undefined ? range.first : Math.max(range.first, before.until + wayIn);
      if (first > range.last) continue;
      const here = { index: visit, shift: shiftBeside(range, after) };
      const wayOn = after === undefined ? home : wayTo(frame, helper, here, after.index, after.shift);
      const last = after === undefined ? range.last : Math.min(range.last, after.from - wayOn - duration);
      if (first > last) continue;
      const replaced = after?.way ?? (before === undefined ? 0 : wayHome(frame, helper, before.index));
      openings.push({ helper, first, last, extraWay: wayIn + wayOn - replaced });
    }
  return openings;
}

const shiftBeside = ({ shift }: Range, neighbour: Stop | undefined): number => shift ?? neighbour?.shift ?? -1;

const NONE: readonly Opening[] = [];

/** What taking a visit out has broken: a put must bring the rule down by so much. */
export interface Owed {
  readonly rule: Rule;
  readonly amount: number;
}

/**
 * What a rota owes since a visit was taken out of it that stood there: where ways break the triangle inequality, the way
 * that is left behind can be too long; and so can the gap in a series. Only the visit put back in between makes up for that.
 */
export function owedBy(book: RuleBook, without: Rota, helper: number, { index, from }: Stop): readonly Owed[] {
  const back = putAt(without, helper, index, from);
  return [builtInRules.spacing, builtInRules['max-work'], builtInRules['one-place-at-a-time'], ...book.ownHard]
    .map((rule): Owed => ({ rule, amount: rule.delta(without, back) }))
    .filter(({ amount }) => amount < 0);
}

/**
 * Where a left-out visit could go in a helper's round while nothing else moves and every rule is kept but one: that all
 * visits of its group are served. Linked visits that are served stay where they are.
 */
export function openingsOf(
  book: RuleBook,
  rota: Rota,
  helper: number,
  visit: number,
  owed: readonly Owed[] = [],
): readonly Opening[] {
  const { frame, rounds } = rota;
  if (frame.barred[visit * frame.helpers.length + helper] !== 0) return NONE;
  const { helper: person, stops, work } = rounds[helper]!;
  if (person.maxVisits !== null && stops.length >= person.maxVisits) return NONE;
  const linked = frame.linksOf[visit]!.length > 0;
  if (linked) {
    const { same, other } = tiesOf(rota, helper, visit);
    if (!same || !other) return NONE;
  }
  let ranges: readonly Range[] = slotsOf(frame, helper, visit);
  if (ranges.length === 0) return NONE;
  if (person.breaks.length > 0) ranges = outsideBreaks(rota, helper, visit, ranges);
  if (linked) ranges = withinLags(rota, helper, visit, ranges);
  if (frame.spacingsOf[visit]!.length > 0) ranges = withinSpacings(rota, helper, visit, ranges);
  if (person.capacity.length > 0) ranges = withinCapacity(rota, helper, visit, ranges);
  let openings = openingsIn(rota, helper, visit, ranges);
  const { maxWork } = person;
  if (maxWork !== null) openings = openings.filter(({ extraWay }) => work + extraWay + frame.durations[visit]! <= maxWork);
  if (book.ownHard.length > 0 || owed.length > 0)
    openings = openings.filter(({ first }) => {
      const put = putAt(rota, helper, visit, first);
      return (
        book.ownHard.every((rule) => rule.delta(rota, put) <= 0) &&
        owed.every(({ rule, amount }) => rule.delta(rota, put) <= amount)
      );
    });
  return openings;
}

/** A put and what it costs below the hard rules. */
export interface PricedPut {
  readonly put: Put;
  readonly medium: number;
  readonly soft: number;
}

export const comparePrices = (a: PricedPut, b: PricedPut): number => a.medium - b.medium || a.soft - b.soft;

export function priced(book: RuleBook, rota: Rota, put: Put): PricedPut {
  let medium = 0;
  let soft = 0;
  for (const rule of book.soft) soft += rule.delta(rota, put);
  for (const rule of book.medium) medium += rule.delta(rota, put);
  return { put, medium, soft };
}

/**
 * The best of some openings, each tried at its first start; equal ones by start. The solver's own rules grow with the way,
 * and with time only where an end is soft: so most openings need no count.
 */
export function bestPut(book: RuleBook, rota: Rota, visit: number, openings: readonly Opening[]): PricedPut | undefined {
  const softEnd = rota.frame.visits[visit]!.windows.some(({ softUntil }) => softUntil !== null);
  if (book.own.length === 0 && !softEnd) {
    let best: Opening | undefined;
    for (const opening of openings)
      if (
        best === undefined ||
        opening.extraWay < best.extraWay ||
        (opening.extraWay === best.extraWay && opening.first < best.first)
      )
        best = opening;
    return best === undefined ? undefined : priced(book, rota, putAt(rota, best.helper, visit, best.first));
  }
  let best: PricedPut | undefined;
  for (const { helper, first } of openings) {
    const next = priced(book, rota, putAt(rota, helper, visit, first));
    const order = best === undefined ? -1 : comparePrices(next, best) || next.put.stop.from - best.put.stop.from;
    if (order < 0) best = next;
  }
  return best;
}
