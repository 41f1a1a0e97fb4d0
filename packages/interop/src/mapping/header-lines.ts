import { fold } from '../recognise/fold.ts';
import { kinds, type SheetKind } from '../recognise/kinds.ts';
import { cellText } from '../workbook/cell.ts';
import type { Sheet } from '../workbook/open-workbook.ts';
import type { SheetGuess } from './guess-sheet.ts';

/** One line of a mapping's `headers`, and the sheet it was concluded from. */
export interface HeaderLine {
  readonly key: string;
  readonly field: string;
  readonly sheet: string;
  readonly header: string;
}

/**
 * The fewest lines that give every guessed column its field. A header alone stands for all sheets where one meaning
 * serves them; where it would say something wrong on any of them, or something unproven on a stranger that nobody could
 * tell, the line names the sheet: `人员名单/名字`.
 */
export function headerLines(guesses: readonly SheetGuess[], strangers: readonly Sheet[]): readonly HeaderLine[] {
  const headers = new Map(guesses.flatMap(({ guessed }) => [...guessed.values()].map(({ words }) => [fold(words), words])));
  const strange = new Set(
    strangers.flatMap(({ rows }) =>
      rows
        .slice(0, 10)
        .flat()
        .map((cell) => fold(cellText(cell))),
    ),
  );
  return [...headers].flatMap(([folded, header]) => linesFor(header, guesses, strange.has(folded)));
}

interface Use {
  readonly guess: SheetGuess;
  /** What the header is there; undefined where nobody knows. */
  readonly field: string | undefined;
  readonly isTold: boolean;
}

function linesFor(header: string, guesses: readonly SheetGuess[], isOnStranger: boolean): readonly HeaderLine[] {
  const uses = guesses.flatMap((guess) => useOf(header, guess) ?? []);
  const open = uses.filter(({ isTold, field }) => !isTold && field !== undefined);
  const served = (field: string): readonly Use[] => open.filter(({ guess, field: own }) => effect(guess.kind, field) === own);
  const isHarmless = (field: string): boolean =>
    !isOnStranger && uses.every(({ guess, field: own }) => [undefined, own].includes(effect(guess.kind, field)));
  const fields = open.flatMap(({ guess, field }) => [sharedField(guess.kind, field!), field!]);
  const plain = fields.filter(isHarmless).toSorted((a, b) => served(b).length - served(a).length)[0];
  const lines = open.map(({ guess, field }): HeaderLine => {
    const isServed = plain !== undefined && effect(guess.kind, plain) === field;
    const { name: sheet } = guess.sheet;
    return isServed ? { key: header, field: plain, sheet, header } : { key: `${sheet}/${header}`, field: field!, sheet, header };
  });
  return lines.filter(({ key }, index) => lines.findIndex((other) => other.key === key) === index);
}

function useOf(header: string, guess: SheetGuess): Use | undefined {
  const isHere = ({ words }: { readonly words: string }): boolean => fold(words) === fold(header);
  const told = [...guess.known].find(([, column]) => isHere(column));
  if (told !== undefined) return { guess, field: told[0], isTold: true };
  const guessed = [...guess.guessed].find(([, column]) => isHere(column));
  if (guessed !== undefined) return { guess, field: guessed[0], isTold: false };
  return guess.untold.some(isHere) ? { guess, field: undefined, isTold: false } : undefined;
}

/** The person of a roster row is a resident, of a list of helpers a helper: one line then serves several sheets. */
function sharedField(kind: SheetKind, field: string): string {
  if (field !== 'name') return field;
  return kind === 'residents' ? 'resident' : kind === 'helpers' ? 'helper' : field;
}

/** What a line with that field does on a sheet of the kind; undefined, it does nothing there. */
function effect(kind: SheetKind, field: string): string | undefined {
  const isPerson = (kind === 'residents' && field === 'resident') || (kind === 'helpers' && field === 'helper');
  const own = isPerson ? 'name' : field;
  return Object.hasOwn(kinds[kind].headers, own) ? own : undefined;
}
