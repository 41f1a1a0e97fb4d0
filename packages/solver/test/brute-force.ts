import type { Problem } from '../src/problem.ts';

type Helper = Problem['helpers'][number];
type Visit = Problem['visits'][number];

/** The least that no plan can undercut: priorities left out, then weighted soft cost among those. */
export interface Optimum {
  readonly unassigned: number;
  readonly soft: number;
}

interface Walk {
  readonly rest: readonly Visit[];
  readonly at: string | null;
  readonly until: number;
  readonly shift: number;
  readonly way: number;
}

/** Tries every assignment, every order and every choice of window and shift. Straight from the words of the rules. */
export function bruteForce(problem: Problem): Optimum {
  const { helpers, visits, weights } = problem;
  const service = visits.reduce((sum, { duration }) => sum + duration, 0) || 1;
  const way = (from: string | null, to: string | null): number =>
    from === null || to === null
      ? 0
      : problem.travel.times[problem.travel.places.indexOf(from)]![problem.travel.places.indexOf(to)]!;

  function leastWay(helper: Helper, { rest, at, until, shift, way: walked }: Walk): number {
    if (rest.length === 0) return walked + way(at, helper.to);
    let least = Number.POSITIVE_INFINITY;
    for (const next of rest)
      for (const [index, span] of helper.shifts.entries())
        for (const window of next.windows) {
          const first = shift === -1;
          const leg = first || index === shift ? way(at, next.place) : way(at, helper.to) + way(helper.from, next.place);
          const from = Math.max(window.from, span.from + way(helper.from, next.place), first ? 0 : until + leg);
          const end = from + next.duration;
          if (end > window.until || end + way(next.place, helper.to) > span.until) continue;
          const others = rest.filter((other) => other !== next);
          least = Math.min(
            least,
            leastWay(helper, { rest: others, at: next.place, until: end, shift: index, way: walked + leg }),
          );
        }
    return least;
  }

  /** The soft cost of one helper's day; Infinity where it cannot be. */
  function dayCost(helper: Helper, mine: readonly Visit[]): number {
    if (mine.length === 0) return 0;
    if (
      mine.some(({ refused, skills }) => refused.includes(helper.id) || !skills.every((skill) => helper.skills.includes(skill)))
    )
      return Number.POSITIVE_INFINITY;
    if (helper.maxVisits !== null && mine.length > helper.maxVisits) return Number.POSITIVE_INFINITY;
    const walked = leastWay(helper, { rest: mine, at: helper.from, until: 0, shift: -1, way: 0 });
    const work = walked + mine.reduce((sum, { duration }) => sum + duration, 0);
    if (walked === Number.POSITIVE_INFINITY || (helper.maxWork !== null && work > helper.maxWork))
      return Number.POSITIVE_INFINITY;
    const missed = mine.filter(({ wanted }) => wanted.length > 0 && !wanted.includes(helper.id)).length;
    const fairness = work * Math.floor((work * 1000) / service);
    return (
      weights.travel * walked +
      weights.fairness * fairness +
      weights.wanted * missed +
      weights.cost * (helper.cost * mine.length + helper.wage * work)
    );
  }

  const days = helpers.map((helper) =>
    Array.from({ length: 2 ** visits.length }, (_, set) =>
      dayCost(
        helper,
        visits.filter((_, index) => set & (2 ** index)),
      ),
    ),
  );
  let best: Optimum = { unassigned: Number.POSITIVE_INFINITY, soft: 0 };
  const consider = (index: number, sets: readonly number[], unassigned: number): void => {
    if (index === visits.length) {
      const soft = sets.reduce((sum, set, helper) => sum + days[helper]![set]!, 0);
      if (soft < Number.POSITIVE_INFINITY && (unassigned - best.unassigned || soft - best.soft) < 0) best = { unassigned, soft };
      return;
    }
    consider(index + 1, sets, unassigned + visits[index]!.priority);
    for (const helper of helpers.keys())
      consider(
        index + 1,
        sets.map((set, at) => (at === helper ? set + 2 ** index : set)),
        unassigned,
      );
  };
  consider(
    0,
    helpers.map(() => 0),
    0,
  );
  return best;
}
