import { Instant } from '@linli/model';
import { Account } from '../../src/ledger/account.ts';
import { type AccountPolicy, plainPolicy } from '../../src/ledger/account-policy.ts';
import { emptyLedger, type Ledger } from '../../src/ledger/ledger.ts';
import type { Hold, LedgerRecord, StatusChange } from '../../src/ledger/record.ts';
import type { Transfer } from '../../src/ledger/transfer.ts';
import { post } from '../../src/post.ts';

export const account = (kind: Account['kind'], id: string): Account => Account.parse({ kind, id });
export const issuer = account('issuer', 'duowen');
export const pool = account('pool', 'duowen');
export const ann = account('person', 'p-ann');
export const bo = account('person', 'p-bo');
export const at = (value: number): Instant => Instant.parse(value);
export const why = [{ code: 'test/told' }];

export const move = (id: string, from: Account, to: Account, units: number, fields: Partial<Transfer> = {}): Transfer => ({
  ...{ id, from, to, asset: 'second', units, at: at(1000), effectiveAt: at(1000), why, packId: 'test', edition: 1 },
  ...fields,
});
export const hold = (id: string, from: Account, to: Account, units: number, fields: Partial<Hold> = {}): Hold => ({
  kind: 'hold',
  ...move(id, from, to, units),
  ...fields,
});
export const status = (id: string, whose: Account, status: StatusChange['status'], when = 1000): StatusChange => ({
  ...{ kind: 'status', id, account: whose, status, at: at(when), why },
});

export function after(ledger: Ledger, records: readonly LedgerRecord[], policy: AccountPolicy = plainPolicy): Ledger {
  return records.reduce((sofar, record) => {
    const decision = post(sofar, record, policy);
    if (!decision.ok) throw new Error(`${record.id}: ${decision.reasons.map(({ code }) => code).join()}`);
    return decision.value;
  }, ledger);
}
export const built = (...records: readonly LedgerRecord[]): Ledger => after(emptyLedger, records);
export const codes = (ledger: Ledger, record: LedgerRecord, policy?: AccountPolicy): readonly string[] =>
  post(ledger, record, policy).reasons.map(({ code }) => code);
