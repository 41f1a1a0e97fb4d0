export { advance, catchUp, nextDeadline } from './advance.ts';
export { type AfterChangeState, type AfterChangeStatus, contactAfterChange } from './cadence/after-change.ts';
export {
  ContactCadence,
  type ContactState,
  type ContactStatus,
  Counting,
  contactStatus,
  Pace,
} from './cadence/contact-status.ts';
export { type CountState, type CountStatus, countStatus } from './cadence/count-status.ts';
export { CountedCadence, type CountedCadenceCode, disinfectionCadence, parseCountedCadence } from './cadence/counted-cadence.ts';
export { Excuse, ExcuseReason, excuseOn } from './cadence/excuse.ts';
export {
  type FreshnessFlawCode,
  FreshnessRule,
  parseFreshnessRule,
  type RecordedOn,
  type Stale,
  staleRecords,
} from './cadence/freshness.ts';
export {
  cadenceOfRisk,
  parseRiskCadences,
  type RiskCadenceCode,
  RiskCadences,
  type RiskFlawCode,
  visiting2022,
} from './cadence/risk-cadences.ts';
export { cnCalendar, everyDayCalendar } from './calendar/calendars.ts';
export {
  announceDay,
  CalendarDay,
  type CalendarFlawCode,
  parseServiceCalendar,
  ServiceCalendar,
} from './calendar/service-calendar.ts';
export {
  type CalendarCode,
  type ClosedDayPolicy,
  type DayKind,
  dayKind,
  isServiceDay,
  nextServiceDay,
  serviceDayBefore,
  serviceDayFor,
} from './calendar/service-days.ts';
export {
  type CallList,
  type CallListCode,
  type CallResident,
  type CallStanding,
  callListFor,
  type ListedCall,
  type RoundCall,
} from './call-list/call-list.ts';
export { CallRule, type CallRuleCode, duowenCalls, parseCallRule } from './call-list/call-rule.ts';
export { type CallStatistics, callStatistics } from './call-list/call-statistics.ts';
export { newCampaign, notReached } from './campaign/campaign.ts';
export {
  type CampaignCoverage,
  type CoverageRow,
  campaignCoverage,
  campaignStanding,
  type Standing,
} from './campaign/campaign-coverage.ts';
export { CampaignDefinition, type CampaignFlawCode, parseCampaignDefinition } from './campaign/campaign-definition.ts';
export type { CampaignFacts, CampaignTypes, Listed, Try } from './campaign/campaign-types.ts';
export { protectionTalks2020 } from './campaign/protection-talks-2020.ts';
export { openCaseFile } from './case-file/case-file.ts';
export { CaseFileDefinition, type CaseFileDefinitionCode, parseCaseFileDefinition } from './case-file/case-file-definition.ts';
export type { CaseFileFacts, CaseFileTypes } from './case-file/case-file-facts.ts';
export { duowenCaseFile } from './case-file/duowen-case-file.ts';
export { Cycle, cycleTotals, openCycle } from './cycle/cycle.ts';
export { CycleDefinition, type DefinitionCode, parseCycleDefinition } from './cycle/cycle-definition.ts';
export type { CycleEffect } from './cycle/cycle-effect.ts';
export { CycleEvent } from './cycle/cycle-event.ts';
export { CycleFacts, CycleState } from './cycle/cycle-facts.ts';
export type { CycleTotals } from './cycle/cycle-totals.ts';
export type { CycleTypes } from './cycle/cycle-types.ts';
export { type AfterSilence, cyclesAfterSilence, type SilenceSummary } from './cycle/cycles-after-silence.ts';
export { CycleLine, type LineFacts, LineState, type LineTypes } from './cycle/demand-line.ts';
export { duowen2020 } from './cycle/duowen-2020.ts';
export {
  cycleDateOf,
  type PhaseSpan,
  phaseSpans,
  type Stretch,
  type UnclearEdge,
  unclearEdges,
} from './cycle/phase-spans.ts';
export {
  type AnyDefinition,
  type DefinitionFormat,
  definitionFormats,
  definitionJsonSchema,
  parseDefinition,
  pathOf,
} from './definitions.ts';
export { deliveredGoods } from './delivery/delivered-goods.ts';
export { type DeliveryFacts, planDelivery } from './delivery/delivery-facts.ts';
export {
  type DeliveryChoice,
  type DeliveryModeCode,
  DeliveryModeRule,
  type DeliveryModeRuleCode,
  deliveryMode,
  duowenDeliveryMode,
  type ModeFacts,
  parseDeliveryModeRule,
} from './delivery/delivery-mode.ts';
export { DeliveryRule, type DeliveryRuleCode, duowenDeliveryRule, parseDeliveryRule } from './delivery/delivery-rule.ts';
export type { AboutDelivery, DeliveryTypes, Settled as DeliverySettled } from './delivery/delivery-types.ts';
export { Goods, type GoodsCount, GoodsFate, type GoodsTally, Short } from './delivery/goods.ts';
export { dotOf } from './draw/dot.ts';
export { type SaidEdge, saidEdges, titleOf } from './draw/edge-words.ts';
export { type Drawable, type Edge, edgesOf, type TableWay } from './draw/edges.ts';
export { mermaidOf } from './draw/mermaid.ts';
export { narrate } from './draw/narrate.ts';
export { duowenDuties } from './duty/duowen-duties.ts';
export { DutyDefinition, type DutyDefinitionCode, DutySet, parseDutySet } from './duty/duty-definition.ts';
export { type IncompleteDuty, type IncompleteDutyCode, incompleteDuties } from './duty/incomplete-duties.ts';
export { explain } from './explain.ts';
export { duowenLadder } from './ladder/duowen-ladder.ts';
export {
  type ContactRecord,
  type KnockDay,
  type KnockDayCode,
  type KnockDuty,
  type KnockStanding,
  knockDay,
  type ProposedLadder,
} from './ladder/knock-day.ts';
export { LadderDefinition, type LadderDefinitionCode, parseLadderDefinition, Rung } from './ladder/ladder-definition.ts';
export type { Ask, AskedPerson, AskedRung, KeySaid } from './ladder/ladder-effect.ts';
export type { KeyHolder, LadderFacts, Report as LadderReport } from './ladder/ladder-facts.ts';
export { type LadderBounds, ladderBounds } from './ladder/ladder-steps.ts';
export type { LadderTypes } from './ladder/ladder-types.ts';
export { type Ladder, type LadderOpening, openLadder } from './ladder/open-ladder.ts';
export { KnownBy, Outcome as LadderOutcome } from './ladder/outcome.ts';
export {
  CommunityModes,
  duowenModes,
  ModeRules,
  ModeSwitch,
  type ModesFlawCode,
  parseCommunityModes,
} from './modes/community-modes.ts';
export { cycleDateIn, cycleDefinitionOn, type ModeCode, modeAt, switchMode } from './modes/mode-at.ts';
export { type AboutPickUp, type PickUpTypes, pickedUpGoods, type Settled as PickUpSettled } from './pick-up/pick-up.ts';
export { type PickUpFacts, planPickUp } from './pick-up/pick-up-facts.ts';
export {
  chooseSlot,
  duowenPickUpPoint,
  PickUpPoint,
  type PickUpPointCode,
  parsePickUpPoint,
  type Slot,
  type SlotCode,
} from './pick-up/pick-up-point.ts';
export type { CatchUpSummary, CaughtUp } from './process/catch-up.ts';
export { defineProcess, type Process, type ProcessMachine } from './process/define-process.ts';
export { openProcess, type Passed, type Stamped, type Step, type Tick } from './process/drive.ts';
export type { Due, Happened, ProcessSpec, ProcessTypes, Transition, Way } from './process/process-types.ts';
export type { Snapshot } from './process/snapshot.ts';
export type { Turn } from './process/turn.ts';
export { type ProcessName, processes } from './processes.ts';
export { type ClubDayFacts, type ClubDayTypes, newClubDay } from './programme/club-day.ts';
export type { ContactEffect } from './programme/contact.ts';
export { duowenProgrammes2020 } from './programme/duowen-programmes-2020.ts';
export { type Eligibility, eligibilityOf, type PersonFacts } from './programme/eligibility.ts';
export { newEnrolment, peopleWho } from './programme/enrolment.ts';
export type { EnrolmentFacts, EnrolmentTypes } from './programme/enrolment-types.ts';
export { openingHours } from './programme/opening-hours.ts';
export { boundsOf, Programme, type ProgrammeFlawCode, parseProgramme } from './programme/programme.ts';
export { type Participant, type ProgrammeReach, programmeReach, type ReachCell } from './programme/programme-reach.ts';
export { markOf, peopleOf, plannedSession } from './programme/session.ts';
export type { SessionFacts, SessionTypes } from './programme/session-types.ts';
export { Cents } from './purchase/cents.ts';
export { type PurchaseItem, type PurchaseList, purchaseList, type Wanted } from './purchase/purchase-list.ts';
export {
  compareReceipt,
  type Difference,
  type DifferenceCode,
  parseReceipt,
  Receipt,
  type ReceiptCode,
  ReceiptLine,
} from './purchase/receipt.ts';
export {
  type ReceiptSplit,
  type Share,
  type ShareLine,
  type SplitCode,
  splitReceipt,
  type Taken,
} from './purchase/split-receipt.ts';
export {
  type Expansion,
  type ExpansionCode,
  type ExpansionRefusal,
  expandRecurrence,
  type LeftOut,
  type Occurrence,
} from './recurrence/expand-recurrence.ts';
export { type MenuCode, MenuPlan, menusFor, parseMenuPlan, type Served } from './recurrence/menus.ts';
export { parseRecurrence, Recurrence, type RecurrenceFlawCode } from './recurrence/recurrence.ts';
export { parseRota, Rota, type RotaFlawCode } from './rota/rota.ts';
export {
  type DoubleBooking,
  doubleBookings,
  type Hole,
  holesAhead,
  holesIn,
  type OnDuty,
  type RotaCode,
  type RotaDay,
  rotaDays,
} from './rota/rota-days.ts';
export { RotaEvent, rotaEvents } from './rota/rota-events.ts';
export { type CaseCounts, caseCounts } from './screening/case-counts.ts';
export { CaseStatus, StatusEntry } from './screening/case-status.ts';
export { fever2020 } from './screening/fever-2020.ts';
export { newFollowUp, statusNow } from './screening/follow-up.ts';
export type { FollowUpFacts, FollowUpTypes } from './screening/follow-up-types.ts';
export { newScreening, readingDays, type ScreeningFacts, type ScreeningTypes } from './screening/screening.ts';
export { isRaised, parseScreeningRule, type ScreeningFlawCode, ScreeningRule } from './screening/screening-rule.ts';
export { duowenTeam } from './team/duowen-team.ts';
export { stageLacks } from './team/stage-lacks.ts';
export { openTeam } from './team/team.ts';
export { parseTeamDefinition, TeamDefinition, type TeamDefinitionCode, TeamStage } from './team/team-definition.ts';
export type { TeamFacts, TeamTypes } from './team/team-facts.ts';
export { type TeamOfYear, teamsOf } from './team/teams-of.ts';
export { type WindowsCode, windowsTexts } from './texts.ts';
export {
  type GoodsTotal,
  type LineCount,
  type LineFate,
  type TotalsLevel,
  type TotalsLine,
  type TotalsRow,
  totals,
  wholeLine,
} from './totals/totals.ts';
export { type TotalsCode, totalsFlaws } from './totals/totals-laws.ts';
export { type NextVisit, planVisit, type VisitFacts } from './visit/visit-facts.ts';
export { duowenVisitRule, parseVisitRule, VisitRule, type VisitRuleCode } from './visit/visit-rule.ts';
export type { AboutVisit, VisitTypes } from './visit/visit-types.ts';
export { duowenVolunteer } from './volunteer/duowen-volunteer.ts';
export { type MayTakeCode, mayTake } from './volunteer/may-take.ts';
export { type CourseStanding, courseStanding, TrainingRecord } from './volunteer/training-record.ts';
export { openVolunteer } from './volunteer/volunteer.ts';
export { parseVolunteerDefinition, VolunteerDefinition, type VolunteerDefinitionCode } from './volunteer/volunteer-definition.ts';
export type { VolunteerFacts, VolunteerTypes } from './volunteer/volunteer-facts.ts';
export { type TypesOf, type WakeCode, wake } from './wake.ts';
