import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from '../../src/balance.ts';
import { clearingLaws } from '../../src/laws/clearing-laws.ts';
import { readingOf } from '../../src/laws/reading.ts';
import { plainPolicy } from '../../src/ledger/account-policy.ts';
import { type Cleared, claimUnits, clear, type Side, settleClaims, takeBackClearing } from '../../src/ledger/clearing.ts';
import { netClaims } from '../../src/ledger/net-claims.ts';
import { account, ann, at, bo, built, codes, issuer, move, why } from './records.ts';

// Duowen counts seconds; Kita counts points of an hour. 1 point is worth 3600 s.
const agreement = { between: ['duowen', 'kita'], num: 1, den: 3600 } as const;
const kitaIssuer = account('issuer', 'kita');
const policy = {
  ...plainPolicy,
  partners: [
    { id: 'kita', asset: 'second', limitUnits: 7200 },
    { id: 'duowen', asset: 'point', limitUnits: 3 },
  ],
};
const duowen: Side = {
  id: 'duowen',
  ledger: built(move('t-1', issuer, ann, 36_000)),
  policy,
  asset: 'second',
  packId: 'a',
  edition: 1,
};
const kita: Side = {
  id: 'kita',
  ledger: built(move('t-1', kitaIssuer, bo, 5, { asset: 'point' })),
  policy,
  asset: 'point',
  packId: 'b',
  edition: 2,
};
const pay = (reference: string, units: number) => ({
  reference,
  payer: ann,
  payee: bo,
  units,
  at: at(2000),
  effectiveAt: at(2000),
  why,
});
const told = (answer: { readonly ok: boolean; readonly reasons: readonly { readonly code: string }[] }) =>
  answer.reasons.map(({ code }) => code);
const done = (answer: ReturnType<typeof clear>): Cleared => {
  if (!answer.ok) throw new Error(answer.reasons[0].code);
  return answer.value;
};
const lawsOf = (first: Side['ledger'], second: Side['ledger']) =>
  clearingLaws.map(({ breach }) =>
    breach({ agreement, assets: ['second', 'point'], first: readingOf(first), second: readingOf(second) }),
  );

describe('clearing', () => {
  it('R-32 L-14: one act stands in both ledgers under one reference, at the agreed rate', () => {
    const { from, to } = done(clear(duowen, kita, agreement, pay('x-1', 7200)));
    expect([balance(from, ann, 'second'), claimUnits(from, 'kita', 'second')]).toEqual([28_800, 7200]);
    expect([balance(to, bo, 'point'), claimUnits(to, 'duowen', 'point')]).toEqual([7, -2]);
    expect(lawsOf(from, to)).toEqual([undefined, undefined]);
    expect(lawsOf(from, kita.ledger)[0]).toBe('duowen has 7200 for kita, which has 0');
    expect(lawsOf(from, kita.ledger)[1]).toBe('x-1 does not stand in both ledgers');
  });

  it('L-05: sent again it changes neither ledger', () => {
    const first = done(clear(duowen, kita, agreement, pay('x-1', 7200)));
    const again = clear({ ...duowen, ledger: first.from }, { ...kita, ledger: first.to }, agreement, pay('x-1', 7200));
    expect(again).toMatchObject({ ok: true, value: { from: first.from, to: first.to } });
    // and when only one side was kept, it brings the other
    const half = done(clear({ ...duowen, ledger: first.from }, kita, agreement, pay('x-1', 7200)));
    expect(lawsOf(half.from, half.to)).toEqual([undefined, undefined]);
  });

  it('R-32: is refused without a direct agreement, beyond the limit, by halves of a unit, or where one side says no', () => {
    expect(told(clear(duowen, kita, undefined, pay('x-1', 3600)))).toEqual(['clearing/no-agreement']);
    const viaHub = { between: ['duowen', 'hub'], num: 1, den: 1 } as const;
    expect(told(clear(duowen, kita, viaHub, pay('x-1', 3600)))).toEqual(['clearing/no-agreement']);
    expect(told(clear(duowen, kita, agreement, pay('x-1', 3601)))).toEqual(['clearing/inexact']);
    expect(told(clear(duowen, kita, agreement, pay('x-1', 10_800)))).toEqual(['account/above-ceiling']);
    const poor = { ...duowen, ledger: built() };
    expect(told(clear(poor, kita, agreement, pay('x-1', 3600)))).toEqual(['account/below-floor']);
    const shut = { ...kita, policy: plainPolicy };
    expect(told(clear(duowen, shut, agreement, pay('x-1', 3600)))).toEqual(['account/below-floor']);
    expect([duowen.ledger.length, kita.ledger.length]).toEqual([1, 1]);
  });

  it('L-14: a partner account holds claims and nothing else, and a claim is taken back in both ledgers', () => {
    const partner = account('partner', 'kita');
    expect(codes(duowen.ledger, move('t-2', ann, partner, 1), policy)).toEqual(['clearing/not-a-claim']);
    const both = done(clear(duowen, kita, agreement, pay('x-1', 7200)));
    const sides = [
      { ...duowen, ledger: both.from },
      { ...kita, ledger: both.to },
    ] as const;
    expect(codes(both.from, move('r-1', partner, ann, 3600, { reverses: 'x-1-paid', at: at(3000) }), policy)).toEqual([
      'clearing/not-a-claim',
    ]);
    const back = { reference: 'r-1', cleared: 'x-1', units: 3600, at: at(3000), effectiveAt: at(3000), why };
    const undone = done(takeBackClearing(...sides, agreement, back));
    expect([balance(undone.from, ann, 'second'), balance(undone.to, bo, 'point')]).toEqual([32_400, 6]);
    expect(lawsOf(undone.from, undone.to)).toEqual([undefined, undefined]);
    expect(told(takeBackClearing(...sides, agreement, { ...back, units: 10_800 }))).toContain('transfer/reversed-too-much');
    expect(told(takeBackClearing(...sides, agreement, { ...back, cleared: 'x-9' }))).toEqual(['transfer/original-unknown']);
  });

  it('R-32 L-14: claims to and fro net, and a settlement ends them in both ledgers', () => {
    const first = done(clear(duowen, kita, agreement, pay('x-1', 7200)));
    const back = { ...pay('x-2', 1), payer: bo, payee: ann };
    const second = done(clear({ ...kita, ledger: first.to }, { ...duowen, ledger: first.from }, agreement, back));
    expect([claimUnits(second.to, 'kita', 'second'), claimUnits(second.from, 'duowen', 'point')]).toEqual([3600, -1]);
    const how = { reference: 's-1', at: at(3000), effectiveAt: at(3000), why };
    const sides = [
      { ...duowen, ledger: second.to },
      { ...kita, ledger: second.from },
    ] as const;
    const settled = done(settleClaims(...sides, agreement, how));
    expect([claimUnits(settled.from, 'kita', 'second'), claimUnits(settled.to, 'duowen', 'point')]).toEqual([0, 0]);
    expect(lawsOf(settled.from, settled.to)).toEqual([undefined, undefined]);
    expect(told(settleClaims({ ...duowen, ledger: settled.from }, { ...kita, ledger: settled.to }, agreement, how))).toEqual([
      'clearing/nothing-owed',
    ]);
    expect(told(settleClaims(sides[0], kita, agreement, how))).toEqual(['clearing/inexact']);
  });
});

describe('netting of many', () => {
  it('R-32: a ring of claims is nothing; a chain is one payment', () => {
    const ring = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
    ].map(([debtor = '', creditor = '']) => ({ debtor, creditor, units: 5 }));
    expect(netClaims(ring)).toEqual([]);
    expect(netClaims(ring.slice(0, 2))).toEqual([{ debtor: 'a', creditor: 'c', units: 5 }]);
  });

  it('law: everybody ends as far ahead or behind as before, with fewer payments than communities', () => {
    const name = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const claim = fc.record({ debtor: name, creditor: name, units: fc.integer({ min: 1, max: 1000 }) });
    const standing = (claims: readonly { debtor: string; creditor: string; units: number }[]) => {
      const sums: Record<string, number> = { a: 0, b: 0, c: 0, d: 0, e: 0 };
      for (const { debtor, creditor, units } of claims) {
        sums[debtor] = sums[debtor]! - units;
        sums[creditor] = sums[creditor]! + units;
      }
      return sums;
    };
    fc.assert(
      fc.property(fc.array(claim, { maxLength: 20 }), (claims) => {
        const net = netClaims(claims);
        expect(standing(net)).toEqual(standing(claims));
        expect(net.length).toBeLessThan(5);
        expect(netClaims([...claims].reverse())).toEqual(net);
      }),
      { seed: 4, numRuns: 500 },
    );
  });
});
