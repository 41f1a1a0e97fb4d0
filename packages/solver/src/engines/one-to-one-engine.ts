import { assignOneToOne } from '../assignment/one-to-one.ts';
import type { Frame } from '../frame.ts';
import type { PlannedVisit } from '../plan.ts';
import { type Table, tableOf } from '../routing/table.ts';
import { workCost } from '../routing/work-cost.ts';
import type { Slices } from '../slices.ts';
import type { Engine } from './engine.ts';
import { isLoose, weightAbove } from './structure.ts';

const MOST_PAIRS = 1 << 24;

/**
 * Where everybody does at most one visit, who does which is a linear assignment, and solved exactly. Null where the problem
 * is of another kind, or its numbers are too large to be weighed exactly.
 */
export function* oneToOneEngine(frame: Frame): Slices<Engine | null> {
  const { helpers, visits } = frame;
  if (visits.length === 0 || helpers.length === 0 || !helpers.every(({ maxVisits }) => maxVisits !== null && maxVisits <= 1))
    return null;
  if (!isLoose(frame) || visits.length * (helpers.length + visits.length) > MOST_PAIRS) return null;
  const table = yield* tableOf(frame);
  const pairs = pairsOf(table);
  const dearest = visits.map((_, visit) => Math.max(table.leftOutSoft[visit]!, ...pairs[visit]!.filter(Number.isFinite)));
  const above = weightAbove(dearest);
  const leftOut = visits.map((_, visit) => table.leftOutMedium[visit]! * above + table.leftOutSoft[visit]!);
  if (leftOut.reduce((sum, cost) => sum + cost, above) > Number.MAX_SAFE_INTEGER) return null;
  // One more column for each visit: to be left out.
  const answer = assignOneToOne(pairs.map((row, visit) => [...row, ...visits.map(() => leftOut[visit]!)]));
  if (!answer.ok) return null;
  const planned: PlannedVisit[] = [];
  let medium = 0;
  let soft = 0;
  for (const [visit, column] of answer.value.columnOfRow.entries()) {
    if (column < helpers.length) {
      soft += pairs[visit]![column]!;
      const from = earliestStart(table, visit, column);
      planned.push({ visitId: visits[visit]!.id, helperId: helpers[column]!.id, from, until: from + frame.durations[visit]! });
    } else {
      medium += table.leftOutMedium[visit]!;
      soft += table.leftOutSoft[visit]!;
    }
  }
  return { steps: 0, best: { medium, soft }, bound: soft, isDone: true, run: () => {}, planned: () => planned };
}

/** What each helper costs for each visit, infinite where they cannot. */
function pairsOf(table: Table): number[][] {
  const { frame, places, way, startPlace, endPlace, helperOf, durations, helpers } = table;
  const tourOf = new Map([...helperOf].map((helper, tour) => [helper, tour]));
  return frame.visits.map((_, visit) =>
    frame.helpers.map(({ maxVisits, maxWork, capacity }, helper) => {
      const tour = tourOf.get(helper);
      if (tour === undefined || maxVisits === 0 || earliestStart(table, visit, helper) === Number.POSITIVE_INFINITY)
        return Number.POSITIVE_INFINITY;
      const place = table.placeOf[visit]!;
      const ways = way[startPlace[tour]! * places + place]! + way[place * places + endPlace[tour]!]!;
      const work = durations[visit]! + ways;
      const tooMuch = capacity.some((most, load) => (frame.visits[visit]!.loads[load] ?? 0) > most);
      if (tooMuch || work > (maxWork ?? Number.POSITIVE_INFINITY)) return Number.POSITIVE_INFINITY;
      return table.visitPrice[visit * helpers + helper]! + ways * table.wayPrice[helper]! + workCost(table, helper, work);
    }),
  );
}

function earliestStart({ toursFrom, toursFor, helperOf, starts }: Table, visit: number, helper: number): number {
  let earliest = Number.POSITIVE_INFINITY;
  for (let at = toursFrom[visit]!; at < toursFrom[visit + 1]!; at++) {
    const tour = toursFor[at]!;
    if (helperOf[tour] === helper) earliest = Math.min(earliest, starts.first[starts.slotFor[at]!]!);
  }
  return earliest;
}
