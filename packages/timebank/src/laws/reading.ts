import { type AsOf, balance } from '../balance.ts';
import type { Account } from '../ledger/account.ts';
import { hashAfter, type SealedRecord, sealedRecords } from '../ledger/chain.ts';
import { type Entry, knownCount, type Ledger, lastKnown } from '../ledger/ledger.ts';
import type { Lot } from '../ledger/lot.ts';
import { lotsOf } from '../ledger/lots.ts';
import type { LedgerRecord } from '../ledger/record.ts';

/** What the laws ask of a ledger, whoever made it. Sequence numbers count from 1. */
export interface LedgerReading {
  readonly length: number;
  record(sequence: number): LedgerRecord | undefined;
  /** Two for a transfer, none for anything else. */
  entriesOf(sequence: number): readonly Entry[];
  balance(account: Account, asset: string, asOf?: AsOf): number;
  lots(account: Account, asset: string): readonly Lot[];
  sealed(): readonly SealedRecord[];
  readonly hashAfter: (previous: string, sequence: number, record: LedgerRecord) => string;
}

/** This package's ledger, to be asked. */
export const readingOf = (ledger: Ledger): LedgerReading => ({
  length: ledger.length,
  record: (sequence) => (sequence <= ledger.length ? ledger.log.records[sequence - 1] : undefined),
  entriesOf: (sequence) => entriesAt(ledger, sequence),
  balance: (account, asset, asOf) => balance(ledger, account, asset, asOf),
  lots: (account, asset) => lotsOf(ledger, account, asset),
  sealed: () => sealedRecords(ledger),
  hashAfter,
});

function entriesAt({ log: { entries } }: Ledger, sequence: number): readonly Entry[] {
  if (lastKnown(entries, sequence)?.sequence !== sequence) return [];
  const end = knownCount(entries, sequence);
  let start = end;
  while (start > 0 && entries[start - 1]!.sequence === sequence) start -= 1;
  return entries.slice(start, end);
}
