import type { PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import { type Choice, choicesOf, type Given, joined } from './choices.ts';
import { leastStarts, type Push } from './least-starts.ts';
import { latenessOf, type Route, routesOf } from './routes.ts';
import { dayPush, type Series, type World, worldOf } from './world.ts';

/** The best there is. `soft`: with the price of moves, where somebody was told something before. */
export interface Optimum {
  readonly medium: number;
  readonly soft: number;
  readonly planned: readonly PlannedVisit[];
}

/** Who does what, in any order: a set of visits for each helper. */
interface Share {
  readonly sets: readonly number[];
  readonly medium: number;
  /** What hangs on the share alone: penalties and faces. */
  readonly cost: number;
  /** No plan of this share is softer. */
  readonly bound: number;
}

/**
 * The best plan, by enumeration: every order of every set of visits with every helper, every share of the visits among them,
 * and for each the earliest starts. Shares are looked at from the most promising on, until no other can be better.
 */
export function bestPlan(problem: Problem): Optimum {
  return bestGiven(problem, {})!;
}

/** The same with something given; undefined where not everything that must be served can be. */
export function bestGiven(problem: Problem, given: Given): Optimum | undefined {
  const world = worldOf(problem, given);
  const routes = problem.helpers.map((helper) => routesOf(world, helper));
  const shares = sharesOf(world, routes).sort((a, b) => a.medium - b.medium || a.bound - b.bound);
  const canBeTied = tiesOf(world);
  let best: Found | undefined;
  let medium = 0;
  for (const share of shares) {
    if (best !== undefined && (share.medium > medium || share.bound >= best.soft)) break;
    if (!canBeTied(share)) continue;
    const found = bestOfShare(world, routes, share, best?.soft ?? Number.POSITIVE_INFINITY);
    if (found === undefined) continue;
    best = found;
    medium = share.medium;
  }
  return best === undefined ? undefined : { medium, soft: best.soft, planned: plannedIn(problem, best) };
}

/**
 * Whether the visits that hang on others could keep their lags and days if each were alone with its helper. It spares the
 * look at every order where there is none; asked once for each share of those visits.
 */
function tiesOf(world: World): (share: Share) => boolean {
  const { problem, way, given, tied } = world;
  const anywhere = problem.helpers.map((helper) =>
    problem.visits.map((_, visit): Choice => {
      const choices = choicesOf(problem, helper, visit, way, given);
      return { visit, shift: -1, starts: joined(choices.flatMap(({ starts }) => starts)), softUntil: null, extra: 0 };
    }),
  );
  const known = new Map<string, boolean>();
  return ({ sets }) => {
    const key = sets.map((set) => set & tied).join();
    const before = known.get(key);
    if (before !== undefined) return before;
    const choices = sets.flatMap((set, helper) => anywhere[helper]!.filter(({ visit }) => (set & tied & (1 << visit)) !== 0));
    const can = timedAtBest(world, choices, [], true) !== undefined;
    known.set(key, can);
    return can;
  };
}

interface Found {
  readonly soft: number;
  readonly taken: readonly Route[];
  readonly starts: ReadonlyMap<number, number>;
}

type Routes = ReadonlyMap<number, readonly Route[]>;

function sharesOf(world: World, routes: readonly Routes[]): Share[] {
  const { problem, groups, kept } = world;
  const { weights, visits } = problem;
  const shares: Share[] = [];
  const share = (helper: number, left: number, sets: readonly number[], cost: number, latest: number): void => {
    const mine = routes[helper];
    if (mine === undefined) {
      if ((left & kept) !== 0) return;
      if (groups.some((group) => (left & group) !== 0 && (left & group) !== group)) return;
      let medium = 0;
      let penalties = 0;
      for (const [visit, { priority, penalty }] of visits.entries())
        if ((left & (1 << visit)) !== 0) {
          if (penalty === null) medium += priority;
          else penalties += penalty;
        }
      const own = weights.cost * penalties + weights.continuity * facesTooMany(problem, sets);
      shares.push({ sets, medium, cost: own, bound: cost + own + weights.latest * latest });
      return;
    }
    for (const [set, [cheapest, ...others]] of mine)
      if ((set & ~left) === 0) {
        const least = others.reduce((lowest, route) => Math.min(lowest, route.latest), cheapest!.latest);
        share(helper + 1, left & ~set, [...sets, set], cost + cheapest!.cost + cheapest!.late, Math.max(latest, least));
      }
  };
  share(0, (1 << visits.length) - 1, [], 0, 0);
  return shares;
}

function facesTooMany({ visits }: Problem, sets: readonly number[]): number {
  const people = new Map<string, Set<number>>();
  for (const [helper, set] of sets.entries())
    for (const [visit, { for: person }] of visits.entries())
      if (person !== null && (set & (1 << visit)) !== 0) people.set(person, (people.get(person) ?? new Set()).add(helper));
  return [...people.values()].reduce((sum, faces) => sum + faces.size - 1, 0);
}

/** The best plan of one share that is softer than `below`. */
function bestOfShare(world: World, routes: readonly Routes[], { sets, cost }: Share, below: number): Found | undefined {
  const lists = sets.map((set, helper) => routes[helper]!.get(set)!);
  const least = lists.map(([first]) => first!.cost + first!.late);
  let found: Found | undefined;
  let bar = below;
  const take = (helper: number, taken: readonly Route[], bare: number): void => {
    const isWhole = helper === lists.length;
    const rest = least.slice(helper).reduce((sum, one) => sum + one, 0);
    const timed = timedAtBest(
      world,
      taken.flatMap((route) => route.choices),
      taken.flatMap((route) => route.pushes),
      isWhole,
    );
    if (timed === undefined || bare + timed.late + rest >= bar) return;
    if (isWhole) {
      bar = bare + timed.late;
      found = { soft: bar, taken, starts: timed.starts };
      return;
    }
    for (const route of lists[helper]!) {
      if (bare + route.cost + route.late + rest - least[helper]! >= bar) break;
      take(helper + 1, [...taken, route], bare + route.cost);
    }
  };
  take(0, [], cost);
  return found;
}

interface Timed {
  readonly starts: ReadonlyMap<number, number>;
  /** Weighted, the largest lateness included. */
  readonly late: number;
}

/** The least late starts of what some helpers do; undefined where they cannot keep what ties them. More helpers make it no less. */
function timedAtBest(world: World, choices: readonly Choice[], within: readonly Push[], isWhole: boolean): Timed | undefined {
  const all = choices.reduce((set, { visit }) => set | (1 << visit), 0);
  const isIn = (visit: number): boolean => (all & (1 << visit)) !== 0;
  // Visits of different people meet here; those of one are in the route.
  const pushes = [...within, ...world.links.flatMap((link) => (isIn(link.first) && isIn(link.second) ? link.pushes : []))];
  let best: Timed | undefined;
  for (const days of ordersOf(world, world.series, isIn, isWhole)) {
    const starts = leastStarts(choices, [...pushes, ...days]);
    if (starts === undefined) continue;
    const { late, latest } = latenessOf(world, choices, starts);
    const sum = late + world.problem.weights.latest * latest;
    if (best === undefined || sum < best.late) best = { starts, late: sum };
    if (sum === 0) break;
  }
  return best;
}

/** What holds each series apart, for every order in which its visits may follow each other; not too far only once all are there. */
function* ordersOf(
  world: World,
  series: readonly Series[],
  isIn: (visit: number) => boolean,
  isWhole: boolean,
): Generator<readonly Push[]> {
  const [first, ...others] = series;
  if (first === undefined) return yield [];
  const { visits, minDays, maxDays } = first;
  const served = visits.filter(isIn);
  // A left-out visit may be thought in any gap.
  const most = maxDays === null || !isWhole ? null : maxDays * (1 + visits.length - served.length);
  for (const order of permutations(served)) {
    const pushes = order.slice(1).flatMap((visit, at) => {
      const before = order[at]!;
      const apart = dayPush(world, before, visit, minDays);
      return most === null ? [apart] : [apart, dayPush(world, visit, before, -most)];
    });
    for (const rest of ordersOf(world, others, isIn, isWhole)) yield [...pushes, ...rest];
  }
}

function* permutations(values: readonly number[]): Generator<readonly number[]> {
  if (values.length === 0) yield [];
  for (const [at, value] of values.entries()) for (const rest of permutations(values.toSpliced(at, 1))) yield [value, ...rest];
}

function plannedIn({ helpers, visits }: Problem, { taken, starts }: Found): PlannedVisit[] {
  return taken.flatMap(({ choices }, helper) =>
    choices.map(({ visit }) => {
      const { id, duration } = visits[visit]!;
      const from = starts.get(visit)!;
      return { visitId: id, helperId: helpers[helper]!.id, from, until: from + duration };
    }),
  );
}
