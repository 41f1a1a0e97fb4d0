import type { No } from '@linli/model';
import type { CostRow } from './short-list.ts';
import type { AssignmentInputCode } from './texts.ts';

/** Costs row by row in one array of `rows * columns` whole numbers. */
export interface CostTable {
  readonly rows: number;
  readonly columns: number;
  readonly costs: ArrayLike<number>;
}

/**
 * Costs as nested arrays or as one flat array. Whole numbers, negative ones too.
 * `Infinity` means "never"; an `Int32Array` cannot hold it, there its largest value 2147483647 means the same.
 */
export type Costs = readonly (readonly number[] | Int32Array | Float64Array)[] | CostTable;

const neverInInt32 = 2_147_483_647;

/** What `readCosts` hands on: trusted rows in which a pair that may never be costs `never`, more than any choice can save. */
export interface ReadCosts {
  readonly rows: readonly CostRow[];
  readonly columns: number;
  /** Undefined where every pair is allowed. */
  readonly never: number | undefined;
}

export const refuse = (code: AssignmentInputCode, data: Readonly<Record<string, string | number>>): No<AssignmentInputCode> => ({
  ok: false,
  reasons: [{ code, data }],
});

/**
 * Checks every number once. Rows are used where they lie; only rows with forbidden pairs are copied.
 * `whileAtHand` is told each row after its check, while the processor still has it near.
 */
export function readCosts(
  input: Costs,
  whileAtHand?: (costs: CostRow, row: number, rows: number) => void,
): ReadCosts | No<AssignmentInputCode> {
  const rows = readRows(input, 'costs');
  if (!Array.isArray(rows)) return rows as No<AssignmentInputCode>;
  const columns = rows.length === 0 ? 0 : (rows[0] as CostRow).length;
  const withNever: number[] = [];
  let largest = 0;
  for (let row = 0; row < rows.length; row++) {
    const costs = rows[row] as CostRow;
    if (costs.length !== columns) return refuse('assignment/ragged', { row, found: costs.length, expected: columns });
    let size = sizeOfSmall(costs, columns);
    if (size === notSmall) {
      const mark = markOf(costs);
      size = 0;
      for (let column = 0; column < columns; column++) {
        const value = costs[column]!;
        if (value === mark) withNever.push(row);
        else if (!Number.isSafeInteger(value)) return refuse('assignment/not-whole', { what: 'costs', row, column });
        else size = Math.max(size, Math.abs(value));
      }
    }
    if (size > largest) largest = size;
    whileAtHand?.(costs, row, rows.length);
  }
  const pairs = Math.min(rows.length, columns);
  const never = neverCost(largest, pairs);
  if ((withNever.length > 0 ? never : largest) * 8 * (pairs + 1) > Number.MAX_SAFE_INTEGER) {
    return refuse('assignment/too-large', { what: 'costs' });
  }
  for (const row of new Set(withNever)) {
    const mark = markOf(rows[row]!);
    rows[row] = Float64Array.from(rows[row]!, (value) => (value === mark ? never : value));
  }
  return { rows, columns, never: withNever.length > 0 ? never : undefined };
}

/** One forbidden pair costs more than a whole assignment can save elsewhere: as few of them as can be, and only then the cost. */
const neverCost = (largest: number, pairs: number): number => 2 * largest * (pairs + 1) + 1;

const markOf = (costs: CostRow): number => (costs instanceof Int32Array ? neverInInt32 : Number.POSITIVE_INFINITY);

const notSmall = -1;

/** A bound on the absolute values of a row, less than twice too large; `notSmall` where it must be looked at number by number. */
function sizeOfSmall(costs: CostRow, columns: number): number {
  let bits = 0;
  for (let j = 0; j < columns; j++) {
    const value = costs[j]!;
    if ((value | 0) !== value) return notSmall;
    bits |= value ^ (value >> 31);
  }
  return bits >= 1_073_741_824 ? notSmall : bits + 1;
}

/** The rows of a table of either shape, their numbers not yet looked at. `what` names the table in a refusal. */
export function readRows(input: Costs, what: string): CostRow[] | No<AssignmentInputCode> {
  if (Array.isArray(input)) {
    const bad = input.findIndex((row) => !isRow(row));
    return bad < 0 ? input.slice() : refuse('assignment/not-a-table', { what: `${what}[${bad}]` });
  }
  if (typeof input !== 'object' || input === null) return refuse('assignment/not-a-table', { what });
  const { rows, columns, costs } = input as CostTable;
  if (!isCount(rows) || !isCount(columns)) return refuse('assignment/not-a-table', { what: `${what}: rows, columns` });
  if (!isRow(costs)) return refuse('assignment/not-a-table', { what });
  if (costs.length !== rows * columns) {
    return refuse('assignment/ragged', { row: rows, found: costs.length, expected: rows * columns });
  }
  const cut = (from: number): CostRow =>
    Array.isArray(costs) ? costs.slice(from, from + columns) : (costs as Int32Array).subarray(from, from + columns);
  return Array.from({ length: rows }, (_, row) => cut(row * columns));
}

const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const isRow = (value: unknown): value is CostRow =>
  Array.isArray(value) ||
  (ArrayBuffer.isView(value) && !(value instanceof DataView) && !('BYTES_PER_ELEMENT' in value && isBig(value)));

const isBig = (value: object): boolean => value instanceof BigInt64Array || value instanceof BigUint64Array;
