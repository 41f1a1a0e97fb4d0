import {
  addDays,
  contains,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  overlap,
  type Span,
  type WallTime,
  weekdayOf,
  type Zone,
} from '@linli/model';
import type { Calendar, DayKind, When } from '../pack/service-condition.ts';

/** What kind of day it is by a standard's calendar; without one there are no holidays and no working weekends. */
export function dayKindOf(date: LocalDate, calendar: Calendar | undefined): DayKind {
  const isHoliday = calendar?.holidays?.includes(date) || calendar?.yearlyHolidays?.includes(date.slice(5));
  if (isHoliday) return 'holiday';
  return weekdayOf(date) >= 6 && !calendar?.workdays?.includes(date) ? 'weekend' : 'workday';
}

const isDayOf = ({ weekdays, days }: When, date: LocalDate, calendar: Calendar | undefined): boolean =>
  (weekdays === undefined || weekdays.includes(weekdayOf(date))) &&
  (days === undefined || days.includes(dayKindOf(date, calendar)));

/** The stretches of one local day that are meant; hours that run past midnight end on the next day. */
function spansOf({ hours }: When, date: LocalDate, zone: Zone): readonly Span[] {
  const at = (day: LocalDate, time: string): Instant => instantAt(day, time as WallTime, zone);
  if (hours === undefined) return [{ from: at(date, '00:00'), until: at(addDays(date, 1), '00:00') }];
  return hours.map(({ from, until }) => ({ from: at(date, from), until: at(from < until ? date : addDays(date, 1), until) }));
}

/** Every stretch that can touch a service: those of its days, and of the day before for hours past midnight. */
function spansAround(when: When, { from, until }: Span, zone: Zone, calendar: Calendar | undefined): readonly Span[] {
  const last = localDateOf((until - 1) as Instant, zone);
  const spans: Span[] = [];
  for (let date = addDays(localDateOf(from, zone), -1); date <= last; date = addDays(date, 1)) {
    if (isDayOf(when, date, calendar)) spans.push(...spansOf(when, date, zone));
  }
  return spans;
}

/** Whether an instant lies in the meant stretches. */
export const isDuring = (when: When, at: Instant, zone: Zone, calendar: Calendar | undefined): boolean =>
  spansAround(when, { from: at, until: (at + 1) as Instant }, zone, calendar).some((span) => contains(span, at));

/** The parts of a service that lie in the meant stretches, in order; what two stretches share is there once. */
export function partsDuring(when: When, service: Span, zone: Zone, calendar: Calendar | undefined): readonly Span[] {
  const spans = spansAround(when, service, zone, calendar).toSorted((a, b) => a.from - b.from);
  const parts: Span[] = [];
  let counted = service.from;
  for (const span of spans) {
    const shared = overlap(span, { from: counted, until: service.until });
    if (shared === undefined) continue;
    parts.push(shared);
    counted = shared.until;
  }
  return parts;
}

/** How many milliseconds of a service lie in the meant stretches. */
export const millisecondsDuring = (when: When, service: Span, zone: Zone, calendar: Calendar | undefined): number =>
  partsDuring(when, service, zone, calendar).reduce((sum, { from, until }) => sum + until - from, 0);
