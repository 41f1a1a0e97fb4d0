import { byId, type Plan, type PlannedVisit, type Score } from './plan.ts';
import { subtractScores } from './score.ts';

/** One visit with another helper or another start. */
export interface Move {
  readonly before: PlannedVisit;
  readonly after: PlannedVisit;
}

/** What changed for the people concerned, each list sorted by visit. */
export interface PlanDiff {
  readonly moved: readonly Move[];
  readonly added: readonly PlannedVisit[];
  readonly dropped: readonly PlannedVisit[];
  /** What the score gained, rule by rule; less is better. A rule that only one plan knows counts 0 in the other. */
  readonly change: Score;
}

/** From one plan to the next. A visit is `dropped` when it was planned and no longer is, `added` the other way round. */
export function diff(before: Plan, after: Plan): PlanDiff {
  const was = byVisit(before);
  const is = byVisit(after);
  return {
    moved: [...is.values()].flatMap((now): Move[] => {
      const old = was.get(now.visitId);
      const same = old === undefined || (old.helperId === now.helperId && old.from === now.from);
      return same ? [] : [{ before: old, after: now }];
    }),
    added: [...is.values()].filter(({ visitId }) => !was.has(visitId)),
    dropped: [...was.values()].filter(({ visitId }) => !is.has(visitId)),
    change: subtractScores(after.score, before.score),
  };
}

const byVisit = ({ visits }: Plan): Map<string, PlannedVisit> =>
  new Map(visits.toSorted((a, b) => byId(a.visitId, b.visitId)).map((planned) => [planned.visitId, planned]));
