import type { Batch } from '@linli/storage';
import { postgresDriver } from '@linli/storage-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from './real-postgres.ts';

let server: OwnPostgres;
let admin: pg.Client;

beforeAll(async () => {
  // Roles belong to a whole server, so it is one of our own.
  server = await startOwnPostgres();
  admin = new pg.Client({ connectionString: server.connectionString });
  await admin.connect();
  await admin.query(
    'create role app login; create role reader login; create role stranger login; create role few login connection limit 1',
  );
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});

const open = (table: string, user = 'postgres', maxConnections = 2) => {
  const url = new URL(server.connectionString);
  url.username = user;
  return postgresDriver({ connectionString: url.href, table, maxConnections });
};
const batch: Batch = { id: 'one', expect: { a: 0 }, put: { a: 1 }, remove: [] };
async function commitTo(table: string, user?: string, commit: Batch = batch): Promise<unknown> {
  const driver = await open(table, user);
  try {
    return await driver.commit(commit);
  } finally {
    await driver.close();
  }
}
const relations = async (): Promise<string[]> => {
  const { rows } = await admin.query(`select relname from pg_class where relnamespace = 'public'::regnamespace order by 1`);
  return rows.map(({ relname }) => relname);
};

describe('rights', () => {
  it('the grants of the README are enough for an application, and for a reader', async () => {
    await commitTo('street');
    await admin.query(`
      grant usage on schema public to app, reader;
      grant select, insert, update, delete on street to app;
      grant select, insert on street_commits to app;
      grant select, update on street_head to app;
      grant select on street to reader;
    `);
    const app = await open('street', 'app');
    expect(await app.commit({ id: 'two', expect: { a: 1 }, put: { b: 2 }, remove: ['a'] })).toEqual({ revision: 2 });
    await app.close();
    const reader = await open('street', 'reader');
    expect(await reader.read(['b'])).toEqual([{ key: 'b', revision: 2, value: 2 }]);
    await expect(reader.commit(batch)).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
    await reader.close();
  });

  it('whoever may not read, or may not make what is missing, cannot open', async () => {
    await commitTo('closed_street');
    await expect(open('closed_street', 'stranger')).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
    await expect(open('no_street', 'stranger')).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
  });

  it('a role of one connection serves a pool of four: who cannot have a second waits for the first', async () => {
    await commitTo('narrow');
    await admin.query('grant all on narrow, narrow_commits, narrow_head to few');
    const driver = await open('narrow', 'few', 4);
    const commits = Array.from({ length: 40 }, (_, n) =>
      driver.commit({ id: `${n}`, expect: {}, put: { [`k${n}`]: n }, remove: [] }),
    );
    const reads = Array.from({ length: 40 }, () => driver.read(['a']));
    expect((await Promise.allSettled([...commits, ...reads])).filter(({ status }) => status === 'rejected')).toEqual([]);
    await driver.close();
  });

  it('another schema of the search path holds them as well', async () => {
    await admin.query('create schema "Of ""ours"; create role owner login; grant usage, create on schema "Of ""ours" to owner');
    await admin.query('alter role owner set search_path = nowhere, "Of ""ours", public');
    expect(await commitTo('lane_there', 'owner')).toEqual({ revision: 1 });
    expect(await commitTo('lane_there', 'owner')).toEqual({ revision: 1 });
    expect(await relations()).not.toContain('lane_there');
  });
});

describe('names', () => {
  it.each(['user', 'order', 'group', 'select', 'table', 'x_commits', 'a'.repeat(40)])('%s works', async (table) => {
    expect(await commitTo(table)).toEqual({ revision: 1 });
    expect(await commitTo(table)).toEqual({ revision: 1 });
  });

  it.each(['pg_class', 'pg_ours', '', '1a', 'A', 'ä', 'a b', 'a"b', 'a'.repeat(41)])('%s is refused', async (table) => {
    await expect(open(table)).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
  });

  it.each([
    ['lane', 'lane_head'],
    ['lane2', 'lane2_commits'],
    ['yard_head', 'yard'],
    ['yard2_commits', 'yard2'],
  ])('of %s and %s, which would share a table, the second is refused and nothing is made', async (first, second) => {
    await commitTo(first);
    const before = await relations();
    await expect(open(second)).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
    expect(await relations()).toEqual(before);
    expect(await commitTo(first)).toEqual({ revision: 1 });
  });

  it.each([
    ['a table', 'foreign1', 'create table foreign1 (id int primary key, name text)'],
    ['a table of the derived name', 'foreign2', 'create table foreign2_commits (id text, revision bigint)'],
    [
      'a table with one column more',
      'foreign3',
      'create table foreign3 (key text collate "C", revision bigint, value text, x int)',
    ],
    ['a table that sorts otherwise', 'foreign4', 'create table foreign4 (key text, revision bigint, value text)'],
    [
      'a view',
      'foreign5',
      `create view foreign5 as select ''::text collate "C" as key, 0::bigint as revision, ''::text as value`,
    ],
    ['a sequence', 'foreign6', 'create sequence foreign6_head'],
    ['an index', 'foreign7', 'create table beside7 (a int); create index foreign7 on beside7 (a)'],
    ['a type', 'foreign8', 'create domain foreign8 as text'],
  ])("another program's: %s of that name is left as it is, and nothing is made beside it", async (_, table, made) => {
    await admin.query(made);
    const before = await relations();
    await expect(open(table)).rejects.toMatchObject({ code: 'storage/not-ours', retryable: false });
    expect(await relations()).toEqual(before);
  });

  const isDamage = { code: 'storage/damaged', retryable: false };
  const more = { ...batch, id: 'two', expect: { a: 1 } };
  it.each([
    ['the key of the entries', 'alter table torn drop constraint torn_pkey'],
    ['the key of the ids', 'alter table torn_commits drop constraint torn_commits_pkey'],
    ['the key of the head', 'alter table torn_head drop constraint torn_head_pkey'],
    ['a key of two columns instead', 'alter table torn drop constraint torn_pkey, add primary key (key, revision)'],
    ['a key of some rows only', `alter table torn drop constraint torn_pkey; create unique index on torn (key) where key > 'b'`],
    ['the row of the head', 'delete from torn_head'],
    [
      'a second row of the head',
      'alter table torn_head drop constraint torn_head_single_check; insert into torn_head values (false, 7)',
    ],
    ['the head', 'drop table torn_head'],
    ['the entries', 'drop table torn'],
    ['a column, by another name', 'alter table torn_commits rename column body to text'],
  ])('taken away or changed: %s. It is damage, at opening and while open, and not a fresh start', async (what, tear) => {
    await commitTo('torn');
    const driver = await open('torn');
    await admin.query(tear);
    // Renamed columns are those of another program.
    const code = what.startsWith('a column') ? 'storage/not-ours' : 'storage/damaged';
    await expect(open('torn')).rejects.toMatchObject({ code, retryable: false });
    // Whatever the driver could do before, it does right or not at all.
    await driver.commit(more).then(
      (done) => expect([what, done]).toEqual([expect.stringMatching(/key/), { revision: 2 }]),
      (fault: unknown) => expect([what, fault]).toEqual([what, expect.objectContaining(isDamage)]),
    );
    await driver.close();
    await admin.query('drop table if exists torn, torn_commits, torn_head');
  });

  it('look-alikes that nobody made as ours, with the right columns: damage at opening, not at the first commit', async () => {
    await admin.query(`
      create table alike (key text collate "C", revision bigint, value text);
      create table alike_commits (id text collate "C", revision bigint, body text);
      create table alike_head (single boolean, revision bigint);
      insert into alike_head values (true, 0);
    `);
    await expect(open('alike')).rejects.toMatchObject(isDamage);
    // A key that is looked at too late is none: `on conflict` cannot stand on it.
    await admin.query(`
      alter table alike add unique (key) deferrable initially deferred;
      alter table alike_commits add primary key (id);
      alter table alike_head add primary key (single);
    `);
    await expect(open('alike')).rejects.toMatchObject(isDamage);
    await admin.query('alter table alike add primary key (key)');
    await expect(open('alike')).rejects.toMatchObject(isDamage);
    await admin.query('alter table alike drop constraint alike_key_key');
    expect(await commitTo('alike')).toEqual({ revision: 1 });
  });
});
