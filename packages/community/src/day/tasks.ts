import type { Demand, DemandId, LocalDate, PersonId, Resident } from '@linli/model';
import type { Assignment, KeptDemand } from '../collections.ts';
import { dayServices } from '../rules/catalogue.ts';
import { type Rules, serviceOf } from '../rules/rules.ts';
import type { Task } from './day-problem.ts';
import { windowsOf } from './demands-of-call.ts';

// When not everything fits: food and medicine first, then hearing from whoever was not reached, then other services.
const priorities = { goods: 4, call: 3, service: 2 } as const;

const priorityOf = ({ order, mode }: Demand): number =>
  order.length > 0 ? priorities.goods : mode === 'call' ? priorities.call : priorities.service;

/** A demand as a task. One that was promised already, an emergency, stays with its person at its time. */
export const taskOf = (demand: Demand, promised: Assignment | undefined, wanted: readonly PersonId[] = []): Task => ({
  id: demand.id,
  residentId: demand.residentId,
  mode: demand.mode,
  windows: demand.windows,
  serviceSeconds: demand.serviceSeconds,
  skills: demand.skills,
  priority: priorityOf(demand),
  wanted,
  pinned: promised === undefined ? null : { helperId: promised.helperId, from: promised.from },
});

export interface PurchaseTask {
  readonly task: Task;
  readonly grid: number | null;
  readonly demandIds: readonly DemandId[];
}

/** One buyer for each grid that ordered something, in grid order; orders from nobody knows which grid share one. */
export function purchaseTasks(
  rules: Rules,
  date: LocalDate,
  demands: readonly KeptDemand[],
  residents: ReadonlyMap<PersonId, Resident>,
): readonly PurchaseTask[] {
  const service = serviceOf(rules, dayServices.purchase);
  if (service === undefined) return [];
  const byGrid = new Map<number | null, DemandId[]>();
  for (const { demand } of demands) {
    if (demand.order.length === 0) continue;
    const grid = demand.residentId === null ? null : (residents.get(demand.residentId)?.grid ?? null);
    byGrid.set(grid, [...(byGrid.get(grid) ?? []), demand.id]);
  }
  const { perOrderMinutes, mostMinutes } = rules.catalogue.purchase;
  return [...byGrid]
    .sort(([a], [b]) => (a ?? Number.POSITIVE_INFINITY) - (b ?? Number.POSITIVE_INFINITY))
    .map(([grid, demandIds]) => ({
      grid,
      demandIds,
      task: {
        id: `buy-${date.replaceAll('-', '')}-${grid === null ? 'unknown' : `g${grid}`}`,
        residentId: null,
        mode: 'visit',
        windows: windowsOf(rules.cycle, date, service.phases),
        serviceSeconds: Math.min(mostMinutes, service.serviceMinutes + perOrderMinutes * demandIds.length) * 60,
        skills: service.skills,
        priority: priorities.goods,
        wanted: [],
        pinned: null,
      },
    }));
}
