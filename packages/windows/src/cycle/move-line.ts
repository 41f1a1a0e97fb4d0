import type { DemandId, Reason } from '@linli/model';
import type { MoveCode } from './cycle-codes.ts';
import type { CycleFacts, CycleState } from './cycle-facts.ts';
import { type CycleLine, demandLine, isSettled, type LineCode, type LineEvent } from './demand-line.ts';
import type { Outcome } from './outcome.ts';

/**
 * Something happens to a line of this cycle. A closed cycle still takes `done`, `cancelled` and `carried`, so that paper
 * brought in the next morning counts and no line stays open for ever.
 */
export function moveLine(state: CycleState, facts: CycleFacts, event: LineEvent): Outcome<MoveCode | LineCode> {
  const { demandId } = event;
  const refuse = (code: MoveCode): Outcome<MoveCode> => ({
    facts,
    effects: [],
    reasons: [{ code, data: { demandId } }],
    isTaken: false,
  });
  const isClosed = state === 'closed';
  if (isClosed && event.type !== 'done' && event.type !== 'cancelled' && event.type !== 'carried') return refuse('cycle/closed');
  const index = facts.lines.findIndex((each) => each.demandId === demandId);
  const line = facts.lines[index];
  if (line === undefined) return refuse('line/unknown');
  if (isSettled(line.state)) return refuse('line/already-settled');

  const { state: stood, ...known } = line;
  const { state: stands, facts: moved, reasons, isTaken } = demandLine.turn(stood, { date: facts.date, ...known }, event);
  // Every event of a line is listed in each of its states, so its reasons are its own.
  const own = reasons as readonly Reason<LineCode>[];
  if (!isTaken) return { facts, effects: [], reasons: own, isTaken };
  const { date: _, ...kept } = moved;
  const next: CycleLine = { state: stands, ...kept };
  const notes: readonly Reason<MoveCode>[] = isClosed ? [{ code: 'cycle/closed', data: { demandId } }] : [];
  return { facts: { ...facts, lines: facts.lines.with(index, next) }, effects: [], reasons: [...notes, ...own], isTaken };
}

export const lineOf = ({ lines }: CycleFacts, demandId: DemandId): CycleLine | undefined =>
  lines.find((line) => line.demandId === demandId);
