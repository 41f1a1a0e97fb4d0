import type { Instant, Reason } from '@linli/model';
import { type Account, accountKey, isSameAccount } from './account.ts';
import { boundsOf, hardFloorUnits } from './account-limit.ts';
import { type AccountPolicy, plainPolicy } from './account-policy.ts';
import type { AssetCode } from './asset.ts';
import { heldUnitsIn, type Ledger, lastEntryIn } from './ledger.ts';
import { expiredUnitsIn, isExpired, lotsOf } from './lots.ts';
import { occasion } from './occasion.ts';
import type { Transfer } from './transfer.ts';

export interface Expiring {
  readonly at: Instant;
  /** A pool, or the issuer where nobody has it. */
  readonly to: Account;
  readonly why: readonly Reason[];
  readonly packId: string;
  readonly edition: number;
  readonly policy?: AccountPolicy;
}

/**
 * The transfers that take what had its time by `at`, one for each account that has any, in the order of the accounts.
 * What a hold has set aside is left for the next time, and what lies in `to` stays there. The same ledger at the same
 * instant gives the same ids; what expired, came back and expires again at that instant has another id.
 */
export function expiryTransfers(
  ledger: Ledger,
  accounts: readonly Account[],
  asset: AssetCode,
  how: Expiring,
): readonly Transfer[] {
  const named = new Map<string, Transfer>();
  for (const account of new Map(accounts.map((one) => [accountKey(one), one])).values()) {
    const units = mayExpire(ledger, account, asset, how);
    if (units === 0) continue;
    const transfer = expiryOf(ledger, account, asset, units, how, (id) => named.has(id));
    named.set(transfer.id, transfer);
  }
  return [...named.values()];
}

/**
 * A year's end with a carry-over: what had its time goes, and of that up to `mostUnits` comes back with a new date. To be
 * posted together by `postAll`.
 */
export function carryOverTransfers(
  ledger: Ledger,
  account: Account,
  asset: AssetCode,
  how: Expiring & { readonly mostUnits: number; readonly expiresAt: Instant },
): readonly Transfer[] {
  const units = mayExpire(ledger, account, asset, how);
  if (units === 0) return [];
  const out = expiryOf(ledger, account, asset, units, how);
  const kept = Math.min(units, how.mostUnits);
  if (kept === 0) return [out];
  const { at, why, packId, edition, to: from, expiresAt } = how;
  const back: Transfer = {
    ...{ id: `${out.id}-carried`, at, effectiveAt: at, why, packId, edition },
    ...{ from, to: account, asset, units: kept, purpose: 'carry-over', expiresAt },
  };
  return [out, back];
}

/** Lots whose time comes after `after` and not after `until`: what holders should be told of in time. */
export const expiringUnits = (ledger: Ledger, account: Account, asset: AssetCode, after: Instant, until: Instant): number =>
  lotsOf(ledger, account, asset)
    .filter((lot) => isExpired(lot, until) && !isExpired(lot, after))
    .reduce((sum, { units }) => sum + units, 0);

function mayExpire(ledger: Ledger, account: Account, asset: AssetCode, { at, to, policy = plainPolicy }: Expiring): number {
  if (isSameAccount(account, to)) return 0;
  const last = lastEntryIn(ledger, account, asset);
  if (last === undefined) return 0;
  const floor = hardFloorUnits(boundsOf(policy, account, asset), last.receivedUnits);
  const free = last.balanceUnits - heldUnitsIn(ledger, account, asset) - floor;
  return Math.max(0, Math.min(free, expiredUnitsIn(ledger, account, asset, at)));
}

function expiryOf(
  ledger: Ledger,
  account: Account,
  asset: AssetCode,
  units: number,
  { at, to, why, packId, edition }: Expiring,
  isTaken?: (id: string) => boolean,
): Transfer {
  const id = occasion(ledger, `expiry-${account.kind}-${account.id}-${asset}-${at}`, isTaken);
  const common = { id, at, effectiveAt: at, why, packId, edition, purpose: 'expiry' as const };
  return { ...common, from: account, to, asset, units };
}
