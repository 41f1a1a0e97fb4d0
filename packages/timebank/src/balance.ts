import type { Instant } from '@linli/model';
import { balanceIn, entriesIn, type Ledger } from './ledger/ledger.ts';
import type { Account } from './ledger/transfer.ts';
import type { Asset } from './pack/standard-fields.ts';

/** Up to and including these instants: what was recorded by then, what counts from then on or before. Both may be given. */
export interface AsOf {
  readonly asOfRecorded?: Instant;
  readonly asOfEffective?: Instant;
}

/**
 * What an account holds, in whole units; 0 for one that was never used. By recorded time a past balance never changes;
 * by effective time a late transfer changes it, and it may then have stood below its floor.
 */
export function balance(ledger: Ledger, account: Account, asset: Asset, asOf: AsOf = {}): number {
  const { asOfRecorded, asOfEffective } = asOf;
  if (asOfRecorded === undefined && asOfEffective === undefined) return balanceIn(ledger, account, asset);
  return entriesIn(ledger, account, asset)
    .filter(({ transfer }) => asOfRecorded === undefined || transfer.at <= asOfRecorded)
    .filter(({ transfer }) => asOfEffective === undefined || transfer.effectiveAt <= asOfEffective)
    .reduce((sum, { units }) => sum + units, 0);
}
