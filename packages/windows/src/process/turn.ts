import type { Reason } from '@linli/model';
import { type AnyActorScope, type AnyMachineSnapshot, type AnyStateMachine, createActor, type EventObject } from 'xstate';
import type { Due, ProcessTypes } from './process-types.ts';

/** What any process may answer beside its own reasons. `data` holds codes whose words are in the texts. */
export type TurnCode = 'process/not-now' | 'process/ended';

/** What one event does to a state and its facts, time and ids apart. `isTaken`: false where it was refused. */
export interface Turn<T extends ProcessTypes> {
  readonly state: T['state'];
  readonly facts: T['facts'];
  readonly effects: readonly T['effect'][];
  readonly reasons: readonly Reason<T['code'] | TurnCode>[];
  readonly isTaken: boolean;
}

interface Acted {
  readonly type: string;
  readonly params: unknown;
}

/** What `transition` of xstate makes anew for every event, made once for a machine: it is most of the cost of an event. */
const scopes = new WeakMap<AnyStateMachine, Omit<AnyActorScope, 'actionExecutor'>>();

function scopeOf(machine: AnyStateMachine): Omit<AnyActorScope, 'actionExecutor'> {
  const known = scopes.get(machine);
  if (known !== undefined) return known;
  const self = createActor(machine);
  const nothing = (): void => {};
  const { system } = self;
  const scope = { self, system, id: '', sessionId: '', defer: nothing, logger: nothing, stopChild: nothing, emit: nothing };
  scopes.set(machine, scope);
  return scope;
}

/** As `transition` of xstate, and held equal to it by a test: the next snapshot, and the actions, of which none is run. */
export function pureTransition(
  machine: AnyStateMachine,
  before: AnyMachineSnapshot,
  event: EventObject,
): readonly [AnyMachineSnapshot, readonly Acted[]] {
  const acted: Acted[] = [];
  const after = machine.transition(before, event, { ...scopeOf(machine), actionExecutor: (action) => void acted.push(action) });
  return [after, acted];
}

/** The turn of a process that is its machine and nothing more. */
export function machineTurn<T extends ProcessTypes>(
  name: T['name'],
  machine: AnyStateMachine,
  state: T['state'],
  facts: T['facts'],
  event: T['event'] | Due,
): Turn<T> {
  const refuse = (reason: Reason<T['code'] | TurnCode>): Turn<T> => ({
    state,
    facts,
    effects: [],
    reasons: [reason],
    isTaken: false,
  });
  const now = `${name}-state/${state}`;
  const before = machine.resolveState({ value: state, context: facts });
  if (before.status === 'done') return refuse({ code: 'process/ended', data: { state: now } });

  const [after, actions] = pureTransition(machine, before, event);
  const [reason] = actions.filter(({ type }) => type === 'because' || type === 'refused');
  // No way of the table was taken: xstate answers the same state and no actions.
  if (reason === undefined)
    return refuse({ code: 'process/not-now', data: { state: now, event: `${name}-event/${event.type}` } });
  const why = reason.params as Reason<T['code']>;
  if (reason.type === 'refused') return refuse(why);
  return {
    state: after.value,
    facts: after.context,
    effects: actions.filter(({ type }) => type === 'effects').flatMap(({ params }) => params as readonly T['effect'][]),
    reasons: [why],
    isTaken: true,
  };
}
