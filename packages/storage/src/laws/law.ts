import type { Text } from '@linli/model';
import type { Batch, Claim, Json, KeyRange, StorageDriver, Stored } from '../driver.ts';

/** One promise of a driver, as data: any test runner, or none, can ask for it. */
export interface Law {
  readonly id: string;
  readonly says: Text;
  /** The law is asked only of drivers that claim this. */
  readonly needs?: Claim;
  /** Starts on empty data; every `open` leads to the same data. Rejects with what was seen where the law is broken. */
  hold(open: () => Promise<StorageDriver>): Promise<void>;
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
