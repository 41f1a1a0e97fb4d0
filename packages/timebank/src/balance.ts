import type { Instant, Span } from '@linli/model';
import type { Account } from './ledger/account.ts';
import type { AssetCode } from './ledger/asset.ts';
import { type Book, bookIn, type Entry, heldUnitsIn, knownCount, type Ledger, lastEntryIn } from './ledger/ledger.ts';
import { SumTree, type Weight } from './ledger/sum-tree.ts';

/** Up to and including these instants: what was recorded by then, what counts from then on or before. Both may be given. */
export interface AsOf {
  readonly asOfRecorded?: Instant;
  readonly asOfEffective?: Instant;
}

/**
 * What an account holds, in whole units; 0 for one that was never used. By recorded time a past balance never changes;
 * by effective time a late transfer changes it, and it may then have stood below its floor.
 */
export function balance(ledger: Ledger, account: Account, asset: AssetCode, asOf: AsOf = {}): number {
  const book = bookIn(ledger, account, asset);
  if (book === undefined) return 0;
  const count = countAsOf(ledger, book, asOf.asOfRecorded);
  if (asOf.asOfEffective === undefined) return count === 0 ? 0 : book.entries[count - 1]!.balanceUnits;
  return treeOf(book, 'units', ({ transfer, units }) => ({ at: transfer.effectiveAt, units })).sumUpTo(count, asOf.asOfEffective);
}

/** What may be spent: the balance less what is held. The floor of the account is not counted in. */
export const available = (ledger: Ledger, account: Account, asset: AssetCode): number =>
  (lastEntryIn(ledger, account, asset)?.balanceUnits ?? 0) - heldUnitsIn(ledger, account, asset);

/** What is set aside by holds that have not ended. */
export const held = (ledger: Ledger, account: Account, asset: AssetCode): number => heldUnitsIn(ledger, account, asset);

/**
 * All that was ever earned, spent or not, less what was taken back. By effective time: what was earned by services up to
 * then, where a reversal counts at the instant of its original.
 */
export function earned(ledger: Ledger, account: Account, asset: AssetCode, asOf: AsOf = {}): number {
  const book = bookIn(ledger, account, asset);
  if (book === undefined) return 0;
  const { entries } = book;
  const count = countAsOf(ledger, book, asOf.asOfRecorded);
  if (asOf.asOfEffective === undefined) return count === 0 ? 0 : entries[count - 1]!.earnedUnits;
  return earnedTree(ledger, book).sumUpTo(count, asOf.asOfEffective);
}

/**
 * What was earned by services of a span, whenever they were recorded: what a cap of a day or a month leaves room for is
 * the cap less this, in whatever order the services come in.
 */
export function earnedIn(ledger: Ledger, account: Account, asset: AssetCode, span: Span): number {
  const book = bookIn(ledger, account, asset);
  if (book === undefined) return 0;
  const count = knownCount(book.entries, ledger.length);
  const tree = earnedTree(ledger, book);
  return tree.sumUpTo(count, span.until - 1) - tree.sumUpTo(count, span.from - 1);
}

const earnedTree = ({ log }: Ledger, book: Book): SumTree =>
  treeOf(book, 'earned', ({ transfer, earnedUnits }, before) => {
    const { reverses } = transfer;
    const original = reverses === undefined ? transfer : log.records[log.sequences.get(reverses)! - 1];
    const at = original !== undefined && 'effectiveAt' in original ? original.effectiveAt : transfer.effectiveAt;
    return { at, units: earnedUnits - (before?.earnedUnits ?? 0) };
  });

/** How many entries were recorded by an instant: they come in the order of their recording. */
function countAsOf(ledger: Ledger, { entries }: Book, asOfRecorded: Instant | undefined): number {
  let low = 0;
  let high = knownCount(entries, ledger.length);
  if (asOfRecorded === undefined) return high;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (entries[middle]!.transfer.at <= asOfRecorded) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Sums by effective time, made when first asked for; it follows the book by itself. */
function treeOf(book: Book, name: string, weigh: (entry: Entry, before: Entry | undefined) => Weight): SumTree {
  const { entries } = book;
  book.trees ??= new Map();
  let tree = book.trees.get(name);
  if (tree === undefined) {
    tree = new SumTree(
      () => entries.length,
      (index) => weigh(entries[index]!, entries[index - 1]),
    );
    book.trees.set(name, tree);
  }
  return tree;
}
