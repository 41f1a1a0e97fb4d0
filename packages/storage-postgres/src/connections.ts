import { Socket } from 'node:net';
import { storageFault } from '@linli/storage';
import pg from 'pg';
import type { PostgresLimits } from './limits.ts';
import { type Places, placesOf } from './places.ts';
import { postgresFault } from './postgres-fault.ts';

/** Connections that nobody waits for without end. */
export interface Connections {
  /** One connection for one piece of work; the longest wait is in `PostgresLimits`. @throws Fault */
  use<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value>;
  /**
   * The same for work that waits for the head row: one at a time. They would come one by one anyway, and a process that
   * stands still holds up the other writers by one session, not by all that it has.
   */
  useAlone<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value>;
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

  // The pool's own queue gives up after the time for one connection. These wait as long as the server answers.
  const places = placesOf(most);
  const alone = placesOf(1);
  let atWork = 0;
  let closing: Promise<void> | undefined;
  let silence: NodeJS.Timeout | undefined;

  const closed = (): Error => storageFault('storage/closed', 'the postgres driver is closed');
  const silent = (): Error => storageFault('storage/unavailable', `no call was answered for ${limits.callMilliseconds} ms`);
  const refuseWaiting = (fault: () => Error): void => {
    for (const each of [alone, places]) each.refuse(fault);
  };
  function fallSilent(): void {
    silence = undefined;
    refuseWaiting(silent);
  }
  /** Runs while somebody waits, and begins anew with every answer of the server. */
  function listenForSilence(): void {
    clearTimeout(silence);
    const isWaiting = alone.isAnybodyWaiting || places.isAnybodyWaiting;
    silence = isWaiting ? setTimeout(fallSilent, limits.callMilliseconds) : undefined;
  }
  async function take(from: Places, first = false): Promise<void> {
    if (closing !== undefined) throw closed();
    const taken = from.take(first);
    if (silence === undefined) listenForSilence();
    await taken;
  }

  /** Undefined where the server has no room for one more while others of ours are at work: their connections serve all. */
  async function connect(): Promise<pg.PoolClient | undefined> {
    if (closing !== undefined) throw closed();
    try {
      return await pool.connect();
    } catch (error) {
      if (postgresFault(error).code !== 'storage/unavailable') throw error;
      if (pool.idleCount > 0) return connect();
      if (atWork > 0) return undefined;
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
    await take(places);
    let taken = 1;
    try {
      let client = await connect();
      for (; client === undefined; client = await connect()) {
        await take(places, true);
        taken += 1;
      }
      const value = await workOn(client, work);
      listenForSilence();
      return value;
    } catch (error) {
      const fault = postgresFault(error);
      if (fault.code !== 'storage/unavailable') listenForSilence();
      throw fault;
    } finally {
      for (; taken > 0; taken -= 1) places.leave();
    }
  }

  async function useAlone<Value>(work: (client: pg.ClientBase) => Promise<Value>): Promise<Value> {
    await take(alone);
    try {
      return await use(work);
    } finally {
      alone.leave();
    }
  }

  async function end(): Promise<void> {
    refuseWaiting(closed);
    clearTimeout(silence);
    const alarm = setTimeout(() => {
      for (const socket of sockets) socket.destroy();
    }, limits.closeMilliseconds);
    await places.free();
    await pool.end();
    // A line that went silent does not say goodbye.
    await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once('close', resolve))));
    clearTimeout(alarm);
  }

  return {
    use,
    useAlone,
    close() {
      closing ??= end();
      return closing;
    },
  };
}
