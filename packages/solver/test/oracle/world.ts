import type { Problem } from '../../src/problem.ts';
import type { Given } from './choices.ts';
import { type Way, wayOf } from './counted.ts';
import type { Push } from './least-starts.ts';

/** Sets of visits are bits: problems of more are for nobody's patience. */
const MOST_VISITS = 16;

/** A problem by the numbers of its visits, as they stand in it. */
export interface World {
  readonly problem: Problem;
  readonly way: Way;
  readonly given: Given;
  /** Visits that must be served, as a set. */
  readonly kept: number;
  /** Those of them that are with a certain helper, and when, where that is given too. */
  readonly keptBy: ReadonlyMap<string, readonly Kept[]>;
  readonly links: readonly TiedPair[];
  /** Visits that are served all or none, as sets. */
  readonly groups: readonly number[];
  readonly series: readonly Series[];
  /** Visits whose start hangs on visits of others. */
  readonly tied: number;
}

interface Kept {
  readonly visit: number;
  readonly from: number | null;
}

interface TiedPair {
  readonly first: number;
  readonly second: number;
  readonly helper: 'any' | 'same' | 'other';
  readonly pushes: readonly Push[];
}

export interface Series {
  readonly visits: readonly number[];
  readonly minDays: number;
  readonly maxDays: number | null;
}

export function worldOf(problem: Problem, given: Given = {}): World {
  if (problem.visits.length > MOST_VISITS) throw new Error(`at most ${MOST_VISITS} visits, not ${problem.visits.length}`);
  const at = new Map(problem.visits.map(({ id }, index) => [id, index]));
  const links = problem.links.map(({ first, second, minLag, maxLag, helper }): TiedPair => {
    const [one, other] = [at.get(first)!, at.get(second)!];
    return { first: one, second: other, helper, pushes: lagPushes(one, other, minLag, maxLag) };
  });
  const series = problem.spacings.map((one) => ({ ...one, visits: one.visits.map((id) => at.get(id)!) }));
  let tied = 0;
  for (const { first, second, pushes } of links) if (pushes.length > 0) tied |= (1 << first) | (1 << second);
  for (const { visits } of series) for (const visit of visits) tied |= 1 << visit;
  const keptBy = new Map<string, Kept[]>();
  let kept = 0;
  for (const [id, { helperId, from = null }] of given.kept ?? []) {
    const visit = at.get(id)!;
    kept |= 1 << visit;
    if (helperId !== undefined) keptBy.set(helperId, [...(keptBy.get(helperId) ?? []), { visit, from }]);
  }
  return { problem, way: wayOf(problem), given, kept, keptBy, links, groups: groupsOf(links), series, tied };
}

const lagPushes = (first: number, second: number, minLag: number | null, maxLag: number | null): Push[] => [
  ...(minLag === null ? [] : [{ after: first, visit: second, atLeast: (start: number) => start + minLag }]),
  ...(maxLag === null ? [] : [{ after: second, visit: first, atLeast: (start: number) => start - maxLag }]),
];

function groupsOf(links: readonly TiedPair[]): number[] {
  let groups: number[] = [];
  for (const { first, second } of links) {
    const pair = (1 << first) | (1 << second);
    const touched = groups.filter((group) => (group & pair) !== 0);
    groups = [...groups.filter((group) => (group & pair) === 0), touched.reduce((all, group) => all | group, pair)];
  }
  return groups;
}

/** `visit` at least `days` days after another; fewer than none: at most so many days before it. */
export const dayPush = ({ problem: { dayLength } }: World, after: number, visit: number, days: number): Push => ({
  after,
  visit,
  atLeast: (start) => (Math.floor(start / dayLength) + days) * dayLength,
});
