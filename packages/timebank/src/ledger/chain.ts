import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from './canonical.ts';
import type { Ledger } from './ledger.ts';
import type { LedgerRecord } from './record.ts';

/** A record as it is kept for good: with its place and the hash that ties it to everything before. */
export interface SealedRecord {
  readonly sequence: number;
  readonly record: LedgerRecord;
  readonly hash: string;
}

/** Where a chain stands: the first record follows on `chainStart`. */
export interface ChainHead {
  readonly sequence: number;
  readonly hash: string;
}

export const chainStart: ChainHead = { sequence: 0, hash: '0'.repeat(64) };

/** SHA-256, in hex, of the canonical JSON of `[previous hash, sequence, record]`. */
export const hashAfter = (previous: string, sequence: number, record: LedgerRecord): string =>
  bytesToHex(sha256(utf8ToBytes(canonical([previous, sequence, record]))));

/** Hashes are a function of the records, so they are worked out when somebody wants them, each once. */
function hashesOf({ length, log }: Ledger): readonly string[] {
  const { hashes, records } = log;
  while (hashes.length < length) {
    const sequence = hashes.length + 1;
    hashes.push(hashAfter(hashes.at(-1) ?? chainStart.hash, sequence, records[sequence - 1]!));
  }
  return hashes;
}

/** The hash that stands for all of a ledger: somebody who wrote it down can tell later that nothing was changed. */
export const headOf = (ledger: Ledger): ChainHead =>
  ledger.length === 0 ? chainStart : { sequence: ledger.length, hash: hashesOf(ledger)[ledger.length - 1]! };

/** The records after `after` with their hashes, to be stored: all, or those posted since a sequence number. */
export function sealedRecords(ledger: Ledger, after = 0): readonly SealedRecord[] {
  const hashes = hashesOf(ledger);
  return ledger.log.records.slice(after, ledger.length).map((record, index) => {
    const sequence = after + index + 1;
    return { sequence, record, hash: hashes[sequence - 1]! };
  });
}

/** Where a stored chain is broken, or null: a record was changed, left out, added or moved, or `head` is another one. */
export function brokenAt(
  sealed: Iterable<SealedRecord>,
  from: ChainHead = chainStart,
  head?: ChainHead,
  hashOf: typeof hashAfter = hashAfter,
): number | null {
  let { sequence, hash } = from;
  for (const one of sealed) {
    sequence += 1;
    if (one.sequence !== sequence || one.hash !== hashOf(hash, sequence, one.record)) return sequence;
    hash = one.hash;
  }
  if (head === undefined) return null;
  return head.sequence === sequence && head.hash === hash ? null : sequence + 1;
}
