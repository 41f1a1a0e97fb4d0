import { isSameAccount } from './account.ts';
import type { AccountPolicy } from './account-policy.ts';
import type { Findings } from './findings.ts';
import { holdIn, type Ledger } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

/** A hold ends once, within its units and its time; from its `until` on it only expires or is voided. */
export function checkHold(ledger: Ledger, record: LedgerRecord, _: AccountPolicy, { refusals }: Findings): void {
  if (!('holdId' in record) || record.holdId === undefined) return;
  const data = { holdId: record.holdId };
  const state = holdIn(ledger, record.holdId);
  if (state === undefined) {
    refusals.push({ code: 'hold/unknown', data });
    return;
  }
  const { hold, endedBy } = state;
  if (endedBy !== undefined) refusals.push({ code: 'hold/already-ended', data });
  const isDue = hold.until !== undefined && record.at >= hold.until;
  if ('kind' in record) {
    if (record.how === 'expire' && !isDue) refusals.push({ code: 'hold/not-due', data });
    return;
  }
  if (isDue) refusals.push({ code: 'hold/overdue', data });
  const isSame = isSameAccount(hold.from, record.from) && isSameAccount(hold.to, record.to) && hold.asset === record.asset;
  if (!isSame) refusals.push({ code: 'hold/other-accounts', data });
  if (record.units > hold.units) {
    refusals.push({ code: 'hold/too-much', data: { ...data, units: record.units, holdUnits: hold.units } });
  }
}
