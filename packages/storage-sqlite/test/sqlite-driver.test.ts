import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Instant, Tie } from '@linli/model';
import { createStore } from '@linli/storage';
import { proveDriver } from '@linli/storage/conformance';
import { canCutPower, cutPower, startApart } from '@linli/storage/processes';
import { sqliteDriver } from '@linli/storage-sqlite';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'linli-sqlite-'));
let files = 0;
const newPath = (): string => {
  files += 1;
  return join(folder, `${files}.db`);
};

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fault = (code: string): Error => expect.objectContaining({ code, retryable: false }) as unknown as Error;

describe('sqliteDriver', () => {
  it('keeps every law of the kit on a real file, killed in processes of its own and with its power cut', async () => {
    let path = newPath();
    const program = new URL('./fixtures/serve.ts', import.meta.url);
    const nodeOptions = ['--conditions=@linli/source', '--no-warnings'];
    const report = await proveDriver({
      open: async () => sqliteDriver({ path }),
      reset: async () => {
        path = newPath();
      },
      apart: () => startApart({ program, args: [path], nodeOptions }),
      // Where the system does not tell what is on the disk, nobody can look, and the report says so.
      ...(canCutPower(folder) && { powerCut: async () => cutPower([path, `${path}-wal`, `${path}-shm`]) }),
    });
    const isSeen = canCutPower(folder);
    expect(report.laws.filter(({ verdict }) => verdict !== 'kept').map(({ id, verdict }) => [id, verdict])).toEqual(
      isSeen ? [] : [['D4', 'not-asked']],
    );
    expect([report.claims, report.unproved]).toEqual([['durable', 'multi-process'], isSeen ? [] : ['durable']]);
  });

  it('holds a store: typed, audited, and nothing written where nothing changed', async () => {
    const path = newPath();
    const tie = Tie.parse({ id: 't1', residentId: 'r1', helperId: 'h1', role: 'neighbour', duty: 'knock', cadence: 'daily' });
    const commit = { id: 'one', at: 5 as Instant, actor: 'test', why: 'first tie', put: { ties: { t1: tie } } };
    const counts: unknown[] = [];
    for (let day = 0; day < 2; day += 1) {
      const driver = sqliteDriver({ path });
      const store = createStore(driver, { ties: Tie });
      counts.push(await store.session().commit(commit), await store.session().list('ties'), (await store.audit()).length);
      await driver.close();
    }
    const nothing = { added: 0, changed: 0, removed: 0, revision: null };
    expect(counts).toEqual([{ ...nothing, added: 1, revision: 1 }, [tie], 1, nothing, [tie], 1]);
  });

  it('syncs its log at every commit and leaves a file that SQLite finds sound', async () => {
    const path = newPath();
    const driver = sqliteDriver({ path });
    await driver.commit({ id: 'one', expect: {}, put: { a: '陈' }, remove: [] });
    await driver.close();
    const file = new DatabaseSync(path);
    expect(file.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(file.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    expect(file.prepare('select key, revision, value from entries').all()).toEqual([{ key: 'a', revision: 1, value: '"陈"' }]);
    file.close();
  });
});

describe('what sqliteDriver will not open', () => {
  const entries = 'create table entries (key text primary key not null, revision integer not null, value text not null) strict;';
  const commits = 'create table commits (revision integer primary key, id text not null unique, body text not null) strict;';
  it.each([
    ['no tables', ''],
    ['one of the two', entries],
    ['other columns', 'create table entries (key text, other int)'],
    ['a view', `create view entries as select '' as key, 0 as revision, '' as value; ${commits}`],
    ['an index of the name', 'create table beside (a int); create index entries on beside (a)'],
    ['no key', `create table entries (key text not null, revision integer not null, value text not null) strict; ${commits}`],
    ['a key that sorts otherwise', entries.replace('key text', 'key text collate nocase') + commits],
    ['ids that may come twice', entries + commits.replace(' unique', '')],
    ['revisions that do not count', entries + commits.replace('integer primary key', 'integer not null')],
    ['other types', entries.replace('value text', 'value blob') + commits],
  ])('a file marked as ours with %s: it is damaged, left as it is, and closed', (_, made) => {
    const path = newPath();
    const file = new DatabaseSync(path);
    file.exec(`pragma journal_mode = wal; ${made}; pragma application_id = ${0x4c4e4c49}; pragma user_version = 1`);
    file.close();
    const before = readFileSync(path);
    expect(() => sqliteDriver({ path })).toThrow(fault('storage/damaged'));
    expect(readFileSync(path)).toEqual(before);
    // The last to close a file takes its log away.
    expect(existsSync(`${path}-wal`)).toBe(false);
  });

  it('the same tables, written by hand, are ours', async () => {
    const path = newPath();
    const file = new DatabaseSync(path);
    file.exec(`${entries} ${commits} pragma application_id = ${0x4c4e4c49}; pragma user_version = 1`);
    file.close();
    const driver = sqliteDriver({ path });
    expect(await driver.commit({ id: 'one', expect: {}, put: { a: 1 }, remove: [] })).toEqual({ revision: 1 });
    await driver.close();
  });

  it('a file that is not a database, which it leaves as it is', () => {
    for (const content of ['hello', 'rows,of,a,sheet\n'.repeat(1000), `SQLite format 3\0${'garbage'.repeat(300)}`]) {
      const path = newPath();
      writeFileSync(path, content);
      expect(() => sqliteDriver({ path })).toThrow(fault('storage/not-a-database'));
      expect(readFileSync(path, 'utf8')).toBe(content);
    }
  });

  it('a database of another program, which it leaves as it is', () => {
    const path = newPath();
    const theirs = new DatabaseSync(path);
    theirs.exec('create table customers (name text); insert into customers values (1)');
    theirs.close();
    const before = readFileSync(path);
    expect(() => sqliteDriver({ path })).toThrow(fault('storage/not-ours'));
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  it('a database of a newer version', async () => {
    const path = newPath();
    await sqliteDriver({ path }).close();
    const file = new DatabaseSync(path);
    file.exec('pragma user_version = 99');
    file.close();
    expect(() => sqliteDriver({ path })).toThrow(fault('storage/newer-format'));
  });

  it('a place that does not exist, a folder, and a path that would keep nothing', () => {
    mkdirSync(join(folder, 'folder'));
    for (const path of [join(folder, 'no', 'such', 'folder.db'), join(folder, 'folder'), ':memory:', '']) {
      expect(() => sqliteDriver({ path })).toThrow(fault('storage/cannot-open'));
    }
  });

  it('takes an empty file for a new one', async () => {
    const path = newPath();
    writeFileSync(path, '');
    const driver = sqliteDriver({ path });
    expect(await driver.commit({ id: 'one', expect: {}, put: { a: 1 }, remove: [] })).toEqual({ revision: 1 });
    await driver.close();
  });
});
