import { bestPut, comparePrices, type Opening, openingsOf, type PricedPut, priced } from './openings.ts';
import { type Put, putAt, putIn, type Rota } from './rota.ts';
import type { RuleBook } from './score.ts';

/** The others of a visit's group that are left out as well. */
export interface Partners {
  readonly visits: readonly number[];
  /** One of them that is linked to it, if any is, and everywhere it could go, with what that costs by itself. */
  readonly nearest: number;
  readonly theirs: readonly PricedOpening[];
}

interface PricedOpening {
  readonly opening: Opening;
  readonly price: PricedPut;
}

export function partnersOf(book: RuleBook, rota: Rota, visit: number): Partners {
  const { groupOf, groups, linksOf, links } = rota.frame;
  const group = groupOf[visit]!;
  const visits = group === -1 ? NOBODY : groups[group]!.filter((other) => other !== visit && rota.helperOf[other] === -1);
  if (visits.length === 0) return alone;
  const linked = visits.find((other) => linksOf[visit]!.some((at) => links[at]!.first === other || links[at]!.second === other));
  const nearest = linked ?? visits[0]!;
  const theirs = openingsAnywhere(book, rota, nearest).map((opening) => ({
    opening,
    price: priced(book, rota, putAt(rota, opening.helper, nearest, opening.first)),
  }));
  theirs.sort(
    (a, b) => comparePrices(a.price, b.price) || a.opening.helper - b.opening.helper || a.opening.first - b.opening.first,
  );
  return { visits, nearest, theirs };
}

const NOBODY: readonly number[] = [];
const alone: Partners = { visits: NOBODY, nearest: -1, theirs: [] };

/** Every opening of one visit with anybody. */
const openingsAnywhere = (book: RuleBook, rota: Rota, visit: number): readonly Opening[] =>
  rota.frame.helpers.flatMap((_, helper) => openingsOf(book, rota, helper, visit));

/** Starts of two linked visits that lie in these openings, the earliest; undefined where no lag between them is allowed. */
function meet(rota: Rota, visit: number, partner: number, mine: Opening, theirs: Opening): readonly [number, number] | undefined {
  let least = Number.NEGATIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (const at of rota.frame.linksOf[visit]!) {
    const { first, second, minLag, maxLag, helper } = rota.frame.links[at]!;
    if (first !== partner && second !== partner) continue;
    if (helper === 'same' ? mine.helper !== theirs.helper : helper === 'other' && mine.helper === theirs.helper) return undefined;
    least = Math.max(least, first === visit ? minLag : -maxLag);
    most = Math.min(most, first === visit ? maxLag : -minLag);
  }
  const start = Math.max(mine.first, theirs.first - most);
  const other = Math.max(theirs.first, start + least);
  return start <= mine.last && other <= Math.min(theirs.last, start + most) ? [start, other] : undefined;
}

/** A visit with the missing ones of its group put in after it, and what all of them cost together. */
export interface GroupPut extends PricedPut {
  readonly partners: readonly Put[];
}

/**
 * The best way found to put a visit into one of its openings, and after it, one by one, all its missing partners. For a
 * pair with two people every meeting is looked at by its earliest start; for one person, or more than two visits, it is a
 * search that may miss.
 */
export function bestGroupPut(
  book: RuleBook,
  rota: Rota,
  visit: number,
  openings: readonly Opening[],
  partners: Partners,
): GroupPut | undefined {
  if (partners.visits.length === 0) {
    const best = bestPut(book, rota, visit, openings);
    return best === undefined ? undefined : { ...best, partners: [] };
  }
  let best: GroupPut | undefined;
  for (const mine of openings) {
    let tries = 0;
    for (const meeting of meetingsOf(rota, visit, mine, partners)) {
      const found = held(book, rota, visit, meeting, partners);
      if (found === undefined) continue;
      if (best === undefined || comparePrices(found, best) < 0) best = found;
      if (++tries === MOST_TRIES) break;
    }
  }
  return best;
}

/** Of one opening, so many meetings that hold are counted in full. */
const MOST_TRIES = 2;

/** Whether a visit in one of these openings leaves room for all its missing partners. */
export function partnersFit(
  book: RuleBook,
  rota: Rota,
  visit: number,
  openings: readonly Opening[],
  partners: Partners,
): boolean {
  if (partners.visits.length === 0) return true;
  for (const mine of openings)
    for (const meeting of meetingsOf(rota, visit, mine, partners))
      if (held(book, rota, visit, meeting, partners) !== undefined) return true;
  return false;
}

/** A visit at a start and its nearest partner with a helper at theirs; null where that is still to be found. */
interface Meeting {
  readonly helper: number;
  readonly start: number;
  readonly other: { readonly helper: number; readonly start: number | null };
}

/** Meetings of one opening with all of the partner's, those that are cheap for the partner first. */
function* meetingsOf(rota: Rota, visit: number, mine: Opening, { nearest, theirs }: Partners): Generator<Meeting> {
  const { helper } = mine;
  for (const { opening } of theirs) {
    if (opening.helper === helper) {
      for (const start of besides(rota, mine, opening, nearest)) yield { helper, start, other: { helper, start: null } };
      continue;
    }
    const met = meet(rota, visit, nearest, mine, opening);
    if (met !== undefined) yield { helper, start: met[0], other: { helper: opening.helper, start: met[1] } };
  }
}

/** Both with one person: as early as can be, right after the other one, or as late as can be. */
function besides(rota: Rota, mine: Opening, theirs: Opening, partner: number): readonly number[] {
  const after = Math.max(mine.first, theirs.first + rota.frame.durations[partner]!);
  return [...new Set([mine.first, after, mine.last])].filter((start) => start <= mine.last && start < Number.POSITIVE_INFINITY);
}

/** A meeting carried out, with all further partners; undefined where a hard rule forbids it. */
function held(
  book: RuleBook,
  rota: Rota,
  visit: number,
  { helper, start, other }: Meeting,
  partners: Partners,
): GroupPut | undefined {
  const own = priced(book, rota, putAt(rota, helper, visit, start));
  const beside = putIn(rota, own.put);
  const openings = openingsOf(book, beside, other.helper, partners.nearest);
  const first =
    other.start === null
      ? bestPut(book, beside, partners.nearest, openings)
      : openings.some((opening) => opening.first <= other.start! && other.start! <= opening.last)
        ? priced(book, beside, putAt(beside, other.helper, partners.nearest, other.start))
        : undefined;
  if (first === undefined) return undefined;
  const rest = partners.visits.filter((partner) => partner !== partners.nearest);
  const found = followed(book, putIn(beside, first.put), rest);
  if (found === undefined) return undefined;
  return {
    put: own.put,
    medium: own.medium + first.medium + found.medium,
    soft: own.soft + first.soft + found.soft,
    partners: [first.put, ...found.partners],
  };
}

type Followed = Omit<GroupPut, 'put'>;

/** Puts visits in one after the other, each where it is best then; those that hang on a served one first. */
function followed(book: RuleBook, start: Rota, visits: readonly number[]): Followed | undefined {
  const { links, linksOf } = start.frame;
  let rota = start;
  let medium = 0;
  let soft = 0;
  const partners: Put[] = [];
  const left = [...visits];
  while (left.length > 0) {
    const hangs = left.findIndex((visit) =>
      linksOf[visit]!.some((at) => rota.helperOf[links[at]!.first === visit ? links[at]!.second : links[at]!.first] !== -1),
    );
    const [visit] = left.splice(Math.max(0, hangs), 1);
    const best = bestPut(book, rota, visit!, openingsAnywhere(book, rota, visit!));
    if (best === undefined) return undefined;
    rota = putIn(rota, best.put);
    medium += best.medium;
    soft += best.soft;
    partners.push(best.put);
  }
  return { medium, soft, partners };
}
