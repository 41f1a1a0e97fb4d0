import type { PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import { bestWith, tiedTo } from './beside.ts';
import type { Optimum } from './best-plan.ts';
import { counted } from './counted.ts';

/** One step from a plan to a better one, in words. */
type Step = string;

/**
 * The first single step that makes a sound plan better, if there is one: a visit left out, or put in, or put elsewhere or at
 * another time, while all others stay. Visits that hang together go in and out as one.
 */
export function betterByOneStep(problem: Problem, planned: readonly PlannedVisit[]): Step | null {
  const now = counted(problem, planned);
  const isBetter = (medium: number, soft: number): boolean => medium < now.medium || (medium === now.medium && soft < now.soft);
  const at = new Map(planned.map((one) => [one.visitId, one]));
  for (const group of groupsOf(problem)) {
    const ids = [...group].join(' ');
    const others = planned.filter(({ visitId }) => !group.has(visitId));
    if (others.length === planned.length) {
      const best = beside(problem, others, group);
      if (best !== undefined && isBetter(best.medium, best.soft)) return `put in ${ids}: ${words(best.planned, group)}`;
      continue;
    }
    const without = counted(problem, others);
    if (without.broken.length === 0 && isBetter(without.medium, without.soft)) return `leave out ${ids}`;
    for (const id of group) {
      const best = beside(
        problem,
        planned.filter(({ visitId }) => visitId !== id),
        new Set([id]),
      );
      if (best !== undefined && isBetter(best.medium, best.soft))
        return `move ${words([at.get(id)!], group)} to ${words(best.planned, new Set([id]))}`;
    }
  }
  return null;
}

const words = (planned: readonly PlannedVisit[], of: ReadonlySet<string>): string =>
  planned
    .filter(({ visitId }) => of.has(visitId))
    .map(({ visitId, helperId, from }) => `${visitId} by ${helperId} at ${from}`)
    .join(', ');

/** All stay that are planned, and these are served as well, anywhere. */
const beside = (problem: Problem, stay: readonly PlannedVisit[], comes: ReadonlySet<string>): Optimum | undefined =>
  bestWith(problem, stay, new Map([...comes].map((id) => [id, {}])));

/** Every visit with all it hangs together with. */
function groupsOf({ visits, links }: Problem): ReadonlySet<string>[] {
  const left = new Set(visits.map(({ id }) => id));
  const groups: ReadonlySet<string>[] = [];
  for (const start of left) {
    const group = tiedTo(links, start);
    for (const id of group) left.delete(id);
    groups.push(group);
  }
  return groups;
}
