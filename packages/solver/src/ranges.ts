import { type Rota, wayHome, wayOut } from './rota.ts';
import { builtInRules } from './rules/all-rules.ts';
import { carried } from './rules/capacity.ts';

/** A run of starts; `shift` is null where no shift of the helper is kept, and then it counts as in its neighbours' shift. */
export interface Range {
  readonly first: number;
  readonly last: number;
  readonly shift: number | null;
}

/** No rule kept yet. */
export const anyStart: readonly Range[] = [{ first: 0, last: Number.POSITIVE_INFINITY, shift: null }];

/** What every start is allowed at all: any, or the pin's own where the helper is the one the visit is pinned to. */
export function withinPin({ frame }: Rota, helper: number, visit: number): readonly Range[] {
  const pin = frame.visits[visit]!.pinned;
  return pin !== null && pin.helperId === frame.helpers[helper]!.id
    ? [{ first: pin.from, last: pin.from, shift: null }]
    : anyStart;
}

/** The part of each range that lies between two starts. */
function clipped(ranges: readonly Range[], first: number, last: number): Range[] {
  const kept: Range[] = [];
  for (const range of ranges) {
    const from = range.first > first ? range.first : first;
    const until = range.last < last ? range.last : last;
    if (from <= until)
      kept.push(from === range.first && until === range.last ? range : { first: from, last: until, shift: range.shift });
  }
  return kept;
}

/** What is left of ranges of starts when one rule is to be kept. */
type Keep = (rota: Rota, helper: number, visit: number, ranges: readonly Range[]) => readonly Range[];

export const withinWindows: Keep = ({ frame }, _, visit, ranges) => {
  const { windows, duration } = frame.visits[visit]!;
  if (windows.length === 1) return clipped(ranges, windows[0]!.from, windows[0]!.until - duration);
  return windows.flatMap(({ from, until }) => clipped(ranges, from, until - duration));
};

export const withinShifts: Keep = ({ frame }, helper, visit, ranges) => {
  const kept: Range[] = [];
  const out = wayOut(frame, helper, visit);
  const back = wayHome(frame, helper, visit) + frame.durations[visit]!;
  const { shifts } = frame.helpers[helper]!;
  for (let shift = 0; shift < shifts.length; shift++) {
    const first = shifts[shift]!.from + out;
    const last = shifts[shift]!.until - back;
    for (const range of ranges) {
      const from = range.first > first ? range.first : first;
      const until = range.last < last ? range.last : last;
      if (from <= until) kept.push({ first: from, last: until, shift });
    }
  }
  return kept;
};

export const outsideBreaks: Keep = ({ frame }, helper, visit, ranges) => {
  const duration = frame.durations[visit]!;
  let kept = ranges;
  for (const { from, until } of frame.helpers[helper]!.breaks)
    kept = [...clipped(kept, 0, from - duration), ...clipped(kept, until, Number.POSITIVE_INFINITY)];
  return kept;
};

/** Linked visits that are served stay where they are. */
export const withinLags: Keep = ({ frame, helperOf, fromOf }, _, visit, ranges) => {
  let kept = ranges;
  for (const at of frame.linksOf[visit]!) {
    const { first, second, minLag, maxLag } = frame.links[at]!;
    const other = first === visit ? second : first;
    if (helperOf[other] === -1) continue;
    const start = fromOf[other]!;
    kept = first === visit ? clipped(kept, start - maxLag, start - minLag) : clipped(kept, start + minLag, start + maxLag);
  }
  return kept;
};

export const withinSpacings: Keep = (rota, helper, visit, ranges) => {
  const { frame, rounds } = rota;
  if (frame.spacingsOf[visit]!.length === 0) return ranges;
  const { dayLength } = frame.problem;
  const kept: Range[] = [];
  const turns = turningDays(rota, visit);
  const asked = frame.visits[visit]!;
  for (const { first, last, shift } of ranges) {
    const firstDay = Math.floor(first / dayLength);
    const days = [firstDay, ...turns.filter((day) => day > firstDay && day * dayLength <= last), Number.POSITIVE_INFINITY];
    for (let at = 0; at < days.length - 1; at++) {
      const from = Math.max(first, days[at]! * dayLength);
      // The rule looks at the visit and its start alone.
      const bare = { visit: asked, index: visit, from, until: from + asked.duration, shift: -1, way: 0 };
      const stop = { ...bare, outsideShift: 0, outsideWindow: 0, lateness: 0 };
      if (builtInRules.spacing.delta(rota, { round: rounds[helper]!, stop, position: 0, extraWay: 0 }) <= 0)
        kept.push({ first: from, last: Math.min(last, days[at + 1]! * dayLength - 1), shift });
    }
  }
  return kept;
};

/** The days at which a visit may begin or cease to be too near to, or too far from, the others of its series, in order. */
function turningDays({ frame, helperOf, fromOf }: Rota, visit: number): readonly number[] {
  const turns = new Set<number>();
  for (const at of frame.spacingsOf[visit]!) {
    const { visits, minDays, maxDays } = frame.spacings[at]!;
    const served = visits.filter((other) => helperOf[other] !== -1);
    const most = maxDays * (visits.length - served.length);
    for (const other of served) {
      const day = Math.floor(fromOf[other]! / frame.problem.dayLength);
      for (const turn of [0, 1, minDays, 1 - minDays, most + 1, -most]) turns.add(day + turn);
    }
  }
  return [...turns].filter(Number.isFinite).sort((a, b) => a - b);
}

export const withinCapacity: Keep = ({ frame, rounds }, helper, visit, ranges) => {
  const { capacity } = frame.helpers[helper]!;
  const { loads } = frame.visits[visit]!;
  if (capacity.length === 0 || loads.length === 0) return ranges;
  const { stops } = rounds[helper]!;
  const fits = (shift: number | null): boolean =>
    shift === null ||
    capacity.every((most, load) => {
      const more = loads[load] ?? 0;
      return more === 0 || carried(stops, shift, load) + more <= most;
    });
  return ranges.filter(({ shift }) => fits(shift));
};

/** Whether the links to served visits let this helper do it: together with the same, apart from the other. */
export function tiesOf(
  { frame, helperOf }: Rota,
  helper: number,
  visit: number,
): { readonly same: boolean; readonly other: boolean } {
  let same = true;
  let other = true;
  for (const at of frame.linksOf[visit]!) {
    const link = frame.links[at]!;
    const partner = helperOf[link.first === visit ? link.second : link.first]!;
    if (partner === -1) continue;
    if (link.helper === 'same' && partner !== helper) same = false;
    if (link.helper === 'other' && partner === helper) other = false;
  }
  return { same, other };
}
