import { createHash } from 'node:crypto';
import type { StatementSync } from 'node:sqlite';
import {
  checkKey,
  checkRange,
  type Json,
  type SealedBatch,
  type StorageDriver,
  type Stored,
  sealBatch,
  storageFault,
} from '@linli/storage';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import { sqliteFault } from './sqlite-fault.ts';

interface Row {
  readonly key: string;
  readonly revision: number;
  readonly value: string;
}

const storedOf = ({ key, revision, value }: Row): Stored => ({ key, revision, value: JSON.parse(value) as Json });

/**
 * One file, one community. Durable: a commit is synced before it is acknowledged. Several processes may open the file;
 * one writes at a time, and a writer blocks its process for up to five seconds to get its turn.
 * @throws Fault `storage/cannot-open`, `storage/not-a-database`, `storage/not-ours`, `storage/newer-format`,
 * `storage/damaged`
 */
export function sqliteDriver({ path: asked }: { readonly path: string }): StorageDriver {
  const opened = openDatabase(asked);
  const { database, path, checkThere } = opened;
  const run = <Value>(work: () => Value): Value => {
    if (!database.isOpen) throw storageFault('storage/closed', `${path} is closed`);
    try {
      const value = work();
      // Last, so that nothing is acknowledged or answered out of a file that is gone.
      checkThere();
      return value;
    } catch (error) {
      throw sqliteFault(error, path);
    }
  };
  const { readRows, scanRows, commit } = prepared(opened);

  return {
    name: 'sqlite',
    claims: new Set(['durable', 'multi-process']),
    async read(keys) {
      return run(() => {
        keys.forEach(checkKey);
        const rows = readRows.all(JSON.stringify(keys)) as unknown as Row[];
        const found = new Map(rows.map((row) => [row.key, storedOf(row)]));
        return keys.map((key) => found.get(key));
      });
    },
    async *scan(range) {
      const rows = run(() => {
        checkRange(range);
        return scanRows.all(range.from, range.until) as unknown as Row[];
      });
      for (const row of rows) yield storedOf(row);
    },
    async commit(batch) {
      return run(() => ({ revision: commit(sealBatch(batch)) }));
    },
    async close() {
      if (database.isOpen) database.close();
    },
  };
}

interface Prepared {
  readonly readRows: StatementSync;
  readonly scanRows: StatementSync;
  readonly commit: (batch: SealedBatch) => number;
}

/** Whatever the engine refuses here, nobody has the driver yet who could close the file. Throws faults only. */
function prepared(opened: OpenDatabase): Prepared {
  const { database, path } = opened;
  try {
    return {
      // One statement sees one moment, so both reads take all their rows at once.
      readRows: database.prepare('select key, revision, value from entries where key in (select value from json_each(?))'),
      scanRows: database.prepare('select key, revision, value from entries where key >= ? and key < ? order by key'),
      commit: committer(opened),
    };
  } catch (error) {
    database.close();
    throw sqliteFault(error, path);
  }
}

function committer({ database, checkThere }: OpenDatabase): (batch: SealedBatch) => number {
  const earlier = database.prepare('select revision, body from commits where id = ?');
  const revisionOf = database.prepare('select revision from entries where key = ?');
  const record = database.prepare('insert into commits (id, body) values (?, ?)');
  const remove = database.prepare('delete from entries where key = ?');
  const put = database.prepare(
    'insert into entries (key, revision, value) values (?, ?, ?) ' +
      'on conflict (key) do update set revision = excluded.revision, value = excluded.value',
  );

  const apply = (batch: SealedBatch): number => {
    const body = createHash('sha256').update(batch.body).digest('hex');
    const before = earlier.get(batch.id);
    if (before !== undefined) {
      if (before['body'] === body) return Number(before['revision']);
      throw storageFault('storage/id-reused', `the id ${batch.id} was used for another batch`);
    }
    for (const [key, revision] of batch.expect) {
      if ((revisionOf.get(key)?.['revision'] ?? 0) !== revision) {
        throw storageFault('storage/stale-read', `${key} is no longer at revision ${revision}`);
      }
    }
    const revision = Number(record.run(batch.id, body).lastInsertRowid);
    for (const [key, json] of batch.put) put.run(key, revision, json);
    for (const key of batch.remove) remove.run(key);
    return revision;
  };

  return (batch) => {
    // Immediate: the write lock is taken before the first read, so that nothing read here can move.
    database.exec('begin immediate');
    try {
      const revision = apply(batch);
      checkThere();
      database.exec('commit');
      return revision;
    } catch (error) {
      if (database.isTransaction) database.exec('rollback');
      throw error;
    }
  };
}
