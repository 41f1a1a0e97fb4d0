import { candidates } from '../candidates.ts';
import { bestGroupPut, type GroupPut, partnersOf } from '../group.ts';
import { openingsOf } from '../openings.ts';
import { putIn, type Rota, takeOut } from '../rota.ts';
import type { RuleBook } from '../score.ts';
import type { Sized } from './change.ts';

/** Another visit moved, and the rota in which both are served. `amount` is what the soft score gains by it. */
export interface Moved extends Sized {
  readonly rota: Rota;
}

/**
 * Every single visit that could make room by going to somebody else, or to another time: the visit first where it is best
 * then, the moved one where it is best after that. Pinned visits stay.
 */
export function movesFor(book: RuleBook, rota: Rota, visit: number): Moved[] {
  const { frame } = rota;
  const found: Moved[] = [];
  for (const { index: helper, stops } of rota.rounds) {
    if (frame.barred[visit * frame.helpers.length + helper] !== 0) continue;
    for (const stop of stops) {
      if (stop.visit.pinned !== null || frame.groupOf[stop.index] === groupOr(frame.groupOf[visit]!)) continue;
      const without = takeOut(rota, stop.index);
      const openings = openingsOf(book, without, helper, visit);
      if (openings.length === 0) continue;
      const put = bestGroupPut(book, without, visit, openings, partnersOf(book, without, visit));
      if (put === undefined) continue;
      const served = withGroup(without, put);
      const [again] = candidates(book, served, stop.index, 1);
      if (again === undefined) continue;
      const { round, stop: there } = again.put;
      found.push({
        change: { kind: 'move-visit', visitId: stop.visit.id, helperId: round.helper.id, from: there.from },
        amount: put.soft + again.soft,
        rota: withGroup(served, again),
      });
    }
  }
  return found;
}

const groupOr = (group: number): number => (group === -1 ? -2 : group);

/** A rota with a visit and its partners put in. */
export function withGroup(rota: Rota, { put, partners }: GroupPut): Rota {
  return partners.reduce(putIn, putIn(rota, put));
}
