import type { Account } from './ledger/account.ts';
import type { AssetCode } from './ledger/asset.ts';
import { bookIn, type Entry, knownCount, type Ledger } from './ledger/ledger.ts';

/** A part of a statement. `after` and `before` are sequence numbers, exclusive; `limit` counts entries. */
export interface PageQuery {
  readonly asset: AssetCode;
  readonly after?: number;
  readonly before?: number;
  readonly limit: number;
  /** With `latest`, the last entries that fit instead of the first; still in recorded order. */
  readonly from?: 'earliest' | 'latest';
}

/** Entries in recorded order, and how many there are in the whole statement. */
export interface StatementPage {
  readonly entries: readonly Entry[];
  readonly totalCount: number;
  /** Whether the query would have gone on. */
  readonly hasMore: boolean;
}

/** Every entry of an account in recorded order, over all assets: the other side and the reasons are in its transfer. */
export function statement(ledger: Ledger, account: Account): readonly Entry[] {
  const lists = assetsIn(ledger).flatMap((asset) => {
    const entries = bookIn(ledger, account, asset)?.entries ?? [];
    const count = knownCount(entries, ledger.length);
    return count === 0 ? [] : [count === entries.length ? entries : entries.slice(0, count)];
  });
  if (lists.length === 1) return lists[0]!.slice();
  return lists.flat().sort((a, b) => a.sequence - b.sequence);
}

/** One page of an account in one asset. Found by halves: the time does not grow with the statement but with the page. */
export function statementPage(ledger: Ledger, account: Account, query: PageQuery): StatementPage {
  const entries = bookIn(ledger, account, query.asset)?.entries ?? [];
  const totalCount = knownCount(entries, ledger.length);
  const first = query.after === undefined ? 0 : Math.min(totalCount, knownCount(entries, query.after));
  const last = query.before === undefined ? totalCount : Math.min(totalCount, knownCount(entries, query.before - 1));
  const count = Math.max(0, Math.min(query.limit, last - first));
  const start = query.from === 'latest' ? last - count : first;
  return { entries: entries.slice(start, start + count), totalCount, hasMore: count < last - first };
}

/** The assets something was ever moved or declared in, in the order of their first use. */
const assetsIn = ({ length, log }: Ledger): readonly AssetCode[] =>
  [...log.scales].filter(([, { sequence }]) => sequence <= length).map(([asset]) => asset);
