import { type Batch, type Claim, type KeyRange, memoryDriver, type StorageDriver, type Stored } from '@linli/storage';
import type { Subject } from '@linli/storage/conformance';
import { copyOf } from './copy-of.ts';

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

export async function all(driver: StorageDriver, range: KeyRange = { from: '', until: '\u{10ffff}' }): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const stored of driver.scan(range)) found.push(stored);
  return found;
}

/** A memory driver of its own for each open: right for whoever claims nothing. */
export const fresh = (change: (driver: StorageDriver) => StorageDriver = (driver) => driver): Subject => ({
  open: async () => change(memoryDriver()),
  reset: async () => {},
});

interface Habits {
  /** Keeps what it acknowledged to itself until it is closed. */
  readonly writesInClose?: boolean;
  /** Nothing goes to the disk; it stays in the cache of the system. */
  readonly neverSyncs?: boolean;
  /** Changes one driver; the openings are counted from 1. */
  readonly view?: (driver: StorageDriver, opening: number) => StorageDriver;
}

/**
 * A machine in miniature: a disk, over it the cache of the system, over it processes. A kill takes what a process kept to
 * itself, a power cut takes the cache. It is all in this process, so that every moment comes the same way each time.
 */
export function machine(claims: readonly Claim[], habits: Habits = {}): Required<Omit<Subject, 'unsafeSettings'>> {
  const { writesInClose = false, neverSyncs = false, view = (driver) => driver } = habits;
  let memory = memoryDriver();
  let written: Batch[] = [];
  let synced = 0;
  let openings = 0;

  async function startAnew(): Promise<void> {
    memory = memoryDriver();
    for (const batch of written) await memory.commit(batch);
  }

  function start(): { readonly driver: StorageDriver; readonly die: () => Promise<void> } {
    const own: Batch[] = [];
    let state: 'open' | 'closed' | 'dead' = 'open';
    const now = async (): Promise<StorageDriver> => {
      if (state === 'dead') throw new Error('the process is gone');
      if (state === 'open') return memory;
      const closed = memoryDriver();
      await closed.close();
      return closed;
    };
    const write = (batches: readonly Batch[]): void => {
      written.push(...batches);
      if (!neverSyncs) synced = written.length;
    };
    const sound: StorageDriver = {
      name: 'machine',
      claims: new Set(claims),
      read: async (keys) => (await now()).read(keys),
      async *scan(range) {
        yield* (await now()).scan(range);
      },
      async commit(batch) {
        const copy = copyOf(batch);
        const done = await (await now()).commit(copy);
        if (writesInClose) own.push(copy);
        else write([copy]);
        return done;
      },
      async close() {
        if (state === 'open') write(own);
        state = 'closed';
      },
    };
    openings += 1;
    const die = async (): Promise<void> => {
      state = 'dead';
      if (writesInClose) await startAnew();
    };
    return { driver: view(sound, openings), die };
  }

  return {
    open: async () => start().driver,
    async reset() {
      memory = memoryDriver();
      written = [];
      synced = 0;
    },
    async apart() {
      const { driver, die } = start();
      const commitAndDie = async (batch: Batch): Promise<void> => {
        await driver.commit(batch);
        await die();
      };
      return { driver, commitAndDie, kill: die };
    },
    async powerCut() {
      written = written.slice(0, synced);
      await startAnew();
    },
  };
}
