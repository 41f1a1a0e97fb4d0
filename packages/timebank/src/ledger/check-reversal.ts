import { isSameAccount } from './account.ts';
import type { AccountPolicy } from './account-policy.ts';
import type { Findings } from './findings.ts';
import { type Ledger, recordIn, reversedUnitsIn } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

const dayMs = 86_400_000;

/** A reversal mirrors a transfer, in time, and together with those before it takes back no more than there was. */
export function checkReversal(ledger: Ledger, record: LedgerRecord, policy: AccountPolicy, { refusals }: Findings): void {
  if ('kind' in record || record.reverses === undefined) return;
  const data = { transferId: record.reverses };
  const original = recordIn(ledger, record.reverses);
  if (original === undefined || 'kind' in original) {
    refusals.push({ code: 'transfer/original-unknown', data });
    return;
  }
  if (original.reverses !== undefined) {
    refusals.push({ code: 'transfer/original-is-reversal', data });
    return;
  }
  const isMirror =
    original.asset === record.asset && isSameAccount(original.from, record.to) && isSameAccount(original.to, record.from);
  if (!isMirror) {
    refusals.push({ code: 'transfer/not-a-mirror', data });
    return;
  }
  const { withinDays } = policy.reversal;
  if (withinDays !== null && record.at - original.at > withinDays * dayMs) {
    refusals.push({ code: 'transfer/reversed-too-late', data: { ...data, withinDays } });
  }
  const units = reversedUnitsIn(ledger, original.id) + record.units;
  if (units > original.units) {
    refusals.push({ code: 'transfer/reversed-too-much', data: { ...data, units, originalUnits: original.units } });
  }
}
