import { resolve } from 'node:path';
import { mostRuleBytes, parseRuleFile, type Rules, readFileWithin, readRules } from '@linli/community';
import { Mapping } from '@linli/interop';
import { isFault } from '@linli/model';
import { memoryDriver, type StorageDriver } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import type { Asked } from './arguments.ts';
import { type Failure, failure } from './failure.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** More than any workbook that `readWorkbook` takes. */
const mostWorkbookBytes = 64_000_000;

export const loadBytes = (file: string, terminal: Terminal): Promise<Uint8Array | Failure> =>
  bytesWithin(file, mostWorkbookBytes, terminal);

/** A file that people write: rules, definitions, services. */
export const loadRuleBytes = (file: string, terminal: Terminal): Promise<Uint8Array | Failure> =>
  bytesWithin(file, mostRuleBytes, terminal);

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function bytesWithin(file: string, mostBytes: number, terminal: Terminal): Promise<Uint8Array | Failure> {
  try {
    const bytes = await readFileWithin(resolve(terminal.cwd, file), file, mostBytes);
    return bytes.ok ? bytes.value : failure(exitCodes.input, ...bytes.reasons);
  } catch (cause) {
    const problem = cause instanceof Error && 'code' in cause ? String(cause.code) : 'unknown';
    if (problem === 'ENOENT') return failure(exitCodes.input, { code: 'file/not-found', data: { file } });
    return failure(exitCodes.input, { code: 'file/not-readable', data: { file, problem } });
  }
}

/** The community's rules: the folder asked for, or the one the environment names, or `community` here. */
export async function loadRules(asked: Asked, terminal: Terminal): Promise<Rules | Failure> {
  const folder = asked.community ?? terminal.env['LINLI_COMMUNITY'];
  if (folder === undefined) return failure(exitCodes.usage, { code: 'community/needed' });
  const rules = await readRules(resolve(terminal.cwd, folder));
  return rules.ok ? rules.value : failure(exitCodes.rules, ...rules.reasons);
}

export async function loadMapping(
  { mapping: file }: Asked,
  terminal: Terminal,
): Promise<{ readonly mapping?: Mapping } | Failure> {
  if (file === undefined) return {};
  const bytes = await loadRuleBytes(file, terminal);
  if (!(bytes instanceof Uint8Array)) return bytes;
  const mapping = parseRuleFile(file, new TextDecoder().decode(bytes), Mapping);
  return mapping.ok ? { mapping: mapping.value } : failure(exitCodes.rules, ...mapping.reasons);
}

/** `memory` keeps nothing; `sqlite:PATH` is opened, or made where there is none. */
export async function openDriver(store: string, terminal: Terminal): Promise<StorageDriver | Failure> {
  if (store === 'memory') return memoryDriver();
  const path = /^sqlite:(.+)$/.exec(store)?.[1];
  if (path === undefined) return failure(exitCodes.usage, { code: 'store/unknown', data: { value: store } });
  try {
    return await sqliteDriver({ path: resolve(terminal.cwd, path) });
  } catch (cause) {
    if (isFault(cause)) {
      const which = { code: 'store/not-opened', data: { value: store } };
      return failure(exitCodes.store, which, { code: cause.code, data: { problem: cause.message } });
    }
    throw cause;
  }
}
