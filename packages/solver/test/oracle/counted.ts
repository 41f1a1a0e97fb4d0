import type { PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';

// This folder shares no code with the solver: types and the parser are all it knows. It counts from the words of the README.

export type Helper = Problem['helpers'][number];
export type Visit = Problem['visits'][number];

/** What a plan comes to. `broken`: the hard rules it breaks, by name; medium and soft weighted as in a score. */
export interface Count {
  readonly broken: readonly string[];
  readonly medium: number;
  readonly soft: number;
}

interface Served {
  readonly visit: Visit;
  readonly helper: Helper;
  readonly from: number;
  readonly until: number;
}

/** The way between two places; a null place costs no way. */
export type Way = (from: string | null, to: string | null) => number;

const known = new WeakMap<Problem['travel'], Way>();

export function wayOf({ travel }: Problem): Way {
  const before = known.get(travel);
  if (before !== undefined) return before;
  const way = waysIn(travel);
  known.set(travel, way);
  return way;
}

function waysIn({ places, times }: Problem['travel']): Way {
  const rows = new Map(places.map((place, row) => [place, times[row]!]));
  const columns = new Map(places.map((place, column) => [place, column]));
  return (from, to) => (from === null || to === null ? 0 : rows.get(from)![columns.get(to)!]!);
}

/** A plan of known helpers and visits, each visit once, counted from nothing. */
export function counted(problem: Problem, planned: readonly PlannedVisit[]): Count {
  const broken = new Set<string>();
  const served = servedBy(problem, planned);
  for (const { visit, from, until } of served)
    if (!Number.isSafeInteger(from) || until - from !== visit.duration) broken.add('length');
  const { weights } = problem;
  let soft = 0;
  let latest = 0;
  for (const helper of problem.helpers) {
    const day = countDay(problem, helper, served, broken);
    soft += day.soft;
    latest = Math.max(latest, day.latest);
  }
  soft += weights.latest * latest + weights.continuity * facesTooMany(served);
  countLinks(problem, served, broken);
  countSpacings(problem, served, broken);
  let medium = 0;
  for (const visit of problem.visits)
    if (!served.some((one) => one.visit === visit)) {
      if (visit.penalty === null) medium += visit.priority;
      else soft += weights.cost * visit.penalty;
    }
  return { broken: [...broken].sort(), medium, soft };
}

const servedBy = ({ visits, helpers }: Problem, planned: readonly PlannedVisit[]): Served[] =>
  planned.map(({ visitId, helperId, from, until }) => ({
    visit: visits.find(({ id }) => id === visitId)!,
    helper: helpers.find(({ id }) => id === helperId)!,
    from,
    until,
  }));

/** Service and way of one helper. */
export const workOf = (problem: Problem, helper: Helper, planned: readonly PlannedVisit[]): number =>
  countDay(problem, helper, servedBy(problem, planned), new Set()).work;

function countDay(
  problem: Problem,
  helper: Helper,
  served: readonly Served[],
  broken: Set<string>,
): { readonly soft: number; readonly latest: number; readonly work: number } {
  const { weights, visits } = problem;
  const way = wayOf(problem);
  const mine = served.filter((one) => one.helper === helper).sort((a, b) => a.from - b.from);
  let travel = 0;
  let late = 0;
  let latest = 0;
  let misses = 0;
  let spent = helper.cost * mine.length;
  let before: (Served & { readonly shift: number }) | undefined;
  const carried = new Map<number, number[]>();
  for (const one of mine) {
    const { visit, from, until } = one;
    if (visit.refused.includes(helper.id)) broken.add('refused');
    if (visit.skills.some((skill) => !helper.skills.includes(skill))) broken.add('skills');
    if (visit.pinned !== null && (visit.pinned.helperId !== helper.id || visit.pinned.from !== from)) broken.add('pinned');
    const windows = visit.windows.filter((window) => window.from <= from && until <= window.until);
    if (windows.length === 0) broken.add('window');
    else {
      const lateness = Math.min(...windows.map(({ softUntil }) => (softUntil === null ? 0 : Math.max(0, until - softUntil))));
      late += lateness;
      latest = Math.max(latest, lateness);
    }
    const { shift, outside } = shiftOf(helper, from - way(helper.from, visit.place), until + way(visit.place, helper.to));
    if (outside > 0) broken.add('shift');
    if (helper.breaks.some((pause) => from < pause.until && pause.from < until)) broken.add('break');
    const leg =
      before === undefined
        ? way(helper.from, visit.place)
        : before.shift === shift
          ? way(before.visit.place, visit.place)
          : way(before.visit.place, helper.to) + way(helper.from, visit.place);
    if (before !== undefined && before.until + leg > from) broken.add('one-place-at-a-time');
    travel += leg;
    const load = carried.get(shift) ?? helper.capacity.map(() => 0);
    carried.set(
      shift,
      load.map((amount, kind) => amount + (visit.loads[kind] ?? 0)),
    );
    if (visit.wanted.length > 0 && !visit.wanted.includes(helper.id)) misses++;
    for (const [id, effort] of Object.entries(visit.effort)) if (id === helper.id) spent += effort;
    before = { ...one, shift };
  }
  if (before !== undefined) travel += way(before.visit.place, helper.to);
  const work = travel + mine.reduce((sum, { visit: { duration } }) => sum + duration, 0);
  const asked = visits.reduce((sum, { duration }) => sum + duration, 0) || 1;
  if (helper.maxVisits !== null && mine.length > helper.maxVisits) broken.add('max-visits');
  if (helper.maxWork !== null && work > helper.maxWork) broken.add('max-work');
  for (const load of carried.values()) if (load.some((amount, kind) => amount > helper.capacity[kind]!)) broken.add('capacity');
  return {
    soft:
      weights.travel * travel +
      weights.wanted * misses +
      weights.fairness * work * Math.floor((work * 1000) / asked) +
      weights.cost * (spent + helper.wage * work) +
      weights.overtime * Math.max(0, work - (helper.overtimeAfter ?? work)) +
      weights.lateness * late,
    latest,
    work,
  };
}

/** The shift that holds the time from leaving to being home, or from which it sticks out least. */
function shiftOf({ shifts }: Helper, leave: number, home: number): { readonly shift: number; readonly outside: number } {
  let found = { shift: -1, outside: Number.POSITIVE_INFINITY };
  for (const [shift, { from, until }] of shifts.entries()) {
    const outside = Math.max(0, from - leave) + Math.max(0, home - until);
    if (outside < found.outside) found = { shift, outside };
  }
  return found;
}

function facesTooMany(served: readonly Served[]): number {
  const people = new Set(served.flatMap(({ visit }) => (visit.for === null ? [] : [visit.for])));
  return [...people].reduce(
    (sum, person) => sum + new Set(served.filter(({ visit }) => visit.for === person).map(({ helper }) => helper)).size - 1,
    0,
  );
}

function countLinks({ links }: Problem, served: readonly Served[], broken: Set<string>): void {
  for (const { first, second, minLag, maxLag, helper } of links) {
    const one = served.find(({ visit }) => visit.id === first);
    const other = served.find(({ visit }) => visit.id === second);
    if ((one === undefined) !== (other === undefined)) broken.add('together');
    if (one === undefined || other === undefined) continue;
    const lag = other.from - one.from;
    if ((minLag !== null && lag < minLag) || (maxLag !== null && lag > maxLag)) broken.add('lag');
    if (helper === 'same' && one.helper !== other.helper) broken.add('same-helper');
    if (helper === 'other' && one.helper === other.helper) broken.add('other-helper');
  }
}

function countSpacings({ spacings, dayLength }: Problem, served: readonly Served[], broken: Set<string>): void {
  for (const { visits, minDays, maxDays } of spacings) {
    const days = served
      .filter(({ visit }) => visits.includes(visit.id))
      .map(({ from }) => Math.floor(from / dayLength))
      .sort((a, b) => a - b);
    const gap = maxDays === null ? Number.POSITIVE_INFINITY : maxDays * (1 + visits.length - days.length);
    if (days.some((day, at) => at > 0 && (day - days[at - 1]! < minDays || day - days[at - 1]! > gap))) broken.add('spacing');
  }
}

/** Nothing worth a try starts later. */
export const lastIn = ({ visits, helpers }: Problem): number =>
  Math.max(
    ...[...visits.flatMap(({ windows }) => windows), ...helpers.flatMap(({ shifts }) => shifts)].map(({ until }) => until),
  );
