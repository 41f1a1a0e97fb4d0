import type { Asset } from '../pack/standard-fields.ts';
import type { Account, Transfer } from './transfer.ts';

/** One side of a transfer. `units` are negative where they leave; `balanceUnits` is what the account held right after. */
export interface Entry {
  /** The place of the transfer in the ledger, from 1. */
  readonly sequence: number;
  readonly account: Account;
  readonly asset: Asset;
  readonly units: number;
  readonly balanceUnits: number;
  readonly transfer: Transfer;
}

interface Log {
  readonly transfers: Transfer[];
  /** Two for each transfer: where it leaves, then where it enters. */
  readonly entries: Entry[];
  readonly sequences: Map<string, number>;
  readonly entriesOf: Map<string, Entry[]>;
  readonly reversalsOf: Map<string, Entry[]>;
}

/**
 * The transfers posted so far; a value that never changes. `length` is the sequence number of the last transfer.
 * What it holds is told by `balance`, `statement` and `readLedger`; `log` is the ledger's own affair.
 */
export interface Ledger {
  readonly length: number;
  readonly log: Log;
}

/** Everything a ledger says, as plain lists in recorded order. */
export interface LedgerView {
  readonly transfers: readonly Transfer[];
  readonly entries: readonly Entry[];
}

const emptyLog = (): Log => ({
  transfers: [],
  entries: [],
  sequences: new Map(),
  entriesOf: new Map(),
  reversalsOf: new Map(),
});

export const emptyLedger: Ledger = { length: 0, log: emptyLog() };

/** All of it; time and space grow with the ledger. */
export const readLedger = ({ length, log }: Ledger): LedgerView => ({
  transfers: log.transfers.slice(0, length),
  entries: log.entries.slice(0, 2 * length),
});

export function transferIn({ length, log }: Ledger, id: string): Transfer | undefined {
  const sequence = log.sequences.get(id);
  return sequence !== undefined && sequence <= length ? log.transfers[sequence - 1] : undefined;
}

export const lastTransferIn = ({ length, log }: Ledger): Transfer | undefined => log.transfers[length - 1];

/** The entries of one account, in recorded order. */
export const entriesIn = (ledger: Ledger, account: Account, asset: Asset): readonly Entry[] =>
  upTo(ledger, ledger.log.entriesOf.get(keyOf(account, asset)));

/** How much of a transfer was taken back so far. */
export const reversedUnitsIn = (ledger: Ledger, id: string): number =>
  upTo(ledger, ledger.log.reversalsOf.get(id)).reduce((sum, { units }) => sum + units, 0);

export const balanceIn = (ledger: Ledger, account: Account, asset: Asset): number =>
  ledger.log.entriesOf.get(keyOf(account, asset))?.findLast(({ sequence }) => sequence <= ledger.length)?.balanceUnits ?? 0;

/**
 * The ledger with one transfer more; the caller has checked it. Ledgers that grow out of each other share one log and see
 * their own part of it; only the longest may extend it in place, an earlier one first takes its own copy.
 */
export function append(ledger: Ledger, transfer: Transfer): Ledger {
  const isLongest = ledger.length > 0 && ledger.length === ledger.log.transfers.length;
  const log = isLongest ? ledger.log : emptyLog();
  if (!isLongest) for (const earlier of ledger.log.transfers.slice(0, ledger.length)) write(log, earlier);
  write(log, transfer);
  return { length: ledger.length + 1, log };
}

function write(log: Log, transfer: Transfer): void {
  const sequence = log.transfers.push(transfer);
  log.sequences.set(transfer.id, sequence);
  enter(log, sequence, transfer, transfer.from, -transfer.units);
  const entry = enter(log, sequence, transfer, transfer.to, transfer.units);
  if (transfer.reverses !== undefined) listAt(log.reversalsOf, transfer.reverses).push(entry);
}

function enter(log: Log, sequence: number, transfer: Transfer, account: Account, units: number): Entry {
  const { asset } = transfer;
  const entries = listAt(log.entriesOf, keyOf(account, asset));
  const entry = { sequence, account, asset, units, balanceUnits: (entries.at(-1)?.balanceUnits ?? 0) + units, transfer };
  entries.push(entry);
  log.entries.push(entry);
  return entry;
}

const upTo = ({ length }: Ledger, entries: readonly Entry[] = []): readonly Entry[] =>
  (entries.at(-1)?.sequence ?? 0) <= length ? entries : entries.filter(({ sequence }) => sequence <= length);

const keyOf = ({ kind, id }: Account, asset: Asset): string => `${asset} ${kind} ${id}`;

function listAt(lists: Map<string, Entry[]>, key: string): Entry[] {
  const list = lists.get(key) ?? [];
  lists.set(key, list);
  return list;
}
