import {
  type Claim,
  checkKey,
  checkRange,
  type Json,
  type StorageDriver,
  type Stored,
  sealBatch,
  storageFault,
} from '@linli/storage';
import pg from 'pg';
import { commitBatch } from './commit-batch.ts';
import { postgresFault } from './postgres-fault.ts';
import { makeTables, type Tables, tablesOf } from './tables.ts';

export interface PostgresOptions {
  /** `postgresql://user:password@host:port/database?sslmode=verify-full`, or any other form that `pg` reads. */
  readonly connectionString: string;
  /** Connections held at most; 10 when left out. */
  readonly maxConnections?: number;
  /** Names the tables of one community, so that several may share a database; `linli` when left out. */
  readonly table?: string;
}

interface Row {
  readonly key: string;
  readonly revision: string;
  readonly value: string;
}

const connectMilliseconds = 10_000;

const storedOf = ({ key, revision, value }: Row): Stored => ({
  key,
  revision: Number(revision),
  value: JSON.parse(value) as Json,
});

/**
 * Connects, and makes the tables when they are missing. Claims `multi-process`, and `durable` where the server's settings
 * let it be true. A commit whose line broke is `storage/unavailable`: send the same batch again.
 * @throws Fault `storage/cannot-open`, `storage/unavailable`
 */
export async function postgresDriver({
  connectionString,
  maxConnections = 10,
  table = 'linli',
}: PostgresOptions): Promise<StorageDriver> {
  const tables = tablesOf(table);
  const pool = new pg.Pool({ connectionString, max: maxConnections, connectionTimeoutMillis: connectMilliseconds });
  // An idle connection that breaks is replaced by the pool; unheard, its error would end the process.
  pool.on('error', () => {});
  try {
    const claims = await withClient(pool, async (client) => {
      const found = await claimsOf(client);
      await makeTables(client, tables);
      return found;
    });
    return driverOver(pool, tables, claims);
  } catch (error) {
    await pool.end();
    throw error;
  }
}

/** One connection for one piece of work; one that failed is not used again. */
async function withClient<Value>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Value>): Promise<Value> {
  try {
    const client = await pool.connect();
    // A line that breaks between two statements says so here; the next statement then fails and is dealt with below.
    const heard = (): void => {};
    client.on('error', heard);
    let failed = true;
    try {
      const value = await work(client);
      failed = false;
      return value;
    } finally {
      client.off('error', heard);
      client.release(failed);
    }
  } catch (error) {
    throw postgresFault(error);
  }
}

/** A promise that the server's settings break is not made. @throws Fault `storage/cannot-open` where keys would not sort. */
async function claimsOf(client: pg.PoolClient): Promise<ReadonlySet<Claim>> {
  const { rows } = await client.query<{ encoding: string; fsync: string; synchronous: string }>(
    `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous`,
  );
  const [settings] = rows;
  if (settings?.encoding !== 'UTF8') throw storageFault('storage/cannot-open', 'the database is not encoded in UTF8');
  const isDurable = settings.fsync === 'on' && settings.synchronous !== 'off';
  return new Set<Claim>(isDurable ? ['durable', 'multi-process'] : ['multi-process']);
}

function driverOver(pool: pg.Pool, tables: Tables, claims: ReadonlySet<Claim>): StorageDriver {
  let closing: Promise<void> | undefined;
  const checkOpen = (): void => {
    if (closing !== undefined) throw storageFault('storage/closed', 'the postgres driver is closed');
  };
  const select = (where: string, values: readonly unknown[]): Promise<Row[]> =>
    withClient(pool, async (client) => {
      // One statement sees one moment, so both reads take all their rows at once.
      const { rows } = await client.query<Row>(`select key, revision, value from ${tables.entries} where ${where}`, [...values]);
      return rows;
    });

  return {
    name: 'postgres',
    claims,
    async read(keys) {
      checkOpen();
      keys.forEach(checkKey);
      const rows = await select('key = any($1::text[])', [keys]);
      const found = new Map(rows.map((row) => [row.key, storedOf(row)]));
      return keys.map((key) => found.get(key));
    },
    async *scan(range) {
      checkOpen();
      checkRange(range);
      for (const row of await select('key >= $1 and key < $2 order by key', [range.from, range.until])) yield storedOf(row);
    },
    async commit(batch) {
      checkOpen();
      const sealed = sealBatch(batch);
      return { revision: await withClient(pool, (client) => commitBatch(client, tables, sealed)) };
    },
    async close() {
      closing ??= pool.end();
      await closing;
    },
  };
}
