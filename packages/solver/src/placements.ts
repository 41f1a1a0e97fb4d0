import { type Day, dayOf, type Stop, type Timed, wayBetween, waysOf } from './day.ts';
import { type HardRule, hardRules } from './plan.ts';
import type { Helper, Visit } from './problem.ts';
import { slotsOf } from './slots.ts';

/** Where one visit could go in one helper's day while nothing else in it moves. */
export interface Placement {
  readonly helper: Helper;
  /** Every rule that forbids it, in the order of `hardRules`. Would they all be relaxed, it could be done. */
  readonly forbiddenBy: readonly HardRule[];
  /** Where it adds the least way, then earliest; null exactly where a rule forbids it. */
  readonly from: number | null;
}

/** A run of starts; `shift` is null where no shift of the helper holds it, and then it counts as in its neighbours' shift. */
interface Range {
  readonly first: number;
  readonly last: number;
  readonly shift: number | null;
}

interface Opening {
  readonly from: number;
  readonly extraWay: number;
}

/** `day` is the helper's day without the visit. */
export function placementIn(day: Day, visit: Visit): Placement {
  const { helper, frame } = day;
  const slots = slotsOf(frame, helper, visit);
  const fitsWindow = slots.length > 0 || windowStarts(helper, visit).length > 0;
  const fitsShift = slots.length > 0 || (!fitsWindow && shiftStarts(day, visit).length > 0);
  const ranges = slots.length > 0 ? slots : relaxedStarts(day, visit, fitsWindow, fitsShift);
  const opening = bestOpening(day, visit, ranges);
  const [out, back] = waysOf(frame, helper, visit);
  const work = Math.max(day.work + (opening?.extraWay ?? 0), opening === undefined ? out + back : 0) + visit.duration;
  const broken: Readonly<Record<HardRule, boolean>> = {
    refused: visit.refused.includes(helper.id),
    skills: visit.skills.some((skill) => !helper.skills.includes(skill)),
    window: !fitsWindow,
    shift: !fitsShift,
    'max-visits': day.stops.length >= (helper.maxVisits ?? Number.POSITIVE_INFINITY),
    'max-work': work > (helper.maxWork ?? Number.POSITIVE_INFINITY),
    'one-place-at-a-time': opening === undefined,
    pinned: visit.pinned !== null && visit.pinned.helperId !== helper.id,
  };
  const forbiddenBy = hardRules.filter((rule) => broken[rule]);
  return { helper, forbiddenBy, from: forbiddenBy.length === 0 ? (opening?.from ?? null) : null };
}

/** Whether the person as such will do, whatever the time. */
export const mayDo = ({ refused, skills }: Visit, helper: Helper): boolean =>
  !refused.includes(helper.id) && skills.every((skill) => helper.skills.includes(skill));

/** The day with one more visit in it. */
export const withVisit = (day: Day, added: Timed): Day => dayOf(day.frame, day.helper, [...day.stops, added]);

/** The day with one visit less. */
export const withoutVisit = (day: Day, visitId: string): Day =>
  dayOf(
    day.frame,
    day.helper,
    day.stops.filter(({ visit }) => visit.id !== visitId),
  );

/** The starts that are left once windows or shifts that cannot hold the visit are out of the way. */
function relaxedStarts(day: Day, visit: Visit, fitsWindow: boolean, fitsShift: boolean): Range[] {
  if (fitsWindow) return windowStarts(day.helper, visit);
  if (fitsShift) return shiftStarts(day, visit);
  return pinnedTo(day.helper, visit, [{ first: 0, last: Number.POSITIVE_INFINITY, shift: null }]);
}

function windowStarts(helper: Helper, visit: Visit): Range[] {
  return pinnedTo(
    helper,
    visit,
    visit.windows.map(({ from, until }) => ({ first: from, last: until - visit.duration, shift: null })),
  );
}

function shiftStarts({ frame, helper }: Day, visit: Visit): Range[] {
  const [out, back] = waysOf(frame, helper, visit);
  return pinnedTo(
    helper,
    visit,
    helper.shifts.map(({ from, until }, shift) => ({ first: from + out, last: until - back - visit.duration, shift })),
  );
}

function pinnedTo(helper: Helper, { pinned }: Visit, ranges: readonly Range[]): Range[] {
  const pin = pinned?.helperId === helper.id ? pinned.from : null;
  const kept =
    pin === null
      ? ranges
      : ranges.map((range) => ({ ...range, first: Math.max(range.first, pin), last: Math.min(range.last, pin) }));
  return kept.filter(({ first, last }) => first <= last);
}

function bestOpening(day: Day, visit: Visit, ranges: readonly Range[]): Opening | undefined {
  let best: Opening | undefined;
  for (const range of ranges)
    for (let index = 0; index <= day.stops.length; index++) {
      const opening = openingAt(day, visit, range, day.stops[index - 1], day.stops[index]);
      if (opening !== undefined && (best === undefined || compareOpenings(opening, best) < 0)) best = opening;
    }
  return best;
}

const compareOpenings = (a: Opening, b: Opening): number => a.extraWay - b.extraWay || a.from - b.from;

function openingAt(
  { frame, helper }: Day,
  visit: Visit,
  { first, last, shift }: Range,
  before: Stop | undefined,
  after: Stop | undefined,
): Opening | undefined {
  const inShiftOf = (neighbour: Stop | undefined): number => shift ?? neighbour?.shift ?? -1;
  const wayIn = wayBetween(frame, helper, before, { visit, shift: inShiftOf(before) });
  const wayHome = (from: Visit): number => waysOf(frame, helper, from)[1];
  const wayOut = after === undefined ? wayHome(visit) : wayBetween(frame, helper, { visit, shift: inShiftOf(after) }, after);
  const from = before === undefined ? first : Math.max(first, before.until + wayIn);
  const latest = after === undefined ? last : Math.min(last, after.from - wayOut - visit.duration);
  if (from > latest) return undefined;
  const replaced = after?.way ?? (before === undefined ? 0 : wayHome(before.visit));
  return { from, extraWay: wayIn + wayOut - replaced };
}
