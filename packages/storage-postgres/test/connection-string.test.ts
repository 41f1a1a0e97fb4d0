import { createHook } from 'node:async_hooks';
import { fileURLToPath } from 'node:url';
import { postgresDriver } from '@linli/storage-postgres';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type OwnPostgres, startOwnPostgres } from './real-postgres.ts';

const asked: string[] = [];
// What Node.js does to look a name up or to reach another machine.
const network = createHook({
  init(_, type) {
    if (type === 'GETADDRINFOREQWRAP' || type === 'TCPCONNECTWRAP' || type === 'PIPECONNECTWRAP') asked.push(type);
  },
});
const refusal = { code: 'storage/cannot-open', retryable: false };

describe('before anything is asked of the network', () => {
  beforeAll(() => void network.enable());
  afterEach(() => {
    asked.length = 0;
    for (const name of ['PGHOST', 'PGSSLMODE', 'PGPORT']) delete process.env[name];
  });
  afterAll(() => void network.disable());

  it.each([
    'hello world',
    '',
    ' ',
    'host=127.0.0.1 dbname=x',
    'mysql://root@127.0.0.1/x',
    'http://127.0.0.1/x',
    'postgresql:/127.0.0.1/x',
    'postgresql://x@127.0.0.1:99999/x',
    'postgresql://x@127.0.0.1:port/x',
    'postgresql://x@127.0.0.1:0/x',
    'postgresql://x@127.0.0.1/x?port=5432abc',
    'postgresql://x@127.0.0.1/x?port=70000',
    'postgresql://x@one.example,two.example/x?sslmode=verify-full',
    'postgresql://x@one.example:1,two.example:2/x?sslmode=verify-full',
    'postgresql:///x?host=127.0.0.1,127.0.0.2',
    'postgresql://x@127.0.0.1/x?sslrootcert=/no/such/file',
  ])('%j is refused, and the password in it is not told', async (connectionString) => {
    const withSecret = connectionString.replace('x@', 'x:s3cret@');
    const fault = await postgresDriver({ connectionString: withSecret }).catch((error: unknown) => error);
    expect(fault).toMatchObject(refusal);
    expect(String(fault)).not.toContain('s3cret');
    expect(asked).toEqual([]);
  });

  it.each([
    'postgresql://x@db.example/x',
    'postgres://x@192.0.2.1/x',
    'postgresql://x@[2001:db8::1]/x',
    'postgresql://x@127.0.0.1.example/x',
    'postgresql:///x?host=db.example',
    'postgresql://x@127.0.0.1/x?host=db.example',
    'postgresql://x@db.example/x?sslmode=disable&sslmode=',
    'postgresql://x@db.example/x?ssl=0',
    'postgresql://x@db.example/x?a=b?sslmode=disable',
  ])('%j would send everything in plain text, and is refused', async (connectionString) => {
    await expect(postgresDriver({ connectionString })).rejects.toMatchObject(refusal);
    expect(asked).toEqual([]);
  });

  it.each([
    'postgresql://x@db.invalid/x?sslmode=no-verify',
    'postgresql://x@192.0.2.1/x?sslmode=no-verify',
    'postgresql:///x?host=db.invalid&sslmode=no-verify',
    'postgresql://x@127.0.0.1/x?host=db.invalid&sslmode=no-verify',
    'postgresql://x@db.invalid/x?sslmode=verify-full&sslmode=no-verify',
    'postgresql://x@db.invalid/x?ssl=no-verify',
    'postgresql://x@db.invalid/x?uselibpqcompat=true&sslmode=require',
    'postgresql://x@db.invalid/x?uselibpqcompat=true&sslmode=prefer',
    'postgresql://x@db.invalid/x?sslmode=require&uselibpqcompat=true&sslnegotiation=direct',
  ])('%j would trust any certificate, and is refused', async (connectionString) => {
    await expect(postgresDriver({ connectionString })).rejects.toMatchObject({
      ...refusal,
      message: expect.stringContaining('no certificate would be checked'),
    });
    expect(asked).toEqual([]);
  });

  it.each(['PGSSLMODE', 'NODE_TLS_REJECT_UNAUTHORIZED'])('%s lets nobody trust any certificate either', async (name) => {
    const before = process.env[name];
    try {
      process.env[name] = name === 'PGSSLMODE' ? 'no-verify' : '0';
      const query = name === 'PGSSLMODE' ? '' : '?sslmode=verify-full';
      await expect(postgresDriver({ connectionString: `postgresql://x@db.invalid/x${query}` })).rejects.toMatchObject({
        ...refusal,
        message: expect.stringContaining('no certificate would be checked'),
      });
      expect(asked).toEqual([]);
    } finally {
      if (before === undefined) delete process.env[name];
      else process.env[name] = before;
    }
  });

  it('what the environment adds counts, and does not allow plain text', async () => {
    process.env['PGHOST'] = 'db.example';
    process.env['PGSSLMODE'] = 'disable';
    await expect(postgresDriver({ connectionString: 'postgresql:///x' })).rejects.toMatchObject(refusal);
    process.env['PGHOST'] = '127.0.0.1';
    process.env['PGPORT'] = 'none';
    await expect(postgresDriver({ connectionString: 'postgresql:///x' })).rejects.toMatchObject(refusal);
    expect(asked).toEqual([]);
  });

  it.each([
    ['maxConnections', { maxConnections: 0 }],
    ['callMilliseconds', { limits: { callMilliseconds: 0 } }],
    ['lockMilliseconds', { limits: { lockMilliseconds: 1.5 } }],
    ['connectMilliseconds', { limits: { connectMilliseconds: 2 ** 31 } }],
  ])('%s that is no count is refused', async (name, options) => {
    const opening = postgresDriver({ connectionString: 'postgresql://x@127.0.0.1:1/x', ...options });
    await expect(opening).rejects.toMatchObject({ ...refusal, message: expect.stringContaining(name) });
    expect(asked).toEqual([]);
  });

  it.each([
    ['table', { table: null }],
    ['table', { table: ['a'] }],
    ['limits', { limits: null }],
    ['limits', { limits: 5 }],
    ['lockMillis', { limits: { lockMillis: 5 } }],
    ['toString', { limits: { toString: 5 } }],
    ['lockMilliseconds', { limits: { lockMilliseconds: null } }],
    ['maxConnections', { maxConnections: null }],
    ['allowPlainText', { allowPlainText: 'false' }],
    ['allowPlainText', { allowPlainText: null }],
  ])('%s of %o, as plain JavaScript may hand it over, is refused', async (name, options) => {
    const opening = postgresDriver({ connectionString: 'postgresql://x@127.0.0.1:1/x', ...(options as object) });
    await expect(opening).rejects.toMatchObject({ ...refusal, message: expect.stringContaining(name) });
    expect(asked).toEqual([]);
  });

  it.each([
    ['postgresql://x@127.0.0.1:1/x', {}],
    ['postgresql://x@127.8.8.8:1/x', {}],
    ['postgresql://x@localhost:1/x', {}],
    ['postgresql://x@[::1]:1/x', {}],
    ['/no/such/socket x', {}],
    ['postgresql:///x?host=/no/such/socket', {}],
    ['socket:/no/such/socket?db=x', {}],
    ['postgresql://x@db.invalid:1/x?sslmode=disable', {}],
    ['postgresql://x@db.invalid:1/x?sslmode=verify-full', {}],
    ['postgresql://x@db.invalid:1/x', { allowPlainText: true }],
    ['postgresql://x@db.invalid:1/x?sslmode=no-verify', { allowPlainText: true }],
    ['postgresql://x@127.0.0.1:1/x?sslmode=no-verify', {}],
    ['postgresql://x@127.8.8.8:1/x?uselibpqcompat=true&sslmode=require', {}],
  ])('%s with %o is asked for', async (connectionString, options) => {
    const opening = postgresDriver({ connectionString, ...options });
    await expect(opening).rejects.toMatchObject({ code: 'storage/unavailable', retryable: true });
    expect(asked).not.toEqual([]);
  });
});

describe('TLS', () => {
  const file = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));
  const tls = { cert: file('localhost.cert.pem'), key: file('localhost.key.pem') };
  let withTls: OwnPostgres;
  beforeAll(async () => {
    withTls = await startOwnPostgres({ tls });
  });
  afterAll(() => withTls.stop());

  const open = (query: string, host = 'localhost') =>
    postgresDriver({ connectionString: `postgresql://postgres@${host}:${withTls.port}/postgres?${query}` });

  it('sslmode=verify-full with the right root is spoken, and closed', async () => {
    const driver = await open(`sslmode=verify-full&sslrootcert=${tls.cert}`);
    expect(await driver.read(['a'])).toEqual([undefined]);
    await driver.close();
  });

  it.each([
    ['an unknown root', 'sslmode=verify-full', 'localhost'],
    ['another name', `sslmode=verify-full&sslrootcert=${tls.cert}`, '127.0.0.1'],
  ])('%s is no trust, and not asked again', async (_, query, host) => {
    await expect(open(query, host)).rejects.toMatchObject(refusal);
  });
});
