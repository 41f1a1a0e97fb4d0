import { type Instant, localDateOf, wallTimeOf, Zone } from '@linli/model';
import type { CellValue } from 'hucre/xlsx';

/** One cell as the readers see it: dates are text (`2026-11-23`), numbers stay numbers because digits may be lost in them. */
export type Cell = string | number | null;

// Zero-width, joiners, bidi marks, byte-order mark: invisible, and so never part of what somebody wrote.
const invisible = /\p{Cf}/gu;
// Control characters, tabs and line ends: a blank.
const control = /[\p{Cc}\p{Zl}\p{Zp}]+/gu;

// The quote that our own writer puts before text that an office program would run.
const neutralised = /^'(?='*[=+\-@＝＋－＠])/u;

/** Cells are text and stay text: a leading `=` is never run. */
export function cleanCell(value: CellValue | undefined): Cell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return cleanText(value) || null;
  return dateText(value);
}

const cleanText = (text: string): string => text.replace(invisible, '').replace(control, ' ').trim().replace(neutralised, '');

export const cellText = (cell: Cell): string => (cell === null ? '' : String(cell));

const utc = Zone.parse('UTC');
const furthest = 1_000 * 365 * 86_400_000;

/** The office program has no zone: its dates are read off in UTC, to the minute. A bare time of day hangs on its day zero. */
function dateText(date: Date): string | null {
  if (Number.isNaN(date.getTime())) return null;
  // A number shown as a date may lie thousands of years off; it stays text that no reader takes for a date.
  if (Math.abs(date.getTime()) > furthest) return date.toISOString();
  const at = (Math.round(date.getTime() / 60_000) * 60_000) as Instant;
  const day = localDateOf(at, utc);
  const clock = wallTimeOf(at, utc);
  if (day <= '1900-01-01') return clock;
  return clock === '00:00' ? day : `${day} ${clock}`;
}
