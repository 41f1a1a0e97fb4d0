import type { Account } from './account.ts';
import type { AssetCode } from './asset.ts';
import { bookIn, type Entry, knownCount, type Ledger } from './ledger.ts';
import type { Lot, LotBook } from './lot.ts';

/** Which lot goes first. Another order is passed by tests that plant a bug. */
export type LotOrder = (a: Lot, b: Lot) => number;
export const oldestFirst: LotOrder = (a, b) => a.effectiveAt - b.effectiveAt || a.sequence - b.sequence;

/**
 * What is left of what came in, oldest first by the instant it counts from. Spending takes the oldest; an expiry the oldest
 * expired; a reversal gives back the very lots that were taken, with their old dates, or takes back the very lot it undoes:
 * what was spent of that lot is then spent of others.
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

export const emptyLots = (): LotBook => ({ entryCount: 0, lots: [], drawn: new Map(), owed: new Map() });

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
  const { transfer, units, sequence } = entry;
  const undone = transfer.reverses === undefined ? undefined : sequenceOf(transfer.reverses);
  if (units > 0) {
    if (undone === undefined) {
      const { effectiveAt, expiresAt = null } = transfer;
      receive(book, { sequence, effectiveAt, expiresAt, units }, order);
    } else giveBack(book, undone, units, order);
  } else if (undone === undefined) take(book, sequence, -units, transfer.purpose === 'expiry' ? transfer.at : undefined);
  else withdraw(book, undone, -units);
  book.entryCount += 1;
}

/** A lot comes in: what is owed is covered first. */
function receive(book: LotBook, lot: Lot, order: LotOrder): void {
  let left = lot.units;
  for (const [sequence, units] of book.owed) {
    if (left === 0) break;
    const covered = Math.min(left, units);
    owe(book, sequence, -covered);
    draw(book, sequence, { ...lot, units: covered });
    left -= covered;
  }
  if (left > 0) insert(book.lots, { ...lot, units: left }, order);
}

/** A transfer takes the oldest lots, an expiry the oldest that expired first; it owes what is not there. */
function take(book: LotBook, sequence: number, units: number, expiredAt?: number): void {
  let left = units;
  const takeFrom = (wanted: (lot: Lot) => boolean): void => {
    for (let at = 0; at < book.lots.length && left > 0; ) {
      const lot = book.lots[at]!;
      if (!wanted(lot)) {
        at += 1;
        continue;
      }
      const taken = Math.min(left, lot.units);
      left -= taken;
      draw(book, sequence, { ...lot, units: taken });
      if (taken === lot.units) book.lots.splice(at, 1);
      else book.lots[at] = { ...lot, units: lot.units - taken };
    }
  };
  if (expiredAt !== undefined) takeFrom((lot) => isExpired(lot, expiredAt));
  takeFrom(() => true);
  if (left > 0) owe(book, sequence, left);
}

/** What a transfer took comes back: first it owes less, then the last lot it drew is the first to be there again. */
function giveBack(book: LotBook, undone: number, units: number, order: LotOrder): void {
  const forgiven = Math.min(units, book.owed.get(undone) ?? 0);
  owe(book, undone, -forgiven);
  const drawn = book.drawn.get(undone) ?? [];
  // `judge` lets nobody give back more than was taken; a ledger that does is still there to be looked at.
  for (let left = units - forgiven; left > 0 && drawn.length > 0; ) {
    const last = drawn.pop()!;
    const back = Math.min(left, last.units);
    if (back < last.units) drawn.push({ ...last, units: last.units - back });
    left -= back;
    receive(book, { ...last, units: back }, order);
  }
  if (drawn.length === 0) book.drawn.delete(undone);
}

/** Units that came in are taken back: of their own lot, and where that was spent, the first to spend it takes others instead. */
function withdraw(book: LotBook, undone: number, units: number): void {
  let left = units;
  const at = placeOf(book.lots, undone);
  const lot = book.lots[at];
  if (lot !== undefined) {
    const taken = Math.min(left, lot.units);
    left -= taken;
    book.lots.splice(at, 1, ...(taken < lot.units ? [{ ...lot, units: lot.units - taken }] : []));
  }
  if (left === 0) return;
  for (const [spender, drawn] of [...book.drawn].sort(([a], [b]) => a - b)) {
    let gone = 0;
    for (let place = placeOf(drawn, undone); place >= 0 && left > gone; place = placeOf(drawn, undone)) {
      const spent = drawn[place]!;
      const taken = Math.min(left - gone, spent.units);
      drawn.splice(place, 1, ...(taken < spent.units ? [{ ...spent, units: spent.units - taken }] : []));
      gone += taken;
    }
    if (gone > 0) take(book, spender, gone);
    left -= gone;
    if (left === 0) return;
  }
}

const placeOf = (lots: readonly Lot[], wanted: number): number => lots.findIndex(({ sequence }) => sequence === wanted);

function owe(book: LotBook, sequence: number, units: number): void {
  const sum = (book.owed.get(sequence) ?? 0) + units;
  if (sum === 0) book.owed.delete(sequence);
  else book.owed.set(sequence, sum);
}

/** Parts of one lot that are taken one after the other are one. */
function draw(book: LotBook, sequence: number, lot: Lot): void {
  const drawn = book.drawn.get(sequence);
  const last = drawn?.at(-1);
  if (drawn === undefined) book.drawn.set(sequence, [lot]);
  else if (last?.sequence === lot.sequence) drawn[drawn.length - 1] = { ...last, units: last.units + lot.units };
  else drawn.push(lot);
}

/** Nearly always at the end. Two parts of one lot become one again. */
function insert(lots: Lot[], lot: Lot, order: LotOrder): void {
  let at = lots.length;
  while (at > 0 && order(lots[at - 1]!, lot) > 0) at -= 1;
  const same = lots[at - 1];
  if (same !== undefined && same.sequence === lot.sequence) lots[at - 1] = { ...same, units: same.units + lot.units };
  else lots.splice(at, 0, lot);
}
