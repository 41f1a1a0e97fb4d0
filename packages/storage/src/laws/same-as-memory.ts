import { type Random, seededRandom } from '@linli/model';
import type { Batch, StorageDriver } from '../driver.ts';
import { memoryDriver } from '../memory-driver.ts';
import { ensure, type Law, refusal, revisionAt, rows } from './law.ts';

const steps = 100;
const seed = 20261123;
const keys = ['a', 'b/1', 'b/2', 'b0', '李', '𠀀', '！'];

/** What a step asks for; each driver fills in its own revisions, since only their growth is promised. */
interface Step {
  readonly id: string;
  /** The key, and whether what is expected of it is true. */
  readonly expect: readonly (readonly [key: string, honest: boolean])[];
  readonly put: Batch['put'];
  readonly remove: readonly string[];
}

const some = (random: Random, count: number): string[] => keys.filter(() => random.nextInt(keys.length) < count);

function randomStep(random: Random, index: number): Step {
  const remove = some(random, 1);
  const put = Object.fromEntries(
    some(random, 2)
      .filter((key) => !remove.includes(key))
      .map((key) => [key, random.nextInt(3)]),
  );
  // One step in ten takes the id of an earlier one.
  const id = random.nextInt(10) === 0 ? `step-${random.nextInt(index + 1)}` : `step-${index}`;
  return { id, expect: some(random, 2).map((key) => [key, random.nextInt(8) > 0] as const), put, remove };
}

async function outcome(driver: StorageDriver, step: Step): Promise<string> {
  const expect: Record<string, number> = {};
  for (const [key, honest] of step.expect) expect[key] = (await revisionAt(driver, key)) + (honest ? 0 : 1_000_000);
  const refused = await refusal(driver.commit({ id: step.id, expect, put: step.put, remove: step.remove }));
  return refused === undefined ? 'kept' : String(refused.code);
}

const held = async (driver: StorageDriver): Promise<string> =>
  JSON.stringify((await rows(driver, { from: '', until: '\u{10ffff}' })).map(({ key, value }) => [key, value]));

export const sameAsMemory: Law = {
  id: 'X1',
  says: {
    zh: '同一串操作，在这个数据库上和在内存里做，结果处处相同。',
    en: 'One list of commands has the same outcomes here and in memory, step by step.',
  },
  async hold(open) {
    const driver = await open();
    const model = memoryDriver();
    const random = seededRandom(seed);
    for (let index = 0; index < steps; index += 1) {
      const step = randomStep(random, index);
      const where = `seed ${seed}, step ${index}`;
      const [here, there] = [await outcome(driver, step), await outcome(model, step)];
      ensure(here === there, `${where}: ${here} here, ${there} in memory`);
      if (index % 10 !== 9) continue;
      const [mine, theirs] = [await held(driver), await held(model)];
      ensure(mine === theirs, `${where}: ${mine} here, ${theirs} in memory`);
    }
  },
};
