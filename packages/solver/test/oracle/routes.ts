import { type Choice, choicesOf, startFrom } from './choices.ts';
import type { Helper } from './counted.ts';
import { leastStarts, type Push } from './least-starts.ts';
import { dayPush, type World } from './world.ts';

/** Everything one helper does, in order. The lateness is the least there is if nobody else mattered. */
export interface Route {
  readonly set: number;
  readonly choices: readonly Choice[];
  readonly pushes: readonly Push[];
  /** All soft cost that this route decides, but lateness. */
  readonly cost: number;
  /** Lateness in all, weighted, and the largest, not weighted. */
  readonly late: number;
  readonly latest: number;
}

interface Walk {
  readonly set: number;
  readonly choices: readonly Choice[];
  readonly pushes: readonly Push[];
  /** Of the last service. */
  readonly start: number;
  readonly until: number;
  readonly travel: number;
  readonly service: number;
  /** What the visits cost whatever their order. */
  readonly cost: number;
  readonly loads: readonly number[];
}

/** By set of visits, every order and choice in which a helper can do them, cheapest first. */
export function routesOf(world: World, helper: Helper): Map<number, readonly Route[]> {
  const { problem, given, way } = world;
  const choices = problem.visits.map((_, visit) => choicesOf(problem, helper, visit, way, given));
  const found = new Map<number, Route[]>();
  const kept = world.keptBy.get(helper.id) ?? [];
  const isPassed = ({ set, start }: Walk): boolean =>
    kept.some(({ visit, from }) => from !== null && from < start && (set & (1 << visit)) === 0);
  const walk = (at: Walk): void => {
    const route = kept.every(({ visit }) => (at.set & (1 << visit)) !== 0) ? finished(world, helper, at) : undefined;
    if (route !== undefined) {
      const list = found.get(at.set);
      if (list === undefined) found.set(at.set, [route]);
      else list.push(route);
    }
    for (const [visit, ways] of choices.entries())
      if ((at.set & (1 << visit)) === 0)
        for (const choice of ways) {
          const next = walked(world, helper, at, choice);
          if (next !== undefined && !isPassed(next)) walk(next);
        }
  };
  walk({
    set: 0,
    choices: [],
    pushes: [],
    start: 0,
    until: 0,
    travel: 0,
    service: 0,
    cost: 0,
    loads: helper.capacity.map(() => 0),
  });
  const { latest } = problem.weights;
  return new Map(
    [...found].map(([set, routes]) => {
      routes.sort((a, b) => a.cost + a.late - b.cost - b.late || a.latest - b.latest);
      return [set, (set & world.tied) === 0 ? worthKeeping(routes, latest) : routes];
    }),
  );
}

/** Where nobody else matters, only what is cheaper or less late at worst. */
function worthKeeping(routes: readonly Route[], weight: number): readonly Route[] {
  let least = Number.POSITIVE_INFINITY;
  return routes.filter(({ latest }, at) => {
    if (at > 0 && (weight === 0 || latest >= least)) return false;
    least = latest;
    return true;
  });
}

/** One stop more at the end; undefined where that cannot be. */
function walked({ problem, way, links, series, ...world }: World, helper: Helper, at: Walk, choice: Choice): Walk | undefined {
  const { visits, weights } = problem;
  const { place, duration, loads, wanted, effort } = visits[choice.visit]!;
  const before = at.choices.at(-1);
  const { maxVisits, maxWork, capacity } = helper;
  if (maxVisits !== null && at.choices.length >= maxVisits) return undefined;
  const isSameShift = before !== undefined && before.shift === choice.shift;
  const here = before === undefined ? null : visits[before.visit]!.place;
  const leg =
    before === undefined
      ? way(helper.from, place)
      : isSameShift
        ? way(here, place)
        : way(here, helper.to) + way(helper.from, place);
  const from = startFrom(choice, before === undefined ? 0 : at.until + leg);
  if (from === undefined) return undefined;
  const carried = capacity.map((_, kind) => (isSameShift ? at.loads[kind]! : 0) + (loads[kind] ?? 0));
  if (carried.some((amount, kind) => amount > capacity[kind]!)) return undefined;
  const travel = at.travel + leg;
  const service = at.service + duration;
  if (maxWork !== null && travel + service > maxWork) return undefined;
  const meets = (visit: number): boolean => (at.set & (1 << visit)) !== 0;
  for (const { first, second, helper: tie } of links)
    if (tie === 'other' && ((first === choice.visit && meets(second)) || (second === choice.visit && meets(first))))
      return undefined;
  const pushes =
    before === undefined
      ? at.pushes
      : [
          ...at.pushes,
          {
            after: before.visit,
            visit: choice.visit,
            atLeast: (start: number) => start + visits[before.visit]!.duration + leg,
          },
          ...series.flatMap(({ visits: apart, minDays }) =>
            apart.includes(choice.visit)
              ? apart
                  .filter(meets)
                  .map((other) => dayPush({ problem, way, links, series, ...world }, other, choice.visit, minDays))
              : [],
          ),
        ];
  const efforts = Object.entries(effort).reduce((sum, [id, amount]) => (id === helper.id ? sum + amount : sum), 0);
  const misses = wanted.length > 0 && !wanted.includes(helper.id) ? 1 : 0;
  return {
    set: at.set | (1 << choice.visit),
    choices: [...at.choices, choice],
    pushes,
    start: from,
    until: from + duration,
    travel,
    service,
    cost: at.cost + choice.extra + weights.wanted * misses + weights.cost * (helper.cost + efforts),
    loads: carried,
  };
}

/** The day as it is when the helper goes home; undefined where it cannot end so. */
function finished(world: World, helper: Helper, at: Walk): Route | undefined {
  const { problem, way, links } = world;
  const { weights, visits } = problem;
  const last = at.choices.at(-1);
  if (last === undefined) return { set: 0, choices: [], pushes: [], cost: 0, late: 0, latest: 0 };
  const travel = at.travel + way(visits[last.visit]!.place, helper.to);
  const work = travel + at.service;
  if (helper.maxWork !== null && work > helper.maxWork) return undefined;
  const has = (visit: number): boolean => (at.set & (1 << visit)) !== 0;
  if (links.some(({ first, second, helper: tie }) => tie === 'same' && has(first) !== has(second))) return undefined;
  const within = links.flatMap(({ first, second, pushes }) => (has(first) && has(second) ? pushes : []));
  const pushes = [...at.pushes, ...within];
  const starts = leastStarts(at.choices, pushes);
  if (starts === undefined) return undefined;
  const { late, latest } = latenessOf(world, at.choices, starts);
  const asked = visits.reduce((sum, { duration }) => sum + duration, 0) || 1;
  const cost =
    at.cost +
    weights.travel * travel +
    weights.fairness * work * Math.floor((work * 1000) / asked) +
    weights.cost * helper.wage * work +
    weights.overtime * Math.max(0, work - (helper.overtimeAfter ?? work));
  return { set: at.set, choices: at.choices, pushes, cost, late, latest };
}

/** All lateness, weighted, and the largest, not weighted. */
export function latenessOf(
  { problem: { visits, weights } }: World,
  choices: readonly Choice[],
  starts: ReadonlyMap<number, number>,
): { readonly late: number; readonly latest: number } {
  let sum = 0;
  let latest = 0;
  for (const { visit, softUntil } of choices) {
    if (softUntil === null) continue;
    const late = Math.max(0, starts.get(visit)! + visits[visit]!.duration - softUntil);
    sum += late;
    latest = Math.max(latest, late);
  }
  return { late: weights.lateness * sum, latest };
}
