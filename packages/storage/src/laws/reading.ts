import { readsOneMoment } from './in-between.ts';
import { batch, ensure, type Law, readOne, revisionAt, rows, valueAt } from './law.ts';

const readYourWrites: Law = {
  id: 'R1',
  says: {
    zh: '存进去马上能读到；读两遍结果一样；按所问的顺序回答。',
    en: 'What was committed is read back, reading twice answers the same, and answers come in the order asked.',
  },
  async hold(open) {
    const driver = await open();
    const { revision } = await driver.commit(batch('seed', { put: { a: 1, b: 2, c: 3 } }));
    const asked = ['c', 'nobody', 'a', 'c', 'b'];
    const first = await driver.read(asked);
    const second = await driver.read(asked);
    const seen = JSON.stringify(first.map((stored) => stored?.value ?? null));
    ensure(seen === '[3,null,1,3,2]', `asked c, nobody, a, c, b and read ${seen}`);
    ensure(JSON.stringify(first) === JSON.stringify(second), 'reading twice answered differently');
    ensure(first[0]?.key === 'c' && first[0].revision === revision, 'key or revision is not that of the commit');
    ensure((await driver.read([])).length === 0, 'no question got an answer');
  },
};

const revisionGrows: Law = {
  id: 'R2',
  says: {
    zh: '每次提交版本号都变大，只有改过的记录换版本号。',
    en: 'Revisions grow with every commit, and only what was written gets the new one.',
  },
  async hold(open) {
    const driver = await open();
    let before = 0;
    for (const [step, key] of ['a', 'b', 'a', 'c'].entries()) {
      const { revision } = await driver.commit(batch(`step-${step}`, { put: { [key]: 'same' } }));
      ensure(Number.isSafeInteger(revision) && revision > before, `revision ${revision} came after ${before}`);
      ensure((await revisionAt(driver, key)) === revision, `${key} does not carry the revision of its commit`);
      before = revision;
    }
    const revisions = await Promise.all(['b', 'a', 'c'].map((key) => revisionAt(driver, key)));
    ensure(String(revisions) === String([...revisions].sort((a, b) => a - b)), 'an untouched key changed its revision');
  },
};

const removedIsAbsent: Law = {
  id: 'R3',
  says: {
    zh: '删除后就读不到，等同于从未有过（版本 0）。',
    en: 'A removed key is absent, and may be expected at revision 0 again.',
  },
  async hold(open) {
    const driver = await open();
    const first = await driver.commit(batch('seed', { put: { a: 1, b: 1 } }));
    const gone = await driver.commit(batch('gone', { expect: { a: first.revision }, remove: ['a', 'never-there'] }));
    ensure((await readOne(driver, 'a')) === undefined, 'a removed key is still read');
    ensure((await rows(driver, { from: 'a', until: 'aa' })).length === 0, 'a removed key is still scanned');
    const back = await driver.commit(batch('back', { expect: { a: 0 }, put: { a: 2 } }));
    ensure(back.revision > gone.revision, 'the revision started anew after a removal');
    ensure((await valueAt(driver, 'a')) === 2, 'a key cannot come back after its removal');
  },
};

const oneMoment: Law = {
  id: 'R4',
  says: {
    zh: '翻看一批记录时，看到的是同一时刻的情况，中途的提交不会混进来。',
    en: 'A scan shows one moment: a commit made while it runs is not seen in part.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { a: 'old', b: 'old', c: 'old' } }));
    const seen: string[] = [];
    for await (const { key, value } of driver.scan({ from: 'a', until: 'z' })) {
      if (seen.length === 0) await driver.commit(batch('meanwhile', { put: { c: 'new', d: 'new' }, remove: ['b'] }));
      seen.push(`${key} ${value}`);
    }
    ensure(seen.join() === 'a old,b old,c old', `a scan over a commit saw ${seen.join(', ')}`);
  },
};

export const readingLaws: readonly Law[] = [readYourWrites, revisionGrows, removedIsAbsent, oneMoment, readsOneMoment];
