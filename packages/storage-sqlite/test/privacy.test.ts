import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { sqliteDriver } from '@linli/storage-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { killAfter } from './kill-after.ts';

const folder = mkdtempSync(join(tmpdir(), 'linli-private-'));
const committer = fileURLToPath(new URL('./fixtures/committer.ts', import.meta.url));
let umask = 0;

// A generous umask: rights must not hang on the one of whoever starts us.
beforeAll(() => {
  umask = process.umask(0);
});
afterAll(() => {
  process.umask(umask);
  rmSync(folder, { recursive: true, force: true });
});

let files = 0;
const newPath = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};
const modes = (path: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((file) => file.startsWith(path))
      .map((file) => [file.slice(path.length), (statSync(file).mode & 0o777).toString(8)]),
  );
const batch = (id: string, put: Record<string, string>, remove: string[] = []) => ({ id, expect: {}, put, remove });

// Windows keeps rights elsewhere; there every file shows 666.
const mode = process.platform === 'win32' ? '666' : '600';

describe('only the owner may read', () => {
  it('the file, its log and the index of the log, whatever the umask', async () => {
    const path = newPath();
    const driver = sqliteDriver({ path });
    await driver.commit(batch('one', { a: 'x' }));
    expect(modes(path)).toEqual({ '': mode, '-wal': mode, '-shm': mode });
    await driver.close();
    expect(modes(path)).toEqual({ '': mode });
  });

  it('from the first byte: a process that may not write one leaves an empty file that only its owner may read', () => {
    const path = newPath();
    const program = [process.execPath, '--conditions=@linli/source', '--no-warnings', committer, path, 'w'];
    const quoted = program.map((word) => `'${word}'`).join(' ');
    const { status } = spawnSync('sh', ['-c', `umask 0; ulimit -f 0; exec ${quoted}`]);
    expect(status).not.toBe(0);
    expect([modes(path), statSync(path).size]).toEqual([{ '': mode }, 0]);
  });

  it('also an older file that others could read, with what a killed process left beside it', async () => {
    const path = newPath();
    await killAfter(path, 'w', 3);
    for (const ending of ['', '-wal', '-shm']) chmodSync(`${path}${ending}`, 0o664);
    const driver = sqliteDriver({ path });
    expect(modes(path)).toEqual({ '': mode, '-wal': mode, '-shm': mode });
    expect((await driver.read(['head/w']))[0]?.value).toBeGreaterThanOrEqual(3);
    await driver.close();
  });

  it('but a file that is not ours keeps its rights', () => {
    const path = newPath();
    writeFileSync(path, 'rows,of,a,sheet\n'.repeat(1000));
    chmodSync(path, 0o644);
    const left = modes(path);
    expect(() => sqliteDriver({ path })).toThrow(expect.objectContaining({ code: 'storage/not-a-database' }));
    const theirs = newPath();
    new DatabaseSync(theirs).exec('create table customers (name text)');
    chmodSync(theirs, 0o644);
    expect(() => sqliteDriver({ path: theirs })).toThrow(expect.objectContaining({ code: 'storage/not-ours' }));
    expect([modes(path), modes(theirs)]).toEqual([left, left]);
  });
});

describe('what is removed or written over is gone from the disk', () => {
  const bytesOf = (path: string): string =>
    ['', '-wal'].map((ending) => (modes(path)[ending] === undefined ? '' : readFileSync(`${path}${ending}`, 'latin1'))).join();

  it.each([10, 500, 5_000, 200_000])('words in a record of %s bytes', async (size) => {
    const path = newPath();
    const driver = sqliteDriver({ path });
    const [removed, replaced, kept] = ['CanaryRemoved', 'CanaryReplaced', 'CanaryKept'];
    const filled = (word: string): string => word.padEnd(size, `-${word}`);
    const put = { 'a/1': filled(removed), 'a/2': filled(replaced), 'a/3': filled(kept) };
    await driver.commit(batch('one', put));
    await driver.commit(batch('many', Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`b/${n}`, 'x'.repeat(n * 20)]))));
    expect(bytesOf(path)).toContain(removed);
    await driver.commit(batch('two', { 'a/2': 'short' }, ['a/1']));
    await driver.close();
    const left = bytesOf(path);
    expect([removed, replaced, kept].map((word) => left.includes(word))).toEqual([false, false, true]);
  });
});
