import type { Transfer } from './ledger/transfer.ts';

/** The transfer that takes `units` of `original` back, under its standard. `post` refuses it once the original is used up. */
export const reversalOf = (original: Transfer, how: Pick<Transfer, 'id' | 'units' | 'at' | 'effectiveAt' | 'why'>): Transfer => ({
  id: how.id,
  from: original.to,
  to: original.from,
  asset: original.asset,
  units: how.units,
  at: how.at,
  effectiveAt: how.effectiveAt,
  why: how.why,
  packId: original.packId,
  edition: original.edition,
  reverses: original.id,
});
