import fc from 'fast-check';
import { type Problem, type ProblemInput, parseProblem } from '../src/problem.ts';

/** Parses what a test has written; a refusal fails the test. */
export function problem(input: ProblemInput): Problem {
  const answer = parseProblem(input);
  if (!answer.ok) throw new Error(JSON.stringify(answer.reasons));
  return answer.value;
}

/** Places `p0`, `p1`, ... on a line, as far apart as their numbers. */
export const line = (count: number): ProblemInput['travel'] => ({
  kind: 'matrix',
  places: Array.from({ length: count }, (_, index) => `p${index}`),
  times: Array.from({ length: count }, (_, a) => Array.from({ length: count }, (_, b) => Math.abs(a - b))),
});

export interface Shape {
  readonly helpers: number;
  readonly visits: number;
  /** 0: nothing is pinned; otherwise every so-many-th visit. */
  readonly pins: boolean;
}

const PLACES = 6;
// The day begins late enough that there is time before it for the longest way.
const START = 10;
const END = 70;
const place = fc.nat(PLACES - 1).map((index) => `p${index}`);
const skills = fc.subarray(['meal', 'nurse'], { maxLength: 2 });

const shifts = fc.constantFrom(
  [{ from: START, until: END }],
  [
    { from: START, until: 35 },
    { from: 40, until: END },
  ],
  [{ from: 30, until: 55 }],
  [],
);

const window = fc
  .tuple(fc.integer({ min: START, max: END - 12 }), fc.integer({ min: 6, max: 40 }))
  .map(([from, length]) => ({ from, until: from + length }));

const helper = (index: number) =>
  fc.record({
    id: fc.constant(`h${index}`),
    shifts,
    skills,
    from: fc.option(place),
    to: fc.option(place),
    maxVisits: fc.option(fc.integer({ min: 0, max: 3 })),
    maxWork: fc.option(fc.integer({ min: 5, max: 50 })),
    cost: fc.nat(3),
  });

const visit = (index: number, helpers: number, pins: boolean) => {
  const someone = fc.option(fc.nat(helpers), { freq: 2 }).map((h) => (h === null ? [] : [`h${h}`]));
  return fc.record({
    id: fc.constant(`v${index}`),
    windows: fc.array(window, { minLength: 1, maxLength: 2 }),
    duration: fc.integer({ min: 1, max: 15 }),
    skills: fc.oneof({ weight: 2, arbitrary: fc.constant<string[]>([]) }, { weight: 1, arbitrary: skills }),
    place,
    priority: fc.integer({ min: 1, max: 4 }),
    wanted: someone,
    refused: someone,
    pinned: pins
      ? fc.option(fc.record({ helperId: fc.nat(helpers).map((h) => `h${h}`), from: fc.integer({ min: START, max: END }) }), {
          freq: 3,
        })
      : fc.constant(null),
  });
};

/** Small problems of the plain kind; ways keep the triangle inequality. Numbers of helpers and visits are the most. */
export const problems = (most: Shape): fc.Arbitrary<ProblemInput> =>
  fc.tuple(fc.nat(most.helpers), fc.nat(most.visits)).chain(([helpers, visits]) =>
    fc.record({
      helpers: fc.tuple(...Array.from({ length: helpers }, (_, index) => helper(index))),
      visits: fc.tuple(...Array.from({ length: visits }, (_, index) => visit(index, helpers, most.pins))),
      travel: fc.constant(line(PLACES)),
    }),
  );

const span = fc
  .tuple(fc.integer({ min: START, max: END - 5 }), fc.integer({ min: 1, max: 8 }))
  .map(([from, length]) => ({ from, until: from + length }));

const seldom = <Value, Else>(value: fc.Arbitrary<Value>, otherwise: Else): fc.Arbitrary<Value | Else> =>
  fc.oneof({ weight: 1, arbitrary: value }, { weight: 4, arbitrary: fc.constant(otherwise) });

const richHelper = (index: number) =>
  fc
    .tuple(
      helper(index),
      fc.record({
        breaks: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          { weight: 1, arbitrary: fc.array(span, { minLength: 1, maxLength: 2 }) },
        ),
        skills: fc.constantFrom(['meal', 'nurse'], ['meal', 'nurse'], ['meal'], []),
        shifts: fc.oneof({ weight: 2, arbitrary: fc.constant([{ from: START, until: END }]) }, { weight: 1, arbitrary: shifts }),
        maxVisits: seldom(fc.integer({ min: 0, max: 3 }), null),
        maxWork: seldom(fc.integer({ min: 10, max: 60 }), null),
        capacity: fc.array(fc.integer({ min: 2, max: 8 }), { maxLength: 2 }),
        overtimeAfter: fc.option(fc.integer({ min: 0, max: 40 })),
        wage: fc.nat(2),
      }),
    )
    .map(([plain, rich]) => ({ ...plain, ...rich }));

const longWindow = fc
  .tuple(fc.integer({ min: START, max: 40 }), fc.integer({ min: 8, max: 60 }))
  .map(([from, length]) => ({ from, until: from + length }));

const softWindow = fc
  .tuple(fc.oneof(window, longWindow, longWindow), fc.option(fc.nat(20), { freq: 2 }))
  .map(([{ from, until }, before]) => ({ from, until, softUntil: before === null ? null : Math.max(from, until - before) }));

const richVisit = (index: number, helpers: number, pins: boolean) =>
  fc
    .tuple(
      visit(index, helpers, pins),
      fc.record({
        windows: fc.array(softWindow, { minLength: 1, maxLength: 2 }),
        refused: seldom(
          fc.nat(helpers).map((h) => [`h${h}`]),
          [],
        ),
        pinned: pins
          ? seldom(fc.record({ helperId: fc.nat(helpers).map((h) => `h${h}`), from: fc.integer({ min: START, max: END }) }), null)
          : fc.constant(null),
        loads: fc.array(fc.nat(3), { maxLength: 2 }),
        penalty: fc.option(fc.nat(40), { freq: 2 }),
        for: fc.option(fc.constantFrom('ann', 'bo')),
        effort: fc.dictionary(
          fc.nat(helpers).map((h) => `h${h}`),
          fc.nat(5),
          { maxKeys: 2, noNullPrototype: true },
        ),
      }),
    )
    .map(([plain, rich]) => ({ ...plain, ...rich }));

/** Links between neighbours in the list, so that lags are never contradictory: each visit has at most two. */
const links = (visits: number) =>
  fc
    .array(
      fc.record({
        bounds: fc.constantFrom(
          { minLag: 0, maxLag: 0, helper: 'other' as const },
          { minLag: 0, maxLag: 0 },
          { minLag: 5, maxLag: 25 },
          { minLag: 15, helper: 'same' as const },
          { maxLag: 30, helper: 'other' as const },
          { helper: 'same' as const },
          { helper: 'other' as const },
          {},
        ),
        on: fc.nat(2).map((chance) => chance === 0),
      }),
      { minLength: Math.max(0, visits - 1), maxLength: Math.max(0, visits - 1) },
    )
    .map((list) =>
      list.flatMap(({ bounds, on }, index) =>
        on && index % 3 !== 2 ? [{ first: `v${index}`, second: `v${index + 1}`, ...bounds }] : [],
      ),
    );

const spacings = (visits: number) =>
  fc
    .record({
      visits: fc.subarray(
        Array.from({ length: visits }, (_, index) => `v${index}`),
        { minLength: Math.min(visits, 2), maxLength: Math.min(visits, 4) },
      ),
      minDays: fc.integer({ min: 1, max: 2 }),
      maxDays: fc.option(fc.integer({ min: 2, max: 3 })),
    })
    .chain((one) => fc.constantFrom([], [one]));

/** As many as may be half of the time: small numbers are drawn too often otherwise. */
const manyOf = (most: number): fc.Arbitrary<number> => fc.oneof(fc.constant(most), fc.nat(most));

/** Small problems with everything in them: days are 15 units long. */
export const richProblems = (most: Shape): fc.Arbitrary<ProblemInput> =>
  fc.tuple(manyOf(most.helpers), manyOf(most.visits)).chain(([helpers, visits]) =>
    fc.record({
      helpers: fc.tuple(...Array.from({ length: helpers }, (_, index) => richHelper(index))),
      visits: fc.tuple(...Array.from({ length: visits }, (_, index) => richVisit(index, helpers, most.pins))),
      links: links(visits),
      spacings: spacings(visits),
      travel: fc.constant(line(PLACES)),
      dayLength: fc.constant(15),
      weights: fc.constantFrom({}, { fairness: 0, wanted: 7, cost: 3, continuity: 11, lateness: 2, latest: 5 }),
    }),
  );
