import type { Text } from '@linli/model';
import type { Batch, Claim, Json, KeyRange, StorageDriver, Stored } from '../driver.ts';

/** The same data, opened by a process of its own. */
export interface Apart {
  readonly driver: StorageDriver;
  /**
   * Commits, and the process is killed (SIGKILL) in the moment its driver acknowledges, before anything else of it runs.
   * Rejects as the driver refuses; then the process lives on.
   */
  commitAndDie(batch: Batch): Promise<void>;
  /** SIGKILL, amid whatever it does. Calls in flight reject. Answers when the process is gone; a second time is no error. */
  kill(): Promise<void>;
}

/** What a subject may lend the kit beyond opening and emptying: some promises can be seen in no other way. */
export interface Means {
  apart(): Promise<Apart>;
  /** Leaves of the data what a disk has after a power cut: what was not synced is gone. Nothing is open or alive by then. */
  powerCut(): Promise<void>;
}

/** One promise of a driver, as data: any test runner, or none, can ask for it. */
export interface Law {
  readonly id: string;
  readonly says: Text;
  /** The law is asked only of drivers that claim this. */
  readonly needs?: Claim;
  /** Without these the law is not asked, and the claim it belongs to stays unproved. */
  readonly asks?: readonly (keyof Means)[];
  /** Where it is not asked, the settings of the backend may speak for it. */
  readonly toldBySettings?: true;
  /** Starts on empty data; every `open` leads to the same data. Rejects with what was seen where the law is broken. */
  hold(open: () => Promise<StorageDriver>, means: Means): Promise<void>;
}

export function ensure(holds: boolean, seen: string): asserts holds {
  if (!holds) throw new Error(seen);
}

/** A batch of which only what matters is said. */
export const batch = (id: string, parts: Partial<Omit<Batch, 'id'>> = {}): Batch => ({
  id,
  expect: parts.expect ?? {},
  put: parts.put ?? {},
  remove: parts.remove ?? [],
});

interface Refusal {
  readonly code: unknown;
  readonly retryable: unknown;
}

/** How a call was refused; undefined where it was accepted. */
export async function refusal(call: Promise<unknown>): Promise<Refusal | undefined> {
  try {
    await call;
    return undefined;
  } catch (error) {
    const { code, retryable } = (error ?? {}) as Partial<Refusal>;
    return { code, retryable };
  }
}

export async function ensureRefused(call: Promise<unknown>, code: string, what: string): Promise<void> {
  const refused = await refusal(call);
  ensure(refused !== undefined, `${what} was accepted`);
  ensure(refused.code === code, `${what} was refused with ${refused.code}, not with ${code}`);
}

export async function rows(driver: StorageDriver, range: KeyRange): Promise<Stored[]> {
  const all: Stored[] = [];
  for await (const stored of driver.scan(range)) all.push(stored);
  return all;
}

export async function readOne(driver: StorageDriver, key: string): Promise<Stored | undefined> {
  const [stored] = await driver.read([key]);
  return stored;
}

export const valueAt = async (driver: StorageDriver, key: string): Promise<Json | undefined> =>
  (await readOne(driver, key))?.value;

export const revisionAt = async (driver: StorageDriver, key: string): Promise<number> =>
  (await readOne(driver, key))?.revision ?? 0;

/** One turn of the event loop, so that files, sockets and threads get theirs. No time passes for anybody's sake. */
function turn(): Promise<void> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    const heard = (): void => {
      port1.close();
      resolve();
    };
    port1.addEventListener('message', heard, { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Looks again and again, each time from a few slightly different moments on, for as long as the call runs. */
export async function meanwhile<Seen>(call: Promise<unknown>, look: () => Promise<Seen>): Promise<readonly Seen[]> {
  let isRunning = true;
  const over = (): void => {
    isRunning = false;
  };
  const ended = call.then(over, over);
  const seen: Seen[] = [];
  while (isRunning) {
    const looks: Promise<Seen>[] = [];
    for (let moment = 0; moment < 8; moment += 1) {
      looks.push(look());
      await undefined;
    }
    seen.push(...(await Promise.all(looks)));
    await turn();
  }
  await ended;
  return seen;
}
