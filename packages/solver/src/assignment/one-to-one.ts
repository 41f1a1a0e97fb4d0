import type { Decision } from '@linli/model';
import { type Costs, readCosts } from './cost-table.ts';
import {
  augmentByList,
  type CostRow,
  createShortList,
  listRow,
  type Matching,
  reduceColumns,
  reduceRows,
  type ShortList,
} from './short-list.ts';
import type { AssignmentInputCode } from './texts.ts';
import { augmentByTable, freeTheWronged } from './whole-table.ts';

/** An assignment of rows to columns that nothing beats, with the prices that prove it. */
export interface OneToOne {
  /** The column of each row; -1 where the row stays without one. */
  readonly columnOfRow: readonly number[];
  readonly total: number;
  /** Dual prices: a row's and a column's price never add up to more than their pair costs. */
  readonly rowPrices: readonly number[];
  readonly columnPrices: readonly number[];
}

/**
 * Pairs rows with columns, each with at most one, so that first as many pairs as possible are made and then their costs add
 * up to the least (rectangular linear assignment, exact). Rows may outnumber columns or the reverse. `Infinity` forbids a pair.
 * Of several best assignments always the same one is given for the same table: where a choice is equal the lower column is
 * read first, and neither time nor chance enters. Cost: O(n^3) at worst, about O(n^2) on most tables.
 * Method: Jonker, Volgenant 1987 over the cheapest columns of each row, then checked and completed over the whole table.
 */
export function assignOneToOne(costs: Costs): Decision<OneToOne, AssignmentInputCode> {
  let list: ShortList | undefined;
  const read = readCosts(costs, (row, at, count) => {
    if (row.length <= fewColumns || count > row.length) return;
    list ??= createShortList(count, row.length, listed(row.length));
    listRow(list, row, row.length, at);
  });
  if ('ok' in read) return read;
  const { rows, columns, never } = read;
  const turned = rows.length > columns;
  const table = turned ? transposed(rows, columns) : rows;
  const width = turned ? rows.length : columns;
  if (width > fewColumns && (turned || never !== undefined)) list = listTable(table, width);
  const matching = solveTable(table, width, list);
  const shortPrices = table.map((row, at) => row[matching.columnOfRow[at]!]! - matching.price[matching.columnOfRow[at]!]!);
  const longPrices = Array.from(matching.price);
  const columnOfRow = Array.from(turned ? matching.rowOfColumn : matching.columnOfRow);
  let total = 0;
  for (let row = 0; row < rows.length; row++) {
    const column = columnOfRow[row]!;
    if (column < 0) continue;
    const cost = rows[row]![column]!;
    if (cost === never) columnOfRow[row] = -1;
    else total += cost;
  }
  return {
    ok: true,
    value: {
      columnOfRow,
      total,
      rowPrices: turned ? longPrices : shortPrices,
      columnPrices: turned ? shortPrices : longPrices,
    },
    reasons: [],
  };
}

/** Up to this many columns the whole table is as quick as the lists. */
const fewColumns = 48;

/** How many columns a row lists: the worst partner in a best assignment of random costs is about the log(n)-th choice. */
const listed = (columns: number): number => 4 + 3 * (32 - Math.clz32(columns));

function listTable(rows: readonly CostRow[], columns: number): ShortList {
  const list = createShortList(rows.length, columns, listed(columns));
  for (let row = 0; row < rows.length; row++) listRow(list, rows[row]!, columns, row);
  return list;
}

function solveTable(rows: readonly CostRow[], columns: number, list: ShortList | undefined): Matching {
  const matching: Matching = {
    columnOfRow: new Int32Array(rows.length).fill(-1),
    rowOfColumn: new Int32Array(columns).fill(-1),
    price: new Float64Array(columns),
  };
  const free = new Int32Array(rows.length);
  const spare = rows.length < columns;
  if (list !== undefined) {
    if (!spare) reduceColumns(list, matching);
    let count = 0;
    for (let row = 0; row < rows.length; row++) if (matching.columnOfRow[row]! < 0) free[count++] = row;
    count = reduceRows(list, matching, free, count);
    count = reduceRows(list, matching, free, count);
    augmentByList(list, matching, free, count);
  }
  augmentByTable(rows, matching, free, freeTheWronged(rows, matching, spare, free));
  return matching;
}

function transposed(rows: readonly CostRow[], columns: number): CostRow[] {
  const turned = Array.from({ length: columns }, () => new Float64Array(rows.length));
  for (let row = 0; row < rows.length; row++) for (let j = 0; j < columns; j++) turned[j]![row] = rows[row]![j]!;
  return turned;
}

/**
 * Whether the prices prove the assignment: nobody is paired twice, the total is right, no pair costs less than its two prices
 * together, and the prices add up to the total (a pair not made for want of an allowed one counts as the price that `readCosts` sets on it). Shares the
 * reading of the table with `assignOneToOne` and nothing else; works only on whole numbers, so nothing is rounded.
 */
export function provesOptimal(costs: Costs, answer: OneToOne): boolean {
  const read = readCosts(costs);
  if ('ok' in read) return false;
  const { rows, columns, never } = read;
  const { columnOfRow, rowPrices, columnPrices } = answer;
  if (columnOfRow.length !== rows.length || rowPrices.length !== rows.length || columnPrices.length !== columns) return false;
  if (![...rowPrices, ...columnPrices, answer.total].every(Number.isSafeInteger)) return false;
  const taken = new Set<number>();
  let total = 0;
  for (let row = 0; row < rows.length; row++) {
    const column = columnOfRow[row]!;
    if (column === -1) continue;
    const cost = rows[row]![column];
    if (cost === undefined || cost === never || taken.has(column)) return false;
    taken.add(column);
    total += cost;
  }
  if (total !== answer.total) return false;
  for (let row = 0; row < rows.length; row++) {
    for (let j = 0; j < columns; j++) if (rowPrices[row]! + columnPrices[j]! > rows[row]![j]!) return false;
  }
  if (rows.length > columns && rowPrices.some((price) => price > 0)) return false;
  if (rows.length < columns && columnPrices.some((price) => price > 0)) return false;
  const missing = Math.min(rows.length, columns) - taken.size;
  const worth = sum(rowPrices) + sum(columnPrices);
  return worth === total + missing * (never ?? 0);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
