export { type Decision, type No, no, type Yes, yes } from './decision.ts';
export type {
  CallDraft,
  HelperDraft,
  Intake,
  Mention,
  ResidentDraft,
  ResourceDraft,
  ServiceDraft,
  TieDraft,
} from './drafts/intake.ts';
export { Origin, type Remark } from './drafts/origin.ts';
export { assert, Fault, isFault } from './fault.ts';
export { CallId, DemandId, PersonId, ResourceId, ServiceId, TieId } from './ids.ts';
export { type Clock, type Random, type SimulatedClock, seededRandom, simulatedClock } from './ports.ts';
export { Reason } from './reason.ts';
export { Address, floorOf, printAddress } from './records/address.ts';
export { Birth, isAtLeast } from './records/birth.ts';
export { Call, CallOutcome, OrderLine, Request } from './records/call.ts';
export { DeliveryMode, Demand } from './records/demand.ts';
export { Availability, Helper } from './records/helper.ts';
export { Contact, Living, LivingKind, livesAlone, Resident, SelfCare, Sex } from './records/resident.ts';
export { Resource } from './records/resource.ts';
export { Beneficiary, ServiceRecord } from './records/service-record.ts';
export { Cadence, Tie } from './records/tie.ts';
export { say, type Texts } from './say.ts';
export { Lang, Text } from './text.ts';
export { contains, Instant, overlap, Seconds, Span, spanSeconds } from './time/instant.ts';
export {
  addDays,
  ageOn,
  ClockChange,
  daysBetween,
  instantAt,
  LocalDate,
  localDateOf,
  mondayOf,
  secondOfDay,
  timesShown,
  WallTime,
  wallTimeOf,
  weekdayOf,
  Zone,
} from './time/zone.ts';
