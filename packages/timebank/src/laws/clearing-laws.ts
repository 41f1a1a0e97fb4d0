import type { Agreement } from '../ledger/clearing.ts';
import type { Law } from './law.ts';
import type { LedgerReading } from './reading.ts';

/** Two ledgers that clear with each other, under their communities' ids. */
export interface ClearingPair {
  readonly agreement: Agreement;
  readonly assets: readonly [string, string];
  readonly first: LedgerReading;
  readonly second: LedgerReading;
}

/** What holds of two communities at any moment between two acts. */
export const clearingLaws: readonly Law<ClearingPair>[] = [
  {
    id: 'L-14',
    says: 'What one community owes the other is what the other is owed, at the agreed rate: together they net to 0.',
    breach({ agreement, assets, first, second }) {
      const [one, other] = agreement.between;
      const ours = first.balance({ kind: 'partner', id: other }, assets[0]);
      const theirs = second.balance({ kind: 'partner', id: one }, assets[1]);
      const net = ours * agreement.num + theirs * agreement.den;
      return net === 0 ? undefined : `${one} has ${ours} for ${other}, which has ${theirs}`;
    },
  },
  {
    id: 'L-14',
    says: 'Every act of clearing or settlement stands in both ledgers under one reference, and what each moved is worth the same.',
    breach({ agreement, first, second }) {
      const ours = claimsBy(first);
      const theirs = claimsBy(second);
      for (const reference of new Set([...ours.keys(), ...theirs.keys()])) {
        const net = (ours.get(reference) ?? 0) * agreement.num + (theirs.get(reference) ?? 0) * agreement.den;
        if (net !== 0 || !ours.has(reference) || !theirs.has(reference)) return `${reference} does not stand in both ledgers`;
      }
      return undefined;
    },
  },
];

function claimsBy(reading: LedgerReading): ReadonlyMap<string, number> {
  const claims = new Map<string, number>();
  for (let sequence = 1; sequence <= reading.length; sequence += 1) {
    for (const { account, transfer, units } of reading.entriesOf(sequence)) {
      if (account.kind !== 'partner') continue;
      const { reference = transfer.id } = transfer;
      claims.set(reference, (claims.get(reference) ?? 0) + units);
    }
  }
  return claims;
}
