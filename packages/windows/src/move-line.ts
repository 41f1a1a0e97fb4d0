import type { Reason } from '@linli/model';
import { transition } from 'xstate';
import type { Cycle, CycleLine } from './cycle.ts';
import type { CycleEvent } from './cycle-event.ts';
import { demandLine, isSettled, type LineMove, type LineState } from './demand-line.ts';
import type { Outcome } from './take-demand.ts';

export type LineCode =
  | 'cycle/closed'
  | 'line/unknown'
  | 'line/already-settled'
  | 'line/awaits-approval'
  | 'line/not-awaiting-approval'
  | 'line/nobody-named'
  | 'line/already-prepared'
  | 'line/carried-backwards'
  | 'line/reassigned';

type LineEvent = Extract<CycleEvent, { readonly type: LineMove }>;

/**
 * Something happens to a line of this cycle. A closed cycle still takes `done`, `cancelled` and `carried`, so that paper
 * brought in the next morning counts and no line stays open for ever.
 */
export function moveLine(cycle: Cycle, event: LineEvent): Outcome<LineCode> {
  const { demandId } = event;
  const refuse = (code: LineCode): Outcome<LineCode> => ({
    lines: cycle.lines,
    effects: [],
    reasons: [{ code, data: { demandId } }],
    isTaken: false,
  });
  const isClosed = cycle.state === 'closed';
  if (isClosed && event.type !== 'done' && event.type !== 'cancelled' && event.type !== 'carried') return refuse('cycle/closed');
  const line = cycle.lines.find((each) => each.demandId === demandId);
  if (line === undefined) return refuse('line/unknown');
  const before = demandLine.resolveState({ value: line.state });
  if (!before.can({ type: event.type })) return refuse(whyNot(line.state, event.type));
  if (event.type === 'carried' && event.toDate <= cycle.date) return refuse('line/carried-backwards');

  const [after] = transition(demandLine, before, { type: event.type });
  const moved: CycleLine = { ...line, state: after.value as LineState, ...brought(event) };
  const reasons: Reason<LineCode>[] = [];
  if (isClosed) reasons.push({ code: 'cycle/closed', data: { demandId } });
  if (event.type === 'assigned' && line.helperId !== null && line.helperId !== event.helperId)
    reasons.push({ code: 'line/reassigned', data: { demandId } });
  return { lines: cycle.lines.map((each) => (each === line ? moved : each)), effects: [], reasons, isTaken: true };
}

function brought(event: LineEvent): Partial<CycleLine> {
  switch (event.type) {
    case 'assigned':
      return { helperId: event.helperId, why: [] };
    case 'unassignable':
      return { helperId: null, why: event.reasons };
    case 'cancelled':
      return { why: [{ code: event.reason }] };
    case 'carried':
      return { toDate: event.toDate };
    case 'approve':
    case 'prepared':
    case 'done':
      return {};
  }
}

function whyNot(state: LineState, move: LineMove): LineCode {
  if (isSettled(state)) return 'line/already-settled';
  if (move === 'approve') return 'line/not-awaiting-approval';
  if (state === 'held') return 'line/awaits-approval';
  return state === 'prepared' ? 'line/already-prepared' : 'line/nobody-named';
}
