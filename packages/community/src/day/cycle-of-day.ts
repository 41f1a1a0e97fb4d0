import type { Call, Demand, LocalDate, PersonId, Resident } from '@linli/model';
import { localDateOf } from '@linli/model';
import { advance, type Cycle, type CycleEffect, type CycleEvent, cycleDateOf, type Stamped } from '@linli/windows';
import type { KeptDemand } from '../collections.ts';
import type { Rules } from '../rules/rules.ts';
import { demandsOfCall } from './demands-of-call.ts';

export interface Collection {
  readonly cycle: Cycle;
  /** Demands of this cycle and those put off to a later one, in the order of the calls. */
  readonly demands: readonly KeptDemand[];
  readonly effects: readonly Stamped<CycleEffect>[];
}

/**
 * The calls that concern the cycle of `date`: those its collection holds, and the late ones of the same day. In order of time.
 * An emergency concerns its own day only, whatever the hour.
 */
export const callsOf = ({ cycle }: Rules, calls: readonly Call[], date: LocalDate): readonly Call[] =>
  calls
    .filter(({ at, emergency }) => localDateOf(at, cycle.zone) === date || (!emergency && cycleDateOf(cycle, at) === date))
    .toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Feeds the calls of the day to the cycle, in order of time: each demand is taken, put off to a named cycle, or raised at once. */
export function collectDemands(
  rules: Rules,
  opened: Cycle,
  calls: readonly Call[],
  residents: ReadonlyMap<PersonId, Resident>,
): Collection {
  let cycle = opened;
  const demands: KeptDemand[] = [];
  const effects: Stamped<CycleEffect>[] = [];
  for (const call of calls) {
    const cycleDate = cycleDateOf(rules.cycle, call.at);
    const resident = call.residentId === null ? undefined : residents.get(call.residentId);
    for (const { demand, reasons } of demandsOfCall(call, resident, rules, cycleDate)) {
      const step = advance(cycle, raisedEvent(demand));
      cycle = step.snapshot;
      effects.push(...step.effects);
      // An emergency stays in the day it was raised, whatever the hour.
      demands.push({ cycleDate: demand.emergency ? opened.facts.date : cycleDate, demand, reasons });
    }
  }
  return { cycle, demands, effects };
}

function raisedEvent(demand: Demand): CycleEvent {
  const event = { type: 'demand', id: `demand:${demand.id}`, at: demand.raisedAt, demandId: demand.id } as const;
  return demand.emergency ? { ...event, emergency: { reason: demand.words, role: 'on-duty' } } : event;
}
