import type { Problem } from '../../src/problem.ts';
import type { Helper, Visit, Way } from './counted.ts';

/** Whole starts, both possible. */
interface Span {
  readonly first: number;
  readonly last: number;
}

/** One visit with one helper in one shift, ended softly in one way: what is left open is the start alone. */
export interface Choice {
  readonly visit: number;
  readonly shift: number;
  /** Where the service may start, in order and apart. */
  readonly starts: readonly Span[];
  readonly softUntil: number | null;
  /** Soft cost of choosing this one. */
  readonly extra: number;
}

export interface Place {
  readonly helperId: string;
  readonly from: number;
}

/** What is given besides the problem, by visit. */
export interface Given {
  /** Where it was told to be, and what it costs to be elsewhere or at another time. */
  readonly told?: { readonly by: ReadonlyMap<string, Place>; readonly movePrice: number };
  /** Must be served, and where; no helper: by anybody, no start: at any time. */
  readonly kept?: ReadonlyMap<string, Partial<Place>>;
  /** Is not served. */
  readonly gone?: ReadonlySet<string>;
}

/**
 * Every way in which a helper may do a visit. Windows are one choice together unless one of them ends softly: then a later
 * start can be the less late one, and each is a choice of its own. So is the told start beside all others.
 */
export function choicesOf(problem: Problem, helper: Helper, visit: number, way: Way, given: Given): Choice[] {
  const asked = problem.visits[visit]!;
  const { helperId = helper.id, from = null } = given.kept?.get(asked.id) ?? {};
  if (helperId !== helper.id || given.gone?.has(asked.id)) return [];
  if (asked.refused.includes(helper.id) || asked.skills.some((skill) => !helper.skills.includes(skill))) return [];
  if (asked.pinned !== null && asked.pinned.helperId !== helper.id) return [];
  const ends = asked.windows.some(({ softUntil }) => softUntil !== null)
    ? asked.windows.map((window) => [window])
    : [asked.windows];
  return helper.shifts.flatMap((span, shift) =>
    ends.flatMap((windows): Choice[] => {
      const first = span.from + way(helper.from, asked.place);
      const last = span.until - way(asked.place, helper.to) - asked.duration;
      const inWindows = windows.flatMap(({ from, until }) => cut([{ first, last }], from, until - asked.duration));
      const starts = joined(at(from, at(asked.pinned?.from ?? null, outsideBreaks(inWindows, helper, asked))));
      const base = { visit, shift, softUntil: windows[0]!.softUntil };
      return priced(base, starts, given, asked, helper).filter((choice) => choice.starts.length > 0);
    }),
  );
}

const cut = (spans: readonly Span[], first: number, last: number): Span[] =>
  spans
    .map((span) => ({ first: Math.max(span.first, first), last: Math.min(span.last, last) }))
    .filter((span) => span.first <= span.last);

const outsideBreaks = (spans: readonly Span[], { breaks }: Helper, { duration }: Visit): readonly Span[] =>
  breaks.reduce(
    (left, { from, until }) => [
      ...cut(left, Number.NEGATIVE_INFINITY, from - duration),
      ...cut(left, until, Number.POSITIVE_INFINITY),
    ],
    spans,
  );

const at = (start: number | null, spans: readonly Span[]): readonly Span[] => (start === null ? spans : cut(spans, start, start));

/** In order; what overlaps is one. */
export function joined(spans: readonly Span[]): Span[] {
  const apart: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.first - b.first)) {
    const before = apart.at(-1);
    if (before !== undefined && span.first <= before.last + 1)
      apart[apart.length - 1] = { first: before.first, last: Math.max(before.last, span.last) };
    else apart.push(span);
  }
  return apart;
}

function priced(
  base: Omit<Choice, 'starts' | 'extra'>,
  starts: readonly Span[],
  { told }: Given,
  { id }: Visit,
  helper: Helper,
): Choice[] {
  const before = told?.by.get(id);
  if (told === undefined || before === undefined) return [{ ...base, starts, extra: 0 }];
  const elsewhere = { ...base, starts, extra: told.movePrice };
  if (before.helperId !== helper.id) return [elsewhere];
  return [{ ...base, starts: cut(starts, before.from, before.from), extra: 0 }, elsewhere];
}

/** The first start from `time` on; undefined where there is none. */
export function startFrom({ starts }: Choice, time: number): number | undefined {
  for (const { first, last } of starts) if (time <= last) return Math.max(first, time);
  return undefined;
}
