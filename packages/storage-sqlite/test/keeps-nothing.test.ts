import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteDriver } from '@linli/storage-sqlite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'linli-keeps-'));
const before = process.cwd();

// Relative paths are part of the question.
beforeAll(() => process.chdir(folder));
afterAll(() => {
  process.chdir(before);
  rmSync(folder, { recursive: true, force: true });
});

const batch = { id: 'one', expect: {}, put: { 'meals/today': 12 }, remove: [] };

describe('a path that keeps nothing, or that looks as if it were meant to, is refused and leaves nothing behind', () => {
  it.each([
    ...[
      '',
      ' ',
      '\t\n',
      '\u3000',
      ':memory:',
      ' :memory: ',
      ':MEMORY:',
      '%3Amemory%3A',
      '%3amemory:',
      './:memory:',
      'a/:memory:',
    ],
    ...['file:', 'file::memory:', 'file::memory:?cache=shared', 'file:plan?mode=memory', 'file:plan?mode=memory&cache=shared'],
    ...['FILE:plan', ' file:plan', 'file:plan', 'file:///plan', 'file:%3Amemory%3A', 'file:/plan?vfs=memdb', 'file:?x'],
    ...['plan?mode=memory', 'plan?cache=shared&mode=memory', ':memory:?cache=shared', 'a\0b'],
  ])('%j', (path) => {
    expect(() => sqliteDriver({ path })).toThrow(expect.objectContaining({ code: 'storage/cannot-open', retryable: false }));
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([undefined, null, 7, new URL('file:///plan'), Buffer.from('plan')])('%s, which is no text', (path) => {
    const open = () => sqliteDriver({ path: path as unknown as string });
    expect(open).toThrow(expect.objectContaining({ code: 'storage/cannot-open' }));
    expect(readdirSync(folder)).toEqual([]);
  });
});

it('what is no file is refused at once: folders, devices, links that lead nowhere, places that are not there', () => {
  const nowhere = join(folder, 'link');
  symlinkSync(join(folder, 'gone'), nowhere);
  mkdirSync('place');
  const devices = process.platform === 'win32' ? [] : ['/dev/null', '/dev/zero', '/dev/tty', '/dev/full'];
  for (const path of [folder, '.', '..', 'place', 'place/', 'no/such/folder.db', 'x'.repeat(300), nowhere, ...devices]) {
    expect(() => sqliteDriver({ path }), path).toThrow(expect.objectContaining({ code: 'storage/cannot-open' }));
  }
  rmSync(nowhere);
  rmSync('place', { recursive: true });
  expect(readdirSync(folder)).toEqual([]);
});

it.each(['plan.db', 'plan?x=1#y', 'my plan 计划 𠮷.db', 'it\'s "a" plan.db', '100%25.db', 'file', 'memory', 'profile:plan'])(
  'a relative path of the name %s is a file like any other, also after the folder was changed',
  async (path) => {
    const driver = sqliteDriver({ path });
    process.chdir(tmpdir());
    try {
      await driver.commit(batch);
      await driver.close();
    } finally {
      process.chdir(folder);
    }
    expect(readdirSync(folder)).toEqual([path]);
    const again = sqliteDriver({ path });
    expect((await again.read(['meals/today']))[0]?.value).toBe(12);
    await again.close();
    rmSync(join(folder, path));
  },
);
