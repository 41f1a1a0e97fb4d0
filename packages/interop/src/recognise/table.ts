import type { Cell } from '../workbook/cell.ts';
import type { SheetKind } from './kinds.ts';

/** A column that was recognised: where it stands and what its header says. */
export interface Column {
  readonly index: number;
  readonly words: string;
}

export interface TableRow {
  /** As the office program numbers it, from 1. */
  readonly number: number;
  readonly cells: readonly Cell[];
}

/** A recognised sheet: which column is what, the lines above the headers, the rows below without blanks and totals. */
export interface Table {
  readonly sheet: string;
  readonly kind: SheetKind;
  readonly titles: readonly string[];
  readonly headerRow: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly unknown: readonly Column[];
  readonly repeated: readonly Column[];
  /** Letters of the columns that hold something below a blank header. */
  readonly unnamed: readonly string[];
  readonly rows: readonly TableRow[];
  /** How many rows the totals line says there are. */
  readonly declared: number | null;
}
