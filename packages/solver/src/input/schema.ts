import * as z from 'zod';

const Time = z.int().nonnegative().max(1e13);
const Length = z.int().nonnegative().max(1e9);
const Lag = z.int().min(-1e9).max(1e9);
const Weight = z.int().nonnegative().max(1e6);
const Amount = z.int().nonnegative().max(1e9);
/** What objects keep for themselves is no id: what is listed by it, as an effort by helper is, would be lost. */
const Id = z
  .string()
  .min(1)
  .regex(/^(?!__proto__$)/);

/** No list is longer. */
export const MOST = 100_000;
/** Loads and capacities count so many things at most. */
const MOST_DIMENSIONS = 8;

const list = <Entry extends z.ZodType>(entry: Entry) => z.array(entry).max(MOST).readonly();

const TimeSpan = z.strictObject({ from: Time, until: Time }).readonly();
/** The whole service lies in the window; what ends after `softUntil` is late by so much. */
const Window = z.strictObject({ from: Time, until: Time, softUntil: Time.nullable().default(null) }).readonly();

/** Shifts are disjoint. A shift holds the way from `from`, every service and the way to `to`; a null place costs no way. */
const HelperInput = z
  .strictObject({
    id: Id,
    shifts: list(TimeSpan),
    /** No service lies in a break; ways may. Who must be back somewhere has two shifts instead. */
    breaks: list(TimeSpan).default([]),
    skills: list(Id).default([]),
    from: Id.nullable().default(null),
    to: Id.nullable().default(null),
    /** What can be carried at once, load by load, shift by shift; a load that is not listed is unlimited. */
    capacity: z.array(Amount).max(MOST_DIMENSIONS).readonly().default([]),
    /** In the whole plan, as the three below. */
    maxVisits: z.int().nonnegative().nullable().default(null),
    /** Service and way together, in the problem's time unit. */
    maxWork: Length.nullable().default(null),
    /** Work above it is overtime; null for none. */
    overtimeAfter: Length.nullable().default(null),
    /** Per visit, in the unit of `wage`, `effort` and `penalty`; `weights.cost` weighs them all. */
    cost: Amount.default(0),
    /** Per unit of work. */
    wage: Amount.default(0),
  })
  .readonly();
export interface Helper extends z.output<typeof HelperInput> {}

/** `times` visits alike: any two at least `minDays` apart, neighbours at most `maxDays`. */
const Repeat = z
  .strictObject({
    times: z.int().positive().max(1000),
    minDays: z.int().positive().max(1e5),
    maxDays: z.int().positive().max(1e5).nullable(),
  })
  .partial({ minDays: true, maxDays: true })
  .readonly();

const asked = {
  id: Id,
  windows: z.array(Window).min(1).max(MOST).readonly(),
  duration: Length.positive(),
  skills: list(Id).default([]),
  place: Id,
  /** What it adds to what the helper carries in that shift. */
  loads: z.array(Amount).max(MOST_DIMENSIONS).readonly().default([]),
  priority: z.int().positive().max(1e6).default(1),
  /** Not null: a visit that may be left out at this cost, and then `priority` does not count. */
  penalty: Amount.nullable().default(null),
  wanted: list(Id).default([]),
  refused: list(Id).default([]),
  pinned: z.strictObject({ helperId: Id, from: Time }).readonly().nullable().default(null),
  /** Whom it serves: continuity counts the different helpers of each. */
  for: Id.nullable().default(null),
  /** By helper: cost on top when this one does it. */
  effort: z.record(Id, Amount).readonly().default({}),
};

/** Wanted, refused and pinned may name helpers who are not here today; refused wins. */
const Visit = z.strictObject(asked).readonly();
export interface Visit extends z.output<typeof Visit> {}

const VisitInput = z.strictObject({ ...asked, repeat: Repeat.nullable().default(null) }).readonly();
export type VisitToRepeat = z.output<typeof VisitInput>;

/** Lag is the start of `second` less the start of `first`. Linked visits are served all or none. */
const Link = z
  .strictObject({
    first: Id,
    second: Id,
    minLag: Lag.nullable().default(null),
    maxLag: Lag.nullable().default(null),
    helper: z.enum(['any', 'same', 'other']).default('any'),
  })
  .readonly();
export interface Link extends z.output<typeof Link> {}

const Spacing = z
  .strictObject({
    visits: list(Id),
    minDays: z.int().positive().max(1e5).default(1),
    maxDays: z.int().positive().max(1e5).nullable().default(null),
  })
  .readonly();
export interface Spacing extends z.output<typeof Spacing> {}

/** `times[a][b]` leads from place a to place b; the diagonal is 0. */
const Matrix = z.strictObject({ kind: z.literal('matrix'), places: list(Id), times: list(list(Length)) }).readonly();
export type Travel = z.output<typeof Matrix>;

const Coordinate = z.int().min(-1e7).max(1e7);
/** Time is distance times `perThousand` by 1,000, rounded up, so that ways keep the triangle inequality. */
const Coordinates = z
  .strictObject({
    kind: z.literal('coordinates'),
    places: list(z.strictObject({ id: Id, x: Coordinate, y: Coordinate }).readonly()),
    perThousand: Length,
    metric: z.enum(['euclidean', 'manhattan']),
  })
  .readonly();
export type Coordinates = z.output<typeof Coordinates>;

/** Areas are neighbours both ways, one naming is enough. From area to area: fewest borders crossed times `step`. */
const Adjacency = z
  .strictObject({
    kind: z.literal('adjacency'),
    areas: list(z.strictObject({ id: Id, next: list(Id) }).readonly()),
    places: list(z.strictObject({ id: Id, area: Id }).readonly()),
    sameArea: Length,
    step: Length,
  })
  .readonly();
export type Adjacency = z.output<typeof Adjacency>;

/** `between` is asked once for each ordered pair of two places and answers a whole length. */
const Between = z
  .strictObject({
    kind: z.literal('function'),
    places: list(Id),
    between: z.custom<(from: string, to: string) => number>((value) => typeof value === 'function'),
  })
  .readonly();
export type Between = z.output<typeof Between>;

/**
 * What one unit of each soft rule weighs, in thousandths of a unit of way. The defaults, for times in minutes, are a start:
 * a missed wish is worth half an hour of way. Fairness counts in thousandths already, which is why its weight is small.
 */
export const Weights = z
  .strictObject({
    travel: Weight.default(1000),
    wanted: Weight.default(30_000),
    fairness: Weight.default(5),
    cost: Weight.default(1000),
    continuity: Weight.default(20_000),
    overtime: Weight.default(1000),
    lateness: Weight.default(1000),
    latest: Weight.default(1000),
  })
  .readonly();
export interface Weights extends z.output<typeof Weights> {}

const whole = {
  helpers: list(HelperInput),
  visits: list(VisitInput),
  links: list(Link).default([]),
  spacings: list(Spacing).default([]),
  weights: Weights.default(Weights.parse({})),
  /** Day n holds the times from n times this on. 1,440 for minutes. */
  dayLength: Length.positive().default(1440),
};

/** A problem as a file can hold it. */
export const ProblemData = z
  .strictObject({ ...whole, travel: z.discriminatedUnion('kind', [Matrix, Coordinates, Adjacency]) })
  .readonly();

/** A problem as a program can hand it over: ways may be a function. */
export const ProblemSource = z
  .strictObject({ ...whole, travel: z.discriminatedUnion('kind', [Matrix, Coordinates, Adjacency, Between]) })
  .readonly();
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
