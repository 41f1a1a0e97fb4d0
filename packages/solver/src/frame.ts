import { Fault } from '@linli/model';
import type { Helper, Problem, Visit } from './problem.ts';

/** A problem with what is looked up again and again. */
export interface Frame {
  readonly problem: Problem;
  readonly helpers: ReadonlyMap<string, Helper>;
  readonly visits: ReadonlyMap<string, Visit>;
  /** Service asked for in all, at least 1. */
  readonly totalService: number;
  travelTime(from: string, to: string): number;
}

export function frameOf(problem: Problem): Frame {
  const { places, times } = problem.travel;
  const rows = new Map(places.map((place, row) => [place, row]));
  return {
    problem,
    helpers: new Map(problem.helpers.map((helper) => [helper.id, helper])),
    visits: new Map(problem.visits.map((visit) => [visit.id, visit])),
    totalService: problem.visits.reduce((sum, { duration }) => sum + duration, 0) || 1,
    travelTime(from, to) {
      const time = times[rows.get(from) ?? -1]?.[rows.get(to) ?? -1];
      if (time === undefined) throw new Fault('problem/unparsed', `no way from "${from}" to "${to}"`);
      return time;
    },
  };
}
