import type { Reason } from '@linli/model';
import type { Helper, Problem, Visit } from '../problem.ts';

/** One single change to a problem or a plan. Numbers are what it becomes, not by how much. */
export type Change =
  | { readonly kind: 'move-visit'; readonly visitId: string; readonly helperId: string; readonly from: number }
  | {
      readonly kind: 'widen-window';
      readonly visitId: string;
      readonly window: number;
      readonly from: number;
      readonly until: number;
    }
  | {
      readonly kind: 'lengthen-shift';
      readonly helperId: string;
      readonly shift: number;
      readonly from: number;
      readonly until: number;
    }
  | { readonly kind: 'raise-max-work'; readonly helperId: string; readonly to: number }
  | { readonly kind: 'raise-max-visits'; readonly helperId: string; readonly to: number }
  | { readonly kind: 'raise-capacity'; readonly helperId: string; readonly load: number; readonly to: number }
  | { readonly kind: 'drop-break'; readonly helperId: string; readonly break: number }
  | { readonly kind: 'unpin-visit'; readonly visitId: string }
  | { readonly kind: 'give-skill'; readonly helperId: string; readonly skill: string };

/** In the order in which they are offered: what is asked of fewest people, and undone most easily, comes first. */
export const changeKinds = [
  'move-visit',
  'widen-window',
  'lengthen-shift',
  'raise-max-work',
  'raise-max-visits',
  'raise-capacity',
  'drop-break',
  'unpin-visit',
  'give-skill',
] as const satisfies readonly Change['kind'][];

export type RepairCode = `repair/${Change['kind']}` | 'repair/none' | 'repair/not-needed';

/** A change and how big it is: time, count or load for those with a number; soft cost for a move; 0 for the others. */
export interface Sized {
  readonly change: Change;
  readonly amount: number;
}

/** The change in words. */
export function wordsOf({ change, amount }: Sized): Reason<RepairCode> {
  const { kind, ...data } = change;
  return { code: `repair/${kind}`, data: { ...data, amount } };
}

/** The problem after a change; a moved visit changes none. */
export function applied(problem: Problem, change: Change): Problem {
  switch (change.kind) {
    case 'move-visit':
      return problem;
    case 'widen-window':
      return withVisit(problem, change.visitId, ({ windows }) => ({
        windows: windows.map((window, at) =>
          at === change.window ? { ...window, from: change.from, until: change.until } : window,
        ),
      }));
    case 'unpin-visit':
      return withVisit(problem, change.visitId, () => ({ pinned: null }));
    case 'lengthen-shift':
      return withHelper(problem, change.helperId, ({ shifts }) => ({
        shifts: shifts.map((shift, at) => (at === change.shift ? { from: change.from, until: change.until } : shift)),
      }));
    case 'raise-max-work':
      return withHelper(problem, change.helperId, () => ({ maxWork: change.to }));
    case 'raise-max-visits':
      return withHelper(problem, change.helperId, () => ({ maxVisits: change.to }));
    case 'raise-capacity':
      return withHelper(problem, change.helperId, ({ capacity }) => ({ capacity: capacity.with(change.load, change.to) }));
    case 'drop-break':
      return withHelper(problem, change.helperId, ({ breaks }) => ({ breaks: breaks.toSpliced(change.break, 1) }));
    case 'give-skill':
      return withHelper(problem, change.helperId, ({ skills }) => ({ skills: [...skills, change.skill] }));
    default:
      return change satisfies never;
  }
}

const withVisit = (problem: Problem, id: string, change: (visit: Visit) => Partial<Visit>): Problem => ({
  ...problem,
  visits: problem.visits.map((visit) => (visit.id === id ? { ...visit, ...change(visit) } : visit)),
});

const withHelper = (problem: Problem, id: string, change: (helper: Helper) => Partial<Helper>): Problem => ({
  ...problem,
  helpers: problem.helpers.map((helper) => (helper.id === id ? { ...helper, ...change(helper) } : helper)),
});
