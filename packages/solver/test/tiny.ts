import fc from 'fast-check';
import type { ProblemInput } from '../src/problem.ts';
import { line } from './problems.ts';

/** No service of a tiny problem ends later. */
export const LAST = 9;
const span = fc
  .tuple(fc.nat(4), fc.integer({ min: 4, max: 9 }))
  .map(([from, length]) => ({ from, until: Math.min(LAST, from + length) }));
const orNull = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> => fc.option(value, { freq: 3 });

const tinyHelper = (index: number) =>
  fc.record({
    id: fc.constant(`h${index}`),
    shifts: fc.constantFrom(
      [{ from: 0, until: LAST }],
      [
        { from: 0, until: 4 },
        { from: 5, until: LAST },
      ],
    ),
    breaks: fc.constantFrom([], [{ from: 3, until: 4 }]),
    skills: fc.constantFrom(['meal'], []),
    from: orNull(fc.constantFrom('p0', 'p1')),
    to: orNull(fc.constantFrom('p0', 'p1')),
    capacity: fc.constantFrom([], [2]),
    maxVisits: orNull(fc.integer({ min: 1, max: 2 })),
    maxWork: orNull(fc.integer({ min: 3, max: 7 })),
    overtimeAfter: orNull(fc.integer({ min: 1, max: 4 })),
    wage: fc.nat(1),
    cost: fc.nat(2),
  });

const tinyVisit = (index: number) =>
  fc.record({
    id: fc.constant(`v${index}`),
    windows: fc.tuple(
      span.chain(({ from, until }) => fc.constantFrom({ from, until }, { from, until, softUntil: Math.max(from, until - 2) })),
    ),
    duration: fc.integer({ min: 1, max: 3 }),
    skills: fc.constantFrom([], [], ['meal']),
    place: fc.constantFrom('p0', 'p1', 'p2'),
    loads: fc.constantFrom([], [1], [2]),
    priority: fc.integer({ min: 1, max: 3 }),
    penalty: orNull(fc.nat(9)),
    for: fc.constantFrom(null, 'ann'),
    effort: fc.constantFrom({}, { h0: 3 }),
  });

const tinyLinks = fc.constantFrom<NonNullable<ProblemInput['links']>>(
  [],
  [{ first: 'v0', second: 'v1', minLag: 0, maxLag: 0, helper: 'other' }],
  [{ first: 'v0', second: 'v1', minLag: 2, maxLag: 4 }],
  [{ first: 'v1', second: 'v0', helper: 'same' }],
  [{ first: 'v0', second: 'v1' }],
);

/** Three visits and two helpers at most, nine units of time, days of three: everything in them that a problem can have. */
export const tiny: fc.Arbitrary<ProblemInput> = fc.record({
  helpers: fc.tuple(tinyHelper(0), tinyHelper(1)),
  visits: fc.tuple(tinyVisit(0), tinyVisit(1), tinyVisit(2)),
  links: tinyLinks,
  spacings: fc.constantFrom([], [{ visits: ['v1', 'v2'], minDays: 1 }], [{ visits: ['v0', 'v2'], minDays: 1, maxDays: 1 }]),
  travel: fc.constant(line(3)),
  dayLength: fc.constant(3),
});
