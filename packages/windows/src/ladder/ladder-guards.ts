import type { Due } from '../process/process-types.ts';
import { isOnTheWay, leavesNobody, mayRest, recordOf } from './answers.ts';
import { isLast, keysLeft, morningOf, stepOfFlag, withRound } from './climb.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts } from './ladder-facts.ts';
import { stepOfRung } from './ladder-steps.ts';
import type { LadderGuard } from './ladder-types.ts';
import { isDeathConfirmed, isDeathSeen, isInHospital, isSafe, needsHelp, type Standing } from './outcome.ts';
import { recorded } from './recorded.ts';

type Guard = (facts: LadderFacts, event: LadderEvent | Due) => boolean;
type Reported = Extract<LadderEvent, { readonly type: 'outcome' }>;

const onOutcome =
  (holds: (told: Reported, standing: Standing, facts: LadderFacts) => boolean): Guard =>
  (facts, event) => {
    if (event.type !== 'outcome') return false;
    const isAnswerable = event.role !== null && facts.definition.answerableRoles.includes(event.role);
    return holds(event, { isUrgent: facts.urgentSince !== null, isAnswerable }, facts);
  };

const isBelowLast = (facts: LadderFacts): boolean => !isLast(facts, facts.step);
const goesOnAtNight: Guard = (facts, { at }) => morningOf(facts, facts.step + 1, at) !== undefined;
/** Or whoever was on the way stood at the door in vain. */
const nobodyIsLeft: Guard = (facts, event) =>
  event.type === 'knock-unanswered' ? isOnTheWay(facts, event.by) : leavesNobody(recorded(facts, event));
const isChained: Guard = (_, event) => event.type === 'entry-tried' && event.result === 'chained';

function attendedStep({ definition, attendedBy }: LadderFacts): number {
  return attendedBy === null ? -1 : stepOfRung(definition, attendedBy);
}

export const ladderGuards: Readonly<Record<LadderGuard, Guard>> = {
  'begins-in-quiet-hours': (facts, { at }) => morningOf(withRound(facts), 0, at) !== undefined,
  'was-asleep': ({ definition, isResumed }, event) =>
    event.type === 'due' &&
    definition.afterSilence !== 'absolute' &&
    !isResumed &&
    event.now - event.at > definition.silenceSeconds * 1000,
  'is-at-the-top': (facts) => isLast(facts, facts.step),
  'goes-on-in-quiet-hours': goesOnAtNight,

  'is-not-asked': (facts, event) => !('rung' in event) || recordOf(facts, event.rung) === undefined,
  'is-the-resident': ({ residentId }, event) => 'by' in event && event.by === residentId,
  'may-rest': (facts, event) => event.type === 'acknowledged' && mayRest(recorded(facts, event), event.rung),
  'leaves-nobody-at-the-top': (facts, event) => isLast(facts, facts.step) && nobodyIsLeft(facts, event),
  'leaves-nobody-in-quiet-hours': (facts, event) => goesOnAtNight(facts, event) && nobodyIsLeft(facts, event),
  'leaves-nobody': nobodyIsLeft,

  'flag-climbs': (facts, event) => event.type === 'red-flag' && stepOfFlag(facts, event.code) > facts.step,
  'flag-is-above-attendance': (facts, event) =>
    event.type === 'red-flag' && attendedStep(facts) < Math.min(stepOfFlag(facts, event.code), facts.step),

  'is-chained': isChained,
  'chain-climbs': (facts, event) => isChained(facts, event) && isBelowLast(facts),
  'did-not-open': (_, event) => event.type === 'entry-tried' && event.result !== 'entered',
  'has-next-key': (facts, event) =>
    event.type === 'entry-tried' &&
    (event.result === 'key-failed' || event.result === 'unavailable') &&
    facts.step >= stepOfRung(facts.definition, facts.definition.keysFromRung) &&
    keysLeft(recorded(facts, event)).length > 0,

  'ends-safe': onOutcome(isSafe),
  'ends-in-hospital': onOutcome(isInHospital),
  // Whoever answers for it says so after the services were called, never instead of calling them.
  'ends-deceased': onOutcome((told, standing, { emergencyAt }) => emergencyAt !== null && isDeathConfirmed(told, standing)),
  'sees-death-before-services': onOutcome((told, _, { emergencyAt }) => emergencyAt === null && isDeathSeen(told)),
  'sees-death': onOutcome(isDeathSeen),
  'is-fallen': onOutcome(({ outcome }) => outcome === 'fallen'),
  'climbs-to-emergency': onOutcome((told, _, facts) => isBelowLast(facts) && needsHelp(told)),
  'needs-help': onOutcome(needsHelp),
  'is-asleep-unwoken': onOutcome(({ outcome, known }) => outcome === 'asleep' && known === 'seen'),
  'is-hospital-unconfirmed': onOutcome(({ outcome }) => outcome === 'hospital'),
  'needs-eyes': onOutcome(
    (told, standing) => standing.isUrgent && told.known === 'spoken' && isSafe(told, { ...standing, isUrgent: false }),
  ),
};
