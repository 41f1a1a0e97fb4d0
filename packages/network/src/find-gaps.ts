import type { LocalDate, PersonId, Reason, Resident } from '@linli/model';
import { type Network, residentsHelped } from './build-network.ts';
import type { CareTemplate } from './care-template.ts';
import { compareIds } from './compare-ids.ts';
import type { DoubtCode } from './duties-of.ts';
import { isolatedResidents } from './isolated-residents.ts';
import { isCovered, type Need, needsOf, type TieDoubtCode } from './needs-of.ts';
import { capOf, type GapCode, type NetworkPolicy } from './network-policy.ts';
import { singlePoints } from './single-points.ts';

export type GapReasonCode =
  | DoubtCode
  | TieDoubtCode
  | 'need/short'
  | 'contact/nobody'
  | 'chain/next'
  | 'chain/empty'
  | 'phone/unknown'
  | 'emergency-contact/unknown'
  | 'emergency-contact/no-phone'
  | 'helper/alone-for'
  | 'helper/over-cap'
  | 'grid/unknown';

/** One thin place. `duty` is the template's code. Reasons name people by id only, the deciding one first. */
export interface Gap {
  readonly code: GapCode;
  readonly residentId: PersonId | null;
  readonly helperId: PersonId | null;
  readonly duty: string | null;
  readonly reasons: readonly Reason<GapReasonCode>[];
}

/**
 * Every thin place the policy wants reported, gravest first: isolated, not reachable, uncovered contact, single point,
 * uncovered guard, uncovered help, overloaded, no grid. Within one kind by id, then in the template's order.
 */
export function findGaps(network: Network, template: CareTemplate, policy: NetworkPolicy, on: LocalDate): readonly Gap[] {
  const needs = needsOf(network, template, on);
  const uncovered = (kind: Need['duty']['kind']): Gap[] =>
    needs.filter((need) => need.duty.kind === kind && !isCovered(need)).map((need) => uncoveredGap(network, policy, need));
  const residents = [...network.residents.values()];
  return [
    ...isolatedResidents(network, needs).map((id) => isolatedGap(network, policy, id)),
    ...residents.flatMap(notReachableGap),
    ...uncovered('contact'),
    ...singlePointGaps(needs, policy),
    ...uncovered('guard'),
    ...uncovered('help'),
    ...overloadedGaps(network, policy),
    ...residents
      .filter(({ grid }) => grid === null)
      .map(({ id }) => ofResident('resident/no-grid', id, [{ code: 'grid/unknown' }])),
  ].filter(({ code }) => policy.report[code]);
}

const ofResident = (code: GapCode, residentId: PersonId, reasons: readonly Reason<GapReasonCode>[]): Gap => ({
  code,
  residentId,
  helperId: null,
  duty: null,
  reasons,
});

function uncoveredGap(network: Network, policy: NetworkPolicy, need: Need): Gap {
  const { resident, duty, holders, notCounted, doubts } = need;
  const short = { code: 'need/short', data: { duty: duty.code, have: holders.length, need: duty.atLeast } } as const;
  const chain = duty.kind === 'contact' ? [nextInChain(network, policy, resident.id)] : [];
  return { ...ofResident('duty/uncovered', resident.id, [short, ...notCounted, ...doubts, ...chain]), duty: duty.code };
}

const isolatedGap = (network: Network, policy: NetworkPolicy, id: PersonId): Gap =>
  ofResident('resident/isolated', id, [{ code: 'contact/nobody' }, nextInChain(network, policy, id)]);

/** Who would be asked to look in instead: the first rung of the knock chain on which somebody stands for this resident. */
function nextInChain({ tiesTo }: Network, { knockChain }: NetworkPolicy, residentId: PersonId): Reason<GapReasonCode> {
  const others = (tiesTo.get(residentId) ?? []).filter(({ helperId }) => helperId !== residentId);
  for (const role of knockChain) {
    const [first] = others.filter((tie) => tie.role === role).sort((a, b) => compareIds(a.helperId, b.helperId));
    if (first !== undefined) return { code: 'chain/next', data: { role, helper: first.helperId } };
  }
  return { code: 'chain/empty' };
}

function notReachableGap({ id, phone, emergencyContact }: Resident): Gap[] {
  const isBlank = (number: string | null): boolean => number === null || number.trim() === '';
  if (!isBlank(phone)) return [];
  if (emergencyContact === null) {
    return [ofResident('resident/not-reachable', id, [{ code: 'phone/unknown' }, { code: 'emergency-contact/unknown' }])];
  }
  // A name without a number reaches nobody tonight.
  if (!isBlank(emergencyContact.phone)) return [];
  return [ofResident('resident/not-reachable', id, [{ code: 'phone/unknown' }, { code: 'emergency-contact/no-phone' }])];
}

const ofHelper = (code: GapCode, helperId: PersonId, reason: Reason<GapReasonCode>): Gap => ({
  code,
  residentId: null,
  helperId,
  duty: null,
  reasons: [reason],
});

function singlePointGaps(needs: readonly Need[], { singlePointMin }: NetworkPolicy): Gap[] {
  return singlePoints(needs.filter(({ duty }) => duty.kind === 'contact'))
    .filter(({ residentIds }) => residentIds.length >= singlePointMin)
    .sort((a, b) => compareIds(a.helperId, b.helperId))
    .map(({ helperId, residentIds }) =>
      ofHelper('helper/single-point', helperId, {
        code: 'helper/alone-for',
        data: { residents: residentIds.length, limit: singlePointMin },
      }),
    );
}

function overloadedGaps(network: Network, policy: NetworkPolicy): Gap[] {
  return [...network.helpers.values()].flatMap((helper) => {
    const residents = residentsHelped(network, helper.id);
    const cap = capOf(policy, helper);
    if (residents <= cap) return [];
    return [ofHelper('helper/overloaded', helper.id, { code: 'helper/over-cap', data: { residents, cap, role: helper.role } })];
  });
}
