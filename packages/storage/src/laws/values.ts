import { canonicalJson } from '../canonical-json.ts';
import type { Json } from '../driver.ts';
import { batch, ensure, ensureRefused, type Law, rows, valueAt } from './law.ts';

const largeValue: Law = {
  id: 'Q5',
  says: { zh: '一兆字节的长记录原样保存。', en: 'A value of 1 MB comes back whole.' },
  async hold(open) {
    const driver = await open();
    const note = '访'.repeat(349_525); // 3 bytes each: 1 048 575 bytes
    await driver.commit(batch('seed', { put: { note: { note } } }));
    const held = (await valueAt(driver, 'note')) as { readonly note?: string } | undefined;
    ensure(held?.note === note, `1 MB was put, ${held?.note?.length ?? 0} of ${note.length} characters came back`);
  },
};

const isolated: Law = {
  id: 'V1',
  says: {
    zh: '存好之后，调用的程序再改自己手里的东西，不会影响已存的内容。',
    en: 'Nothing a caller does to the objects it put or got changes what is stored.',
  },
  async hold(open) {
    const driver = await open();
    const mine = { meals: ['rice'] };
    const committing = driver.commit(batch('seed', { put: { a: mine } }));
    mine.meals.push('changed after the call');
    await committing;
    mine.meals.push('changed after the answer');
    const spoil = (value: Json | undefined): void => {
      try {
        (value as { meals: string[] }).meals.push('changed by a reader');
      } catch {
        // A frozen answer is as good as a copy.
      }
    };
    spoil(await valueAt(driver, 'a'));
    for (const { value } of await rows(driver, { from: 'a', until: 'b' })) spoil(value);
    const held = JSON.stringify(await valueAt(driver, 'a'));
    ensure(held === '{"meals":["rice"]}', `the stored value became ${held}`);
  },
};

const exact: Law = {
  id: 'V2',
  says: {
    zh: '各种内容（数字、空值、空文字、嵌套、特殊字符）取出来和存进去的一样。',
    en: 'Every JSON value comes back equal; what is not JSON is refused.',
  },
  async hold(open) {
    const driver = await open();
    const values: readonly Json[] = [
      ...[null, true, false, '', 0, -1, 0.1, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER],
      ...[[], {}, [[], [null, {}]], 'line\nquote"back\\slash', 'nul \u0000 inside', 'half \ud840 pair', "'; drop table x; --"],
      { '': { 'a.b': { 'c d': [1, '2', null] } }, ['__proto__']: 'a name like any other', 10: 'ten', 9: 'nine' },
    ];
    const put = Object.fromEntries(values.map((value, index) => [`v/${index}`, value]));
    await driver.commit(batch('seed', { put }));
    for (const [index, value] of values.entries()) {
      const held = await valueAt(driver, `v/${index}`);
      const text = held === undefined ? 'nothing' : canonicalJson(held);
      ensure(text === canonicalJson(value), `${canonicalJson(value)} came back as ${text}`);
    }
    for (const bad of [Number.NaN, () => 1, 1n, [undefined], new Map()]) {
      const call = driver.commit(batch('bad', { put: { good: 1, bad: bad as never } }));
      await ensureRefused(call, 'storage/invalid-batch', `a ${typeof bad} that JSON cannot hold`);
    }
    ensure((await valueAt(driver, 'good')) === undefined, 'a refused batch was written');
  },
};

export const valueLaws: readonly Law[] = [largeValue, isolated, exact];
