import type { DemandId, Instant, LocalDate, Reason } from '@linli/model';
import type { DemandCode } from './cycle-codes.ts';
import type { OnDemand } from './cycle-definition.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleEvent } from './cycle-event.ts';
import type { CycleFacts, CycleState } from './cycle-facts.ts';
import { type CycleLine, isSettled } from './demand-line.ts';
import { lineOf } from './move-line.ts';
import type { Outcome } from './outcome.ts';
import { cycleDateOf } from './phase-spans.ts';

type DemandEvent = Extract<CycleEvent, { readonly type: 'demand' }>;

/** A demand arrives: it gets a line here, or is told which cycle is its own. Nothing arrives without an answer. */
export function takeDemand(state: CycleState, facts: CycleFacts, event: DemandEvent, at: Instant): Outcome<DemandCode> {
  const { demandId, emergency } = event;
  const isGrounded = emergency !== undefined && emergency.reason.trim() !== '';
  // Without a reason it is still a request: it goes the ordinary way, and the answer says so.
  const notes: Reason<DemandCode>[] =
    emergency !== undefined && !isGrounded ? [{ code: 'demand/emergency-without-reason', data: { demandId } }] : [];
  const known = lineOf(facts, demandId);
  if (isGrounded && (state !== 'closed' || known !== undefined)) return raise(facts, demandId, emergency, known);
  if (known !== undefined)
    return { facts, effects: [], reasons: [...notes, { code: 'demand/already-in', data: { demandId } }], isTaken: false };

  const { answer, code, toDate } = judge(state, facts, at);
  const reasons = [...notes, { code, data: toDate === undefined ? { demandId } : { demandId, toDate } }];
  if (answer === 'rejected') return { facts, effects: [{ type: 'demand-rejected', demandId }], reasons, isTaken: false };
  if (toDate !== undefined)
    return { facts, effects: [{ type: 'demand-deferred', demandId, toDate, emergency: isGrounded }], reasons, isTaken: true };
  const isHeld = answer === 'held';
  return {
    facts: { ...facts, lines: [...facts.lines, { ...blankLine(demandId), state: isHeld ? 'held' : 'collected' }] },
    effects: [{ type: isHeld ? 'approval-asked' : 'demand-accepted', demandId }],
    reasons,
    isTaken: true,
  };
}

const blankLine = (demandId: DemandId): CycleLine => ({
  state: 'collected',
  demandId,
  emergency: false,
  helperId: null,
  why: [],
  toDate: null,
});

/** The bypass: no window and no approval stands before an emergency, also when it comes to a line already here. */
function raise(
  facts: CycleFacts,
  demandId: DemandId,
  { reason, role }: NonNullable<DemandEvent['emergency']>,
  known: CycleLine | undefined,
): Outcome<DemandCode> {
  if (known !== undefined && (known.emergency || isSettled(known.state)))
    return { facts, effects: [], reasons: [{ code: 'demand/already-in', data: { demandId } }], isTaken: false };

  const raised: CycleEffect = { type: 'emergency-raised', demandId, reason, role };
  const reasons = [{ code: 'demand/emergency', data: { demandId, role } }] as const;
  const { state, ...line } = known ?? blankLine(demandId);
  const urgent: CycleLine = { ...line, state: state === 'held' ? 'collected' : state, emergency: true };
  return known === undefined
    ? {
        facts: { ...facts, lines: [...facts.lines, urgent] },
        effects: [{ type: 'demand-accepted', demandId }, raised],
        reasons,
        isTaken: true,
      }
    : {
        facts: { ...facts, lines: facts.lines.map((each) => (each === known ? urgent : each)) },
        effects: [raised],
        reasons,
        isTaken: true,
      };
}

interface Verdict {
  readonly answer: 'accepted' | 'held' | 'deferred' | 'rejected';
  readonly code: DemandCode;
  /** The cycle whose own it is; only where deferred. */
  readonly toDate?: LocalDate;
}

function judge(state: CycleState, facts: CycleFacts, at: Instant): Verdict {
  if (state === 'closed') return { answer: 'deferred', code: 'cycle/closed', toDate: laterDate(facts, at) };

  // Before its collection a cycle takes what somebody carried ahead to it.
  const isCollecting = state === 'waiting' || state === 'collect';
  const phase = facts.definition.phases.find(({ id }) => id === (isCollecting ? 'collect' : state));
  const rule: OnDemand = phase?.onDemand ?? 'next-cycle';
  switch (rule) {
    case 'accept':
      return { answer: 'accepted', code: isCollecting ? 'demand/in-time' : 'demand/late-accepted' };
    case 'with-approval':
      return { answer: 'held', code: 'demand/needs-approval' };
    case 'next-cycle':
      return { answer: 'deferred', code: 'demand/after-cut-off', toDate: laterDate(facts, at) };
    case 'reject':
      return { answer: 'rejected', code: 'demand/rejected-by-phase' };
  }
}

/** By the clock its own date, and never back to this cycle: a collection closed early is over. */
function laterDate({ definition, nextDate }: CycleFacts, at: Instant): LocalDate {
  const own = cycleDateOf(definition, at);
  return own > nextDate ? own : nextDate;
}
