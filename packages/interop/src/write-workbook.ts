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
    // Left out, it would be the machine's clock, and the same sheets would be other bytes.
    properties: { created: NO_TIME, modified: NO_TIME },
    sheets: sheets.map(({ name, header, rows }) => ({ name, rows: [header, ...rows].map((row) => row.map(neutralise)) })),
  });

const NO_TIME = new Date(0);

const neutralise = (cell: string | number | null): string | number | null =>
  typeof cell === 'string' && /^'*[=+\-@＝＋－＠\t\r\n]/u.test(cell) ? `'${cell}` : cell;
