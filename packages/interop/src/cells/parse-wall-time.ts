import { WallTime } from '@linli/model';
import type { Cell } from '../workbook/cell.ts';
import { cellText } from '../workbook/cell.ts';

/** `8:04`, `8：04`, `8点30分`, `下午3点`, `3:15 PM`, or the fraction of a day that a time cell holds. */
export function parseWallTime(cell: Cell): WallTime | undefined {
  if (typeof cell === 'number') return fromFraction(cell);
  const text = cellText(cell)
    .normalize('NFKC')
    .replace(/^\d{4}-\d{2}-\d{2} /u, '')
    .replace(/\s/gu, '')
    .toLowerCase();
  const found = /^(上午|下午|晚上|中午)?(\d{1,2})(?::(\d{2})(?::(\d{2}))?|点(?:(\d{1,2})分?|(半))?)(am|pm)?$/u.exec(text);
  if (found === null) return undefined;
  const [, part, hours, minutes, seconds, spoken, half, suffix] = found;
  const isLate = part === '下午' || part === '晚上' || suffix === 'pm' || (part === '中午' && Number(hours) < 11);
  const hour = isLate && Number(hours) < 12 ? Number(hours) + 12 : Number(hours);
  return wall(hour, Number(minutes ?? spoken ?? (half ? 30 : 0)), Number(seconds ?? 0));
}

/** Rounded to the minute: 8:04 is stored as 0.33611111. */
function fromFraction(fraction: number): WallTime | undefined {
  if (fraction < 0 || fraction >= 1) return undefined;
  const minutes = Math.round(fraction * 1440);
  return wall(Math.floor(minutes / 60), minutes % 60, 0);
}

function wall(hours: number, minutes: number, seconds: number): WallTime | undefined {
  const pad = (value: number): string => String(value).padStart(2, '0');
  const text = `${pad(hours)}:${pad(minutes)}${seconds === 0 ? '' : `:${pad(seconds)}`}`;
  const parsed = WallTime.safeParse(text);
  return parsed.success ? parsed.data : undefined;
}
