import { assert } from '@linli/model/kernel';
import type { Problem, Visit } from './problem.ts';

/** A visit that is not in the problem: what every visit has, and whatever else it has. Trusted as a parsed one is. */
export type NewVisit = Pick<Visit, 'id' | 'duration' | 'place'> &
  Partial<Omit<Visit, 'windows'>> & {
    readonly windows: readonly { readonly from: number; readonly until: number; readonly softUntil?: number | null }[];
  };

const left: Omit<Visit, 'id' | 'windows' | 'duration' | 'place'> = {
  skills: [],
  loads: [],
  priority: 1,
  penalty: null,
  wanted: [],
  refused: [],
  pinned: null,
  for: null,
  effort: {},
};

/** The problem with one visit more. */
export function withVisit(problem: Problem, visit: NewVisit): Problem {
  const { id, place, duration } = visit;
  assert(
    problem.visits.every((other) => other.id !== id),
    'visit/known',
    `the problem has a visit "${id}" already`,
  );
  assert(problem.travel.places.includes(place), 'visit/unknown-place', `no place "${place}"`);
  assert(
    Number.isSafeInteger(duration) && duration > 0,
    'visit/bad-duration',
    `duration is a whole number above 0, not ${duration}`,
  );
  const windows = visit.windows.map(({ from, until, softUntil = null }) => ({ from, until, softUntil }));
  const isTime = (time: number): boolean => Number.isSafeInteger(time) && time >= 0;
  assert(
    windows.length > 0 &&
      windows.every(
        ({ from, until, softUntil }) =>
          isTime(from) &&
          isTime(until) &&
          from < until &&
          (softUntil === null || (isTime(softUntil) && from <= softUntil && softUntil <= until)),
      ),
    'visit/bad-window',
    'a window ends after it starts, softly in between if at all',
  );
  return { ...problem, visits: [...problem.visits, { ...left, ...visit, windows }] };
}
