import { Fault, isFault } from '@linli/model';
import { type Batch, compareKeys, type Json, type KeyRange, type StorageDriver, type Stored } from '@linli/storage';
import type { Subject } from '@linli/storage/conformance';
import { copyOf } from './copy-of.ts';
import { stepwise } from './stepwise.ts';
import { all, altered, fresh, machine } from './subjects.ts';

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

/** Puts another commit in place of the driver's own. */
const committing = (commit: (driver: StorageDriver, batch: Batch) => Answer): Subject =>
  fresh((driver) => altered(driver, { commit: async (batch) => commit(driver, copyOf(batch)) }));

const scanning = (scan: (driver: StorageDriver, range: KeyRange) => AsyncIterable<Stored>): Subject =>
  fresh((driver) => altered(driver, { scan: (range) => scan(driver, range) }));

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
    ['I2', 'T1', 'T2', 'T4', 'T5', 'T6', 'X1'],
    committing((driver, batch) => driver.commit({ ...batch, expect: {} })),
  ),
  animal(
    'checks only the keys it writes',
    'T4',
    ['T1', 'T2', 'T5', 'X1'],
    committing((driver, batch) => {
      const written = new Set([...Object.keys(batch.put), ...batch.remove]);
      return driver.commit({
        ...batch,
        expect: Object.fromEntries(Object.entries(batch.expect).filter(([key]) => written.has(key))),
      });
    }),
  ),
  animal(
    'looks whether anything is stale, and writes a moment later',
    'T3',
    ['T4', 'T5'],
    stepwise(['decide', 'pause', 'put', 'remove', 'record'], { turns: 'nobody' }),
  ),
  animal(
    'does not look at keys that should be absent',
    'T5',
    ['T3', 'T6'],
    committing((driver, batch) =>
      driver.commit({
        ...batch,
        expect: Object.fromEntries(Object.entries(batch.expect).filter(([, revision]) => revision > 0)),
      }),
    ),
  ),
  animal(
    'puts first, and removes and records the id a moment later',
    'T2',
    [],
    stepwise(['decide', 'put', 'pause', 'remove', 'record']),
  ),
  animal(
    'puts first, then decides, and takes back what is refused',
    'T2',
    [],
    stepwise(['put', 'pause', 'decide', 'remove', 'record']),
  ),
  animal('writes half of a refused commit', 'T1', ['T2', 'T3', 'X1'], halfWriting()),
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
  animal('does a repeated commit again', 'I1', ['I2', 'I3', 'T6', 'X1'], numbering()),
  animal('answers a used id without looking at the body', 'I2', ['T6', 'X1'], forgettingBodies()),
  animal(
    'takes ids of commits that differ only in case for the same',
    'I3',
    [],
    committing((driver, batch) => driver.commit({ ...batch, id: batch.id.toLowerCase() })),
  ),
  animal(
    'answers in key order instead of the order asked',
    'R1',
    ['Q7'],
    fresh((driver) => altered(driver, { read: (keys) => driver.read([...keys].sort(compareKeys)) })),
  ),
  animal(
    'answers every commit with the same revision',
    'R2',
    ['I3', 'R3'],
    committing(async (driver, batch) => {
      await driver.commit(batch);
      return { revision: 1 };
    }),
  ),
  animal(
    'forgets to remove',
    'R3',
    ['I2', 'Q7', 'T2', 'X1'],
    committing((driver, batch) => driver.commit({ ...batch, remove: [] })),
  ),
  animal(
    'reads a scan page by page',
    'R4',
    ['T2'],
    scanning(async function* (driver, { from, until }) {
      let next: string | undefined = from;
      while (next !== undefined) {
        const [stored, following] = await all(driver, { from: next, until });
        if (stored !== undefined) yield stored;
        next = following?.key;
      }
    }),
  ),
  animal(
    'scans the keys first and reads their values then',
    'R4',
    ['T2'],
    scanning(async function* (driver, range) {
      for (const { key } of await all(driver, range)) yield* (await driver.read([key])).filter((stored) => stored !== undefined);
    }),
  ),
  animal(
    'reads several keys one after the other',
    'R5',
    [],
    fresh((driver) =>
      altered(driver, {
        async read(keys) {
          const found: (Stored | undefined)[] = [];
          for (const key of keys) found.push(...(await driver.read([key])));
          return found;
        },
      }),
    ),
  ),
  animal(
    'scans in the order of JavaScript strings',
    'Q1',
    ['X1'],
    scanning(async function* (driver, { from, until }) {
      yield* (await all(driver, { from, until })).sort((a, b) => (a.key < b.key ? -1 : 1));
    }),
  ),
  animal(
    'takes the end of a range in',
    'Q2',
    [],
    scanning(async function* (driver, { from, until }) {
      yield* await all(driver, { from, until: `${until}\u0001` });
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
    ['Q7'],
    renaming((key) => key.normalize('NFC')),
  ),
  animal(
    'shortens long keys without a word',
    'Q6',
    ['Q7'],
    renaming((key) => key.slice(0, 255)),
  ),
  animal(
    'drops blanks at the end of keys',
    'Q7',
    [],
    renaming((key) => key.trimEnd() || key),
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
    ['D3', 'D4', 'D5'],
    machine(['durable'], {
      view: (driver, opening) =>
        altered(driver, {
          commit: async (batch) => driver.commit({ ...copyOf(batch), id: `${opening} ${batch.id.slice(-500)}` }),
        }),
    }),
  ),
  animal('acknowledges first and writes when it is closed', 'D3', ['D4', 'D5'], machine(['durable'], { writesInClose: true })),
  animal('hands its writes to the system and never syncs', 'D4', [], machine(['durable'], { neverSyncs: true })),
  animal(
    'writes the values first and the id of the commit a moment later',
    'D5',
    [],
    stepwise(['decide', 'put', 'remove', 'pause', 'record'], { claims: ['durable'] }),
  ),
  animal(
    'lets only the commits of its own process wait for each other',
    'M2',
    [],
    stepwise(['decide', 'pause', 'put', 'remove', 'record'], { claims: ['multi-process'], turns: 'own process' }),
  ),
  animal(
    'keeps a copy of its own in each process',
    'M1',
    [],
    fresh((driver) => altered(driver, { claims: new Set(['multi-process']) })),
  ),
];
