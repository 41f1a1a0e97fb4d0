import { bestGroupPut, type GroupPut, partnersOf } from './group.ts';
import { comparePrices, type Opening, type Owed, openingsOf } from './openings.ts';
import type { PlannedVisit, Score } from './plan.ts';
import { type Put, putIn, type Rota } from './rota.ts';
import { unevenness } from './rules/fairness.ts';
import { addScores, type RuleBook, scoreOfPut } from './score.ts';

/** Another helper who could do it while nothing else moves. `change`: what the score would gain, rule by rule; less is better. */
export interface Alternative {
  readonly helperId: string;
  readonly from: number;
  readonly until: number;
  /** Visits it is linked with that are left out and would come in with it, in order. */
  readonly with: readonly PlannedVisit[];
  readonly change: Score;
}

interface Asked {
  /** A helper who is not asked. */
  readonly except?: number;
  readonly owed?: readonly Owed[];
}

/** The best `most` ways, each with another helper, to put in a visit that is left out; best first, equal ones by helper. */
export function candidates(
  book: RuleBook,
  rota: Rota,
  visit: number,
  most: number,
  { except = -1, owed = [] }: Asked = {},
): readonly GroupPut[] {
  const partners = partnersOf(book, rota, visit);
  const found: GroupPut[] = [];
  for (let helper = 0; helper < rota.rounds.length; helper++) {
    if (helper === except) continue;
    const openings = openingsOf(book, rota, helper, visit, owed);
    if (openings.length === 0) continue;
    const last = found[most - 1];
    if (last !== undefined && partners.visits.length === 0 && costsMore(book, rota, visit, openings, last.soft)) continue;
    const best = bestGroupPut(book, rota, visit, openings, partners);
    if (best === undefined || (last !== undefined && comparePrices(last, best) <= 0)) continue;
    let at = found.length;
    while (at > 0 && comparePrices(best, found[at - 1]!) < 0) at--;
    found.splice(at, 0, best);
    if (found.length > most) found.pop();
  }
  return found;
}

/**
 * Whether even the shortest way into these openings, with the work it makes, costs more than something else. Only the
 * solver's own rules are known never to give anything back, and only where a visit lengthens the way.
 */
function costsMore(
  { own }: RuleBook,
  { frame, rounds }: Rota,
  visit: number,
  openings: readonly Opening[],
  soft: number,
): boolean {
  if (own.length > 0) return false;
  let shortest = Number.POSITIVE_INFINITY;
  for (const { extraWay } of openings) if (extraWay < shortest) shortest = extraWay;
  if (shortest < 0) return false;
  const { totalService, problem } = frame;
  const { index, work } = rounds[openings[0]!.helper]!;
  const uneven = unevenness(work + shortest + frame.durations[visit]!, totalService) - unevenness(work, totalService);
  const wish = frame.missesWish[visit * frame.helpers.length + index]!;
  const { travel, fairness, wanted, cost } = problem.weights;
  return travel * shortest + fairness * uneven + wanted * wish - cost * (frame.visits[visit]!.penalty ?? 0) > soft;
}

/** A candidate with its change counted rule by rule. */
export function alternativeOf(book: RuleBook, rota: Rota, { put, partners }: GroupPut): Alternative {
  let after = putIn(rota, put);
  let change = scoreOfPut(book, rota, put);
  for (const partner of partners) {
    change = addScores(change, scoreOfPut(book, after, partner));
    after = putIn(after, partner);
  }
  const { helperId, from, until } = plannedBy(put);
  return { helperId, from, until, with: partners.map(plannedBy), change };
}

const plannedBy = ({ round, stop }: Put): PlannedVisit => ({
  visitId: stop.visit.id,
  helperId: round.helper.id,
  from: stop.from,
  until: stop.until,
});
