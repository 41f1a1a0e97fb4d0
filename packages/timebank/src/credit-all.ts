import {
  type Decision,
  type LocalDate,
  localDateOf,
  no,
  type PersonId,
  type ServiceId,
  type ServiceRecord,
  type Zone,
} from '@linli/model';
import { type Credited, credit } from './credit.ts';
import { type CreditHistory, emptyHistory, type PastCredit, pastCreditOf } from './credit-history.ts';
import { canonical } from './ledger/canonical.ts';
import type { CreditStandard } from './pack/credit-standard.ts';
import { editionFor } from './pack/edition-for.ts';
import type { PersonFacts } from './person-facts.ts';
import type { Earner, Service, ServiceFacts } from './service.ts';
import type { CreditCode } from './texts/credit.ts';

/** A helper as `creditAll` needs to know one. Without `history` nothing was credited before. */
export interface Candidate extends Earner {
  readonly history?: CreditHistory;
}

/** What a standard may ask beside helpers and records; what is left out is not known. */
export interface CreditFacts {
  /** Those who are served, by their id. */
  readonly beneficiaries?: ReadonlyMap<PersonId, PersonFacts>;
  readonly services?: ReadonlyMap<ServiceId, ServiceFacts>;
  /** The day of the question, for deadlines of proof. */
  readonly judgedOn?: LocalDate;
}

/**
 * One decision for each service, in the order given. They are judged by (from, id), so that the order of entry changes
 * nothing: neither who is credited nor how much. `zone` tells on which local day a service began. Of several editions
 * the one in force on that day judges.
 */
export function creditAll(
  services: readonly ServiceRecord[],
  pack: CreditStandard | readonly [CreditStandard, ...CreditStandard[]],
  people: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
  facts: CreditFacts = {},
): readonly Decision<Credited, CreditCode>[] {
  const editions = 'steps' in pack ? ([pack] as const) : pack;
  return creditEach(services, (_, date) => editionFor(editions, date) ?? editions[0], people, zone, facts);
}

/** The same, with an edition for each service by its own rule. */
export function creditEach(
  services: readonly ServiceRecord[],
  editionOf: (record: ServiceRecord, date: LocalDate) => CreditStandard,
  people: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
  facts: CreditFacts,
): readonly Decision<Credited, CreditCode>[] {
  const histories = new Map<PersonId, { readonly earlierSeconds: number; readonly past: PastCredit[] }>();
  const decisions = new Map<number, Decision<Credited, CreditCode>>();
  for (const [place, record] of [...services.entries()].sort(([, a], [, b]) => byTime(a, b))) {
    const earner = people.get(record.helperId);
    if (earner === undefined) {
      decisions.set(place, no('helper/unknown', { helperId: record.helperId }));
      continue;
    }
    const { earlierSeconds, past } = earner.history ?? emptyHistory;
    const history = histories.get(record.helperId) ?? { earlierSeconds, past: [...past] };
    histories.set(record.helperId, history);
    const service = serviceOf(record, earner, zone, facts);
    const { date } = service;
    const decision = credit(service, editionOf(record, date), history);
    if (decision.ok) history.past.push(pastCreditOf(record, date, decision.value.seconds, decision.reasons));
    decisions.set(place, decision);
  }
  return services.map((_, place) => decisions.get(place)!);
}

/** A record with all that is known around it. */
export function serviceOf(record: ServiceRecord, earner: Earner, zone: Zone, facts: CreditFacts = {}): Service {
  const { beneficiary } = record;
  return {
    record,
    earner,
    date: localDateOf(record.from, zone),
    zone,
    beneficiary: beneficiary.kind === 'person' ? facts.beneficiaries?.get(beneficiary.personId) : undefined,
    facts: facts.services?.get(record.id),
    judgedOn: facts.judgedOn,
  };
}

/** The body decides between two records of one id, so that even a faulty list is judged the same in every order. */
function byTime(a: ServiceRecord, b: ServiceRecord): number {
  if (a.from !== b.from) return a.from - b.from;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  const [left, right] = [canonical(a), canonical(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}
