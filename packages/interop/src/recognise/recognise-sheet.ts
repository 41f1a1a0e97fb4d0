import type { Mapping } from '../mapping/mapping.ts';
import type { Context } from '../sheets/context.ts';
import { cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import { fold } from './fold.ts';
import { isContradicted } from './is-contradicted.ts';
import { kinds, lacking, type SheetKind, sheetKinds } from './kinds.ts';
import { makeTable } from './make-table.ts';
import { type Headers, readHeaders } from './read-headers.ts';
import type { Table } from './table.ts';

const headerDepth = 10;
const leastKnown = 3;

/**
 * The sheet under the kind whose headers it has most of, or undefined where that stays in doubt: the kind's minimum is
 * missing, another kind is as likely and neither the sheet's name nor its title tells them apart, or the values below
 * belong to another kind. A mapping that names the sheet settles the kind; the minimum stays.
 */
export function recogniseSheet(sheet: Sheet, mapping: Mapping | undefined, context: Context): Table | undefined {
  const named = sheetKinds.filter(
    (kind) => mapping?.sheets?.[kind] !== undefined && fold(mapping.sheets[kind]) === fold(sheet.name),
  );
  const candidates = (named.length > 0 ? named : sheetKinds).flatMap((kind) =>
    sheet.rows.slice(0, headerDepth).map((_, row) => readHeaders(sheet, row, kind, mapping)),
  );
  const best = named.length > 0 ? mostKnown(candidates)[0] : likeliest(sheet, candidates);
  if (best === undefined || lacking(best.kind, best.columns) > 0) return undefined;
  const table = makeTable(sheet, best);
  return named.length === 0 && isContradicted(table, context) ? undefined : table;
}

/** A kind that lacks something stays in the running while an unknown header may be what it lacks. */
function likeliest(sheet: Sheet, candidates: readonly Headers[]): Headers | undefined {
  const leaders = mostKnown(candidates.filter((headers) => isPlausible(headers)));
  const winners =
    new Set(leaders.map(({ kind }) => kind)).size > 1 ? leaders.filter((headers) => isNamed(sheet, headers)) : leaders;
  return new Set(winners.map(({ kind }) => kind)).size === 1 ? winners[0] : undefined;
}

const isPlausible = ({ kind, columns, unknown }: Headers): boolean =>
  lacking(kind, columns) <= unknown.length && (unknown.length === 0 || countKnown(columns) >= leastKnown);

const countKnown = (columns: Headers['columns']): number => columns.size - Number(columns.has('sequence'));

/** All that know as many headers as the best; upper rows first within a kind. */
function mostKnown(candidates: readonly Headers[]): readonly Headers[] {
  const most = Math.max(1, ...candidates.map(({ columns }) => columns.size));
  return candidates.filter(({ columns }) => columns.size === most);
}

/** The sheet's own name speaks first; where it says nothing, the lines above the headers do. */
function isNamed(sheet: Sheet, { kind, row }: Headers): boolean {
  const says = (text: string, of: SheetKind): boolean => kinds[of].names.some((word) => fold(text).includes(word));
  const titles = sheet.rows
    .slice(0, row)
    .flatMap((cells) => cells.map(cellText))
    .join(' ');
  return says(sheetKinds.some((other) => says(sheet.name, other)) ? sheet.name : titles, kind);
}
