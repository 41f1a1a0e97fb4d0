import type { Plan } from '../../src/plan.ts';
import type { Problem } from '../../src/problem.ts';
import type { Change } from '../../src/repair/change.ts';
import { counted, type Helper, lastIn, type Visit, wayOf, workOf } from './counted.ts';

/** The kinds that have a size by which one is the smallest, but moves of others. */
const sizedKinds = [
  'widen-window',
  'lengthen-shift',
  'raise-max-work',
  'raise-max-visits',
  'raise-capacity',
  'drop-break',
] as const;
type SizedKind = (typeof sizedKinds)[number];

interface Bent {
  readonly amount: number;
  readonly problem: Problem;
}

/**
 * Of each kind the smallest single change that lets a visit be served while all others stay, by trying every helper and
 * every start with just the change that start asks for; null where none of the kind helps.
 */
export function smallestChanges(problem: Problem, plan: Plan, visitId: string): Map<Change['kind'], number | null> {
  const visit = problem.visits.find(({ id }) => id === visitId)!;
  const least = new Map<SizedKind, number>();
  for (const helper of problem.helpers) {
    // A refusal is never bent.
    if (visit.refused.includes(helper.id)) continue;
    for (let from = 0; from <= lastIn(problem); from++) {
      const planned = [...plan.visits, { visitId, helperId: helper.id, from, until: from + visit.duration }];
      for (const kind of sizedKinds)
        for (const { amount, problem: next } of bends[kind](problem, helper, visit, from, planned))
          if (amount < (least.get(kind) ?? Number.POSITIVE_INFINITY) && counted(next, planned).broken.length === 0)
            least.set(kind, amount);
    }
  }
  return new Map(sizedKinds.map((kind) => [kind, least.get(kind) ?? null]));
}

type Bend = (problem: Problem, helper: Helper, visit: Visit, from: number, planned: Plan['visits']) => Bent[];

const bends: Record<SizedKind, Bend> = {
  'widen-window': (problem, _, visit, start) =>
    visit.pinned !== null
      ? []
      : visit.windows.map((window, at) => {
          const from = Math.min(window.from, start);
          const until = Math.max(window.until, start + visit.duration);
          return {
            amount: window.from - from + until - window.until,
            problem: withVisit(problem, visit, { windows: visit.windows.with(at, { ...window, from, until }) }),
          };
        }),
  'lengthen-shift': (problem, helper, visit, start) => {
    const way = wayOf(problem);
    const leave = start - way(helper.from, visit.place);
    const home = start + visit.duration + way(visit.place, helper.to);
    return helper.shifts.flatMap((shift, at) => {
      const from = Math.min(shift.from, leave);
      const until = Math.max(shift.until, home);
      const overlaps = helper.shifts.some((other, index) => index !== at && other.from < until && from < other.until);
      if (from < 0 || overlaps) return [];
      const shifts = helper.shifts.with(at, { from, until });
      return [{ amount: shift.from - from + until - shift.until, problem: withHelper(problem, helper, { shifts }) }];
    });
  },
  'raise-max-work': (problem, helper, _, __, planned) => {
    if (helper.maxWork === null) return [];
    const maxWork = Math.max(helper.maxWork, workOf(problem, helper, planned));
    return [{ amount: maxWork - helper.maxWork, problem: withHelper(problem, helper, { maxWork }) }];
  },
  'raise-max-visits': (problem, helper, _, __, planned) => {
    if (helper.maxVisits === null) return [];
    const maxVisits = Math.max(helper.maxVisits, planned.filter(({ helperId }) => helperId === helper.id).length);
    return [{ amount: maxVisits - helper.maxVisits, problem: withHelper(problem, helper, { maxVisits }) }];
  },
  'raise-capacity': (problem, helper, visit) =>
    helper.capacity.flatMap((most, load) => {
      // No more than the visit itself is ever lacking.
      const raised = Array.from({ length: visit.loads[load] ?? 0 }, (_, more) => more + 1);
      return raised.map((amount) => ({
        amount,
        problem: withHelper(problem, helper, { capacity: helper.capacity.with(load, most + amount) }),
      }));
    }),
  'drop-break': (problem, helper) =>
    helper.breaks.map(({ from, until }, at) => ({
      amount: until - from,
      problem: withHelper(problem, helper, { breaks: helper.breaks.toSpliced(at, 1) }),
    })),
};

const withHelper = (problem: Problem, helper: Helper, next: Partial<Helper>): Problem => ({
  ...problem,
  helpers: problem.helpers.map((one) => (one === helper ? { ...one, ...next } : one)),
});

const withVisit = (problem: Problem, visit: Visit, next: Partial<Visit>): Problem => ({
  ...problem,
  visits: problem.visits.map((one) => (one === visit ? { ...one, ...next } : one)),
});
