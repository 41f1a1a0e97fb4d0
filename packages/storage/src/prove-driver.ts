import type { Text } from '@linli/model';
import type { Claim, StorageDriver } from './driver.ts';
import type { Apart, Law, Means } from './laws/law.ts';
import { laws } from './laws.ts';

/** What is put to the proof. Without what it may lend, some laws are not asked, and what they prove stays unproved. */
export interface Subject extends Partial<Means> {
  /** A driver over the data as it stands; called again, another one over the same data. */
  open(): Promise<StorageDriver>;
  /** Makes the data empty. Nothing is open when it is called. */
  reset(): Promise<void>;
  /**
   * Where the power cannot be cut: reads back from the backend, as its drivers use it, every setting that lets it answer
   * before it has synced. None: it says of itself that it syncs first.
   */
  unsafeSettings?(): Promise<readonly string[]>;
}

export interface LawResult {
  readonly id: string;
  readonly says: Text;
  /** `told`: nobody looked, the backend says it of itself. `not-asked`: claimed, but the subject lends no way to look. */
  readonly verdict: 'kept' | 'told' | 'broken' | 'not-asked' | 'not-claimed';
  /** What was seen where the law is broken, what the subject would have to lend where it was not asked. */
  readonly message: string | null;
}

export interface Report {
  readonly driver: string;
  readonly claims: readonly Claim[];
  /** Claims of which a law could not be asked. */
  readonly unproved: readonly Claim[];
  /** No law is broken, and no claim is unproved. */
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
  const unasked = laws.filter((_, index) => results[index]?.verdict === 'not-asked');
  const unproved = [...claims].filter((claim) => unasked.some(({ needs }) => needs === claim));
  const proven = unproved.length === 0 && results.every(({ verdict }) => verdict !== 'broken');
  return { driver: name, claims: [...claims], unproved, proven, laws: results };
}

async function judge(law: Law, claims: ReadonlySet<Claim>, subject: Subject): Promise<LawResult> {
  const { id, says } = law;
  if (law.needs !== undefined && !claims.has(law.needs)) return { id, says, verdict: 'not-claimed', message: null };
  const missing = (law.asks ?? []).filter((means) => subject[means] === undefined);
  if (missing.length > 0) return { id, says, ...(await unseen(law, missing, subject)) };

  const opened: StorageDriver[] = [];
  const started: Apart[] = [];
  let message = await seenBy(async () => {
    await subject.reset();
    const open = async (): Promise<StorageDriver> => {
      const driver = await subject.open();
      opened.push(driver);
      return driver;
    };
    const apart = async (): Promise<Apart> => {
      const process = await (subject as Means).apart();
      started.push(process);
      return process;
    };
    await law.hold(open, { apart, powerCut: () => (subject as Means).powerCut() });
  });
  for (const process of started) message = (await seenBy(() => process.kill())) ?? message;
  for (const driver of opened) message = (await seenBy(() => driver.close())) ?? message;
  return { id, says, verdict: message === null ? 'kept' : 'broken', message };
}

/** What is to be said of a law that nobody can look at. */
async function unseen(
  { toldBySettings }: Law,
  missing: readonly string[],
  subject: Subject,
): Promise<Pick<LawResult, 'verdict' | 'message'>> {
  const lacks = `the subject lends no ${missing.join(' and no ')}`;
  if (toldBySettings === undefined || subject.unsafeSettings === undefined) return { verdict: 'not-asked', message: lacks };
  let unsafe: readonly string[] = [];
  const failed = await seenBy(async () => {
    unsafe = (await subject.unsafeSettings?.()) ?? [];
  });
  if (failed !== null) return { verdict: 'broken', message: failed };
  if (unsafe.length === 0) return { verdict: 'told', message: lacks };
  return { verdict: 'broken', message: `it may answer before it has synced: ${unsafe.join(', ')}` };
}

async function seenBy(run: () => Promise<void>): Promise<string | null> {
  try {
    await run();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
