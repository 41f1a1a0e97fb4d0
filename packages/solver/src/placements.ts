import { barredBy } from './frame.ts';
import { type Partners, partnersFit } from './group.ts';
import { type Opening, openingsIn } from './openings.ts';
import { type HardRule, hardRules } from './plan.ts';
import {
  anyStart,
  outsideBreaks,
  type Range,
  tiesOf,
  withinCapacity,
  withinLags,
  withinPin,
  withinShifts,
  withinSpacings,
  withinWindows,
} from './ranges.ts';
import { putAt, type Rota, wayHome, wayOut, wayTo } from './rota.ts';
import { builtInRules } from './rules/all-rules.ts';
import type { Rule } from './rules/rule.ts';
import type { RuleBook } from './score.ts';

/** Why one helper cannot take a visit that is left out, while nothing else in the plan moves. */
export interface Placement {
  readonly helper: number;
  /**
   * The smallest set of rules that forbids it, in the documented order, own rules last: each is kept as long as a start
   * remains. Would they all be relaxed, it could be done; of these none can be spared.
   */
  readonly forbiddenBy: readonly string[];
  /** Where it could then go. */
  readonly openings: readonly Opening[];
}

/**
 * Keeps rule after rule, as long as a start remains. What then is broken cannot be spared, but two rules broken early in
 * the order may stand where one alone would be enough: then every start that may matter is looked at by itself. So is a pin,
 * which is a rule like any other: the helper it names may be free at another time.
 */
export function placementOf(book: RuleBook, rota: Rota, helper: number, visit: number, partners: Partners): Placement {
  const { frame } = rota;
  const { pinned } = frame.visits[visit]!;
  const barred = frame.barred[visit * frame.helpers.length + helper]!;
  const { same, other } = tiesOf(rota, helper, visit);
  const { helper: person, stops } = rota.rounds[helper]!;
  const always = [
    ...((barred & barredBy.refused) === 0 ? [] : ['refused']),
    ...((barred & barredBy.skills) === 0 ? [] : ['skills']),
    ...((barred & barredBy.pinned) === 0 ? [] : ['pinned']),
    ...(same ? [] : ['same-helper']),
    ...(other ? [] : ['other-helper']),
    ...(person.maxVisits === null || stops.length < person.maxVisits ? [] : ['max-visits']),
  ];
  let found = keptInOrder(book, rota, helper, visit, NO_RULE);
  const isPinnedHere = pinned !== null && (barred & barredBy.pinned) === 0;
  if (found.broken.size > (isPinnedHere ? 0 : 1)) {
    const least = fewestBroken(book, rota, helper, visit);
    if (isBentRather(least, found.broken)) found = keptInOrder(book, rota, helper, visit, least);
  }
  const fits = partnersFit(book, rota, visit, found.openings, partners);
  const broken = new Set([...always, ...found.broken, ...(fits ? [] : ['together'])]);
  const forbiddenBy = [...hardRules, ...book.ownHard.map(({ id }) => id)].filter((rule) => broken.has(rule));
  return { helper, forbiddenBy, openings: found.openings };
}

const NO_RULE: ReadonlySet<string> = new Set();

interface Kept {
  /** The rules that hang on the start and could not be kept. */
  readonly broken: ReadonlySet<string>;
  readonly openings: readonly Opening[];
}

/** `bent`: rules that are not kept, whatever could be. */
function keptInOrder(book: RuleBook, rota: Rota, helper: number, visit: number, bent: ReadonlySet<string>): Kept {
  const { frame, rounds } = rota;
  const { helper: person, work } = rounds[helper]!;
  const broken = new Set(bent);
  const keep = (rule: string, isKept: boolean): void => void (isKept || broken.add(rule));
  let ranges = bent.has('pinned') ? anyStart : withinPin(rota, helper, visit);
  for (const [rule, within] of narrowing) {
    // What is carried hangs on the shift; where none is kept, start by start below.
    if (bent.has(rule) || (rule === 'capacity' && broken.has('shift'))) continue;
    const left = within(rota, helper, visit, ranges);
    keep(rule, left.length > 0);
    if (left.length > 0) ranges = left;
  }
  let openings: readonly Opening[] =
    broken.has('shift') || bent.has('one-place-at-a-time') ? [] : openingsIn(rota, helper, visit, ranges);
  const keepAt = (rule: Rule): void => {
    if (bent.has(rule.id)) return;
    const kept = openings.filter(({ first }) => rule.delta(rota, putAt(rota, helper, visit, first)) <= 0);
    keep(rule.id, kept.length > 0);
    if (kept.length > 0) openings = kept;
  };
  if (openings.length === 0) {
    openings = startsIn(rota, helper, visit, ranges);
    if (broken.has('shift')) keepAt(builtInRules.capacity);
    keepAt(builtInRules['one-place-at-a-time']);
    keepAt(builtInRules['max-work']);
  } else if (!bent.has('max-work')) {
    const most = person.maxWork ?? Number.POSITIVE_INFINITY;
    const affordable = openings.filter(({ extraWay }) => work + extraWay + frame.durations[visit]! <= most);
    keep('max-work', affordable.length > 0);
    if (affordable.length > 0) openings = affordable;
  }
  for (const rule of book.ownHard) keepAt(rule);
  return { broken, openings };
}

/** The fewest rules that any start breaks; of as many, those that are bent rather. */
function fewestBroken(book: RuleBook, rota: Rota, helper: number, visit: number): ReadonlySet<string> {
  const rules = [...timeRules.map((id): Rule => builtInRules[id]), ...book.ownHard];
  let least: ReadonlySet<string> | undefined;
  for (const { first } of startsIn(rota, helper, visit, anyStart)) {
    const put = putAt(rota, helper, visit, first);
    const broken = new Set(rules.filter((rule) => rule.delta(rota, put) > 0).map(({ id }) => id));
    if (least === undefined || isBentRather(broken, least)) least = broken;
  }
  return least ?? NO_RULE;
}

/** Whether these rules are fewer, or as many that come later in the order. */
function isBentRather(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  if (these.size !== those.size) return these.size < those.size;
  const first = hardRules.find((rule) => these.has(rule) !== those.has(rule));
  return first !== undefined && those.has(first);
}

/** The rules that hang on the start. */
const timeRules = [
  'window',
  'shift',
  'break',
  'lag',
  'spacing',
  'capacity',
  'max-work',
  'one-place-at-a-time',
  'pinned',
] as const satisfies readonly HardRule[];

/** The rules that leave ranges of starts, in the order of `hardRules`. */
const narrowing = [
  ['window', withinWindows],
  ['shift', withinShifts],
  ['break', outsideBreaks],
  ['lag', withinLags],
  ['spacing', withinSpacings],
  ['capacity', withinCapacity],
] as const;

/**
 * The starts at which a rule may begin or cease to be broken, within these ranges: ends of the ranges, of windows, shifts,
 * breaks, lags and days, the pin, where the nearest shift is another, and next to each stop, straight or by home.
 */
function startsIn(rota: Rota, helper: number, visit: number, ranges: readonly Range[]): readonly Opening[] {
  const { frame, rounds } = rota;
  const { windows, duration, pinned } = frame.visits[visit]!;
  const { shifts, breaks } = frame.helpers[helper]!;
  const out = wayOut(frame, helper, visit);
  const home = wayHome(frame, helper, visit);
  const turns = rounds[helper]!.stops.flatMap((stop) => {
    const elsewhere = { index: visit, shift: stop.shift + 1 };
    const on = [
      wayTo(frame, helper, { index: visit, shift: stop.shift }, stop.index, stop.shift),
      wayTo(frame, helper, elsewhere, stop.index, stop.shift),
    ];
    const back = [wayTo(frame, helper, stop, visit, stop.shift), wayTo(frame, helper, stop, visit, stop.shift + 1)];
    return [...back.map((way) => stop.until + way), ...on.map((way) => stop.from - way - duration), stop.from, stop.until];
  });
  for (const { from, until } of windows) turns.push(from, until - duration);
  for (const { from, until } of breaks) turns.push(from - duration, until);
  const inOrder = shifts.toSorted((a, b) => a.from - b.from);
  for (const [at, { from, until }] of inOrder.entries()) {
    turns.push(from, from + out, until - home - duration);
    const next = inOrder[at + 1]?.from ?? from;
    const middle = Math.floor((until + next + out - home - duration) / 2);
    turns.push(middle, middle + 1);
  }
  for (const { first, last } of [...withinLags(rota, helper, visit, anyStart), ...withinSpacings(rota, helper, visit, anyStart)])
    turns.push(first, last);
  if (pinned !== null) turns.push(pinned.from);
  const starts = ranges.flatMap(({ first, last }) =>
    [first, last, ...turns].filter((start) => first <= start && start <= last && start < Number.POSITIVE_INFINITY),
  );
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .map((start) => ({ helper, first: start, last: start, extraWay: putAt(rota, helper, visit, start).extraWay }));
}
