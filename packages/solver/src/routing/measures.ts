import type { Table } from './table.ts';
import type { Tours } from './tours.ts';

/** What one unit of what is left out weighs in the search: more than any single visit can cost. */
export function scarcityOf(table: Table): number {
  const { way, wayPrice, visitPrice, durations, leftOutMedium, shifts, frame } = table;
  const { weights } = frame.problem;
  const furthest = 2 * most(way);
  const visit = most(durations) + furthest;
  const span = shifts.reduce((longest, { from, until }) => Math.max(longest, until - from), 0);
  const work = (weights.fairness * 2 * span * visit * 1000) / frame.totalService + weights.overtime * visit;
  const lateness = table.timed ? (weights.lateness + weights.latest) * span : 0;
  const dearest = furthest * most(wayPrice) + most(visitPrice) + weights.continuity + work + lateness + 1;
  const lightest = leftOutMedium.reduce(
    (least, weight) => (weight > 0 ? Math.min(least, weight) : least),
    Number.POSITIVE_INFINITY,
  );
  return lightest === Number.POSITIVE_INFINITY ? 0 : Math.ceil(dearest / lightest);
}

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

const most = (amounts: Float64Array): number => amounts.reduce((largest, amount) => Math.max(largest, amount), 0);
