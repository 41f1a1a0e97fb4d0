import { spawn } from 'node:child_process';
import { createServer, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { seededRandom } from '@linli/model';
import type { StorageDriver } from '@linli/storage';
import { type PostgresLimits, postgresDriver } from '@linli/storage-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Line, lineTo } from './line.ts';
import { type OwnPostgres, startOwnPostgres } from './real-postgres.ts';
import { faultsOfBooks, move, openAccounts } from './transfers.ts';
import { unrest } from './unrest.ts';

let server: OwnPostgres;
let admin: pg.Pool;
beforeAll(async () => {
  server = await startOwnPostgres();
  admin = new pg.Pool({ connectionString: server.connectionString });
});
afterAll(async () => {
  await admin.end();
  await server.stop();
});

let tables = 0;
const newTable = (): string => {
  tables += 1;
  return `t${tables}`;
};
const open = (table: string, limits: Partial<PostgresLimits> = {}, maxConnections = 1, where = server.connectionString) =>
  postgresDriver({ connectionString: `${where}?application_name=${table}`, table, maxConnections, limits });
const put = (id: string) => ({ id, expect: {}, put: { [id]: 1 }, remove: [] });
const unavailable = { code: 'storage/unavailable', retryable: true };
const saying = (words: string) => ({ ...unavailable, message: expect.stringContaining(words) });
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    ({ code }) => code,
  );
const sessions = async (table: string): Promise<unknown[]> =>
  (await admin.query('select pid from pg_stat_activity where application_name = $1 order by pid', [table])).rows;

/** Holds the head row of a community, as a commit that does not end does. */
async function hold(table: string): Promise<{ waiters(count: number): Promise<void>; letGo(): Promise<void> }> {
  const holder = await admin.connect();
  await holder.query(`begin; update ${table}_head set revision = revision`);
  return {
    async waiters(count) {
      const waiting = `select 1 from pg_stat_activity where wait_event_type = 'Lock' and application_name = '${table}'`;
      while ((await holder.query(waiting)).rowCount !== count);
    },
    async letGo() {
      await holder.query('rollback');
      holder.release();
    },
  };
}

describe('limits of the server', () => {
  it('a lock that is not given in time is unavailable, and the connection stays', async () => {
    const table = newTable();
    const driver = await open(table, { lockMilliseconds: 50 });
    const before = await sessions(table);
    const holder = await hold(table);
    await expect(driver.commit(put('a'))).rejects.toMatchObject(saying('(55P03)'));
    await holder.letGo();
    expect(await driver.commit(put('a'))).toEqual({ revision: 1 });
    expect(await sessions(table)).toEqual(before);
    await driver.close();
  });

  it('a statement that takes too long is unavailable, and the connection stays', async () => {
    const table = newTable();
    const driver = await open(table, { statementMilliseconds: 500 });
    const before = await sessions(table);
    const holder = await admin.connect();
    await holder.query(`begin; lock table ${table} in access exclusive mode`);
    await expect(driver.read(['a'])).rejects.toMatchObject(saying('(57014)'));
    await holder.query('rollback');
    holder.release();
    expect(await driver.read(['a'])).toEqual([undefined]);
    expect(await sessions(table)).toEqual(before);
    await driver.close();
  });

  it('a process frozen amid its commit holds the others up by one session, which the server ends; then it goes on', async () => {
    const table = newTable();
    const other = await open(table);
    const fixture = fileURLToPath(new URL('./fixtures/mover.ts', import.meta.url));
    await openAccounts(other);
    let child: ReturnType<typeof spawn> | undefined;
    let isFrozen = false;
    const frozen = new Promise<void>((resolve, reject) => {
      const start = async (): Promise<void> => {
        const line = await lineTo(server.connectionString, (_, from, piece) => {
          // The answer to the update of the head row: from here on it is held.
          if (from === 'server' && piece.includes('UPDATE 1') && !isFrozen) {
            isFrozen = true;
            child?.kill('SIGSTOP');
            resolve();
          }
          return true;
        });
        const args = [line.connectionString, table, 'frozen', '1', JSON.stringify({ idleMilliseconds: 200 })];
        child = spawn(process.execPath, ['--conditions=@linli/source', '--no-warnings', fixture, ...args], {
          stdio: ['pipe', 'pipe', 'inherit'],
        });
      };
      start().catch(reject);
    });
    await frozen;
    expect(await other.commit(put('a'))).toEqual({ revision: 2 });
    const acknowledged = new Promise<string>((resolve) => child?.stdout?.once('data', (told) => resolve(String(told))));
    child?.kill('SIGCONT');
    const id = (await acknowledged).split(' ')[0] ?? '';
    const ended = new Promise((resolve) => child?.once('close', resolve));
    child?.stdin?.end();
    expect(await ended).toBe(0);
    expect(await faultsOfBooks(other, [id])).toEqual([]);
    await other.close();
  });
});

describe('a line that says nothing', () => {
  const limits = { connectMilliseconds: 2000, callMilliseconds: 2000, closeMilliseconds: 500 };

  /** A driver over a line that can go silent, on connections to come as well. */
  async function overLine(
    maxConnections: number,
  ): Promise<{ line: Line; driver: StorageDriver; silence(): void; speak(): void }> {
    let isSilent = false;
    const line = await lineTo(server.connectionString, (pair) => {
      if (isSilent) pair.silence();
      return !isSilent;
    });
    const driver = await open(newTable(), limits, maxConnections, line.connectionString);
    await driver.commit(put('a'));
    return {
      line,
      driver,
      silence: () => {
        isSilent = true;
      },
      speak: () => {
        isSilent = false;
      },
    };
  }

  it.each([1, 2, 4])('is unavailable to all of 64 calls over %i connections, and serves again once it speaks', async (count) => {
    const { line, driver, silence, speak } = await overLine(count);
    silence();
    const calls = Array.from({ length: 64 }, (_, n) => codeOf(n % 2 === 0 ? driver.read(['a']) : driver.commit(put(`${n}`))));
    expect(new Set(await Promise.all(calls))).toEqual(new Set(['storage/unavailable']));
    speak();
    expect(await driver.commit(put('b'))).toEqual({ revision: 2 });
    await driver.close();
    await line.close();
  });

  it('does not hold up close, with calls in flight or without', async () => {
    const one = await overLine(2);
    one.silence();
    await one.driver.close();
    const two = await overLine(1);
    two.silence();
    const calls = [two.driver.read(['a']), two.driver.commit(put('b')), two.driver.commit(put('c'))].map(codeOf);
    // The read is sent by then.
    await new Promise(setImmediate);
    await two.driver.close();
    expect(await Promise.all(calls)).toEqual(['storage/unavailable', 'storage/closed', 'storage/closed']);
    // Nothing is left of any connection.
    while (one.line.pairs.size + two.line.pairs.size > 0) await new Promise(setImmediate);
    await one.line.close();
    await two.line.close();
  });

  it('is unavailable as it is connected to', async () => {
    const sockets = new Set<Socket>();
    const mute = createServer((socket) => sockets.add(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const address = mute.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const connectionString = `postgresql://x@127.0.0.1:${port}/x`;
    await expect(postgresDriver({ connectionString, limits })).rejects.toMatchObject(unavailable);
    for (const socket of sockets) socket.destroy();
    mute.close();
  });
});

describe('close', () => {
  it('ends what is in flight, and what waits is closed at once', async () => {
    const table = newTable();
    const driver = await open(table);
    const holder = await hold(table);
    const [first, ...others] = ['a', 'b', 'c'].map((id) => codeOf(driver.commit(put(id))));
    await holder.waiters(1);
    const read = codeOf(driver.read(['a']));
    const closing = driver.close();
    expect(await Promise.all([...others, read])).toEqual(['storage/closed', 'storage/closed', 'storage/closed']);
    expect(await codeOf(driver.read(['a']))).toBe('storage/closed');
    await holder.letGo();
    expect(await first).toBe('done');
    await closing;
    await driver.close();
  });

  it('in the very moment of a commit leaves it done or closed', async () => {
    const driver = await open(newTable(), {}, 2);
    const commits = ['a', 'b', 'c'].map((id) => codeOf(driver.commit(put(id))));
    await driver.close();
    for (const code of await Promise.all(commits)) expect(['done', 'storage/closed']).toContain(code);
  });

  it('does not wait for a lock longer than it says', async () => {
    const table = newTable();
    const driver = await open(table, { closeMilliseconds: 100 });
    const holder = await hold(table);
    const commit = codeOf(driver.commit(put('a')));
    await holder.waiters(1);
    await driver.close();
    expect(await commit).toBe('storage/unavailable');
    await holder.letGo();
  });
});

describe('the pool', () => {
  it('keeps its connection through a hundred stale reads', async () => {
    const table = newTable();
    const driver = await open(table);
    await driver.commit(put('a'));
    const before = await sessions(table);
    for (let n = 0; n < 100; n += 1) {
      const stale = { id: `${n}`, expect: { a: 99 }, put: { a: 2 }, remove: [] };
      await expect(driver.commit(stale)).rejects.toMatchObject({
        code: 'storage/stale-read',
        message: expect.stringMatching(/^a /),
      });
    }
    await expect(driver.commit({ ...put('a'), remove: ['b'] })).rejects.toMatchObject({ code: 'storage/id-reused' });
    expect(await sessions(table)).toEqual(before);
    await driver.close();
  });

  it.each([2, 4])('of %i connections serves whoever waits, longer than any one connection may take', async (count) => {
    // Twelve hundred calls take longer than the 500 ms in which a connection is made.
    const driver = await open(newTable(), { connectMilliseconds: 500 }, count);
    const calls = Array.from({ length: 600 }, (_, n) => [driver.commit(put(`${n}`)), driver.read(['a'])]).flat();
    expect((await Promise.allSettled(calls)).filter(({ status }) => status === 'rejected')).toEqual([]);
    await driver.close();
  });

  it.each([1, 2, 3, 4])(
    'of %i connections under 64 clients loses and doubles nothing on a line cut, slow and silent',
    async (count) => {
      const random = seededRandom(20261201 + count);
      const line = await lineTo(server.connectionString, async (pair) => {
        const draw = random.nextInt(300);
        if (draw === 0) pair.cut();
        if (draw === 1) pair.silence();
        if (draw < 12) await new Promise((resolve) => setTimeout(resolve, draw));
        return draw > 1;
      });
      const table = newTable();
      const direct = await open(table);
      await openAccounts(direct);
      const limits = { connectMilliseconds: 1000, callMilliseconds: 500, closeMilliseconds: 500, idleMilliseconds: 300 };
      let driver: StorageDriver | undefined;
      while (driver === undefined) driver = await open(table, limits, count, line.connectionString).catch(() => undefined);
      const clients = driver;
      const ids = Array.from({ length: 64 }, (_, n) => `client${n}`);
      await Promise.all(ids.map((id, n) => move(clients, seededRandom(n), id)));
      await driver.close();
      expect(await faultsOfBooks(direct, ids)).toEqual([]);
      await direct.close();
      await line.close();
    },
  );
});

describe('unrest', () => {
  it('of processes: nobody dies, nothing is lost or doubled', { timeout: 300_000 }, async () => {
    const limits = {
      connectMilliseconds: 3000,
      lockMilliseconds: 2000,
      idleMilliseconds: 500,
      statementMilliseconds: 2500,
      callMilliseconds: 3000,
      closeMilliseconds: 3000,
    };
    const progress = (moved: number): number => moved / 60;
    const report = await unrest({ clients: 3, seed: 7, hardStops: 2, limits, progress });
    expect(report.breaches).toEqual([]);
    expect(report.moved).toBeGreaterThanOrEqual(60);
    expect(report.count.hardStops).toBe(2);
  });
});
