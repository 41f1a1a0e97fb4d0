import type { DemandId, OrderLine, PersonId } from '@linli/model';
import { type Goods, type GoodsCount, GoodsFate, goodsKey } from '../delivery/goods.ts';

/** Where a line stands: the end of its demand in the cycle, or `open` before that. */
export type LineFate = 'done' | 'cancelled' | 'carried' | 'open';

/** One thing one resident asked for, and what became of it. The fates of `count` add up to its quantity, or to 1 where that is unknown. */
export interface TotalsLine extends Goods {
  readonly demandId: DemandId;
  /** Null: the name fits several residents. */
  readonly residentId: PersonId | null;
  readonly grid: number | null;
  readonly fate: LineFate;
  readonly count: GoodsCount;
}

const NOTHING: GoodsCount = { delivered: 0, returned: 0, missing: 0, carried: 0, cancelled: 0, open: 0 };
const WHOLE: { readonly [Fate in LineFate]: GoodsFate } = {
  done: 'delivered',
  cancelled: 'cancelled',
  carried: 'carried',
  open: 'open',
};

/** A line of which no more is told than where it stands: all of it went that way. */
export const wholeLine = (
  line: Pick<OrderLine, 'item' | 'unit' | 'quantity'> & Pick<TotalsLine, 'demandId' | 'residentId' | 'grid' | 'fate'>,
): TotalsLine => ({ ...line, count: { ...NOTHING, [WHOLE[line.fate]]: line.quantity ?? 1 } });

/** By what lines are put together. Goods are counted by item and unit at every level, and never across. */
export type TotalsLevel = 'all' | 'item' | 'grid' | 'person' | 'unit';

export interface LineCount {
  readonly in: number;
  readonly done: number;
  readonly cancelled: number;
  readonly carried: number;
  readonly open: number;
}

/** One item in one unit. */
export interface GoodsTotal {
  readonly item: string;
  readonly unit: string | null;
  /** Of the lines whose quantity is known; the sum of `count`. */
  readonly quantity: number;
  readonly count: GoodsCount;
  /** Lines whose quantity nobody knows, counted apart; the sum of `unknown`. */
  readonly unknownLines: number;
  readonly unknown: GoodsCount;
}

export interface TotalsRow {
  /** The item, grid, person or unit; null where that is not known, and for `all`. */
  readonly key: string | number | null;
  readonly lines: LineCount;
  readonly goods: readonly GoodsTotal[];
}

export const keyAt = (level: TotalsLevel, { item, grid, residentId, unit }: TotalsLine): TotalsRow['key'] => {
  switch (level) {
    case 'all':
      return null;
    case 'item':
      return item;
    case 'grid':
      return grid;
    case 'person':
      return residentId;
    case 'unit':
      return unit;
    default:
      return level satisfies never;
  }
};

const plus = (a: GoodsCount, b: GoodsCount): GoodsCount => {
  const sum = { ...a };
  for (const fate of GoodsFate.options) sum[fate] += b[fate];
  return sum;
};

/** D-36: the lines put together, in the order of their keys, unknown ones last. */
export function totals(level: TotalsLevel, lines: readonly TotalsLine[]): readonly TotalsRow[] {
  const groups = Map.groupBy(lines, (line) => keyAt(level, line));
  return [...groups]
    .sort(([a], [b]) => compare(a, b))
    .map(([key, members]) => ({ key, lines: countLines(members), goods: countGoods(members) }));
}

function countLines(lines: readonly TotalsLine[]): LineCount {
  const count = { in: lines.length, done: 0, cancelled: 0, carried: 0, open: 0 };
  for (const { fate } of lines) count[fate] += 1;
  return count;
}

function countGoods(lines: readonly TotalsLine[]): readonly GoodsTotal[] {
  const rows = new Map<string, GoodsTotal>();
  for (const line of lines) {
    const { item, unit, quantity, count } = line;
    const key = goodsKey(line);
    const row = rows.get(key) ?? { item, unit, quantity: 0, count: NOTHING, unknownLines: 0, unknown: NOTHING };
    rows.set(
      key,
      quantity === null
        ? { ...row, unknownLines: row.unknownLines + 1, unknown: plus(row.unknown, count) }
        : { ...row, quantity: row.quantity + quantity, count: plus(row.count, count) },
    );
  }
  return [...rows.values()].sort((a, b) => compare(a.item, b.item) || compare(a.unit, b.unit));
}

const compare = (a: TotalsRow['key'], b: TotalsRow['key']): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
};
