import { WholeNumbers } from './whole-numbers.ts';

/** Reads an OR-Library assignment file: n, then n rows of n costs. */
export function readLap(text: string, name = 'lap'): number[][] {
  const numbers = new WholeNumbers(text, name, { zh: '指派文件', en: 'an assignment file' });
  const size = numbers.next('n', 1);
  const costs = Array.from({ length: size }, (_, row) => numbers.row(size, `costs of row ${row},`));
  numbers.end();
  return costs;
}

/** Judges an answer (column per row, from 0) from the file alone: the cost, and what is wrong with it, if anything. */
export function checkLap(text: string, columnOfRow: readonly number[]): { readonly cost: number; readonly faults: string[] } {
  const costs = readLap(text);
  const faults: string[] = [];
  if (columnOfRow.length !== costs.length) faults.push(`${columnOfRow.length} rows answered, ${costs.length} asked`);
  const taken = new Set<number>();
  let cost = 0;
  columnOfRow.forEach((column, row) => {
    const own = costs[row]?.[column];
    if (own === undefined) faults.push(`row ${row} has column ${column}, which does not exist`);
    else if (taken.has(column)) faults.push(`column ${column} is taken twice`);
    else cost += own;
    taken.add(column);
  });
  return { cost, faults };
}
