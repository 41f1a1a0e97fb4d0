import { type Instant, PersonId, Tie } from '@linli/model';
import { createStore, memoryDriver, type Store } from '@linli/storage';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';

const Note = z.strictObject({ id: z.string(), text: z.string(), tags: z.array(z.string()).optional() }).readonly();
type Note = z.infer<typeof Note>;

const at = (value: number): Instant => value as Instant;
const why = { at: at(1_000), actor: 'cli', why: 'monthly import' };
const note = (id: string, text: string): Note => ({ id, text });
const tie = Tie.parse({ id: 't1', residentId: 'r1', helperId: 'h1', role: 'neighbour', duty: 'knock', cadence: 'daily' });

function notes() {
  const driver = memoryDriver();
  return { driver, store: createStore(driver, { notes: Note, ties: Tie }) };
}

const codeOf = (code: string, retryable = false): unknown => expect.objectContaining({ code, retryable });

describe('session', () => {
  it('reads what was committed, in id order, and sees its own commit', async () => {
    const { store } = notes();
    const session = store.session();
    expect(await session.list('notes')).toEqual([]);
    const done = await session.commit({
      id: 'one',
      ...why,
      put: { notes: { b: note('b', '2'), a: note('a', '1') }, ties: { t1: tie } },
    });
    expect(done).toEqual({ added: 3, changed: 0, removed: 0, revision: 1 });
    expect(await session.list('notes')).toEqual([note('a', '1'), note('b', '2')]);
    expect(await session.read('ties', PersonId.parse('t1'))).toEqual(tie);
    expect(await session.read('notes', 'nobody')).toBeUndefined();
    expect(await store.session().list('notes')).toEqual([note('a', '1'), note('b', '2')]);
  });

  it('counts new, changed and removed records apart, each once', async () => {
    const { store } = notes();
    await store
      .session()
      .commit({ id: 'one', ...why, put: { notes: { a: note('a', '1'), b: note('b', '1'), c: note('c', '1') } } });
    // a same, b other, d new, c gone, x never there
    const done = await store.session().commit({
      id: 'two',
      ...why,
      put: { notes: { a: note('a', '1'), b: note('b', '2'), d: note('d', '1') } },
      remove: { notes: ['c', 'x', 'c'] },
    });
    expect(done).toEqual({ added: 1, changed: 1, removed: 1, revision: 2 });
    const trail = await store.audit();
    expect(trail.map(({ put, removed }) => [put, removed])).toEqual([
      [['notes/a', 'notes/b', 'notes/c'], []],
      [['notes/b', 'notes/d'], ['notes/c']],
    ]);
  });

  it('writes nothing, not even an audit record, when nothing changes', async () => {
    const { driver, store } = notes();
    const commit = { id: 'one', ...why, put: { notes: { a: { id: 'a', text: '1', tags: undefined } } } };
    await store.session().commit(commit as never);
    const again = await store
      .session()
      .commit({ id: 'two', ...why, put: { notes: { a: note('a', '1') } }, remove: { notes: ['b'] } });
    expect(again).toEqual({ added: 0, changed: 0, removed: 0, revision: null });
    expect((await store.audit()).map(({ id }) => id)).toEqual(['one']);
    expect(await driver.commit({ id: 'probe', expect: {}, put: {}, remove: [] })).toEqual({ revision: 2 });
  });

  it('refuses the later of two sessions that read the same record, and says it may be tried again', async () => {
    const { store } = notes();
    await store.session().commit({ id: 'seed', ...why, put: { notes: { a: note('a', '0'), b: note('b', '0') } } });
    const [early, late] = [store.session(), store.session()];
    // Write skew: each reads both and writes the one the other relied on.
    for (const session of [early, late]) await session.list('notes');
    await early.commit({ id: 'early', ...why, put: { notes: { a: note('a', '1') } } });
    const refused = late.commit({ id: 'late', ...why, put: { notes: { b: note('b', '1') } } });
    await expect(refused).rejects.toEqual(codeOf('storage/stale-read', true));
    expect((await store.audit()).map(({ id }) => id)).toEqual(['seed', 'early']);
    expect(await store.session().read('notes', 'b')).toEqual(note('b', '0'));
  });

  it('relies on the absence of what it did not find', async () => {
    const { store } = notes();
    const session = store.session();
    expect(await session.read('notes', 'first')).toBeUndefined();
    await store.session().commit({ id: 'other', ...why, put: { notes: { first: note('first', 'theirs') } } });
    const refused = session.commit({ id: 'mine', ...why, put: { notes: { second: note('second', 'mine') } } });
    await expect(refused).rejects.toEqual(codeOf('storage/stale-read', true));
  });

  it('answers the same when it reads twice, and stops as soon as it meets a record that moved', async () => {
    const { store } = notes();
    await store.session().commit({ id: 'seed', ...why, put: { notes: { a: note('a', '0') } } });
    const session = store.session();
    expect(await session.read('notes', 'a')).toEqual(note('a', '0'));
    await store.session().commit({ id: 'other', ...why, put: { notes: { a: note('a', '1') } } });
    expect(await session.read('notes', 'a')).toEqual(note('a', '0'));
    await expect(session.list('notes')).rejects.toEqual(codeOf('storage/stale-read', true));
  });

  it('leaves the objects of its caller alone, whatever the schema passes on, and keeps none of them', async () => {
    const schemas = {
      any: z.any(),
      custom: z.custom<{ tags: string[] }>(() => true),
      unknown: z.unknown(),
      loose: z.looseObject({}),
      member: z.object({ tags: z.any() }),
      record: z.record(z.string(), z.any()),
      list: z.union([z.array(z.any()), z.any()]),
      piped: z.any().transform((value: unknown) => value),
      lazy: z.lazy(() => z.any()),
    };
    const handedOut: { readonly value: unknown }[] = [];
    const memory = memoryDriver();
    // A driver may keep what it answers with, as a cache does.
    const driver = {
      ...memory,
      read: async (keys: readonly string[]) =>
        (await memory.read(keys)).map((stored) => {
          if (stored === undefined) return undefined;
          const mine = structuredClone(stored);
          handedOut.push(mine);
          return mine;
        }),
    };
    const store = createStore(driver, schemas);
    for (const collection of Object.keys(schemas) as (keyof typeof schemas)[]) {
      const mine = { tags: ['x'], inner: { deep: [{ n: 1 }] } };
      const commit = { id: collection, ...why, put: { [collection]: { a: mine } } };
      const session = store.session();
      const committing = session.commit(commit as never);
      (commit as { id: string }).id = 'another';
      mine.tags.push('after the call');
      await committing;
      mine.inner.deep.push({ n: 2 });
      mine.tags.push('after the answer');
      for (const record of [await session.read(collection, 'a'), await store.session().read(collection, 'a')]) {
        expect(record, collection).toMatchObject({ tags: ['x'] });
        expect(Object.isFrozen((record as { tags: string[] }).tags)).toBe(true);
      }
    }
    expect(handedOut.length).toBeGreaterThan(0);
    for (const { value } of handedOut) expect(Object.isFrozen((value as { tags: string[] }).tags)).toBe(false);
    expect((await store.audit()).map(({ id }) => id)).toEqual(Object.keys(schemas));
  });

  it('gives records that no caller can change', async () => {
    const { store } = notes();
    const mine = { id: 'a', text: '1', tags: ['x'] };
    const session = store.session();
    await session.commit({ id: 'one', ...why, put: { notes: { a: mine } } });
    mine.tags.push('later');
    const read = await session.read('notes', 'a');
    const tags = read?.tags as string[];
    expect(tags).toEqual(['x']);
    expect(() => tags.push('y')).toThrow(TypeError);
    expect(await session.read('notes', 'a')).toEqual({ id: 'a', text: '1', tags: ['x'] });
  });
});

describe('what a store refuses', () => {
  it('a record that its schema does not take, by key and path, without the value', async () => {
    const { store } = notes();
    const bad = { id: 'a', text: 'x', tags: ['fine', 13_800_000_000] } as unknown as Note;
    const refused = store.session().commit({ id: 'one', ...why, put: { notes: { a: bad } } });
    await expect(refused).rejects.toThrow(/^notes\/a at tags\[1\]: invalid_type$/);
    await expect(refused).rejects.toEqual(codeOf('storage/invalid-record'));
    expect(await store.audit()).toEqual([]);
  });

  it('a stored record that its schema no longer takes', async () => {
    const { driver, store } = notes();
    await driver.commit({ id: 'raw', expect: {}, put: { 'notes/a': { id: 'a', text: 5, secret: 'never told' } }, remove: [] });
    for (const read of [store.session().read('notes', 'a'), store.session().list('notes')]) {
      await expect(read).rejects.toEqual(codeOf('storage/invalid-record'));
      await expect(read).rejects.toThrow(/^notes\/a at text: invalid_type$/);
    }
  });

  it('ids that would break a range, and collections it does not have', async () => {
    const { store } = notes();
    for (const id of ['', 'a/b']) {
      await expect(store.session().read('notes', id)).rejects.toEqual(codeOf('storage/invalid-record'));
      const put = store.session().commit({ id: 'one', ...why, put: { notes: { [id]: note(id, '') } } });
      await expect(put).rejects.toEqual(codeOf('storage/invalid-record'));
    }
    await expect(store.session().list('toString' as 'notes')).rejects.toEqual(codeOf('storage/invalid-collection'));
    for (const name of ['audit', 'a/b', 'A', '']) {
      expect(() => createStore(memoryDriver(), { [name]: Note })).toThrow(codeOf('storage/invalid-collection') as Error);
    }
  });

  it('a commit without an id, a time, an actor or a reason, and one that puts and removes the same record', async () => {
    const { store } = notes();
    const good = { id: 'one', ...why, put: { notes: { a: note('a', '1') } } };
    const bad = [{ id: '' }, { at: at(-1) }, { at: at(0.5) }, { actor: '' }, { why: '' }, { remove: { notes: ['a'] } }];
    for (const change of bad) {
      await expect(store.session().commit({ ...good, ...change })).rejects.toEqual(codeOf('storage/invalid-commit'));
    }
    expect((await store.session().commit(good)).added).toBe(1);
  });
});

describe('a value that is no JSON though its schema lets it through', () => {
  const cycle: Record<string, unknown> = { text: 'x' };
  cycle['self'] = { around: [cycle] };
  const round: unknown[] = [];
  round.push(round);
  const throwing = (trap: keyof ProxyHandler<object>, target: object = { a: 1 }): object =>
    new Proxy(target, {
      [trap]: () => {
        throw new TypeError('do not look');
      },
    });
  const { proxy: revoked, revoke } = Proxy.revocable({}, {});
  revoke();
  const values: readonly (readonly [string, unknown])[] = [
    ['a cycle', cycle],
    ['a list of itself', round],
    ['a proxy without keys', throwing('ownKeys')],
    ['a proxy without values', throwing('get')],
    ['a proxy without a prototype', throwing('getPrototypeOf')],
    ['a list that cannot be read', throwing('get', [1])],
    ['a revoked proxy', revoked],
    [
      'a getter that throws',
      {
        get a(): never {
          throw Object.create(null);
        },
      },
    ],
    ['a date', new Date(0)],
    ['a whole number that is too large for a number', 1n],
  ];
  const schemas = { any: z.unknown(), open: z.looseObject({}), named: z.record(z.string(), z.unknown()) };
  it.each(values)('%s: a fault, and nothing is written', async (_, value) => {
    for (const [name, schema] of Object.entries(schemas)) {
      // A schema of objects makes a plain one of what it is given, so there it stands inside.
      for (const record of [...(name === 'any' ? [value] : []), { a: { b: [value] } }]) {
        const driver = memoryDriver();
        const store = createStore(driver, { notes: Note, [name]: schema });
        const put = { notes: { a: note('a', '1') }, [name]: { x: record } } as never;
        const fault = await store
          .session()
          .commit({ id: 'one', ...why, put })
          .catch((error: unknown) => error);
        expect(fault).toMatchObject({
          code: expect.stringMatching(/^storage\/invalid-(batch|commit|record)$/),
          retryable: false,
        });
        expect([await store.session().read('notes', 'a'), await store.audit()]).toEqual([undefined, []]);
      }
      const bare = memoryDriver();
      await expect(bare.commit({ id: 'one', expect: {}, put: { a: value as never }, remove: [] })).rejects.toEqual(
        codeOf('storage/invalid-batch'),
      );
    }
  });

  it('a commit that cannot be read itself', async () => {
    const asked: readonly object[] = [{ put: throwing('ownKeys') }, { put: { notes: revoked } }, { remove: { notes: 5 } }];
    for (const part of asked) {
      const { store } = notes();
      const commit = { id: 'one', ...why, put: { notes: { a: note('a', '1') } }, ...part };
      await expect(store.session().commit(commit)).rejects.toEqual(codeOf('storage/invalid-commit'));
      expect(await store.audit()).toEqual([]);
    }
  });
});

describe('audit', () => {
  it('stands in the order of the commits, also when a clock was set back', async () => {
    const { store } = notes();
    for (const [index, when] of [9_000, 10_000, 500].entries()) {
      await store.session().commit({ ...why, id: `c${index}`, at: at(when), put: { notes: { a: note('a', `${index}`) } } });
    }
    expect((await store.audit()).map(({ id, at: when }) => [id, when])).toEqual([
      ['c0', 9_000],
      ['c1', 10_000],
      ['c2', 500],
    ]);
  });
});

describe('laws of the store', () => {
  const ids = ['a', 'b', '李', '𠀀', '！'];
  const step = fc.record({
    put: fc.dictionary(fc.constantFrom(...ids), fc.constantFrom('1', '2')),
    remove: fc.subarray(ids, { maxLength: 2 }),
  });

  it('law: after any commits it holds what a plain map holds, counts what moved, and the trail names just that', async () => {
    const property = fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const store: Store<{ notes: typeof Note }> = createStore(memoryDriver(), { notes: Note });
      const model = new Map<string, string>();
      let commits = 0;
      for (const [index, { put, remove }] of steps.entries()) {
        const gone = remove.filter((id) => !(id in put));
        const added = Object.keys(put).filter((id) => !model.has(id));
        const changed = Object.keys(put).filter((id) => model.has(id) && model.get(id) !== put[id]);
        const removed = gone.filter((id) => model.has(id));
        const records = Object.fromEntries(Object.entries(put).map(([id, value]) => [id, note(id, value)]));
        const done = await store.session().commit({ id: `${index}`, ...why, put: { notes: records }, remove: { notes: gone } });
        expect([done.added, done.changed, done.removed]).toEqual([added.length, changed.length, removed.length]);
        if (done.revision !== null) commits += 1;
        expect(done.revision === null).toBe(added.length + changed.length + removed.length === 0);
        for (const [id, value] of Object.entries(put)) model.set(id, value);
        for (const id of gone) model.delete(id);
      }
      const held = (await store.session().list('notes')).map(({ id, text }) => [id, text]);
      expect(held).toEqual([...model].sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      expect(await store.audit()).toHaveLength(commits);
    });
    await fc.assert(property, { seed: 20261123, numRuns: 150 });
  });
});
