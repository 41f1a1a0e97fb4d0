import type { Reason } from '@linli/model';
import type { Plan } from '../plan.ts';
import type { CheckCode, Held, Ledger } from './ledger.ts';

/** The planned visits that are of this problem, each once. */
export function checkShape({ problem, violations }: Ledger, { visits, unassigned }: Plan): Held[] {
  const asked = new Map(problem.visits.map((visit) => [visit.id, visit]));
  const people = new Set(problem.helpers.map(({ id }) => id));
  const seen = new Set<string>();
  const own: Held[] = [];
  const refuse = (code: CheckCode, data: NonNullable<Reason['data']>): void => void violations.push({ code, data });
  for (const planned of visits) {
    const { visitId, helperId } = planned;
    const visit = asked.get(visitId);
    if (visit === undefined) refuse('plan/unknown-visit', { visitId });
    else if (!people.has(helperId)) refuse('plan/unknown-helper', { visitId, helperId });
    else if (seen.has(visitId)) refuse('plan/visit-twice', { visitId });
    // What is no number of the problem's time cannot be judged by it.
    else if (!Number.isSafeInteger(planned.from)) refuse('plan/no-whole-start', { visitId, from: planned.from });
    else own.push({ planned, visit });
    if (visit !== undefined && planned.until - planned.from !== visit.duration)
      refuse('plan/wrong-length', { visitId, duration: visit.duration });
    seen.add(visitId);
  }
  for (const visitId of unassigned) {
    if (!asked.has(visitId)) refuse('plan/unknown-visit', { visitId });
    else if (seen.has(visitId)) refuse('plan/visit-twice', { visitId });
    seen.add(visitId);
  }
  for (const visitId of asked.keys()) if (!seen.has(visitId)) refuse('plan/visit-forgotten', { visitId });
  const keys = visits.map(({ helperId, from, visitId }) => [helperId, from, visitId] as const);
  const disorder = keys.findIndex((key, index) => index > 0 && comesAfter(keys[index - 1]!, key));
  if (disorder !== -1) refuse('plan/out-of-order', { visitId: visits[disorder]!.visitId });
  return own;
}

type SortKey = readonly [helperId: string, from: number, visitId: string];

export function comesAfter(a: SortKey, b: SortKey): boolean {
  if (a[0] !== b[0]) return a[0] > b[0];
  return a[1] === b[1] ? a[2] > b[2] : a[1] > b[1];
}
