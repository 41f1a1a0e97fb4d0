import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Instant } from '@linli/model';
import { sqliteDriver } from '@linli/storage-sqlite';
import { expect, it } from 'vitest';
import { runMonth } from '../src/main.ts';

it('credits a month once, in a file that outlives the program', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'linli-time-bank-'));
  const at = Instant.parse(Date.parse('2026-11-01T09:00+08:00'));
  const month = async (): Promise<readonly string[]> => {
    const lines: string[] = [];
    const driver = await sqliteDriver({ path: join(folder, 'bank.sqlite') });
    await runMonth(driver, at, (line) => lines.push(line));
    await driver.close();
    return lines;
  };
  try {
    // 2 h 45 min are 2 whole points, with 40 min more it is 3 h 25 min and a third, 2 h are 2.
    const expected = [
      's-01 p-lin: 2 point(s)',
      's-02 p-lin: 1 point(s)',
      's-03 p-wu: 2 point(s)',
      '3 transfers written',
      'p-lin: 3 points in 2 entries; to spend one: no (3 points earned so far; redemption opens at 100 points)',
      'p-wu: 2 points in 1 entries; to spend one: no (2 points earned so far; redemption opens at 100 points)',
    ];
    const first = await month();
    expect(first.map((line, index) => line.slice(0, expected[index]?.length))).toEqual(expected);
    const second = await month();
    expect(second[3]).toBe('the ledger had it all: nothing was written');
    expect(second.filter((_, index) => index !== 3)).toEqual(first.filter((_, index) => index !== 3));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
