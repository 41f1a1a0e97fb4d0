import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, Instant, overlap, Seconds, Span, spanSeconds } from '../src/index.ts';

const at = (value: number): Instant => Instant.parse(value);
const span = (from: number, until: number): Span => Span.parse({ from: at(from), until: at(until) });

describe('a span is half-open', () => {
  it('holds its start and not its end', () => {
    expect([9, 10, 15, 19, 20].map((moment) => contains(span(10, 20), at(moment)))).toEqual([false, true, true, true, false]);
  });

  it('holds nothing when it is empty', () => {
    expect(contains(span(10, 10), at(10))).toBe(false);
  });

  it('overlaps another in the part both hold, and not where they only touch', () => {
    expect(overlap(span(0, 10), span(5, 15))).toEqual({ from: 5, until: 10 });
    expect(overlap(span(0, 30), span(5, 15))).toEqual({ from: 5, until: 15 });
    expect(overlap(span(0, 10), span(10, 20))).toBeUndefined();
    expect(overlap(span(0, 10), span(5, 5))).toBeUndefined();
  });

  it('lasts whole seconds: 1999 ms are 1 s', () => {
    expect([0, 999, 1000, 1999, 3_600_000].map((length) => spanSeconds(span(7, 7 + length)))).toEqual([0, 0, 1, 1, 3600]);
  });
});

describe('what is refused', () => {
  it.each([1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, '0', null])('an instant %s', (value) => {
    expect(Instant.safeParse(value).success).toBe(false);
  });

  it('an instant before 1970 is taken, negative seconds are not', () => {
    expect(Instant.safeParse(-1).success).toBe(true);
    expect(Seconds.safeParse(-1).success).toBe(false);
    expect(Seconds.safeParse(0.5).success).toBe(false);
  });

  it('a span that ends before it starts, or carries a field of its own', () => {
    expect(Span.safeParse({ from: 2, until: 1 }).error?.issues[0]?.message).toBe('a span ends at or after its start');
    expect(Span.safeParse({ from: 1, until: 2, end: 2 }).success).toBe(false);
  });
});

const anyAt = fc.integer({ min: -50, max: 50 });
const anySpan = fc.tuple(anyAt, anyAt).map(([a, b]) => span(Math.min(a, b), Math.max(a, b)));

/** The algebra of spans, for any two functions that claim to keep it. */
function keepSpanLaws(holds: typeof contains, shared: typeof overlap): void {
  fc.assert(
    fc.property(anySpan, anySpan, anyAt, (a, b, moment) => {
      const both = shared(a, b);
      const inBoth = holds(a, at(moment)) && holds(b, at(moment));
      expect(both !== undefined && holds(both, at(moment))).toBe(inBoth);
      expect(shared(b, a)).toEqual(both);
      expect(both === undefined || both.from < both.until).toBe(true);
    }),
    { seed: 1123, numRuns: 2000 },
  );
  fc.assert(
    fc.property(anyAt, anyAt, anyAt, anyAt, (a, b, c, moment) => {
      const [from, cut, until] = [a, b, c].sort((x, y) => x - y) as [number, number, number];
      const parts = [span(from, cut), span(cut, until)].filter((part) => holds(part, at(moment))).length;
      expect(parts).toBe(holds(span(from, until), at(moment)) ? 1 : 0);
    }),
    { seed: 1124, numRuns: 2000 },
  );
}

describe('the algebra of spans', () => {
  it('an instant is in the overlap exactly when it is in both; two halves share no instant and lose none', () => {
    keepSpanLaws(contains, overlap);
  });

  it('planted bug: a span that holds its end is caught', () => {
    const closed: typeof contains = ({ from, until }, moment) => from <= moment && moment <= until;
    expect(() => keepSpanLaws(closed, overlap)).toThrow();
  });

  it('planted bug: an overlap that answers where spans only touch is caught', () => {
    const touching: typeof overlap = (a, b) => {
      const from = a.from > b.from ? a.from : b.from;
      const until = a.until < b.until ? a.until : b.until;
      return from <= until ? { from, until } : undefined;
    };
    expect(() => keepSpanLaws(contains, touching)).toThrow();
  });
});
