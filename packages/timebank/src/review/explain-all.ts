import { type Decision, no, type PersonId, type ServiceRecord, type Zone } from '@linli/model';
import { type Credited, type Explanation, explain } from '../credit.ts';
import { type Candidate, type CreditFacts, serviceOf } from '../credit-all.ts';
import { type CreditHistory, emptyHistory, type PastCredit, pastCreditOf } from '../credit-history.ts';
import type { CreditStandard } from '../pack/credit-standard.ts';
import type { CreditCode } from '../texts/credit.ts';

/** One service, what it earns, and every step that led to it. */
export interface Explained extends Explanation {
  readonly record: ServiceRecord;
  readonly decision: Decision<Credited, CreditCode>;
}

/** `creditAll` step by step: the same decisions, in the order given, each with the steps of the standard. */
export function explainAll(
  records: readonly ServiceRecord[],
  standard: CreditStandard,
  people: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
  facts: CreditFacts = {},
): readonly Explained[] {
  const pasts = new Map<PersonId, PastCredit[]>();
  const explained = new Map<ServiceRecord, Explained>();
  for (const record of records.toSorted(byTime)) {
    const earner = people.get(record.helperId);
    if (earner === undefined) {
      explained.set(record, { record, decision: no('helper/unknown', { helperId: record.helperId }), steps: [] });
      continue;
    }
    const before: CreditHistory = earner.history ?? emptyHistory;
    const past = pasts.get(record.helperId) ?? [...before.past];
    pasts.set(record.helperId, past);
    const service = serviceOf(record, earner, zone, facts);
    const one = explain(service, standard, { earlierSeconds: before.earlierSeconds, past });
    if (one.decision.ok) past.push(pastCreditOf(record, service.date, one.decision.value.seconds, one.decision.reasons));
    explained.set(record, { record, ...one });
  }
  return records.map((record) => explained.get(record)!);
}

const byTime = (a: ServiceRecord, b: ServiceRecord): number =>
  a.from !== b.from ? a.from - b.from : a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
