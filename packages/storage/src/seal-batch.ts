import { canonicalJson } from './canonical-json.ts';
import { checkKey } from './check-key.ts';
import { compareKeys } from './compare-keys.ts';
import type { Batch } from './driver.ts';
import { storageFault } from './storage-fault.ts';

/** A batch that was checked and no longer changes with its caller's objects. Every list is in key order. */
export interface SealedBatch {
  readonly id: string;
  readonly expect: readonly (readonly [key: string, revision: number])[];
  /** The value as JSON text. */
  readonly put: readonly (readonly [key: string, json: string])[];
  readonly remove: readonly string[];
  /** Equal exactly where two batches ask for the same. Keep it, or its hash, with the id. */
  readonly body: string;
}

/**
 * What a driver does first with a batch.
 * @throws Fault `storage/invalid-batch` for bad keys, values that are not JSON, or a key both put and removed.
 */
export function sealBatch(batch: Batch): SealedBatch {
  checkKey(batch.id);
  const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => compareKeys(a, b);
  const expect = Object.entries(batch.expect).sort(byKey);
  const put = Object.entries(batch.put)
    .map(([key, value]): [string, string] => [key, canonicalJson(value, key)])
    .sort(byKey);
  const remove = [...new Set(batch.remove)].sort(compareKeys);

  const putKeys = new Set(put.map(([key]) => key));
  for (const key of [...expect.map(([key]) => key), ...putKeys, ...remove]) checkKey(key);
  for (const [key, revision] of expect) {
    if (!Number.isSafeInteger(revision) || revision < 0) {
      throw storageFault('storage/invalid-batch', `the revision expected of ${key} is not a whole number from 0`);
    }
  }
  const both = remove.find((key) => putKeys.has(key));
  if (both !== undefined) throw storageFault('storage/invalid-batch', `${both} is both put and removed`);
  return { id: batch.id, expect, put, remove, body: JSON.stringify([expect, put, remove]) };
}
