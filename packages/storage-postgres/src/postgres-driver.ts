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
import type { ClientBase } from 'pg';
import { checkTarget } from './check-target.ts';
import { commitBatch } from './commit-batch.ts';
import { type Connections, connectionsTo } from './connections.ts';
import { checkCount, limitsFrom, type PostgresLimits } from './limits.ts';
import { namesOf, openTables, type Tables } from './tables.ts';

export interface PostgresOptions {
  /**
   * `postgresql://user:password@host:port/database?sslmode=verify-full`; `postgresql:///database?host=/run/postgresql` or
   * `/run/postgresql database` for a socket. One host. What it leaves out, `pg` takes from `PGHOST` and its kind.
   */
  readonly connectionString: string;
  /**
   * Lets passwords and records leave this machine without TLS, as `sslmode=disable` in the string does, or with TLS that
   * checks no certificate; false when left out.
   */
  readonly allowPlainText?: boolean;
  /** Connections held at most; 10 when left out. */
  readonly maxConnections?: number;
  /** Names the tables of one community, so that several may share a database; `linli` when left out. */
  readonly table?: string;
  /** How long to wait for the server and the line. */
  readonly limits?: Partial<PostgresLimits>;
}

interface Row {
  readonly key: string;
  readonly revision: string;
  readonly value: string;
}

const storedOf = ({ key, revision, value }: Row): Stored => ({
  key,
  revision: Number(revision),
  value: JSON.parse(value) as Json,
});

/**
 * Connects, and makes the tables when they are missing. Claims `multi-process`, and `durable` where the server's settings
 * let it be true. A commit whose line broke is `storage/unavailable`: send the same batch again.
 * @throws Fault `storage/cannot-open`, `storage/not-ours`, `storage/damaged`, `storage/unavailable`
 */
export async function postgresDriver({
  connectionString,
  allowPlainText = false,
  maxConnections = 10,
  table = 'linli',
  limits: givenLimits = {},
}: PostgresOptions): Promise<StorageDriver> {
  const names = namesOf(table);
  const limits = limitsFrom(givenLimits);
  if (typeof allowPlainText !== 'boolean') throw storageFault('storage/cannot-open', 'allowPlainText is neither true nor false');
  checkTarget(connectionString, allowPlainText);
  const connections = connectionsTo(connectionString, checkCount('maxConnections', maxConnections), limits);
  try {
    const [tables, claims] = await connections.use(async (client) => {
      const found = await claimsOf(client);
      return [await openTables(client, names), found] as const;
    });
    return driverOver(connections, tables, claims, limits);
  } catch (error) {
    await connections.close();
    throw error;
  }
}

/** A promise that the server's settings break is not made. @throws Fault `storage/cannot-open` where keys would not sort. */
async function claimsOf(client: ClientBase): Promise<ReadonlySet<Claim>> {
  const { rows } = await client.query<{ encoding: string; fsync: string; synchronous: string }>(
    `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync,
      current_setting('synchronous_commit') as synchronous`,
  );
  const [settings] = rows;
  if (settings?.encoding !== 'UTF8') throw storageFault('storage/cannot-open', 'the database is not encoded in UTF8');
  const isDurable = settings.fsync === 'on' && settings.synchronous !== 'off';
  return new Set<Claim>(isDurable ? ['durable', 'multi-process'] : ['multi-process']);
}

function driverOver(
  connections: Connections,
  tables: Tables,
  claims: ReadonlySet<Claim>,
  { callMilliseconds }: PostgresLimits,
): StorageDriver {
  let isClosed = false;
  const checkOpen = (): void => {
    if (isClosed) throw storageFault('storage/closed', 'the postgres driver is closed');
  };
  const select = (where: string, values: readonly unknown[]): Promise<Row[]> =>
    connections.use(async (client) => {
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
      return { revision: await connections.useAlone((client) => commitBatch(client, tables, sealed, callMilliseconds)) };
    },
    async close() {
      isClosed = true;
      await connections.close();
    },
  };
}
