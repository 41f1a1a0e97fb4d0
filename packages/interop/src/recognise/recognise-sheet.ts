import type { Mapping } from '../mapping/mapping.ts';
import { type Cell, cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { fold } from './fold.ts';
import { kinds, type SheetKind, sheetKinds } from './kinds.ts';
import type { Column, Table, TableRow } from './table.ts';

const headerDepth = 10;
const longestHeader = 60;

/** The header row that fits some kind best, or undefined where none has all that its kind requires. */
export function recogniseSheet(sheet: Sheet, mapping: Mapping | undefined): Table | undefined {
  const named = sheetKinds.filter(
    (kind) => mapping?.sheets?.[kind] !== undefined && fold(mapping.sheets[kind]) === fold(sheet.name),
  );
  const candidates = (named.length > 0 ? named : sheetKinds).flatMap((kind) =>
    sheet.rows.slice(0, headerDepth).map((_, row) => readHeaders(sheet, row, kind, mapping)),
  );
  const best = candidates.filter(isEnough).toSorted((a, b) => score(b, sheet) - score(a, sheet))[0];
  return best === undefined ? undefined : makeTable(sheet, best);
}

/** One row read as the headers of one kind. */
interface Headers {
  readonly kind: SheetKind;
  readonly row: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly unknown: readonly Column[];
  readonly repeated: readonly Column[];
}

export function readHeaders(sheet: Sheet, row: number, kind: SheetKind, mapping: Mapping | undefined): Headers {
  const columns = new Map<string, Column>();
  const unknown: Column[] = [];
  const repeated: Column[] = [];
  (sheet.rows[row] ?? []).forEach((cell, index) => {
    const words = cellText(cell);
    if (words === '') return;
    const field = words.length > longestHeader ? undefined : fieldOf(words, kind, mapping);
    if (field === undefined) unknown.push({ index, words });
    else if (columns.has(field)) repeated.push({ index, words });
    else columns.set(field, { index, words });
  });
  return { kind, row, columns, unknown, repeated };
}

/** In the roster the person of the row is the resident, in the list of helpers the helper: either word will do. */
const sameField: Partial<Record<SheetKind, Readonly<Record<string, string>>>> = {
  residents: { resident: 'name' },
  helpers: { helper: 'name' },
};

function fieldOf(words: string, kind: SheetKind, mapping: Mapping | undefined): string | undefined {
  const fields: Readonly<Record<string, readonly string[]>> = kinds[kind].headers;
  const header = headerForm(words);
  for (const [theirs, field] of Object.entries(mapping?.headers ?? {})) {
    const ours = sameField[kind]?.[field] ?? field;
    if (headerForm(theirs) === header && Object.hasOwn(fields, ours)) return ours;
  }
  const short = header.replace(/\([^)]*\)$/u, '');
  return Object.keys(fields).find((field) => fields[field]!.some((word) => word === header || word === short));
}

const headerForm = (words: string): string => fold(words).replace(/^\*|[*:]+$/gu, '');

const missingFields = ({ kind, columns }: Headers): readonly string[] =>
  kinds[kind].required.filter((field) => !columns.has(field));

const isEnough = (headers: Headers): boolean =>
  missingFields(headers).length === 0 && headers.columns.size >= kinds[headers.kind].required.length + kinds[headers.kind].others;

/** Known headers count; a sheet's name only breaks a tie, and the upper row and the earlier kind the rest. */
const score = ({ kind, columns }: Headers, sheet: Sheet): number =>
  columns.size * 2 + (kinds[kind].names.some((word) => fold(sheet.name).includes(word)) ? 1 : 0);

function makeTable(sheet: Sheet, { kind, row, columns, unknown, repeated }: Headers): Table {
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
