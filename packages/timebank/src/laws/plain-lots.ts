import type { Entry } from '../ledger/ledger.ts';
import type { Lot } from '../ledger/lot.ts';

/** Lots worked out in the plainest way: always the oldest of a heap, looked for from end to end. For the laws. */
export interface PlainLots {
  lots: Lot[];
  debtUnits: number;
  readonly drawn: Map<number, Lot[]>;
}

export const noLots = (): PlainLots => ({ lots: [], debtUnits: 0, drawn: new Map() });

const isOlder = (a: Lot, b: Lot): boolean =>
  a.effectiveAt < b.effectiveAt || (a.effectiveAt === b.effectiveAt && a.sequence < b.sequence);

function oldest(lots: readonly Lot[], wanted: (lot: Lot) => boolean): number {
  let found = -1;
  for (let at = 0; at < lots.length; at += 1) {
    if (wanted(lots[at]!) && (found < 0 || isOlder(lots[at]!, lots[found]!))) found = at;
  }
  return found;
}

/** `undone` is the sequence of the transfer that a reversal takes back. */
export function addToLots(book: PlainLots, entry: Entry, undone: number | undefined): void {
  const { sequence, transfer } = entry;
  if (entry.units > 0) {
    const repaid = Math.min(entry.units, book.debtUnits);
    book.debtUnits -= repaid;
    let left = entry.units - repaid;
    for (const taken = book.drawn.get(undone ?? 0); left > 0 && taken !== undefined && taken.length > 0; ) {
      const lot = taken.pop()!;
      const units = Math.min(left, lot.units);
      if (units < lot.units) taken.push({ ...lot, units: lot.units - units });
      put(book, { ...lot, units });
      left -= units;
    }
    if (left > 0) put(book, { sequence, effectiveAt: transfer.effectiveAt, expiresAt: transfer.expiresAt ?? null, units: left });
    return;
  }
  let left = -entry.units;
  const draws: Lot[] = [];
  const take = (wanted: (lot: Lot) => boolean): void => {
    for (let at = oldest(book.lots, wanted); left > 0 && at >= 0; at = oldest(book.lots, wanted)) {
      const lot = book.lots[at]!;
      const units = Math.min(left, lot.units);
      draws.push({ ...lot, units });
      book.lots.splice(at, 1, ...(units < lot.units ? [{ ...lot, units: lot.units - units }] : []));
      left -= units;
    }
  };
  if (undone !== undefined) take((lot) => lot.sequence === undone);
  else if (transfer.purpose === 'expiry') take(({ expiresAt }) => expiresAt !== null && expiresAt <= transfer.at);
  take(() => true);
  book.debtUnits += left;
  if (undone === undefined) book.drawn.set(sequence, draws);
}

function put(book: PlainLots, lot: Lot): void {
  const at = book.lots.findIndex(({ sequence }) => sequence === lot.sequence);
  if (at < 0) book.lots.push(lot);
  else book.lots[at] = { ...lot, units: book.lots[at]!.units + lot.units };
}
