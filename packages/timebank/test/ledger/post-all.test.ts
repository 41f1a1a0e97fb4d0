import { describe, expect, it } from 'vitest';
import { balance } from '../../src/balance.ts';
import { headOf } from '../../src/ledger/chain.ts';
import { readLedger } from '../../src/ledger/ledger.ts';
import { check, post, postAll } from '../../src/post.ts';
import { account, after, ann, at, bo, built, codes, hold, issuer, move, pool, status, why } from './records.ts';

const cai = account('person', 'p-cai');
const start = built(move('t-1', issuer, ann, 100), hold('h-1', ann, bo, 10));

describe('postAll', () => {
  it('R-39: one gives to many, and many to one, as one act', () => {
    const shared = postAll(start, [move('s-1', ann, bo, 30), move('s-2', ann, cai, 60)]);
    if (!shared.ok) throw new Error(shared.reasons[0].code);
    expect([ann, bo, cai].map((who) => balance(shared.value, who, 'second'))).toEqual([10, 30, 60]);
    const joined = postAll(shared.value, [move('j-1', bo, pool, 30), move('j-2', cai, pool, 60)]);
    expect(joined.ok && balance(joined.value, pool, 'second')).toBe(90);
  });

  it('all of them or none: a later no leaves the ledger as it was, in all it holds', () => {
    const before = JSON.stringify([readLedger(start), headOf(start)]);
    const chain = [
      move('s-1', ann, bo, 30),
      { kind: 'asset', id: 's-2', asset: 'meal', scale: 1, at: at(1000), why } as const,
      move('s-3', ann, bo, 5, { holdId: 'h-1' }),
      hold('s-4', bo, ann, 5),
      status('s-5', cai, 'frozen'),
      move('s-6', bo, ann, 10, { reverses: 's-1' }),
      move('s-7', ann, cai, 1000),
    ];
    expect(postAll(start, chain)).toMatchObject({ ok: false, reasons: [{ code: 'account/below-floor' }] });
    expect(JSON.stringify([readLedger(start), headOf(start)])).toBe(before);
    // and it goes on as if nobody had asked
    expect(codes(start, move('s-3', ann, bo, 10, { holdId: 'h-1' }))).toEqual([]);
    expect(codes(start, move('x-1', ann, bo, 91))).toEqual(['account/below-floor']);
    expect(codes(start, move('x-1', issuer, bo, 1, { asset: 'meal' }))).toEqual(['asset/undeclared']);
    const kept = postAll(start, chain.slice(0, -1));
    expect(kept.ok && kept.value.length).toBe(start.length + 6);
  });

  it('L-05: sent again it changes nothing; with a part of it posted before it is refused', () => {
    const chain = [move('s-1', ann, bo, 30), move('s-2', ann, cai, 60)];
    const once = postAll(start, chain);
    if (!once.ok) throw new Error(once.reasons[0].code);
    expect(postAll(once.value, chain)).toEqual({ ok: true, value: once.value, reasons: [{ code: 'transfer/already-posted' }] });
    expect(postAll(after(start, chain.slice(0, 1)), chain)).toMatchObject({
      ok: false,
      reasons: [{ code: 'chain/partly-posted', data: { count: 2, repeated: 1 } }],
    });
    expect(postAll(once.value, [chain[0]!, move('s-2', ann, cai, 6)])).toMatchObject({
      reasons: [{ code: 'transfer/id-reused' }],
    });
  });
});

describe('check', () => {
  it('answers as post would and writes nothing', () => {
    const ledger = built(move('t-1', issuer, ann, 100));
    for (const asked of [
      move('t-2', ann, bo, 100),
      move('t-2', ann, bo, 101),
      move('t-1', issuer, ann, 100),
      move('t-1', issuer, ann, 9),
    ]) {
      const checked = check(ledger, asked);
      expect(ledger.log.records).toHaveLength(1);
      const posted = post(ledger, asked);
      expect([checked.ok, checked.reasons]).toEqual([posted.ok, posted.reasons]);
      if (posted.ok && posted.value !== ledger) break;
    }
  });
});
