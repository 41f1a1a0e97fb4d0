import { connect, createServer, type Socket } from 'node:net';

/** One connection over the line. Bytes that are held back are never forwarded afterwards. */
interface Pair {
  /** Both sides see the line go. */
  cut(): void;
  /** Nothing goes through any more, and no side is told. */
  silence(): void;
  /** Says something to the client as if the server had. */
  tell(bytes: Buffer): void;
  /** The server says nothing more, in an orderly way. */
  end(): void;
}

/** A line to a server on this machine, on which things can happen. */
export interface Line {
  /** The same connection string, over the line. */
  readonly connectionString: string;
  /** Connections that are open now. */
  readonly pairs: ReadonlySet<Pair>;
  close(): Promise<void>;
}

/** Sees each piece before it goes on; false: it goes no further. What it awaits holds up the pieces behind, too. */
export type Watch = (pair: Pair, from: 'client' | 'server', piece: Buffer) => boolean | Promise<boolean>;

export async function lineTo(connectionString: string, watch: Watch = () => true): Promise<Line> {
  const pairs = new Set<Pair>();
  const url = new URL(connectionString);
  const port = Number(url.port);
  const server = createServer((near) => {
    const far = connect(port, url.hostname);
    let isSilent = false;
    const pair: Pair = {
      cut() {
        pairs.delete(pair);
        near.destroy();
        far.destroy();
      },
      silence() {
        isSilent = true;
      },
      tell(bytes) {
        near.write(bytes);
      },
      end() {
        isSilent = true;
        near.end();
        far.destroy();
      },
    };
    pairs.add(pair);
    const pump = (from: Socket, to: Socket, side: 'client' | 'server'): void => {
      let before = Promise.resolve();
      from.on('data', (piece) => {
        before = before.then(async () => {
          if (!isSilent && (await watch(pair, side, piece)) && !isSilent) to.write(piece);
        });
      });
      // A silent line does not tell the client that the server has gone.
      from.on('end', () => void before.then(() => isSilent || to.end()));
      from.on('error', () => {});
      from.on('close', () => void before.then(() => (isSilent && side === 'server') || pair.cut()));
    };
    pump(near, far, 'client');
    pump(far, near, 'server');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  url.port = String(address.port);
  return {
    connectionString: url.href,
    pairs,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      for (const pair of pairs) pair.cut();
      await closed;
    },
  };
}
