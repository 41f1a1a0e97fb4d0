import {
  addDays,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  overlap,
  type PersonId,
  type Reason,
  type Span,
  WallTime,
  weekdayOf,
} from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { isServiceDay } from '../calendar/service-days.ts';
import { type RecurrenceRule, readRule, visitDates } from '../recurrence/recurrence-rule.ts';
import { isDayOf, spanOn } from '../recurrence/span-on.ts';
import { holds, type Regular, type Rota, type Slot } from './rota.ts';

export type RotaCode = 'rota/nobody-named' | 'rota/absent' | 'rota/instead-of-nobody' | 'rota/too-few';

/** One who is there; `insteadOf` is who would have been. */
export interface OnDuty {
  readonly helperId: PersonId;
  readonly insteadOf: PersonId | null;
}

/** One slot on one day. */
export interface RotaDay {
  /** The same slot of the same day has the same id, whoever takes it. */
  readonly id: string;
  readonly rotaId: string;
  readonly slotId: string;
  readonly date: LocalDate;
  readonly span: Span;
  readonly helpers: readonly OnDuty[];
  /** How many are still missing; 0 where it is covered. */
  readonly missing: number;
  /** Why it is not as the regulars have it. */
  readonly reasons: readonly Reason<RotaCode>[];
}

/** Every slot of the days from `from` until `until`, half-open, in order of time. Days that the zone left out have none. */
export function rotaDays(rota: Rota, from: LocalDate, until: LocalDate, calendar: ServiceCalendar | null): readonly RotaDay[] {
  const regulars = new Map(rota.regulars.map((regular) => [regular, datesOf(regular, from, until)]));
  const days: RotaDay[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) {
    if (!holds(rota, date) || !isDayOf(rota.zone, date)) continue;
    for (const slot of rota.slots) {
      if (!slot.weekdays.includes(weekdayOf(date))) continue;
      if (slot.onClosedDays === 'skip' && calendar !== null && !isServiceDay(calendar, date)) continue;
      const usual = rota.regulars.filter((regular) => regular.slotId === slot.id && regulars.get(regular)!.has(date));
      days.push(dayOf(rota, slot, date, usual));
    }
  }
  return days.toSorted((a, b) => a.span.from - b.span.from);
}

/** The dates of a regular within a stretch. */
function datesOf({ on, ...regular }: Regular, from: LocalDate, until: LocalDate): ReadonlySet<LocalDate> {
  const dates = new Set<LocalDate>();
  if ('weekdays' in on) {
    for (let date = from; date < until; date = addDays(date, 1))
      if (holds(regular, date) && on.weekdays.includes(weekdayOf(date))) dates.add(date);
    return dates;
  }
  const rule = readRule(on.rule) as RecurrenceRule;
  const { count, lastOn } = rule;
  const last = addDays(until, -1);
  let come = 0;
  visitDates(rule, regular.from, lastOn !== null && lastOn < last ? lastOn : last, (date) => {
    come++;
    if (date >= from && holds(regular, date)) dates.add(date);
    return count === null || come < count;
  });
  return dates;
}

function dayOf(rota: Rota, slot: Slot, date: LocalDate, usual: readonly Regular[]): RotaDay {
  const reasons: Reason<RotaCode>[] = [];
  const named: OnDuty[] = [];
  const add = (one: OnDuty, at = named.length): void => {
    if (!named.some(({ helperId }) => helperId === one.helperId)) named.splice(at, 0, one);
  };
  for (const { helperId } of usual) add({ helperId, insteadOf: null });
  for (const { date: day, slotId, helperId, insteadOf } of rota.substitutions) {
    if (day !== date || slotId !== slot.id) continue;
    const place = insteadOf === null ? -1 : named.findIndex((one) => one.helperId === insteadOf);
    if (insteadOf !== null && place < 0) reasons.push({ code: 'rota/instead-of-nobody', data: { date, helperId, insteadOf } });
    if (place >= 0) named.splice(place, 1);
    add({ helperId, insteadOf: place < 0 ? null : insteadOf }, place < 0 ? undefined : place);
  }
  if (named.length === 0) reasons.push({ code: 'rota/nobody-named', data: { date, slot: slot.id } });

  const isAbsent = ({ helperId }: OnDuty): boolean =>
    rota.absences.some((absence) => absence.helperId === helperId && holds(absence, date));
  for (const { helperId } of named.filter(isAbsent)) reasons.push({ code: 'rota/absent', data: { date, helperId } });
  const helpers = named.filter((one) => !isAbsent(one));
  const missing = Math.max(0, slot.people - helpers.length);
  if (missing > 0) reasons.push({ code: 'rota/too-few', data: { date, slot: slot.id, people: slot.people, missing } });
  return {
    id: `${rota.id}/${slot.id}/${date}`,
    rotaId: rota.id,
    slotId: slot.id,
    date,
    span: spanOn(date, slot.at, slot.serviceMinutes, rota.zone),
    helpers,
    missing,
    reasons,
  };
}

/** A slot with too few people. Whoever hears of it before `dayBegins` still has the night to find somebody. */
export interface Hole extends RotaDay {
  /** Midnight on the wall, at which the day begins. */
  readonly dayBegins: Instant;
}

const MIDNIGHT = WallTime.parse('00:00');

/** The holes of the days from `from` until `until`, half-open, in order of time. */
export const holesIn = (rota: Rota, from: LocalDate, until: LocalDate, calendar: ServiceCalendar | null): readonly Hole[] =>
  rotaDays(rota, from, until, calendar)
    .filter(({ missing }) => missing > 0)
    .map((day) => ({ ...day, dayBegins: instantAt(day.date, MIDNIGHT, rota.zone) }));

/** The holes of the `days` days after today: each is told before its day starts, if this is asked once a day. */
export function holesAhead(rota: Rota, now: Instant, days: number, calendar: ServiceCalendar | null): readonly Hole[] {
  const tomorrow = addDays(localDateOf(now, rota.zone), 1);
  return holesIn(rota, tomorrow, addDays(tomorrow, days), calendar);
}

/** One person in two places. */
export interface DoubleBooking {
  readonly helperId: PersonId;
  /** Ids of the two days, the earlier first. */
  readonly days: readonly [string, string];
  readonly span: Span;
}

/** Everybody who is on duty twice at one time, over the days of one rota or of many; by person, then by time. */
export function doubleBookings(days: readonly RotaDay[]): readonly DoubleBooking[] {
  const byHelper = new Map<PersonId, RotaDay[]>();
  for (const day of days.toSorted((a, b) => a.span.from - b.span.from))
    for (const { helperId } of day.helpers) byHelper.set(helperId, [...(byHelper.get(helperId) ?? []), day]);
  return [...byHelper]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([helperId, theirs]) =>
      theirs.flatMap((first, index) =>
        theirs.slice(index + 1).flatMap((second): readonly DoubleBooking[] => {
          const both = overlap(first.span, second.span);
          return both === undefined ? [] : [{ helperId, days: [first.id, second.id], span: both }];
        }),
      ),
    );
}
