import * as z from 'zod';

/** Milliseconds since the Unix epoch, whole. The only kind of "now" that crosses a function. */
export const Instant = z.int().brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

/** Whole seconds of service. Hours are for people to read, never for code to add. */
export const Seconds = z.int().nonnegative().brand<'Seconds'>();
export type Seconds = z.infer<typeof Seconds>;

/** Half-open: a span until 16:00 holds 15:59:59.999 and does not hold 16:00:00.000. */
export const Span = z
  .strictObject({ from: Instant, until: Instant })
  .refine(({ from, until }) => from <= until, { error: 'a span ends at or after its start' })
  .readonly();
export interface Span extends z.infer<typeof Span> {}

export const contains = (span: Span, at: Instant): boolean => span.from <= at && at < span.until;

/** The part both spans hold, or undefined where they only touch or lie apart. */
export function overlap(a: Span, b: Span): Span | undefined {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : undefined;
}

/** Whole seconds from start to end; a rest below one second is dropped. */
export const spanSeconds = ({ from, until }: Span): Seconds => Math.floor((until - from) / 1000) as Seconds;
