import type { PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import type { Choice, Given } from './choices.ts';
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
  return bestBeside(problem, {})!;
}

/** The same with something given; undefined where not everything that must be served can be. */
export function bestBeside(problem: Problem, given: Given): Optimum | undefined {
  const world = worldOf(problem, given);
  const routes = problem.helpers.map((helper) => routesOf(world, helper));
  const shares = sharesOf(world, routes).sort((a, b) => a.medium - b.medium || a.bound - b.bound);
  let best: Found | undefined;
  let medium = 0;
  for (const share of shares) {
    if (best !== undefined && (share.medium > medium || share.bound >= best.soft)) break;
    const found = bestOfShare(world, routes, share, best?.soft ?? Number.POSITIVE_INFINITY);
    if (found === undefined) continue;
    best = found;
    medium = share.medium;
  }
  return best === undefined ? undefined : { medium, soft: best.soft, planned: plannedIn(problem, best) };
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
  const { links, series, problem } = world;
  const { latest: weight } = problem.weights;
  const lists = sets.map((set, helper) => routes[helper]!.get(set)!);
  const least = lists.map(([first]) => first!.cost + first!.late);
  let found: Found | undefined;
  let bar = below;
  const take = (helper: number, taken: readonly Route[], soft: number, choices: readonly Choice[]): void => {
    const rest = least.slice(helper).reduce((sum, one) => sum + one, 0);
    const all = taken.reduce((set, route) => set | route.set, 0);
    const isIn = (visit: number): boolean => (all & (1 << visit)) !== 0;
    // Visits of different people meet here; those of one are in the route.
    const pushes = [
      ...taken.flatMap((route) => route.pushes),
      ...links.flatMap((link) => (isIn(link.first) && isIn(link.second) ? link.pushes : [])),
    ];
    if (helper < lists.length) {
      if (helper > 0 && (all & world.tied) !== 0 && leastStarts(choices, pushes) === undefined) return;
      for (const route of lists[helper]!) {
        const sum = soft + route.cost + route.late;
        if (sum + rest - least[helper]! >= bar) break;
        take(helper + 1, [...taken, route], sum, [...choices, ...route.choices]);
      }
      return;
    }
    const bare = taken.reduce((sum, route) => sum + route.cost, cost);
    for (const days of ordersOf(world, series, isIn)) {
      const starts = leastStarts(choices, [...pushes, ...days]);
      if (starts === undefined) continue;
      const { late, latest } = latenessOf(world, choices, starts);
      const sum = bare + late + weight * latest;
      if (sum >= bar) continue;
      bar = sum;
      found = { soft: sum, taken, starts };
    }
  };
  take(0, [], cost, []);
  return found;
}

/** What holds each series apart, for every order in which its visits may follow each other. */
function* ordersOf(world: World, series: readonly Series[], isIn: (visit: number) => boolean): Generator<readonly Push[]> {
  const [first, ...others] = series;
  if (first === undefined) return yield [];
  const { visits, minDays, maxDays } = first;
  const served = visits.filter(isIn);
  // A left-out visit may be thought in any gap.
  const most = maxDays === null ? null : maxDays * (1 + visits.length - served.length);
  for (const order of permutations(served)) {
    const pushes = order.slice(1).flatMap((visit, at) => {
      const before = order[at]!;
      const apart = dayPush(world, before, visit, minDays);
      return most === null ? [apart] : [apart, dayPush(world, visit, before, -most)];
    });
    for (const rest of ordersOf(world, others, isIn)) yield [...pushes, ...rest];
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
