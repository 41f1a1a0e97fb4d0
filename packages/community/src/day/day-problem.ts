import type { Helper, Instant, LocalDate, PersonId, Resident, Tie } from '@linli/model';
import { addDays, assert, instantAt, isAtLeast, printAddress, type WallTime } from '@linli/model';
import type { Problem } from '@linli/solver';
import { type ProblemInput, parseProblem } from '@linli/solver/problem';
import type { Rules } from '../rules/rules.ts';
import { shiftsOf } from './shifts.ts';

/** Something to be planned: a demand, a call, or buying for a grid. */
export interface Task {
  readonly id: string;
  readonly residentId: PersonId | null;
  readonly mode: 'door' | 'pickup' | 'visit' | 'call';
  readonly windows: readonly { readonly from: Instant; readonly until: Instant }[];
  readonly serviceSeconds: number;
  readonly skills: readonly string[];
  readonly priority: number;
  /** Whom it should rather be, besides those with a tie to the resident. */
  readonly wanted: readonly PersonId[];
  /** Already promised: the plan keeps it. */
  readonly pinned: { readonly helperId: PersonId; readonly from: Instant } | null;
}

export interface DayCast {
  readonly residents: ReadonlyMap<PersonId, Resident>;
  readonly helpers: readonly Helper[];
  readonly ties: readonly Tie[];
  /** Minutes already promised in this week by other plans. */
  readonly busyMinutes: ReadonlyMap<PersonId, number>;
}

/** Whole minutes since midnight of the cycle's date, the solver's unit here. Starts round up, ends round down: a promise never grows. */
export interface Minutes {
  readonly from: (at: Instant) => number;
  readonly until: (at: Instant) => number;
  readonly at: (minute: number) => Instant;
}

export function minutesOf(date: LocalDate, rules: Rules): Minutes {
  const midnight = instantAt(date, '00:00' as WallTime, rules.cycle.zone);
  return {
    from: (at) => Math.ceil((at - midnight) / 60_000),
    until: (at) => Math.floor((at - midnight) / 60_000),
    at: (minute) => (midnight + minute * 60_000) as Instant,
  };
}

/** Nobody under the catalogue's age is sent alone; a birth that is not known well enough keeps somebody back as well. */
export const isAdult = (helper: Helper, rules: Rules, on: LocalDate): boolean =>
  isAtLeast(helper.birth, rules.catalogue.adultAge, on) === true;

/** A role's own skills come on top of those written down. */
const skillsOf = (helper: Helper, { profile }: Rules): readonly string[] => [
  ...new Set([...helper.skills, ...(profile.roles.find(({ code }) => code === helper.role)?.skills ?? [])]),
];

const byPhone = 'phone';
const pickupPoint = 'pickup-point';
const somewhere = 'somewhere';

/** The problem of one cycle for the solver, which knows nothing of elders: tasks become visits, doors become places. */
export function dayProblem(rules: Rules, date: LocalDate, tasks: readonly Task[], cast: DayCast, notBefore: Instant): Problem {
  const minutes = minutesOf(date, rules);
  const lastDay = Math.max(...rules.cycle.phases.map(({ dayOffset }) => dayOffset));
  const days = Array.from({ length: lastDay + 1 }, (_, offset) => addDays(date, offset));
  const adults = cast.helpers.filter((helper) => isAdult(helper, rules, date));
  const places = placesOf(tasks, adults, cast.residents);
  const wanted = tiedHelpers(cast.ties);
  const input: ProblemInput = {
    helpers: adults.map((helper) => ({
      id: helper.id,
      shifts: shiftsOf(helper, days, rules.cycle.zone, notBefore)
        .map(({ from, until }) => ({ from: minutes.from(from), until: minutes.until(until) }))
        .filter(({ from, until }) => from < until),
      skills: [...skillsOf(helper, rules)],
      from: homeOf(helper)?.id ?? null,
      maxWork: maxWork(helper, cast.busyMinutes),
    })),
    visits: tasks.map((task) => ({
      id: task.id,
      windows: task.windows
        .map(({ from, until }) => ({ from: minutes.from(from), until: minutes.until(until) }))
        .filter(({ from, until }) => from < until),
      duration: Math.max(1, Math.ceil(task.serviceSeconds / 60)),
      skills: [...task.skills],
      place: placeOf(task, cast.residents).id,
      priority: task.priority,
      wanted: [...task.wanted, ...(task.residentId === null ? [] : (wanted.get(task.residentId) ?? []))],
      refused: task.residentId === null ? [] : [task.residentId],
      pinned: task.pinned === null ? null : { helperId: task.pinned.helperId, from: minutes.from(task.pinned.from) },
    })),
    travel: {
      kind: 'matrix',
      places: places.map(({ id }) => id),
      times: places.map((a) => places.map((b) => walkMinutes(a, b, rules))),
    },
    weights: rules.catalogue.planning,
  };
  const problem = parseProblem(input);
  assert(
    problem.ok,
    'day/problem-invalid',
    `the day's problem is not well formed: ${JSON.stringify(problem.ok ? '' : problem.reasons[0])}`,
  );
  return problem.value;
}

function maxWork({ id, weeklyCapSeconds }: Helper, busy: ReadonlyMap<PersonId, number>): number | null {
  if (weeklyCapSeconds === null) return null;
  return Math.max(0, Math.floor(weeklyCapSeconds / 60) - (busy.get(id) ?? 0));
}

function tiedHelpers(ties: readonly Tie[]): ReadonlyMap<PersonId, ReadonlySet<PersonId>> {
  const tied = new Map<PersonId, Set<PersonId>>();
  for (const { residentId, helperId } of ties) tied.set(residentId, (tied.get(residentId) ?? new Set()).add(helperId));
  return tied;
}

interface Place {
  readonly id: string;
  /** Null where it is not known, or is nobody's home. */
  readonly building: string | null;
  readonly grid: number | null;
}

const away = (id: string): Place => ({ id, building: null, grid: null });

function placeOf({ mode, residentId }: Task, residents: ReadonlyMap<PersonId, Resident>): Place {
  if (mode === 'call') return away(byPhone);
  if (mode === 'pickup' || residentId === null) return away(pickupPoint);
  const resident = residents.get(residentId);
  if (resident === undefined || resident.address === null) return away(somewhere);
  return { id: `door-${printAddress(resident.address)}`, building: resident.address.building, grid: resident.grid };
}

/** Where a helper sets out: the building they live or work in; undefined where it is not known. */
const homeOf = ({ building, grid }: Helper): Place | undefined =>
  building === null ? undefined : { id: `building-${building}`, building, grid };

/** Each place once, in id order. */
function placesOf(
  tasks: readonly Task[],
  helpers: readonly Helper[],
  residents: ReadonlyMap<PersonId, Resident>,
): readonly Place[] {
  const all = [...tasks.map((task) => placeOf(task, residents)), ...helpers.flatMap((helper) => homeOf(helper) ?? [])];
  const places = new Map(all.map((place) => [place.id, place]));
  return [...places.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Whole minutes, rounded up. A phone call needs no way; a place that is not known is as far as another grid. */
function walkMinutes(a: Place, b: Place, { catalogue: { travel } }: Rules): number {
  if (a.id === b.id) return 0;
  if (a.id === byPhone || b.id === byPhone) return 0;
  const sameBuilding = a.building !== null && a.building === b.building;
  const sameGrid = a.grid !== null && a.grid === b.grid;
  const seconds = sameBuilding ? travel.sameBuildingSeconds : sameGrid ? travel.sameGridSeconds : travel.otherGridSeconds;
  return Math.ceil(seconds / 60);
}
