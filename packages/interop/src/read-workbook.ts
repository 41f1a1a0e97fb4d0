import { type Decision, type Intake, type LocalDate, type Reason, type Remark, yes } from '@linli/model';
import { findDate } from './cells/parse-date.ts';
import { fieldNames } from './mapping/field-names.ts';
import type { Mapping } from './mapping/mapping.ts';
import { kinds, type SheetKind } from './recognise/kinds.ts';
import { recogniseSheet } from './recognise/recognise-sheet.ts';
import type { Table } from './recognise/table.ts';
import { createContext } from './sheets/context.ts';
import { readCalls } from './sheets/read-calls.ts';
import { readHelpers } from './sheets/read-helpers.ts';
import { readResidents } from './sheets/read-residents.ts';
import { readResources } from './sheets/read-resources.ts';
import { readServices } from './sheets/read-services.ts';
import { readTies } from './sheets/read-ties.ts';
import type { Remarks } from './sheets/row.ts';
import type { InteropCode } from './texts.ts';
import type { Vocabulary } from './vocabulary.ts';
import { cellText } from './workbook/cell.ts';
import { openWorkbook, type Sheet } from './workbook/open-workbook.ts';

/** What a reading is told beside the file: the community's words, and what its workbook calls things. */
export interface ReadOptions {
  readonly vocabulary: Vocabulary;
  readonly mapping?: Mapping;
  /** The day of the phone round and of the lists, used where the file itself bears no date. */
  readonly date?: LocalDate;
  /** Largest file taken, 20 MB where not said. */
  readonly limitBytes?: number;
}

/** How one sheet was understood: `headerRow` counts from 1, `fields` maps the sheet's headers to ours. */
export interface SheetUse {
  readonly sheet: string;
  readonly kind: SheetKind;
  readonly headerRow: number;
  readonly fields: Readonly<Record<string, string>>;
}

/** What the file says, how each sheet was understood, and of which days it speaks. */
export interface WorkbookReading {
  readonly intake: Intake;
  readonly mapping: readonly SheetUse[];
  /** The day of the phone round, as its title says. The latest, where there are several rounds. */
  readonly registerDate: LocalDate | null;
  readonly rosterDate: LocalDate | null;
  /** What the file says of itself; null where it says nothing. */
  readonly declared: { readonly residents: number | null };
}

/**
 * Everything a workbook says. Rows are taken, taken with a warning, or refused, each located by sheet, row and column;
 * a sheet that is not recognised is refused as one remark. No: the file is no whole workbook, or no sheet is recognised.
 */
export async function readWorkbook(bytes: Uint8Array, options: ReadOptions): Promise<Decision<WorkbookReading, InteropCode>> {
  const opened = await openWorkbook(bytes, options.limitBytes);
  if (!opened.ok) return opened;
  const words = createContext(options.vocabulary, options.mapping, { listedOn: null, latest: null });
  const found = opened.value.map((sheet) => ({ sheet, table: recogniseSheet(sheet, options.mapping, words) }));
  const tables = found.flatMap(({ table }) => table ?? []);
  const strangers = found.filter(({ sheet, table }) => table === undefined && hasRows(sheet)).map(({ sheet }) => sheet);
  if (tables.length === 0) {
    const [first = { code: 'file/empty' as const }, ...rest] = strangers.map(notRecognised);
    return { ok: false, reasons: [first, ...rest] };
  }
  return yes(readTables(tables, strangers, options));
}

function readTables(tables: readonly Table[], strangers: readonly Sheet[], options: ReadOptions): WorkbookReading {
  const rosterDate = latestTitleDate(tables, 'residents');
  const registerDate = latestTitleDate(tables, 'calls');
  const given = options.date ?? null;
  const context = createContext(options.vocabulary, options.mapping, {
    listedOn: rosterDate ?? registerDate ?? given,
    latest: registerDate ?? rosterDate ?? given,
  });
  const remarks: Remarks = { refused: [], warnings: [] };
  for (const table of tables) remarks.warnings.push(...columnWarnings(table));
  const lacks = new Map(tables.map((table) => [table, missingColumns(table)]));
  const of = <Draft>(kind: SheetKind, read: (table: Table) => readonly Draft[]): readonly Draft[] =>
    tables.filter((table) => table.kind === kind && lacks.get(table)!.length === 0).flatMap(read);
  const intake: Intake = {
    residents: of('residents', (table) => readResidents(table, context, remarks)),
    helpers: of('helpers', (table) => readHelpers(table, context, remarks)),
    ties: of('ties', (table) => readTies(table, context, remarks)),
    calls: of('calls', (table) => {
      const date = titleDate(table) ?? given;
      if (date !== null) return readCalls(table, date, context, remarks);
      remarks.refused.push(sheetRemark(table, null, 'sheet/no-date'));
      return [];
    }),
    services: of('services', (table) => readServices(table, context, remarks)),
    resources: of('resources', (table) => readResources(table, context, remarks)),
    refused: remarks.refused,
    warnings: remarks.warnings,
  };
  for (const [table, fields] of lacks)
    if (fields.length > 0) remarks.refused.push(sheetRemark(table, null, 'column/missing', { fields: fields.join('；') }));
  for (const sheet of strangers)
    remarks.refused.push({ at: { sheet: sheet.name, row: 1 }, column: null, reason: notRecognised(sheet) });
  const declared = tables.find(({ kind, declared }) => kind === 'residents' && declared !== null)?.declared ?? null;
  return { intake, mapping: tables.map(useOf), registerDate, rosterDate, declared: { residents: declared } };
}

/** The date in the lines above the headers; a line that speaks of an update goes first. */
function titleDate({ titles }: Table): LocalDate | undefined {
  const ordered = titles.toSorted((a, b) => Number(/更新|日期|updated/iu.test(b)) - Number(/更新|日期|updated/iu.test(a)));
  return ordered.map(findDate).find((date) => date !== undefined);
}

const latestTitleDate = (tables: readonly Table[], kind: SheetKind): LocalDate | null =>
  tables
    .filter((table) => table.kind === kind)
    .flatMap((table) => titleDate(table) ?? [])
    .toSorted()
    .at(-1) ?? null;

/** A tie without a cadence, a service without a beneficiary: nothing may stand in for what the sheet never says. */
const missingColumns = ({ kind, columns }: Table): readonly string[] =>
  kinds[kind].needs
    .filter((field) => !columns.has(field))
    .map((field) => `${fieldNames[field]?.zh ?? field} (${fieldNames[field]?.en ?? field})`);

function columnWarnings(table: Table): Remark<InteropCode>[] {
  const party = table.columns.get('party');
  const unread = kinds[table.kind].unread.flatMap((field) => table.columns.get(field) ?? []);
  return [
    ...(party === undefined ? [] : [sheetRemark(table, party.words, 'column/not-stored')]),
    ...unread.map(({ words }) => sheetRemark(table, words, 'column/not-needed')),
    ...table.unknown.map(({ words }) => sheetRemark(table, words, 'column/unknown')),
    ...table.repeated.map(({ words }) => sheetRemark(table, words, 'column/repeated')),
    ...table.unnamed.map((letter) => sheetRemark(table, null, 'column/unnamed', { letter })),
  ];
}

const sheetRemark = (table: Table, column: string | null, code: InteropCode, data?: Reason['data']): Remark<InteropCode> => ({
  at: { sheet: table.sheet, row: table.headerRow },
  column,
  reason: data === undefined ? { code } : { code, data },
});

const useOf = ({ sheet, kind, headerRow, columns }: Table): SheetUse => ({
  sheet,
  kind,
  headerRow,
  fields: Object.fromEntries([...columns].map(([field, { words }]) => [words, field])),
});

const hasRows = ({ rows }: Sheet): boolean => rows.some((row) => row.some((cell) => cell !== null));

/** What stood in the fullest of the upper rows, shortened: enough to know the sheet by. Long numbers may be somebody's. */
function notRecognised({ name, rows }: Sheet) {
  const texts = rows.slice(0, 10).map((row) => row.map(cellText).filter((text) => text !== '' && !/\d{5}/.test(text)));
  const fullest = texts.toSorted((a, b) => b.length - a.length)[0] ?? [];
  const found = fullest.map((text) => text.slice(0, 12)).slice(0, 12);
  return { code: 'sheet/not-recognised' as const, data: { sheet: name, found: found.join('、') } };
}
