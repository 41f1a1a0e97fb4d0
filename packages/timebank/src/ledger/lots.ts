import type { Account } from './account.ts';
import type { AssetCode } from './asset.ts';
import { bookIn, type Entry, knownCount, type Ledger } from './ledger.ts';
import type { Lot, LotBook } from './lot.ts';

/** Which lot goes first. Another order is passed by tests that plant a bug. */
export type LotOrder = (a: Lot, b: Lot) => number;
export const oldestFirst: LotOrder = (a, b) => a.effectiveAt - b.effectiveAt || a.sequence - b.sequence;

/**
 * What is left of what came in, oldest first by the instant it counts from. Spending takes the oldest; an expiry the oldest
 * expired; a reversal gives back the very lots that were taken, with their old dates, or takes back the very lot it undoes.
 */
export const lotsOf = (ledger: Ledger, account: Account, asset: AssetCode): readonly Lot[] =>
  lotBookOf(ledger, account, asset)?.lots ?? [];

/** How many units had their time: what is left of lots that expired at `at` or before. */
export const expiredUnitsIn = (ledger: Ledger, account: Account, asset: AssetCode, at: number): number =>
  lotsOf(ledger, account, asset).reduce((sum, lot) => sum + (isExpired(lot, at) ? lot.units : 0), 0);

export const isExpired = ({ expiresAt }: Lot, at: number): boolean => expiresAt !== null && expiresAt <= at;

/** Worked out when asked for, and from there on with each further entry; an earlier version works from the beginning. */
function lotBookOf(ledger: Ledger, account: Account, asset: AssetCode): LotBook | undefined {
  const book = bookIn(ledger, account, asset);
  if (book === undefined) return undefined;
  const count = knownCount(book.entries, ledger.length);
  if (book.lots !== undefined && book.lots.entryCount <= count) return follow(book.lots, book.entries, count, ledger);
  const fresh = follow(emptyLots(), book.entries, count, ledger);
  if (count === book.entries.length) book.lots = fresh;
  return fresh;
}

export const emptyLots = (): LotBook => ({ entryCount: 0, lots: [], debtUnits: 0, drawn: new Map() });

function follow(lots: LotBook, entries: readonly Entry[], count: number, { log }: Ledger): LotBook {
  while (lots.entryCount < count) foldEntry(lots, entries[lots.entryCount]!, (id) => log.sequences.get(id));
  return lots;
}

/** One entry more. `sequenceOf` finds the transfer that a reversal names. */
export function foldEntry(
  book: LotBook,
  entry: Entry,
  sequenceOf: (id: string) => number | undefined,
  order: LotOrder = oldestFirst,
): void {
  const { transfer, units } = entry;
  const undone = transfer.reverses === undefined ? undefined : sequenceOf(transfer.reverses);
  if (units > 0) receive(book, entry, undone, order);
  else give(book, entry, undone);
  book.entryCount += 1;
}

function receive(book: LotBook, { sequence, units, transfer }: Entry, undone: number | undefined, order: LotOrder): void {
  const repaid = Math.min(units, book.debtUnits);
  book.debtUnits -= repaid;
  let left = units - repaid;
  const drawn = undone === undefined ? undefined : book.drawn.get(undone);
  while (left > 0 && drawn !== undefined && drawn.length > 0) {
    const last = drawn.pop()!;
    const back = Math.min(left, last.units);
    if (back < last.units) drawn.push({ ...last, units: last.units - back });
    insert(book.lots, { ...last, units: back }, order);
    left -= back;
  }
  if (left === 0) return;
  insert(book.lots, { sequence, effectiveAt: transfer.effectiveAt, expiresAt: transfer.expiresAt ?? null, units: left }, order);
}

function give(book: LotBook, { sequence, units, transfer }: Entry, undone: number | undefined): void {
  const draws: Lot[] = [];
  let left = -units;
  const draw = (wanted: (lot: Lot) => boolean): void => {
    for (let at = 0; at < book.lots.length && left > 0; ) {
      const lot = book.lots[at]!;
      if (!wanted(lot)) {
        at += 1;
        continue;
      }
      const taken = Math.min(left, lot.units);
      left -= taken;
      draws.push({ ...lot, units: taken });
      if (taken === lot.units) book.lots.splice(at, 1);
      else book.lots[at] = { ...lot, units: lot.units - taken };
    }
  };
  if (undone !== undefined) draw((lot) => lot.sequence === undone);
  if (transfer.purpose === 'expiry' && undone === undefined) draw((lot) => isExpired(lot, transfer.at));
  draw(() => true);
  book.debtUnits += left;
  if (transfer.reverses === undefined && draws.length > 0) book.drawn.set(sequence, draws);
}

/** Nearly always at the end. Two parts of one lot become one again. */
function insert(lots: Lot[], lot: Lot, order: LotOrder): void {
  let at = lots.length;
  while (at > 0 && order(lots[at - 1]!, lot) > 0) at -= 1;
  const same = lots[at - 1];
  if (same !== undefined && same.sequence === lot.sequence) lots[at - 1] = { ...same, units: same.units + lot.units };
  else lots.splice(at, 0, lot);
}
