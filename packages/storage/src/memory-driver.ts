import { checkKey, checkRange } from './check-key.ts';
import { compareKeys } from './compare-keys.ts';
import type { Json, StorageDriver, Stored } from './driver.ts';
import { frozenCopy } from './frozen-copy.ts';
import { type SealedBatch, sealBatch } from './seal-batch.ts';
import { storageFault } from './storage-fault.ts';

/** Keeps everything in this process and claims nothing: for tests, simulations and first steps. Values it hands out are frozen. */
export function memoryDriver(): StorageDriver {
  const stored = new Map<string, Stored>();
  const commits = new Map<string, { readonly revision: number; readonly body: string }>();
  let open = true;
  const checkOpen = (): void => {
    if (!open) throw storageFault('storage/closed', 'the memory driver is closed');
  };

  const apply = (batch: SealedBatch): number => {
    const stale = batch.expect.find(([key, revision]) => (stored.get(key)?.revision ?? 0) !== revision);
    if (stale !== undefined) throw storageFault('storage/stale-read', `${stale[0]} is no longer at revision ${stale[1]}`);
    const revision = commits.size + 1;
    for (const [key, json] of batch.put) {
      stored.set(key, Object.freeze({ key, revision, value: frozenCopy(JSON.parse(json) as Json) }));
    }
    for (const key of batch.remove) stored.delete(key);
    commits.set(batch.id, { revision, body: batch.body });
    return revision;
  };

  return {
    name: 'memory',
    claims: new Set(),
    async read(keys) {
      checkOpen();
      keys.forEach(checkKey);
      return keys.map((key) => stored.get(key));
    },
    async *scan(range) {
      checkOpen();
      checkRange(range);
      const held = [...stored.values()]
        .filter(({ key }) => compareKeys(range.from, key) <= 0 && compareKeys(key, range.until) < 0)
        .sort((a, b) => compareKeys(a.key, b.key));
      yield* held;
    },
    async commit(batch) {
      checkOpen();
      const sealed = sealBatch(batch);
      const before = commits.get(sealed.id);
      if (before === undefined) return { revision: apply(sealed) };
      if (before.body === sealed.body) return { revision: before.revision };
      throw storageFault('storage/id-reused', `the id ${sealed.id} was used for another batch`);
    },
    async close() {
      open = false;
    },
  };
}
