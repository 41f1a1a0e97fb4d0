import { resolve } from 'node:path';
import { parseRuleFile, type Rules, readFileWithin, readRules, readTextWithin } from '@linli/community';
import { Mapping } from '@linli/interop';
import { type Decision, isFault, type Reason } from '@linli/model';
import { memoryDriver, type StorageDriver } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import type { Asked } from './arguments.ts';
import { type Failure, failure } from './failure.ts';
import { exitCodes, type Terminal } from './terminal.ts';

/** More than any workbook that `readWorkbook` takes. */
const mostWorkbookBytes = 64_000_000;

export const loadBytes = (file: string, terminal: Terminal): Promise<Uint8Array | Failure> =>
  loaded(file, () => readFileWithin(resolve(terminal.cwd, file), file, mostWorkbookBytes));

/** A file that people write: rules, definitions, services. */
export const loadRuleText = (file: string, terminal: Terminal): Promise<string | Failure> =>
  loaded(file, () => readTextWithin(resolve(terminal.cwd, file), file));

export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

async function loaded<Value>(file: string, read: () => Promise<Decision<Value>>): Promise<Value | Failure> {
  try {
    const answer = await read();
    return answer.ok ? answer.value : failure(exitCodes.input, ...(answer.reasons as readonly [Reason, ...Reason[]]));
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
  const text = await loadRuleText(file, terminal);
  if (typeof text !== 'string') return text;
  const mapping = parseRuleFile(file, text, Mapping);
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
