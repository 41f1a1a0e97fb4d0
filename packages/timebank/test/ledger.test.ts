import { Instant, say } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { balance } from '../src/balance.ts';
import { Account } from '../src/ledger/account.ts';
import { emptyLedger, type Ledger, readLedger } from '../src/ledger/ledger.ts';
import { Transfer } from '../src/ledger/transfer.ts';
import { ledgerOf, post } from '../src/post.ts';
import { reversalOf } from '../src/reversal-of.ts';
import { statement } from '../src/statement.ts';
import { timebankTexts } from '../src/texts.ts';

const issuer = Account.parse({ kind: 'issuer', id: 'duowen' });
const wang = Account.parse({ kind: 'person', id: 'p-wang' });
const barber = Account.parse({ kind: 'provider', id: 'barber' });
const at = (value: number) => Instant.parse(value);
const move = (id: string, from: Account, to: Account, units: number, fields: Partial<Transfer> = {}): Transfer => ({
  id,
  from,
  to,
  asset: 'second',
  units,
  at: at(1000),
  effectiveAt: at(1000),
  why: [{ code: 'credit/measured', data: { afterSeconds: units } }],
  packId: 'test',
  edition: 1,
  ...fields,
});
const after = (ledger: Ledger, ...transfers: readonly Transfer[]): Ledger =>
  transfers.reduce((sofar, transfer) => {
    const decision = post(sofar, transfer);
    if (!decision.ok) throw new Error(decision.reasons[0].code);
    return decision.value;
  }, ledger);
const codes = (ledger: Ledger, transfer: Transfer) => post(ledger, transfer).reasons.map(({ code }) => code);

const earned = move('t-1', issuer, wang, 3600);
const spent = move('t-2', wang, barber, 1800, { at: at(2000), effectiveAt: at(2000) });
const ledger = after(emptyLedger, earned, spent);

describe('post', () => {
  it('moves whole units from one account to another', () => {
    // 0 + 3 600 - 1 800
    expect([issuer, wang, barber].map((account) => balance(ledger, account, 'second'))).toEqual([-3600, 1800, 1800]);
    expect(balance(ledger, wang, 'point')).toBe(0);
    expect(ledger.length).toBe(2);
  });

  it('L-05: a double click posts once; the same id for something else is refused', () => {
    const { id, ...rest } = earned;
    const reordered = { ...rest, id };
    expect(post(ledger, reordered)).toEqual({ ok: true, value: ledger, reasons: [{ code: 'transfer/already-posted' }] });
    expect(codes(ledger, { ...earned, units: 3601 })).toEqual(['transfer/id-reused']);
  });

  it('L-06: nobody falls below 0, by not even one unit; an issuer may', () => {
    expect(codes(ledger, move('t-3', wang, barber, 1801, { at: at(3000) }))).toEqual(['account/below-floor']);
    expect(codes(ledger, move('t-3', wang, barber, 1800, { at: at(3000) }))).toEqual([]);
    expect(codes(ledger, move('t-3', wang, barber, 1, { asset: 'point', at: at(3000) }))).toEqual(['account/below-floor']);
  });

  it.each([
    ['nothing', { units: 0 }, 'units'],
    ['less than nothing', { units: -5 }, 'units'],
    ['half a second', { units: 0.5 }, 'units'],
    ['an account to itself', { to: issuer }, 'to'],
    ['without a reason', { why: [] }, 'why'],
    ['a word too many', { memo: 'for Mrs Wang' }, ''],
  ])('L-03: refuses %s with the path', (_, fields, path) => {
    expect(post(ledger, { ...earned, id: 't-9', ...fields })).toEqual({
      ok: false,
      reasons: [{ code: 'transfer/invalid', data: { path } }],
    });
  });

  it('L-10: nothing is recorded before the last transfer; the same instant is fine', () => {
    expect(codes(ledger, move('t-3', issuer, wang, 60, { at: at(1999) }))).toEqual(['transfer/recorded-too-early']);
    expect(codes(ledger, move('t-3', issuer, wang, 60, { at: at(2000) }))).toEqual([]);
  });

  it('L-08: reversals together take back the original and no more, each to the account it came from', () => {
    const why = [{ code: 'dispute/agreed' }];
    const back = (id: string, units: number) => reversalOf(spent, { id, units, at: at(3000), effectiveAt: at(3000), why });
    const partly = after(ledger, back('r-1', 1000));
    expect(balance(partly, wang, 'second')).toBe(2800); // 1 800 + 1 000
    // 1 000 + 801 of 1 800, and the barber has no more than 800 left
    expect(codes(partly, back('r-2', 801))).toEqual(['transfer/reversed-too-much', 'account/below-floor']);
    const wholly = after(partly, back('r-2', 800));
    expect(balance(wholly, wang, 'second')).toBe(3600);
    expect(codes(wholly, back('r-3', 1))).toEqual(['transfer/reversed-too-much', 'account/below-floor']);
  });

  it('a reversal runs the other way between the same accounts, and is not itself reversed', () => {
    const reverses = { reverses: 't-2', at: at(3000) };
    expect(codes(ledger, move('r-1', barber, issuer, 10, reverses))).toEqual(['transfer/not-a-mirror']);
    expect(codes(ledger, move('r-1', wang, barber, 10, reverses))).toEqual(['transfer/not-a-mirror']);
    expect(codes(ledger, move('r-1', barber, wang, 10, { ...reverses, asset: 'point' }))).toContain('transfer/not-a-mirror');
    expect(codes(ledger, move('r-1', barber, wang, 10, { ...reverses, reverses: 't-0' }))).toEqual(['transfer/original-unknown']);
    const reversed = after(ledger, move('r-1', barber, wang, 10, reverses));
    const again = move('r-2', wang, barber, 10, { reverses: 'r-1', at: at(3000) });
    expect(codes(reversed, again)).toEqual(['transfer/original-is-reversal']);
  });

  it('L-09: a reversal of what is already spent is blocked', () => {
    const back = reversalOf(earned, { id: 'r-1', units: 3600, at: at(3000), effectiveAt: at(3000), why: earned.why });
    expect(codes(ledger, back)).toEqual(['account/below-floor']); // 3 600 back out of 1 800
  });
});

describe('a ledger is a value', () => {
  it('L-04: what grows out of it leaves it as it was, on both branches', () => {
    const left = after(ledger, move('t-3', issuer, wang, 100, { at: at(3000) }));
    const right = after(ledger, move('t-3', issuer, wang, 7, { at: at(3000) }));
    expect([ledger, left, right].map((value) => balance(value, wang, 'second'))).toEqual([1800, 1900, 1807]);
    expect([ledger, left, right].map(({ length }) => length)).toEqual([2, 3, 3]);
    expect(statement(ledger, wang).map(({ units }) => units)).toEqual([3600, -1800]);
    expect(readLedger(ledger).records).toEqual([earned, spent]);
    expect(readLedger(right).entries).toHaveLength(6);
    expect(readLedger(emptyLedger)).toEqual({ records: [], entries: [] });
  });

  it('an earlier ledger knows nothing of the ids and reversals of a later one', () => {
    const back = reversalOf(spent, { id: 'r-1', units: 1800, at: at(3000), effectiveAt: at(3000), why: spent.why });
    const later = after(ledger, back);
    expect(codes(later, back)).toEqual(['transfer/already-posted']);
    expect(codes(ledger, back)).toEqual([]);
    expect(codes(ledger, { ...back, id: 'r-2' })).toEqual([]);
  });

  it('L-15: it is rebuilt from its transfers, and a log that could not have been is a fault', () => {
    const stored = readLedger(ledger).records.map((transfer) => Transfer.parse(JSON.parse(JSON.stringify(transfer))));
    expect(readLedger(ledgerOf(stored))).toEqual(readLedger(ledger));
    expect(() => ledgerOf([spent, earned])).toThrowError(expect.objectContaining({ code: 'ledger/broken-log' }));
    expect(() => ledgerOf([earned, earned])).toThrowError(expect.objectContaining({ code: 'ledger/broken-log' }));
  });
});

describe('balance and statement', () => {
  // Recorded at 5 000 for a service of instant 500: by recorded time it comes last, by effective time first.
  const late = after(ledger, move('t-3', issuer, wang, 60, { at: at(5000), effectiveAt: at(500) }));

  it.each([
    [{ asOfRecorded: at(999) }, 0],
    [{ asOfRecorded: at(1000) }, 3600],
    [{ asOfRecorded: at(4999) }, 1800],
    [{ asOfRecorded: at(5000) }, 1860],
    [{ asOfEffective: at(499) }, 0],
    [{ asOfEffective: at(500) }, 60],
    [{ asOfEffective: at(1000) }, 3660],
    [{ asOfRecorded: at(2000), asOfEffective: at(500) }, 0],
    [{}, 1860],
  ])('L-10: %o', (asOf, units) => {
    expect(balance(late, wang, 'second', asOf)).toBe(units);
  });

  it('a statement shows each entry with the balance after it, the other side and why', () => {
    const [first, second] = statement(ledger, wang);
    const counted = { earnedUnits: 3600, receivedUnits: 3600, activeAt: 1000 };
    expect(first).toEqual({
      sequence: 1,
      account: wang,
      asset: 'second',
      units: 3600,
      balanceUnits: 3600,
      transfer: earned,
      ...counted,
    });
    expect(second).toMatchObject({ sequence: 2, units: -1800, balanceUnits: 1800, transfer: { to: barber } });
    expect(say(timebankTexts, first!.transfer.why[0]!, 'zh')).toBe('实际服务 3600');
  });

  it('a statement runs over both assets in recorded order', () => {
    const both = after(
      ledger,
      move('t-3', issuer, wang, 2, { asset: 'point', at: at(3000) }),
      move('t-4', issuer, wang, 9, { at: at(3000) }),
    );
    expect(statement(both, wang).map(({ asset, balanceUnits }) => [asset, balanceUnits])).toEqual([
      ['second', 3600],
      ['second', 1800],
      ['point', 2],
      ['second', 1809],
    ]);
  });
});
