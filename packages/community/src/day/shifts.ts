import type { Helper, Instant, LocalDate, Span, Zone } from '@linli/model';
import { instantAt, overlap, weekdayOf } from '@linli/model';

/** When a helper is free on the given days, from `notBefore` on; in order, without overlaps. */
export function shiftsOf(helper: Helper, days: readonly LocalDate[], zone: Zone, notBefore: Instant): readonly Span[] {
  const spans = days.flatMap((day) =>
    helper.availability
      .filter(({ weekdays }) => weekdays.includes(weekdayOf(day)))
      .map(({ from, until }): Span => ({ from: instantAt(day, from, zone), until: instantAt(day, until, zone) })),
  );
  const future: Span = { from: notBefore, until: Number.MAX_SAFE_INTEGER as Instant };
  const cut = spans.flatMap((span) => overlap(span, future) ?? []).sort((a, b) => a.from - b.from);
  return cut.reduce<Span[]>((joined, span) => {
    const last = joined.at(-1);
    if (last !== undefined && span.from <= last.until) {
      joined[joined.length - 1] = { from: last.from, until: span.until > last.until ? span.until : last.until };
    } else joined.push(span);
    return joined;
  }, []);
}
