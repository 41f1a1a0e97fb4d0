import {
  addDays,
  contains,
  type Instant,
  instantAt,
  localDateOf,
  type Span,
  secondOfDay,
  WallTime,
  type Zone,
} from '@linli/model';
import * as z from 'zod';

/** Hours of the night, half-open, on the community's wall. `until` at or before `from` lies on the following day. */
export const QuietHours = z.strictObject({ from: WallTime, until: WallTime }).readonly();
export interface QuietHours extends z.infer<typeof QuietHours> {}

export const areEmpty = ({ from, until }: QuietHours): boolean => secondOfDay(from) === secondOfDay(until);

/** The quiet hours that hold `at`, as instants, so that no clock change hides one; undefined where nobody minds being asked. */
export function quietSpanAt(hours: QuietHours, zone: Zone, at: Instant): Span | undefined {
  const today = localDateOf(at, zone);
  return [addDays(today, -1), today]
    .map((date) => {
      const untilDate = secondOfDay(hours.until) > secondOfDay(hours.from) ? date : addDays(date, 1);
      return { from: instantAt(date, hours.from, zone), until: instantAt(untilDate, hours.until, zone) };
    })
    .find((span) => contains(span, at));
}

/** Seconds from `from` to `until` on a wall without a clock change. */
export function quietSeconds({ from, until }: QuietHours): number {
  const seconds = secondOfDay(until) - secondOfDay(from);
  return seconds > 0 ? seconds : seconds + 86_400;
}
