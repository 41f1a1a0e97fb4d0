import { byHelperThenStart, type PlannedVisit } from '../plan.ts';
import type { Table } from './table.ts';
import type { Tours } from './tours.ts';

/** The best plan met so far: who is left out counts first, then soft cost. */
export class BestPlan {
  medium = Number.POSITIVE_INFINITY;
  soft = Number.POSITIVE_INFINITY;

  readonly #table: Table;
  readonly #tourOf: Int32Array;
  readonly #startOf: Float64Array;

  constructor(table: Table) {
    this.#table = table;
    this.#tourOf = new Int32Array(table.visits).fill(-1);
    this.#startOf = new Float64Array(table.visits);
  }

  copy(tours: Tours, medium: number, soft: number): void {
    this.medium = medium;
    this.soft = soft;
    this.#tourOf.fill(-1);
    for (const { visit, tour, start } of tours.stops()) {
      this.#tourOf[visit] = tour;
      this.#startOf[visit] = start;
    }
  }

  planned(): PlannedVisit[] {
    const { frame, helperOf, durations } = this.#table;
    const planned: PlannedVisit[] = [];
    for (const [visit, tour] of this.#tourOf.entries()) {
      if (tour === -1) continue;
      const from = this.#startOf[visit]!;
      const helperId = frame.helpers[helperOf[tour]!]!.id;
      planned.push({ visitId: frame.visits[visit]!.id, helperId, from, until: from + durations[visit]! });
    }
    return planned.sort(byHelperThenStart);
  }
}
