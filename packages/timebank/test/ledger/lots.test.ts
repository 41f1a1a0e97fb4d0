import { Instant, Zone } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../../src/balance.ts';
import { carryOverTransfers, expiringUnits, expiryTransfers } from '../../src/ledger/expire-lots.ts';
import { expiresAtOf } from '../../src/ledger/expiry-date.ts';
import { givingOf } from '../../src/ledger/give.ts';
import type { Ledger } from '../../src/ledger/ledger.ts';
import { lotsOf } from '../../src/ledger/lots.ts';
import { postAll } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { after, ann, at, bo, built, codes, hold, issuer, move, pool, why } from './records.ts';

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
