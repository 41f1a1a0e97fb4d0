import { addDays, type Decision, type LocalDate, no, type Reason, type Text, type WallTime, weekdayOf, yes } from '@linli/model';
import type { CalendarDay, ServiceCalendar } from './service-calendar.ts';

type KindCode =
  | 'calendar/named-open'
  | 'calendar/named-closed'
  | 'calendar/named-reduced'
  | 'calendar/weekday-open'
  | 'calendar/weekday-closed'
  | 'calendar/unknown-open'
  | 'calendar/unknown-closed';

/** Why a day is one of service or not, and why something was moved. */
export type CalendarCode =
  | KindCode
  | 'calendar/skipped'
  | 'calendar/moved-earlier'
  | 'calendar/moved-later'
  | 'calendar/none-in-a-year';

/** What a calendar says of one date. */
export interface DayKind {
  readonly date: LocalDate;
  readonly kind: CalendarDay['kind'];
  /** False: the calendar does not reach this date, and only its weekday speaks. */
  readonly isKnown: boolean;
  /** What the day is called; null where it is a weekday like any other. */
  readonly name: Text | null;
  /** The phases that stand; null where all of them do. */
  readonly phases: readonly string[] | null;
  /** Nothing is done from this time on; null where the day is not cut short. */
  readonly closesAt: WallTime | null;
  readonly reason: Reason<KindCode>;
}

/** Any date has an answer; outside what the calendar knows it is a guess from the weekday, and says so. */
export function dayKind(calendar: ServiceCalendar, date: LocalDate): DayKind {
  const day = dayNamed(calendar.days, date);
  const isKnown = (calendar.from === null || date >= calendar.from) && (calendar.until === null || date < calendar.until);
  const kind = day?.kind ?? (calendar.weekdays.includes(weekdayOf(date)) ? 'open' : 'closed');
  const said =
    day === undefined
      ? (`${isKnown ? 'weekday' : 'unknown'}-${kind === 'open' ? 'open' : 'closed'}` as const)
      : (`named-${kind}` as const);
  return {
    date,
    kind,
    isKnown,
    name: day?.name ?? null,
    phases: (day?.kind === 'reduced' ? day.phases : undefined) ?? null,
    closesAt: (day?.kind === 'reduced' ? day.closesAt : undefined) ?? null,
    reason: { code: `calendar/${said}`, data: { date, calendar: calendar.id } },
  };
}

/** The days are in order: a simulated decade asks several thousand times. */
function dayNamed(days: readonly CalendarDay[], date: LocalDate): CalendarDay | undefined {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]!.date < date) low = middle + 1;
    else high = middle;
  }
  const found = days[low];
  return found?.date === date ? found : undefined;
}

/** A short day is a service day. */
export const isServiceDay = (calendar: ServiceCalendar, date: LocalDate): boolean => dayKind(calendar, date).kind !== 'closed';

const LONGEST_SEARCH_DAYS = 366;
const FIRST_DATE = '0000-01-01';
const LAST_DATE = '9999-12-31';

/** The first service day after `date`, `date` itself apart. The reason says where it is only a guess. */
export const nextServiceDay = (calendar: ServiceCalendar, date: LocalDate): Decision<LocalDate, CalendarCode> =>
  search(calendar, date, 1);

/** The last service day before `date`, `date` itself apart. */
export const serviceDayBefore = (calendar: ServiceCalendar, date: LocalDate): Decision<LocalDate, CalendarCode> =>
  search(calendar, date, -1);

function search(calendar: ServiceCalendar, from: LocalDate, step: 1 | -1): Decision<LocalDate, CalendarCode> {
  const edge = step === 1 ? LAST_DATE : FIRST_DATE;
  let date = from;
  for (let days = 0; days < LONGEST_SEARCH_DAYS && date !== edge; days++) {
    date = addDays(date, step);
    const { kind, reason } = dayKind(calendar, date);
    if (kind !== 'closed') return yes(date, [reason]);
  }
  return no('calendar/none-in-a-year', { date: from, calendar: calendar.id });
}

/** What becomes of something that falls on a closed day. */
export type ClosedDayPolicy = 'skip' | 'earlier' | 'later';

/**
 * The day on which something asked for on `date` is served: `date` itself on a service day, else by `policy` the service
 * day before or after it, or none. Several dates may come to one day; the caller decides whether that is once or twice.
 */
export function serviceDayFor(
  calendar: ServiceCalendar,
  date: LocalDate,
  policy: ClosedDayPolicy,
): Decision<LocalDate, CalendarCode> {
  const { kind, reason } = dayKind(calendar, date);
  if (kind !== 'closed') return yes(date, [reason]);
  if (policy === 'skip') return { ok: false, reasons: [reason, { code: 'calendar/skipped', data: { date } }] };
  const found = policy === 'earlier' ? serviceDayBefore(calendar, date) : nextServiceDay(calendar, date);
  if (!found.ok) return found;
  const moved = { code: `calendar/moved-${policy}`, data: { date, toDate: found.value } } as const;
  return yes(found.value, [reason, moved, ...found.reasons]);
}
