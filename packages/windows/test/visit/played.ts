import { type Instant, instantAt, LocalDate, type PersonId, WallTime, Zone } from '@linli/model';
import type { Process } from '../../src/process/define-process.ts';
import { drive, openProcess, type Stamped, type Step, type Tick } from '../../src/process/drive.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';

export const person = (name: string): PersonId => name as PersonId;
export const day = (date: string): LocalDate => LocalDate.parse(date);
export const wuhan = Zone.parse('Asia/Shanghai');

/** A wall time of 31 March 2020 in Wuhan, `14:00`. */
export const at = (time: string, plusMs = 0): Instant =>
  (instantAt(day('2020-03-31'), WallTime.parse(time), wuhan) + plusMs) as Instant;

export type Bare<Event> = Event extends { readonly id: string } ? Omit<Event, 'id' | 'at'> : never;
export const tick = (time: string, plusMs = 0): Tick => ({ type: 'tick', id: `tick ${time} ${plusMs}`, at: at(time, plusMs) });

/** Makes events of one process: what happens, at a wall time of that day, under an id made from both. */
export const eventsOf =
  <Event extends { readonly type: string; readonly id: string }>() =>
  (time: string, bare: Bare<Event>, id = `${(bare as { readonly type: string }).type} ${time}`): Event =>
    ({ ...bare, id, at: at(time) }) as unknown as Event;

export interface Played<T extends ProcessTypes> {
  readonly snapshot: Snapshot<T>;
  readonly steps: readonly Step<T>[];
  readonly effects: readonly Stamped<T['effect']>[];
  /** The codes of all reasons on the way. */
  readonly codes: readonly string[];
}

/** Plays events one after another from `facts` on. */
export function played<T extends ProcessTypes>(
  process: Process<T>,
  facts: T['facts'],
  ...events: readonly (T['event'] | Tick)[]
): Played<T> {
  const steps: Step<T>[] = [];
  let snapshot = openProcess(process, 'it', facts);
  for (const event of events) {
    const step = drive(process, snapshot, event);
    steps.push(step);
    snapshot = step.snapshot;
  }
  return {
    snapshot,
    steps,
    effects: steps.flatMap(({ effects }) => effects),
    codes: steps.flatMap(({ reasons }) => reasons.map(({ code }) => code)),
  };
}

/** Types of effects, in order. */
export const typesOf = (effects: readonly { readonly type: string }[]): readonly string[] => effects.map(({ type }) => type);
