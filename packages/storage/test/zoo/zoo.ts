import { Fault, isFault } from '@linli/model';
import { type Batch, compareKeys, type Json, type StorageDriver, type Stored, sealBatch } from '@linli/storage';
import type { Subject } from '@linli/storage/conformance';
import { altered, disk, fresh } from './subjects.ts';

/** A driver with one planted bug. */
export interface Animal {
  readonly bug: string;
  /** The law made to catch it. */
  readonly law: string;
  /** Other laws that the same bug cannot but break. */
  readonly also: readonly string[];
  readonly subject: Subject;
}

type Answer = Promise<{ readonly revision: number }>;

const animal = (bug: string, law: string, also: readonly string[], subject: Subject): Animal => ({ bug, law, also, subject });

/** A checked copy, so that a bug stands alone: it meets only sound batches, and may take its time. */
function copyOf(batch: Batch): Batch {
  const { id, expect, put, remove } = sealBatch(batch);
  const values = put.map(([key, json]): [string, Json] => [key, JSON.parse(json) as Json]);
  return { id, expect: Object.fromEntries(expect), put: Object.fromEntries(values), remove };
}

/** Puts another commit in place of the driver's own. */
const committing = (commit: (driver: StorageDriver, batch: Batch) => Answer): Subject =>
  fresh((driver) => altered(driver, { commit: async (batch) => commit(driver, copyOf(batch)) }));

const scanning = (
  scan: (driver: StorageDriver, range: { readonly from: string; readonly until: string }) => AsyncIterable<Stored>,
): Subject => fresh((driver) => altered(driver, { scan: (range) => scan(driver, range) }));

async function all(driver: StorageDriver, from = '', until = '\u{10ffff}'): Promise<Stored[]> {
  const found: Stored[] = [];
  for await (const stored of driver.scan({ from, until })) found.push(stored);
  return found;
}

const mapValues = (put: Batch['put'], change: (value: Json) => Json): Batch['put'] =>
  Object.fromEntries(Object.entries(put).map(([key, value]) => [key, change(value)]));

/** Reads keys under other names and answers under the names asked. */
const renaming = (rename: (key: string) => string): Subject =>
  fresh((driver) =>
    altered(driver, {
      async read(keys) {
        await driver.read(keys);
        return (await driver.read(keys.map(rename))).map((stored, index) => stored && { ...stored, key: keys[index] as string });
      },
      async commit(batch) {
        const { id, expect, put, remove } = copyOf(batch);
        const renamed = <Value>(record: Readonly<Record<string, Value>>): Record<string, Value> =>
          Object.fromEntries(Object.entries(record).map(([key, value]) => [rename(key), value]));
        return driver.commit({ id, expect: renamed(expect), put: renamed(put), remove: remove.map(rename) });
      },
    }),
  );

function halfWriting(): Subject {
  return committing(async (driver, batch) => {
    try {
      return await driver.commit(batch);
    } catch (error) {
      const [first] = Object.entries(batch.put);
      if (isFault(error) && error.code === 'storage/stale-read' && first !== undefined) {
        await driver.commit({ id: `half of ${batch.id}`, expect: {}, put: Object.fromEntries([first]), remove: [] });
      }
      throw error;
    }
  });
}

function forgettingBodies(): Subject {
  return fresh((driver) => {
    const answers = new Map<string, Awaited<Answer>>();
    return altered(driver, {
      async commit(batch) {
        const copy = copyOf(batch);
        const answer = answers.get(copy.id) ?? (await driver.commit(copy));
        answers.set(copy.id, answer);
        return answer;
      },
    });
  });
}

function numbering(): Subject {
  let calls = 0;
  return committing((driver, batch) => {
    calls += 1;
    return driver.commit({ ...batch, id: `call ${calls}` });
  });
}

function aliasing(): Subject {
  return fresh((driver) => {
    const copies = new Map<string, Stored>();
    const shared = (stored: Stored): Stored => {
      const name = `${stored.key} ${stored.revision}`;
      const copy = copies.get(name) ?? structuredClone(stored);
      copies.set(name, copy);
      return copy;
    };
    return altered(driver, {
      read: async (keys) => (await driver.read(keys)).map((stored) => stored && shared(stored)),
      async *scan(range) {
        for await (const stored of driver.scan(range)) yield shared(stored);
      },
    });
  });
}

export const zoo: readonly Animal[] = [
  animal(
    'ignores what was expected',
    'T3',
    ['I2', 'T1', 'T4', 'T6', 'X1'],
    committing((driver, batch) => driver.commit({ ...batch, expect: {} })),
  ),
  animal(
    'checks only the keys it writes',
    'T4',
    ['T1', 'X1'],
    committing((driver, batch) => {
      const written = new Set([...Object.keys(batch.put), ...batch.remove]);
      return driver.commit({
        ...batch,
        expect: Object.fromEntries(Object.entries(batch.expect).filter(([key]) => written.has(key))),
      });
    }),
  ),
  animal('writes half of a refused commit', 'T1', ['T3', 'X1'], halfWriting()),
  animal(
    'says of every refusal that it is final',
    'T6',
    [],
    committing(async (driver, batch) => {
      try {
        return await driver.commit(batch);
      } catch (error) {
        throw isFault(error) ? new Fault(error.code, error.message) : error;
      }
    }),
  ),
  animal('does a repeated commit again', 'I1', ['I2', 'T6', 'X1'], numbering()),
  animal('answers a used id without looking at the body', 'I2', ['T6', 'X1'], forgettingBodies()),
  animal(
    'answers in key order instead of the order asked',
    'R1',
    [],
    fresh((driver) => altered(driver, { read: (keys) => driver.read([...keys].sort(compareKeys)) })),
  ),
  animal(
    'answers every commit with the same revision',
    'R2',
    ['R3'],
    committing(async (driver, batch) => {
      await driver.commit(batch);
      return { revision: 1 };
    }),
  ),
  animal(
    'forgets to remove',
    'R3',
    ['I2', 'X1'],
    committing((driver, batch) => driver.commit({ ...batch, remove: [] })),
  ),
  animal(
    'reads a scan page by page',
    'R4',
    [],
    scanning(async function* (driver, { from, until }) {
      let next: string | undefined = from;
      while (next !== undefined) {
        const [stored, following] = await all(driver, next, until);
        if (stored !== undefined) yield stored;
        next = following?.key;
      }
    }),
  ),
  animal(
    'scans in the order of JavaScript strings',
    'Q1',
    ['X1'],
    scanning(async function* (driver, { from, until }) {
      yield* (await all(driver, from, until)).sort((a, b) => (a.key < b.key ? -1 : 1));
    }),
  ),
  animal(
    'takes the end of a range in',
    'Q2',
    [],
    scanning(async function* (driver, { from, until }) {
      yield* await all(driver, from, `${until}\u0001`);
    }),
  ),
  animal(
    'cuts characters of four bytes in two',
    'Q3',
    ['Q1', 'X1'],
    renaming((key) => key.replace(/[\u{10000}-\u{10ffff}]/gu, '\ufffd')),
  ),
  animal(
    'takes keys that look alike for the same',
    'Q4',
    [],
    renaming((key) => key.normalize('NFC')),
  ),
  animal(
    'shortens long keys without a word',
    'Q6',
    [],
    renaming((key) => key.slice(0, 255)),
  ),
  animal(
    'cuts long texts off',
    'Q5',
    [],
    committing((driver, batch) =>
      driver.commit({
        ...batch,
        put: mapValues(batch.put, (value) => {
          const shorten = (_: string, part: unknown): unknown => (typeof part === 'string' ? part.slice(0, 65_535) : part);
          return JSON.parse(JSON.stringify(value), shorten) as Json;
        }),
      }),
    ),
  ),
  animal('hands out its own objects', 'V1', [], aliasing()),
  animal(
    'rounds numbers',
    'V2',
    [],
    committing((driver, batch) =>
      driver.commit({ ...batch, put: mapValues(batch.put, (value) => (typeof value === 'number' ? Math.fround(value) : value)) }),
    ),
  ),
  animal(
    'goes on after it was closed',
    'C1',
    [],
    fresh((driver) => altered(driver, { close: async () => {} })),
  ),
  animal(
    'acknowledges and keeps nothing',
    'D1',
    ['D2'],
    fresh((driver) => altered(driver, { claims: new Set(['durable']) })),
  ),
  animal(
    'forgets the ids of commits when it closes',
    'D2',
    [],
    disk(['durable'], (driver, opening) =>
      altered(driver, {
        commit: async (batch) => driver.commit({ ...copyOf(batch), id: `${opening} ${batch.id.slice(0, 500)}` }),
      }),
    ),
  ),
  animal(
    'keeps a copy of its own in each process',
    'M1',
    [],
    fresh((driver) => altered(driver, { claims: new Set(['multi-process']) })),
  ),
];
