import { isSameAccount } from '../ledger/account.ts';
import type { Transfer } from '../ledger/transfer.ts';
import type { LedgerReading } from './reading.ts';

/** What one record moved on the account of the other community; above 0 it is owed to this one. */
export interface Leg {
  readonly reference: string;
  readonly asset: string;
  readonly units: number;
  readonly transfer: Transfer;
}

/** All that a ledger says of the other community, in order, as far as it was read. */
export interface Claims {
  readonly partnerId: string;
  readonly legs: Leg[];
  seen: number;
}

export const claimsOn = (partnerId: string): Claims => ({ partnerId, legs: [], seen: 0 });

/** Reads on to the end of the ledger. */
export function follow(claims: Claims, reading: LedgerReading): void {
  const partner = { kind: 'partner', id: claims.partnerId } as const;
  for (; claims.seen < reading.length; claims.seen += 1) {
    for (const { account, asset, units, transfer } of reading.entriesOf(claims.seen + 1)) {
      if (!isSameAccount(account, partner)) continue;
      claims.legs.push({ reference: transfer.reference ?? transfer.id, asset, units, transfer });
    }
  }
}

export const isSettlement = ({ transfer }: Leg): boolean => transfer.purpose === 'settlement';

/** The same act in the other ledger: the one's gain is the other's loss, under one reference and of one kind. */
export function twinOf(leg: Leg, { legs }: Claims): Leg | undefined {
  const isTakenBack = leg.transfer.reverses !== undefined;
  const twins = legs.filter(
    (one) =>
      !isSettlement(one) &&
      one.reference === leg.reference &&
      one.units > 0 !== leg.units > 0 &&
      (one.transfer.reverses !== undefined) === isTakenBack,
  );
  return twins.length === 1 ? twins[0] : undefined;
}
