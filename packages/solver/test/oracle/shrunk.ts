import { type Problem, type ProblemInput, parseProblem } from '../../src/problem.ts';

/** The same problem with ever less in it, as long as it is a problem and still fails. */
export function shrunk(input: ProblemInput, fails: (problem: Problem) => boolean): ProblemInput {
  let least = input;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const smaller of smallerThan(least)) {
      const answer = parseProblem(smaller);
      if (!answer.ok || !fails(answer.value)) continue;
      least = smaller;
      isSmaller = true;
      break;
    }
  }
  return least;
}

/** With one thing less each: whole visits first, then people, then what they have. */
function* smallerThan(input: ProblemInput): Generator<ProblemInput> {
  const { helpers, visits, links = [], spacings = [], weights = {} } = input;
  for (const { id } of visits) yield withoutVisit(input, id);
  for (const { id } of helpers) yield { ...input, helpers: helpers.filter((helper) => helper.id !== id) };
  for (const at of links.keys()) yield { ...input, links: links.toSpliced(at, 1) };
  for (const at of spacings.keys()) yield { ...input, spacings: spacings.toSpliced(at, 1) };
  for (const key of Object.keys(weights)) if (key !== 'fairness') yield { ...input, weights: without(weights, key) };
  for (const [at, visit] of visits.entries())
    for (const less of lessOf(visit, ['id', 'windows', 'duration', 'place'])) yield { ...input, visits: visits.with(at, less) };
  for (const [at, helper] of helpers.entries())
    for (const less of lessOf(helper, ['id', 'shifts'])) yield { ...input, helpers: helpers.with(at, less) };
  for (const [at, link] of links.entries())
    for (const less of lessOf(link, ['first', 'second'])) yield { ...input, links: links.with(at, less) };
  for (const [at, spacing] of spacings.entries())
    for (const less of lessOf(spacing, ['visits'])) yield { ...input, spacings: spacings.with(at, less) };
  const { travel } = input;
  if (travel.kind !== 'matrix') return;
  const { places } = travel;
  const used = new Set([...visits.map(({ place }) => place), ...helpers.flatMap(({ from, to }) => [from, to])]);
  const spare = places.findIndex((place) => !used.has(place));
  if (spare !== -1)
    yield {
      ...input,
      travel: {
        ...travel,
        places: places.toSpliced(spare, 1),
        times: travel.times.toSpliced(spare, 1).map((row) => row.toSpliced(spare, 1)),
      },
    };
}

function withoutVisit(input: ProblemInput, gone: string): ProblemInput {
  const isGone = (id: string): boolean => id === gone || id.startsWith(`${gone}#`);
  const { visits, links = [], spacings = [] } = input;
  return {
    ...input,
    visits: visits.filter(({ id }) => id !== gone),
    links: links.filter(({ first, second }) => !isGone(first) && !isGone(second)),
    spacings: spacings.map((spacing) => ({ ...spacing, visits: spacing.visits.filter((id) => !isGone(id)) })),
  };
}

/** One field less, or one entry less of a list. */
function* lessOf<Whole extends object>(whole: Whole, kept: readonly string[]): Generator<Whole> {
  for (const [key, value] of Object.entries(whole)) {
    if (!kept.includes(key)) yield without(whole, key);
    if (Array.isArray(value) && value.length > 1)
      for (const at of value.keys()) yield { ...whole, [key]: value.toSpliced(at, 1) };
  }
}

const without = <Whole extends object>(whole: Whole, key: string): Whole =>
  Object.fromEntries(Object.entries(whole).filter(([name]) => name !== key)) as Whole;
