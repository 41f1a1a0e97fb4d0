import type { AccountPolicy } from './account-policy.ts';
import { checkBounds } from './check-bounds.ts';
import { checkExpiry } from './check-expiry.ts';
import { checkHold } from './check-hold.ts';
import { checkReversal } from './check-reversal.ts';
import { checkStatus } from './check-status.ts';
import type { Check, Findings } from './findings.ts';
import { isScaleSettled, type Ledger, lastRecordIn, scaleIn } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

function checkOrder(ledger: Ledger, record: LedgerRecord, _: AccountPolicy, { refusals }: Findings): void {
  const last = lastRecordIn(ledger);
  if (last !== undefined && record.at < last.at) refusals.push({ code: 'transfer/recorded-too-early' });
}

function checkAsset(ledger: Ledger, record: LedgerRecord, _: AccountPolicy, { refusals }: Findings): void {
  if (!('asset' in record)) return;
  const { asset } = record;
  if ('kind' in record && record.kind === 'asset') {
    if (isScaleSettled(ledger, asset)) refusals.push({ code: 'asset/already-declared', data: { asset } });
  } else if (scaleIn(ledger, asset) === undefined) refusals.push({ code: 'asset/undeclared', data: { asset } });
}

/** In the order in which refusals are told. */
export const checks = {
  order: checkOrder,
  asset: checkAsset,
  status: checkStatus,
  hold: checkHold,
  reversal: checkReversal,
  expiry: checkExpiry,
  bounds: checkBounds,
} as const satisfies Record<string, Check>;
