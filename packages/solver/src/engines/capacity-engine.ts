import { type CapacityAnswer, type SearchWithinCapacity, searchWithinCapacity } from '../assignment/within-capacity.ts';
import type { Frame } from '../frame.ts';
import type { PlannedVisit } from '../plan.ts';
import { type Table, tableOf } from '../routing/table.ts';
import type { Slices } from '../slices.ts';
import type { Engine } from './engine.ts';
import { isLoose, weightAbove } from './structure.ts';

/**
 * Where there are no ways and every hour of a shift is as good as another, only the sum of services in a shift counts: a
 * generalized assignment, searched with a proved bound. Null where the problem is of another kind, or its numbers are too
 * large to be weighed exactly.
 */
export function* capacityEngine(frame: Frame, seed: number): Slices<Engine | null> {
  if (!isLoose(frame) || !hasNoWays(frame) || !onlySumsCount(frame)) return null;
  const { helpers, visits, problem } = frame;
  const table = yield* tableOf(frame);
  if (table.workPriced || problem.helpers.length === 0 || visits.length === 0) return null;
  const above = weightAbove(
    visits.map((_, visit) =>
      Math.max(table.leftOutSoft[visit]!, ...helpers.map((_, helper) => table.visitPrice[visit * helpers.length + helper]!)),
    ),
  );
  const leftOut = visits.map((_, visit) => table.leftOutMedium[visit]! * above + table.leftOutSoft[visit]!);
  if (leftOut.reduce((sum, cost) => sum + cost, above) > Number.MAX_SAFE_INTEGER) return null;
  const opened = searchWithinCapacity(
    {
      costs: helpers.map((_, helper) =>
        visits.map((_, visit) => {
          const pair = visit * helpers.length + helper;
          return frame.barred[pair] === 0 ? table.visitPrice[pair]! : Number.POSITIVE_INFINITY;
        }),
      ),
      loads: helpers.map(() => Array.from(frame.durations)),
      capacities: helpers.map(({ shifts: [shift], maxWork }) =>
        shift === undefined ? 0 : Math.min(shift.until - shift.from, maxWork ?? Number.POSITIVE_INFINITY),
      ),
      leaveOut: leftOut,
    },
    { seed },
  );
  return opened.ok ? new CapacityEngine(table, opened.value, above) : null;
}

const hasNoWays = ({ times }: Frame): boolean => times.every((time) => time === 0);

/** One shift each, without breaks, loads or pins; and whoever may do a visit may do it at any time of their shift. */
function onlySumsCount({ helpers, visits, barred }: Frame): boolean {
  if (helpers.some(({ shifts, breaks, maxVisits }) => shifts.length > 1 || breaks.length > 0 || maxVisits !== null)) return false;
  return visits.every(
    ({ windows, loads, pinned }, visit) =>
      pinned === null &&
      loads.every((load) => load === 0) &&
      helpers.every(
        ({ shifts: [shift] }, helper) =>
          barred[visit * helpers.length + helper] !== 0 ||
          shift === undefined ||
          windows.some(({ from, until }) => from <= shift.from && shift.until <= until),
      ),
  );
}

class CapacityEngine implements Engine {
  readonly #table: Table;
  readonly #search: SearchWithinCapacity;
  readonly #above: number;
  /** Put together anew by each look at the search, so looked at once a run. */
  #answer: CapacityAnswer;

  constructor(table: Table, search: SearchWithinCapacity, above: number) {
    this.#table = table;
    this.#search = search;
    this.#above = above;
    this.#answer = search.best;
  }

  get steps(): number {
    return this.#answer.steps;
  }

  get best(): { readonly medium: number; readonly soft: number } {
    const { leftOutMedium } = this.#table;
    const { agentOfJob, total } = this.#answer;
    let medium = 0;
    for (const [visit, agent] of agentOfJob.entries()) if (agent === -1) medium += leftOutMedium[visit]!;
    return { medium, soft: total - medium * this.#above };
  }

  /** Known once it is known that no less can be left out. */
  get bound(): number | null {
    const { medium } = this.best;
    const rest = this.#answer.bound - medium * this.#above;
    return rest >= 0 ? rest : null;
  }

  get isDone(): boolean {
    return this.#answer.proved;
  }

  run(steps: number): void {
    this.#search.run(steps);
    this.#answer = this.#search.best;
  }

  /** One after the other from the start of the shift, in the order of the frame. */
  planned(): PlannedVisit[] {
    const { frame, shifts, helperOf } = this.#table;
    const free = new Float64Array(frame.helpers.length);
    for (const [tour, { from }] of shifts.entries()) free[helperOf[tour]!] = from;
    return this.#answer.agentOfJob.flatMap((agent, visit): PlannedVisit[] => {
      if (agent === -1) return [];
      const from = free[agent]!;
      free[agent] = from + frame.durations[visit]!;
      return [{ visitId: frame.visits[visit]!.id, helperId: frame.helpers[agent]!.id, from, until: free[agent]! }];
    });
  }
}
