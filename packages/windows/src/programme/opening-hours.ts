import { instantAt, type LocalDate, type Span, weekdayOf } from '@linli/model';
import type { Programme } from './programme.ts';

/** When a place is open on `date`, in order; empty where it is shut all day, and for a programme that is no place. */
export function openingHours({ shape, zone }: Programme, date: LocalDate): readonly Span[] {
  if (shape.kind !== 'place') return [];
  return shape.opening
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map(({ from, until }) => ({ from: instantAt(date, from, zone), until: instantAt(date, until, zone) }))
    .filter(({ from, until }) => from < until) // a clock change can leave nothing of a short opening
    .sort((a, b) => a.from - b.from);
}
