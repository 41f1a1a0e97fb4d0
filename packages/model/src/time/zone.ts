import { TZDate, tzOffset } from '@date-fns/tz';
// By its own path: the main entry of date-fns loads some three hundred files.
import { getISODay } from 'date-fns/getISODay';
import * as z from 'zod';
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

/** Seconds from midnight on a wall without a clock change; `24:00` is 86,400. */
export function secondOfDay(time: WallTime): number {
  const [hour = 0, minute = 0, second = 0] = time.split(':').map(Number);
  return hour * 3600 + minute * 60 + second;
}

/** An IANA zone name such as `Asia/Shanghai`. */
export const Zone = z
  .string()
  .refine((name) => isZone(name), { error: 'not a time zone this machine knows' })
  .brand<'Zone'>();
export type Zone = z.infer<typeof Zone>;

/** Names that were asked for and are zones: Intl takes long to say so, and a community has one. */
const knownZones = new Set<string>();

function isZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[A-Za-z]/.test(name)) return false; // newer machines also take `+08:00`, which is an offset and knows no clock change
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

const dayMilliseconds = 86_400_000;

/** Midnight in UTC stands for the day: calendar arithmetic needs no zone. */
const utcOf = (date: LocalDate): number => Date.parse(`${date}T00:00:00Z`);

const yearZero = Date.parse('0000-01-01T00:00:00Z');
const year10000 = Date.parse('9999-12-31T00:00:00Z') + dayMilliseconds;

/** The day that holds `utc`. Read from the text, which no setting of the machine changes. */
function asLocalDate(utc: number): LocalDate {
  assert(utc >= yearZero && utc < year10000, 'date/out-of-range', 'the day lies outside the years 0000 to 9999');
  return new Date(utc).toISOString().slice(0, 10) as LocalDate;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/**
 * What a wall time means that a clock change skips or repeats, named as Temporal names it. `compatible`: a skipped time
 * becomes the same time after the change, a repeated one is the first. `earlier` and `later`: the first or the last of the
 * two instants it could mean, in both cases.
 */
export const ClockChange = z.enum(['compatible', 'earlier', 'later']);
export type ClockChange = z.infer<typeof ClockChange>;

/** The instant at which the wall shows `time` on `date` in `zone`. */
export function instantAt(date: LocalDate, time: WallTime, zone: Zone, clockChange: ClockChange = 'compatible'): Instant {
  const { wall, offsetBefore, offsetAfter } = aroundWall(date, time, zone);
  if (offsetBefore === offsetAfter) return (wall - offsetBefore) as Instant;
  const meant = [wall - offsetBefore, wall - offsetAfter];
  const shown = meant.filter((at) => at + offsetAt(at, zone) === wall);
  const either = shown.length === 0 ? meant : shown;
  const isLater = clockChange === 'later' || (clockChange === 'compatible' && shown.length === 0);
  return (isLater ? Math.max(...either) : Math.min(...either)) as Instant;
}

/** How often the wall shows `time` on `date`: 0 where a clock change skips it, 2 where one repeats it, 1 on every other day. */
export function timesShown(date: LocalDate, time: WallTime, zone: Zone): number {
  const { wall, offsetBefore, offsetAfter } = aroundWall(date, time, zone);
  return new Set([wall - offsetBefore, wall - offsetAfter].filter((at) => at + offsetAt(at, zone) === wall)).size;
}

// Neither `Date` nor `TZDate` settles a repeated time alike on every machine, so the offsets of the days beside are compared.
function aroundWall(date: LocalDate, time: WallTime, zone: Zone) {
  const wall = utcOf(date) + secondOfDay(time) * 1000;
  const offsetBefore = offsetAt(wall - dayMilliseconds, zone);
  const offsetAfter = offsetAt(wall + dayMilliseconds, zone);
  return { wall, offsetBefore, offsetAfter };
}

/** How far the walls of `zone` are ahead of UTC at `at`, in milliseconds. */
function offsetAt(at: number, zone: Zone): number {
  const minutes = offsetMinutes(zone, at);
  // It reads -00:44:30, which was the offset of Monrovia until 1972, as +00:44:30.
  const hasLostItsSign = minutes > 0 && minutes < 60 && isBehindUtc(at, zone);
  return Math.round((hasLostItsSign ? -minutes : minutes) * 60_000);
}

// It only hands the `Date` on to Intl, which takes the number as well; making one each time would be most of the work.
const offsetMinutes = tzOffset as (zone: Zone, at: number | Date) => number;

const isBehindUtc = (at: number, zone: Zone): boolean =>
  new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' }).format(at).includes('GMT-');

/** What the walls show at `at`, as milliseconds of a day in UTC. */
const shownAt = (at: Instant, zone: Zone): number => at + offsetAt(at, zone);

/** The calendar day on which `at` falls in `zone`. */
export const localDateOf = (at: Instant, zone: Zone): LocalDate => asLocalDate(shownAt(at, zone));

/** What the wall shows at `at` in `zone`, to the minute: `16:00`. */
export function wallTimeOf(at: Instant, zone: Zone): WallTime {
  const shown = shownAt(at, zone);
  const minutes = Math.floor((shown - Math.floor(shown / dayMilliseconds) * dayMilliseconds) / 60_000);
  return `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}` as WallTime;
}

const weekdayOfEpoch = getISODay(new TZDate(0, 'UTC'));

/** ISO weekday: 1 is Monday, 7 is Sunday. Every day is counted from one that date-fns was asked for. */
export function weekdayOf(date: LocalDate): number {
  const days = (weekdayOfEpoch - 1 + utcOf(date) / dayMilliseconds) % 7;
  return (days < 0 ? days + 7 : days) + 1;
}

export const addDays = (date: LocalDate, days: number): LocalDate => asLocalDate(utcOf(date) + days * dayMilliseconds);

/** Whole calendar days from `earlier` to `later`; negative the other way round. */
export const daysBetween = (earlier: LocalDate, later: LocalDate): number => (utcOf(later) - utcOf(earlier)) / dayMilliseconds;

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
