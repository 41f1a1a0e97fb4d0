import { isPlaceName } from '../cells/is-place-name.ts';
import { parseAddress } from '../cells/parse-address.ts';
import { parseName } from '../cells/parse-name.ts';
import { parseWallTime } from '../cells/parse-wall-time.ts';
import type { Context } from '../sheets/context.ts';
import { type Cell, cellText } from '../workbook/cell.ts';
import { fold } from './fold.ts';
import type { SheetKind } from './kinds.ts';
import type { Table } from './table.ts';

const sampleSize = 200;

type Test = (cell: Cell, context: Context) => boolean;
const isAmong =
  (list: 'roles' | 'duties' | 'cadences' | 'outcomes'): Test =>
  (cell, context) =>
    context[list].has(fold(cellText(cell)));
const isClock: Test = (cell) => typeof cell === 'string' && parseWallTime(cell) !== undefined;

/** What no column of such a sheet holds under any header. */
const foreign: Readonly<Record<SheetKind, readonly Test[]>> = {
  residents: [isAmong('roles'), isAmong('duties'), isAmong('cadences'), isAmong('outcomes'), isClock],
  helpers: [isAmong('duties'), isAmong('cadences'), isAmong('outcomes'), isClock],
  ties: [isAmong('outcomes'), isClock],
  calls: [isAmong('duties'), isAmong('cadences')],
  services: [isAmong('cadences'), isAmong('outcomes')],
  resources: [isAmong('roles'), isAmong('duties'), isAmong('cadences'), isAmong('outcomes'), isClock],
};

/**
 * Headers may lie about the whole sheet: a column nobody knows tells of another kind, a list of people names places, or
 * a roster names the same people over and over.
 */
export function isContradicted(table: Table, context: Context): boolean {
  const { kind, unknown, columns, rows } = table;
  const valuesOf = (index = -1): readonly Cell[] =>
    rows
      .map(({ cells }) => cells[index] ?? null)
      .filter((cell) => cell !== null)
      .slice(0, sampleSize);
  const isForeign = unknown.some(({ index }) =>
    foreign[kind].some((test) => most(valuesOf(index), (cell) => test(cell, context))),
  );
  if (isForeign || (kind !== 'residents' && kind !== 'helpers')) return isForeign;
  if (most(valuesOf(columns.get('name')?.index), (cell) => isPlaceName(cellText(cell)))) return true;
  return kind === 'residents' && isRepetitive(table);
}

/** Four in five, of three at least. */
const most = (cells: readonly Cell[], test: (cell: Cell) => boolean): boolean =>
  cells.length >= 3 && cells.filter(test).length * 5 >= cells.length * 4;

/** Two rows for one elder happen; where most rows are about somebody named before, the list is of something else. */
function isRepetitive({ rows, columns }: Table): boolean {
  const text = (cells: readonly Cell[], field: string): string => cellText(cells[columns.get(field)?.index ?? -1] ?? null);
  const people = rows.map(({ cells }) => {
    const address = parseAddress(text(cells, 'address'));
    return [parseName(text(cells, 'name')), text(cells, 'identity'), JSON.stringify(address ?? '')].join('|');
  });
  return rows.length >= 10 && new Set(people).size * 2 < rows.length;
}
