import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seededRandom } from '@linli/model';
import type { StorageDriver, Stored } from '@linli/storage';
import { sqliteDriver } from '@linli/storage-sqlite';
import { afterAll, describe, expect, it } from 'vitest';
import { killAfter } from './kill-after.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-kill-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function keysOf(driver: StorageDriver, prefix: string): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const stored of driver.scan({ from: `${prefix}/`, until: `${prefix}0` })) found.push(stored);
  return found;
}

/** Every batch up to the head is there whole, and none beyond it in part. Answers the head. */
async function checkWhole(driver: StorageDriver, writer: string): Promise<number> {
  const [head] = await driver.read([`head/${writer}`]);
  const count = Number(head?.value ?? 0);
  const rights = await keysOf(driver, `right/${writer}`);
  const lefts = await keysOf(driver, `left/${writer}`);
  expect(rights.map(({ value }) => (value as string).length)).toEqual(
    Array.from({ length: count }, (_, index) => (index + 1) % 5000),
  );
  // Each commit removes the left key of the one before.
  expect(lefts.map(({ value, revision }) => [value, revision])).toEqual([[count, head?.revision]]);
  expect(rights.at(-1)?.revision).toBe(head?.revision);
  return count;
}

describe('sqliteDriver under kill -9', () => {
  it('D1: loses no acknowledged commit and keeps batches whole, over 14 kills of one writer', async () => {
    const path = join(folder, 'one.db');
    const random = seededRandom(20261123);
    for (let round = 0; round < 14; round += 1) {
      const acknowledged = await killAfter(path, 'w', 1 + random.nextInt(30));
      const driver = sqliteDriver({ path });
      const kept = await checkWhole(driver, 'w');
      expect(kept).toBeGreaterThanOrEqual(acknowledged);
      // At most one commit can have been kept without being told.
      expect(kept).toBeLessThanOrEqual(acknowledged + 1);
      await driver.close();
    }
  });

  it('M1: keeps two writers apart, over 3 kills of both at once', async () => {
    const path = join(folder, 'two.db');
    const random = seededRandom(7);
    for (let round = 0; round < 3; round += 1) {
      const writers = ['left', 'right'];
      const acknowledged = await Promise.all(writers.map((writer) => killAfter(path, writer, 5 + random.nextInt(20))));
      const driver = sqliteDriver({ path });
      for (const [index, writer] of writers.entries()) {
        expect(await checkWhole(driver, writer)).toBeGreaterThanOrEqual(acknowledged[index] ?? Number.NaN);
      }
      await driver.close();
    }
  });
});
