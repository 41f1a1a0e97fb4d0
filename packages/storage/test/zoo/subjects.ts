import { type Claim, memoryDriver, type StorageDriver } from '@linli/storage';
import type { Subject } from '@linli/storage/conformance';

/** Changes one thing about a driver and leaves the rest. */
export const altered = (driver: StorageDriver, change: Partial<StorageDriver>): StorageDriver => ({
  name: driver.name,
  claims: driver.claims,
  read: (keys) => driver.read(keys),
  scan: (range) => driver.scan(range),
  commit: (batch) => driver.commit(batch),
  close: () => driver.close(),
  ...change,
});

/** A memory driver of its own for each open: right for whoever claims nothing. */
export const fresh = (change: (driver: StorageDriver) => StorageDriver = (driver) => driver): Subject => ({
  open: async () => change(memoryDriver()),
  reset: async () => {},
});

/** One memory that outlives its openings, as a disk does. `view` gets the number of the opening, from 1. */
export function disk(
  claims: readonly Claim[],
  view: (driver: StorageDriver, opening: number) => StorageDriver = (driver) => driver,
): Subject {
  let memory = memoryDriver();
  let openings = 0;
  return {
    async open() {
      openings += 1;
      const held = memory;
      const closed = memoryDriver();
      await closed.close();
      let now = held;
      return view(
        {
          name: 'disk',
          claims: new Set(claims),
          read: (keys) => now.read(keys),
          scan: (range) => now.scan(range),
          commit: (batch) => now.commit(batch),
          close: async () => {
            now = closed;
          },
        },
        openings,
      );
    },
    async reset() {
      memory = memoryDriver();
    },
  };
}
