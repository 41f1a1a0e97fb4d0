import { describe, expect, it } from 'vitest';
import { available, balance, held } from '../../src/balance.ts';
import { fulfilmentOf, openHolds, overdueHolds } from '../../src/ledger/fulfil.ts';
import type { HoldEnd } from '../../src/ledger/record.ts';
import { after, ann, at, bo, built, codes, hold, issuer, move, why } from './records.ts';

const booked = hold('h-1', ann, bo, 60, { until: at(5000) });
const ledger = built(move('t-1', issuer, ann, 100), booked);
const end = (id: string, how: HoldEnd['how'], when: number, holdId = 'h-1'): HoldEnd => ({
  ...{ kind: 'hold-end', id, holdId, how, at: at(when), why },
});
const fulfil = (id: string, units: number, when = 2000) =>
  fulfilmentOf(booked, { id, units, at: at(when), effectiveAt: at(when), why });

describe('a hold', () => {
  it('L-06: sets units aside: they stay in the account and cannot be spent or set aside again', () => {
    expect([balance(ledger, ann, 'second'), held(ledger, ann, 'second'), available(ledger, ann, 'second')]).toEqual([
      100, 60, 40,
    ]);
    expect(codes(ledger, move('t-2', ann, bo, 41))).toEqual(['account/below-floor']);
    expect(codes(ledger, hold('h-2', ann, bo, 41))).toEqual(['account/below-floor']);
    expect(codes(ledger, move('t-2', ann, bo, 40))).toEqual([]);
  });

  it('L-07: is fulfilled in part, and the rest is free again', () => {
    const done = after(ledger, [fulfil('t-2', 45)]);
    // 100 - 45, nothing held
    expect([balance(done, ann, 'second'), held(done, ann, 'second'), balance(done, bo, 'second')]).toEqual([55, 0, 45]);
    expect(codes(ledger, fulfil('t-2', 61))).toEqual(['hold/too-much']);
  });

  it('L-07: ends once, in whichever way', () => {
    for (const first of [fulfil('t-2', 45), end('e-1', 'void', 2000), end('e-1', 'expire', 5000)]) {
      const done = after(ledger, [first]);
      expect(held(done, ann, 'second')).toBe(0);
      expect(codes(done, fulfil('t-3', 1, 6000))).toContain('hold/already-ended');
      expect(codes(done, end('e-2', 'void', 6000))).toEqual(['hold/already-ended']);
      expect(codes(done, end('e-2', 'expire', 6000))).toEqual(['hold/already-ended']);
    }
  });

  it('L-07: can be fulfilled until its instant and not at it; from then on it expires', () => {
    expect(codes(ledger, fulfil('t-2', 60, 4999))).toEqual([]);
    expect(codes(ledger, fulfil('t-2', 60, 5000))).toEqual(['hold/overdue']);
    expect(codes(ledger, end('e-1', 'expire', 4999))).toEqual(['hold/not-due']);
    expect(overdueHolds(ledger, at(4999))).toEqual([]);
    const due = overdueHolds(ledger, at(5000));
    expect(due).toEqual([{ ...end('h-1-expired', 'expire', 5000), why: booked.why }]);
    expect(overdueHolds(after(ledger, due), at(5000))).toEqual([]);
  });

  it('is fulfilled between its own accounts, in its asset, and lasts for a while', () => {
    expect(codes(ledger, { ...fulfil('t-2', 1), to: issuer })).toEqual(['hold/other-accounts']);
    expect(codes(ledger, { ...fulfil('t-2', 1), asset: 'point' })).toEqual(['hold/other-accounts']);
    expect(codes(ledger, { ...fulfil('t-2', 1), holdId: 'h-9' })).toEqual(['hold/unknown']);
    expect(codes(ledger, hold('h-2', ann, bo, 1, { until: at(1000) }))).toEqual(['transfer/invalid']);
    expect(codes(ledger, { ...fulfil('t-2', 1), reverses: 't-1' })).toEqual(['transfer/invalid']);
  });

  it('an earlier ledger still has it open', () => {
    const done = after(ledger, [fulfil('t-2', 45)]);
    expect(openHolds(ledger).map(({ id }) => id)).toEqual(['h-1']);
    expect(openHolds(done)).toEqual([]);
    expect(codes(ledger, end('e-1', 'void', 2000))).toEqual([]);
    expect(available(ledger, ann, 'second')).toBe(40);
  });
});
