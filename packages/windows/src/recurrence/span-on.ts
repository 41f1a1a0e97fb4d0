import { type Instant, instantAt, type LocalDate, localDateOf, type Span, WallTime, wallTimeOf, type Zone } from '@linli/model';

const MINUTE_MILLISECONDS = 60_000;

/** From a wall time on, for as many minutes as pass. Across a clock change the work is as long as on any other day. */
export function spanOn(date: LocalDate, at: WallTime, minutes: number, zone: Zone): Span {
  const from = instantAt(date, at, zone);
  return { from, until: (from + minutes * MINUTE_MILLISECONDS) as Instant };
}

const NOON = WallTime.parse('12:00');

/** False for a day that its zone left out, as Samoa did 30 December 2011. */
export const isDayOf = (zone: Zone, date: LocalDate): boolean => localDateOf(instantAt(date, NOON, zone), zone) === date;

/** False where a clock change skips the time, so that it is done as much later as the clocks were put on. */
export const isTimeOf = (zone: Zone, date: LocalDate, at: WallTime): boolean =>
  wallTimeOf(instantAt(date, at, zone), zone) === at.slice(0, 5).replace('24:00', '00:00');
