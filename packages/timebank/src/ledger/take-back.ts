import { accountKey } from './account.ts';
import { type Ledger, type Log, openBook } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

/**
 * Shortens the log to a ledger's own length. Only for records that nobody has seen yet: a chain of which a later
 * member was refused.
 */
export function takeBack({ length, log }: Ledger): void {
  while (log.records.length > length) removeLast(log);
  log.hashes.length = Math.min(log.hashes.length, length);
}

function removeLast(log: Log): void {
  const sequence = log.records.length;
  const record = log.records.pop()!;
  log.sequences.delete(record.id);
  while (log.entries.at(-1)?.sequence === sequence) {
    const { account, asset } = log.entries.pop()!;
    const book = openBook(log, account, asset);
    book.entries.pop();
    // What was worked out from entries that are gone is worked out again.
    book.lots = undefined;
    book.trees = undefined;
  }
  for (const [asset, { sequence: since }] of log.scales) if (since === sequence) log.scales.delete(asset);
  const holdId = holdIdOf(record);
  if (holdId !== undefined) {
    const state = log.holds.get(holdId)!;
    openBook(log, state.hold.from, state.hold.asset).held.pop();
    log.openHolds.delete(state);
    if (state.sequence === sequence) log.holds.delete(holdId);
    else {
      state.ended = undefined;
      log.openHolds.add(state);
    }
  }
  if ('kind' in record && record.kind === 'status') log.statuses.get(accountKey(record.account))!.pop();
  if (!('kind' in record) && record.reverses !== undefined) log.reversed.get(record.reverses)!.pop();
}

/** The hold that a record opens or ends. */
function holdIdOf(record: LedgerRecord): string | undefined {
  if (!('kind' in record)) return record.holdId;
  if (record.kind === 'hold') return record.id;
  return record.kind === 'hold-end' ? record.holdId : undefined;
}
