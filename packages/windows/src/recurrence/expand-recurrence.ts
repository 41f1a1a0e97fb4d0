import { addDays, type Decision, daysBetween, LocalDate, type Reason, type Span, type WallTime, yes } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { type CalendarCode, serviceDayFor } from '../calendar/service-days.ts';
import { LONGEST_DAYS, type Recurrence, ruleOf } from './recurrence.ts';
import { visitDates } from './recurrence-rule.ts';
import { isDayOf, isTimeOf, spanOn } from './span-on.ts';

export type ExpansionCode =
  | CalendarCode
  | 'recurrence/excepted'
  | 'recurrence/moved'
  | 'recurrence/day-taken'
  | 'recurrence/no-such-day'
  | 'recurrence/moved-to-no-day'
  | 'recurrence/time-skipped';

export type ExpansionRefusal =
  | 'recurrence/never-comes'
  | 'recurrence/excepts-nothing'
  | 'recurrence/moves-nothing'
  | 'recurrence/moves-to-no-day';

/** One service to be done. */
export interface Occurrence {
  /** The same one has the same id whatever is moved. */
  readonly id: string;
  /** The date that the rule gives. */
  readonly askedOn: LocalDate;
  /** The date on which it is served. */
  readonly date: LocalDate;
  readonly span: Span;
  /** Why it is not served as the rule has it; empty where it is. */
  readonly reasons: readonly Reason<ExpansionCode>[];
}

/** A date of the rule on which nothing is served, and why. */
export interface LeftOut {
  readonly askedOn: LocalDate;
  readonly reasons: readonly Reason<ExpansionCode>[];
}

/** Every date of the rule stands in one of the two, each in order of time. */
export interface Expansion {
  readonly occurrences: readonly Occurrence[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * All services of a recurrence. One that a calendar moves to a day which has one already is left out; a person may move it
 * there. A day that the zone does not have is no date of the rule and does not count. What is left out by hand or by the
 * calendar is made up for only where the recurrence says so.
 */
export function expandRecurrence(
  recurrence: Recurrence,
  calendar: ServiceCalendar | null,
): Decision<Expansion, ExpansionRefusal> {
  const { zone, from, makeUp, at, onClosedDays } = recurrence;
  const rule = ruleOf(recurrence);
  const byCalendar = new Map<LocalDate, Occurrence>();
  const byHand: Occurrence[] = [];
  const leftOut: LeftOut[] = [];
  const met = new Set<LocalDate>();
  let counted = 0;

  const leaveOut = (askedOn: LocalDate, ...reasons: readonly Reason<ExpansionCode>[]): void => {
    leftOut.push({ askedOn, reasons });
  };
  const serve = (askedOn: LocalDate): void => {
    const asksNobody = calendar === null || onClosedDays === 'serve';
    const day = asksNobody ? yes<LocalDate, CalendarCode>(askedOn) : serviceDayFor(calendar, askedOn, onClosedDays);
    if (!day.ok) {
      leaveOut(askedOn, ...day.reasons);
      return;
    }
    if (!isDayOf(zone, day.value)) {
      leaveOut(askedOn, ...day.reasons, { code: 'recurrence/moved-to-no-day', data: { date: day.value } });
      return;
    }
    const there = byCalendar.get(day.value);
    // The day's own service stands; one that was moved there gives way, whichever came first.
    const giving = there === undefined ? undefined : day.value === askedOn ? there.askedOn : askedOn;
    if (giving !== undefined) leaveOut(giving, { code: 'recurrence/day-taken', data: { date: giving, toDate: day.value } });
    if (giving !== askedOn) byCalendar.set(day.value, occurrence(recurrence, askedOn, day.value, at, worthSaying(day.reasons)));
  };
  const isFull = (): boolean => rule.count !== null && (makeUp ? byCalendar.size + byHand.length : counted) >= rule.count;

  visitDates(rule, from, rule.lastOn ?? furthest(from), (askedOn) => {
    met.add(askedOn);
    const moved = recurrence.moved.find(({ date }) => date === askedOn);
    const isDay = isDayOf(zone, askedOn);
    if (isDay) counted++;
    if (!isDay) leaveOut(askedOn, { code: 'recurrence/no-such-day', data: { date: askedOn } });
    else if (recurrence.except.includes(askedOn)) leaveOut(askedOn, { code: 'recurrence/excepted', data: { date: askedOn } });
    else if (moved === undefined) serve(askedOn);
    else {
      const reason = { code: 'recurrence/moved', data: { date: askedOn, toDate: moved.toDate } } as const;
      byHand.push(occurrence(recurrence, askedOn, moved.toDate, moved.at ?? at, [reason]));
    }
    return !isFull();
  });

  const [refusal, ...more] = refusalsOf(recurrence, met, rule.count !== null && !isFull());
  if (refusal !== undefined) return { ok: false, reasons: [refusal, ...more] };
  return yes({
    occurrences: [...byCalendar.values(), ...byHand].toSorted(
      (a, b) => a.span.from - b.span.from || (a.askedOn < b.askedOn ? -1 : 1),
    ),
    leftOut: leftOut.toSorted((a, b) => (a.askedOn < b.askedOn ? -1 : 1)),
  });
}

const LAST_DAY = LocalDate.parse('9999-12-31');

/** Thirty years ahead, or the last day that there is. */
const furthest = (from: LocalDate): LocalDate =>
  daysBetween(from, LAST_DAY) < LONGEST_DAYS ? LAST_DAY : addDays(from, LONGEST_DAYS);

/** That an ordinary day is an ordinary day is no reason; a guess and a move are. */
const worthSaying = (reasons: readonly Reason<CalendarCode>[]): readonly Reason<CalendarCode>[] =>
  reasons.some(({ code }) => code.startsWith('calendar/moved'))
    ? reasons
    : reasons.filter(({ code }) => code.startsWith('calendar/unknown'));

function occurrence(
  { id, zone, serviceMinutes }: Recurrence,
  askedOn: LocalDate,
  date: LocalDate,
  at: WallTime,
  reasons: readonly Reason<ExpansionCode>[],
): Occurrence {
  const skipped = isTimeOf(zone, date, at) ? [] : [{ code: 'recurrence/time-skipped', data: { date, at } } as const];
  const span = spanOn(date, at, serviceMinutes, zone);
  return { id: `${id}/${askedOn}`, askedOn, date, span, reasons: [...reasons, ...skipped] };
}

function refusalsOf(
  { zone, except, moved, rule }: Recurrence,
  met: ReadonlySet<LocalDate>,
  isShort: boolean,
): readonly Reason<ExpansionRefusal>[] {
  const refusals: Reason<ExpansionRefusal>[] = [];
  if (isShort) refusals.push({ code: 'recurrence/never-comes', data: { path: 'rule', rule } });
  for (const [index, date] of except.entries())
    if (!met.has(date)) refusals.push({ code: 'recurrence/excepts-nothing', data: { path: `except.${index}`, date } });
  for (const [index, { date, toDate }] of moved.entries()) {
    if (!met.has(date)) refusals.push({ code: 'recurrence/moves-nothing', data: { path: `moved.${index}.date`, date } });
    if (!isDayOf(zone, toDate))
      refusals.push({ code: 'recurrence/moves-to-no-day', data: { path: `moved.${index}.toDate`, date: toDate } });
  }
  return refusals;
}
