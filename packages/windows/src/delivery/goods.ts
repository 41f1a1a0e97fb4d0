import { assert } from '@linli/model';
import * as z from 'zod';

/** One kind of goods in one parcel. Quantity and unit are null where nobody could tell; nothing is guessed. */
export const Goods = z
  .strictObject({ item: z.string().min(1), unit: z.string().nullable(), quantity: z.int().positive().nullable() })
  .readonly();
export interface Goods extends z.infer<typeof Goods> {}

/** Goods of the parcel that did not reach the resident. Of an unknown quantity it is the whole, null again. */
export const Short = z
  .strictObject({
    item: z.string().min(1),
    unit: z.string().nullable(),
    quantity: z.int().positive().nullable(),
    fate: z.enum(['missing', 'returned']),
  })
  .readonly();
export interface Short extends z.infer<typeof Short> {}

/** What became of goods. `open`: nobody has told yet. */
export const GoodsFate = z.enum(['delivered', 'returned', 'missing', 'carried', 'cancelled', 'open']);
export type GoodsFate = z.infer<typeof GoodsFate>;

export type GoodsCount = { readonly [Fate in GoodsFate]: number };

/** The fates of one kind of goods add up to its quantity; where that is unknown, to 1, the line itself. */
export interface GoodsTally extends Goods {
  readonly count: GoodsCount;
}

/** Two goods are counted together only where both item and unit are the same. */
export const goodsKey = ({ item, unit }: Pick<Goods, 'item' | 'unit'>): string => JSON.stringify([item, unit]);

/** One parcel: each item and unit once. */
export const Parcel = z
  .array(Goods)
  .min(1)
  .refine((goods) => new Set(goods.map(goodsKey)).size === goods.length, { error: 'each item and unit stands once in a parcel' })
  .readonly();
export type Parcel = readonly Goods[];

const sizeOf = ({ quantity }: { readonly quantity: number | null }): number => quantity ?? 1;

/** Whether all shorts together lie inside the parcel. */
export const shortsFit = (parcel: Parcel, shorts: readonly Short[]): boolean =>
  shorts.every((short) => {
    const goods = parcel.find((one) => goodsKey(one) === goodsKey(short));
    if (goods === undefined || (goods.quantity === null) !== (short.quantity === null)) return false;
    const alike = shorts.filter((other) => goodsKey(other) === goodsKey(short));
    return alike.reduce((sum, other) => sum + sizeOf(other), 0) <= sizeOf(goods);
  });

/** What became of each kind of goods: what the shorts say, and `rest` of everything else. */
export function tallyOf(parcel: Parcel, shorts: readonly Short[], rest: GoodsFate): readonly GoodsTally[] {
  assert(shortsFit(parcel, shorts), 'goods/shorts-do-not-fit', 'more goods are short than the parcel holds');
  return parcel.map((goods) => {
    const count = { delivered: 0, returned: 0, missing: 0, carried: 0, cancelled: 0, open: 0 };
    const alike = shorts.filter((short) => goodsKey(short) === goodsKey(goods));
    for (const short of alike) count[short.fate] += sizeOf(short);
    count[rest] += sizeOf(goods) - alike.reduce((sum, short) => sum + sizeOf(short), 0);
    return { ...goods, count };
  });
}
