import type { Mapping } from '../mapping/mapping.ts';
import { cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { fold } from './fold.ts';
import { kinds, type SheetKind, sheetKinds } from './kinds.ts';
import type { Column } from './table.ts';

const longestHeader = 60;

/** One row read as the headers of one kind. */
export interface Headers {
  readonly kind: SheetKind;
  /** Counts from 0. */
  readonly row: number;
  readonly columns: ReadonlyMap<string, Column>;
  readonly unknown: readonly Column[];
  readonly repeated: readonly Column[];
}

/** Every filled cell of the row is a field of the kind, a second column for such a field, or unknown. */
export function readHeaders(sheet: Sheet, row: number, kind: SheetKind, mapping: Mapping | undefined): Headers {
  const columns = new Map<string, Column>();
  const unknown: Column[] = [];
  const repeated: Column[] = [];
  const fieldOf = fieldsOf(sheet, kind, mapping);
  (sheet.rows[row] ?? []).forEach((cell, index) => {
    const words = cellText(cell);
    if (words === '') return;
    const field = words.length > longestHeader ? undefined : fieldOf(words);
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

/** A line that names the sheet goes before one that holds for all sheets, and both before the built-in words. */
function fieldsOf(sheet: Sheet, kind: SheetKind, mapping: Mapping | undefined): (words: string) => string | undefined {
  const everywhere = new Map<string, string>();
  const here = new Map<string, string>();
  const builtIn = builtInWords.get(kind)!;
  const prefix = `${fold(sheet.name)}/`;
  for (const [key, field] of Object.entries(mapping?.headers ?? {})) {
    const ours = sameField[kind]?.[field] ?? field;
    if (!Object.hasOwn(kinds[kind].headers, ours)) continue;
    everywhere.set(headerForm(key), ours);
    if (fold(key).startsWith(prefix)) here.set(headerForm(fold(key).slice(prefix.length)), ours);
  }
  return (words) => {
    const header = headerForm(words);
    const short = headerForm(fold(words).replace(/\([^)]*\)$/u, ''));
    return here.get(header) ?? everywhere.get(header) ?? builtIn.get(header) ?? builtIn.get(short);
  };
}

/** Marks such as `*` and `:` and what joins two words do not count: `楼栋-单元-门牌`, `Next-of-kin:`. */
const headerForm = (words: string): string =>
  fold(words)
    .replace(/^\*|[*:]+$/gu, '')
    .replace(/(?<=.)[-_./'’、·,](?=.)/gu, '');

const builtInWords = new Map(
  sheetKinds.map((kind): [SheetKind, ReadonlyMap<string, string>] => {
    const fields: Readonly<Record<string, readonly string[]>> = kinds[kind].headers;
    return [kind, new Map(Object.entries(fields).flatMap(([field, words]) => words.map((word) => [headerForm(word), field])))];
  }),
);
