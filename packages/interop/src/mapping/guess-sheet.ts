import { parseWallTime } from '../cells/parse-wall-time.ts';
import { fold } from '../recognise/fold.ts';
import { kinds, lacking, type SheetKind, sheetKinds } from '../recognise/kinds.ts';
import { isTotals } from '../recognise/make-table.ts';
import { readHeaders } from '../recognise/read-headers.ts';
import { recogniseSheet } from '../recognise/recognise-sheet.ts';
import type { Column } from '../recognise/table.ts';
import type { Context } from '../sheets/context.ts';
import { type Cell, cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { columnShapes, type KnownNames, type Shape } from './column-shapes.ts';
import { fieldsByShape } from './fields-by-shape.ts';

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

/** A value tells a column only by a clear majority; below the lower bound the values deny what the header says. */
const majorityPermille = 800;
const denialPermille = 200;
const leastToDeny = 3;

/** What a guess is made from: one sheet, its likely header row, and what its columns look like. */
interface Look {
  readonly sheet: Sheet;
  readonly row: number;
  valuesOf(column: Column): readonly Cell[];
  share(column: Column, shape: Shape): number;
}

/**
 * The kind the headers tell, or else the one that explains most of the sheet, headers counting double; undefined where
 * the minimum of every kind stays unfound or the values deny it.
 */
export function guessSheet(
  sheet: Sheet,
  context: Context,
  names: KnownNames,
  among: readonly SheetKind[] = sheetKinds,
): SheetGuess | undefined {
  const table = recogniseSheet(sheet, undefined, context);
  if (table !== undefined) {
    const look = lookAt(sheet, table.headerRow - 1, context, names);
    return among.includes(table.kind) ? guessAs(look, table.kind, () => false) : undefined;
  }
  const row = likelyHeaderRow(sheet);
  if (row === undefined) return undefined;
  const look = lookAt(sheet, row, context, names);
  return among
    .map((kind) => guessAs(look, kind, (field, column) => isDenied(look, kind, field, column)))
    .filter((guess) => isPossible(guess, look))
    .toSorted((a, b) => score(b) - score(a))[0];
}

function lookAt(sheet: Sheet, row: number, context: Context, names: KnownNames): Look {
  const valuesOf = ({ index }: Column): readonly Cell[] =>
    sheet.rows.flatMap((cells, at) =>
      at <= row || sheet.isFilled(at, index) || isTotals(cells.map(cellText)) ? [] : (cells[index] ?? null),
    );
  const shapes = new Map<number, ReadonlyMap<Shape, number>>();
  const share = (column: Column, shape: Shape): number => {
    const found = shapes.get(column.index) ?? columnShapes(valuesOf(column), context, names);
    shapes.set(column.index, found);
    return found.get(shape) ?? 0;
  };
  return { sheet, row, valuesOf, share };
}

function guessAs(look: Look, kind: SheetKind, isDenied: (field: string, column: Column) => boolean): SheetGuess {
  const { sheet, row, share, valuesOf } = look;
  const needs: readonly string[] = kinds[kind].needs;
  const { columns, unknown } = readHeaders(sheet, row, kind, undefined);
  const known = new Map([...columns].filter(([field, column]) => !isDenied(field, column)));
  const denied = [...columns].filter(([field]) => !known.has(field)).map(([, column]) => column);
  const guessed = new Map<string, Column>();
  let untold = [...unknown, ...denied].toSorted((a, b) => a.index - b.index);
  for (const [shape, field] of fieldsByShape[kind]) {
    if (known.has(field) || guessed.has(field)) continue;
    // The sort is stable: of two columns that fit equally well the left one is meant.
    const fitting = untold.filter(
      (column) => share(column, shape) >= majorityPermille && (!needs.includes(field) || isFull(valuesOf(column))),
    );
    const column = fitting.toSorted((a, b) => share(b, shape) - share(a, shape))[0];
    if (column === undefined) continue;
    // Small numbers are hours only once the grid is told, where no other column has any, and where they come again.
    const isPlain =
      shape !== 'hours' || (fitting.length === 1 && (known.has('grid') || guessed.has('grid')) && repeats(valuesOf(column)));
    if (!isPlain) continue;
    guessed.set(field, column);
    untold = untold.filter((other) => other !== column);
  }
  setInOrder(guessed, valuesOf);
  return { sheet, kind, known, guessed, untold, valuesOf };
}

/** A field that no row can do without is not a column that most rows leave blank. */
const isFull = (cells: readonly Cell[]): boolean => cells.filter((cell) => cell !== null).length * 2 >= cells.length;

const repeats = (cells: readonly Cell[]): boolean => new Set(cells).size * 2 <= cells.length;

/** Of two columns of clock times the earlier one is the start, wherever it stands. */
function setInOrder(guessed: Map<string, Column>, valuesOf: SheetGuess['valuesOf']): void {
  const from = guessed.get('from');
  const until = guessed.get('until');
  if (from === undefined || until === undefined) return;
  const ends = valuesOf(until).map(parseWallTime);
  const forward = valuesOf(from).filter((cell, index) => (parseWallTime(cell) ?? '') < (ends[index] ?? '')).length;
  if (forward * 2 >= ends.length) return;
  guessed.set('from', until);
  guessed.set('until', from);
}

const nameShapes = new Set<Shape>(['name', 'placeName', 'residentName', 'helperName', 'word', 'place', 'health']);

/** Anybody may have any name, so a column of names is denied only where it holds no words at all. */
function isDenied({ share, valuesOf }: Look, kind: SheetKind, field: string, column: Column): boolean {
  const shapes = fieldsByShape[kind].filter(([, own]) => own === field).map(([shape]) => shape);
  if (shapes.length === 0 || valuesOf(column).filter((cell) => cell !== null).length < leastToDeny) return false;
  const loose: readonly Shape[] = shapes.some((shape) => nameShapes.has(shape)) ? ['letters', 'place', ...shapes] : shapes;
  // A bare number in a grid column is a grid; it is only too little to guess one from.
  if (field === 'grid' || field === 'building') return false;
  return loose.every((shape) => share(column, shape) < denialPermille);
}

/** Shapes that no column of a list of people has. */
const foreign: Partial<Record<SheetKind, readonly Shape[]>> = {
  residents: ['role', 'duty', 'cadence', 'outcome', 'time'],
  helpers: ['duty', 'cadence', 'outcome', 'time'],
};

function isPossible(guess: SheetGuess, { share }: Look): boolean {
  const { kind, known, guessed, untold } = guess;
  if (lacking(kind, new Set([...known.keys(), ...guessed.keys()])) > 0) return false;
  const shapes = foreign[kind];
  if (shapes === undefined) return true;
  if (untold.some((column) => shapes.some((shape) => share(column, shape) >= majorityPermille))) return false;
  const names = namesIn(guess);
  return names.length < 10 || new Set(names).size * 2 >= names.length;
}

/** What stands in the column of names of a list of people or places. */
export function namesIn({ known, guessed, valuesOf }: SheetGuess): readonly string[] {
  const column = known.get('name') ?? guessed.get('name');
  return column === undefined ? [] : valuesOf(column).map(cellText).filter(Boolean);
}

const score = ({ sheet, kind, known, guessed }: SheetGuess): number =>
  4 * known.size + 2 * guessed.size + (kinds[kind].names.some((word) => fold(sheet.name).includes(word)) ? 1 : 0);

/** A bare number, a date, a clock time, a phone: no header has any of these. */
const valueLike = /^[\d./:：-]+$|\d[月日:：]|\d{4}/u;

/** The first of the upper rows that is nearly as full as the fullest and holds only short, differing words. */
function likelyHeaderRow({ rows }: Sheet): number | undefined {
  const upper = rows.slice(0, 10).map((row) => row.map(cellText).filter((text) => text !== ''));
  const fullest = Math.max(0, ...upper.map((texts) => texts.length));
  const isHeader = (texts: readonly string[]): boolean =>
    texts.length >= 3 &&
    texts.length * 10 >= fullest * 8 &&
    new Set(texts).size === texts.length &&
    texts.every((text) => text.length <= 30 && !valueLike.test(text));
  const found = upper.findIndex(isHeader);
  return found < 0 ? undefined : found;
}
