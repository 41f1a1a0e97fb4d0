import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { type Random, seededRandom } from '@linli/model';
import { type PostgresLimits, postgresDriver } from '@linli/storage-postgres';
import pg from 'pg';
import { lineTo } from './line.ts';
import { startOwnPostgres } from './real-postgres.ts';
import { faultsOfBooks, openAccounts } from './transfers.ts';

export interface UnrestOptions {
  readonly clients: number;
  readonly seed: number;
  readonly hardStops: number;
  readonly limits: Partial<PostgresLimits>;
  /** How much of it is over, from 0 to 1; asked after every misfortune, and first when every client has moved something. */
  readonly progress: (moved: number) => number;
  /** Ends the wait for moves between two misfortunes early. */
  readonly soon?: () => Promise<void>;
  /** Told now and then. */
  readonly tell?: (words: string) => void;
}

export interface UnrestReport {
  readonly moved: number;
  readonly longestMilliseconds: number;
  readonly count: Readonly<Record<'sessionsEnded' | 'linesCut' | 'linesSilent' | 'frozen' | 'hardStops', number>>;
  /** Everything that must not be: dead processes, lost or doubled moves. */
  readonly breaches: readonly string[];
}

const fixture = fileURLToPath(new URL('./fixtures/mover.ts', import.meta.url));
const flags = ['--conditions=@linli/source', '--no-warnings'];

/** Client processes that move units over one line to a server of their own, and every misfortune of the brief. */
export async function unrest(options: UnrestOptions): Promise<UnrestReport> {
  const random = seededRandom(options.seed);
  const server = await startOwnPostgres();
  const line = await lineTo(server.connectionString);
  const table = 'unrest';
  const open = () => postgresDriver({ connectionString: server.connectionString, table, maxConnections: 1 });
  const books = await open();
  await openAccounts(books);
  await books.close();

  const acknowledged = new Set<string>();
  const breaches: string[] = [];
  const count = { sessionsEnded: 0, linesCut: 0, linesSilent: 0, frozen: 0, hardStops: 0 };
  let longestMilliseconds = 0;
  let wakes: (() => void)[] = [];
  const wake = (): void => {
    const woken = wakes;
    wakes = [];
    for (const each of woken) each();
  };
  let isOver = false;

  const start = (index: number): { child: ChildProcess; ended: Promise<void> } => {
    const name = `mover${index}`;
    const args = [line.connectionString, table, name, String(options.seed * 1000 + index), JSON.stringify(options.limits)];
    const child = spawn(process.execPath, [...flags, fixture, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
    let rest = '';
    let complaint = '';
    child.stderr?.on('data', (chunk) => (complaint += chunk));
    child.stdout?.on('data', (chunk) => {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      for (const told of lines) {
        const [id = '', wait] = told.split(' ');
        if (acknowledged.has(id)) breaches.push(`${id} was told twice`);
        acknowledged.add(id);
        longestMilliseconds = Math.max(longestMilliseconds, Number(wait));
      }
      wake();
    });
    const ended = new Promise<void>((resolve) => {
      child.once('close', (code, signal) => {
        if (!isOver || code !== 0) breaches.push(`${name} is dead (${code ?? signal}): ${complaint}`);
        wake();
        resolve();
      });
    });
    return { child, ended };
  };
  const clients = Array.from({ length: options.clients }, (_, index) => start(index));

  /** Until so many more were moved, or somebody died. */
  const moves = async (more: number): Promise<void> => {
    const target = acknowledged.size + more;
    while (acknowledged.size < target && breaches.length === 0) {
      await new Promise<void>((resolve) => {
        wakes.push(resolve);
      });
    }
  };
  const orSoon = (moved: Promise<void>): Promise<void> =>
    Promise.race([moved, ...(options.soon === undefined ? [] : [options.soon()])]);
  const pick = <Item>(items: readonly Item[]): Item | undefined => items[random.nextInt(Math.max(1, items.length))];

  const misfortunes: readonly ((draw: Random) => Promise<void>)[] = [
    async () => {
      const admin = new pg.Client({ connectionString: server.connectionString });
      await admin.connect();
      const { rows } = await admin.query<{ pid: number }>(
        'select pid from pg_stat_activity where client_port > 0 and pid <> pg_backend_pid() order by pid',
      );
      const pid = pick(rows)?.pid;
      if (pid !== undefined) await admin.query('select pg_terminate_backend($1)', [pid]);
      if (pid !== undefined) count.sessionsEnded += 1;
      await admin.end();
    },
    async () => {
      const pair = pick([...line.pairs]);
      pair?.cut();
      if (pair !== undefined) count.linesCut += 1;
    },
    async () => {
      const pair = pick([...line.pairs]);
      pair?.silence();
      if (pair !== undefined) count.linesSilent += 1;
    },
    async (draw) => {
      const client = pick(clients)?.child;
      client?.kill('SIGSTOP');
      await orSoon(moves(1 + draw.nextInt(3 * options.clients)));
      client?.kill('SIGCONT');
      count.frozen += 1;
    },
  ];

  // A process takes long to start where the machine is busy; nothing that happens to it before would be seen.
  await moves(4 * options.clients);
  let progress = options.progress(acknowledged.size);
  while (progress < 1 && breaches.length === 0) {
    await orSoon(moves(1 + random.nextInt(options.clients)));
    if (progress >= (count.hardStops + 1) / (options.hardStops + 1)) {
      await server.crash(count.hardStops % 2 === 0 ? 'immediate' : 'kill');
      await server.start();
      count.hardStops += 1;
    } else {
      // Silence costs its client a whole limit, so it is the rarest.
      await misfortunes[[0, 0, 0, 0, 1, 1, 1, 3, 3, 2][random.nextInt(10)] ?? 0]?.(random);
    }
    progress = options.progress(acknowledged.size);
    options.tell?.(`${Math.round(progress * 100)} %: ${acknowledged.size} moved, ${JSON.stringify(count)}`);
  }
  isOver = true;
  for (const { child } of clients) child.stdin?.end();
  await Promise.all(clients.map(({ ended }) => ended));

  const after = await open();
  breaches.push(...(await faultsOfBooks(after, acknowledged)));
  await after.close();
  await line.close();
  await server.stop();
  return { moved: acknowledged.size, longestMilliseconds, count, breaches };
}
