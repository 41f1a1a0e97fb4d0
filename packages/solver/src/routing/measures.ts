import type { Tours } from './tours.ts';

/** What one way of the plan costs on average; where ways are free, what one visit does; at least 1. */
export function unitOf(tours: Tours): number {
  const { table, rowOf, length, leg, width } = tours;
  let ways = 0;
  let price = 0;
  for (let tour = 0; tour < table.tours; tour++) {
    const row = rowOf[tour]!;
    if (length[row] === 0) continue;
    for (let at = row * width + 1; at <= row * width + length[row]! + 1; at++) {
      ways++;
      price += leg[at]! * table.wayPrice[table.helperOf[tour]!]!;
    }
  }
  return Math.max(1, ways === 0 ? 1 : (price > 0 ? price : tours.soft) / ways);
}
