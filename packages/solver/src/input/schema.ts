// The small zod: a page loads it for the parser's sake, and needs none of zod's own sentences.
import * as z from 'zod/mini';

const between = (least: number, most: number) => z.int().check(z.minimum(least), z.maximum(most));
/** A whole number above 0. */
const countTo = (most: number) => z.int().check(z.positive(), z.maximum(most));

const Time = between(0, 1e13);
const Length = between(0, 1e9);
const Lag = between(-1e9, 1e9);
const Weight = between(0, 1e6);
const Amount = between(0, 1e9);
/** What objects keep for themselves is no id: what is listed by it, as an effort by helper is, would be lost. */
const Id = z.string().check(z.minLength(1), z.regex(/^(?!__proto__$)/));

/** No list is longer. */
export const MOST = 100_000;
/** Loads and capacities count so many things at most. */
const MOST_DIMENSIONS = 8;

const list = <Entry extends z.ZodMiniType>(entry: Entry) => z.readonly(z.array(entry).check(z.maxLength(MOST)));
const orEmpty = <Entry extends z.ZodMiniType>(entry: Entry) => z._default(list(entry), []);
const orNull = <Value extends z.ZodMiniType>(value: Value) => z._default(z.nullable(value), null);
const loads = z._default(z.readonly(z.array(Amount).check(z.maxLength(MOST_DIMENSIONS))), []);
const record = <Shape extends z.core.$ZodLooseShape>(shape: Shape) => z.readonly(z.strictObject(shape));

const TimeSpan = record({ from: Time, until: Time });
/** The whole service lies in the window; what ends after `softUntil` is late by so much. */
const Window = record({ from: Time, until: Time, softUntil: orNull(Time) });

/** Shifts are disjoint. A shift holds the way from `from`, every service and the way to `to`; a null place costs no way. */
const HelperInput = record({
  id: Id,
  shifts: list(TimeSpan),
  /** No service lies in a break; ways may. Who must be back somewhere has two shifts instead. */
  breaks: orEmpty(TimeSpan),
  skills: orEmpty(Id),
  from: orNull(Id),
  to: orNull(Id),
  /** What can be carried at once, load by load, shift by shift; a load that is not listed is unlimited. */
  capacity: loads,
  /** In the whole plan, as the three below. */
  maxVisits: orNull(z.int().check(z.nonnegative())),
  /** Service and way together, in the problem's time unit. */
  maxWork: orNull(Length),
  /** Work above it is overtime; null for none. */
  overtimeAfter: orNull(Length),
  /** Per visit, in the unit of `wage`, `effort` and `penalty`; `weights.cost` weighs them all. */
  cost: z._default(Amount, 0),
  /** Per unit of work. */
  wage: z._default(Amount, 0),
});
export interface Helper extends z.output<typeof HelperInput> {}

/** `times` visits alike: any two at least `minDays` apart, neighbours at most `maxDays`. */
const Repeat = record({
  times: countTo(1000),
  minDays: z.optional(countTo(1e5)),
  maxDays: z.optional(z.nullable(countTo(1e5))),
});

const asked = {
  id: Id,
  windows: z.readonly(z.array(Window).check(z.minLength(1), z.maxLength(MOST))),
  duration: Length.check(z.positive()),
  skills: orEmpty(Id),
  place: Id,
  /** What it adds to what the helper carries in that shift. */
  loads,
  priority: z._default(countTo(1e6), 1),
  /** Not null: a visit that may be left out at this cost, and then `priority` does not count. */
  penalty: orNull(Amount),
  wanted: orEmpty(Id),
  refused: orEmpty(Id),
  pinned: orNull(record({ helperId: Id, from: Time })),
  /** Whom it serves: continuity counts the different helpers of each. */
  for: orNull(Id),
  /** By helper: cost on top when this one does it. */
  effort: z._default(z.readonly(z.record(Id, Amount)), {}),
};

/** Wanted, refused and pinned may name helpers who are not here today; refused wins. */
const Visit = record(asked);
export interface Visit extends z.output<typeof Visit> {}

const VisitInput = record({ ...asked, repeat: orNull(Repeat) });
export type VisitToRepeat = z.output<typeof VisitInput>;

/** Lag is the start of `second` less the start of `first`. Linked visits are served all or none. */
const Link = record({
  first: Id,
  second: Id,
  minLag: orNull(Lag),
  maxLag: orNull(Lag),
  helper: z._default(z.enum(['any', 'same', 'other']), 'any'),
});
export interface Link extends z.output<typeof Link> {}

const Spacing = record({
  visits: list(Id),
  minDays: z._default(countTo(1e5), 1),
  maxDays: orNull(countTo(1e5)),
});
export interface Spacing extends z.output<typeof Spacing> {}

/** `times[a][b]` leads from place a to place b; the diagonal is 0. */
const Matrix = record({ kind: z.literal('matrix'), places: list(Id), times: list(list(Length)) });
export type Travel = z.output<typeof Matrix>;

const Coordinate = between(-1e7, 1e7);
/** Time is distance times `perThousand` by 1,000, rounded up, so that ways keep the triangle inequality. */
const Coordinates = record({
  kind: z.literal('coordinates'),
  places: list(record({ id: Id, x: Coordinate, y: Coordinate })),
  perThousand: Length,
  metric: z.enum(['euclidean', 'manhattan']),
});
export type Coordinates = z.output<typeof Coordinates>;

/** Areas are neighbours both ways, one naming is enough. From area to area: fewest borders crossed times `step`. */
const Adjacency = record({
  kind: z.literal('adjacency'),
  areas: list(record({ id: Id, next: list(Id) })),
  places: list(record({ id: Id, area: Id })),
  sameArea: Length,
  step: Length,
});
export type Adjacency = z.output<typeof Adjacency>;

/** `between` is asked once for each ordered pair of two places and answers a whole length. */
const Between = record({
  kind: z.literal('function'),
  places: list(Id),
  between: z.custom<(from: string, to: string) => number>((value) => typeof value === 'function'),
});
export type Between = z.output<typeof Between>;

/**
 * What one unit of each soft rule weighs, in thousandths of a unit of way. The defaults, for times in minutes, are a start:
 * a missed wish is worth half an hour of way. Fairness counts in thousandths already, which is why its weight is small.
 */
export const Weights = record({
  travel: z._default(Weight, 1000),
  wanted: z._default(Weight, 30_000),
  fairness: z._default(Weight, 5),
  cost: z._default(Weight, 1000),
  continuity: z._default(Weight, 20_000),
  overtime: z._default(Weight, 1000),
  lateness: z._default(Weight, 1000),
  latest: z._default(Weight, 1000),
});
export interface Weights extends z.output<typeof Weights> {}

const whole = {
  helpers: list(HelperInput),
  visits: list(VisitInput),
  links: orEmpty(Link),
  spacings: orEmpty(Spacing),
  weights: z._default(Weights, Weights.parse({})),
  /** Day n holds the times from n times this on. 1,440 for minutes. */
  dayLength: z._default(Length.check(z.positive()), 1440),
};

/** A problem as a file can hold it. */
export const ProblemData = record({ ...whole, travel: z.discriminatedUnion('kind', [Matrix, Coordinates, Adjacency]) });

/** A problem as a program can hand it over: ways may be a function. */
export const ProblemSource = record({
  ...whole,
  travel: z.discriminatedUnion('kind', [Matrix, Coordinates, Adjacency, Between]),
});
export interface ProblemSource extends z.output<typeof ProblemSource> {}

/** What a caller writes: fields with a default may be left out. A parsed problem can be handed in again. */
export type ProblemInput = z.input<typeof ProblemSource>;

/** What a problem is made of. */
export interface ProblemParts {
  readonly helpers: readonly Helper[];
  readonly visits: readonly Visit[];
  readonly links: readonly Link[];
  readonly spacings: readonly Spacing[];
  readonly travel: Travel;
  readonly weights: Weights;
  readonly dayLength: number;
}

/**
 * Who could do what, when and where. Every time is a whole number in one unit of the caller's choosing, the same
 * throughout; spans are half-open. The order of helpers and visits carries no meaning. Made by `parseProblem` only:
 * repeats are visits of their own with a spacing, ways are a matrix.
 */
export type Problem = ProblemParts & z.core.$brand<'Problem'>;
