import { LocalDate, PersonId, Span } from '@linli/model';
import * as z from 'zod';
import type { RotaDay } from './rota-days.ts';

/**
 * One person's turn as an event of a calendar, as it was last sent out. Its id is for ever; `sequence` counts what has
 * changed since; what falls away stays as cancelled, because a calendar that never hears of it goes on showing it.
 */
export const RotaEvent = z
  .strictObject({
    id: z.string().min(1),
    rotaId: z.string().min(1),
    slotId: z.string().min(1),
    date: LocalDate,
    helperId: PersonId,
    span: Span,
    status: z.enum(['confirmed', 'cancelled']),
    sequence: z.int().nonnegative(),
  })
  .readonly();
export interface RotaEvent extends z.infer<typeof RotaEvent> {}

/**
 * The events to send out now, given those that were sent before and the rota's days from `from` until `until`, half-open.
 * Events of other days stay as they were. Nothing has changed: the very same events. In order of time, then by id.
 */
export function rotaEvents(
  before: readonly RotaEvent[],
  days: readonly RotaDay[],
  { from, until }: { readonly from: LocalDate; readonly until: LocalDate },
): readonly RotaEvent[] {
  const sent = new Map(before.map((event) => [event.id, event]));
  const now = new Map(
    days.flatMap((day) => day.helpers.map(({ helperId }) => eventOf(day, helperId))).map((event) => [event.id, event]),
  );
  const kept = before.map((event): RotaEvent => {
    const next = now.get(event.id);
    if (next !== undefined) return isSame(event, next) ? event : { ...next, sequence: event.sequence + 1 };
    const isGone = event.status === 'confirmed' && from <= event.date && event.date < until;
    return isGone ? { ...event, status: 'cancelled', sequence: event.sequence + 1 } : event;
  });
  const added = [...now.values()].filter(({ id }) => !sent.has(id));
  return [...kept, ...added].toSorted((a, b) => a.span.from - b.span.from || (a.id < b.id ? -1 : 1));
}

const eventOf = ({ id, rotaId, slotId, date, span }: RotaDay, helperId: PersonId): RotaEvent => ({
  id: `${id}/${helperId}`,
  rotaId,
  slotId,
  date,
  helperId,
  span,
  status: 'confirmed',
  sequence: 0,
});

const isSame = (a: RotaEvent, b: RotaEvent): boolean =>
  a.status === b.status && a.span.from === b.span.from && a.span.until === b.span.until;
