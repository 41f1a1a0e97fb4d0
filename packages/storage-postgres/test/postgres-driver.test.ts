import { type Instant, Tie } from '@linli/model';
import { createStore, type StorageDriver } from '@linli/storage';
import { proveDriver } from '@linli/storage/conformance';
import { startApart } from '@linli/storage/processes';
import { postgresDriver } from '@linli/storage-postgres';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RealPostgres, startPostgres } from './real-postgres.ts';

let server: RealPostgres;
let admin: pg.Pool;
let tables = 0;
const made: string[] = [];

const query = (sql: string): Promise<pg.QueryResult> => admin.query(sql);

/** The process id keeps two test runs on one database apart. */
function newTable(): string {
  tables += 1;
  const table = `linli_test_${process.pid}_${tables}`;
  made.push(table);
  return table;
}

const open = (table: string, connectionString = server.connectionString): Promise<StorageDriver> =>
  postgresDriver({ connectionString, table, maxConnections: 4 });

const withSetting = (setting: string): string => {
  const url = new URL(server.connectionString);
  url.searchParams.set('options', `-c ${setting}`);
  return url.href;
};

/** What lets a server answer before an entry of its log is on the disk, or lose one that is. */
async function unsafeSettings(): Promise<readonly string[]> {
  const names = ['fsync', 'synchronous_commit', 'full_page_writes'];
  const { rows } = await query(`select name, setting from pg_settings where name in ('${names.join("', '")}')`);
  return rows.filter(({ setting }) => setting === 'off').map(({ name }) => `${name}=off`);
}

beforeAll(async () => {
  server = await startPostgres();
  admin = new pg.Pool({ connectionString: server.connectionString, max: 2 });
  admin.on('error', () => {});
});

afterAll(async () => {
  try {
    for (const table of made)
      await query(`set lock_timeout = 1000; drop table if exists ${table}, ${table}_commits, ${table}_head`);
  } finally {
    await server.stop();
    await admin.end();
  }
});

describe('postgresDriver', () => {
  it('keeps every law of the kit on a real server, killed in processes of its own', async () => {
    let table = newTable();
    const program = new URL('./fixtures/serve.ts', import.meta.url);
    const nodeOptions = ['--conditions=@linli/source', '--no-warnings'];
    const report = await proveDriver({
      open: () => open(table),
      reset: async () => {
        table = newTable();
      },
      apart: () => startApart({ program, args: [server.connectionString, table], nodeOptions }),
      unsafeSettings,
    });
    // Nobody cuts the power of a server here: it says of itself that it syncs first.
    expect(report.laws.filter(({ verdict }) => verdict !== 'kept').map(({ id, verdict }) => [id, verdict])).toEqual([
      ['D4', 'told'],
    ]);
    expect([report.claims, report.unproved]).toEqual([['durable', 'multi-process'], []]);
  });

  it('does not claim to be durable where the server may forget an acknowledged commit', async () => {
    const driver = await open(newTable(), withSetting('synchronous_commit=off'));
    expect([...driver.claims]).toEqual(['multi-process']);
    await driver.close();
  });

  it('counts exactly when six writers over two drivers raise one counter, each retrying what is stale', async () => {
    const table = newTable();
    const drivers = [await open(table), await open(table)];
    const raise = async (driver: StorageDriver, id: string): Promise<number> => {
      for (let attempt = 1; ; attempt += 1) {
        const [counter] = await driver.read(['counter']);
        const value = Number(counter?.value ?? 0) + 1;
        try {
          await driver.commit({ id, expect: { counter: counter?.revision ?? 0 }, put: { counter: value }, remove: [] });
          return attempt;
        } catch (error) {
          if ((error as { code?: string }).code !== 'storage/stale-read') throw error;
        }
      }
    };
    const writers = Array.from({ length: 6 }, async (_, writer) => {
      let attempts = 0;
      for (let n = 0; n < 5; n += 1) attempts += await raise(drivers[writer % 2] as StorageDriver, `w${writer} n${n}`);
      return attempts;
    });
    const attempts = (await Promise.all(writers)).reduce((sum, count) => sum + count, 0);
    const [counter] = await (drivers[1] as StorageDriver).read(['counter']);
    expect(counter?.value).toBe(30); // 6 writers x 5
    expect(counter?.revision).toBe(30); // refused commits use up no revision
    expect(attempts).toBeGreaterThan(30); // there was a race to win
    for (const driver of drivers) await driver.close();
  });

  it.each(['read committed', 'serializable'])('lets many processes make the tables at once, by default %s', async (isolation) => {
    const table = newTable();
    const connectionString = withSetting(`default_transaction_isolation=${isolation.replace(' ', '\\ ')}`);
    const drivers = await Promise.all(Array.from({ length: 6 }, () => open(table, connectionString)));
    const answers = await Promise.all(
      drivers.map((driver, index) => driver.commit({ id: `${index}`, expect: {}, put: { [`k${index}`]: index }, remove: [] })),
    );
    expect(answers.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5, 6]);
    for (const driver of drivers) await driver.close();
  });

  it('keeps communities in one database apart', async () => {
    const [left, right] = [await open(newTable()), await open(newTable())];
    await left.commit({ id: 'one', expect: {}, put: { a: 1 }, remove: [] });
    expect(await right.read(['a'])).toEqual([undefined]);
    await left.close();
    await right.close();
  });

  it('says that it is unavailable when the server ends its sessions, and goes on afterwards with the same batch', async () => {
    const table = newTable();
    const driver = await open(table);
    // The head row is held, so the commit waits inside its transaction until its session is ended.
    const holder = await admin.connect();
    await holder.query(`begin; update ${table}_head set revision = revision`);
    const batch = { id: 'once', expect: { a: 0 }, put: { a: 1 }, remove: [] };
    const waiting = driver.commit(batch);
    const refused = expect(waiting).rejects.toMatchObject({ code: 'storage/unavailable', retryable: true });
    const blocked = `from pg_stat_activity where wait_event_type = 'Lock' and query like '%update%${table}_head%'`;
    // Not by the holder: inside its transaction it would see for ever what it saw first.
    while ((await query(`select 1 ${blocked}`)).rowCount === 0);
    await query(`select pg_terminate_backend(pid) ${blocked}`);
    await refused;
    await holder.query('rollback');
    holder.release();
    expect(await driver.commit(batch)).toEqual({ revision: 1 });
    expect(await driver.commit(batch)).toEqual({ revision: 1 });
    await driver.close();
  });

  it('tells what it cannot open', async () => {
    await expect(open('no; drop table x')).rejects.toMatchObject({ code: 'storage/cannot-open', retryable: false });
    const nowhere = new URL(server.connectionString);
    nowhere.pathname = '/no_such_database';
    await expect(open(newTable(), nowhere.href)).rejects.toMatchObject({ code: 'storage/cannot-open' });
    const nobody = new URL(server.connectionString);
    nobody.port = '1';
    await expect(open(newTable(), nobody.href)).rejects.toMatchObject({ code: 'storage/unavailable', retryable: true });
  });

  it('holds a store: typed, audited, and nothing written where nothing changed', async () => {
    const driver = await open(newTable());
    const store = createStore(driver, { ties: Tie });
    const tie = Tie.parse({ id: 't1', residentId: 'r1', helperId: 'h1', role: 'neighbour', duty: 'knock', cadence: 'daily' });
    const commit = { id: 'one', at: 5 as Instant, actor: 'test', why: 'first tie', put: { ties: { t1: tie } } };
    expect(await store.session().commit(commit)).toEqual({ added: 1, changed: 0, removed: 0, revision: 1 });
    expect(await store.session().commit(commit)).toEqual({ added: 0, changed: 0, removed: 0, revision: null });
    expect(await store.session().list('ties')).toEqual([tie]);
    expect(await store.audit()).toEqual([{ id: 'one', at: 5, actor: 'test', why: 'first tie', put: ['ties/t1'], removed: [] }]);
    await driver.close();
  });
});
