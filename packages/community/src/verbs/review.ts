import type { LocalDate } from '@linli/model';
import { buildNetwork, findGaps, type Gap, type Measures, measures } from '@linli/network';
import { type KnockDue, knocksDue } from '../day/knocks-due.ts';
import type { House } from './house.ts';

export interface Review {
  readonly on: LocalDate;
  readonly knocksDue: readonly KnockDue[];
  /** Gravest first. */
  readonly gaps: readonly Gap[];
  readonly measures: Measures;
}

/** What the day `on` looks like from above: who has to knock, and where the network is thin. Reads only. */
export async function review(house: House, on: LocalDate): Promise<Review> {
  const { rules } = house;
  const session = house.store.session();
  const network = buildNetwork({
    residents: await session.list('residents'),
    helpers: await session.list('helpers'),
    ties: await session.list('ties'),
  });
  const staff = rules.profile.roles.filter((role) => role.staff).map(({ code }) => code);
  const others = rules.profile.roles.filter((role) => !role.staff).map(({ code }) => code);
  return {
    on,
    knocksDue: knocksDue(rules, network, await session.list('services'), on),
    gaps: findGaps(network, rules.careTemplate, rules.networkPolicy, on),
    measures: measures(network, rules.careTemplate, on, { formal: staff, informal: others }),
  };
}
