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

/** Small problems with everything in them; ways keep the triangle inequality. Numbers of helpers and visits are the most. */
export const problems = (most: Shape): fc.Arbitrary<ProblemInput> =>
  fc.tuple(fc.nat(most.helpers), fc.nat(most.visits)).chain(([helpers, visits]) =>
    fc.record({
      helpers: fc.tuple(...Array.from({ length: helpers }, (_, index) => helper(index))),
      visits: fc.tuple(...Array.from({ length: visits }, (_, index) => visit(index, helpers, most.pins))),
      travel: fc.constant(line(PLACES)),
    }),
  );
