import { Socket } from 'node:net';
import { type StorageCode, storageFault } from '@linli/storage';
import pg from 'pg';
import type { PostgresLimits } from './limits.ts';
import { postgresFault } from './postgres-fault.ts';

/** Connections that nobody waits for without end. */
export interface Connections {
  /** One connection for one piece of work; the longest wait is in `PostgresLimits`. @throws Fault */
  use<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value>;
  /** Work in flight ends, what still waits for a connection is `storage/closed` at once. */
  close(): Promise<void>;
}

/** A server may end a session at any moment, the first included. Unheard, that error would end the process. */
class HeardClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config);
    // Whoever uses the client learns it from the statement that then fails.
    this.on('error', () => {});
  }
}

interface Waiting {
  readonly resolve: () => void;
  readonly reject: (fault: Error) => void;
}

/** What is sent every so often on a line where nothing is said, so that a dead one is noticed. */
const keepAliveMilliseconds = 10_000;

export function connectionsTo(connectionString: string, most: number, limits: PostgresLimits): Connections {
  const sockets = new Set<Socket>();
  const pool = new pg.Pool({
    connectionString,
    max: most,
    Client: HeardClient,
    stream: () => {
      const socket = new Socket();
      sockets.add(socket);
      return socket.once('close', () => sockets.delete(socket));
    },
    keepAlive: true,
    keepAliveInitialDelayMillis: keepAliveMilliseconds,
    connectionTimeoutMillis: limits.connectMilliseconds,
    lock_timeout: limits.lockMilliseconds,
    idle_in_transaction_session_timeout: limits.idleMilliseconds,
    statement_timeout: limits.statementMilliseconds,
  });
  // A connection that breaks while idle is replaced by the pool.
  pool.on('error', () => {});

  // The pool's own queue gives up after the time for one connection. This one waits as long as the server answers.
  const queue: Waiting[] = [];
  let free = most;
  let atWork = 0;
  let closing: Promise<void> | undefined;
  let allFree: (() => void) | undefined;
  let silence: NodeJS.Timeout | undefined;

  const refuseWaiting = (code: StorageCode, why: string): void => {
    for (const { reject } of queue.splice(0)) reject(storageFault(code, why));
  };
  const refuseClosed = (): never => {
    throw storageFault('storage/closed', 'the postgres driver is closed');
  };

  /** Runs while somebody waits, and begins anew with every answer of the server. */
  function listenForSilence(): void {
    clearTimeout(silence);
    if (queue.length === 0) return;
    silence = setTimeout(
      () => refuseWaiting('storage/unavailable', `no call was answered for ${limits.callMilliseconds} ms`),
      limits.callMilliseconds,
    );
  }

  /** One place among `most`. Whoever had one already goes first. */
  function takePlace(first: boolean): Promise<void> {
    if (closing !== undefined) refuseClosed();
    if (free > 0 && !first) {
      free -= 1;
      return Promise.resolve();
    }
    return new Promise((resolve, reject) => {
      queue[first ? 'unshift' : 'push']({ resolve, reject });
      if (queue.length === 1) listenForSilence();
    });
  }

  function leavePlace(): void {
    const next = queue.shift();
    if (next !== undefined) next.resolve();
    else free += 1;
    if (queue.length === 0) clearTimeout(silence);
    if (free === most) allFree?.();
  }

  /** Undefined where the server has no room for one more while others of ours are at work: their connections serve all. */
  async function connect(): Promise<pg.PoolClient | undefined> {
    if (closing !== undefined) refuseClosed();
    try {
      return await pool.connect();
    } catch (error) {
      if (atWork > 0 && postgresFault(error).code === 'storage/unavailable') return undefined;
      throw error;
    }
  }

  async function workOn<Value>(client: pg.PoolClient, work: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
    atWork += 1;
    // Amid a statement this destroys the connection, and whatever waits for it fails at once.
    const alarm = setTimeout(() => void (client as HeardClient & pg.PoolClient).end(), limits.callMilliseconds);
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      // A connection that answers this is whole, whatever was refused on it, and is used again.
      broken = await client.query('rollback').then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      clearTimeout(alarm);
      atWork -= 1;
      client.release(broken);
    }
  }

  async function use<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
    await takePlace(false);
    let places = 1;
    try {
      let client = await connect();
      for (; client === undefined; client = await connect()) {
        await takePlace(true);
        places += 1;
      }
      const value = await workOn(client, work);
      listenForSilence();
      return value;
    } catch (error) {
      const fault = postgresFault(error);
      if (fault.code !== 'storage/unavailable') listenForSilence();
      throw fault;
    } finally {
      for (; places > 0; places -= 1) leavePlace();
    }
  }

  async function end(): Promise<void> {
    refuseWaiting('storage/closed', 'the postgres driver was closed before this had a connection');
    const alarm = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, limits.closeMilliseconds);
    if (free < most) {
      await new Promise<void>((resolve) => {
        allFree = resolve;
      });
    }
    await pool.end();
    // A line that went silent does not say goodbye.
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    clearTimeout(alarm);
  }

  return {
    use,
    close() {
      closing ??= end();
      return closing;
    },
  };
}
