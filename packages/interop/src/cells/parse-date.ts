import { addDays, LocalDate } from '@linli/model';
import type { Cell } from '../workbook/cell.ts';
import { cellText } from '../workbook/cell.ts';

const full = /(\d{4})[年./-](\d{1,2})[月./-](\d{1,2})日?/u;
const yearless = /^(\d{1,2})[月./-](\d{1,2})[日号]?$/u;

/** A real calendar day of the years 1000 to 2999, or undefined: 2026-02-29 is none, and 9999 is somebody's "never". */
export function dayOf(year: number, month: number, day: number): LocalDate | undefined {
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  if (year < 1000 || year > 2999) return undefined;
  const parsed = LocalDate.safeParse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`);
  return parsed.success ? parsed.data : undefined;
}

/** The first full date in a line of text: `更新日期：2026.11.20   制表：社工站`. */
export function findDate(text: string): LocalDate | undefined {
  const found = full.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return found === null ? undefined : dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

/**
 * A date cell. Without a year it is the latest such day that is not after `reference`;
 * `no-year` where there is no reference, undefined where the text is no date.
 */
export function parseDate(cell: Cell, reference: LocalDate | null): LocalDate | 'no-year' | undefined {
  if (typeof cell === 'number') return serialDate(cell);
  const text = cellText(cell).normalize('NFKC').replace(/\s/gu, '');
  const found = yearless.exec(text);
  if (found !== null) return reference === null ? 'no-year' : latestBefore(Number(found[1]), Number(found[2]), reference);
  const dense = /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (dense !== null) return dayOf(Number(dense[1]), Number(dense[2]), Number(dense[3]));
  return /^\d{4}[年./-]\d{1,2}[月./-]\d{1,2}/u.test(text) ? findDate(text) : undefined;
}

/** 29 February may need to go back eight years. */
function latestBefore(month: number, day: number, reference: LocalDate): LocalDate | undefined {
  const year = Number(reference.slice(0, 4));
  for (let back = 0; back <= 8; back += 1) {
    const date = dayOf(year - back, month, day);
    if (date !== undefined && date <= reference) return date;
  }
  return undefined;
}

/** The office program counts days from 30 December 1899. Small numbers are years, not day counts. */
export function serialDate(serial: number): LocalDate | undefined {
  const isPlausible = Number.isInteger(serial) && serial >= 10_000 && serial < 80_000;
  return isPlausible ? addDays('1899-12-30' as LocalDate, serial) : undefined;
}
