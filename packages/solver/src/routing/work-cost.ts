import type { Table } from './table.ts';

/** Soft cost of so much work of a helper: fairness and overtime. */
export function workCost({ frame, overtimeAfter }: Table, helper: number, work: number): number {
  const { weights } = frame.problem;
  const above = work - overtimeAfter[helper]!;
  const fairness = weights.fairness * work * Math.floor((work * 1000) / frame.totalService);
  return above > 0 ? fairness + weights.overtime * above : fairness;
}
