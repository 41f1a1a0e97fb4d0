// Solving and checking without the answers about a plan, for pages where every kilobyte counts. `index` has all of it as well.
export type { CheckCode } from './check/ledger.ts';
export { type CheckReport, check } from './check.ts';
export { diff, type Move, type PlanDiff } from './diff.ts';
export type { Amounts, HardRule, Plan, PlannedVisit, RuleId, Score, SoftRule } from './plan.ts';
export type { Helper, Link, Problem, ProblemCode, ProblemInput, Spacing, Visit, Weights } from './problem.ts';
export { type ReplanOptions, replan } from './replan.ts';
export { type Progress, type SolveAsyncOptions, type SolveOptions, search, solve, solveAsync } from './solve.ts';
