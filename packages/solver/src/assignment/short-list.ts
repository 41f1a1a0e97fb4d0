/**
 * The few cheapest columns of every row, one row after the other: row `i` owns the places `start[i]` until `start[i + 1]`.
 * An assignment over these lists is almost always the assignment over the whole table, at a fraction of the reading.
 */
export interface ShortList {
  readonly wanted: number;
  readonly start: Int32Array;
  readonly column: Int32Array;
  readonly cost: Float64Array;
  readonly sample: Float64Array;
}

/** A row of the table: costs by column, none of them missing. */
export type CostRow = ArrayLike<number>;

/** Who has whom, and the price of every column; all the steps of the method work on one of these. */
export interface Matching {
  readonly columnOfRow: Int32Array;
  readonly rowOfColumn: Int32Array;
  readonly price: Float64Array;
}

const samples = 256;
const blockSize = 16;

/** An empty list for about `wanted` columns a row. */
export function createShortList(rows: number, columns: number, wanted: number): ShortList {
  const most = Math.min(columns, 2 * wanted);
  return {
    wanted,
    start: new Int32Array(rows + 1),
    column: new Int32Array(rows * most),
    cost: new Float64Array(rows * most),
    sample: new Float64Array(Math.min(columns, samples)),
  };
}

/**
 * Lists the cheapest columns of the next row. The bar comes from an even sample of the row, so nothing is sorted;
 * a bar that let by far too few or too many through is set anew once.
 */
export function listRow(list: ShortList, costs: CostRow, columns: number, row: number): void {
  const { wanted, start, column, cost, sample } = list;
  const from = start[row]!;
  const first = row % columns;
  const until = from + Math.min(columns, 2 * wanted);
  if (wanted >= columns) {
    start[row + 1] = takeUpTo(Number.POSITIVE_INFINITY, costs, first, columns, column, cost, from, until);
    return;
  }
  const rank = Math.floor((wanted * sample.length) / columns);
  const kept = Math.min(sample.length, 2 * rank + 4);
  sampleRow(costs, columns, row, sample, kept);
  let end = takeUpTo(sample[rank]!, costs, first, columns, column, cost, from, until);
  if (end - from < wanted >> 1) {
    end = takeUpTo(sample[kept - 1]!, costs, first, columns, column, cost, from, until);
  } else if (end === until) {
    const lower = cost.slice(from, end).sort()[wanted >> 1]!;
    end = takeUpTo(lower, costs, first, columns, column, cost, from, until);
  }
  start[row + 1] = end;
}

/** Fills `sample` from blocks spread evenly over the row; its `kept` smallest come first, in order. */
function sampleRow(costs: CostRow, columns: number, row: number, sample: Float64Array, kept: number): void {
  const size = sample.length;
  const jump = Math.floor(columns / size) * blockSize - blockSize;
  let j = row % (jump + 1);
  for (let k = 0; k < size; k++, j++) {
    if (k > 0 && k % blockSize === 0) j += jump;
    const value = costs[j]!;
    if (k >= kept && value >= sample[kept - 1]!) continue;
    let at = Math.min(k, kept - 1) - 1;
    for (; at >= 0 && sample[at]! > value; at--) sample[at + 1] = sample[at]!;
    sample[at + 1] = value;
  }
}

/** Each row starts at its own column, so that rows of equal costs do not all list the same few columns. */
function takeUpTo(
  bar: number,
  costs: CostRow,
  first: number,
  columns: number,
  column: Int32Array,
  cost: Float64Array,
  from: number,
  until: number,
): number {
  let place = from;
  let j = first;
  let end = columns;
  for (let half = 0; half < 2; half++) {
    for (; j < end && place < until; j++) {
      const value = costs[j]!;
      if (value > bar) continue;
      column[place] = j;
      cost[place++] = value;
    }
    j = 0;
    end = first;
  }
  return place;
}

/** Column reduction and reduction transfer (Jonker, Volgenant 1987) over the lists. Only where every column will be taken. */
export function reduceColumns(list: ShortList, matching: Matching): void {
  const { start, column, cost } = list;
  const { columnOfRow, rowOfColumn, price } = matching;
  const rows = columnOfRow.length;
  const cheapest = new Int32Array(price.length).fill(-1);
  price.fill(Number.POSITIVE_INFINITY);
  for (let row = 0; row < rows; row++) {
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      const j = column[e]!;
      if (cost[e]! < price[j]!) {
        price[j] = cost[e]!;
        cheapest[j] = row;
      }
    }
  }
  let highest = Number.NEGATIVE_INFINITY;
  for (const value of price) if (value < Number.POSITIVE_INFINITY && value > highest) highest = value;
  const taken = new Int32Array(rows);
  for (let j = price.length - 1; j >= 0; j--) {
    const row = cheapest[j]!;
    if (row < 0) price[j] = highest;
    else if (++taken[row]! === 1) {
      columnOfRow[row] = j;
      rowOfColumn[j] = row;
    }
  }
  for (let row = 0; row < rows; row++) {
    if (taken[row] !== 1) continue;
    const own = columnOfRow[row]!;
    let second = Number.POSITIVE_INFINITY;
    for (let e = start[row]!; e < start[row + 1]!; e++) {
      const j = column[e]!;
      const value = cost[e]! - price[j]!;
      if (j !== own && value < second) second = value;
    }
    if (second < Number.POSITIVE_INFINITY) price[own]! -= second;
  }
}

/** Augmenting row reduction over the lists: a free row takes its best column and lowers its price to the second best. */
export function reduceRows(list: ShortList, matching: Matching, free: Int32Array, count: number): number {
  const { start, column, cost } = list;
  const { columnOfRow, rowOfColumn, price } = matching;
  let next = 0;
  let left = 0;
  let chain = 4 * count;
  while (next < count) {
    const row = free[next++]!;
    let best = Number.POSITIVE_INFINITY;
    let second = Number.POSITIVE_INFINITY;
    let bestColumn = -1;
    let secondColumn = -1;
    for (let e = start[row]!, end = start[row + 1]!; e < end; e++) {
      const j = column[e]!;
      const value = cost[e]! - price[j]!;
      if (value >= second && value > best) continue;
      if (value < best || (value === best && rowOfColumn[bestColumn]! >= 0 && rowOfColumn[j]! < 0)) {
        second = best;
        secondColumn = bestColumn;
        best = value;
        bestColumn = j;
      } else if (value < second) {
        second = value;
        secondColumn = j;
      }
    }
    if (bestColumn < 0) {
      free[left++] = row;
      continue;
    }
    const cheaper = best < second && second < Number.POSITIVE_INFINITY;
    let owner = rowOfColumn[bestColumn]!;
    if (cheaper) price[bestColumn]! -= second - best;
    else if (owner >= 0 && secondColumn >= 0) {
      bestColumn = secondColumn;
      owner = rowOfColumn[bestColumn]!;
    }
    columnOfRow[row] = bestColumn;
    rowOfColumn[bestColumn] = row;
    if (owner < 0) continue;
    columnOfRow[owner] = -1;
    if (cheaper && chain-- > 0) free[--next] = owner;
    else free[left++] = owner;
  }
  return left;
}

/**
 * Shortest augmenting paths (Dijkstra over reduced costs) through the lists alone.
 * A row that the lists cannot place stays free; the whole table will place it.
 */
export function augmentByList(list: ShortList, matching: Matching, free: Int32Array, count: number): void {
  const { start, column, cost } = list;
  const { rowOfColumn, price } = matching;
  const columns = price.length;
  const distance = new Float64Array(columns).fill(Number.POSITIVE_INFINITY);
  const cameFrom = new Int32Array(columns);
  // seen: [0, low) settled, [low, up) as near as `nearest` and not yet read, [up, seenCount) farther
  const seen = new Int32Array(columns);
  const placeOf = new Int32Array(columns);
  for (let f = 0; f < count; f++) {
    const root = free[f]!;
    let low = 0;
    let up = 0;
    let seenCount = 0;
    let settled = 0;
    let nearest = 0;
    let goal = -1;
    let row = root;
    let base = 0;
    for (;;) {
      for (let e = start[row]!, end = start[row + 1]!; e < end; e++) {
        const j = column[e]!;
        const value = cost[e]! - price[j]! - base;
        if (value >= distance[j]!) continue;
        if (distance[j] === Number.POSITIVE_INFINITY) {
          seen[seenCount] = j;
          placeOf[j] = seenCount++;
        }
        distance[j] = value;
        cameFrom[j] = row;
        if (row === root || value !== nearest) continue;
        if (rowOfColumn[j]! < 0) {
          goal = j;
          break;
        }
        const place = placeOf[j]!;
        const other = seen[up]!;
        seen[place] = other;
        placeOf[other] = place;
        seen[up] = j;
        placeOf[j] = up++;
      }
      if (goal >= 0) break;
      if (low === up) {
        settled = low;
        if (low === seenCount) break;
        nearest = Number.POSITIVE_INFINITY;
        for (let k = low; k < seenCount; k++) if (distance[seen[k]!]! < nearest) nearest = distance[seen[k]!]!;
        for (let k = low; k < seenCount; k++) {
          const j = seen[k]!;
          if (distance[j] !== nearest) continue;
          if (rowOfColumn[j]! < 0) {
            goal = j;
            break;
          }
          const other = seen[up]!;
          seen[k] = other;
          placeOf[other] = k;
          seen[up] = j;
          placeOf[j] = up++;
        }
        if (goal >= 0) break;
      }
      const from = seen[low++]!;
      row = rowOfColumn[from]!;
      let e = start[row]!;
      while (column[e] !== from) e++;
      base = cost[e]! - price[from]! - nearest;
    }
    if (goal >= 0) {
      for (let k = 0; k < settled; k++) price[seen[k]!]! += distance[seen[k]!]! - nearest;
      turnPath(matching, cameFrom, root, goal);
    }
    for (let k = 0; k < seenCount; k++) distance[seen[k]!] = Number.POSITIVE_INFINITY;
  }
}

/** Every row on the path from `root` to the free column `goal` moves one column on. */
export function turnPath(matching: Matching, cameFrom: Int32Array, root: number, goal: number): void {
  const { columnOfRow, rowOfColumn } = matching;
  let column = goal;
  for (;;) {
    const row = cameFrom[column]!;
    rowOfColumn[column] = row;
    const before = columnOfRow[row]!;
    columnOfRow[row] = column;
    if (row === root) return;
    column = before;
  }
}
