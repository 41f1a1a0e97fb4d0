import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { forgeries } from '../../src/laws/whole-laws.ts';
import { brokenAt, chainStart, hashAfter, headOf, sealedRecords } from '../../src/ledger/chain.ts';
import { emptyLedger } from '../../src/ledger/ledger.ts';
import { after, ann, at, bo, built, hold, issuer, move, status, why } from './records.ts';

const records = [
  move('t-1', issuer, ann, 100, { expiresAt: at(9000), reference: 'x', purpose: 'credit' }),
  hold('h-1', ann, bo, 10, { until: at(5000) }),
  { kind: 'hold-end', id: 'e-1', holdId: 'h-1', how: 'void', at: at(1000), why } as const,
  status('m-1', bo, 'frozen'),
  { kind: 'asset', id: 'a-1', asset: 'meal', scale: 2, at: at(1000), why } as const,
];
const ledger = built(...records);
const sealed = sealedRecords(ledger);

describe('the hash chain', () => {
  it('L-11: is SHA-256 over the hash before, the place and the record', () => {
    const text = `["${'0'.repeat(64)}",1,{"asset":"second","at":1000,"edition":1,"effectiveAt":1000,"expiresAt":9000,"from":{"id":"duowen","kind":"issuer"},"id":"t-1","packId":"test","purpose":"credit","reference":"x","to":{"id":"p-ann","kind":"person"},"units":100,"why":[{"code":"test/told"}]}]`;
    expect(sealed[0]!.hash).toBe(createHash('sha256').update(text).digest('hex'));
    expect(headOf(ledger)).toEqual({ sequence: 5, hash: sealed[4]!.hash });
    expect(headOf(emptyLedger)).toEqual(chainStart);
    expect(brokenAt(sealed, chainStart, headOf(ledger))).toBeNull();
  });

  it('L-11: notices any change of any field of any record', () => {
    let count = 0;
    for (const [index, one] of sealed.entries()) {
      for (const [path, record] of forgeries(one.record)) {
        const forged = sealed.with(index, { ...one, record });
        expect([one.record.id, path, brokenAt(forged)]).toEqual([one.record.id, path, index + 1]);
        count += 1;
      }
    }
    expect(count).toBeGreaterThan(50);
  });

  it('L-11: notices a record left out, added, moved, and a chain made anew', () => {
    expect(brokenAt(sealed.toSpliced(2, 1))).toBe(3);
    expect(brokenAt([sealed[1]!, sealed[0]!])).toBe(1);
    expect(brokenAt([...sealed, sealed[4]!])).toBe(6);
    expect(brokenAt(sealed.slice(0, 4), chainStart, headOf(ledger))).toBe(5);
    const anew = sealedRecords(built({ ...records[0]!, why: [{ code: 'test/other' }] }, ...records.slice(1)));
    expect(brokenAt(anew)).toBeNull();
    expect(brokenAt(anew, chainStart, headOf(ledger))).toBe(6);
  });

  it('L-11: goes on from a head that is trusted, and each version has its own', () => {
    const later = after(ledger, [move('t-9', issuer, bo, 1)]);
    const other = after(ledger, [move('t-9', issuer, bo, 2)]);
    const [last] = sealedRecords(later, 5);
    expect(brokenAt([last!], headOf(ledger), headOf(later))).toBeNull();
    expect(headOf(other).hash).not.toBe(headOf(later).hash);
    expect(hashAfter(headOf(ledger).hash, 6, last!.record)).toBe(headOf(later).hash);
    // zod keeps its own order of keys; a store may give them back in another
    const stored = JSON.parse(
      JSON.stringify(
        sealed,
        Object.keys(Object.assign({}, ...flat(sealed)))
          .sort()
          .reverse(),
      ),
    );
    expect(brokenAt(stored)).toBeNull();
  });
});

function flat(value: unknown): Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  return [...(Array.isArray(value) ? [] : [value as Record<string, unknown>]), ...Object.values(value).flatMap(flat)];
}
