import type { AccountPolicy } from './account-policy.ts';
import type { Findings } from './findings.ts';
import type { Ledger } from './ledger.ts';
import { expiredUnitsIn } from './lots.ts';
import type { LedgerRecord } from './record.ts';

/** Nothing expires before its time: an expiry takes only what is left of lots whose `expiresAt` has come. */
export function checkExpiry(ledger: Ledger, record: LedgerRecord, _: AccountPolicy, { refusals }: Findings): void {
  if ('kind' in record || record.purpose !== 'expiry' || record.reverses !== undefined) return;
  const expiredUnits = expiredUnitsIn(ledger, record.from, record.asset, record.at);
  if (record.units > expiredUnits) refusals.push({ code: 'expiry/not-due', data: { units: record.units, expiredUnits } });
}
