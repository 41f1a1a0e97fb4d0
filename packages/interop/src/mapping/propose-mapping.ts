import { type Decision, type Text, yes } from '@linli/model';
import { parseName } from '../cells/parse-name.ts';
import type { SheetKind } from '../recognise/kinds.ts';
import { recogniseSheet } from '../recognise/recognise-sheet.ts';
import { type Context, createContext } from '../sheets/context.ts';
import type { InteropCode } from '../texts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { openWorkbook, type Sheet } from '../workbook/open-workbook.ts';
import type { KnownNames } from './column-shapes.ts';
import { fieldNames, kindNames } from './field-names.ts';
import { gridLines } from './grid-lines.ts';
import { guessSheet, namesIn, type SheetGuess } from './guess-sheet.ts';
import { type HeaderLine, headerLines } from './header-lines.ts';
import type { Mapping } from './mapping.ts';

/** A mapping for a person to check, and what it was concluded from. */
export interface MappingProposal {
  readonly mapping: Mapping;
  /** One note for each line of the mapping: what was concluded from what. */
  readonly lines: readonly Text[];
  /** What a person must settle: a column, or with a null header the whole sheet. */
  readonly unresolved: readonly { readonly sheet: string; readonly header: string | null }[];
}

/**
 * The smallest mapping under which the workbook reads: only what the built-in words do not cover. Columns are told
 * by the values in them; grids in words are numbered as they come. It is a proposal: somebody checks it before use.
 */
export async function proposeMapping(
  bytes: Uint8Array,
  { vocabulary, limitBytes }: { readonly vocabulary: Vocabulary; readonly limitBytes?: number },
): Promise<Decision<MappingProposal, InteropCode>> {
  const opened = await openWorkbook(bytes, limitBytes);
  if (!opened.ok) return opened;
  const context = createContext(vocabulary, undefined, { listedOn: null, latest: null });
  const { guesses, strangers } = guessAll(opened.value, context);
  const headers = headerLines(guesses, strangers);
  const grids = gridLines(guesses);
  const told: Mapping = {
    format: 'linli-mapping/1',
    ...filledOnly('headers', Object.fromEntries(headers.map(({ key, field }) => [key, field]))),
    ...filledOnly('grids', grids),
  };
  const { sheets, doubles } = sheetLines(guesses, told, context);
  return yes({
    mapping: { ...told, ...filledOnly('sheets', sheets) },
    lines: [
      ...headers.map(headerNote),
      ...Object.entries(grids).map(([word, grid]) => gridNote(word, grid)),
      ...Object.entries(sheets).map(([kind, name]) => sheetNote(kind as SheetKind, name)),
    ],
    unresolved: [
      ...[...strangers, ...doubles].map(({ name }) => ({ sheet: name, header: null })),
      ...guesses.flatMap(({ sheet, untold }) => untold.map(({ words }) => ({ sheet: sheet.name, header: words }))),
    ],
  });
}

/** The lists of people go first: their names tell what the other sheets' columns of names are about. */
function guessAll(sheets: readonly Sheet[], context: Context): { guesses: readonly SheetGuess[]; strangers: readonly Sheet[] } {
  const nobody: KnownNames = { residents: new Set(), helpers: new Set() };
  const lists = sheets.flatMap((sheet) => {
    const people = guessSheet(sheet, context, nobody, ['residents', 'helpers']);
    const other = guessSheet(sheet, context, nobody, ['ties', 'calls', 'services', 'resources']);
    return people === undefined || (other !== undefined && other.known.size > people.known.size) ? [] : [people];
  });
  const namesOn = (kind: SheetKind): ReadonlySet<string> =>
    new Set(lists.filter((guess) => guess.kind === kind).flatMap((guess) => namesIn(guess).map(parseName)));
  const names: KnownNames = { residents: namesOn('residents'), helpers: namesOn('helpers') };
  const guesses: SheetGuess[] = [];
  const strangers: Sheet[] = [];
  for (const sheet of sheets) {
    const guess = guessSheet(sheet, context, names);
    if (guess !== undefined) guesses.push(guess);
    else if (sheet.rows.some((row) => row.some((cell) => cell !== null))) strangers.push(sheet);
  }
  return { guesses, strangers };
}

/** A sheet is named only where headers alone leave its kind in doubt. A kind has one name: a second sheet is a person's to settle. */
function sheetLines(
  guesses: readonly SheetGuess[],
  told: Mapping,
  context: Context,
): { readonly sheets: Partial<Record<SheetKind, string>>; readonly doubles: readonly Sheet[] } {
  const sheets: Partial<Record<SheetKind, string>> = {};
  const doubles: Sheet[] = [];
  for (const { sheet, kind } of guesses) {
    if (recogniseSheet(sheet, told, context)?.kind === kind) continue;
    if (sheets[kind] === undefined) sheets[kind] = sheet.name;
    else doubles.push(sheet);
  }
  return { sheets, doubles };
}

const headerNote = ({ sheet, header, field }: HeaderLine): Text => ({
  zh: `“${sheet}”里的“${header}”一列，按内容看是${fieldNames[field]?.zh ?? field}。`,
  en: `By its values, the column "${header}" on "${sheet}" is ${fieldNames[field]?.en ?? field}.`,
});

const gridNote = (word: string, grid: number): Text => ({
  zh: `网格“${word}”暂定为第 ${grid} 网格，请核对。`,
  en: `The grid "${word}" is taken as grid ${grid}; please check.`,
});

const sheetNote = (kind: SheetKind, name: string): Text => ({
  zh: `工作表“${name}”按内容看是${kindNames[kind].zh}。`,
  en: `By its values, the sheet "${name}" is ${kindNames[kind].en}.`,
});

const filledOnly = <Key extends string, Value extends object>(key: Key, value: Value): Partial<Record<Key, Value>> =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Value>);
