import { type Decision, Instant, type Reason } from '@linli/model';
import * as z from 'zod';
import { goodsKey } from '../delivery/goods.ts';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { Cents } from './cents.ts';
import type { PurchaseList } from './purchase-list.ts';

/** One item in one unit as it was paid for: `cents` is for all of it. */
export const ReceiptLine = z
  .strictObject({ item: z.string().min(1), unit: z.string().nullable(), quantity: z.int().positive(), cents: Cents })
  .readonly();
export interface ReceiptLine extends z.infer<typeof ReceiptLine> {}

type FlawCode = 'receipt/item-twice' | 'receipt/sum-differs';
export type ReceiptCode = 'receipt/malformed' | FlawCode;

interface Sums {
  readonly lines: readonly ReceiptLine[];
  readonly adjustmentCents: number;
  readonly totalCents: number;
}

function flawsOf({ lines, adjustmentCents, totalCents }: Sums): readonly Flaw<FlawCode>[] {
  const keys = lines.map(goodsKey);
  const twice = keys.flatMap((key, index) =>
    keys.indexOf(key) < index ? [{ code: 'receipt/item-twice' as const, path: ['lines', index, 'item'] }] : [],
  );
  const sum = lines.reduce((cents, line) => cents + line.cents, adjustmentCents);
  return sum === totalCents
    ? twice
    : [...twice, { code: 'receipt/sum-differs', path: ['totalCents'], data: { sum, total: totalCents } }];
}

/** What one purchase cost. Its lines and its adjustment add up to its total, to the cent. */
export const Receipt = z
  .strictObject({
    format: z.literal('linli-receipt/1'),
    id: z.string().min(1),
    at: Instant,
    /** Each item and unit once. */
    lines: z.array(ReceiptLine).min(1).readonly(),
    /** For the whole: a discount is below 0, a bag or a delivery fee above. */
    adjustmentCents: z.int(),
    totalCents: Cents,
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface Receipt extends z.infer<typeof Receipt> {}

/** A receipt from outside. Every flaw is named with its path. */
export const parseReceipt = (input: unknown): Decision<Receipt, ReceiptCode> =>
  parseLocated<Receipt, 'receipt/malformed', FlawCode>(Receipt, 'receipt/malformed', input);

export type DifferenceCode =
  | 'receipt/not-bought'
  | 'receipt/bought-less'
  | 'receipt/bought-more'
  | 'receipt/bought-in-other-unit'
  | 'receipt/not-on-list';

/** One item in one unit of which the list and the receipt tell differently. */
export interface Difference {
  readonly item: string;
  readonly unit: string | null;
  readonly wanted: number;
  readonly bought: number;
  readonly reason: Reason<DifferenceCode>;
}

/** D-37: every difference between the list and the receipt, item by item; what was on the list first. Empty: all as wanted. */
export function compareReceipt({ items, toAsk }: PurchaseList, { lines }: Receipt): readonly Difference[] {
  const listed = items.flatMap(({ item, unit, quantity: wanted }): readonly Difference[] => {
    const bought = lines.find((line) => line.item === item && line.unit === unit)?.quantity ?? 0;
    if (bought === wanted) return [];
    const elsewhere = lines.some((line) => line.item === item && line.unit !== unit);
    const code =
      bought > wanted
        ? 'receipt/bought-more'
        : bought > 0
          ? 'receipt/bought-less'
          : elsewhere
            ? 'receipt/bought-in-other-unit'
            : 'receipt/not-bought';
    return [differ(item, unit, wanted, bought, code)];
  });
  const beside = lines
    .filter((line) => !items.some(({ item, unit }) => item === line.item && unit === line.unit))
    // Somebody was asked, and it was bought: the list never knew how much.
    .filter((line) => !toAsk.some(({ item }) => item === line.item))
    .map(({ item, unit, quantity }) => differ(item, unit, 0, quantity, 'receipt/not-on-list'));
  return [...listed, ...beside];
}

const differ = (item: string, unit: string | null, wanted: number, bought: number, code: DifferenceCode): Difference => ({
  item,
  unit,
  wanted,
  bought,
  reason: { code, data: { item, unit: unit ?? '', wanted, bought } },
});
