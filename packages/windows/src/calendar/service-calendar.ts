import { type Decision, LocalDate, Text, WallTime } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

/** ISO weekday: 1 is Monday, 7 is Sunday. */
export const Weekday = z.int().min(1).max(7);

const named = <Kind extends string>(kind: Kind) => z.strictObject({ date: LocalDate, kind: z.literal(kind), name: Text });

/** One day that is not as its weekday says: a holiday, a working weekend, a short day. `name` says what it is. */
export const CalendarDay = z.discriminatedUnion('kind', [
  named('closed').readonly(),
  named('open').readonly(),
  named('reduced')
    .extend({
      /** Ids of the phases that stand; left out where all do. */
      phases: z.array(z.string().min(1)).min(1).readonly().exactOptional(),
      /** Nothing is done from this time on. */
      closesAt: WallTime.exactOptional(),
    })
    .readonly(),
]);
export type CalendarDay = z.infer<typeof CalendarDay>;

type ShapeCode =
  | 'calendar/ends-before-it-begins'
  | 'calendar/weekday-twice'
  | 'calendar/days-out-of-order'
  | 'calendar/day-outside'
  | 'calendar/nothing-reduced';

/** Why a calendar is refused. `data.path` says where, as `days.3.date`. */
export type CalendarFlawCode = 'calendar/malformed' | ShapeCode;

interface Shape {
  readonly weekdays: readonly number[];
  readonly from: LocalDate | null;
  readonly until: LocalDate | null;
  readonly days: readonly CalendarDay[];
}

function flawsOf({ weekdays, from, until, days }: Shape): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  if (from !== null && until !== null && from >= until) flaws.push({ code: 'calendar/ends-before-it-begins', path: ['until'] });
  for (const [index, weekday] of weekdays.entries())
    if (weekdays.indexOf(weekday) < index) flaws.push({ code: 'calendar/weekday-twice', path: ['weekdays', index] });
  for (const [index, day] of days.entries()) {
    const path = ['days', index];
    const before = days[index - 1];
    if (before !== undefined && before.date >= day.date)
      flaws.push({ code: 'calendar/days-out-of-order', path: [...path, 'date'] });
    if ((from !== null && day.date < from) || (until !== null && day.date >= until))
      flaws.push({ code: 'calendar/day-outside', path: [...path, 'date'] });
    if (day.kind === 'reduced' && day.phases === undefined && day.closesAt === undefined)
      flaws.push({ code: 'calendar/nothing-reduced', path });
  }
  return flaws;
}

/**
 * On which days a community serves, as data; dates alone, no zone. `weekdays` are the ordinary service days, `days` the
 * exceptions, in order, each date once. It knows the days from `from` until `until`, half-open; null is without bound.
 */
export const ServiceCalendar = z
  .strictObject({
    format: z.literal('linli-calendar/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    weekdays: z.array(Weekday).min(1).readonly(),
    from: LocalDate.nullable(),
    until: LocalDate.nullable(),
    days: z.array(CalendarDay).readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface ServiceCalendar extends z.infer<typeof ServiceCalendar> {}

/** A calendar from outside. Every flaw is named with its path. */
export const parseServiceCalendar = (input: unknown): Decision<ServiceCalendar, CalendarFlawCode> =>
  parseLocated(ServiceCalendar, 'calendar/malformed', input);

/**
 * The next edition, with one day named anew: an early closing announced for tomorrow, a holiday that is served after all.
 * What stood at that date is replaced. A day that the calendar does not know of is refused.
 */
export function announceDay(calendar: ServiceCalendar, day: CalendarDay): Decision<ServiceCalendar, CalendarFlawCode> {
  const others = calendar.days.filter(({ date }) => date !== day.date);
  const days = [...others, day].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  return parseServiceCalendar({ ...calendar, edition: calendar.edition + 1, days });
}
