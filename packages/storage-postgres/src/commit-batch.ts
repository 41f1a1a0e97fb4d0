import { createHash } from 'node:crypto';
import { type SealedBatch, storageFault } from '@linli/storage';
import type { ClientBase, QueryResult } from 'pg';
import type { Tables } from './tables.ts';

/**
 * One transaction. The update of the head row waits for every other commit of the community; under READ COMMITTED each
 * later statement then sees all that they did, absent keys included, and nothing can move before this one ends. The server
 * ends it after `mostMilliseconds`, where it can (PostgreSQL 17). After a throw the transaction is still to be rolled back.
 */
export async function commitBatch(
  client: ClientBase,
  tables: Tables,
  batch: SealedBatch,
  mostMilliseconds: number,
): Promise<number> {
  const body = createHash('sha256').update(batch.body).digest('hex');
  const results: unknown = await client.query(
    `begin isolation level read committed read write;
     select set_config('transaction_timeout', '${mostMilliseconds}', true)
       where current_setting('server_version_num')::integer >= 170000;
     update ${tables.head} set revision = revision + 1`,
  );
  // Of several statements, each has its result.
  const heads = (results as readonly QueryResult[]).at(-1)?.rowCount;
  if (heads !== 1) throw storageFault('storage/damaged', `the table ${tables.head} has ${heads} rows instead of one`);
  const before = await revisionBefore(client, tables, batch, body);
  if (before !== undefined) {
    await client.query('rollback');
    return before;
  }
  await checkExpected(client, tables, batch);
  const revision = await write(client, tables, batch, body);
  await client.query('commit');
  return revision;
}

/** The revision of the same commit, where it was made before. */
async function revisionBefore(
  client: ClientBase,
  { commits }: Tables,
  { id }: SealedBatch,
  body: string,
): Promise<number | undefined> {
  const { rows } = await client.query<{ revision: string; body: string }>(`select revision, body from ${commits} where id = $1`, [
    id,
  ]);
  const [before] = rows;
  if (before === undefined) return undefined;
  if (before.body !== body) throw storageFault('storage/id-reused', `the id ${id} was used for another batch`);
  return Number(before.revision);
}

/** The server compares, and answers one key at most: a client that stops reading cannot hold up what locks the head row. */
async function checkExpected(client: ClientBase, { entries }: Tables, { expect }: SealedBatch): Promise<void> {
  if (expect.length === 0) return;
  const { rows } = await client.query<{ key: string; expected: string }>(
    `select key, expected from unnest($1::text[], $2::bigint[]) with ordinality as seen (key, expected, place)
     left join ${entries} using (key) where coalesce(revision, 0) <> expected order by place limit 1`,
    [expect.map(([key]) => key), expect.map(([, revision]) => revision)],
  );
  const [stale] = rows;
  if (stale !== undefined) throw storageFault('storage/stale-read', `${stale.key} is no longer at revision ${stale.expected}`);
}

/** No key is both put and removed, so one statement may do both. */
async function write(client: ClientBase, { entries, commits, head }: Tables, batch: SealedBatch, body: string): Promise<number> {
  const { rows } = await client.query<{ revision: string }>(
    `with removed as (delete from ${entries} where key = any($3::text[])),
     put as (
       insert into ${entries} (key, revision, value)
       select key, revision, value from ${head}, unnest($4::text[], $5::text[]) as put (key, value)
       on conflict (key) do update set revision = excluded.revision, value = excluded.value
     )
     insert into ${commits} (id, body, revision) select $1, $2, revision from ${head} returning revision`,
    [batch.id, body, batch.remove, batch.put.map(([key]) => key), batch.put.map(([, json]) => json)],
  );
  return Number(rows[0]?.revision);
}
