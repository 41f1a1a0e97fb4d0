import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ledgerLaws, readingOf, watchLedger } from '../../src/laws.ts';
import { canonical, isSameJson } from '../../src/ledger/canonical.ts';
import { post } from '../../src/post.ts';
import { reversalOf } from '../../src/reversal-of.ts';
import { after, ann, at, bo, built, hold, issuer, move, pool, why } from './records.ts';

const credit = move('t-1', issuer, ann, 100, { expiresAt: at(3000) });
const ledger = built(
  credit,
  hold('h-1', ann, bo, 20),
  move('t-2', ann, bo, 15, { holdId: 'h-1' }),
  reversalOf(credit, { id: 'r-1', units: 5, at: at(2000), effectiveAt: at(2000), why }),
  move('t-3', ann, pool, 80, { at: at(3000), effectiveAt: at(3000), purpose: 'expiry' }),
);

describe('the laws as predicates', () => {
  it('hold of a ledger as it stands, each under its id', () => {
    const laws = ledgerLaws();
    expect(laws.map(({ id }) => id)).toEqual('L-01 L-02 L-03 L-06 L-07 L-08 L-09 L-10 L-12 L-13 L-13 L-13 L-11 L-15'.split(' '));
    expect(laws.map(({ breach }) => breach(readingOf(ledger)))).toEqual(laws.map(() => undefined));
  });

  it('say where a ledger of any make is wrong', () => {
    const reading = readingOf(ledger);
    const broken = { ...reading, entriesOf: (sequence: number) => reading.entriesOf(sequence).slice(0, sequence === 3 ? 1 : 2) };
    const found = ledgerLaws().flatMap(({ id, breach }) => (breach(broken) === undefined ? [] : [id]));
    expect(found).toEqual(['L-01', 'L-02', 'L-15']);
  });

  it('L-12: know the cap of a day when they are told', () => {
    const breaches = (dayCapUnits: number) =>
      ledgerLaws({ dayCapUnits }).flatMap(({ id, breach }) => (breach(readingOf(ledger)) === undefined ? [] : [id]));
    expect([breaches(100), breaches(99)]).toEqual([[], ['L-12']]);
  });

  it('L-04 L-05: are asked after every question by a watch', () => {
    const watch = watchLedger();
    expect(watch.caughtUp(readingOf(ledger))).toEqual([]);
    const next = move('t-9', issuer, bo, 1, { at: at(4000) });
    const answer = post(ledger, next);
    const later = after(ledger, [next]);
    expect(watch.answered([next], answer, readingOf(ledger))).toEqual([
      { id: 'L-05', what: 't-9 was not there, and yes added nothing' },
    ]);
    expect(watch.answered([next], answer, readingOf(later))).toEqual([]);
    expect(watch.answered([next], post(later, next), readingOf(later))).toEqual([]);
  });
});

describe('the same body', () => {
  it('law: is what has the same canonical text', () => {
    const json = fc.letrec((tie) => ({
      value: fc.oneof(fc.constantFrom(0, 1, 'a', null, true), tie('list'), tie('parts')),
      list: fc.array(tie('value'), { maxLength: 2 }),
      parts: fc.dictionary(fc.constantFrom('a', 'b'), fc.oneof(fc.constant(undefined), tie('value'))),
    })).value;
    fc.assert(
      fc.property(json, json, (a, b) => {
        expect(isSameJson(a, b)).toBe(canonical(a) === canonical(b));
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});
