import { Instant, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../../src/balance.ts';
import { type AccountPolicy, plainPolicy } from '../../src/ledger/account-policy.ts';
import { carryOverTransfers, expiringUnits, expiryTransfers } from '../../src/ledger/expire-lots.ts';
import { expiresAtOf } from '../../src/ledger/expiry-date.ts';
import { givingOf } from '../../src/ledger/give.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { lotsOf } from '../../src/ledger/lots.ts';
import type { LedgerRecord } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { postAll } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { account, after, ann, at, bo, built, codes, hold, issuer, move, pool, why } from './records.ts';

const earned = (id: string, units: number, day: number, expires?: number) =>
  move(id, issuer, ann, units, { effectiveAt: at(day), ...(expires === undefined ? {} : { expiresAt: at(expires) }) });
const left = (ledger: Ledger, who = ann) => lotsOf(ledger, who, 'second').map(({ effectiveAt, units }) => [effectiveAt, units]);
const how = (when: number) => ({ at: at(when), to: pool, why, packId: 'test', edition: 1 });

describe('lots', () => {
  it('L-13: the oldest goes first, by when it counts and not by when it was written down', () => {
    const ledger = built(earned('t-1', 50, 300), earned('t-2', 30, 100), earned('t-3', 20, 200), move('t-4', ann, bo, 40));
    // 30 of day 100, then 10 of day 200
    expect(left(ledger)).toEqual([
      [200, 10],
      [300, 50],
    ]);
    expect(balance(ledger, ann, 'second')).toBe(60);
  });

  it('L-13: what is spent and comes back is the same old lot', () => {
    const spent = move('t-3', ann, bo, 40);
    const ledger = built(earned('t-1', 30, 100), earned('t-2', 30, 200), spent);
    const back = reversalOf(spent, { id: 'r-1', units: 15, at: at(2000), effectiveAt: at(2000), why });
    // it took 30 of day 100 and 10 of day 200; the last taken is the first to come back
    expect(left(after(ledger, [back]))).toEqual([
      [100, 5],
      [200, 30],
    ]);
  });

  it('L-13: what is taken back is the very lot that came in, as far as it is left', () => {
    const second = earned('t-2', 30, 200);
    const ledger = built(earned('t-1', 30, 100), second, earned('t-3', 30, 300));
    const back = reversalOf(second, { id: 'r-1', units: 30, at: at(2000), effectiveAt: at(2000), why });
    expect(left(after(ledger, [back]))).toEqual([
      [100, 30],
      [300, 30],
    ]);
  });

  it('an earlier ledger has its own', () => {
    const ledger = built(earned('t-1', 30, 100));
    const later = after(ledger, [move('t-2', ann, bo, 10)]);
    expect([left(later), left(ledger), left(later)]).toEqual([[[100, 20]], [[100, 30]], [[100, 20]]]);
  });
});

describe('credit that ends', () => {
  const owing: AccountPolicy = {
    ...plainPolicy,
    limits: [
      {
        ...{ kind: 'person', asset: 'second', hardFloorUnits: -1000, softFloorUnits: null },
        ...{ hardCeilingUnits: null, softCeilingUnits: null, growsToUnits: null },
      },
    ],
    reversal: { belowFloor: 'allow-and-flag', withinDays: null },
  };
  const dated = (ledger: Ledger, who = ann) => lotsOf(ledger, who, 'second').map(({ units, expiresAt }) => [units, expiresAt]);
  const back = (original: Transfer, units = original.units, id = `r-${original.id}`) =>
    reversalOf(original, { id, units, at: at(2000), effectiveAt: at(2000), why });
  const paid = (id: string, units: number) => move(id, ann, bo, units);
  const ending = (id: string, units: number, expires?: number) => earned(id, units, 100, expires);
  const told = (...records: readonly LedgerRecord[]) => after(built(), records, owing);

  it('L-13: paid on credit, then earned with an end: the payment taken back, the end is still there', () => {
    const pay = paid('p', 100);
    expect(dated(told(pay, ending('c', 100, 5000), back(pay)))).toEqual([[100, 5000]]);
    // in part: 60 are still paid for by what ends
    expect(dated(told(pay, ending('c', 100, 5000), back(pay, 40)))).toEqual([[40, 5000]]);
    // what was not covered yet is only owed less
    expect(dated(told(pay, ending('c', 30, 5000), back(pay, 80)))).toEqual([[10, 5000]]);
  });

  it('L-13: of two debts the longest owed is covered first, and what comes back pays the other', () => {
    const [first, second] = [paid('p', 100), paid('q', 50)];
    const ledger = told(first, second, ending('c', 120, 5000), back(first));
    // 100 of c covered p, 20 of it q; 100 come back and cover the 30 that q still owes
    expect(dated(ledger)).toEqual([[70, 5000]]);
    expect(dated(after(ledger, [back(second)], owing))).toEqual([[120, 5000]]);
  });

  it('L-13: credit taken back after it was spent: what was spent instead comes back with its own end', () => {
    const [first, pay] = [ending('a', 100), paid('p', 100)];
    const ledger = told(first, pay, ending('b', 100, 5000), back(first));
    expect(dated(ledger)).toEqual([]);
    expect(dated(after(ledger, [back(pay)], owing))).toEqual([[100, 5000]]);
    // the other way round: what never ends does not begin to
    const [other, spent] = [ending('a', 100, 5000), paid('p', 100)];
    expect(dated(told(other, spent, ending('b', 100), back(other), back(spent)))).toEqual([[100, null]]);
  });

  it('L-13: an expiry taken back is what expired, and expires again', () => {
    const expire = move('e', ann, pool, 100, { purpose: 'expiry', at: at(1500) });
    const ledger = told(ending('a', 100, 1200), ending('b', 100), expire, back(expire));
    expect(dated(ledger)).toEqual([
      [100, 1200],
      [100, null],
    ]);
  });

  it('a reversal is not reversed: its original is given again', () => {
    const credit = ending('a', 100, 5000);
    const ledger = told(credit, back(credit));
    expect(codes(ledger, { ...back(back(credit)), id: 'rr' })).toEqual(['transfer/original-is-reversal']);
  });

  it('R-24: a gift sent again is divided as it was, and one of nothing is refused', () => {
    const gift = move('g-1', ann, bo, 80, { purpose: 'gift', at: at(2000) });
    const ledger = built(ending('a', 50, 4000), ending('b', 50));
    const once = postAll(ledger, givingOf(ledger, gift));
    if (!once.ok) throw new Error(once.reasons[0].code);
    expect(postAll(once.value, givingOf(once.value, gift))).toMatchObject({ ok: true, value: { length: once.value.length } });
    expect(postAll(once.value, givingOf(once.value, { ...gift, units: 90 }))).toMatchObject({ ok: false });
    for (const units of [0, -5, Number.NaN, 0.5]) {
      expect(postAll(ledger, givingOf(ledger, { ...gift, units }))).toMatchObject({ reasons: [{ code: 'transfer/invalid' }] });
    }
  });
});

describe('expiry', () => {
  const ledger = built(
    earned('t-1', 30, 100, 4000),
    earned('t-2', 50, 200),
    earned('t-3', 20, 300, 5000),
    move('t-4', ann, bo, 10),
  );

  it('R-24 L-13: takes what is left of lots that had their time, and leaves the others', () => {
    expect(expiryTransfers(ledger, [ann, bo], 'second', how(3999))).toEqual([]);
    const [first, ...others] = expiryTransfers(ledger, [ann, bo], 'second', how(4000));
    expect(others).toEqual([]);
    expect(first).toMatchObject({ from: ann, to: pool, units: 20, purpose: 'expiry' });
    const done = after(ledger, [first!]);
    expect(left(done)).toEqual([
      [200, 50],
      [300, 20],
    ]);
    expect(expiryTransfers(done, [ann], 'second', how(4000))).toEqual([]);
    expect(expiringUnits(done, ann, 'second', at(4000), at(5000))).toBe(20);
  });

  it('R-24: what expired, came back and expires again at that instant is another transfer', () => {
    const run = (of: Ledger) => expiryTransfers(of, [ann, ann, pool], 'second', how(4000));
    const [first] = run(ledger);
    expect(run(ledger)).toEqual([first]);
    const once = after(ledger, [first!]);
    const undone = after(once, [reversalOf(first!, { id: 'r-1', units: 5, at: at(4000), effectiveAt: at(4000), why })]);
    const second = run(undone);
    expect(second).toMatchObject([{ units: 5 }]);
    const twice = after(undone, second);
    const again = after(twice, [reversalOf(second[0]!, { id: 'r-2', units: 5, at: at(4000), effectiveAt: at(4000), why })]);
    expect(balance(after(again, run(again)), pool, 'second')).toBe(20);
    expect(new Set([first, ...second, ...run(again)].map((one) => one?.id)).size).toBe(3);
  });

  it('R-24: two accounts whose names run into each other expire under two ids', () => {
    const [one, other] = [account('person', 'x-point'), account('person', 'x')];
    const asset = { kind: 'asset', id: 'a', asset: 'point-second', scale: 1, at: at(1000), why } as const;
    const both = built(
      asset,
      move('t-1', issuer, one, 5, { expiresAt: at(2000) }),
      move('t-2', issuer, other, 7, { asset: 'point-second', expiresAt: at(2000) }),
    );
    const once = after(both, expiryTransfers(both, [one], 'second', how(4000)));
    expect(postAll(once, expiryTransfers(once, [other], 'point-second', how(4000)))).toMatchObject({ ok: true });
  });

  it('R-24: nothing expires before its time', () => {
    expect(codes(ledger, move('x-1', ann, pool, 21, { purpose: 'expiry', at: at(4000) }))).toEqual(['expiry/not-due']);
    expect(codes(ledger, move('x-1', ann, pool, 20, { purpose: 'expiry', at: at(3999) }))).toEqual(['expiry/not-due']);
  });

  it('L-06: leaves what a hold has set aside', () => {
    const held = after(ledger, [hold('h-1', ann, bo, 85)]);
    // 90 - 85 are free, 20 are due
    expect(expiryTransfers(held, [ann], 'second', how(4000))).toMatchObject([{ units: 5 }]);
  });

  it('R-24: a carry-over brings back up to its measure with a new date', () => {
    const chain = carryOverTransfers(ledger, ann, 'second', { ...how(6000), mostUnits: 15, expiresAt: at(9000) });
    const done = postAll(ledger, chain);
    if (!done.ok) throw new Error(done.reasons[0].code);
    // 20 + 20 had their time, 15 stay until 9000; 50 never expire
    expect([balance(done.value, ann, 'second'), balance(done.value, pool, 'second')]).toEqual([65, 25]);
    expect(lotsOf(done.value, ann, 'second').map(({ expiresAt, units }) => [expiresAt, units])).toEqual([
      [null, 50],
      [9000, 15],
    ]);
  });

  it('a gift keeps its dates: giving to and fro makes nothing younger', () => {
    const parts = givingOf(ledger, move('g-1', ann, bo, 80, { purpose: 'gift', at: at(2000) }));
    expect(parts.map(({ id, units, expiresAt }) => [id, units, expiresAt])).toEqual([
      ['g-1', 20, 4000],
      ['g-1-2', 50, undefined],
      ['g-1-3', 10, 5000],
    ]);
    const done = postAll(ledger, parts);
    expect(done.ok && balance(done.value, bo, 'second')).toBe(90);
    const tooMuch = givingOf(ledger, move('g-1', ann, bo, 91, { purpose: 'gift', at: at(2000) }));
    expect(postAll(ledger, tooMuch)).toMatchObject({ ok: false, reasons: [{ code: 'account/below-floor' }] });
  });

  const zone = Zone.parse('Asia/Shanghai');
  const shanghai = (text: string) => Instant.parse(Date.parse(`${text}+08:00`));
  it.each([
    [{ kind: 'by-age', months: 6, to: 'pool' }, '2026-08-31T09:00', '2027-02-28T00:00'],
    [{ kind: 'by-age', months: 24, to: 'pool' }, '2026-01-15T23:59', '2028-01-15T00:00'],
    [{ kind: 'year-end', to: 'pool' }, '2026-12-31T23:59', '2027-01-01T00:00'],
    [{ kind: 'year-end', yearFrom: '04-01', to: 'nobody' }, '2026-03-31T12:00', '2026-04-01T00:00'],
    [{ kind: 'year-end', yearFrom: '04-01', to: 'nobody' }, '2026-04-01T12:00', '2027-04-01T00:00'],
    [{ kind: 'on-date', date: '2030-06-30', to: 'pool' }, '2026-04-01T12:00', '2030-06-30T00:00'],
  ] as const)('R-24: %o, earned %s, expires %s', (expiry, earnedOn, expires) => {
    expect(expiresAtOf({ expiry: expiry as never }, shanghai(earnedOn), zone)).toBe(shanghai(expires));
  });

  it('R-24: never, where the rules say never or nothing', () => {
    expect(expiresAtOf({ expiry: { kind: 'never' } }, at(0), zone)).toBeUndefined();
    expect(expiresAtOf({}, at(0), zone)).toBeUndefined();
  });
});
