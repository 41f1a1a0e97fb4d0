import { parseGrid } from '../cells/parse-grid.ts';
import { parseNumber } from '../cells/parse-number.ts';
import { fold } from '../recognise/fold.ts';
import { cellText } from '../workbook/cell.ts';
import type { SheetGuess } from './guess-sheet.ts';

/**
 * Numbers for grid words that tell none: by the number inside them (`东一片`) where that tells them all apart, else in
 * the order in which they come, past the numbers already told.
 */
export function gridLines(guesses: readonly SheetGuess[]): Readonly<Record<string, number>> {
  const words = guesses.flatMap((guess) => {
    const column = guess.known.get('grid') ?? guess.guessed.get('grid');
    const values = column === undefined ? [] : guess.valuesOf(column);
    return values.map((cell) => cellText(cell)).filter((text) => text !== '');
  });
  const taken = new Set(words.flatMap((word) => parseGrid(word) ?? []));
  const untold = [...new Set(words.filter((word) => parseGrid(word) === undefined).map(fold))];
  const inside = untold.map(numberInside);
  const areApart = new Set(inside).size === untold.length && inside.every((number) => number !== undefined && !taken.has(number));
  let next = 0;
  const numberInTurn = (): number => {
    do next += 1;
    while (taken.has(next));
    return next;
  };
  return Object.fromEntries(untold.map((word, index) => [word, areApart ? inside[index]! : numberInTurn()]));
}

function numberInside(word: string): number | undefined {
  const runs = word.match(/\d{1,4}|[〇零一二三四五六七八九十]{1,3}/gu) ?? [];
  const number = runs.length === 1 ? parseNumber(runs[0]) : undefined;
  return number === 0 ? undefined : number;
}
