import { type Entry, entriesIn, type Ledger } from './ledger/ledger.ts';
import type { Account } from './ledger/transfer.ts';
import { Asset } from './pack/standard-fields.ts';

/** Every entry of an account in recorded order, over all assets: the other side and the reasons are in its transfer. */
export const statement = (ledger: Ledger, account: Account): readonly Entry[] =>
  Asset.options.flatMap((asset) => entriesIn(ledger, account, asset)).sort((a, b) => a.sequence - b.sequence);
