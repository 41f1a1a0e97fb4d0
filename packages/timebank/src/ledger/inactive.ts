import type { Instant } from '@linli/model';
import { type Account, accountKey } from './account.ts';
import { bookIn, type Ledger, lastKnown, statusIn } from './ledger.ts';

/** An account nobody used for a while. `lastActiveAt` is null for one that was never used. */
export interface InactiveAccount {
  readonly account: Account;
  readonly lastActiveAt: Instant | null;
}

/**
 * When the holder last gave, earned, spent or donated, by the instant it counts from. A grant, an expiry or a reversal is
 * nobody's doing, and a balance of 0 says nothing either way.
 */
export function lastActiveAt(ledger: Ledger, account: Account): Instant | null {
  let last: number | null = null;
  for (const asset of ledger.log.scales.keys()) {
    const at = lastKnown(bookIn(ledger, account, asset)?.entries, ledger.length)?.activeAt ?? null;
    if (at !== null && (last === null || at > last)) last = at;
  }
  return last as Instant | null;
}

/**
 * Candidates for R-25: those of `accounts` without an act at or after `since` that are not closed. Whoever joined later
 * than that is not asked about; the caller knows who joined when. A list for somebody to decide, longest idle first.
 */
export const inactiveAccounts = (ledger: Ledger, accounts: readonly Account[], since: Instant): readonly InactiveAccount[] =>
  accounts
    .filter((account) => statusIn(ledger, account) !== 'closed')
    .map((account) => ({ account, lastActiveAt: lastActiveAt(ledger, account) }))
    .filter(({ lastActiveAt: last }) => last === null || last < since)
    .sort(
      (a, b) =>
        (a.lastActiveAt ?? -Infinity) - (b.lastActiveAt ?? -Infinity) || (accountKey(a.account) < accountKey(b.account) ? -1 : 1),
    );
