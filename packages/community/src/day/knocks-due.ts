import type { LocalDate, PersonId, Resident, ServiceRecord } from '@linli/model';
import { localDateOf } from '@linli/model';
import { dutiesOf, type Network } from '@linli/network';
import { type ContactStatus, contactStatus } from '@linli/windows';
import type { Rules } from '../rules/rules.ts';

/** One contact that somebody owes on a day; `helperId` is null where nobody holds the duty. */
export interface KnockDue {
  readonly residentId: PersonId;
  readonly helperId: PersonId | null;
  /** The care template's code, e.g. `neighbour-knock`. */
  readonly duty: string;
  readonly status: ContactStatus['status'];
  readonly dueOn: LocalDate | null;
  readonly lastContact: LocalDate | null;
  /** Whole days since the last contact on record; null where there is none. */
  readonly silentDays: number | null;
}

/**
 * D-02, D-03: who has to knock at which door on the day `on`, in the order of residents, then of the template's duties.
 * Only a contact on record counts; a missing record is never read as a knock. Duties that are kept are left out.
 */
export function knocksDue(
  rules: Rules,
  network: Network,
  services: readonly ServiceRecord[],
  on: LocalDate,
): readonly KnockDue[] {
  const contacts = lastContacts(rules, services, on);
  const rolesOf = new Map([...network.helpers.values()].map(({ id, role }) => [id, role]));
  return [...network.residents.values()].flatMap((resident) =>
    dutiesOf(rules.careTemplate, resident, on)
      .filter(({ duty }) => duty.kind === 'contact')
      .flatMap(({ duty }) => {
        const cadence = rules.cadences.find((one) => one.duty === duty.code);
        const holders = (network.tiesTo.get(resident.id) ?? []).filter(
          (tie) => tie.duty === duty.duty && duty.roles.includes(tie.role),
        );
        const lastContact = latest(contacts, resident, cadence?.counts ?? [], (helperId) =>
          duty.roles.includes(rolesOf.get(helperId) ?? ''),
        );
        const state = contactStatus({
          cadence: {
            format: 'linli-cadence/1',
            id: duty.code,
            name: duty.name,
            cadence: duty.cadence,
            week: cadence?.week ?? 'rolling',
          },
          since: null,
          lastContact,
          on,
          excused: [],
        });
        if (state.status === 'kept' || state.status === 'excused') return [];
        const helperIds = holders.length === 0 ? [null] : holders.map(({ helperId }) => helperId);
        return helperIds.map((helperId) => ({ residentId: resident.id, helperId, duty: duty.code, ...state, lastContact }));
      }),
  );
}

interface Contact {
  readonly category: string;
  readonly helperId: PersonId;
  readonly on: LocalDate;
}

/** Services that were done for somebody certain, by resident, before or on `on`. */
function lastContacts(
  rules: Rules,
  services: readonly ServiceRecord[],
  on: LocalDate,
): ReadonlyMap<PersonId, readonly Contact[]> {
  const counting = new Set(rules.cadences.flatMap(({ counts }) => counts));
  const contacts = new Map<PersonId, Contact[]>();
  for (const { beneficiary, category, helperId, from } of services) {
    if (beneficiary.kind !== 'person' || !counting.has(category)) continue;
    const day = localDateOf(from, rules.profile.zone);
    if (day <= on)
      contacts.set(beneficiary.personId, [...(contacts.get(beneficiary.personId) ?? []), { category, helperId, on: day }]);
  }
  return contacts;
}

const latest = (
  contacts: ReadonlyMap<PersonId, readonly Contact[]>,
  { id }: Resident,
  counts: readonly string[],
  holds: (helperId: PersonId) => boolean,
): LocalDate | null =>
  (contacts.get(id) ?? [])
    .filter(({ category, helperId }) => counts.includes(category) && holds(helperId))
    .map(({ on }) => on)
    .toSorted()
    .at(-1) ?? null;
