import { readFile } from 'node:fs/promises';
import { readXlsx } from 'hucre/xlsx';

// The truth of the day's tests, read past everything that is tested: plain rows, plain comparisons of text.

export interface RawCall {
  readonly row: number;
  readonly time: string;
  readonly name: string;
  readonly outcome: string;
  readonly order: string;
  readonly request: string;
  readonly emergency: boolean;
}

export interface RawHelper {
  readonly name: string;
  readonly bornText: string;
  readonly availability: string;
  readonly skills: string;
}

const text = (value: unknown): string => (value === null || value === undefined ? '' : String(value).trim());

export const workbookUrl = new URL('../data/duowen-2026-11-23.xlsx', import.meta.url);

export async function rawWorkbook(): Promise<{
  readonly calls: readonly RawCall[];
  readonly helpers: readonly RawHelper[];
  readonly elders: number;
}> {
  const { sheets } = await readXlsx(await readFile(workbookUrl));
  const rowsOf = (name: string): readonly (readonly unknown[])[] => sheets.find((sheet) => sheet.name === name)?.rows ?? [];
  const calls = rowsOf('电访需求登记')
    .map((cells, index) => ({ cells, row: index + 1 }))
    .slice(2)
    .map(({ cells, row }) => ({
      row,
      time: text(cells[0]).padStart(5, '0'),
      name: text(cells[1]),
      outcome: text(cells[3]),
      order: text(cells[4]),
      request: text(cells[5]),
      emergency: text(cells[6]) === '是',
    }));
  const helpers = rowsOf('志愿者与工作人员')
    .slice(2)
    .map((cells) => ({ name: text(cells[0]), bornText: text(cells[3]), availability: text(cells[7]), skills: text(cells[8]) }));
  const footer = rowsOf('独居长者花名册')
    .flat()
    .map(text)
    .find((cell) => /^\d+人$/.test(cell));
  return { calls, helpers, elders: Number.parseInt(footer ?? '0', 10) };
}
