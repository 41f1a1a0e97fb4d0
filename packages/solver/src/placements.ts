import { barredBy } from './frame.ts';
import { type Partners, partnersFit } from './group.ts';
import { type Opening, openingsIn } from './openings.ts';
import { hardRules } from './plan.ts';
import {
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

/** Keeps rule after rule, as long as a start remains. */
export function placementOf(book: RuleBook, rota: Rota, helper: number, visit: number, partners: Partners): Placement {
  const { frame, rounds } = rota;
  const { helper: person, stops, work } = rounds[helper]!;
  const broken = new Set<string>();
  const keep = (rule: string, kept: boolean): void => void (kept || broken.add(rule));
  const barred = frame.barred[visit * frame.helpers.length + helper]!;
  keep('refused', (barred & barredBy.refused) === 0);
  keep('skills', (barred & barredBy.skills) === 0);
  keep('pinned', (barred & barredBy.pinned) === 0);
  const ties = tiesOf(rota, helper, visit);
  keep('same-helper', ties.same);
  keep('other-helper', ties.other);
  keep('max-visits', person.maxVisits === null || stops.length < person.maxVisits);
  let ranges = withinPin(rota, helper, visit);
  for (const [rule, within] of inOrder) {
    // What is carried hangs on the shift; where none is kept, start by start below.
    if (rule === 'capacity' && broken.has('shift')) continue;
    const left = within(rota, helper, visit, ranges);
    keep(rule, left.length > 0);
    if (left.length > 0) ranges = left;
  }
  let openings: readonly Opening[] = broken.has('shift') ? [] : openingsIn(rota, helper, visit, ranges);
  const keepAt = (rule: Rule): void => {
    const kept = openings.filter(({ first }) => rule.delta(rota, putAt(rota, helper, visit, first)) <= 0);
    keep(rule.id, kept.length > 0);
    if (kept.length > 0) openings = kept;
  };
  if (openings.length > 0) {
    const affordable = openings.filter(
      ({ extraWay }) => work + extraWay + frame.durations[visit]! <= (person.maxWork ?? Number.POSITIVE_INFINITY),
    );
    keep('max-work', affordable.length > 0);
    if (affordable.length > 0) openings = affordable;
  } else {
    openings = startsIn(rota, helper, visit, ranges);
    if (broken.has('shift')) keepAt(builtInRules.capacity);
    keepAt(builtInRules['one-place-at-a-time']);
    keepAt(builtInRules['max-work']);
  }
  for (const rule of book.ownHard) keepAt(rule);
  keep('together', partnersFit(book, rota, visit, openings, partners));
  const forbiddenBy = [...hardRules, ...book.ownHard.map(({ id }) => id)].filter((rule) => broken.has(rule));
  return { helper, forbiddenBy, openings };
}

/** The rules that leave ranges of starts, in the order of `hardRules`. */
const inOrder = [
  ['window', withinWindows],
  ['shift', withinShifts],
  ['break', outsideBreaks],
  ['lag', withinLags],
  ['spacing', withinSpacings],
  ['capacity', withinCapacity],
] as const;

/** Starts worth a try where nothing is open: the ends of the ranges, and next to each stop, straight or by home. */
function startsIn(rota: Rota, helper: number, visit: number, ranges: readonly Range[]): readonly Opening[] {
  const { frame, rounds } = rota;
  const duration = frame.durations[visit]!;
  const home = wayHome(frame, helper, visit);
  const beside = rounds[helper]!.stops.flatMap((stop) => {
    const elsewhere = { index: visit, shift: stop.shift + 1 };
    const on = [
      wayTo(frame, helper, { index: visit, shift: stop.shift }, stop.index, stop.shift),
      wayTo(frame, helper, elsewhere, stop.index, stop.shift),
    ];
    const back = [wayTo(frame, helper, stop, visit, stop.shift), wayTo(frame, helper, stop, visit, stop.shift + 1)];
    return [...back.map((way) => stop.until + way), ...on.map((way) => stop.from - way - duration), stop.from, stop.until];
  });
  const shifts = frame.helpers[helper]!.shifts.flatMap(({ from, until }) => [
    from + wayOut(frame, helper, visit),
    until - home - duration,
  ]);
  const starts = ranges.flatMap(({ first, last }) =>
    [first, last, ...beside, ...shifts].filter((start) => first <= start && start <= last && start < Number.POSITIVE_INFINITY),
  );
  return [...new Set(starts)]
    .sort((a, b) => a - b)
    .map((start) => ({ helper, first: start, last: start, extraWay: putAt(rota, helper, visit, start).extraWay }));
}
