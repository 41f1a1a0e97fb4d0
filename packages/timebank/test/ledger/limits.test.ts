import { say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { available, balance } from '../../src/balance.ts';
import { accountPolicyOf, plainPolicy } from '../../src/ledger/account-policy.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { ledgerOf, post } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { timebankTexts } from '../../src/texts.ts';
import { account, after, ann, at, bo, built, codes, issuer, move, pool, why } from './records.ts';

const unit = { asset: 'point', scaleSeconds: 3600, words: { zh: '分', en: 'points' } } as const;
const points = { asset: 'point' };
const school = account('organisation', 'school');

describe('soft limits', () => {
  // us-pugetsound: 10 below 0 for a person, 50 for an organisation; talk, no block.
  const policy = accountPolicyOf({
    unit,
    accounts: {
      floors: { person: { below: { units: 10 }, limit: 'soft' }, organisation: { below: { units: 50 }, limit: 'soft' } },
    },
  });
  const spend = (who: typeof ann, units: number) => post(emptyLedger, move('t-1', who, bo, units, points), policy);

  it('R-22: let a person go below and ask somebody to talk from -10 on', () => {
    expect(spend(ann, 9)).toMatchObject({ ok: true, reasons: [] });
    const answer = spend(ann, 10);
    expect(answer).toMatchObject({
      ok: true,
      reasons: [{ code: 'account/at-soft-floor', data: { balanceUnits: -10, accountId: 'p-ann' } }],
    });
    expect(say(timebankTexts, answer.reasons[0]!, 'en')).toBe(
      'the balance is -10, at the soft limit of -10: posted; please talk with p-ann',
    );
    expect(spend(ann, 500).ok).toBe(true);
  });

  it('R-22: an organisation has its own', () => {
    expect(spend(school, 49).reasons).toEqual([]);
    expect(spend(school, 50).reasons.map(({ code }) => code)).toEqual(['account/at-soft-floor']);
  });
});

describe('hard limits', () => {
  const policy = accountPolicyOf({
    unit,
    accounts: {
      floors: { person: { below: { units: 5 }, limit: 'hard' } },
      ceilings: { person: { most: { units: 20 }, limit: 'hard' } },
    },
  });

  it('R-22 L-06: a person goes down to the limit and not below', () => {
    expect(codes(emptyLedger, move('t-1', ann, bo, 5, points), policy)).toEqual([]);
    expect(codes(emptyLedger, move('t-1', ann, bo, 6, points), policy)).toEqual(['account/below-floor']);
    expect(codes(emptyLedger, move('t-1', pool, bo, 1, points), policy)).toEqual(['account/below-floor']);
    expect(codes(emptyLedger, move('t-1', ann, bo, 5), policy)).toEqual(['account/below-floor']); // another asset
  });

  it('a ceiling is a limit as well', () => {
    expect(codes(emptyLedger, move('t-1', issuer, ann, 20, points), policy)).toEqual([]);
    expect(codes(emptyLedger, move('t-1', issuer, ann, 21, points), policy)).toEqual(['account/above-ceiling']);
  });
});

describe('a credit limit that grows', () => {
  // komunitin: limit 1000, hard 1300.
  const policy = accountPolicyOf({
    unit,
    accounts: { creditLimit: { from: { units: 1000 }, most: { units: 1300 }, growsBy: 'payments-received' } },
  });
  const most = (received: number): number => {
    const ledger = after(
      emptyLedger,
      [move('t-1', bo, ann, received, points)].filter(() => received > 0),
      {
        ...policy,
        limits: policy.limits.map((limit) => ({ ...limit, hardFloorUnits: null })),
      },
    );
    for (let units = 1; ; units += 1) {
      if (!post(ledger, move('t-2', ann, pool, units, points), policy).ok) return units - 1 - balance(ledger, ann, 'point');
    }
  };

  it('R-23: receive 200 and it is 1200; receive 1400 and it is 1300', () => {
    expect([most(0), most(200), most(1400)]).toEqual([1000, 1200, 1300]);
  });

  it('R-23: shrinks again when the payment is taken back', () => {
    const paid = move('t-1', account('provider', 'x'), ann, 200, points);
    const rich = built(move('t-0', issuer, paid.from, 200, points), paid);
    const ledger = after(rich, [move('t-2', ann, pool, 1200, points)], policy);
    const back = reversalOf(paid, { id: 'r-1', units: 200, at: at(2000), effectiveAt: at(2000), why });
    // -1000 - 200 is below -1000, which is what the limit would be without the payment
    expect(codes(ledger, back, policy)).toEqual(['account/below-floor']);
    expect(codes(after(rich, [move('t-2', ann, pool, 1000, points)], policy), back, policy)).toEqual([]);
  });
});

describe('a reversal beyond a limit', () => {
  const earned = move('t-1', issuer, ann, 100);
  const ledger = built(earned, move('t-2', ann, pool, 80));
  const back = reversalOf(earned, { id: 'r-1', units: 100, at: at(3000), effectiveAt: at(3000), why });
  const flagging = { ...plainPolicy, reversal: { belowFloor: 'allow-and-flag', withinDays: 30 } } as const;

  it('L-09: is blocked, or posted and told, as the policy says', () => {
    expect(codes(ledger, back)).toEqual(['account/below-floor']);
    const answer = post(ledger, back, flagging);
    expect(answer).toMatchObject({
      ok: true,
      reasons: [{ code: 'reversal/beyond-bound', data: { balanceUnits: 20, units: 100 } }],
    });
    if (!answer.ok) return;
    expect(available(answer.value, ann, 'second')).toBe(-80);
    expect(codes(answer.value, move('t-3', ann, pool, 1, { at: at(3000) }), flagging)).toEqual(['account/below-floor']);
  });

  it('L-09: and only within its days', () => {
    const day = 86_400_000;
    expect(codes(ledger, { ...back, at: at(1000 + 30 * day) }, flagging)).toEqual(['reversal/beyond-bound']);
    expect(codes(ledger, { ...back, at: at(1001 + 30 * day) }, flagging)).toEqual(['transfer/reversed-too-late']);
  });

  it('L-15: a ledger is rebuilt under the policy of each record’s day', () => {
    const records = [earned, move('t-2', ann, pool, 80), back];
    const policyOf = ({ id }: { readonly id: string }) => (id === 'r-1' ? flagging : plainPolicy);
    expect(balance(ledgerOf(records, policyOf), ann, 'second')).toBe(-80);
    expect(() => ledgerOf(records)).toThrowError(expect.objectContaining({ code: 'ledger/broken-log' }));
  });
});
