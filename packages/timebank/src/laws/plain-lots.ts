import type { Entry } from '../ledger/ledger.ts';
import type { Lot } from '../ledger/lot.ts';

/** Lots worked out in the plainest way: always the oldest of a heap, looked for from end to end. For the laws. */
export interface PlainLots {
  /** In no order. */
  readonly lots: Lot[];
  /** What transfers took, by their sequence: of a lot, or of nothing, which is owed. In the order in which it was taken. */
  readonly taken: Taken[];
}

export interface Taken {
  readonly by: number;
  readonly lot: Lot | null;
  readonly units: number;
}

export const noLots = (): PlainLots => ({ lots: [], taken: [] });

export const debtUnits = ({ taken }: PlainLots): number =>
  taken.reduce((sum, { lot, units }) => sum + (lot === null ? units : 0), 0);

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
export function addToLots(book: PlainLots, { sequence, transfer, units }: Entry, undone: number | undefined): void {
  if (units > 0 && undone === undefined) {
    comeIn(book, { sequence, effectiveAt: transfer.effectiveAt, expiresAt: transfer.expiresAt ?? null, units });
  } else if (units > 0) {
    const own = (wanted: (one: Taken) => boolean): number => book.taken.findLastIndex((one) => one.by === undone && wanted(one));
    for (let left = units; left > 0; ) {
      const owed = own(({ lot }) => lot === null);
      const place = owed >= 0 ? owed : own(() => true);
      // More comes back than was taken: that is for L-08 to say.
      if (place < 0) break;
      const { lot, units: back } = splitOff(book.taken, place, left);
      left -= back;
      if (lot !== null) comeIn(book, { ...lot, units: back });
    }
  } else if (undone === undefined) {
    const isExpiry = transfer.purpose === 'expiry';
    const left = isExpiry
      ? leave(book, sequence, -units, (lot) => lot.expiresAt !== null && lot.expiresAt <= transfer.at)
      : -units;
    leaveOrOwe(book, sequence, left);
  } else {
    let left = -units;
    const at = book.lots.findIndex((lot) => lot.sequence === undone);
    if (at >= 0) left -= splitOff(book.lots, at, left).units;
    while (left > 0) {
      const spenders = book.taken.filter(({ lot }) => lot?.sequence === undone).map(({ by }) => by);
      // More is taken back than came in: that too.
      if (spenders.length === 0) break;
      const by = Math.min(...spenders);
      let gone = 0;
      for (let place = 0; place >= 0 && gone < left; ) {
        place = book.taken.findIndex((one) => one.by === by && one.lot?.sequence === undone);
        if (place >= 0) gone += splitOff(book.taken, place, left - gone).units;
      }
      leaveOrOwe(book, by, gone);
      left -= gone;
    }
  }
}

/** What is owed for longest is paid first, by whoever owes it; the rest lies there. */
function comeIn(book: PlainLots, lot: Lot): void {
  let left = lot.units;
  for (let at = 0; left > 0 && at >= 0; ) {
    at = book.taken.findIndex((one) => one.lot === null);
    if (at < 0) break;
    const { by, units } = splitOff(book.taken, at, left);
    book.taken.push({ by, lot, units });
    left -= units;
  }
  const twin = book.lots.findIndex(({ sequence }) => sequence === lot.sequence);
  if (left === 0) return;
  if (twin < 0) book.lots.push({ ...lot, units: left });
  else book.lots[twin] = { ...lot, units: book.lots[twin]!.units + left };
}

function leaveOrOwe(book: PlainLots, by: number, units: number): void {
  const left = leave(book, by, units, () => true);
  if (left === 0) return;
  const owed = book.taken.findIndex((one) => one.by === by && one.lot === null);
  if (owed < 0) book.taken.push({ by, lot: null, units: left });
  else book.taken[owed] = { by, lot: null, units: book.taken[owed]!.units + left };
}

/** Takes from the oldest of the lots that are wanted, and says how much was not there. */
function leave(book: PlainLots, by: number, units: number, wanted: (lot: Lot) => boolean): number {
  let left = units;
  for (let at = oldest(book.lots, wanted); left > 0 && at >= 0; at = oldest(book.lots, wanted)) {
    const lot = book.lots[at]!;
    const taken = splitOff(book.lots, at, left).units;
    book.taken.push({ by, lot, units: taken });
    left -= taken;
  }
  return left;
}

/** At most `units` of one of them, which is gone where nothing is left of it. */
function splitOff<Part extends { readonly units: number }>(parts: Part[], at: number, units: number): Part {
  const part = parts[at]!;
  const taken = Math.min(units, part.units);
  parts.splice(at, 1, ...(taken < part.units ? [{ ...part, units: part.units - taken }] : []));
  return { ...part, units: taken };
}
