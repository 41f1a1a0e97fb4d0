import { type CheckReport, check, type Plan, type Progress, solve } from '../../src/index.ts';
import type { Problem } from '../../src/problem.ts';
import { asOptions, clockOf, type RunBudget } from '../budget.ts';

/** A plan with what it is worth. */
export interface Worth {
  /** Seconds the call took. */
  readonly seconds: number;
  /** Priorities left out, and soft cost. */
  readonly unassigned: number;
  readonly soft: number;
  /** What `check` finds. */
  readonly violations: number;
}

/** One number for both: a unit of priority left out counts as 100 minutes of way by the default weights. For shares only. */
export const priceOf = ({ unassigned, soft }: Pick<Worth, 'unassigned' | 'soft'>): number => unassigned * 100_000 + soft;

export const sum = (amounts: Readonly<Record<string, number>>): number => Object.values(amounts).reduce((a, b) => a + b, 0);

export function worthOf(problem: Problem, plan: Plan, seconds: number): Worth {
  const { violations, score }: CheckReport = check(problem, plan);
  return { seconds: rounded(seconds), unassigned: sum(score.medium), soft: sum(score.soft), violations: violations.length };
}

/** Solves and judges; only the solving is timed. */
export function solvedAt(
  problem: Problem,
  budget: RunBudget,
  onProgress?: (progress: Progress) => void,
): { readonly plan: Plan; readonly worth: Worth } {
  const now = clockOf(budget.kind);
  const begin = now();
  const plan = solve(problem, { ...asOptions(budget), ...(onProgress === undefined ? {} : { onProgress }) });
  const seconds = (now() - begin) / 1000;
  return { plan, worth: worthOf(problem, plan, seconds) };
}

export const rounded = (value: number, decimals = 3): number => Math.round(value * 10 ** decimals) / 10 ** decimals;

/** The value below which `permille` of a thousand lie. */
export function quantile(values: readonly number[], permille: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * permille) / 1000))] ?? Number.NaN;
}
