import type { Instant, LocalDate, Reason } from '@linli/model';
import type { Cycle, CycleLine } from './cycle.ts';
import type { OnDemand } from './cycle-definition.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleEvent } from './cycle-event.ts';
import { isSettled } from './demand-line.ts';
import { cycleDateOf } from './phase-spans.ts';

/** What came of one event, once time has been dealt with. `isTaken`: false where it was refused. */
export interface Outcome<Code extends string> {
  readonly lines: readonly CycleLine[];
  readonly effects: readonly CycleEffect[];
  readonly reasons: readonly Reason<Code>[];
  readonly isTaken: boolean;
}

export type DemandCode =
  | 'cycle/closed'
  | 'demand/already-in'
  | 'demand/emergency'
  | 'demand/emergency-without-reason'
  | 'demand/in-time'
  | 'demand/late-accepted'
  | 'demand/needs-approval'
  | 'demand/after-cut-off'
  | 'demand/rejected-by-phase';

type DemandEvent = Extract<CycleEvent, { readonly type: 'demand' }>;

/** A demand arrives: it gets a line here, or is told which cycle is its own. Nothing arrives without an answer. */
export function takeDemand(cycle: Cycle, event: DemandEvent, at: Instant): Outcome<DemandCode> {
  const { demandId, emergency } = event;
  const isGrounded = emergency !== undefined && emergency.reason.trim() !== '';
  // Without a reason it is still a request: it goes the ordinary way, and the answer says so.
  const notes: Reason<DemandCode>[] =
    emergency !== undefined && !isGrounded ? [{ code: 'demand/emergency-without-reason', data: { demandId } }] : [];
  const known = cycle.lines.find((line) => line.demandId === demandId);
  if (isGrounded && (cycle.state !== 'closed' || known !== undefined)) return raise(cycle, demandId, emergency, known, at);
  if (known !== undefined)
    return {
      lines: cycle.lines,
      effects: [],
      reasons: [...notes, { code: 'demand/already-in', data: { demandId } }],
      isTaken: false,
    };

  const { code, toDate, ...verdict } = judge(cycle, at);
  const reason = { code, data: toDate === undefined ? { demandId } : { demandId, toDate } };
  const reasons = [...notes, reason];
  const stamp = { at, late: false, demandId };
  if (verdict.answer === 'rejected')
    return { lines: cycle.lines, effects: [{ type: 'demand-rejected', ...stamp }], reasons, isTaken: false };
  if (toDate !== undefined)
    return {
      lines: cycle.lines,
      effects: [{ type: 'demand-deferred', ...stamp, toDate, emergency: isGrounded }],
      reasons,
      isTaken: true,
    };
  const isHeld = verdict.answer === 'held';
  return {
    lines: [...cycle.lines, { ...blankLine(demandId), state: isHeld ? 'held' : 'collected' }],
    effects: [{ type: isHeld ? 'approval-asked' : 'demand-accepted', ...stamp }],
    reasons,
    isTaken: true,
  };
}

const blankLine = (demandId: CycleLine['demandId']): CycleLine => ({
  demandId,
  state: 'collected',
  emergency: false,
  helperId: null,
  why: [],
  toDate: null,
});

/** The bypass: no window and no approval stands before an emergency, also when it comes to a line already here. */
function raise(
  cycle: Cycle,
  demandId: CycleLine['demandId'],
  { reason, role }: NonNullable<DemandEvent['emergency']>,
  known: CycleLine | undefined,
  at: Instant,
): Outcome<DemandCode> {
  if (known !== undefined && (known.emergency || isSettled(known.state)))
    return { lines: cycle.lines, effects: [], reasons: [{ code: 'demand/already-in', data: { demandId } }], isTaken: false };

  const stamp = { at, late: false, demandId };
  const raised: CycleEffect = { type: 'emergency-raised', ...stamp, reason, role };
  const reasons = [{ code: 'demand/emergency', data: { demandId, role } }] as const;
  const { state, ...line } = known ?? blankLine(demandId);
  const urgent: CycleLine = { ...line, emergency: true, state: state === 'held' ? 'collected' : state };
  return known === undefined
    ? { lines: [...cycle.lines, urgent], effects: [{ type: 'demand-accepted', ...stamp }, raised], reasons, isTaken: true }
    : { lines: cycle.lines.map((each) => (each === known ? urgent : each)), effects: [raised], reasons, isTaken: true };
}

interface Verdict {
  readonly answer: 'accepted' | 'held' | 'deferred' | 'rejected';
  readonly code: DemandCode;
  /** The cycle whose own it is; only where deferred. */
  readonly toDate?: LocalDate;
}

function judge(cycle: Cycle, at: Instant): Verdict {
  const ownDate = cycleDateOf(cycle.definition, at);
  if (cycle.state === 'closed') return { answer: 'deferred', code: 'cycle/closed', toDate: ownDate };

  // Before its collection a cycle takes what somebody carried ahead to it.
  const isCollecting = cycle.state === 'waiting' || cycle.state === 'collect';
  const phase = cycle.definition.phases.find(({ id }) => id === (isCollecting ? 'collect' : cycle.state));
  const rule: OnDemand = phase?.onDemand ?? 'next-cycle';
  switch (rule) {
    case 'accept':
      return { answer: 'accepted', code: isCollecting ? 'demand/in-time' : 'demand/late-accepted' };
    case 'with-approval':
      return { answer: 'held', code: 'demand/needs-approval' };
    case 'next-cycle':
      return { answer: 'deferred', code: 'demand/after-cut-off', toDate: ownDate };
    case 'reject':
      return { answer: 'rejected', code: 'demand/rejected-by-phase' };
  }
}
