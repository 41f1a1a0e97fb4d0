import { assert, type Reason } from '@linli/model';
import type { Process } from '../process/define-process.ts';
import type { Due } from '../process/process-types.ts';
import type { Turn } from '../process/turn.ts';
import { closeEarly } from './close-early.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleEvent } from './cycle-event.ts';
import type { CycleFacts, CycleState } from './cycle-facts.ts';
import type { CycleTypes } from './cycle-types.ts';
import { isNamedToNobody } from './demand-line.ts';
import { lineOf, moveLine } from './move-line.ts';
import { phaseMachine } from './phase-machine.ts';
import { takeDemand } from './take-demand.ts';

/** One cycle whole: the phases by their machine, each line by its own, and what comes in from outside. */
export const dailyCycle: Process<CycleTypes> = { ...phaseMachine, turn };

function turn(state: CycleState, facts: CycleFacts, event: CycleEvent | Due): Turn<CycleTypes> {
  if (event.type === 'due') {
    const deadline = facts.deadlines[facts.passed];
    const isMeant = deadline?.edge === 'ends' ? state === deadline.phase : state === 'waiting' || state.startsWith('after-');
    assert(isMeant, 'cycle/broken-snapshot', `${state} cannot meet "${deadline?.phase} ${deadline?.edge}"`);
    return phaseMachine.turn(state, facts, event);
  }
  const outcome = handle(state, facts, event);
  const reasons: readonly Reason<CycleTypes['code']>[] = outcome.reasons;
  return { state, ...outcome, reasons, effects: [...outcome.effects, ...listAtOnce(state, facts, outcome.facts, event)] };
}

function handle(state: CycleState, facts: CycleFacts, event: CycleEvent) {
  switch (event.type) {
    case 'demand':
      return takeDemand(state, facts, event, event.at);
    case 'close-early':
      return closeEarly(facts, event, event.at);
    default:
      return moveLine(state, facts, event);
  }
}

/** The list of 17:30 has gone out: a line that is without a person from now on is named at once, or nobody would look. */
function listAtOnce(state: CycleState, before: CycleFacts, after: CycleFacts, event: CycleEvent): readonly CycleEffect[] {
  if (event.type === 'close-early' || state === 'closed') return [];
  const { demandId } = event;
  const isListed = before.deadlines.slice(0, before.passed).some(({ phase, edge }) => phase === 'assign' && edge === 'ends');
  const isAlone = (facts: CycleFacts): boolean => {
    const line = lineOf(facts, demandId);
    return line !== undefined && isNamedToNobody(line.state);
  };
  return isListed && !isAlone(before) && isAlone(after) ? [{ type: 'list-unassigned', demandIds: [demandId] }] : [];
}
