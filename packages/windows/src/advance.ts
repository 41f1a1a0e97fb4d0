import type { Instant, Reason } from '@linli/model';
import type { Cycle, CycleLine } from './cycle.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleEvent } from './cycle-event.ts';
import { isNamedToNobody } from './demand-line.ts';
import { type LineCode, moveLine } from './move-line.ts';
import { replay, type Turn } from './replay.ts';
import { type DemandCode, type Outcome, takeDemand } from './take-demand.ts';

/** Everything `advance` may answer, notes and refusals alike. */
export type CycleCode = DemandCode | LineCode | 'event/already-seen' | 'clock/went-back';

/** One step of a cycle. `isTaken` is false where the event was refused or had been seen; `reasons` say why. */
export interface CycleStep extends Turn {
  readonly reasons: readonly Reason<CycleCode>[];
  readonly isTaken: boolean;
}

/**
 * First every deadline up to `event.at`, in order, then the event: a demand at 16:00:00.000 never meets a collection.
 * An id is decided once, refused or not. Nothing here waits, sends or stores.
 */
export function advance(cycle: Cycle, event: CycleEvent): CycleStep {
  if (cycle.seen.includes(event.id))
    return { cycle, effects: [], reasons: [{ code: 'event/already-seen', data: { id: event.id } }], isTaken: false };

  const at = latest(cycle.at, event.at);
  const onTime = replay(cycle, at);
  const outcome = handle(onTime.cycle, event, at);
  const next: Cycle = {
    ...onTime.cycle,
    at,
    lines: outcome.lines,
    seen: event.type === 'tick' ? cycle.seen : [...cycle.seen, event.id],
  };
  const notes: readonly Reason<CycleCode>[] = at > event.at ? [{ code: 'clock/went-back' }] : [];
  return {
    cycle: next,
    effects: [...onTime.effects, ...outcome.effects, ...listAtOnce(onTime.cycle, next, event, at)],
    reasons: [...notes, ...outcome.reasons],
    isTaken: outcome.isTaken,
  };
}

const latest = (seen: Instant | null, at: Instant): Instant => (seen !== null && seen > at ? seen : at);

function handle(cycle: Cycle, event: CycleEvent, at: Instant): Outcome<DemandCode | LineCode> {
  switch (event.type) {
    case 'tick':
      return { lines: cycle.lines, effects: [], reasons: [], isTaken: true };
    case 'demand':
      return takeDemand(cycle, event, at);
    default:
      return moveLine(cycle, event);
  }
}

/** The list of 17:30 has gone out: a line that is without a person from now on is named at once, or nobody would look. */
function listAtOnce(before: Cycle, after: Cycle, event: CycleEvent, at: Instant): readonly CycleEffect[] {
  if (event.type === 'tick' || after.state === 'closed') return [];
  const isListed = before.deadlines.slice(0, before.passed).some(({ phase, edge }) => phase === 'assign' && edge === 'ends');
  const isAlone = ({ lines }: Cycle): boolean =>
    lines.some(({ demandId, state }: CycleLine) => demandId === event.demandId && isNamedToNobody(state));
  if (!isListed || isAlone(before) || !isAlone(after)) return [];
  return [{ type: 'list-unassigned', at, late: false, demandIds: [event.demandId] }];
}
