import type { DemandId, OrderLine, PersonId } from '@linli/model';
import { goodsKey } from '../delivery/goods.ts';

/** One line of one demand that is to be bought. */
export interface Wanted extends OrderLine {
  readonly demandId: DemandId;
  /** Null: the name fits several residents. */
  readonly residentId: PersonId | null;
}

/** One item in one unit, for everybody together. */
export interface PurchaseItem {
  readonly item: string;
  readonly unit: string | null;
  readonly quantity: number;
  /** Lines it is made of. */
  readonly lines: number;
}

export interface PurchaseList {
  /** In order of item and unit. */
  readonly items: readonly PurchaseItem[];
  /** Nobody knows how much: to be asked, with the words as they were said. Nothing is guessed, and nothing dropped. */
  readonly toAsk: readonly Wanted[];
}

/** D-37: what to buy. Two units of one item are two things to buy. */
export function purchaseList(wanted: readonly Wanted[]): PurchaseList {
  const items = new Map<string, PurchaseItem>();
  for (const line of wanted) {
    if (line.quantity === null) continue;
    const { item, unit } = line;
    const sum = items.get(goodsKey(line)) ?? { item, unit, quantity: 0, lines: 0 };
    items.set(goodsKey(line), { ...sum, quantity: sum.quantity + line.quantity, lines: sum.lines + 1 });
  }
  const keys = [...items.keys()].sort();
  return { items: keys.map((key) => items.get(key)!), toAsk: wanted.filter(({ quantity }) => quantity === null) };
}
