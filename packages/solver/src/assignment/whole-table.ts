import { type CostRow, type Matching, turnPath } from './short-list.ts';

/**
 * Compares every row with the whole table and frees the rows that would rather have another column at today's prices.
 * Where columns may stay free (`spare`), a freed column goes back to price 0, and rows that now prefer it are freed too.
 * Returns how many rows are free; they stand at the front of `free`.
 */
export function freeTheWronged(rows: readonly CostRow[], matching: Matching, spare: boolean, free: Int32Array): number {
  const { columnOfRow, rowOfColumn, price } = matching;
  const columns = price.length;
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const own = columnOfRow[row]!;
    if (own < 0) free[count++] = row;
    else if (prefersAnother(rows[row]!, price, columns, rows[row]![own]! - price[own]!)) {
      rowOfColumn[own] = -1;
      free[count++] = row;
    }
  }
  if (spare) {
    for (let at = 0; at < count; at++) {
      const column = columnOfRow[free[at]!]!;
      columnOfRow[free[at]!] = -1;
      if (column < 0 || price[column] === 0) continue;
      price[column] = 0;
      for (let row = 0; row < rows.length; row++) {
        const own = columnOfRow[row]!;
        if (own < 0 || rowOfColumn[own] !== row || rows[row]![column]! >= rows[row]![own]! - price[own]!) continue;
        rowOfColumn[own] = -1;
        free[count++] = row;
      }
    }
  } else for (let at = 0; at < count; at++) columnOfRow[free[at]!] = -1;
  return count;
}

function prefersAnother(costs: CostRow, price: Float64Array, columns: number, own: number): boolean {
  for (let j = 0; j < columns; j++) if (costs[j]! - price[j]! < own) return true;
  return false;
}

/** Shortest augmenting paths over the whole table (Jonker, Volgenant 1987; rectangular as in Crouse 2016). */
export function augmentByTable(rows: readonly CostRow[], matching: Matching, free: Int32Array, count: number): void {
  const { rowOfColumn, price } = matching;
  const columns = price.length;
  const distance = new Float64Array(columns);
  const cameFrom = new Int32Array(columns);
  const order = new Int32Array(columns);
  for (let f = 0; f < count; f++) {
    const root = free[f]!;
    const first = rows[root]!;
    for (let j = 0; j < columns; j++) {
      distance[j] = first[j]! - price[j]!;
      cameFrom[j] = root;
      order[j] = j;
    }
    let low = 0;
    let up = 0;
    let settled = 0;
    let nearest = 0;
    let goal = -1;
    while (goal < 0) {
      if (up === low) {
        settled = low;
        nearest = distance[order[up++]!]!;
        for (let k = up; k < columns; k++) {
          const j = order[k]!;
          const value = distance[j]!;
          if (value > nearest) continue;
          if (value < nearest) {
            up = low;
            nearest = value;
          }
          order[k] = order[up]!;
          order[up++] = j;
        }
        for (let k = low; k < up; k++) {
          if (rowOfColumn[order[k]!]! >= 0) continue;
          goal = order[k]!;
          break;
        }
        if (goal >= 0) break;
      }
      const from = order[low++]!;
      const row = rowOfColumn[from]!;
      const costs = rows[row]!;
      const base = costs[from]! - price[from]! - nearest;
      for (let k = up; k < columns; k++) {
        const j = order[k]!;
        const value = costs[j]! - price[j]! - base;
        if (value >= distance[j]!) continue;
        cameFrom[j] = row;
        distance[j] = value;
        if (value !== nearest) continue;
        if (rowOfColumn[j]! < 0) {
          goal = j;
          break;
        }
        order[k] = order[up]!;
        order[up++] = j;
      }
    }
    for (let k = 0; k < settled; k++) price[order[k]!]! += distance[order[k]!]! - nearest;
    turnPath(matching, cameFrom, root, goal);
  }
}
