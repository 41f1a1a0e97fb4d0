import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A file's name without its ending. */
export const instanceOf = (path: string): string => (path.split(/[\\/]/).at(-1) ?? path).replace(/\.[^.]*$/, '');

/** The best known objective of an instance from the bks.csv beside it; null where it is not told. */
export function bestKnownOf(path: string, columns: readonly string[]): number | null {
  const table = join(dirname(path), 'bks.csv');
  return existsSync(table) ? bestKnownIn(readFileSync(table, 'utf8'), instanceOf(path), columns) : null;
}

/** As `bestKnownOf`, from the text of the table. Its first column is the instance, with or without an ending, in any case. */
export function bestKnownIn(table: string, instance: string, columns: readonly string[]): number | null {
  const [head = [], ...rows] = table
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(',').map((cell) => cell.trim()));
  const wanted = instance.toLowerCase();
  const row = rows.find(([first = '']) => [first, instanceOf(first)].some((name) => name.toLowerCase() === wanted));
  const cells = columns.map((column) => row?.[head.indexOf(column)] ?? '');
  const cell = cells.find((text) => text !== '' && Number.isFinite(Number(text)));
  return cell === undefined ? null : Number(cell);
}
