import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sqliteDriver } from '@linli/storage-sqlite';
import { afterAll, describe, expect, it } from 'vitest';

// Windows lets nobody remove or rename a file that is open: there is nothing to be noticed.
const folder = mkdtempSync(join(tmpdir(), 'linli-gone-'));
let files = 0;
const batch = (id: string, put: Record<string, number>) => ({ id, expect: {}, put, remove: [] });
const gone = { code: 'storage/file-gone', retryable: false };

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function opened() {
  files += 1;
  const home = join(folder, `${files}`);
  mkdirSync(home);
  const path = join(home, 'day.db');
  const driver = sqliteDriver({ path });
  await driver.commit(batch('one', { a: 1 }));
  return { path, driver };
}

/** Another whole database of ours, with something else in it. */
async function another(path: string): Promise<string> {
  const other = sqliteDriver({ path: `${path}.other` });
  await other.commit(batch('other', { other: 1 }));
  await other.close();
  return `${path}.other`;
}

const accidents: readonly (readonly [what: string, happens: (path: string) => Promise<void> | void])[] = [
  ['the file and all beside it are removed', (path) => rmSync(join(path, '..'), { recursive: true })],
  ['the file is removed', (path) => unlinkSync(path)],
  ['the log is removed', (path) => unlinkSync(`${path}-wal`)],
  ['the index of the log is removed', (path) => unlinkSync(`${path}-shm`)],
  ['the file is moved away', (path) => renameSync(path, `${path}.away`)],
  ['a backup is moved over the file', async (path) => renameSync(await another(path), path)],
  [
    'the file is removed and a backup copied to its place',
    async (path) => {
      const other = await another(path);
      unlinkSync(path);
      copyFileSync(other, path);
    },
  ],
  [
    'another log is moved over the log',
    (path) => {
      copyFileSync(`${path}-wal`, `${path}.copy`);
      renameSync(`${path}.copy`, `${path}-wal`);
    },
  ],
  [
    'an empty file stands in its place',
    (path) => {
      unlinkSync(path);
      writeFileSync(path, '');
    },
  ],
  ['the folder is moved away', (path) => renameSync(join(path, '..'), `${join(path, '..')}.away`)],
];

describe('nothing is acknowledged into a file that is gone', () => {
  it.each(accidents)('when %s', async (_, happens) => {
    const { path, driver } = await opened();
    await happens(path);
    for (const id of ['two', 'three']) await expect(driver.commit(batch(id, { b: 2 }))).rejects.toMatchObject(gone);
    // What it holds is no longer what stands under the name.
    await expect(driver.read(['a'])).rejects.toMatchObject(gone);
    await driver.close();
  });

  it('and nothing of such a commit was written into the file that was put there', async () => {
    const { path, driver } = await opened();
    renameSync(await another(path), path);
    await expect(driver.commit(batch('two', { b: 2 }))).rejects.toMatchObject(gone);
    const there = new DatabaseSync(path, { readOnly: true });
    expect(there.prepare('select count(*) as rows from entries where key = ?').get('b')).toEqual({ rows: 0 });
    there.close();
    await driver.close();
  });
});

it('a link may lead to the file; led elsewhere while the file is open, it is noticed', async () => {
  const { path, driver } = await opened();
  await driver.close();
  const link = `${path}.link`;
  symlinkSync(path, link);
  const linked = sqliteDriver({ path: link });
  expect(await linked.commit(batch('two', { b: 2 }))).toEqual({ revision: 2 });
  unlinkSync(link);
  symlinkSync(await another(path), link);
  await expect(linked.commit(batch('three', { c: 3 }))).rejects.toMatchObject(gone);
  await linked.close();
});

it('what other drivers do with the same file is no accident: commits, closing, checkpoints', async () => {
  const { path, driver } = await opened();
  const others = [sqliteDriver({ path }), sqliteDriver({ path })];
  for (const [index, other] of others.entries()) {
    await other.commit(batch(`other ${index}`, { [`o${index}`]: index }));
    await other.close();
    const raw = new DatabaseSync(path);
    raw.exec('pragma wal_checkpoint(truncate)');
    raw.close();
    await driver.commit(batch(`mine ${index}`, { [`m${index}`]: index }));
  }
  expect((await driver.read(['o0', 'o1', 'm0', 'm1'])).map((stored) => stored?.value)).toEqual([0, 1, 0, 1]);
  await driver.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
});
