import { writeXlsx } from 'hucre/xlsx';

/** One sheet to write: the header row, then the rows. Null leaves a cell blank. */
export interface SheetToWrite {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/**
 * An .xlsx workbook. Text that an office program might run (it starts with = + - @, a tab or a line end, in either
 * width) gets a quote before it; `readWorkbook` takes that quote off again.
 */
export const writeWorkbook = (sheets: readonly SheetToWrite[]): Promise<Uint8Array> =>
  writeXlsx({
    sheets: sheets.map(({ name, header, rows }) => ({ name, rows: [header, ...rows].map((row) => row.map(neutralise)) })),
  });

const neutralise = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' && /^'*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;
