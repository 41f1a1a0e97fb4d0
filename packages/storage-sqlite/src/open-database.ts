import { DatabaseSync } from 'node:sqlite';
import { storageFault } from '@linli/storage';
import { sqliteFault } from './sqlite-fault.ts';

/** `LNLI` in the file's header marks the file as ours. */
const applicationId = 0x4c4e4c49;
/** Stands in the header's `user_version`; grows when the tables change. */
const format = 1;
const busyMilliseconds = 5000;

const tables = `
  create table if not exists entries (
    key text primary key not null collate binary, revision integer not null, value text not null
  ) strict;
  create table if not exists commits (revision integer primary key, id text not null unique, body text not null) strict;
`;

/** Opens or makes the file. Nothing is written into a file that is not ours. Throws faults only. */
export function openDatabase(path: string): DatabaseSync {
  if (path === '' || path === ':memory:') {
    throw storageFault('storage/cannot-open', 'a path to a file is needed; to keep nothing, use memoryDriver()');
  }
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    checkOwner(database, path);
    // A commit is on the disk before it is acknowledged: the log is synced at every commit.
    database.exec('pragma journal_mode = wal; pragma synchronous = full');
    database.exec(`begin immediate; ${tables} pragma application_id = ${applicationId}; pragma user_version = ${format}; commit`);
    return database;
  } catch (error) {
    database?.close();
    throw sqliteFault(error, path);
  }
}

function checkOwner(database: DatabaseSync, path: string): void {
  const whole = (sql: string): number => Number(Object.values(database.prepare(sql).get() ?? {})[0]);
  database.exec(`pragma busy_timeout = ${busyMilliseconds}`);
  // In one transaction: another process may be making the file right now.
  database.exec('begin');
  const owner = whole('pragma application_id');
  const version = whole('pragma user_version');
  const foreign = owner !== applicationId && (owner !== 0 || whole('select count(*) from sqlite_schema') > 0);
  database.exec('commit');
  if (foreign) throw storageFault('storage/not-ours', `${path} holds the tables of another program`);
  if (version > format) throw storageFault('storage/newer-format', `${path} has format ${version}, this version knows ${format}`);
}
