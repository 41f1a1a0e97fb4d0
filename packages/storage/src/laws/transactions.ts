import { wholeForReaders } from './in-between.ts';
import { batch, ensure, ensureRefused, type Law, refusal, revisionAt, valueAt } from './law.ts';

const atomic: Law = {
  id: 'T1',
  says: {
    zh: '一次提交要么全部生效，要么全部不生效。',
    en: 'A commit takes effect as a whole or not at all.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { a: 1, m: 1, z: 1 } }));
    const revision = await revisionAt(driver, 'a');
    // The one stale expectation stands on a key before, between and after those that are written.
    for (const stale of ['a', 'n', 'z']) {
      const expect = { a: revision, m: revision, n: 0, z: revision, [stale]: revision + 7 };
      const bad = batch(`stale-${stale}`, { expect, put: { a: 2, b: 2, z: 2 }, remove: ['m'] });
      await ensureRefused(driver.commit(bad), 'storage/stale-read', `a commit that is stale on ${stale}`);
      const held = await Promise.all(['a', 'b', 'm', 'z'].map((key) => valueAt(driver, key)));
      ensure(JSON.stringify(held) === '[1,null,1,1]', `a refused commit left ${JSON.stringify(held)}`);
    }
  },
};

const noLostUpdate: Law = {
  id: 'T3',
  says: {
    zh: '两个人根据同一版本同时修改，只有一个人能保存成功。',
    en: 'Of two commits that read the same revision, exactly one is kept.',
  },
  async hold(open) {
    const driver = await open();
    for (const seed of ['taken', undefined]) {
      const seat = `seat-${seed}`;
      if (seed !== undefined) await driver.commit(batch(`seed-${seat}`, { put: { [seat]: seed } }));
      const expect = { [seat]: await revisionAt(driver, seat) };
      const race = await Promise.all(
        ['ann', 'bo', 'cui'].map((name) => refusal(driver.commit(batch(`${name}-${seat}`, { expect, put: { [seat]: name } })))),
      );
      const kept = race.filter((refused) => refused === undefined).length;
      ensure(kept === 1, `${kept} of 3 racing commits were kept`);
      const winner = ['ann', 'bo', 'cui'][race.indexOf(undefined)];
      ensure((await valueAt(driver, seat)) === winner, `${winner} was kept, but the value is another`);
    }
  },
};

const noWriteSkew: Law = {
  id: 'T4',
  says: {
    zh: '两次提交互相依据对方要改的记录时，只有一次能成功（例如最后一位空闲的志愿者不会被派两次）。',
    en: 'Of two commits that each rely on what the other changes, exactly one is kept.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { left: 'free', right: 'free' } }));
    const revision = await revisionAt(driver, 'left');
    const expect = { left: revision, right: revision };
    const race = await Promise.all(
      ['left', 'right'].map((key) => refusal(driver.commit(batch(`take-${key}`, { expect, put: { [key]: 'taken' } })))),
    );
    const kept = race.filter((refused) => refused === undefined).length;
    ensure(kept === 1, `${kept} of 2 commits that rely on each other were kept`);
  },
};

const absenceIsGuarded: Law = {
  id: 'T5',
  says: {
    zh: '两次提交都以“还没有这条记录”为前提时，只有一次能成功（例如同一位老人的“第一次”需求不会有两个）。',
    en: 'Of two commits that both rely on a key being absent, exactly one is kept: nobody has two first demands.',
  },
  async hold(open) {
    const driver = await open();
    const race = await Promise.all(
      ['ann', 'bo'].map((name) =>
        refusal(driver.commit(batch(name, { expect: { first: 0 }, put: { first: name, [`demand/${name}`]: name } }))),
      ),
    );
    const kept = race.filter((refused) => refused === undefined).length;
    ensure(kept === 1, `${kept} of 2 commits that rely on the same absent key were kept`);
    const late = driver.commit(batch('late', { expect: { first: 0 }, put: { other: 1 } }));
    await ensureRefused(late, 'storage/stale-read', 'a commit that relies on the absence of a key that is there');
  },
};

const staleIsRetryable: Law = {
  id: 'T6',
  says: {
    zh: '因别人先改而没保存成的，会说明可以重试；编号重复用的，会说明不能重试。',
    en: 'A stale read says that it may be retried; a reused id says that it may not.',
  },
  async hold(open) {
    const driver = await open();
    await driver.commit(batch('seed', { put: { a: 1 } }));
    const stale = await refusal(driver.commit(batch('stale', { expect: { a: 0 }, put: { a: 2 } })));
    ensure(stale?.retryable === true, 'a stale read is not marked as retryable');
    const reused = await refusal(driver.commit(batch('seed', { put: { a: 3 } })));
    ensure(reused?.retryable === false, 'a reused id is not marked as final');
    // The refused id was not used up: the same id may carry the decision made again.
    const again = batch('stale', { expect: { a: await revisionAt(driver, 'a') }, put: { a: 2 } });
    ensure((await refusal(driver.commit(again))) === undefined, 'the id of a refused commit cannot be used again');
  },
};

export const transactionLaws: readonly Law[] = [
  atomic,
  wholeForReaders,
  noLostUpdate,
  noWriteSkew,
  absenceIsGuarded,
  staleIsRetryable,
];
