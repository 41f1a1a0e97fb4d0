import { ensureOneWinner, outlivesKill, outlivesPowerCut, processesMeet, wholeAfterKill } from './across-processes.ts';
import { batch, ensure, ensureRefused, type Law, revisionAt, rows, valueAt } from './law.ts';

const closedRefuses: Law = {
  id: 'C1',
  says: { zh: '关闭之后不再读写；重复关闭没有关系。', en: 'A closed driver refuses everything; closing twice is no error.' },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { a: 1 } }));
    await driver.close();
    await driver.close();
    await ensureRefused(driver.read(['a']), 'storage/closed', 'a read after close');
    await ensureRefused(rows(driver, { from: 'a', until: 'b' }), 'storage/closed', 'a scan after close');
    await ensureRefused(driver.commit(batch('late', { put: { a: 2 } })), 'storage/closed', 'a commit after close');
  },
};

const durable: Law = {
  id: 'D1',
  needs: 'durable',
  says: { zh: '存好的内容，关闭再打开后都在。', en: 'What was committed is there after closing and opening again.' },
  async hold(open) {
    const first = await open();
    await first.commit(batch('one', { put: { a: 1, b: 1 } }));
    const { revision } = await first.commit(batch('two', { put: { a: 2 }, remove: ['b'] }));
    await first.close();
    const second = await open();
    ensure((await valueAt(second, 'a')) === 2, `after opening again, a is ${await valueAt(second, 'a')}, not 2`);
    ensure((await revisionAt(second, 'a')) === revision, 'the revision changed over closing');
    ensure((await valueAt(second, 'b')) === undefined, 'a removal was forgotten over closing');
    const later = await second.commit(batch('three', { put: { c: 1 } }));
    ensure(later.revision > revision, 'revisions started anew after opening again');
  },
};

const idsAreDurable: Law = {
  id: 'D2',
  needs: 'durable',
  says: {
    zh: '关闭再打开后，用过的操作编号仍然认得，不会重复生效。',
    en: 'The ids of commits are remembered over closing and opening again.',
  },
  async hold(open) {
    const first = await open();
    const once = batch('once', { put: { a: 1 } });
    const { revision } = await first.commit(once);
    await first.commit(batch('later', { put: { a: 2 } }));
    await first.close();
    const second = await open();
    const again = await second.commit(once);
    ensure(again.revision === revision && (await valueAt(second, 'a')) === 2, 'a repeated commit took effect again');
    await ensureRefused(second.commit(batch('once', { put: { a: 3 } })), 'storage/id-reused', 'another body under an old id');
  },
};

const oneWinner: Law = {
  id: 'M1',
  needs: 'multi-process',
  says: {
    zh: '同一份数据打开两次抢着改，只有一方成功，另一方会知道。',
    en: 'Of two open drivers that race on the same data, exactly one wins, and both see the outcome.',
  },
  hold: async (open) => ensureOneWinner(await Promise.all([open(), open()])),
};

export const lifetimeLaws: readonly Law[] = [
  closedRefuses,
  durable,
  idsAreDurable,
  outlivesKill,
  outlivesPowerCut,
  wholeAfterKill,
  oneWinner,
  processesMeet,
];
