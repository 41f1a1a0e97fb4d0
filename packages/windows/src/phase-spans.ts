import { addDays, type Instant, instantAt, type LocalDate, localDateOf, type Span } from '@linli/model';
import { type CycleDefinition, type PhaseId, untilDayOffset } from './cycle-definition.ts';

/** A phase, or the idle gap after one, named by rule. */
export type Stretch = PhaseId | `after-${PhaseId}`;

/** Half-open; an idle gap is listed only where it has a length. */
export interface PhaseSpan {
  readonly phase: Stretch;
  readonly span: Span;
}

/**
 * The phases of the cycle dated `date` as instants, in order, with the idle gaps between them. They touch and never overlap.
 * Where a clock change would turn two edges round, the later edge moves up to the earlier one: a phase can shrink to nothing.
 */
export function phaseSpans(definition: CycleDefinition, date: LocalDate): readonly PhaseSpan[] {
  const { zone, phases } = definition;
  const spans: PhaseSpan[] = [];
  let reached: Instant | undefined;
  let gap: Stretch | undefined;
  const later = (at: Instant): Instant => (reached !== undefined && reached > at ? reached : at);

  for (const phase of phases) {
    const from = later(instantAt(addDays(date, phase.dayOffset), phase.from, zone));
    if (gap !== undefined && reached !== undefined && reached < from)
      spans.push({ phase: gap, span: { from: reached, until: from } });
    reached = from;
    const until = later(instantAt(addDays(date, untilDayOffset(phase)), phase.until, zone));
    spans.push({ phase: phase.id, span: { from, until } });
    reached = until;
    gap = `after-${phase.id}`;
  }
  return spans;
}

const collectionUntil = (definition: CycleDefinition, date: LocalDate): Instant => phaseSpans(definition, date)[0]!.span.until;

/** The date of the cycle whose collection holds `at`; between two collections, of the one that opens next. */
export function cycleDateOf(definition: CycleDefinition, at: Instant): LocalDate {
  let date = addDays(localDateOf(at, definition.zone), -1);
  while (collectionUntil(definition, date) <= at) date = addDays(date, 1);
  return date;
}
