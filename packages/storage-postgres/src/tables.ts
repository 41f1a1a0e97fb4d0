import { storageFault } from '@linli/storage';
import type { ClientBase } from 'pg';

/** The tables of one community. */
export interface Tables {
  readonly entries: string;
  readonly commits: string;
  /** One row: the revision of the last commit. Whoever commits locks it, so commits of one community come one by one. */
  readonly head: string;
}

/** Serialises the making of tables among all processes; the number has no meaning. */
const makingLock = 7_596_552;

/** @throws Fault `storage/cannot-open` for a name that is not plain: it is written into statements. */
export function tablesOf(table: string): Tables {
  if (!/^[a-z][a-z0-9_]{0,39}$/.test(table)) {
    throw storageFault('storage/cannot-open', `the table name ${JSON.stringify(table)} is not 1 to 40 of a-z, 0-9 and _`);
  }
  return { entries: table, commits: `${table}_commits`, head: `${table}_head` };
}

/** Makes what is missing. `collate "C"` on a UTF-8 server is code point order. */
export async function makeTables(client: ClientBase, { entries, commits, head }: Tables): Promise<void> {
  await client.query(`
    begin isolation level read committed;
    select pg_advisory_xact_lock(${makingLock});
    create table if not exists ${entries} (key text collate "C" primary key, revision bigint not null, value text not null);
    create table if not exists ${commits} (id text collate "C" primary key, revision bigint not null, body text not null);
    create table if not exists ${head} (single boolean primary key default true check (single), revision bigint not null);
    insert into ${head} (revision) values (0) on conflict do nothing;
    commit;
  `);
}
