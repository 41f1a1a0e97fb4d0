import type { PlannedVisit } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import { bestGiven, type Optimum } from './best-plan.ts';
import type { Place } from './choices.ts';

/**
 * The best plan in which all others stay where they are and these are served as well, each at its place where one is given,
 * and nobody else; undefined where there is none.
 */
export function bestWith(
  problem: Problem,
  stay: readonly PlannedVisit[],
  comes: ReadonlyMap<string, Partial<Place>>,
): Optimum | undefined {
  const kept = new Map<string, Partial<Place>>([
    ...stay.map(({ visitId, helperId, from }) => [visitId, { helperId, from }] as const),
    ...comes,
  ]);
  return bestGiven(problem, { kept, gone: new Set(problem.visits.map(({ id }) => id).filter((id) => !kept.has(id))) });
}

/** A visit and all that hang together with it, however far along the links. */
export function tiedTo(links: Problem['links'], visitId: string): Set<string> {
  const group = new Set([visitId]);
  for (const id of group)
    for (const { first, second } of links) {
      if (first === id) group.add(second);
      if (second === id) group.add(first);
    }
  return group;
}
