import { describe, expect, it } from 'vitest';
import { available, balance, earned } from '../../src/balance.ts';
import { accountPolicyOf, plainPolicy } from '../../src/ledger/account-policy.ts';
import { type Exit, exitRecords } from '../../src/ledger/exit.ts';
import { grantOf } from '../../src/ledger/grant-of.ts';
import { honourOf } from '../../src/ledger/honours.ts';
import { inactiveAccounts, lastActiveAt } from '../../src/ledger/inactive.ts';
import { emptyLedger, scaleIn, statusIn } from '../../src/ledger/ledger.ts';
import { lotsOf } from '../../src/ledger/lots.ts';
import { postAll } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { statement } from '../../src/statement.ts';
import { account, after, ann, at, bo, built, codes, hold, issuer, move, pool, status, why } from './records.ts';

const unit = { asset: 'second', scaleSeconds: 3600, words: { zh: '小时', en: 'hours' } } as const;
const start = built(move('t-1', issuer, ann, 100), move('t-2', issuer, bo, 10));

describe('freeze', () => {
  const frozen = after(start, [hold('h-1', ann, bo, 10), status('m-1', ann, 'frozen')]);

  it('R-26: stops what leaves by the holder’s will; earning, an earlier hold, expiry and reversal go on', () => {
    expect(codes(frozen, move('t-3', ann, bo, 1))).toEqual(['account/frozen']);
    expect(codes(frozen, move('t-3', ann, pool, 1, { purpose: 'donation' }))).toEqual(['account/frozen']);
    expect(codes(frozen, hold('h-2', ann, bo, 1))).toEqual(['account/frozen']);
    expect(codes(frozen, move('t-3', issuer, ann, 1))).toEqual([]);
    expect(codes(frozen, move('t-3', bo, ann, 1))).toEqual([]);
    expect(codes(frozen, move('t-3', ann, bo, 10, { holdId: 'h-1' }))).toEqual([]);
    const back = reversalOf(move('t-1', issuer, ann, 100), { id: 'r-1', units: 5, at: at(2000), effectiveAt: at(2000), why });
    expect(codes(frozen, back)).toEqual([]);
  });

  it('R-26: stops what the policy names', () => {
    const strict = { ...plainPolicy, frozenStops: ['earn', 'receive'] } as const;
    expect(codes(frozen, move('t-3', issuer, ann, 1), strict)).toEqual(['account/frozen']);
    expect(codes(frozen, move('t-3', bo, ann, 1, { purpose: 'gift' }), strict)).toEqual(['account/frozen']);
    expect(codes(frozen, move('t-3', ann, bo, 1), strict)).toEqual([]);
  });

  it('R-26: ends by another status; an earlier ledger is as it was', () => {
    expect(codes(frozen, status('m-2', ann, 'frozen'))).toEqual(['account/already-so']);
    const open = after(frozen, [status('m-2', ann, 'open')]);
    expect([statusIn(start, ann), statusIn(frozen, ann), statusIn(open, ann)]).toEqual(['open', 'frozen', 'open']);
    expect(codes(open, move('t-3', ann, bo, 1))).toEqual([]);
  });
});

describe('a group account', () => {
  const team = account('group', 'team');
  const ledger = built(move('t-1', issuer, team, 36_000));

  it('R-31: its 10 h are refused for use and may be donated', () => {
    expect(codes(ledger, move('t-2', team, bo, 3600))).toEqual(['account/donate-only']);
    expect(codes(ledger, move('t-2', team, bo, 3600, { purpose: 'donation' }))).toEqual(['account/donate-only']);
    expect(codes(ledger, move('t-2', team, pool, 3600, { purpose: 'donation' }))).toEqual([]);
    const standard = (may: object) => accountPolicyOf({ unit, accounts: {}, exchange: { may } });
    expect(codes(ledger, move('t-2', team, bo, 3600), standard({}))).toEqual(['account/donate-only']);
    expect(codes(ledger, move('t-2', team, bo, 3600), standard({ group: ['redeem', 'donate'] }))).toEqual([]);
    expect(codes(start, move('t-3', ann, bo, 1), standard({ person: ['donate'] }))).toEqual(['account/donate-only']);
  });
});

describe('grants', () => {
  it('R-20: are paid from a fund, whose statement shows all of them, and end with it', () => {
    const fund = account('fund', 'poor');
    const grant = { code: 'monthly', on: 'month', amount: { hours: 2 }, from: 'fund', fund: 'poor' } as const;
    const given = { communityId: 'duowen', at: at(2000), effectiveAt: at(2000), why, packId: 'test', edition: 1 };
    const to = (who: typeof ann, period: string) => grantOf(grant, unit, { ...given, to: who, period });
    const ledger = built(move('t-1', issuer, fund, 10_000, { purpose: 'grant' }), to(ann, '2026-11'));
    expect([balance(ledger, ann, 'second'), earned(ledger, ann, 'second')]).toEqual([7200, 0]);
    expect(statement(ledger, fund).map(({ units }) => units)).toEqual([10_000, -7200]);
    expect(codes(ledger, to(ann, '2026-11'))).toEqual(['transfer/already-posted']);
    expect(codes(ledger, to(bo, '2026-11'))).toEqual(['account/below-floor']);
    const ending = grantOf(grant, unit, { ...given, to: ann, period: '2027-01', expiresAt: at(9000) });
    expect(lotsOf(after(emptyLedger, [{ ...ending, from: issuer }]), ann, 'second')).toMatchObject([{ expiresAt: 9000 }]);
    expect(to(ann, '2026-12').id).toBe('grant-monthly-person-p-ann-2026-12');
  });

  it('R-21: a bonus for joining comes from the issuer, once', () => {
    const grant = { code: 'orientation', on: 'joining', amount: { hours: 1 }, from: 'issuer' } as const;
    const given = grantOf(grant, unit, {
      to: ann,
      communityId: 'duowen',
      at: at(1000),
      effectiveAt: at(1000),
      why,
      packId: 'test',
      edition: 1,
    });
    const ledger = built(given);
    expect(balance(ledger, issuer, 'second')).toBe(-3600);
    expect(codes(ledger, given)).toEqual(['transfer/already-posted']);
  });
});

describe('honours', () => {
  const honours = [100, 300, 600, 1000, 1500].map((hours, index) => ({ star: index + 1, from: { hours } }));
  it.each([
    [359_964, 0],
    [360_000, 1],
    [1499 * 3600, 4],
    [1500 * 3600, 5],
  ])('R-33: %i s are %i stars', (units, star) => {
    expect(honourOf(honours, units, unit).star).toBe(star);
  });

  it('R-33: count what was earned, spent or not, and not what was given or taken back', () => {
    const credit = move('t-1', issuer, ann, 360_000);
    const ledger = built(
      credit,
      move('t-2', ann, bo, 360_000, { purpose: 'redemption' }),
      move('t-3', issuer, ann, 99, { purpose: 'grant' }),
    );
    expect(honourOf(honours, earned(ledger, ann, 'second'), unit)).toEqual({ star: 1, missingUnits: 720_000 });
    const back = reversalOf(move('t-3', bo, ann, 1), { id: 'x', units: 1, at: at(1), effectiveAt: at(1), why });
    expect(back.reverses).toBe('t-3');
    const first = built(credit);
    const undone = after(first, [reversalOf(credit, { id: 'r-1', units: 1, at: at(2000), effectiveAt: at(2000), why })]);
    expect(honourOf(honours, earned(undone, ann, 'second'), unit)).toEqual({ star: 0, missingUnits: 1 });
  });
});

describe('inactivity', () => {
  const cai = account('person', 'p-cai');
  const records = [
    move('t-1', issuer, ann, 100, { effectiveAt: at(100) }),
    move('t-2', ann, bo, 100, { effectiveAt: at(5000), at: at(5000), purpose: 'redemption' }),
    move('t-3', issuer, cai, 100, { effectiveAt: at(9000), at: at(9000), purpose: 'grant' }),
  ];
  const ledger = built(...records);

  it('R-25: is about acts and not about balances: 0 may be busy, a grant is nobody’s doing', () => {
    expect([ann, bo, cai].map((who) => [balance(ledger, who, 'second'), lastActiveAt(ledger, who)])).toEqual([
      [0, 5000],
      [100, 5000],
      [100, null],
    ]);
    expect(inactiveAccounts(ledger, [ann, bo, cai], at(5000)).map(({ account: { id } }) => id)).toEqual(['p-cai']);
    expect(inactiveAccounts(ledger, [ann, bo, cai], at(5001)).map(({ account: { id } }) => id)).toEqual([
      'p-cai',
      'p-ann',
      'p-bo',
    ]);
  });

  it('R-25: a closed account is no candidate', () => {
    const closed = after(ledger, [status('m-1', ann, 'closed', 9000)]);
    expect(inactiveAccounts(closed, [ann], at(9000))).toEqual([]);
  });
});

describe('death and exit', () => {
  const ledger = after(start, [hold('h-1', ann, bo, 60), move('t-3', issuer, ann, 7, { asset: 'point' })]);
  const exit: Exit = { account: ann, at: at(2000), why, packId: 'test', edition: 1, pool, issuer };
  const leave = (rules: Parameters<typeof exitRecords>[1], fields: Partial<Exit> = {}) => {
    const records = exitRecords(ledger, rules, { ...exit, ...fields });
    if (!records.ok) return records.reasons.map(({ code }) => code);
    const done = postAll(ledger, records.value);
    if (!done.ok) throw new Error(done.reasons[0].code);
    expect([statusIn(done.value, ann), available(done.value, ann, 'second'), balance(done.value, ann, 'point')]).toEqual([
      'closed',
      0,
      0,
    ]);
    return [pool, bo, issuer].map((who) => balance(done.value, who, 'second'));
  };

  it('R-27: holds are voided, everything goes to the pool, and the account is closed', () => {
    expect(leave({ to: 'pool' })).toEqual([100, 10, -110]);
    expect(leave({ to: 'nobody' })).toEqual([0, 10, -10]);
    expect(leave({ to: 'keep' })).toEqual(['exit/kept']);
  });

  it('R-27: a spouse inherits where somebody approved it; refused, it goes where the rules say', () => {
    const rules = { to: 'spouse', byApproval: true, otherwise: 'pool' } as const;
    expect(leave(rules, { heir: bo })).toEqual(['exit/approval-missing']);
    expect(leave(rules, { heir: bo, isApproved: true })).toEqual([0, 110, -110]);
    expect(leave(rules, { heir: bo, isApproved: false })).toEqual([100, 10, -110]);
    expect(leave(rules)).toEqual([100, 10, -110]);
    expect(leave({ to: 'heirs' })).toEqual(['exit/heir-missing']);
    expect(leave({ to: 'heirs' }, { heir: bo })).toEqual([0, 110, -110]);
  });

  it('R-27 R-24: what would have ended still ends with the heir, on its day; in every asset', () => {
    const many = built(
      move('a', issuer, ann, 10, { expiresAt: at(5000) }),
      move('b', issuer, ann, 20),
      move('c', issuer, ann, 30, { expiresAt: at(6000) }),
      move('d', issuer, ann, 7, { asset: 'point', expiresAt: at(7000) }),
      hold('h', ann, bo, 55),
    );
    for (const [to, who] of [
      ['heirs', bo],
      ['pool', pool],
    ] as const) {
      const records = exitRecords(many, { to }, { ...exit, heir: bo });
      const done = records.ok ? postAll(many, records.value) : records;
      if (!done.ok) throw new Error(done.reasons[0].code);
      const dated = (asset: string) => lotsOf(done.value, who, asset).map(({ units, expiresAt }) => [units, expiresAt]);
      expect(dated('second').toSorted()).toEqual([
        [10, 5000],
        [20, null],
        [30, 6000],
      ]);
      expect(dated('point')).toEqual([[7, 7000]]);
      // asked again it is the same exit
      const again = exitRecords(done.value, { to }, { ...exit, heir: bo });
      expect(again.ok && postAll(done.value, again.value)).toMatchObject({ ok: true, value: { length: done.value.length } });
    }
  });

  it('R-27: who comes back and leaves again at the same instant leaves once more', () => {
    const out = (of: typeof ledger) => {
      const records = exitRecords(of, { to: 'pool' }, exit);
      const done = records.ok ? postAll(of, records.value) : records;
      if (!done.ok) throw new Error(done.reasons[0].code);
      return done.value;
    };
    const once = after(out(start), [status('m-1', ann, 'open', 2000), move('t-9', issuer, ann, 3, { at: at(2000) })]);
    const twice = out(once);
    expect([statusIn(twice, ann), balance(twice, pool, 'second'), out(twice).length - twice.length]).toEqual(['closed', 103, 0]);
  });

  it('R-27: a debt is borne by the issuer; a closed account takes and gives nothing; only an empty one is closed', () => {
    const credit = {
      ...plainPolicy,
      limits: [
        {
          kind: 'person',
          asset: 'second',
          hardFloorUnits: -50,
          softFloorUnits: null,
          hardCeilingUnits: null,
          softCeilingUnits: null,
          growsToUnits: null,
        },
      ],
    } as const;
    const owing = after(emptyLedger, [move('t-1', ann, bo, 30)], credit);
    expect(codes(owing, status('m-1', ann, 'closed'))).toEqual(['account/not-empty']);
    const records = exitRecords(owing, { to: 'pool' }, exit);
    const done = records.ok ? postAll(owing, records.value, credit) : records;
    if (!done.ok) throw new Error(done.reasons[0].code);
    expect([balance(done.value, ann, 'second'), balance(done.value, issuer, 'second')]).toEqual([0, -30]);
    expect(codes(done.value, move('t-2', bo, ann, 1, { at: at(2000) }))).toEqual(['account/closed']);
    expect(codes(done.value, status('m-1', ann, 'open', 2000))).toEqual([]); // admitted again
  });
});

describe('assets', () => {
  const declare = (id: string, asset: string, scale: number) => ({ kind: 'asset', id, asset, scale, at: at(1000), why }) as const;

  it('are declared once and never change', () => {
    expect(codes(start, move('t-3', issuer, ann, 5, { asset: 'meal-ticket' }))).toEqual(['asset/undeclared']);
    const ledger = after(start, [declare('a-1', 'meal-ticket', 2), move('t-3', issuer, ann, 5, { asset: 'meal-ticket' })]);
    expect([balance(ledger, ann, 'meal-ticket'), scaleIn(ledger, 'meal-ticket'), scaleIn(start, 'meal-ticket')]).toEqual([
      5,
      2,
      undefined,
    ]);
    expect(codes(ledger, declare('a-2', 'meal-ticket', 3))).toEqual(['asset/already-declared']);
    expect(codes(ledger, declare('a-2', 'second', 60))).toEqual(['asset/already-declared']); // in use since t-1
  });

  it('that are built in have a scale, which may be set otherwise before the first use', () => {
    expect([scaleIn(emptyLedger, 'second'), scaleIn(emptyLedger, 'jpy'), scaleIn(emptyLedger, 'cny')]).toEqual([3600, 1, 100]);
    expect(scaleIn(built(declare('a-1', 'point', 10)), 'point')).toBe(10);
  });
});
