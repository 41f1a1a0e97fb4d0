import { TZDate, tzOffset } from '@date-fns/tz';
// By its own path: the main entry of date-fns loads some three hundred files.
import { getISODay } from 'date-fns/getISODay';
import { z } from 'zod';
import { assert, Fault } from '../fault.ts';
import type { Instant } from './instant.ts';

// The one file in which wall time meets a zone. No `Date` leaves it.

/** A calendar day as people write it, `2026-11-23`. It has no zone of its own. */
export const LocalDate = z.iso.date().brand<'LocalDate'>();
export type LocalDate = z.infer<typeof LocalDate>;

/** A time on the wall, `08:30` or `15:59:59`; `24:00` is the end of the day. Lives in definitions only. */
export const WallTime = z
  .string()
  .regex(/^(([01]\d|2[0-3]):[0-5]\d(:[0-5]\d)?|24:00)$/)
  .brand<'WallTime'>();
export type WallTime = z.infer<typeof WallTime>;

/** An IANA zone name such as `Asia/Shanghai`. */
export const Zone = z
  .string()
  .refine((name) => isZone(name), { error: 'not a time zone this machine knows' })
  .brand<'Zone'>();
export type Zone = z.infer<typeof Zone>;

function isZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name)) return false; // newer machines also take `+08:00`, which is an offset and knows no clock change
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat;
  } catch {
    return false;
  }
}

const dayMilliseconds = 86_400_000;

// Calendar arithmetic needs no zone: UTC midnight stands for the day. Made from text, because a `Date` made
// from numbers goes through the zone of the machine and moves the years before 100.
const asUtc = (date: LocalDate): TZDate => new TZDate(`${date}T00:00:00Z`, 'UTC');

const asLocalDate = (date: TZDate): LocalDate => {
  const year = date.getFullYear();
  assert(year >= 0 && year <= 9999, 'date/out-of-range', 'the day lies outside the years 0000 to 9999');
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}` as LocalDate;
};

/**
 * The instant at which the wall shows `time` on `date` in `zone`.
 * A time that a clock change skips becomes the same time after the change; one that comes twice is the first.
 */
export function instantAt(date: LocalDate, time: WallTime, zone: Zone): Instant {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  const wall = asUtc(date).getTime() + (hour * 3600 + minute * 60 + second) * 1000;
  // Neither `Date` nor `TZDate` settles a repeated time alike on every machine, so the offsets are compared here.
  const offsetBefore = offsetAt(wall - dayMilliseconds, zone);
  const offsetAfter = offsetAt(wall + dayMilliseconds, zone);
  if (offsetBefore === offsetAfter) return (wall - offsetBefore) as Instant;
  const shown = [wall - offsetBefore, wall - offsetAfter].filter((at) => at + offsetAt(at, zone) === wall);
  return (shown.length === 0 ? wall - offsetBefore : Math.min(...shown)) as Instant;
}

/** How far the walls of `zone` are ahead of UTC at `at`, in milliseconds. */
const offsetAt = (at: number, zone: Zone): number => Math.round(tzOffset(zone, new TZDate(at, 'UTC')) * 60_000);

/** The calendar day on which `at` falls in `zone`. */
export const localDateOf = (at: Instant, zone: Zone): LocalDate => asLocalDate(new TZDate(at, zone));

/** What the wall shows at `at` in `zone`, to the minute: `16:00`. */
export function wallTimeOf(at: Instant, zone: Zone): WallTime {
  const local = new TZDate(at, zone);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${pad(local.getHours())}:${pad(local.getMinutes())}` as WallTime;
}

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const weekdayOf = (date: LocalDate): number => getISODay(asUtc(date));

export const addDays = (date: LocalDate, days: number): LocalDate =>
  asLocalDate(new TZDate(asUtc(date).getTime() + days * dayMilliseconds, 'UTC'));

/** Whole calendar days from `earlier` to `later`; negative the other way round. */
export const daysBetween = (earlier: LocalDate, later: LocalDate): number =>
  (asUtc(later).getTime() - asUtc(earlier).getTime()) / dayMilliseconds;

/** The Monday of the ISO week that holds `date`. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date));

/**
 * Full years lived on the day `on`. Born on 29 February: the birthday in a common year is 1 March.
 * @throws Fault `date/before-birth` when `on` lies before the birth.
 */
export function ageOn(born: LocalDate, on: LocalDate): number {
  if (on < born) throw new Fault('date/before-birth', `${on} lies before the birth on ${born}`);
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4));
  return on.slice(5) < born.slice(5) ? years - 1 : years;
}
