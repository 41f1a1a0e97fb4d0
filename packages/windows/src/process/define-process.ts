import type * as z from 'zod';
import { compile } from './compile.ts';
import type { Due, Format, ProcessSpec, ProcessTypes } from './process-types.ts';
import { type Snapshot, snapshotSchema } from './snapshot.ts';
import { machineTurn, type Turn } from './turn.ts';

/** The xstate machine made of a table, as far as our types tell: those of xstate do not compile under every strictness. */
export interface ProcessMachine {
  readonly id: string;
}

/** A process as one table and as the machine made of it. */
export interface Process<T extends ProcessTypes> extends ProcessSpec<T> {
  readonly format: Format<T['name']>;
  readonly machine: ProcessMachine;
  readonly Snapshot: z.ZodType<Snapshot<T>>;
  /** What one event does to a state and its facts; time and ids are the driver's. Never throws for an event that does not fit. */
  readonly turn: (state: T['state'], facts: T['facts'], event: T['event'] | Due) => Turn<T>;
}

export function defineProcess<T extends ProcessTypes>(spec: ProcessSpec<T>): Process<T> {
  const format: Format<T['name']> = `linli-${spec.name}-state/${spec.version}`;
  const machine = compile(spec);
  return {
    ...spec,
    format,
    machine,
    Snapshot: snapshotSchema(spec, format),
    turn: (state, facts, event) => machineTurn(spec.name, machine, state, facts, event),
  };
}
