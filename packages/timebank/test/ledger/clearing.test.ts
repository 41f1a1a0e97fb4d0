import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balance } from '../../src/balance.ts';
import { clearingLaws } from '../../src/laws/clearing-laws.ts';
import { readingOf } from '../../src/laws/reading.ts';
import { plainPolicy } from '../../src/ledger/account-policy.ts';
import { type Cleared, claimUnits, clear, settleClaims, takeBackClearing } from '../../src/ledger/clearing.ts';
import type { Side } from '../../src/ledger/clearing-acts.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { lotsOf } from '../../src/ledger/lots.ts';
import { netClaims } from '../../src/ledger/net-claims.ts';
import { account, after, ann, at, bo, built, codes, issuer, move, why } from './records.ts';

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
    expect(told(settleClaims(sides[0], kita, agreement, how))).toEqual(['clearing/one-sided']);
  });
});

describe('clearing when the agreement changes', () => {
  const east = account('issuer', 'east');
  const policyWith = (id: string, asset = 'second') => ({ ...plainPolicy, partners: [{ id, asset, limitUnits: null }] });
  const sideOf = (id: 'east' | 'west', ledger: Side['ledger'], asset = 'second'): Side => {
    const partner = id === 'east' ? 'west' : 'east';
    const policy = {
      ...policyWith(partner),
      partners: ['second', 'point', 'count'].flatMap((one) => policyWith(partner, one).partners),
    };
    return { id, ledger, asset, policy, packId: 'a', edition: 1 };
  };
  const rate = (num: number, den = 1) => ({ between: ['east', 'west'] as const, num, den });
  const begun = built(move('c', east, ann, 7200));
  const paidAt = (num: number, units = 3600) =>
    done(clear(sideOf('east', begun), sideOf('west', built()), rate(num), pay('x', units)));
  const backAt = (num: number, units: number, both: Cleared, reference = 'back', when = 3000) =>
    takeBackClearing(sideOf('east', both.from), sideOf('west', both.to), rate(num), {
      ...{ reference, cleared: 'x', units, at: at(when), effectiveAt: at(when), why },
    });
  const end = (both: Cleared, num: number, assets: readonly [string, string] = ['second', 'second'], reference = 's') =>
    settleClaims(sideOf('east', both.from, assets[0]), sideOf('west', both.to, assets[1]), rate(num), {
      ...{ reference, at: at(4000), effectiveAt: at(4000), why },
    });
  const claims = ({ from, to }: Cleared, assets: readonly [string, string] = ['second', 'second']) => [
    claimUnits(from, 'west', assets[0]),
    claimUnits(to, 'east', assets[1]),
  ];
  const breaches = ({ from, to }: Cleared) =>
    clearingLaws.flatMap(
      ({ breach }) =>
        breach({ agreement: rate(1), assets: ['second', 'second'], first: readingOf(from), second: readingOf(to) }) ?? [],
    );

  it.each([
    [2, 1, 3600, 7200, 0],
    [2, 3, 2400, 6000, 2400],
    [1, 2, 1800, 5400, 1800],
    [2, 0.5, 1, 3601, 7198],
  ])('L-14: what was paid at 1:%d is taken back at that rate when it is 1:%d', (was, now, units, anns, bos) => {
    const back = done(backAt(now, units, paidAt(was)));
    expect([balance(back.from, ann, 'second'), balance(back.to, bo, 'second')]).toEqual([anns, bos]);
    expect(breaches(back)).toEqual([]);
    if (anns === 7200) expect(told(end(back, now))).toEqual(['clearing/nothing-owed']);
    else expect(claims(done(end(back, now)))).toEqual([0, 0]);
  });

  it('L-14: taken back piece by piece it is gone in both, and no piece is a part of a unit', () => {
    const paid = done(clear(sideOf('east', begun), sideOf('west', built()), rate(1, 2), pay('x', 3600)));
    expect(told(backAt(1, 1, paid))).toEqual(['clearing/inexact']);
    const half = done(backAt(3, 1200, paid));
    const whole = done(backAt(1, 2400, half, 'back-2'));
    expect([balance(whole.from, ann, 'second'), balance(whole.to, bo, 'second'), ...claims(whole)]).toEqual([7200, 0, 0, 0]);
    expect(told(backAt(1, 2, whole, 'back-3'))).toContain('transfer/reversed-too-much');
  });

  it('L-14: claims of several rates are settled as a whole, also where one of the two is owed nothing', () => {
    const first = paidAt(2);
    const second = done(
      clear(sideOf('west', first.to), sideOf('east', first.from), rate(1), { ...pay('y', 3600), payer: bo, payee: ann }),
    );
    const both = { from: second.to, to: second.from };
    // 3600 for 7200 one way, 3600 for 3600 the other way
    expect(claims(both)).toEqual([0, -3600]);
    expect(breaches(both)).toEqual([]);
    const settled = done(end(both, 1));
    expect(claims(settled)).toEqual([0, 0]);
    expect(breaches(settled)).toEqual([]);
    expect(told(end(settled, 2, undefined, 's-2'))).toEqual(['clearing/nothing-owed']);
    // and what is taken back after the settlement is owed the other way
    expect(claims(done(backAt(1, 1800, settled, 'back', 5000)))).toEqual([-1800, 3600]);
  });

  it('L-14: an asset that was renamed between two acts ends with the other', () => {
    const first = paidAt(1);
    const second = done(
      clear(sideOf('east', first.from), sideOf('west', first.to, 'count'), rate(2), { ...pay('y', 600), at: at(2500) }),
    );
    expect([...claims(second), ...claims(second, ['second', 'count'])]).toEqual([4200, -3600, 4200, -1200]);
    const settled = done(end(second, 2, ['second', 'count']));
    expect([...claims(settled), ...claims(settled, ['second', 'count'])]).toEqual([0, 0, 0, 0]);
    expect(told(end(settled, 2, ['second', 'count']))).toEqual(['clearing/nothing-owed']);
    const back = done(backAt(9, 3600, { from: second.from, to: second.to }));
    expect([balance(back.to, bo, 'second'), balance(back.to, bo, 'count')]).toEqual([0, 1200]);
  });

  it('L-05 L-14: half of an act is completed at its own rate only', () => {
    const paid = paidAt(2);
    const again = (num: number) => clear(sideOf('east', paid.from), sideOf('west', built()), rate(num), pay('x', 3600));
    expect(told(again(1))).toEqual(['transfer/id-reused']);
    expect(claims(done(again(2)))).toEqual([3600, -7200]);
  });

  it('an act that stands in one ledger alone is not settled, nor one with another community taken back', () => {
    const paid = paidAt(1);
    expect(told(end({ from: paid.from, to: built() }, 1))).toEqual(['clearing/one-sided']);
    const north: Side = { ...sideOf('west', built(move('c', account('issuer', 'north'), ann, 9000))), id: 'north' };
    const south: Side = { ...sideOf('west', built()), id: 'south', policy: policyWith('north') };
    const northern = { ...north, policy: policyWith('south') };
    const other = done(clear(northern, south, { between: ['north', 'south'], num: 1, den: 1 }, pay('x', 60)));
    const mixed = takeBackClearing(
      sideOf('east', paid.from),
      { ...south, ledger: other.to },
      { between: ['east', 'south'], num: 1, den: 1 },
      { reference: 'b', cleared: 'x', units: 60, at: at(3000), effectiveAt: at(3000), why },
    );
    expect(told(mixed)).toEqual(['transfer/original-unknown']);
  });

  it('L-14: neither with itself nor inside one ledger, whatever is asked and however the ledger was read', () => {
    const back = { reference: 'b', cleared: 'x', units: 1, at: at(3000), effectiveAt: at(3000), why };
    const copy = built(move('c', east, ann, 7200));
    const grown = built(move('c', east, ann, 7200), move('d', ann, bo, 1));
    const asked = (one: Side, other: Side) => {
      const agreed = { between: [one.id, other.id] as const, num: 2, den: 1 };
      return [
        clear(one, other, agreed, pay('x', 3600)),
        settleClaims(one, other, agreed, back),
        takeBackClearing(one, other, agreed, back),
      ].map((answer) => told(answer).join());
    };
    const all = (code: string) => [code, code, code];
    expect(asked(sideOf('east', begun), sideOf('east', built()))).toEqual(all('clearing/same-community'));
    expect(asked(sideOf('east', begun), sideOf('west', begun))).toEqual(all('clearing/same-ledger'));
    expect(asked(sideOf('east', begun), sideOf('west', copy))).toEqual(all('clearing/same-ledger'));
    expect(asked(sideOf('east', grown), sideOf('west', copy))).toEqual(all('clearing/same-ledger'));
    expect(asked(sideOf('east', begun), sideOf('west', after(begun, [move('d', ann, bo, 1)])))).toEqual(
      all('clearing/same-ledger'),
    );
    // What stands before the first transfer proves nothing, and hides nothing either: each copy went on by itself.
    const status = { kind: 'status', id: 's0', account: account('person', 'zz'), status: 'frozen', at: at(1), why } as const;
    const [left, right] = [1, 2].map((units) => built(status, move('c', east, ann, 7200), move(`d${units}`, ann, bo, units)));
    expect(asked(sideOf('east', left!), sideOf('west', right!))).toEqual(all('clearing/same-ledger'));
    const begunAlike = [built(status, move('c', east, ann, 7200)), built(status, move('e', east, ann, 7200))] as const;
    expect(asked(sideOf('east', begunAlike[0]), sideOf('west', begunAlike[1]))).not.toContain('clearing/same-ledger');
    // two new communities have the same empty ledger to begin with
    const credit = {
      ...policyWith('west'),
      limits: [
        {
          kind: 'person',
          asset: 'second',
          hardFloorUnits: -60,
          softFloorUnits: null,
          hardCeilingUnits: null,
          softCeilingUnits: null,
          growsToUnits: null,
        },
      ],
    } as const;
    const young = clear({ ...sideOf('east', emptyLedger), policy: credit }, sideOf('west', emptyLedger), rate(1), pay('x', 60));
    expect(claims(done(young))).toEqual([60, -60]);
  });

  it('L-14: a claim on one community is not paid with a claim on another', () => {
    const between = { ...policyWith('west'), partners: [...policyWith('west').partners, ...policyWith('north').partners] };
    const shift = move('t', account('partner', 'west'), account('partner', 'north'), 1, { purpose: 'clearing' });
    expect(codes(begun, shift, between)).toEqual(['clearing/not-a-claim']);
  });

  it('R-24: what the payee receives may end, and still does when something came back', () => {
    const paid = done(clear(sideOf('east', begun), sideOf('west', built()), rate(1), { ...pay('x', 3600), expiresAt: at(9000) }));
    const back = done(backAt(2, 600, paid));
    expect(lotsOf(back.to, bo, 'second').map(({ units, expiresAt }) => [units, expiresAt])).toEqual([[3000, 9000]]);
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
