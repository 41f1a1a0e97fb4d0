import { type Decision, isFault, no } from '@linli/model';
import { parseLocated } from './parse-located.ts';
import type { Process } from './process/define-process.ts';
import type { ProcessTypes } from './process/process-types.ts';
import type { Snapshot } from './process/snapshot.ts';
import { type ProcessName, processes } from './processes.ts';

/** The types of a process by its name. */
export type TypesOf<Name extends ProcessName> = (typeof processes)[Name] extends Process<infer Types> ? Types : never;

export type WakeCode = 'snapshot/not-one' | 'snapshot/newer-format' | 'snapshot/migration-broken' | 'snapshot/malformed';

/**
 * A stored snapshot as this version reads it: brought up from an older version step by step, checked whole. Say its
 * process where you know it. `data.path` of a refusal says where. Nothing is repaired in silence: what does not fit stays
 * where it is, and a person must look.
 */
export function wake<Name extends ProcessName>(kept: unknown, of: Name): Decision<Snapshot<TypesOf<Name>>, WakeCode>;
export function wake(kept: unknown): Decision<Snapshot<ProcessTypes>, WakeCode>;
export function wake(kept: unknown, of?: ProcessName): Decision<Snapshot<ProcessTypes>, WakeCode> {
  const format = isRecord(kept) ? kept['format'] : undefined;
  const [, name = '', said = ''] = (typeof format === 'string' && /^linli-([a-z-]+)-state\/(\d+)$/.exec(format)) || [];
  if (!isRecord(kept) || !Object.hasOwn(processes, name) || name !== (of ?? name))
    return no('snapshot/not-one', { path: 'format' });
  // Held loosely on purpose: which types it has is only known once it is read.
  const process = processes[name as ProcessName] as unknown as Process<ProcessTypes>;
  const version = Number(said);
  if (version > process.version) return no('snapshot/newer-format', { path: 'format', format: String(format) });

  const code = version === process.version ? 'snapshot/malformed' : 'snapshot/migration-broken';
  return parseLocated<Snapshot<ProcessTypes>, WakeCode, never>(process.Snapshot, code, migrated(process, version, kept));
}

/** Undefined where a step cannot make sense of what it was given. */
function migrated({ migrations }: Process<ProcessTypes>, version: number, kept: Readonly<Record<string, unknown>>): unknown {
  try {
    return migrations.slice(version - 1).reduce((older, migrate) => migrate(older), kept);
  } catch (cause) {
    if (isFault(cause) || cause instanceof TypeError) return undefined;
    throw cause;
  }
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
