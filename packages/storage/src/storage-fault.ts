import { Fault } from '@linli/model/kernel';
import type { StorageCode } from './texts.ts';

const retryable: ReadonlySet<StorageCode> = new Set(['storage/stale-read', 'storage/unavailable']);

/** A fault of a store or driver; whether it is retryable follows from its code. `message` names keys and paths, never values. */
export const storageFault = (code: StorageCode, message: string, cause?: unknown): Fault<StorageCode> =>
  new Fault(code, message, { cause, retryable: retryable.has(code) });
