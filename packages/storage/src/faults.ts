import type { Random } from '@linli/model';
import type { StorageDriver } from './driver.ts';
import { storageFault } from './storage-fault.ts';

/** `before`: the commit never reaches the driver. `after`: it is kept, and its answer is lost. */
export type Failure = 'before' | 'after';

/** What happens to the commit of that number, counted from 1; undefined lets it pass. */
export type FaultPlan = (commit: number) => Failure | undefined;

/** These commits fail in this way, the others pass. */
export const listedFaults =
  (failures: Readonly<Record<number, Failure>>): FaultPlan =>
  (commit) =>
    failures[commit];

/** Each commit fails with the given chance, in thousandths, half of the failures before and half after. */
export const seededFaults =
  (random: Random, permille: number): FaultPlan =>
  () => {
    if (random.nextInt(1000) >= permille) return undefined;
    return random.nextInt(2) === 0 ? 'before' : 'after';
  };

/**
 * The same driver, failing by plan as a bad line would: with `storage/unavailable`, which never tells whether the commit
 * was kept. Refusals of the driver itself pass through. Reads do not fail.
 */
export function withFaults(driver: StorageDriver, plan: FaultPlan): StorageDriver {
  let commits = 0;
  return {
    name: `${driver.name} with faults`,
    claims: driver.claims,
    read: (keys) => driver.read(keys),
    scan: (range) => driver.scan(range),
    async commit(batch) {
      commits += 1;
      const failure = plan(commits);
      const lost = storageFault('storage/unavailable', `no answer to commit ${commits} (planned fault)`);
      if (failure === 'before') throw lost;
      const done = await driver.commit(batch);
      if (failure === 'after') throw lost;
      return done;
    },
    close: () => driver.close(),
  };
}
