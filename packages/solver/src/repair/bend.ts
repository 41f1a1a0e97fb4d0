import { barredBy } from '../frame.ts';
import { type Opening, openingsIn } from '../openings.ts';
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
} from '../ranges.ts';
import { type Rota, wayHome, wayOut } from '../rota.ts';
import { carried } from '../rules/capacity.ts';
import type { Sized } from './change.ts';

// Every change of one limit that might let a helper take a visit, all other rules kept. Whether it does is for `repair` to prove.

/** A refusal is a person's will and is never bent; nor is who must be together with whom. */
export function bendsOf(rota: Rota, helper: number, visit: number): Sized[] {
  const { frame, rounds } = rota;
  const barred = frame.barred[visit * frame.helpers.length + helper]!;
  if ((barred & (barredBy.refused | barredBy.pinned)) !== 0) return [];
  const { same, other } = tiesOf(rota, helper, visit);
  if (!same || !other) return [];
  const { helper: person, stops } = rounds[helper]!;
  const full = person.maxVisits !== null && stops.length >= person.maxVisits;
  if ((barred & barredBy.skills) !== 0) return full ? [] : skill(rota, helper, visit);
  if (full) return open(rota, helper, visit, starts(rota, helper, visit)).length === 0 ? [] : oneVisitMore(rota, helper);
  return [
    ...windows(rota, helper, visit),
    ...shifts(rota, helper, visit),
    ...work(rota, helper, visit),
    ...capacities(rota, helper, visit),
    ...breaks(rota, helper, visit),
  ];
}

type Keep = 'window' | 'shift' | 'break' | 'capacity';

/** The starts that keep every rule about time, but for those that are left out. */
function starts(rota: Rota, helper: number, visit: number, but: readonly Keep[] = []): readonly Range[] {
  let ranges = withinPin(rota, helper, visit);
  if (!but.includes('window')) ranges = withinWindows(rota, helper, visit, ranges);
  if (!but.includes('shift')) ranges = withinShifts(rota, helper, visit, ranges);
  if (!but.includes('break')) ranges = outsideBreaks(rota, helper, visit, ranges);
  ranges = withinSpacings(rota, helper, visit, withinLags(rota, helper, visit, ranges));
  return but.includes('capacity') ? ranges : withinCapacity(rota, helper, visit, ranges);
}

/** Openings that keep the limit of work as well. */
function open(rota: Rota, helper: number, visit: number, ranges: readonly Range[]): readonly Opening[] {
  const { helper: person, work: done } = rota.rounds[helper]!;
  const most = person.maxWork ?? Number.POSITIVE_INFINITY;
  return openingsIn(rota, helper, visit, ranges).filter(({ extraWay }) => done + extraWay + rota.frame.durations[visit]! <= most);
}

/** The start in an opening that sticks least out of a run of starts; a run from late to early is one too short for the service. */
const nearest = ({ first, last }: Opening, one: number, other: number): number =>
  Math.min(last, Math.max(first, one < other ? Math.min(Math.max(first, one), other) : Math.min(Math.max(first, other), one)));

function windows(rota: Rota, helper: number, visit: number): Sized[] {
  const { id, windows: agreed, duration, pinned } = rota.frame.visits[visit]!;
  if (pinned !== null) return [];
  const openings = open(rota, helper, visit, starts(rota, helper, visit, ['window']));
  return agreed.flatMap((span, window) =>
    least(
      openings.map((opening): Sized => {
        const start = nearest(opening, span.from, span.until - duration);
        const from = Math.min(span.from, start);
        const until = Math.max(span.until, start + duration);
        return {
          change: { kind: 'widen-window', visitId: id, window, from, until },
          amount: span.from - from + until - span.until,
        };
      }),
    ),
  );
}

const least = (sized: readonly Sized[]): Sized[] => {
  const [first, ...rest] = sized.filter(({ amount }) => amount > 0);
  return first === undefined ? [] : [rest.reduce((best, next) => (next.amount < best.amount ? next : best), first)];
};

function shifts(rota: Rota, helper: number, visit: number): Sized[] {
  const { frame } = rota;
  const { id, shifts: agreed } = frame.helpers[helper]!;
  const out = wayOut(frame, helper, visit);
  const back = wayHome(frame, helper, visit) + frame.durations[visit]!;
  const ranges = starts(rota, helper, visit, ['shift', 'capacity']);
  return agreed.flatMap((span, shift) => {
    const inShift = withinCapacity(
      rota,
      helper,
      visit,
      ranges.map((range) => ({ ...range, shift })),
    );
    const found = open(rota, helper, visit, inShift).map((opening): Sized => {
      const start = nearest(opening, span.from + out, span.until - back);
      const from = Math.min(span.from, start - out);
      const until = Math.max(span.until, start + back);
      return {
        change: { kind: 'lengthen-shift', helperId: id, shift, from, until },
        amount: span.from - from + until - span.until,
      };
    });
    const possible = found.filter(
      ({ change }) =>
        change.kind === 'lengthen-shift' &&
        change.from >= 0 &&
        agreed.every((other, at) => at === shift || other.until <= change.from || change.until <= other.from),
    );
    return least(possible);
  });
}

function work(rota: Rota, helper: number, visit: number): Sized[] {
  const { helper: person, work: done } = rota.rounds[helper]!;
  const { maxWork } = person;
  if (maxWork === null) return [];
  const needed = openingsIn(rota, helper, visit, starts(rota, helper, visit)).map(
    ({ extraWay }) => done + extraWay + rota.frame.durations[visit]!,
  );
  const to = Math.min(...needed);
  if (to === Number.POSITIVE_INFINITY || to <= maxWork) return [];
  return [{ change: { kind: 'raise-max-work', helperId: person.id, to }, amount: to - maxWork }];
}

function oneVisitMore({ rounds }: Rota, helper: number): Sized[] {
  const { helper: person, stops } = rounds[helper]!;
  const to = stops.length + 1;
  return [{ change: { kind: 'raise-max-visits', helperId: person.id, to }, amount: to - (person.maxVisits ?? 0) }];
}

function capacities(rota: Rota, helper: number, visit: number): Sized[] {
  const { frame, rounds } = rota;
  const { id, capacity, shifts: agreed } = frame.helpers[helper]!;
  const { loads } = frame.visits[visit]!;
  if (capacity.length === 0) return [];
  const ranges = starts(rota, helper, visit, ['capacity']);
  return agreed.flatMap((_, shift) => {
    const needed = capacity.map((_, load) => carried(rounds[helper]!.stops, shift, load) + (loads[load] ?? 0));
    const lacking = needed.flatMap((to, load) => (to > capacity[load]! && (loads[load] ?? 0) > 0 ? [load] : []));
    const inShift = ranges.filter((range) => range.shift === shift);
    if (lacking.length !== 1 || open(rota, helper, visit, inShift).length === 0) return [];
    const [load] = lacking;
    const to = needed[load!]!;
    return [{ change: { kind: 'raise-capacity', helperId: id, load: load!, to }, amount: to - capacity[load!]! } satisfies Sized];
  });
}

function breaks(rota: Rota, helper: number, visit: number): Sized[] {
  const { id, breaks: agreed } = rota.frame.helpers[helper]!;
  if (agreed.length === 0 || open(rota, helper, visit, starts(rota, helper, visit, ['break'])).length === 0) return [];
  return agreed.map(({ from, until }, at) => ({ change: { kind: 'drop-break', helperId: id, break: at }, amount: until - from }));
}

function skill(rota: Rota, helper: number, visit: number): Sized[] {
  const { frame } = rota;
  const { id, skills } = frame.helpers[helper]!;
  const [first, second] = frame.visits[visit]!.skills.filter((one) => !skills.includes(one));
  if (first === undefined || second !== undefined) return [];
  if (open(rota, helper, visit, starts(rota, helper, visit)).length === 0) return [];
  return [{ change: { kind: 'give-skill', helperId: id, skill: first }, amount: 0 }];
}
