import { assert, type Instant } from '@linli/model';
import { type CaughtUp, catchUp as catchUpOne } from './process/catch-up.ts';
import type { Process } from './process/define-process.ts';
import { drive, dueOf, type Step, type Tick } from './process/drive.ts';
import type { ProcessTypes } from './process/process-types.ts';
import type { Snapshot } from './process/snapshot.ts';
import { processes } from './processes.ts';

// The same four doors for every process: a host keeps all its snapshots in one place and wakes them in one loop.

/**
 * First every deadline up to `event.at`, in order, then the event: a demand at 16:00:00.000 never meets a collection.
 * An id is decided once, refused or not. Nothing here waits, sends or stores.
 * @throws Fault `process/unknown` where the snapshot is of no process; what comes from a store goes through `wake` first.
 */
export const advance = <T extends ProcessTypes>(snapshot: Snapshot<T>, event: T['event'] | Tick): Step<T> =>
  drive(processOf(snapshot), snapshot, event);

/** When the host should wake it next; null where it waits for people, or has ended. */
export const nextDeadline = <T extends ProcessTypes>(snapshot: Snapshot<T>): Instant | null =>
  dueOf(processOf(snapshot), snapshot);

/** After a silence: every deadline missed, once, in order, marked late. A second call at the same instant has no effects. */
export const catchUp = <T extends ProcessTypes>(snapshot: Snapshot<T>, now: Instant): CaughtUp<T> =>
  catchUpOne(processOf(snapshot), snapshot, now);

const byFormat = new Map<string, unknown>(Object.values(processes).map((process) => [process.format, process]));

function processOf<T extends ProcessTypes>({ format }: Snapshot<T>): Process<T> {
  const process = byFormat.get(format);
  assert(process !== undefined, 'process/unknown', `no process has snapshots of the format ${format}`);
  // The format of a snapshot names its process, and its types with it.
  return process as Process<T>;
}
