import { type Decision, type Reason, yes } from '@linli/model';
import { z } from 'zod';

const Time = z.int().nonnegative().max(1e13);
const Length = z.int().nonnegative().max(1e9);
const Weight = z.int().nonnegative().max(1e6);
const Id = z.string().min(1);

const TimeSpan = z
  .strictObject({ from: Time, until: Time })
  .refine(({ from, until }) => from < until, { error: 'a span ends after it starts' })
  .readonly();

/** Shifts are disjoint. A shift holds the way from `from`, every service and the way to `to`; a null place costs no way. */
const Helper = z
  .strictObject({
    id: Id,
    shifts: z.array(TimeSpan).readonly(),
    skills: z.array(Id).readonly().default([]),
    from: Id.nullable().default(null),
    to: Id.nullable().default(null),
    maxVisits: z.int().nonnegative().nullable().default(null),
    /** Service and way together, in the problem's time unit. */
    maxWork: Length.nullable().default(null),
    /** Effort per visit. */
    cost: z.int().nonnegative().max(1e6).default(0),
  })
  .readonly();
export interface Helper extends z.infer<typeof Helper> {}

/** The whole service lies inside one window. Wanted and refused may name helpers who are not here today; refused wins. */
const Visit = z
  .strictObject({
    id: Id,
    windows: z.array(TimeSpan).min(1).readonly(),
    duration: Length.positive(),
    skills: z.array(Id).readonly().default([]),
    place: Id,
    priority: z.int().positive().max(1e6).default(1),
    wanted: z.array(Id).readonly().default([]),
    refused: z.array(Id).readonly().default([]),
    pinned: z.strictObject({ helperId: Id, from: Time }).readonly().nullable().default(null),
  })
  .readonly();
export interface Visit extends z.infer<typeof Visit> {}

/** `times[a][b]` leads from place a to place b; the diagonal is 0. */
const Travel = z.discriminatedUnion('kind', [
  z
    .strictObject({
      kind: z.literal('matrix'),
      places: z.array(Id).readonly(),
      times: z.array(z.array(Length).readonly()).readonly(),
    })
    .readonly(),
]);

/**
 * What one unit of each soft rule weighs, in thousandths of a unit of way. The defaults, for times in minutes, are a start:
 * a missed wish is worth half an hour of way. Fairness counts in thousandths already, which is why its weight is small.
 */
const Weights = z
  .strictObject({
    travel: Weight.default(1000),
    wanted: Weight.default(30_000),
    fairness: Weight.default(5),
    cost: Weight.default(1000),
  })
  .readonly();

/**
 * Who could do what, when and where. Every time is a whole number in one unit of the caller's choosing, the same
 * throughout; spans are half-open. The order of helpers and visits carries no meaning. Made by `parseProblem` only.
 */
export const Problem = z
  .strictObject({
    helpers: z.array(Helper).readonly(),
    visits: z.array(Visit).readonly(),
    travel: Travel,
    weights: Weights.default(Weights.parse({})),
  })
  .superRefine((problem, context) => {
    for (const { path, message } of contradictions(problem)) context.addIssue({ code: 'custom', path, message });
  })
  .readonly()
  .brand<'Problem'>();
export type Problem = z.infer<typeof Problem>;
/** What a caller writes: fields with a default may be left out. */
export type ProblemInput = z.input<typeof Problem>;

interface Issue {
  readonly path: (string | number)[];
  readonly message: string;
}

interface Parts {
  readonly helpers: readonly Helper[];
  readonly visits: readonly Visit[];
  readonly travel: z.infer<typeof Travel>;
  readonly weights: z.infer<typeof Weights>;
}

function* contradictions(problem: Parts): Generator<Issue> {
  const { helpers, visits, travel } = problem;
  const places = new Set(travel.places);
  yield* repeated(travel.places, (index) => ['travel', 'places', index]);
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  yield* repeated(ids(helpers), (index) => ['helpers', index, 'id']);
  yield* repeated(ids(visits), (index) => ['visits', index, 'id']);
  yield* unevenMatrix(travel);
  for (const [index, { from, to, shifts }] of helpers.entries()) {
    if (from !== null && !places.has(from)) yield { path: ['helpers', index, 'from'], message: `no place "${from}"` };
    if (to !== null && !places.has(to)) yield { path: ['helpers', index, 'to'], message: `no place "${to}"` };
    const inOrder = shifts.toSorted((a, b) => a.from - b.from);
    if (inOrder.some((shift, at) => at > 0 && shift.from < inOrder[at - 1]!.until))
      yield { path: ['helpers', index, 'shifts'], message: 'two shifts overlap' };
  }
  for (const [index, { place }] of visits.entries())
    if (!places.has(place)) yield { path: ['visits', index, 'place'], message: `no place "${place}"` };
  if (worstCost(problem) > Number.MAX_SAFE_INTEGER)
    yield { path: [], message: 'the numbers are too large to be added exactly: take a coarser time unit or smaller weights' };
}

/** More than any plan can cost, were one helper to do everything by the longest ways. */
function worstCost({ helpers, visits, travel: { times }, weights }: Parts): number {
  const longest = times.reduce((most, row) => row.reduce((a, b) => Math.max(a, b), most), 0);
  const service = visits.reduce((sum, { duration }) => sum + duration, 0);
  const way = 3 * longest * (visits.length + 1);
  const effort = helpers.reduce((most, { cost }) => Math.max(most, cost), 0);
  const fairness = (service + way) * Math.ceil(((service + way) * 1000) / (service || 1));
  return weights.travel * way + weights.fairness * fairness + visits.length * (weights.wanted + weights.cost * effort);
}

function* repeated(ids: readonly string[], path: (index: number) => (string | number)[]): Generator<Issue> {
  const seen = new Set<string>();
  for (const [index, id] of ids.entries()) {
    if (seen.has(id)) yield { path: path(index), message: `"${id}" is here twice` };
    seen.add(id);
  }
}

function* unevenMatrix({ places, times }: Parts['travel']): Generator<Issue> {
  const message = `one row and one column per place: ${places.length}`;
  if (times.length !== places.length) yield { path: ['travel', 'times'], message };
  for (const [row, lengths] of times.entries()) {
    if (lengths.length !== places.length) yield { path: ['travel', 'times', row], message };
    else if (row < places.length && lengths[row] !== 0)
      yield { path: ['travel', 'times', row, row], message: 'from a place to itself is 0' };
  }
}

const MOST_ISSUES = 100;

/** Reads a problem from outside. A "no" names each fault as `path` and `what`, in the input's order, at most 100 of them. */
export function parseProblem(input: unknown): Decision<Problem, 'problem/invalid'> {
  const { success, data, error } = Problem.safeParse(input);
  if (success) return yes(data);
  const [first, ...rest] = error.issues.slice(0, MOST_ISSUES).map(
    ({ path, message }): Reason<'problem/invalid'> => ({
      code: 'problem/invalid',
      data: { path: path.map(String).join('.') || '.', what: message },
    }),
  );
  return { ok: false, reasons: [first!, ...rest] };
}
