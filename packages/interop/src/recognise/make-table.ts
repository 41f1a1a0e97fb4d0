import { type Cell, cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { fold } from './fold.ts';
import type { Headers } from './read-headers.ts';
import type { Column, Table, TableRow } from './table.ts';

/** The rows below the headers, without blanks, repeated headers and totals. */
export function makeTable(sheet: Sheet, { kind, row, columns, unknown, repeated }: Headers): Table {
  const rows: TableRow[] = [];
  let declared: number | null = null;
  const holding = [...columns].filter(([field]) => field !== 'sequence').map(([, { index }]) => index);
  sheet.rows.forEach((cells, index) => {
    if (index <= row) return;
    const isBlank = holding.every((column) => sheet.isFilled(index, column) || cellText(cells[column] ?? null) === '');
    if (isTotals(cells.map(cellText))) declared ??= countIn(cells.map(cellText));
    else if (!isBlank && !isHeaderAgain(cells.map(cellText), columns)) rows.push({ number: index + 1, cells });
  });
  const titles = sheet.rows.slice(0, row).flatMap((cells) => cells.map(cellText).filter((text) => text !== ''));
  const unnamed = unnamedColumns(sheet.rows[row]!, rows);
  return { sheet: sheet.name, kind, titles, headerRow: row + 1, columns, unknown, repeated, unnamed, rows, declared };
}

/** A line that adds up the rows above it says so in its first cell. */
export const isTotals = (texts: readonly string[]): boolean =>
  /^(合计|总计|小计|共计|total|sum)/iu.test(fold(texts.find((text) => text !== '') ?? ''));

function countIn(texts: readonly string[]): number | null {
  const digits = texts.map((text) => /\d+/.exec(text.normalize('NFKC'))?.[0]).find((found) => found !== undefined);
  return digits === undefined ? null : Number(digits);
}

/** As the office program letters them: A to Z, then AA. */
function unnamedColumns(header: readonly Cell[], rows: readonly TableRow[]): readonly string[] {
  const held = new Set(rows.flatMap(({ cells }) => cells.flatMap((cell, index) => (cell === null ? [] : index))));
  const letters = (index: number): string =>
    (index < 26 ? '' : letters(Math.floor(index / 26) - 1)) + String.fromCharCode(65 + (index % 26));
  return [...held]
    .filter((index) => cellText(header[index] ?? null) === '')
    .toSorted((a, b) => a - b)
    .map(letters);
}

/** A page break in a long list often repeats the headers. */
const isHeaderAgain = (texts: readonly string[], columns: ReadonlyMap<string, Column>): boolean =>
  [...columns.values()].every(({ index, words }) => texts[index] === words);
