import type { StorageDriver } from '../driver.ts';
import { batch, ensure, type Law, meanwhile, refusal, rows } from './law.ts';

const rounds = 12;
const keys = Array.from({ length: 12 }, (_, index) => `k/${String(index).padStart(2, '0')}`);

const everyKeyAt = (value: number | string): Readonly<Record<string, number | string>> =>
  Object.fromEntries(keys.map((key) => [key, value]));

/** What a scan shows of round `round`: every key holds it, and its own mark stands where that of the round before was. */
const shownAt = (round: number): string => [...keys.map(() => round), `mark ${round}`].join();

const shown = async (driver: StorageDriver): Promise<string> =>
  (await rows(driver, { from: 'k/', until: 'n' }))
    .map(({ key, value }) => (key.startsWith('mark/') ? `mark ${value}` : value))
    .join();

/** One writer, one reader, over the same data: at no moment does the reader see a part of a commit. */
export async function ensureWholeForReaders(writer: StorageDriver, reader: StorageDriver): Promise<void> {
  await writer.commit(batch('round 0', { put: { ...everyKeyAt(0), 'mark/0': 0 } }));
  for (let round = 1; round <= rounds; round += 1) {
    const put = { ...everyKeyAt(round), [`mark/${round}`]: round };
    const before = [shown(reader), shown(reader)];
    const commit = writer.commit(batch(`round ${round}`, { put, remove: [`mark/${round - 1}`] }));
    for (const seen of [...(await meanwhile(commit, () => shown(reader))), ...(await Promise.all(before))]) {
      const isWhole = seen === shownAt(round - 1) || seen === shownAt(round);
      ensure(isWhole, `while a commit took ${shownAt(round - 1)} to ${shownAt(round)}, a reader saw ${seen}`);
    }
    await commit;
  }
}

export const wholeForReaders: Law = {
  id: 'T2',
  says: {
    zh: '正在提交时去看，要么看到全部，要么一点也看不到；后来没被接受的提交，谁也不会看到它的内容。',
    en: 'Whoever looks while a commit is under way sees all of it or none of it, and nothing of one that is then refused.',
  },
  async hold(open) {
    const driver = await open();
    await ensureWholeForReaders(driver, driver);
    const held = shownAt(rounds);
    for (let round = 1; round <= rounds; round += 1) {
      // The one wrong expectation stands on the last key, so that whoever decides on the way has written the others.
      const doomed = batch(`doomed ${round}`, {
        expect: { 'zz/last': 7 },
        put: { ...everyKeyAt('never'), [`mark/never ${round}`]: 0 },
        remove: [`mark/${rounds}`],
      });
      const refused = refusal(driver.commit(doomed));
      for (const seen of await meanwhile(refused, () => shown(driver))) {
        ensure(seen === held, `while a commit was refused, a reader saw ${seen} and not ${held}`);
      }
      ensure((await refused)?.code === 'storage/stale-read', `a commit on a stale read was not refused as one`);
    }
  },
};

export const readsOneMoment: Law = {
  id: 'R5',
  says: {
    zh: '一次读多条，看到的是同一时刻的情况，不会有的是提交前、有的是提交后。',
    en: 'Several keys read at once are read at one moment, never some before a commit and some after it.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('round 0', { put: everyKeyAt(0) }));
    const look = async (): Promise<string> => (await driver.read(keys)).map((stored) => stored?.value).join();
    for (let round = 1; round <= rounds; round += 1) {
      const before = [look(), look()];
      const commit = driver.commit(batch(`round ${round}`, { put: everyKeyAt(round) }));
      const seen = [...(await meanwhile(commit, look)), ...(await Promise.all(before))];
      await commit;
      for (const values of seen) {
        ensure(
          new Set(values.split(',')).size === 1,
          `one read of ${keys.length} keys that always change together saw ${values}`,
        );
      }
    }
  },
};
