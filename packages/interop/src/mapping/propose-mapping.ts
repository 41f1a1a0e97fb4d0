import { type Decision, type Text, yes } from '@linli/model';
import { parseGrid } from '../cells/parse-grid.ts';
import { parseName } from '../cells/parse-name.ts';
import { fold } from '../recognise/fold.ts';
import type { SheetKind } from '../recognise/kinds.ts';
import { recogniseSheet } from '../recognise/recognise-sheet.ts';
import { type Context, createContext } from '../sheets/context.ts';
import type { InteropCode } from '../texts.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { cellText } from '../workbook/cell.ts';
import { openWorkbook, type Sheet } from '../workbook/open-workbook.ts';
import type { KnownNames } from './column-shapes.ts';
import { fieldNames, kindNames } from './field-names.ts';
import { guessSheet, type SheetGuess } from './guess-sheet.ts';
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
  const lines: Text[] = [];
  const unresolved: { sheet: string; header: string | null }[] = strangers.map(({ name }) => ({ sheet: name, header: null }));
  const headers = headerLines(guesses, lines, unresolved);
  const grids = gridLines(guesses, lines);
  const told: Mapping = { format: 'linli-mapping/1', ...filledOnly('headers', headers), ...filledOnly('grids', grids) };
  const sheets = sheetLines(guesses, told, lines);
  return yes({ mapping: { ...told, ...filledOnly('sheets', sheets) }, lines, unresolved });
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
    new Set(lists.filter((guess) => guess.kind === kind).flatMap((guess) => namesIn(guess)));
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

function namesIn(guess: SheetGuess): readonly string[] {
  const column = guess.known.get('name') ?? guess.guessed.get('name');
  return column === undefined
    ? []
    : guess
        .valuesOf(column)
        .map((cell) => parseName(cellText(cell)))
        .filter(Boolean);
}

function headerLines(
  guesses: readonly SheetGuess[],
  lines: Text[],
  unresolved: { sheet: string; header: string | null }[],
): Readonly<Record<string, string>> {
  const headers = new Map<string, string>();
  for (const guess of guesses) {
    for (const [own, { words }] of guess.guessed) {
      const field = sharedField(guess.kind, own);
      if (headers.get(words) === field) continue;
      // One header cannot mean two things: the second sheet's is left for a person.
      if (headers.has(words)) unresolved.push({ sheet: guess.sheet.name, header: words });
      else {
        headers.set(words, field);
        lines.push({
          zh: `“${guess.sheet.name}”里的“${words}”一列，按内容看是${fieldNames[field]?.zh ?? field}。`,
          en: `By its values, the column "${words}" on "${guess.sheet.name}" is ${fieldNames[field]?.en ?? field}.`,
        });
      }
    }
    for (const { words } of guess.untold) unresolved.push({ sheet: guess.sheet.name, header: words });
  }
  return Object.fromEntries(headers);
}

/** The person of a roster row is a resident, of a list of helpers a helper: one line then serves several sheets. */
const sharedField = (kind: SheetKind, field: string): string => {
  if (field !== 'name') return field;
  return kind === 'residents' ? 'resident' : kind === 'helpers' ? 'helper' : field;
};

/** Words that tell no number are numbered in order of appearance, past the numbers already told. */
function gridLines(guesses: readonly SheetGuess[], lines: Text[]): Readonly<Record<string, number>> {
  const grids = new Map<string, number>();
  const words = guesses.flatMap((guess) => {
    const column = guess.known.get('grid') ?? guess.guessed.get('grid');
    const values = column === undefined ? [] : guess.valuesOf(column);
    return values.map((cell) => cellText(cell)).filter((text) => text !== '');
  });
  const taken = new Set(words.flatMap((word) => parseGrid(word) ?? []));
  const untold = new Set(words.filter((word) => parseGrid(word) === undefined).map(fold));
  let next = 1;
  for (const word of untold) {
    while (taken.has(next)) next += 1;
    taken.add(next);
    grids.set(word, next);
    lines.push({
      zh: `网格“${word}”暂定为第 ${next} 网格，请核对。`,
      en: `The grid "${word}" is taken as grid ${next}; please check.`,
    });
  }
  return Object.fromEntries(grids);
}

/** A sheet is named only where headers alone would take it for another kind. */
function sheetLines(guesses: readonly SheetGuess[], told: Mapping, lines: Text[]): Partial<Record<SheetKind, string>> {
  const sheets: Partial<Record<SheetKind, string>> = {};
  for (const { sheet, kind } of guesses) {
    if (recogniseSheet(sheet, told)?.kind === kind || sheets[kind] !== undefined) continue;
    sheets[kind] = sheet.name;
    lines.push({
      zh: `工作表“${sheet.name}”按内容看是${kindNames[kind].zh}。`,
      en: `By its values, the sheet "${sheet.name}" is ${kindNames[kind].en}.`,
    });
  }
  return sheets;
}

const filledOnly = <Key extends string, Value extends object>(key: Key, value: Value): Partial<Record<Key, Value>> =>
  Object.keys(value).length === 0 ? {} : ({ [key]: value } as Record<Key, Value>);
