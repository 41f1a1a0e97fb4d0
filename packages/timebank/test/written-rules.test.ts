import { type Instant, instantAt, LocalDate, WallTime, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../src/balance.ts';
import { duesOf, duesOwed } from '../src/dues-due.ts';
import { Account } from '../src/ledger/account.ts';
import { accountPolicyOf } from '../src/ledger/account-policy.ts';
import { expiresAtOf } from '../src/ledger/expiry-date.ts';
import { lastActiveAt } from '../src/ledger/inactive.ts';
import { emptyLedger } from '../src/ledger/ledger.ts';
import { readPack } from '../src/pack/read-pack.ts';
import type { TimeBankPack } from '../src/pack/time-bank-pack.ts';
import { post } from '../src/post.ts';
import { redeem } from '../src/redeem.ts';

// Rules that real time banks have and no preset does.
const zone = Zone.parse('Asia/Tokyo');
const day = (date: string): LocalDate => LocalDate.parse(date);
const at = (date: string): Instant => instantAt(day(date), WallTime.parse('00:00'), zone);
const packWith = (sections: object): TimeBankPack => {
  const reading = readPack({
    ...{ format: 'linli-time-bank/2', id: 'test', edition: 1, effective: { from: '2020-01-01' } },
    ...{ name: { zh: '测试', en: 'test' }, source: { title: 'made up', confidence: 'assumed' } },
    unit: { asset: 'second', scaleSeconds: 3600, words: { zh: '小时', en: 'hours' } },
    ...sections,
  });
  if (!reading.ok) throw new Error(JSON.stringify(reading.reasons));
  return reading.value;
};

describe('dues: four hours a year for the office', () => {
  const dues = [{ code: 'office', on: 'year', who: { marks: ['member'] }, amount: { hours: 4 }, to: 'pool' }];
  const pack = packWith({ accounts: { dues, floors: { person: { below: { hours: 10 }, limit: 'hard' } } } });
  const member = { marks: ['member'], joinedOn: day('2025-06-01'), given: [] };

  it('R-21: are owed once in each year by those who are meant', () => {
    const owed = (fields: object, on = '2026-03-01') =>
      duesOwed(pack.accounts, { ...member, ...fields }, day(on)).map(({ period }) => period);
    expect(owed({})).toEqual(['2026']);
    expect(owed({ given: [{ code: 'office', period: '2026' }] })).toEqual([]);
    expect(owed({ given: [{ code: 'office', period: '2025' }] })).toEqual(['2026']);
    expect(owed({ marks: [] })).toEqual([]);
    expect(owed({ marks: null })).toEqual([]);
    expect(owed({}, '2025-05-31')).toEqual([]);
  });

  it('R-21 L-05: are a transfer to the pool, paid once, and no act of the holder', () => {
    const account = Account.parse({ kind: 'person', id: 'p-1' });
    const [owed] = duesOwed(pack.accounts, member, day('2026-03-01'));
    const how = { at: at('2026-03-01'), effectiveAt: at('2026-03-01'), packId: 'test', edition: 1, why: [{ code: 'test/told' }] };
    const transfer = duesOf(owed!.dues, pack.unit, { ...how, from: account, period: owed!.period, communityId: 'bank' });
    const once = post(emptyLedger, transfer, accountPolicyOf(pack));
    if (!once.ok) throw new Error(once.reasons[0].code);
    const twice = post(once.value, transfer, accountPolicyOf(pack));
    expect(twice).toMatchObject({ ok: true, reasons: [{ code: 'transfer/already-posted' }] });
    expect(balance(once.value, account, 'second')).toBe(-4 * 3600);
    expect(balance(once.value, Account.parse({ kind: 'pool', id: 'bank' }), 'second')).toBe(4 * 3600);
    expect(lastActiveAt(once.value, account)).toBeNull();
  });
});

describe('a share of what was earned', () => {
  const offer = { code: 'rice', words: { zh: '米', en: 'rice' }, price: { hours: 1 } };
  const exchangeWith = (limit: object) => ({ offers: [{ ...offer, limits: [limit] }], recipients: [{ kin: ['self'] }] });
  const pack = packWith({ exchange: exchangeWith({ share: 0.2, per: 'life' }) });
  const ask = (quantity: number, spentHours: number) =>
    redeem({ offer: 'rice', quantity, recipient: 'self', date: day('2026-03-01') }, pack.exchange!, {
      ...{ balanceUnits: 100 * 3600, earnedUnits: 20 * 3600 },
      spent: [{ date: day('2025-01-01'), units: spentHours * 3600, offer: 'rice' }],
    }).reasons.map(({ code }) => code);

  it('R-17: of 20 hours ever earned a fifth is 4, and not a fifth one', () => {
    expect(ask(4, 0)).toEqual(['redemption/priced']);
    expect(ask(5, 0)).toEqual(['redemption/above-limit']);
    expect(ask(1, 3)).toEqual(['redemption/priced']);
    expect(ask(1, 4)).toEqual(['redemption/above-limit']);
  });

  it('a limit has an amount or a share', () => {
    for (const limit of [{ per: 'life' }, { per: 'life', share: 0.2, most: { hours: 1 } }]) {
      expect(() => packWith({ exchange: exchangeWith(limit) })).toThrowError('pack/most-or-share');
    }
  });
});

describe('R-24: credit that outlives its year', () => {
  const until = (expiry: object, earned: string): Instant | undefined =>
    expiresAtOf(packWith({ accounts: { expiry: { kind: 'year-end', to: 'nobody', ...expiry } } }).accounts, at(earned), zone);

  it.each([
    [{}, '2026-05-01', '2027-01-01'],
    [{ years: 2 }, '2026-12-31', '2028-01-01'],
    [{ years: 2, yearFrom: '04-01' }, '2026-03-31', '2027-04-01'],
    [{ yearFrom: '04-01', graceMonths: 4 }, '2026-03-31', '2026-08-01'],
    [{ yearFrom: '04-01', graceMonths: 4 }, '2026-04-01', '2027-08-01'],
  ])('%o: earned on %s, gone on %s', (expiry, earned, gone) => {
    expect(until(expiry, earned)).toBe(at(gone));
  });
});
