import type { PlannedVisit } from '../plan.ts';
import { putAt, type Rota, rotaOf } from '../rota.ts';
import type { Rule } from '../rules/rule.ts';
import { type Spot, spotsOf } from './spots.ts';
import type { Tours } from './tours.ts';

/** Places looked at for one visit, cheapest first by the solver's own rules. */
const MOST_PLACES = 32;

export interface OwnCost {
  readonly hard: number;
  readonly medium: number;
  readonly soft: number;
}

/**
 * The caller's own rules. They see plans as objects, which costs a hundred times what the solver's own rules cost: each
 * plan is counted anew, and each place for a visit is asked for its delta.
 */
export class OwnRules {
  readonly #rules: readonly Rule[];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  cost(tours: Tours): OwnCost {
    const rota = rotaNow(tours);
    const cost = { hard: 0, medium: 0, soft: 0 };
    for (const { level, amount } of this.#rules) cost[level] += amount(rota);
    return cost;
  }

  /**
   * Puts a visit where it costs least by all rules, level by level, and breaks no more of the hard ones; false where that is
   * nowhere, or with `orNot` where leaving it out costs no more.
   */
  place(tours: Tours, visit: number, orNot: boolean): boolean {
    const rota = rotaNow(tours);
    let best: Spot | undefined;
    let bestMedium = orNot ? tours.table.leftOutMedium[visit]! : Number.POSITIVE_INFINITY;
    let bestSoft = tours.table.leftOutSoft[visit]!;
    for (const spot of spotsOf(tours, visit, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY, MOST_PLACES)) {
      const put = putAt(rota, tours.table.helperOf[spot.tour]!, visit, spot.first);
      const cost = { hard: 0, medium: 0, soft: spot.cost };
      for (const { level, delta } of this.#rules) cost[level] += delta(rota, put);
      if (cost.hard > 0 || (cost.medium - bestMedium || cost.soft - bestSoft) >= 0) continue;
      bestMedium = cost.medium;
      bestSoft = cost.soft;
      best = spot;
    }
    if (best === undefined) return false;
    tours.hold(visit, best.hold);
    tours.putIn(best.tour, best.position, visit, best.slot, best.extra);
    return true;
  }
}

function rotaNow(tours: Tours): Rota {
  const { frame, helperOf, durations } = tours.table;
  const planned: PlannedVisit[] = [];
  for (const { visit, tour, start } of tours.stops())
    planned.push({
      visitId: frame.visits[visit]!.id,
      helperId: frame.helpers[helperOf[tour]!]!.id,
      from: start,
      until: start + durations[visit]!,
    });
  return rotaOf(frame, planned);
}
