import { realpathSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { storageFault } from '@linli/storage';
import { ensureFile, keepingPath, keepPrivate, type StillThere, stillThere } from './same-file.ts';
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

/**
 * A commit is on the disk before it is acknowledged: the log is synced at every commit, on macOS down to the platters, which
 * its plain sync does not reach. What is removed is overwritten.
 */
const settings = `
  pragma journal_mode = wal; pragma synchronous = full; pragma fullfsync = on; pragma checkpoint_fullfsync = on;
  pragma secure_delete = on;
`;

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly path: string;
  readonly checkThere: StillThere;
}

/** Opens or makes the file. Nothing is written into a file that is not ours. Throws faults only. */
export function openDatabase(asked: string): OpenDatabase {
  const path = keepingPath(asked);
  ensureFile(path);
  // A link may lead to the file; SQLite follows it, and keeps the log beside the file.
  const file = realpathSync(path);
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(path);
    checkOwner(database, path);
    keepPrivate(file);
    database.exec(settings);
    checkSettings(database, path);
    database.exec(`begin immediate; ${tables} pragma application_id = ${applicationId}; pragma user_version = ${format}; commit`);
    return { database, path, checkThere: stillThere(path, file) };
  } catch (error) {
    database?.close();
    throw sqliteFault(error, path);
  }
}

/**
 * Per table: its kind, columns, and the columns in which rows must differ. The file's header says whose it is, and any
 * program can write that: without its keys a table would take what is wrong, and tell nobody.
 */
const shape = `
  select name, type, strict,
    (select json_group_array(json_array(name, lower(type), "notnull", pk, hidden)) from pragma_table_xinfo(t.name)) as columns,
    (select json_group_array(json_array(x.name, lower(x.coll))) from pragma_index_list(t.name) i, pragma_index_xinfo(i.name) x
     where i."unique" and not i.partial and x.key) as keys
  from pragma_table_list t where schema = 'main' and name in ('entries', 'commits') order by name`;

const shapeOf = (database: DatabaseSync): string => JSON.stringify(database.prepare(shape).all());

let shapeMade: string | undefined;
/** Of the tables as they are made. */
function ourShape(): string {
  if (shapeMade === undefined) {
    const fresh = new DatabaseSync(':memory:');
    fresh.exec(tables);
    shapeMade = shapeOf(fresh);
    fresh.close();
  }
  return shapeMade;
}

const answerTo = (database: DatabaseSync, sql: string): unknown => Object.values(database.prepare(sql).get() ?? {})[0];

/** A setting that a place does not allow is passed over in silence (a log needs shared memory): read back, it is not. */
function checkSettings(database: DatabaseSync, path: string): void {
  const wanted = { journal_mode: 'wal', synchronous: 2, secure_delete: 1 };
  for (const [name, value] of Object.entries(wanted)) {
    const found = answerTo(database, `pragma ${name}`);
    if (found !== value) throw storageFault('storage/cannot-open', `${path}: here ${name} cannot be ${value}, it is ${found}`);
  }
}

function checkOwner(database: DatabaseSync, path: string): void {
  const whole = (sql: string): number => Number(answerTo(database, sql));
  database.exec(`pragma busy_timeout = ${busyMilliseconds}`);
  // In one transaction: another process may be making the file right now.
  database.exec('begin');
  const owner = whole('pragma application_id');
  const version = whole('pragma user_version');
  const foreign = owner !== applicationId && (owner !== 0 || whole('select count(*) from sqlite_schema') > 0);
  // The mark and the tables come in one transaction, so where the one is the others are.
  const isDamaged = owner === applicationId && version === format && shapeOf(database) !== ourShape();
  database.exec('commit');
  if (isDamaged) throw storageFault('storage/damaged', `${path} is marked as ours, but its tables are not those that were made`);
  if (foreign) throw storageFault('storage/not-ours', `${path} holds the tables of another program`);
  if (version > format) throw storageFault('storage/newer-format', `${path} has format ${version}, this version knows ${format}`);
}
