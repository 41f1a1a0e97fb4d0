import { addDays, daysBetween, type LocalDate, mondayOf } from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { isServiceDay } from '../calendar/service-days.ts';
import type { CountedCadence } from './counted-cadence.ts';
import { type Excuse, excuseOn } from './excuse.ts';
import { mostThatFit, type Spacing, spreadDays } from './spread-days.ts';

/**
 * `due`: the days left can still bring it to the least number. `under`: they cannot any more. `over`: more than the most.
 * `excused`: fewer than asked for, and an excuse on record says why. `unknown`: nothing is on record.
 */
export type CountState = 'kept' | 'due' | 'under' | 'over' | 'excused' | 'unknown';

/** Where a counted cadence stands in one week, as it is known on the day `on`. */
export interface CountStatus {
  readonly status: CountState;
  /** The seven days that were counted, both included. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  readonly done: number;
  /** The least number asked for: lower than the rule's where away, closed or begun late, and no more days fit. */
  readonly asked: number;
  /** The last day for the next visit if the week is still to be kept; null where none is asked for or it is too late. */
  readonly dueOn: LocalDate | null;
  /** Days for the visits that are missing, spread out. */
  readonly proposed: readonly LocalDate[];
  /** Visits of this week that came too soon after the one before. They count all the same. */
  readonly tooClose: readonly LocalDate[];
}

/**
 * How often it was done in the week of `week` by the calendar, or in the seven days up to `week` when rolling; judged on
 * `on`: what lies after it says nothing yet. Asked once the week is over, `due` cannot come back.
 */
export function countStatus(question: {
  readonly cadence: CountedCadence;
  /** The first day of the duty; null where nobody knows: then it begins with the first visit on record. */
  readonly since: LocalDate | null;
  /** The days of the visits on record, in any order; a day stands there as often as there were visits. */
  readonly visits: readonly LocalDate[];
  /** A day of the week that is asked about; `on` where left out. */
  readonly week?: LocalDate;
  readonly on: LocalDate;
  readonly excused: readonly Excuse[];
  /** Visits are asked for on its service days alone; on all days where it is null. */
  readonly calendar: ServiceCalendar | null;
}): CountStatus {
  const { cadence, on, excused, calendar } = question;
  const { perWeek, minGapDays: gapDays } = cadence;
  const visits = question.visits.filter((visit) => visit <= on).toSorted();
  const since = question.since ?? visits[0] ?? null;
  const { first, last } = weekOf(cadence, question.week ?? on, since);
  const after = visits.findLast((visit) => visit < first) ?? null;
  const inWeek = visits.filter((visit) => first <= visit && visit <= last);

  const days = Array.from({ length: 7 }, (_, index) => addDays(first, index));
  const served = days.filter((day) => day >= (since ?? on) && (calendar === null || isServiceDay(calendar, day)));
  const present = served.filter((day) => excuseOn(excused, day) === undefined);
  const least = Math.min(perWeek.min, mostThatFit(served, { gapDays, after }));
  const asked = Math.min(perWeek.min, mostThatFit(present, { gapDays, after }));
  const done = inWeek.length;

  const missing = Math.max(0, asked - done);
  const left = present.filter((day) => day >= on);
  const spacing = { gapDays, after: inWeek.at(-1) ?? after };
  const isPossible = mostThatFit(left, spacing) >= missing;
  const state = (): CountState => {
    if (done > perWeek.max) return 'over';
    if (since === null || since > last) return 'unknown';
    if (done >= least) return 'kept';
    if (missing === 0 || (on <= last && excuseOn(excused, on) !== undefined)) return 'excused';
    return isPossible ? 'due' : 'under';
  };
  return {
    status: state(),
    first,
    last,
    done,
    asked,
    dueOn: missing === 0 || !isPossible ? null : lastChance(left, missing, spacing),
    proposed: spreadDays(left, missing, inWeek, { gapDays, after }),
    tooClose: inWeek.filter((visit, index) => {
      const previous = index === 0 ? after : inWeek[index - 1]!;
      return previous !== null && daysBetween(previous, visit) < gapDays;
    }),
  };
}

/** Seven days rolling end on the day asked about; the first seven of a duty have it still before them. */
function weekOf(
  { week }: CountedCadence,
  day: LocalDate,
  since: LocalDate | null,
): { readonly first: LocalDate; readonly last: LocalDate } {
  const monday = mondayOf(day);
  const back = addDays(day, -6);
  const first = week === 'calendar' ? monday : since !== null && since > back && since <= day ? since : back;
  return { first, last: addDays(first, 6) };
}

/** The latest day for the next visit after which the others still fit. */
function lastChance(left: readonly LocalDate[], missing: number, spacing: Spacing): LocalDate | null {
  return left.findLast((_, index) => mostThatFit(left.slice(index), spacing) >= missing) ?? null;
}
