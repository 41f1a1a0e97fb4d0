import { type Account, type AccountKind, accountKey } from './account.ts';
import { type AssetCode, builtInScales } from './asset.ts';
import type { LotBook } from './lot.ts';
import type { Hold, HoldEnd, LedgerRecord, StatusChange } from './record.ts';
import type { SumTree } from './sum-tree.ts';
import type { Transfer } from './transfer.ts';

/** One side of a transfer. `units` are negative where they leave; the other units are what stood right after. */
export interface Entry {
  /** The place of the transfer in the ledger, from 1. */
  readonly sequence: number;
  readonly account: Account;
  readonly asset: AssetCode;
  readonly units: number;
  readonly balanceUnits: number;
  /** All that was ever earned, less what was taken back; spent or not. */
  readonly earnedUnits: number;
  /** All payments ever received, less what was taken back. */
  readonly receivedUnits: number;
  /** When the holder last did something that counts as activity; null before the first time. */
  readonly activeAt: number | null;
  readonly transfer: Transfer;
}

/** One fact with its place in the log: later versions of the ledger know it, earlier ones do not. */
export interface Dated {
  readonly sequence: number;
}
export interface HeldUnits extends Dated {
  readonly units: number;
}

/** An account in one asset. Lists only grow; what is kept beside them is worked out again when it is missing. */
export interface Book {
  readonly account: Account;
  readonly asset: AssetCode;
  readonly entries: Entry[];
  /** Units set aside by holds, after each change. */
  readonly held: HeldUnits[];
  lots: LotBook | undefined;
  trees: Map<string, SumTree> | undefined;
}

export interface HoldState extends Dated {
  readonly hold: Hold;
  /** Set once: the record that ended it. */
  ended: (Dated & { readonly by: Transfer | HoldEnd }) | undefined;
}

export interface Log {
  readonly records: LedgerRecord[];
  /** Two for each transfer: where it leaves, then where it enters. */
  readonly entries: Entry[];
  readonly sequences: Map<string, number>;
  /** By asset, then kind, then id. */
  readonly books: Map<AssetCode, Map<AccountKind, Map<string, Book>>>;
  readonly holds: Map<string, HoldState>;
  /** Those of the longest version that have not ended. */
  readonly openHolds: Set<HoldState>;
  readonly statuses: Map<string, (Dated & { readonly change: StatusChange })[]>;
  readonly scales: Map<AssetCode, Dated & { readonly scale: number }>;
  readonly reversed: Map<string, HeldUnits[]>;
  /** Of the records from the first on, as far as somebody asked. */
  readonly hashes: string[];
}

/**
 * The records posted so far; a value that never changes. `length` is the sequence number of the last record.
 * What it holds is told by `balance`, `statement` and `readLedger`; `log` is the ledger's own affair.
 *
 * Ledgers that grow out of each other share one log, and each sees its own part of it. Anybody may keep and read any
 * version. Posting to the longest one takes the same time however long it is; posting to an earlier one first copies
 * its part, which takes as long as that part is. To ask without posting there is `check`.
 */
export interface Ledger {
  readonly length: number;
  readonly log: Log;
}

/** Everything a ledger says, as plain lists in recorded order. */
export interface LedgerView {
  readonly records: readonly LedgerRecord[];
  readonly entries: readonly Entry[];
}

export const emptyLog = (): Log => ({
  records: [],
  entries: [],
  sequences: new Map(),
  books: new Map(),
  holds: new Map(),
  openHolds: new Set(),
  statuses: new Map(),
  scales: new Map(),
  reversed: new Map(),
  hashes: [],
});

export const emptyLedger: Ledger = { length: 0, log: emptyLog() };

/** All of it; time and space grow with the ledger. */
export const readLedger = ({ length, log }: Ledger): LedgerView => ({
  records: log.records.slice(0, length),
  entries: log.entries.slice(0, knownCount(log.entries, length)),
});

export const isLongest = ({ length, log }: Ledger): boolean => length === log.records.length;

/** The last fact this version knows. In the longest version that is the last one there is. */
export function lastKnown<Fact extends Dated>(list: readonly Fact[] | undefined, length: number): Fact | undefined {
  if (list === undefined) return undefined;
  const last = list[list.length - 1];
  if (last === undefined || last.sequence <= length) return last;
  return list[knownCount(list, length) - 1];
}

/** How many facts of a growing list this version knows. */
export function knownCount(list: readonly Dated[], length: number): number {
  let low = 0;
  let high = list.length;
  if (high === 0 || list[high - 1]!.sequence <= length) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (list[middle]!.sequence <= length) low = middle + 1;
    else high = middle;
  }
  return low;
}

export const bookIn = ({ log }: Ledger, { kind, id }: Account, asset: AssetCode): Book | undefined =>
  log.books.get(asset)?.get(kind)?.get(id);

/** The book to write into, made when it is missing. */
export function openBook(log: Log, account: Account, asset: AssetCode): Book {
  const books = mapAt(mapAt(log.books, asset), account.kind);
  let book = books.get(account.id);
  if (book === undefined) {
    book = { account, asset, entries: [], held: [], lots: undefined, trees: undefined };
    books.set(account.id, book);
  }
  return book;
}

function mapAt<Key, Inner, Value>(maps: Map<Key, Map<Inner, Value>>, key: Key): Map<Inner, Value> {
  let map = maps.get(key);
  if (map === undefined) {
    map = new Map();
    maps.set(key, map);
  }
  return map;
}

export const lastEntryIn = (ledger: Ledger, account: Account, asset: AssetCode): Entry | undefined =>
  lastKnown(bookIn(ledger, account, asset)?.entries, ledger.length);

export const heldUnitsIn = (ledger: Ledger, account: Account, asset: AssetCode): number =>
  lastKnown(bookIn(ledger, account, asset)?.held, ledger.length)?.units ?? 0;

export function recordIn({ length, log }: Ledger, id: string): LedgerRecord | undefined {
  const sequence = log.sequences.get(id);
  return sequence !== undefined && sequence <= length ? log.records[sequence - 1] : undefined;
}

export const lastRecordIn = ({ length, log }: Ledger): LedgerRecord | undefined => log.records[length - 1];

export const reversedUnitsIn = ({ length, log }: Ledger, id: string): number =>
  lastKnown(log.reversed.get(id), length)?.units ?? 0;

export const statusIn = ({ length, log }: Ledger, account: Account): StatusChange['status'] =>
  log.statuses.size === 0 ? 'open' : (lastKnown(log.statuses.get(accountKey(account)), length)?.change.status ?? 'open');

/** A hold with what ended it, as far as this version knows. */
export function holdIn(
  { length, log }: Ledger,
  id: string,
): { readonly hold: Hold; readonly endedBy: Transfer | HoldEnd | undefined } | undefined {
  const state = log.holds.get(id);
  if (state === undefined || state.sequence > length) return undefined;
  const { hold, ended } = state;
  return { hold, endedBy: ended !== undefined && ended.sequence <= length ? ended.by : undefined };
}

/** The units people call one; undefined for an asset that is neither built in nor declared. */
export function scaleIn({ length, log }: Ledger, asset: AssetCode): number | undefined {
  const known = log.scales.get(asset);
  return known !== undefined && known.sequence <= length ? known.scale : builtInScales.get(asset);
}

/** Whether the scale of an asset is settled: it was declared, or something was moved in it. */
export function isScaleSettled({ length, log }: Ledger, asset: AssetCode): boolean {
  const known = log.scales.get(asset);
  return known !== undefined && known.sequence <= length;
}
