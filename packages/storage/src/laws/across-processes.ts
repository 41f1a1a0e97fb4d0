import type { StorageDriver } from '../driver.ts';
import { ensureWholeForReaders } from './in-between.ts';
import { type Apart, batch, ensure, type Law, refusal, revisionAt, valueAt } from './law.ts';

/** Commits a few times in a process of its own and dies with the last acknowledgement; `then` is what befalls the machine. */
async function ensureOutlived(
  open: () => Promise<StorageDriver>,
  apart: () => Promise<Apart>,
  what: string,
  then: () => Promise<void>,
): Promise<void> {
  const lives = 2;
  for (let life = 1; life <= lives; life += 1) {
    const process = await apart();
    const steps = [1, 2, 3, 4].map((step) =>
      batch(`life ${life} step ${step}`, { put: { [`step/${life}/${step}`]: step, [`note/${life}`]: 'x'.repeat(step * 1000) } }),
    );
    for (const step of steps) await process.driver.commit(step);
    const last = batch(`life ${life} last`, { put: { [`last/${life}`]: life }, remove: [`step/${life}/1`] });
    await process.commitAndDie(last);
    await then();

    const driver = await open();
    for (let earlier = 1; earlier <= life; earlier += 1) {
      const keys = [`last/${earlier}`, ...[2, 3, 4].map((step) => `step/${earlier}/${step}`)];
      const values = (await driver.read(keys)).map((stored) => stored?.value);
      const isWhole = values.join() === `${earlier},2,3,4`;
      ensure(isWhole, `${what} everything acknowledged in life ${earlier} should be there; ${keys.join()} are ${values.join()}`);
      ensure((await valueAt(driver, `step/${earlier}/1`)) === undefined, `${what} an acknowledged removal was undone`);
    }
    const before = await revisionAt(driver, `last/${life}`);
    const again = await driver.commit(last);
    ensure(again.revision === before, `${what} a commit that had been acknowledged took effect again`);
    await driver.close();
  }
}

export const outlivesKill: Law = {
  id: 'D3',
  needs: 'durable',
  asks: ['apart'],
  says: {
    zh: '一旦答复“已存好”，程序在这一刻被强行结束（kill -9），内容也都在。',
    en: 'What was acknowledged is there though the process was killed (SIGKILL) in the very moment of the acknowledgement.',
  },
  hold: (open, { apart }) => ensureOutlived(open, apart, 'after the process was killed,', async () => {}),
};

export const outlivesPowerCut: Law = {
  id: 'D4',
  needs: 'durable',
  asks: ['apart', 'powerCut'],
  toldBySettings: true,
  says: {
    zh: '一旦答复“已存好”，这一刻停电，内容也都在（已写到盘上，不只在系统缓存里）。',
    en: 'What was acknowledged is there though the power failed in that moment: it was synced to the disk, not only handed to the system.',
  },
  hold: (open, { apart, powerCut }) => ensureOutlived(open, apart, 'after the power was cut,', powerCut),
};

export const wholeAfterKill: Law = {
  id: 'D5',
  needs: 'durable',
  asks: ['apart'],
  says: {
    zh: '提交到一半被强行结束，再打开时要么全有，要么全无；同一个操作可以再发一次，只生效一次。',
    en: 'A commit that was killed half-way is there whole or not at all, and the same batch may be sent again and has one effect.',
  },
  async hold(open, { apart }) {
    const commits = 16;
    for (const heard of [1, 4, 9]) {
      const name = (at: number): string => `${heard}/${String(at).padStart(2, '0')}`;
      const numbers = Array.from({ length: commits }, (_, at) => at);
      const first = await open();
      await first.commit(batch(`seed ${heard}`, { put: Object.fromEntries(numbers.map((at) => [`old/${name(at)}`, at])) }));
      await first.close();

      const batches = numbers.map((at) =>
        batch(`commit ${name(at)}`, {
          expect: { [`left/${name(at)}`]: 0, [`right/${name(at)}`]: 0 },
          put: { [`left/${name(at)}`]: at, [`right/${name(at)}`]: 'x'.repeat(at * 500) },
          remove: [`old/${name(at)}`],
        }),
      );
      const acknowledged = await killedAfter(await apart(), batches, heard);

      const driver = await open();
      for (const at of numbers) {
        const stored = await driver.read([`left/${name(at)}`, `right/${name(at)}`, `old/${name(at)}`]);
        const there = stored.map((one) => (one === undefined ? 'absent' : 'there')).join();
        const isWhole = there === 'there,there,absent' || there === 'absent,absent,there';
        ensure(isWhole, `a commit was killed half-way; of what it puts, puts and removes there is now: ${there}`);
        if (acknowledged.has(at)) ensure(there.startsWith('there'), 'an acknowledged commit is gone after a kill');
      }
      for (const [at, sent] of batches.entries()) {
        const there = await revisionAt(driver, `left/${name(at)}`);
        const refused = await refusal(driver.commit(sent));
        ensure(refused === undefined, `a commit of unknown outcome was sent again and refused with ${refused?.code}`);
        const now = await revisionAt(driver, `left/${name(at)}`);
        ensure(there === 0 || now === there, 'a commit that had been kept took effect again when it was sent again');
      }
      await driver.close();
    }
  },
};

/** Sends all at once and kills as soon as so many were acknowledged. Answers the numbers that were, then or on the way out. */
async function killedAfter(
  process: Apart,
  batches: readonly ReturnType<typeof batch>[],
  heard: number,
): Promise<ReadonlySet<number>> {
  const acknowledged = new Set<number>();
  let killed: Promise<void> | undefined;
  const kill = (): Promise<void> => {
    killed ??= process.kill();
    return killed;
  };
  const outcomes = batches.map(async (sent, at) => {
    try {
      await process.driver.commit(sent);
    } catch {
      return;
    }
    acknowledged.add(at);
    if (acknowledged.size >= heard) await kill();
  });
  await Promise.all(outcomes);
  await kill();
  return acknowledged;
}

/** Ten races for one seat; in each exactly one wins, the others are told, and all see the same. */
export async function ensureOneWinner(drivers: readonly StorageDriver[]): Promise<void> {
  const [left, right] = [drivers[0] as StorageDriver, drivers.at(-1) as StorageDriver];
  for (let round = 0; round < 10; round += 1) {
    const seat = `seat-${round}`;
    // Even rounds race for an absent key, odd rounds for one that another driver wrote.
    if (round % 2 === 1) await left.commit(batch(`seed-${round}`, { put: { [seat]: 'free' } }));
    const expect = { [seat]: await revisionAt(right, seat) };
    const race = await Promise.all(
      drivers.map((driver, index) => refusal(driver.commit(batch(`${seat}-${index}`, { expect, put: { [seat]: index } })))),
    );
    const kept = race.filter((refused) => refused === undefined).length;
    ensure(kept === 1, `${kept} of ${drivers.length} drivers won the race in round ${round}`);
    const lost = race.find((refused) => refused !== undefined);
    ensure(lost?.code === 'storage/stale-read', `the loser was told ${lost?.code}, not storage/stale-read`);
    const seen = await Promise.all(drivers.map((driver) => valueAt(driver, seat)));
    ensure(
      seen.every((value) => value === race.indexOf(undefined)),
      `the drivers see ${JSON.stringify(seen)}`,
    );
  }
}

export const processesMeet: Law = {
  id: 'M2',
  needs: 'multi-process',
  asks: ['apart'],
  says: {
    zh: '两个程序（不是同一个程序里开两次）同时打开同一份数据：抢着改只有一方成功，一方提交时另一方不会看到一半。',
    en: 'The same of two processes, not of two drivers in one: exactly one wins a race, and neither sees a part of the other’s commit.',
  },
  async hold(open, { apart }) {
    const [left, right] = await Promise.all([apart(), apart()]);
    await ensureOneWinner([left.driver, await open(), right.driver]);
    await ensureWholeForReaders(left.driver, right.driver);
  },
};
