import type { Call, Demand, LocalDate, Reason, Resident, Seconds, Span } from '@linli/model';
import { DemandId, floorOf, Instant } from '@linli/model';
import { type CycleDefinition, phaseSpans } from '@linli/windows';
import { dayServices, type ServiceEntry } from '../rules/catalogue.ts';
import { type Rules, serviceOf } from '../rules/rules.ts';
import type { CommunityCode } from '../texts.ts';
import { deliveryMode } from './delivery-mode.ts';

export interface RaisedDemand {
  readonly demand: Demand;
  /** Why it is brought the way it is. */
  readonly reasons: readonly Reason<CommunityCode>[];
}

/** The spans of the phases in which a service can be done in the cycle of `date`, earliest first. */
export const windowsOf = (cycle: CycleDefinition, date: LocalDate, phases: readonly string[]): readonly Span[] =>
  phaseSpans(cycle, date)
    .filter(({ phase }) => phases.includes(phase))
    .map(({ span }) => span)
    .sort((a, b) => a.from - b.from);

/**
 * What one call asks for: a goods demand for its order, a service demand for its request, in this order; often nothing.
 * `cycleDate` is the cycle that took the call. An emergency has its own window, from the call on.
 */
export function demandsOfCall(
  call: Call,
  resident: Resident | undefined,
  rules: Rules,
  cycleDate: LocalDate,
): readonly RaisedDemand[] {
  const raised: RaisedDemand[] = [];
  if (call.order.length > 0) raised.push(goodsDemand(call, resident, rules, cycleDate));
  if (call.request !== null) raised.push(requestDemand(call, rules, cycleDate));
  return raised;
}

const idOf = (call: Call, kind: string): DemandId => DemandId.parse(`d-${call.id.slice(2)}-${kind}`);

function goodsDemand(call: Call, resident: Resident | undefined, rules: Rules, cycleDate: LocalDate): RaisedDemand {
  const { catalogue, cycle } = rules;
  const choice =
    resident === undefined
      ? { mode: 'door' as const, reasons: [{ code: 'resident/uncertain' as const }] }
      : deliveryMode(resident, catalogue, cycleDate);
  const service = serviceOf(rules, dayServices[choice.mode]) as ServiceEntry;
  const climb = choice.mode === 'door' && resident !== undefined ? climbSeconds(resident, rules) : 0;
  const demand: Demand = {
    id: idOf(call, 'goods'),
    residentId: call.residentId,
    category: service.code,
    words: call.order.map(({ words }) => words).join('，'),
    order: call.order,
    raisedAt: call.at,
    emergency: call.emergency,
    mode: choice.mode,
    windows: call.emergency ? [emergencyWindow(call, rules, service)] : windowsOf(cycle, cycleDate, service.phases),
    serviceSeconds: (service.serviceMinutes * 60 + climb) as Seconds,
    skills: service.skills,
  };
  return { demand, reasons: choice.reasons };
}

/** Stairs take time where there is no lift, or where nobody knows whether there is one. */
function climbSeconds(resident: Resident, { catalogue }: Rules): number {
  if (resident.hasLift === true || resident.address === null) return 0;
  const floors = Math.max(0, (floorOf(resident.address) ?? 1) - 1);
  return floors * catalogue.door.perFloorWithoutLiftSeconds;
}

function requestDemand(call: Call, rules: Rules, cycleDate: LocalDate): RaisedDemand {
  const service = serviceOf(rules, call.request?.category ?? null);
  const demand: Demand = {
    id: idOf(call, 'request'),
    residentId: call.residentId,
    category: service?.code ?? null,
    words: call.request?.words ?? '',
    order: [],
    raisedAt: call.at,
    emergency: call.emergency,
    mode: service?.mode ?? 'visit',
    windows: call.emergency
      ? [emergencyWindow(call, rules, service)]
      : windowsOf(rules.cycle, cycleDate, service?.phases ?? rules.cycle.phases.slice(2).map(({ id }) => id)),
    serviceSeconds: ((service?.serviceMinutes ?? 0) * 60) as Seconds,
    skills: service?.skills ?? [],
  };
  return { demand, reasons: [] };
}

/** D-37b: somebody starts within the catalogue's time, and the service is done by then plus its own length. */
function emergencyWindow(call: Call, { catalogue }: Rules, service: ServiceEntry | undefined): Span {
  const minutes = catalogue.emergency.startWithinMinutes + (service?.serviceMinutes ?? 0);
  return { from: call.at, until: Instant.parse(call.at + minutes * 60_000) };
}
