import type { Text } from '@linli/model';
import type { Claim, StorageDriver } from './driver.ts';
import type { Law } from './laws/law.ts';
import { laws } from './laws.ts';

/** What is put to the proof. */
export interface Subject {
  /** A driver over the data as it stands; called again, another one over the same data. */
  open(): Promise<StorageDriver>;
  /** Makes the data empty. Nothing is open when it is called. */
  reset(): Promise<void>;
}

export interface LawResult {
  readonly id: string;
  readonly says: Text;
  readonly verdict: 'kept' | 'broken' | 'not-claimed';
  /** What was seen, where the law is broken. */
  readonly message: string | null;
}

export interface Report {
  readonly driver: string;
  readonly claims: readonly Claim[];
  /** Every law that its claims switch on is kept. */
  readonly proven: boolean;
  /** In the order of `laws`. */
  readonly laws: readonly LawResult[];
}

/** Asks every law of one driver, each on empty data. A broken law is a result and not an error. */
export async function proveDriver(subject: Subject): Promise<Report> {
  await subject.reset();
  const driver = await subject.open();
  const { name, claims } = driver;
  await driver.close();
  const results: LawResult[] = [];
  for (const law of laws) results.push(await judge(law, claims, subject));
  return { driver: name, claims: [...claims], proven: results.every(({ verdict }) => verdict !== 'broken'), laws: results };
}

async function judge(law: Law, claims: ReadonlySet<Claim>, subject: Subject): Promise<LawResult> {
  const { id, says } = law;
  if (law.needs !== undefined && !claims.has(law.needs)) return { id, says, verdict: 'not-claimed', message: null };
  const opened: StorageDriver[] = [];
  let message = await seenBy(async () => {
    await subject.reset();
    await law.hold(async () => {
      const driver = await subject.open();
      opened.push(driver);
      return driver;
    });
  });
  for (const driver of opened) message = (await seenBy(() => driver.close())) ?? message;
  return { id, says, verdict: message === null ? 'kept' : 'broken', message };
}

async function seenBy(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
