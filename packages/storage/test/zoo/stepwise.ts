import {
  type Claim,
  checkRange,
  compareKeys,
  type Json,
  type StorageDriver,
  type Stored,
  sealBatch,
  storageFault,
} from '@linli/storage';
import type { Subject } from '@linli/storage/conformance';

/** What a commit is made of. `decide`: is the id known, is anything stale. `pause`: everybody else gets a turn. */
export type Step = 'decide' | 'put' | 'remove' | 'record' | 'pause';

interface Habits {
  readonly claims?: readonly Claim[];
  /** Who waits for whose commit to end. */
  readonly turns?: 'all' | 'own process' | 'nobody';
}

/**
 * A driver whose commits take their steps in this order, each by itself: sound is decide, put, remove, record. What is there
 * outlives the processes, each of which stops amid its steps when it is killed; a power cut takes nothing more.
 */
export function stepwise(
  steps: readonly Step[],
  { claims = [], turns = 'all' }: Habits = {},
): Required<Omit<Subject, 'unsafeSettings'>> {
  let entries = new Map<string, Stored>();
  let commits = new Map<string, { readonly revision: number; readonly body: string }>();
  const queues = new Map<string, Promise<unknown>>();

  function inTurn<Value>(process: string, work: () => Promise<Value>): Promise<Value> {
    if (turns === 'nobody') return work();
    const name = turns === 'all' ? 'all' : process;
    const done = (queues.get(name) ?? Promise.resolve()).then(work);
    queues.set(
      name,
      done.catch(() => {}),
    );
    return done;
  }

  function start(process: string): { readonly driver: StorageDriver; readonly die: () => void } {
    let state: 'open' | 'closed' | 'dead' = 'open';
    const checkAlive = (): void => {
      if (state === 'dead') throw new Error('the process is gone');
    };
    const checkOpen = (): void => {
      checkAlive();
      if (state === 'closed') throw storageFault('storage/closed', 'the driver is closed');
    };
    const driver: StorageDriver = {
      name: 'stepwise',
      claims: new Set(claims),
      async read(keys) {
        checkOpen();
        for (const key of keys) sealBatch({ id: 'check', expect: { [key]: 0 }, put: {}, remove: [] });
        return keys.map((key) => entries.get(key));
      },
      async *scan(range) {
        checkOpen();
        checkRange(range);
        const held = [...entries.values()].sort((a, b) => compareKeys(a.key, b.key));
        yield* held.filter(({ key }) => compareKeys(range.from, key) <= 0 && compareKeys(key, range.until) < 0);
      },
      async commit(batch) {
        checkOpen();
        const { id, body, expect, put, remove } = sealBatch(batch);
        return inTurn(process, async () => {
          const revision = commits.size + 1;
          const before = new Map(entries);
          for (const step of steps) {
            checkAlive();
            if (step === 'pause') for (let tick = 0; tick < 6; tick += 1) await undefined;
            if (step === 'decide') {
              const earlier = commits.get(id);
              const stale = expect.find(([key, expected]) => (before.get(key)?.revision ?? 0) !== expected);
              if (earlier !== undefined || stale !== undefined) {
                entries = before;
                if (earlier?.body === body) return { revision: earlier.revision };
                throw storageFault(earlier === undefined ? 'storage/stale-read' : 'storage/id-reused', `${id} on ${stale?.[0]}`);
              }
            }
            if (step === 'put') {
              for (const [key, json] of put) entries.set(key, Object.freeze({ key, revision, value: frozen(json) }));
            }
            if (step === 'remove') for (const key of remove) entries.delete(key);
            if (step === 'record') commits.set(id, { revision, body });
          }
          return { revision };
        });
      },
      async close() {
        if (state === 'open') state = 'closed';
      },
    };
    const die = (): void => {
      state = 'dead';
    };
    return { driver, die };
  }

  let processes = 0;
  return {
    open: async () => start('the kit').driver,
    async reset() {
      entries = new Map();
      commits = new Map();
    },
    async apart() {
      processes += 1;
      const { driver, die } = start(`process ${processes}`);
      return {
        driver,
        async commitAndDie(batch) {
          await driver.commit(batch);
          die();
        },
        kill: async () => die(),
      };
    },
    powerCut: async () => {},
  };
}

const frozen = (json: string): Json =>
  JSON.parse(json, (_, part: unknown) => (typeof part === 'object' ? Object.freeze(part) : part)) as Json;
