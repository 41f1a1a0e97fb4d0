export { type Assignment, DayPlan, ImportRecord, KeptDemand, type Purchase, type Unassigned } from './collections.ts';
export { type Community, type CommunityOptions, createCommunity } from './community.ts';
export type { KnockDue } from './day/knocks-due.ts';
export type { CallRound, OpenCall } from './day/open-calls.ts';
export type { Effort } from './day/plan-day.ts';
export type { PurchaseLine } from './day/purchases.ts';
export type { HelperCredit } from './day/settle-services.ts';
export {
  type CallToMake,
  type DayCounts,
  type DayReport,
  type PersonInReport,
  type SaidRemark,
  saidRemark,
} from './report/day-report.ts';
export { type SaidReason, type Speaker, speakerOf } from './report/speaker.ts';
export type { CadenceRule } from './rules/cadences.ts';
export { Catalogue } from './rules/catalogue.ts';
export { parseDefinitionFile } from './rules/parse-definition-file.ts';
export { type Located, parsePackFile, parseServicesFile } from './rules/parse-pack-file.ts';
export { parseRuleFile } from './rules/parse-rule-file.ts';
export { CommunityProfile } from './rules/profile.ts';
export { readFileWithin, readTextWithin } from './rules/read-file-within.ts';
export { readRules } from './rules/read-rules.ts';
export { type Rules, vocabularyOf } from './rules/rules.ts';
export type { TextPlace } from './rules/source-text.ts';
export { Words } from './rules/words.ts';
export { daySheet } from './sheet/day-sheet.ts';
export { type CommunityCode, communityTexts } from './texts.ts';
export type { AdmittedIntake } from './verbs/admit-intake.ts';
export type { Assigned } from './verbs/assign.ts';
export type { Collected } from './verbs/collect.ts';
export type { Confirmation, Executed } from './verbs/execute.ts';
export type { Written } from './verbs/house.ts';
export type { Review } from './verbs/review.ts';
export type { Period, Settled } from './verbs/settle.ts';
