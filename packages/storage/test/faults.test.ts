import { type Instant, seededRandom } from '@linli/model';
import { createStore, memoryDriver, type Session, type StorageDriver } from '@linli/storage';
import { listedFaults, seededFaults, withFaults } from '@linli/storage/faults';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Counter = z.strictObject({ value: z.int() }).readonly();
type Counters = { counters: typeof Counter };
const collections: Counters = { counters: Counter };

/** Adds one, once; sends the same commit again for as long as its outcome is unknown. */
async function addOne(session: Session<Counters>, id: string): Promise<number> {
  const before = await session.read('counters', 'meals');
  const commit = {
    id,
    at: 1 as Instant,
    actor: 'test',
    why: 'one more meal',
    put: { counters: { meals: { value: (before?.value ?? 0) + 1 } } },
  };
  for (let tries = 1; ; tries += 1) {
    try {
      await session.commit(commit);
      return tries;
    } catch (error) {
      if ((error as { code?: string }).code !== 'storage/unavailable') throw error;
    }
  }
}

const held = async (driver: StorageDriver): Promise<number | undefined> =>
  (await createStore(driver, collections).session().read('counters', 'meals'))?.value;

describe('withFaults', () => {
  it('fails the listed commits: before, nothing is kept; after, all is kept and the answer is lost', async () => {
    const driver = memoryDriver();
    const failing = withFaults(driver, listedFaults({ 1: 'before', 2: 'after' }));
    const batch = { id: 'one', expect: {}, put: { a: 1 }, remove: [] };
    const unavailable = { code: 'storage/unavailable', retryable: true };
    await expect(failing.commit(batch)).rejects.toMatchObject(unavailable);
    expect(await driver.read(['a'])).toEqual([undefined]);
    await expect(failing.commit(batch)).rejects.toMatchObject(unavailable);
    expect(await driver.read(['a'])).toEqual([{ key: 'a', revision: 1, value: 1 }]);
    expect(await failing.commit(batch)).toEqual({ revision: 1 });
  });

  it('lets the refusals of the driver through, so that a lost answer never hides a no', async () => {
    const failing = withFaults(memoryDriver(), listedFaults({ 1: 'after' }));
    const stale = failing.commit({ id: 'one', expect: { a: 7 }, put: {}, remove: [] });
    await expect(stale).rejects.toMatchObject({ code: 'storage/stale-read' });
  });

  it('a retry with the same id after a lost answer has one effect', async () => {
    const driver = memoryDriver();
    const store = createStore(withFaults(driver, listedFaults({ 1: 'after', 2: 'before', 3: 'after' })), collections);
    expect(await addOne(store.session(), 'meal-1')).toBe(4);
    expect(await held(driver)).toBe(1);
    expect(await store.audit()).toHaveLength(1);
  });

  it('planted bug: over a driver that forgets ids, the same retry is written twice', async () => {
    const driver = memoryDriver();
    const written: string[] = [];
    const forgetful: StorageDriver = {
      ...driver,
      async commit(batch) {
        const done = await driver.commit({ ...batch, id: `call ${written.length}`, expect: {} });
        written.push(batch.id);
        return done;
      },
    };
    await addOne(createStore(withFaults(forgetful, listedFaults({ 1: 'after' })), collections).session(), 'meal-1');
    expect(written).toEqual(['meal-1', 'meal-1']);
  });

  it('law: under any seeded faults, n additions make n', async () => {
    const property = fc.asyncProperty(fc.nat(1_000_000), fc.integer({ min: 1, max: 10 }), async (seed, additions) => {
      const driver = memoryDriver();
      const store = createStore(withFaults(driver, seededFaults(seededRandom(seed), 500)), collections);
      for (let n = 0; n < additions; n += 1) await addOne(store.session(), `meal-${n}`);
      expect(await held(driver)).toBe(additions);
      expect(await store.audit()).toHaveLength(additions);
    });
    await fc.assert(property, { seed: 20261123, numRuns: 100 });
  });

  it('fails about as often as asked, both ways', () => {
    const plan = seededFaults(seededRandom(7), 200);
    const counts = { before: 0, after: 0, none: 0 };
    for (let commit = 1; commit <= 10_000; commit += 1) counts[plan(commit) ?? 'none'] += 1;
    // 200 of 1000 fail: 2000 of 10 000 expected, half each way; four standard deviations are 160 and 120.
    expect(Math.abs(counts.none - 8_000)).toBeLessThan(160);
    expect(Math.abs(counts.before - 1_000)).toBeLessThan(120);
  });
});
