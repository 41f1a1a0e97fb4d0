import { fold } from '../recognise/fold.ts';
import { kinds, type SheetKind, sheetKinds } from '../recognise/kinds.ts';
import { isTotals, readHeaders } from '../recognise/recognise-sheet.ts';
import type { Column } from '../recognise/table.ts';
import type { Context } from '../sheets/context.ts';
import { type Cell, cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { columnShapes, type KnownNames, type Shape } from './column-shapes.ts';

/** Which field a column of some shape is, by kind of sheet. The surest come first; each field and column is given once. */
const fieldsByShape: Readonly<Record<SheetKind, readonly (readonly [Shape, string])[]>> = {
  residents: [
    ['identity', 'identity'],
    ['phone', 'phone'],
    ['contact', 'contact'],
    ['address', 'address'],
    ['birth', 'birth'],
    ['sex', 'sex'],
    ['selfCare', 'selfCare'],
    ['living', 'living'],
    ['hardship', 'hardship'],
    ['grid', 'grid'],
    ['gridWord', 'grid'],
    ['flag', 'lift'],
    ['name', 'name'],
  ],
  helpers: [
    ['role', 'role'],
    ['phone', 'phone'],
    ['birth', 'birth'],
    ['sex', 'sex'],
    ['availability', 'availability'],
    ['skills', 'skills'],
    ['building', 'building'],
    ['address', 'building'],
    ['grid', 'grid'],
    ['gridWord', 'grid'],
    ['hours', 'weeklyCap'],
    ['name', 'name'],
  ],
  ties: [
    ['address', 'address'],
    ['cadence', 'cadence'],
    ['duty', 'duty'],
    ['role', 'role'],
    ['grid', 'grid'],
    ['gridWord', 'grid'],
    ['residentName', 'resident'],
    ['helperName', 'helper'],
  ],
  calls: [
    ['time', 'time'],
    ['outcome', 'outcome'],
    ['address', 'address'],
    ['grid', 'grid'],
    ['gridWord', 'grid'],
    ['flag', 'emergency'],
    ['service', 'request'],
    ['order', 'order'],
    ['residentName', 'resident'],
    ['helperName', 'takenBy'],
  ],
  services: [
    ['date', 'date'],
    ['time', 'from'],
    ['time', 'until'],
    ['service', 'category'],
    ['evidence', 'evidence'],
    ['helperName', 'helper'],
    ['residentName', 'beneficiary'],
  ],
  resources: [['phone', 'phone']],
};

/** A sheet's likely kind: which of its columns the headers tell already, which only the values tell, which nothing tells. */
export interface SheetGuess {
  readonly sheet: Sheet;
  readonly kind: SheetKind;
  readonly known: ReadonlyMap<string, Column>;
  readonly guessed: ReadonlyMap<string, Column>;
  readonly untold: readonly Column[];
  /** The values below the header, without totals and without those that a merge repeats. */
  valuesOf(column: Column): readonly Cell[];
}

/** The kind that explains most of the sheet, headers counting double; undefined where required fields stay unfound. */
export function guessSheet(
  sheet: Sheet,
  context: Context,
  names: KnownNames,
  among: readonly SheetKind[] = sheetKinds,
): SheetGuess | undefined {
  const row = likelyHeaderRow(sheet);
  if (row === undefined) return undefined;
  const valuesOf = ({ index }: Column): readonly Cell[] =>
    sheet.rows.flatMap((cells, at) =>
      at <= row || sheet.isFilled(at, index) || isTotals(cells.map(cellText)) ? [] : (cells[index] ?? null),
    );
  const shapes = new Map<number, ReadonlyMap<Shape, number>>();
  const shapesOf = (column: Column): ReadonlyMap<Shape, number> => {
    const found = shapes.get(column.index) ?? columnShapes(valuesOf(column), context, names);
    shapes.set(column.index, found);
    return found;
  };
  return among
    .map((kind) => guessAs(sheet, row, kind, shapesOf, valuesOf))
    .filter(isEnough)
    .toSorted((a, b) => score(b) - score(a))[0];
}

function guessAs(
  sheet: Sheet,
  row: number,
  kind: SheetKind,
  shapesOf: (column: Column) => ReadonlyMap<Shape, number>,
  valuesOf: SheetGuess['valuesOf'],
): SheetGuess {
  const { columns: known, unknown } = readHeaders(sheet, row, kind, undefined);
  const guessed = new Map<string, Column>();
  let untold = unknown;
  for (const [shape, field] of fieldsByShape[kind]) {
    if (known.has(field) || guessed.has(field)) continue;
    // The sort is stable: of two columns that fit equally well the left one is meant.
    const fitting = untold.filter((column) => shapesOf(column).has(shape));
    const column = fitting.toSorted((a, b) => shapesOf(b).get(shape)! - shapesOf(a).get(shape)!)[0];
    if (column === undefined) continue;
    guessed.set(field, column);
    untold = untold.filter((other) => other !== column);
  }
  return { sheet, kind, known, guessed, untold, valuesOf };
}

const isEnough = ({ kind, known, guessed }: SheetGuess): boolean =>
  kinds[kind].required.every((field) => known.has(field) || guessed.has(field)) &&
  known.size + guessed.size >= kinds[kind].required.length + kinds[kind].others;

const score = ({ sheet, kind, known, guessed }: SheetGuess): number =>
  4 * known.size + 2 * guessed.size + (kinds[kind].names.some((word) => fold(sheet.name).includes(word)) ? 1 : 0);

/** The first of the upper rows that is nearly as full as the fullest and holds only short, differing words. */
function likelyHeaderRow({ rows }: Sheet): number | undefined {
  const upper = rows.slice(0, 10).map((row) => row.map(cellText).filter((text) => text !== ''));
  const fullest = Math.max(0, ...upper.map((texts) => texts.length));
  const isHeader = (texts: readonly string[]): boolean =>
    texts.length >= 3 &&
    texts.length * 10 >= fullest * 8 &&
    new Set(texts).size === texts.length &&
    texts.every((text) => text.length <= 30 && !/^\d/.test(text));
  const found = upper.findIndex(isHeader);
  return found < 0 ? undefined : found;
}
