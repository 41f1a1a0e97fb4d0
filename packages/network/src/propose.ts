import {
  type Cadence,
  type Decision,
  Fault,
  type Helper,
  isAtLeast,
  type LocalDate,
  no,
  type PersonId,
  type Reason,
  type Resident,
  yes,
} from '@linli/model';
import { type Network, residentsHelped } from './build-network.ts';
import type { CareDuty, CareTemplate } from './care-template.ts';
import { compareIds } from './compare-ids.ts';
import type { Gap } from './find-gaps.ts';
import { isCovered, needsOfOne } from './needs-of.ts';
import { capOf, type NetworkPolicy } from './network-policy.ts';

type PlaceCode =
  | 'candidate/same-building'
  | 'candidate/same-grid'
  | 'candidate/next-grid'
  | 'candidate/elsewhere'
  | 'candidate/place-unknown';
type RefusalCode = 'candidate/minor' | 'candidate/at-cap' | 'candidate/holds-it' | 'candidate/role-unfit';
export type ProposeCode =
  | PlaceCode
  | RefusalCode
  | 'candidate/room'
  | 'candidate/age-unknown'
  | 'candidate/times-unknown'
  | 'candidate/none'
  | 'gap/not-a-duty'
  | 'gap/closed';

/** One tie that would help. It is a proposal: nothing says yet that the helper agrees. */
export interface Proposal {
  readonly residentId: PersonId;
  readonly helperId: PersonId;
  readonly role: string;
  /** The template's code of the duty; a tie made from this carries the duty's own `duty`. */
  readonly duty: string;
  readonly cadence: Cadence;
  /** Nearness first, then room left, then what is not known. */
  readonly reasons: readonly Reason<ProposeCode>[];
}

/**
 * The best helpers for an uncovered duty, best first, at most `limit` (3). Rank: nearness, then fewer unknowns, then fewer
 * residents already, then id. Nobody under 18 is proposed. Reasons of the answer count who was passed over and why.
 * @throws Fault `resident/unknown`, `duty/unknown` when the gap speaks of what is not in this network or template.
 */
export function propose(
  network: Network,
  template: CareTemplate,
  gap: Gap,
  options: { readonly policy: NetworkPolicy; readonly on: LocalDate; readonly limit?: number },
): Decision<readonly Proposal[], ProposeCode> {
  const { policy, on, limit = 3 } = options;
  if (gap.residentId === null || gap.duty === null) return no('gap/not-a-duty', { gap: gap.code });
  const resident = network.residents.get(gap.residentId);
  if (resident === undefined) throw new Fault('resident/unknown', `no resident ${gap.residentId} in this network`);
  const duty = template.duties.find(({ code }) => code === gap.duty);
  if (duty === undefined) throw new Fault('duty/unknown', `no duty ${gap.duty} in this template`);
  const need = needsOfOne(network, template, resident, on).find((one) => one.duty.code === duty.code);
  if (need === undefined || isCovered(need)) return no('gap/closed', { duty: duty.code });

  const passedOver = new Map<RefusalCode, number>();
  const candidates: Candidate[] = [];
  for (const helper of network.helpers.values()) {
    if (helper.id === resident.id) continue;
    const role = roleFor(network, helper, duty);
    const refusal = role === undefined ? 'candidate/role-unfit' : refusalOf(network, policy, helper, need.holders, on);
    if (refusal !== undefined) passedOver.set(refusal, (passedOver.get(refusal) ?? 0) + 1);
    else if (role !== undefined) candidates.push(candidateOf(network, policy, resident, helper, role, duty, on));
  }
  const others = refusalOrder.flatMap((code) => {
    const helpers = passedOver.get(code);
    return helpers === undefined ? [] : [{ code, data: { helpers } }];
  });
  if (candidates.length === 0) {
    return { ok: false, reasons: [{ code: 'candidate/none', data: { duty: duty.code } }, ...others] };
  }
  candidates.sort((a, b) => compareRanks(a.rank, b.rank) || compareIds(a.proposal.helperId, b.proposal.helperId));
  return yes(
    candidates.slice(0, limit).map(({ proposal }) => proposal),
    others,
  );
}

const refusalOrder: readonly RefusalCode[] = [
  'candidate/holds-it',
  'candidate/minor',
  'candidate/at-cap',
  'candidate/role-unfit',
];
const placeOrder: readonly PlaceCode[] = [
  'candidate/same-building',
  'candidate/same-grid',
  'candidate/next-grid',
  'candidate/elsewhere',
  'candidate/place-unknown',
];

interface Candidate {
  readonly proposal: Proposal;
  readonly rank: readonly number[];
}

/** A role counts when it is the helper's own or one in which the helper already stands for somebody. */
function roleFor({ tiesFrom }: Network, helper: Helper, duty: CareDuty): string | undefined {
  const held = new Set([helper.role, ...(tiesFrom.get(helper.id) ?? []).map(({ role }) => role)]);
  return duty.roles.find((role) => held.has(role));
}

function refusalOf(
  network: Network,
  policy: NetworkPolicy,
  helper: Helper,
  holders: readonly PersonId[],
  on: LocalDate,
): RefusalCode | undefined {
  if (holders.includes(helper.id)) return 'candidate/holds-it';
  if (isAtLeast(helper.birth, 18, on) === false) return 'candidate/minor';
  return residentsHelped(network, helper.id) >= capOf(policy, helper) ? 'candidate/at-cap' : undefined;
}

function candidateOf(
  network: Network,
  policy: NetworkPolicy,
  resident: Resident,
  helper: Helper,
  role: string,
  duty: CareDuty,
  on: LocalDate,
): Candidate {
  const place = placeOf(resident, helper, policy);
  const residents = residentsHelped(network, helper.id);
  const unknowns: Reason<ProposeCode>[] = [];
  if (isAtLeast(helper.birth, 18, on) === undefined) unknowns.push({ code: 'candidate/age-unknown' });
  if (helper.availability.length === 0) unknowns.push({ code: 'candidate/times-unknown' });
  const reasons: readonly Reason<ProposeCode>[] = [
    { code: place },
    { code: 'candidate/room', data: { residents, cap: capOf(policy, helper) } },
    ...unknowns,
  ];
  return {
    proposal: { residentId: resident.id, helperId: helper.id, role, duty: duty.code, cadence: duty.cadence, reasons },
    rank: [placeOrder.indexOf(place), unknowns.length, residents],
  };
}

function placeOf(resident: Resident, helper: Helper, { adjacentGrids }: NetworkPolicy): PlaceCode {
  if (resident.address !== null && resident.address.building === helper.building) return 'candidate/same-building';
  if (resident.grid === null || helper.grid === null) return 'candidate/place-unknown';
  if (resident.grid === helper.grid) return 'candidate/same-grid';
  const grids = [resident.grid, helper.grid];
  const isAdjacent = adjacentGrids.some((pair) => grids.every((grid) => pair.includes(grid)));
  return isAdjacent ? 'candidate/next-grid' : 'candidate/elsewhere';
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at === -1 ? 0 : a[at]! - b[at]!;
}
