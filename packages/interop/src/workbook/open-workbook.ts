import { type Decision, no, yes } from '@linli/model';
import { readXlsx, type Sheet as XlsxSheet } from 'hucre/xlsx';
import type { InteropCode } from '../texts.ts';
import { type Cell, cleanCell } from './cell.ts';
import { readZipDirectory } from './zip-directory.ts';

/** One sheet, cells cleaned. A cell merged downwards is repeated in each row it covers and counts as filled there. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
  isFilled(row: number, column: number): boolean;
}

const defaultLimitBytes = 20_000_000;
const unpackedLimitBytes = 200_000_000;
const entryLimit = 1_000;
const ratioLimit = 200;

/** The file's sheets in order. Judged by its first bytes and its directory before anything is unpacked. */
export async function openWorkbook(
  bytes: Uint8Array,
  limitBytes: number = defaultLimitBytes,
): Promise<Decision<readonly Sheet[], InteropCode>> {
  const refusal = judgeFile(bytes, limitBytes);
  if (refusal !== undefined) return refusal;
  try {
    const { sheets } = await readXlsx(bytes);
    return yes(sheets.map(takeSheet));
  } catch {
    // Whatever the unpacker stumbled over, the file is what is wrong: its directory was whole.
    return no('file/damaged');
  }
}

function judgeFile(bytes: Uint8Array, limitBytes: number) {
  if (bytes.length === 0) return no('file/empty');
  if (bytes.length > limitBytes) return no('file/too-large', { bytes: bytes.length, limit: limitBytes });
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return no('file/old-or-locked');
  if (!startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return no('file/not-a-workbook');
  const directory = readZipDirectory(bytes);
  if (directory === undefined) return no('file/truncated');
  if (directory.totalBytes > unpackedLimitBytes || directory.names.length > entryLimit || directory.largestRatio > ratioLimit)
    return no('file/unpacks-too-large');
  if (!directory.names.includes('xl/workbook.xml')) return no('file/not-a-workbook');
  return undefined;
}

/** A file cut inside its first bytes still counts as the start of what it was. */
const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.slice(0, bytes.length).every((byte, index) => bytes[index] === byte);

function takeSheet({ name, rows, merges = [] }: XlsxSheet): Sheet {
  const cells = rows.map((row) => row.map(cleanCell));
  const filled = new Set<string>();
  for (const { startRow, startCol, endRow, endCol } of merges) {
    // A title merged across the page stays one cell; only what reaches down is said of every row.
    if (endRow === startRow) continue;
    const value = cells[startRow]?.[startCol] ?? null;
    for (let row = startRow; row <= Math.min(endRow, cells.length - 1); row += 1)
      for (let column = startCol; column <= Math.min(endCol, cells[row]!.length - 1); column += 1) {
        if (row === startRow && column === startCol) continue;
        cells[row]![column] = value;
        filled.add(`${row}:${column}`);
      }
  }
  return { name, rows: cells, isFilled: (row, column) => filled.has(`${row}:${column}`) };
}
