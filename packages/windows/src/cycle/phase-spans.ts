import {
  addDays,
  type Instant,
  instantAt,
  type LocalDate,
  localDateOf,
  type Span,
  timesShown,
  type WallTime,
} from '@linli/model';
import type { ServiceCalendar } from '../calendar/service-calendar.ts';
import { type CycleDefinition, type Phase, type PhaseId, untilDayOffset } from './cycle-definition.ts';
import { cutOn, workedDayFrom } from './worked-days.ts';

/** A phase, or the idle gap after one, named by rule. */
export type Stretch = PhaseId | `after-${PhaseId}`;

/** Half-open; an idle gap is listed only where it has a length. */
export interface PhaseSpan {
  readonly phase: Stretch;
  readonly span: Span;
}

/**
 * The phases of the cycle dated `date` as instants, in order, with the idle gaps between them. They touch and never overlap.
 * With a calendar, day offsets count service days, and a reduced day ends a phase early or leaves it out (length zero).
 * Where a clock change would turn two edges round, the later edge moves up to the earlier one: a phase can shrink to nothing.
 */
export function phaseSpans(
  definition: CycleDefinition,
  date: LocalDate,
  calendar: ServiceCalendar | null = null,
): readonly PhaseSpan[] {
  const { zone, phases, clockChange } = definition;
  const spans: PhaseSpan[] = [];
  let reached: Instant | undefined;
  let gap: Stretch | undefined;
  const edgeAt = (day: LocalDate, time: WallTime): Instant => {
    const at = instantAt(day, time, zone, clockChange);
    return reached !== undefined && reached > at ? reached : at;
  };

  for (const phase of phases) {
    const { first, last } = daysOf(phase, date, calendar);
    const from = edgeAt(first, phase.from);
    if (gap !== undefined && reached !== undefined && reached < from)
      spans.push({ phase: gap, span: { from: reached, until: from } });
    reached = from;
    const own = edgeAt(last, phase.until);
    const cut = cutOn(calendar, last, phase.id);
    const early = cut === null ? own : cut === 'left-out' ? from : edgeAt(last, cut);
    const until = early < own ? early : own;
    spans.push({ phase: phase.id, span: { from, until } });
    reached = until;
    gap = `after-${phase.id}`;
  }
  return spans;
}

/** The days of its first and last edge. The collection ends on the date of the cycle, however many closed days it spans. */
function daysOf(phase: Phase, date: LocalDate, calendar: ServiceCalendar | null) {
  const first = workedDayFrom(calendar, date, phase.dayOffset);
  if (untilDayOffset(phase) === phase.dayOffset) return { first, last: first };
  return { first, last: phase.id === 'collect' ? date : addDays(first, 1) };
}

const collectionUntil = (definition: CycleDefinition, date: LocalDate, calendar: ServiceCalendar | null): Instant =>
  phaseSpans(definition, date, calendar)[0]!.span.until;

/**
 * The date of the cycle whose collection holds `at`; between two collections, of the one that opens next. With a calendar
 * only service days have cycles.
 */
export function cycleDateOf(definition: CycleDefinition, at: Instant, calendar: ServiceCalendar | null = null): LocalDate {
  const today = localDateOf(at, definition.zone);
  let date = workedDayFrom(calendar, calendar === null ? today : addDays(today, 1), -1);
  while (collectionUntil(definition, date, calendar) <= at) date = workedDayFrom(calendar, date, 1);
  return date;
}

/** One edge of a phase that a clock change skips or shows twice. */
export interface UnclearEdge {
  readonly date: LocalDate;
  readonly phase: PhaseId;
  readonly edge: 'opens' | 'ends';
  readonly time: WallTime;
  readonly is: 'skipped' | 'repeated';
  /** What the definition's `clockChange` makes of it. */
  readonly at: Instant;
}

/** Said beforehand, so that people can be told: which edges of the cycles from `from` until `until` are not clear on the wall. */
export function unclearEdges(
  definition: CycleDefinition,
  from: LocalDate,
  until: LocalDate,
  calendar: ServiceCalendar | null = null,
): readonly UnclearEdge[] {
  const { zone, clockChange } = definition;
  const edges: UnclearEdge[] = [];
  for (let date = from; date < until; date = addDays(date, 1)) {
    for (const phase of definition.phases) {
      const { first, last } = daysOf(phase, date, calendar);
      for (const [edge, day, time] of [['opens', first, phase.from] as const, ['ends', last, phase.until] as const]) {
        const shown = timesShown(day, time, zone);
        if (shown === 1) continue;
        const is = shown === 0 ? 'skipped' : 'repeated';
        edges.push({ date, phase: phase.id, edge, time, is, at: instantAt(day, time, zone, clockChange) });
      }
    }
  }
  return edges;
}
