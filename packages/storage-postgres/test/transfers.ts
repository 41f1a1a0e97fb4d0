import { setTimeout } from 'node:timers/promises';
import type { Random } from '@linli/model';
import type { Batch, StorageDriver } from '@linli/storage';

/** Work in which a lost, doubled or half-done commit shows: units that move between accounts, each move under an id. */
const accounts = 64;
const each = 20;

const account = (index: number): string => `account/${String(index).padStart(2, '0')}`;
const codeOf = (error: unknown): unknown => (error as { code?: unknown }).code;

export async function openAccounts(driver: StorageDriver): Promise<void> {
  const put = Object.fromEntries(Array.from({ length: accounts }, (_, index) => [account(index), each]));
  await driver.commit({ id: 'accounts', expect: {}, put, remove: [] });
}

/** Asks again until there is an answer, as everybody may after `storage/unavailable`. */
export async function untilAnswered<Value>(ask: () => Promise<Value>): Promise<Value> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      if (codeOf(error) !== 'storage/unavailable') throw error;
      // Gives a server that is down the time to come back.
      await setTimeout(20);
    }
  }
}

/** One unit from one account to another; `moved/ID` tells which. Ends when that is known to be kept. */
export async function move(driver: StorageDriver, random: Random, id: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const start = random.nextInt(accounts);
    const names = [account(start), account((start + 1 + random.nextInt(accounts - 1)) % accounts)] as const;
    const [from, to] = await untilAnswered(() => driver.read(names));
    const left = Number(from?.value);
    if (left === 0) continue;
    const batch: Batch = {
      id: `${id}/${attempt}`,
      expect: { [names[0]]: from?.revision ?? 0, [names[1]]: to?.revision ?? 0, [`moved/${id}`]: 0 },
      put: { [names[0]]: left - 1, [names[1]]: Number(to?.value) + 1, [`moved/${id}`]: names },
      remove: [],
    };
    try {
      await untilAnswered(() => driver.commit(batch));
      return;
    } catch (error) {
      if (codeOf(error) !== 'storage/stale-read') throw error;
    }
  }
}

/** What does not hold: of the ids that were told to be kept, and of the accounts. */
export async function faultsOfBooks(driver: StorageDriver, acknowledged: Iterable<string>): Promise<readonly string[]> {
  const balances = Array.from({ length: accounts }, () => each);
  const kept = new Set<string>();
  for await (const { key, value } of driver.scan({ from: 'moved/', until: 'moved0' })) {
    kept.add(key.slice('moved/'.length));
    const [from, to] = (value as string[]).map((name) => Number(name.slice('account/'.length))) as [number, number];
    balances[from] = (balances[from] ?? Number.NaN) - 1;
    balances[to] = (balances[to] ?? Number.NaN) + 1;
  }
  const found = await driver.read(balances.map((_, index) => account(index)));
  const lost = [...acknowledged].filter((id) => !kept.has(id));
  const sum = found.reduce((total, stored) => total + Number(stored?.value), 0);
  return [
    ...lost.map((id) => `${id} was acknowledged and is lost`),
    ...balances.flatMap((balance, index) => {
      const stored = Number(found[index]?.value);
      return stored === balance ? [] : [`${account(index)} holds ${stored}, and its moves come to ${balance}`];
    }),
    ...(sum === accounts * each ? [] : [`all accounts hold ${sum}, and held ${accounts * each}`]),
  ];
}
