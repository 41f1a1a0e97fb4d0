import { type AnyStateMachine, assign, setup } from 'xstate';
import type { Due, ProcessSpec, ProcessTypes, Transition } from './process-types.ts';

type AnyWay<T extends ProcessTypes> = Transition<T, T['event'] | Due>;
interface Told {
  readonly context: object;
  readonly event: unknown;
}

/**
 * The table as an xstate machine without timers or actors. Its actions are names with data: `because`, `refused` and
 * `effects` come back from the pure transition and are read in `turn`.
 */
export function compile<T extends ProcessTypes>(spec: ProcessSpec<T>): AnyStateMachine {
  const guards = Object.fromEntries(
    Object.entries<(facts: T['facts'], event: T['event'] | Due) => boolean>(spec.guards).map(([name, holds]) => [
      name,
      ({ context, event }: Told) => holds(context, event as T['event'] | Due),
    ]),
  );
  const states = Object.fromEntries(
    Object.entries<object>(spec.states).map(([name, on]) => {
      const ways = Object.entries(on).map(([type, list]: [string, readonly AnyWay<T>[]]) => [type, list.map(wayOf)]);
      return [name, ways.length === 0 ? { type: 'final' } : { on: Object.fromEntries(ways) }];
    }),
  );
  const silent = { because: () => {}, refused: () => {}, effects: () => {} };
  const base = setup({ types: {} as { context: object; input: object }, guards, actions: silent });
  return base.createMachine({
    id: spec.name,
    initial: spec.initial,
    context: ({ input }: { readonly input: object }) => input,
    states,
  } as never) as unknown as AnyStateMachine;
}

function wayOf<T extends ProcessTypes>(way: AnyWay<T>): object {
  const told =
    (make: (facts: T['facts'], event: T['event'] | Due) => unknown) =>
    ({ context, event }: Told) =>
      make(context, event as T['event'] | Due);
  const reason = {
    type: 'refused' in way ? 'refused' : 'because',
    params: told((facts, event) =>
      way.data === undefined ? { code: way.because } : { code: way.because, data: way.data(facts, event) },
    ),
  };
  const guard = way.guard === undefined ? {} : { guard: way.guard };
  if ('refused' in way) return { ...guard, actions: [reason] };
  const { set, effects } = way;
  return {
    ...guard,
    target: way.to,
    actions: [
      ...(set === undefined ? [] : [assign(told(set) as never)]),
      reason,
      ...(effects === undefined ? [] : [{ type: 'effects', params: told(effects) }]),
    ],
  };
}
