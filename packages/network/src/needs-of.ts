import type { Cadence, LocalDate, PersonId, Reason, Resident, Tie } from '@linli/model';
import type { Network } from './build-network.ts';
import type { CareDuty, CareTemplate } from './care-template.ts';
import { compareIds } from './compare-ids.ts';
import { type DoubtCode, dutiesOf } from './duties-of.ts';

export type TieDoubtCode = 'tie/to-self' | 'tie/too-rare' | 'tie/role-unfit';

/** One duty owed to one resident, and the different helpers who hold it, in order of id. */
export interface Need {
  readonly resident: Resident;
  readonly duty: CareDuty;
  readonly holders: readonly PersonId[];
  readonly doubts: readonly Reason<DoubtCode>[];
  /** Ties that look as if they held it and do not count, and why. */
  readonly notCounted: readonly Reason<TieDoubtCode>[];
}

export const isCovered = ({ holders, duty }: Need): boolean => holders.length >= duty.atLeast;

/** Every need of every resident: residents in order of id, duties in the template's order. */
export const needsOf = (network: Network, template: CareTemplate, on: LocalDate): readonly Need[] =>
  [...network.residents.values()].flatMap((resident) => needsOfOne(network, template, resident, on));

export function needsOfOne(network: Network, template: CareTemplate, resident: Resident, on: LocalDate): readonly Need[] {
  const ties = network.tiesTo.get(resident.id) ?? [];
  return dutiesOf(template, resident, on).map(({ duty, doubts }) => {
    const holders = new Set<PersonId>();
    const notCounted: Reason<TieDoubtCode>[] = [];
    for (const tie of ties.filter((tie) => isMeantFor(tie, duty, template))) {
      const code = whyNotCounted(tie, duty);
      if (code === undefined) holders.add(tie.helperId);
      else notCounted.push({ code, data: { helper: tie.helperId, role: tie.role, cadence: tie.cadence, wanted: duty.cadence } });
    }
    return { resident, duty, doubts, notCounted, holders: [...holders].sort(compareIds) };
  });
}

/** Two duties may share a tie duty and differ in roles (a neighbour's knock, a youth's knock): a tie speaks for its own role only. */
function isMeantFor(tie: Tie, duty: CareDuty, template: CareTemplate): boolean {
  if (tie.duty !== duty.duty) return false;
  return (
    duty.roles.includes(tie.role) || !template.duties.some((other) => other.duty === tie.duty && other.roles.includes(tie.role))
  );
}

function whyNotCounted(tie: Tie, duty: CareDuty): TieDoubtCode | undefined {
  if (tie.helperId === tie.residentId) return 'tie/to-self';
  if (!duty.roles.includes(tie.role)) return 'tie/role-unfit';
  return everyDays[tie.cadence] > everyDays[duty.cadence] ? 'tie/too-rare' : undefined;
}

/** The longest days between two turns. On demand promises no turn at all. */
const everyDays: Readonly<Record<Cadence, number>> = {
  daily: 1,
  weekly: 7,
  fortnightly: 14,
  monthly: 31,
  'on-demand': Number.POSITIVE_INFINITY,
};
