import type { Origin, Reason, Remark } from '@linli/model';
import type { FieldOf, SheetKind } from '../recognise/kinds.ts';
import type { Table } from '../recognise/table.ts';
import type { InteropCode } from '../texts.ts';
import { type Cell, cellText } from '../workbook/cell.ts';

/** One row under recognised headers. A field whose column is missing reads as blank. */
export interface Row<Field extends string> {
  readonly at: Origin;
  cell(field: Field): Cell;
  text(field: Field): string;
  /** Notes a doubt; the row is taken. */
  warn(field: Field | null, code: InteropCode, data?: Reason['data']): void;
  /** Holds the row back whole. Every cause is noted, so that one visit to the sheet mends them all. */
  refuse(field: Field | null, code: InteropCode, data?: Reason['data']): void;
}

/** Where remarks gather, in the order of the file. */
export interface Remarks {
  readonly refused: Remark<InteropCode>[];
  readonly warnings: Remark<InteropCode>[];
}

/** Reads all rows of a table. A row that was refused yields no draft, and of its doubts only the refusals remain. */
export function readRows<Kind extends SheetKind, Draft>(
  table: Table,
  remarks: Remarks,
  read: (row: Row<FieldOf<Kind>>) => Draft,
): Draft[] {
  return table.rows.flatMap(({ number, cells }) => {
    const refused: Remark<InteropCode>[] = [];
    const warnings: Remark<InteropCode>[] = [];
    const at = { sheet: table.sheet, row: number };
    const remark = (field: string | null, code: InteropCode, data?: Reason['data']): Remark<InteropCode> => ({
      at,
      column: field === null ? null : (table.columns.get(field)?.words ?? null),
      reason: data === undefined ? { code } : { code, data },
    });
    const cell = (field: string): Cell => cells[table.columns.get(field)?.index ?? -1] ?? null;
    const draft = read({
      at,
      cell,
      text: (field) => cellText(cell(field)),
      warn: (field, code, data) => warnings.push(remark(field, code, data)),
      refuse: (field, code, data) => refused.push(remark(field, code, data)),
    });
    remarks.refused.push(...refused);
    if (refused.length > 0) return [];
    remarks.warnings.push(...warnings);
    return [draft];
  });
}
