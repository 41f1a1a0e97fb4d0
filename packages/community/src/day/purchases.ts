import type { Demand, OrderLine } from '@linli/model';

export interface PurchaseLine {
  readonly item: string;
  /** Null: the words did not tell a unit; `quantity` then counts the lines. */
  readonly unit: string | null;
  readonly quantity: number;
  readonly demandIds: readonly string[];
}

/** D-36: what has to be bought, by item and unit, most asked first. The sum over lines is the sum over the orders. */
export function purchasesOf(demands: readonly Pick<Demand, 'id' | 'order'>[]): readonly PurchaseLine[] {
  const totals = new Map<string, { line: OrderLine; quantity: number; demandIds: string[] }>();
  for (const { id, order } of demands) {
    for (const line of order) {
      const key = JSON.stringify([line.item, line.unit]);
      const total = totals.get(key) ?? { line, quantity: 0, demandIds: [] };
      total.quantity += line.quantity ?? 1;
      total.demandIds.push(id);
      totals.set(key, total);
    }
  }
  return [...totals.values()]
    .map(({ line, quantity, demandIds }) => ({ item: line.item, unit: line.unit, quantity, demandIds }))
    .sort((a, b) => b.demandIds.length - a.demandIds.length || (a.item < b.item ? -1 : 1));
}
