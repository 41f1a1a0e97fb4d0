import type { Reason } from '@linli/model';
import { type GoodsCount, goodsKey } from '../delivery/goods.ts';
import { keyAt, type LineFate, type TotalsLevel, type TotalsLine, type TotalsRow } from './totals.ts';

export type TotalsCode =
  | 'totals/line-does-not-add-up'
  | 'totals/line-stands-otherwise'
  | 'totals/lines-do-not-add-up'
  | 'totals/lines-lost'
  | 'totals/goods-do-not-add-up'
  | 'totals/goods-lost';

const sumOf = (count: GoodsCount): number => Object.values(count).reduce((sum, part) => sum + part, 0);

/** What a line that stands there can hold: done has nothing open, cancelled nothing delivered, and so on. */
const CANNOT: { readonly [Fate in LineFate]: readonly (keyof GoodsCount)[] } = {
  done: ['open', 'carried', 'cancelled'],
  cancelled: ['open', 'carried', 'delivered'],
  carried: ['open', 'delivered', 'cancelled'],
  open: ['delivered', 'carried', 'cancelled'],
};

/**
 * D-36, W-17: what does not add up, in words with the place. Lines in = done + cancelled + carried + open; goods in =
 * delivered + returned + missing + carried + cancelled + open, per item and unit; and no row or line is left out. Every sum
 * is worked out from the lines again. Empty is good.
 */
export function totalsFlaws(
  level: TotalsLevel,
  lines: readonly TotalsLine[],
  rows: readonly TotalsRow[],
): readonly Reason<TotalsCode>[] {
  const flaws: Reason<TotalsCode>[] = [];
  for (const line of lines) {
    const { demandId, item, unit, quantity, count, fate } = line;
    const data = { demandId, item, unit: unit ?? '' };
    if (sumOf(count) !== (quantity ?? 1) || Object.values(count).some((part) => part < 0))
      flaws.push({ code: 'totals/line-does-not-add-up', data });
    if (CANNOT[fate].some((part) => count[part] !== 0))
      flaws.push({ code: 'totals/line-stands-otherwise', data: { ...data, fate } });
  }
  const known = new Set(lines.map((line) => keyAt(level, line)));
  if (
    rows.length !== known.size ||
    rows.some(({ key }) => !known.has(key)) ||
    new Set(rows.map(({ key }) => key)).size !== rows.length
  )
    flaws.push({ code: 'totals/lines-lost', data: { key: '' } });
  for (const row of rows) {
    const own = lines.filter((line) => keyAt(level, line) === row.key);
    const key = row.key ?? '';
    const { in: all, done, cancelled, carried, open } = row.lines;
    if (all !== done + cancelled + carried + open) flaws.push({ code: 'totals/lines-do-not-add-up', data: { key } });
    if (all !== own.length || done !== own.filter(({ fate }) => fate === 'done').length)
      flaws.push({ code: 'totals/lines-lost', data: { key } });
    if (new Set(own.map(goodsKey)).size !== row.goods.length)
      flaws.push({ code: 'totals/goods-lost', data: { key, item: '', unit: '' } });
    for (const goods of row.goods) {
      const data = { key, item: goods.item, unit: goods.unit ?? '' };
      const alike = own.filter((line) => goodsKey(line) === goodsKey(goods));
      const wanted = alike.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0);
      const unknown = alike.filter(({ quantity }) => quantity === null).length;
      if (goods.quantity !== sumOf(goods.count) || goods.unknownLines !== sumOf(goods.unknown))
        flaws.push({ code: 'totals/goods-do-not-add-up', data });
      if (goods.quantity !== wanted || goods.unknownLines !== unknown) flaws.push({ code: 'totals/goods-lost', data });
    }
  }
  return flaws;
}
