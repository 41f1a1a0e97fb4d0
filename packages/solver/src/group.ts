import { bestPut, comparePrices, type Opening, openingsOf, type PricedPut, priced } from './openings.ts';
import { type Put, putAt, putIn, type Rota, wayTo } from './rota.ts';
import type { RuleBook } from './score.ts';

/** The others of a visit's group that are left out as well. */
export interface Partners {
  readonly visits: readonly number[];
  /** One of them that is linked to it, if any is, and everywhere it could go, with what that costs by itself. */
  readonly nearest: number;
  readonly theirs: readonly PricedOpening[];
  /** The visit and these, each after one it hangs on, and when each may have to start. */
  readonly inOrder: readonly number[];
  readonly starts: ReadonlyMap<number, readonly number[]>;
}

interface PricedOpening {
  readonly opening: Opening;
  readonly price: PricedPut;
}

export function partnersOf(book: RuleBook, rota: Rota, visit: number): Partners {
  const { groupOf, groups, linksOf, links } = rota.frame;
  const group = groupOf[visit]!;
  const visits = group === -1 ? NOBODY : groups[group]!.filter((other) => other !== visit && rota.helperOf[other] === -1);
  if (visits.length === 0) return nobody;
  const linked = visits.find((other) => linksOf[visit]!.some((at) => links[at]!.first === other || links[at]!.second === other));
  const nearest = linked ?? visits[0]!;
  const theirs = openingsAnywhere(book, rota, nearest).map((opening) => ({
    opening,
    price: priced(book, rota, putAt(rota, opening.helper, nearest, opening.first)),
  }));
  theirs.sort(
    (a, b) => comparePrices(a.price, b.price) || a.opening.helper - b.opening.helper || a.opening.first - b.opening.first,
  );
  const inOrder = inOrderOf(rota, visit, visits);
  return { visits, nearest, theirs, inOrder, starts: startsAmong(book, rota, inOrder) };
}

const NOBODY: readonly number[] = [];
const nobody: Partners = { visits: NOBODY, nearest: -1, theirs: [], inOrder: NOBODY, starts: new Map() };

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
 * The best way found to put a visit into one of its openings, and after it, one by one, all its missing partners. Of a pair
 * with two people the cheapest meetings of each opening are looked at by their earliest starts; of one person, and of three
 * visits or more, every choice of openings, as far as patience goes.
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
  const search = new GroupSearch(book, partners, false);
  if (partners.visits.length > 1) return search.from(rota, openings, null);
  let best = search.from(rota, openings, openings[0]?.helper ?? null);
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
const MOST_TRIES = 12;

/** Whether a visit in one of these openings leaves room for all its missing partners. */
export function partnersFit(
  book: RuleBook,
  rota: Rota,
  visit: number,
  openings: readonly Opening[],
  partners: Partners,
): boolean {
  if (partners.visits.length === 0) return true;
  if (partners.visits.length === 1)
    for (const mine of openings)
      for (const meeting of meetingsOf(rota, visit, mine, partners))
        if (held(book, rota, visit, meeting, partners) !== undefined) return true;
  const only = partners.visits.length > 1 ? null : (openings[0]?.helper ?? null);
  return new GroupSearch(book, partners, true).from(rota, openings, only) !== undefined;
}

/** A visit at a start and its partner with another helper at theirs. */
interface Meeting {
  readonly helper: number;
  readonly start: number;
  readonly other: { readonly helper: number; readonly start: number };
}

/** Meetings of one opening with all of the partner's with other people, those that are cheap for the partner first. */
function* meetingsOf(rota: Rota, visit: number, mine: Opening, { nearest, theirs }: Partners): Generator<Meeting> {
  const { helper } = mine;
  for (const { opening } of theirs) {
    const met = opening.helper === helper ? undefined : meet(rota, visit, nearest, mine, opening);
    if (met !== undefined) yield { helper, start: met[0], other: { helper: opening.helper, start: met[1] } };
  }
}

/** A meeting carried out; undefined where a hard rule forbids it. */
function held(
  book: RuleBook,
  rota: Rota,
  visit: number,
  { helper, start, other }: Meeting,
  { nearest }: Partners,
): GroupPut | undefined {
  const own = priced(book, rota, putAt(rota, helper, visit, start));
  const beside = putIn(rota, own.put);
  const isOpen = openingsOf(book, beside, other.helper, nearest).some(
    ({ first, last }) => first <= other.start && other.start <= last,
  );
  if (!isOpen) return undefined;
  const first = priced(book, beside, putAt(beside, other.helper, nearest, other.start));
  return { put: own.put, medium: own.medium + first.medium, soft: own.soft + first.soft, partners: [first.put] };
}

/** So many starts are priced for one group and one helper. */
const MOST_PRICED = 20_000;

/**
 * Puts visits in one after the other: each into every opening there then is, cheapest first, at its earliest
 * start and at those at which one that is still to come leaves it (`startsAmong`).
 */
class GroupSearch {
  readonly #book: RuleBook;
  readonly #visits: readonly number[];
  readonly #starts: ReadonlyMap<number, readonly number[]>;
  readonly #isEnough: boolean;
  #only: number | null = null;
  #best: GroupPut | undefined;
  #priced = 0;

  /** `isEnough`: whether any way will do. */
  constructor(book: RuleBook, { inOrder, starts }: Partners, isEnough: boolean) {
    this.#book = book;
    this.#visits = inOrder;
    this.#starts = starts;
    this.#isEnough = isEnough;
  }

  /** `only`: the helper who is to do them all; null for anybody. */
  from(rota: Rota, openings: readonly Opening[], only: number | null): GroupPut | undefined {
    this.#only = only;
    this.#place(rota, openings, [], 0, 0);
    return this.#best;
  }

  #place(rota: Rota, openings: readonly Opening[], before: readonly Put[], medium: number, soft: number): void {
    const visit = this.#visits[before.length]!;
    const tries = openings
      .flatMap(({ helper, first, last }) =>
        [first, ...this.#starts.get(visit)!.filter((start) => first < start && start <= last)].map((start) =>
          priced(this.#book, rota, putAt(rota, helper, visit, start)),
        ),
      )
      .sort(comparePrices);
    this.#priced += tries.length;
    for (const one of tries) {
      if (this.#priced > MOST_PRICED || (this.#isEnough && this.#best !== undefined)) return;
      this.#go(rota, [...before, one.put], medium + one.medium, soft + one.soft);
    }
  }

  #go(rota: Rota, puts: readonly Put[], medium: number, soft: number): void {
    const next = this.#visits[puts.length];
    const [first, ...partners] = puts;
    const after = putIn(rota, puts.at(-1)!);
    if (next !== undefined) {
      const openings =
        this.#only === null ? openingsAnywhere(this.#book, after, next) : openingsOf(this.#book, after, this.#only, next);
      this.#place(after, openings, puts, medium, soft);
    } else {
      const found = { put: first!, medium, soft, partners };
      if (this.#best === undefined || comparePrices(found, this.#best) < 0) this.#best = found;
    }
  }
}

/** The others in an order in which each hangs on one before it, if on any. */
function inOrderOf({ frame }: Rota, visit: number, others: readonly number[]): readonly number[] {
  const order = [visit];
  const left = [...others];
  while (left.length > 0) {
    const hangs = left.findIndex((other) =>
      frame.linksOf[other]!.some((at) => order.includes(frame.links[at]!.first) || order.includes(frame.links[at]!.second)),
    );
    order.push(...left.splice(Math.max(0, hangs), 1));
  }
  return order;
}

/**
 * When each of some visits that hang together may have to start. Where all are as early as can be, each is at the begin of
 * an opening, or as much later than another as a lag, that one's service and the way from it, or the next day makes it.
 */
function startsAmong(book: RuleBook, rota: Rota, visits: readonly number[]): ReadonlyMap<number, readonly number[]> {
  const { frame } = rota;
  const { dayLength } = frame.problem;
  const starts = new Map(
    visits.map((visit) => [visit, new Set(openingsAnywhere(book, rota, visit).map(({ first }) => first))] as const),
  );
  // Over all of them at most; of many the work would be without end, and few are ever so close.
  const rounds = visits.length > MANY ? 0 : Math.min(visits.length - 1, 3);
  for (let round = 0; round < rounds; round++)
    for (const one of visits)
      for (const other of visits) {
        if (one === other) continue;
        const later = [
          ...lagsFrom(rota, one, other),
          frame.durations[one]! + wayTo(frame, 0, { index: one, shift: 0 }, other, 0),
        ];
        const known = starts.get(other)!;
        for (const start of [...starts.get(one)!].slice(0, MOST_STARTS)) {
          for (const lag of later) known.add(start + lag);
          if (frame.spacingsOf[one]!.some((at) => frame.spacingsOf[other]!.includes(at)))
            known.add((Math.floor(start / dayLength) + 1) * dayLength);
        }
      }
  return new Map([...starts].map(([visit, set]) => [visit, [...set].slice(0, MOST_STARTS)]));
}

const MOST_STARTS = 200;
const MANY = 12;

/** By how much one starts at least after another, by each link between them. */
const lagsFrom = ({ frame }: Rota, one: number, other: number): number[] =>
  frame.linksOf[one]!.map((at) => frame.links[at]!)
    .filter(({ first, second }) => first === other || second === other)
    .map(({ first, minLag, maxLag }) => (first === one ? minLag : -maxLag))
    .filter(Number.isFinite);
