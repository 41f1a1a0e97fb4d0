import { batch, ensure, ensureRefused, type Law, rows, valueAt } from './law.ts';
import { keysStayApart } from './look-alikes.ts';

const codePointOrder: Law = {
  id: 'Q1',
  says: {
    zh: '按范围翻看时，顺序固定（按字符编码），一条不漏。',
    en: 'A scan is complete and in code point order.',
  },
  async hold(open) {
    const driver = await open();
    // U+FF01 stands before U+20000 by code point, after it by JavaScript's own order of strings.
    const sorted = ['!', 'A', 'Z', 'a', 'a!', 'aa', 'b', 'é', '一', '李', '！', '𠀀', '𠮷'];
    const put = Object.fromEntries([...sorted].reverse().map((key) => [key, key]));
    await driver.commit(batch('seed', { put }));
    const seen = (await rows(driver, { from: '', until: '\u{10ffff}' })).map(({ key }) => key);
    ensure(seen.join(' ') === sorted.join(' '), `keys came as ${seen.join(' ')}, not as ${sorted.join(' ')}`);
  },
};

const halfOpen: Law = {
  id: 'Q2',
  says: {
    zh: '范围含起点，不含终点。',
    en: 'A range holds its start and does not hold its end.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { a: 1, 'a/': 1, 'a/1': 1, 'a/2': 1, a0: 1, b: 1 } }));
    const seen = async (from: string, until: string): Promise<string> =>
      (await rows(driver, { from, until })).map(({ key }) => key).join();
    const cases = [
      ['a/', 'a0', 'a/,a/1,a/2'],
      ['a/1', 'a/2', 'a/1'],
      ['a', 'a', ''],
      ['b', 'a', ''],
      ['', 'a', ''],
      ['a1', 'zz', 'b'],
    ] as const;
    for (const [from, until, keys] of cases) {
      const found = await seen(from, until);
      ensure(found === keys, `from "${from}" until "${until}" held [${found}], not [${keys}]`);
    }
  },
};

const rareCharacters: Law = {
  id: 'Q3',
  says: {
    zh: '生僻字和表情（四字节字符）在编号和内容里都原样保存。',
    en: 'Characters of four bytes are kept in keys and in values.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('𠮷', { put: { 'p/𠮷': '𠮷野家 👵🏻', 'p/𠮸': { 㐂𠀀: ['𪚥'] } } }));
    const held = JSON.stringify([await valueAt(driver, 'p/𠮷'), await valueAt(driver, 'p/𠮸')]);
    ensure(held === '["𠮷野家 👵🏻",{"㐂𠀀":["𪚥"]}]', `read back as ${held}`);
    const found = (await rows(driver, { from: 'p/', until: 'p0' })).map(({ key }) => key).join();
    ensure(found === 'p/𠮷,p/𠮸', `scanned as ${found}`);
  },
};

const composedApart: Law = {
  id: 'Q4',
  says: {
    zh: '看起来一样、编码不同的编号是两条记录，内容也不会被改写。',
    en: 'Keys that look alike but are encoded differently stay apart, and no text is rewritten.',
  },
  async hold(open) {
    const driver = await open();
    const [composed, decomposed] = ['\u00e9', 'e\u0301'];
    await driver.commit(batch('seed', { put: { [composed]: composed, [decomposed]: decomposed, A: 'A', a: 'a' } }));
    for (const key of [composed, decomposed, 'A', 'a']) {
      ensure((await valueAt(driver, key)) === key, `the key ${JSON.stringify(key)} was mixed up with one that looks alike`);
    }
  },
};

const keyLimits: Law = {
  id: 'Q6',
  says: {
    zh: '编号最长 512 个字符，超长、空的或残缺的编号会被拒绝，不会被悄悄截短。',
    en: 'A key of 512 units is kept; longer, empty or ill-formed keys are refused and nothing is written.',
  },
  async hold(open) {
    const driver = await open();
    const longest = '里'.repeat(512);
    const [left, right] = [`${longest.slice(1)}左`, `${longest.slice(1)}右`];
    await driver.commit(batch(longest, { put: { [left]: 'left', [right]: 'right' } }));
    const held = [await valueAt(driver, left), await valueAt(driver, right)];
    ensure(held.join() === 'left,right', `two keys of 512 units that differ in the last were read as ${held.join()}`);
    for (const key of ['', `${longest}1`, '\ud840', 'nul\u0000']) {
      const what = `a key of ${key.length} units, ${JSON.stringify(key.slice(0, 5))}`;
      await ensureRefused(driver.commit(batch('bad', { put: { good: 1, [key]: 1 } })), 'storage/invalid-batch', what);
      await ensureRefused(driver.read([key]), 'storage/invalid-batch', `reading ${what}`);
    }
    const both = batch('both', { put: { good: 1 }, remove: ['good'] });
    await ensureRefused(driver.commit(both), 'storage/invalid-batch', 'a key both put and removed');
    ensure((await valueAt(driver, 'good')) === undefined, 'a refused batch was written');
  },
};

export const keyLaws: readonly Law[] = [codePointOrder, halfOpen, rareCharacters, composedApart, keyLimits, keysStayApart];
