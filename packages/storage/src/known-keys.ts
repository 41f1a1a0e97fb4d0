import { compareKeys } from './compare-keys.ts';
import type { Json, KeyRange, StorageDriver } from './driver.ts';
import { storageFault } from './storage-fault.ts';

/** What one key held when it was read; revision 0 and no value where it was absent. */
interface Known {
  readonly revision: number;
  readonly value: Json | undefined;
}

/** The keys one session has seen. Each is fetched once, so that reading twice answers the same. */
export interface KnownKeys {
  load(keys: readonly string[]): Promise<void>;
  loadRange(range: KeyRange): Promise<void>;
  /** Of a key that was loaded. */
  at(key: string): Known;
  /** The present keys of a range that was loaded, in key order. */
  within(range: KeyRange): readonly string[];
  revisions(): Readonly<Record<string, number>>;
  learn(key: string, known: Known): void;
}

const isWithin = ({ from, until }: KeyRange, key: string): boolean => compareKeys(from, key) <= 0 && compareKeys(key, until) < 0;

/** @throws Fault `storage/stale-read` as soon as a key is met again at another revision: its session could not commit. */
export function knownKeys(driver: StorageDriver): KnownKeys {
  const known = new Map<string, Known>();
  const loadedRanges = new Set<string>();
  const remember = (key: string, found: Known): void => {
    const before = known.get(key);
    if (before !== undefined && before.revision !== found.revision) {
      throw storageFault('storage/stale-read', `${key} was changed while the session was reading`);
    }
    known.set(key, found);
  };

  return {
    async load(keys) {
      const missing = keys.filter((key) => !known.has(key));
      if (missing.length === 0) return;
      const found = await driver.read(missing);
      missing.forEach((key, index) => {
        remember(key, { revision: found[index]?.revision ?? 0, value: found[index]?.value });
      });
    },
    async loadRange(range) {
      if (loadedRanges.has(range.from)) return;
      const seen = new Set<string>();
      for await (const { key, revision, value } of driver.scan(range)) {
        remember(key, { revision, value });
        seen.add(key);
      }
      for (const key of known.keys()) {
        if (isWithin(range, key) && !seen.has(key)) remember(key, { revision: 0, value: undefined });
      }
      loadedRanges.add(range.from);
    },
    at: (key) => known.get(key) ?? { revision: 0, value: undefined },
    within: (range) =>
      [...known]
        .filter(([key, { value }]) => value !== undefined && isWithin(range, key))
        .map(([key]) => key)
        .sort(compareKeys),
    revisions: () => Object.fromEntries([...known].map(([key, { revision }]) => [key, revision])),
    learn: (key, found) => {
      known.set(key, found);
    },
  };
}
