import type { Helper, ProblemParts, Visit } from './schema.ts';

type Parts = Pick<ProblemParts, 'helpers' | 'visits' | 'travel' | 'weights'>;

/** More than any plan without a broken rule can cost, were one helper to do everything by the longest ways. */
export function worstCost({ helpers, visits, travel: { times }, weights }: Parts): number {
  const longest = times.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  const service = visits.reduce((sum, { duration }) => sum + duration, 0);
  const way = 3 * longest * (visits.length + 1);
  const work = service + way;
  const most = (amount: (helper: Helper) => number): number => helpers.reduce((top, helper) => Math.max(top, amount(helper)), 0);
  const effort = most(({ cost }) => cost) * visits.length + most(({ wage }) => wage) * work + visits.reduce(addEffort, 0);
  const late = visits.map(({ windows }) =>
    windows.reduce((top, { until, softUntil }) => Math.max(top, until - (softUntil ?? until)), 0),
  );
  return (
    weights.travel * way +
    weights.fairness * work * Math.ceil((work * 1000) / (service || 1)) +
    weights.wanted * visits.length +
    weights.cost * effort +
    weights.continuity * visits.length +
    weights.overtime * work +
    weights.lateness * late.reduce((sum, amount) => sum + amount, 0) +
    weights.latest * late.reduce((top, amount) => Math.max(top, amount), 0)
  );
}

/** The dearest helper for a visit, or leaving it out. */
const addEffort = (sum: number, { effort, penalty }: Visit): number =>
  sum + Object.values(effort).reduce((top, amount) => Math.max(top, amount), penalty ?? 0);
