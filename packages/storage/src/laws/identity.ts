import { batch, ensure, ensureRefused, type Law, revisionAt, valueAt } from './law.ts';
import { idsStayApart } from './look-alikes.ts';

const oneEffect: Law = {
  id: 'I1',
  says: {
    zh: '同一个操作编号、同样的内容再提交一次，结果一样，不会重复生效。',
    en: 'The same id with the same body gives the same answer and no second effect.',
  },
  async hold(open) {
    const driver = await open();
    const first = batch('once', { expect: { a: 0, b: 0 }, put: { b: 1, a: { y: 1, x: 2 } } });
    const done = await driver.commit(first);
    await driver.commit(batch('later', { put: { a: 'moved on' } }));
    const moved = await revisionAt(driver, 'a');
    // The order in which names are written is no part of a body.
    const again = await driver.commit(batch('once', { expect: { b: 0, a: 0 }, put: { a: { x: 2, y: 1 }, b: 1 } }));
    ensure(again.revision === done.revision, `revision ${done.revision} was answered first, ${again.revision} then`);
    ensure((await valueAt(driver, 'a')) === 'moved on', 'the second call took effect');
    ensure((await revisionAt(driver, 'a')) === moved, 'the second call moved the revision');
  },
};

const noReuse: Law = {
  id: 'I2',
  says: {
    zh: '同一个操作编号换了内容再提交，会被拒绝，什么也不写。',
    en: 'The same id with another body is refused, and nothing is written.',
  },
  async hold(open) {
    const driver = await open();
    const { revision } = await driver.commit(batch('once', { expect: { a: 0 }, put: { a: 1 } }));
    const others = [
      batch('once', { expect: { a: 0 }, put: { a: 2 } }),
      batch('once', { expect: { a: revision }, put: { a: 1 } }),
      batch('once', { expect: { a: 0 }, put: { a: 1, b: 1 } }),
      batch('once', { expect: { a: 0 }, put: { a: 1 }, remove: ['c'] }),
    ];
    for (const other of others) await ensureRefused(driver.commit(other), 'storage/id-reused', 'another body under a used id');
    ensure((await valueAt(driver, 'a')) === 1 && (await valueAt(driver, 'b')) === undefined, 'a refused body was written');
  },
};

export const identityLaws: readonly Law[] = [oneEffect, noReuse, idsStayApart];
