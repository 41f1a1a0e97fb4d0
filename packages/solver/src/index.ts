export type { Costs, CostTable } from './assignment/cost-table.ts';
export { assignOneToOne, type OneToOne, provesOptimal } from './assignment/one-to-one.ts';
export type { AssignmentInputCode } from './assignment/texts.ts';
export {
  assignWithinCapacity,
  type CapacityAnswer,
  type CapacityProblem,
  type SearchWithinCapacity,
  searchWithinCapacity,
} from './assignment/within-capacity.ts';
export type { BudgetOptions } from './budget.ts';
export type { Alternative } from './candidates.ts';
export * from './core.ts';
export { type AssignedVisit, type Explanation, explain, type LeftOutVisit, type RuleShare } from './explain.ts';
export type { Frame, NumberedLink, NumberedSpacing } from './frame.ts';
export type { NewVisit } from './new-visit.ts';
export type { AnswerOptions } from './open-plan.ts';
export { recommend } from './recommend.ts';
export type { Change, RepairCode } from './repair/change.ts';
export { type Repair, type RepairOptions, repair } from './repair.ts';
export { type Put, putIn, type Rota, type Round, roundWith, type Stop } from './rota.ts';
export { type LeftOutRule, type Level, perLeftOut, perRound, type RoundRule, type Rule } from './rules/rule.ts';
export type { LeftOutCode, WhyNot } from './why-not.ts';
