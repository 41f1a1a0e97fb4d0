import type { LocalDate, Reason, Resident } from '@linli/model';
import { isAtLeast } from '@linli/model';
import type { Catalogue } from '../rules/catalogue.ts';
import type { CommunityCode } from '../texts.ts';

export interface DeliveryChoice {
  readonly mode: 'door' | 'pickup';
  /** Every fact that speaks for the choice, in the order age, self-care, hardship. */
  readonly reasons: readonly Reason<CommunityCode>[];
}

/**
 * D-33, D-34: special groups to the door, others pick up, by the catalogue's `door` rule on the day `on`.
 * A fact nobody knows counts as special: a wasted trip is better than an elder left at the pick-up point.
 */
export function deliveryMode(resident: Resident, { door }: Catalogue, on: LocalDate): DeliveryChoice {
  if (resident.approach.includes('no-home-visits')) return { mode: 'pickup', reasons: [{ code: 'pickup/no-home-visits' }] };
  const reasons: Reason<CommunityCode>[] = [];

  const oldEnough = isAtLeast(resident.birth, door.minAge, on);
  if (oldEnough === undefined) reasons.push({ code: 'door/age-unknown' });
  else if (oldEnough) reasons.push({ code: 'door/age', data: { age: door.minAge } });

  if (resident.selfCare === null) reasons.push({ code: 'door/self-care-unknown' });
  else if (door.selfCare.includes(resident.selfCare))
    reasons.push({ code: 'door/self-care', data: { selfCare: resident.selfCare } });

  const hardship = resident.hardship.find((code) => door.hardship.includes(code));
  if (hardship !== undefined) reasons.push({ code: 'door/hardship', data: { hardship } });

  return reasons.length > 0 ? { mode: 'door', reasons } : { mode: 'pickup', reasons: [{ code: 'pickup/ordinary' }] };
}
