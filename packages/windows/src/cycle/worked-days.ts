import { addDays, type LocalDate, type WallTime } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { dayKind, nextServiceDay, serviceDayBefore } from '../calendar/service-days.ts';
import type { PhaseId } from './cycle-definition.ts';

/**
 * The day `offset` service days from `date`; calendar days where there is no calendar, or where the calendar finds no
 * service day within a year: a cycle that is opened after all must still have its times.
 */
export function workedDayFrom(calendar: ServiceCalendar | null, date: LocalDate, offset: number): LocalDate {
  if (calendar === null) return addDays(date, offset);
  let day = date;
  for (let left = Math.abs(offset); left > 0; left--) {
    const found = offset > 0 ? nextServiceDay(calendar, day) : serviceDayBefore(calendar, day);
    day = found.ok ? found.value : addDays(day, Math.sign(offset));
  }
  return day;
}

/** How a reduced day cuts a phase: from which time on nothing is done, or not at all on this day. Null where it does not. */
export function cutOn(calendar: ServiceCalendar | null, date: LocalDate, phase: PhaseId): WallTime | 'left-out' | null {
  if (calendar === null) return null;
  const { phases, closesAt } = dayKind(calendar, date);
  return phases !== null && !phases.includes(phase) ? 'left-out' : closesAt;
}
