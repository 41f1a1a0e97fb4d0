import { type Decision, localDateOf, no, type PersonId, type ServiceRecord, type Zone } from '@linli/model';
import { type Credited, credit } from './credit.ts';
import { type CreditHistory, emptyHistory, remember } from './credit-history.ts';
import { canonical } from './ledger/canonical.ts';
import type { CreditStandard } from './pack/credit-standard.ts';
import type { Earner } from './service.ts';
import type { CreditCode } from './texts.ts';

/** A helper as `creditAll` needs to know one. Without `history` nothing was credited before. */
export interface Candidate extends Earner {
  readonly history?: CreditHistory;
}

/**
 * One decision for each service, in the order given. They are judged by (from, id), so that the order of entry changes
 * nothing: neither who is credited nor how much. `zone` tells on which local day a service began.
 */
export function creditAll(
  services: readonly ServiceRecord[],
  pack: CreditStandard,
  people: ReadonlyMap<PersonId, Candidate>,
  zone: Zone,
): readonly Decision<Credited, CreditCode>[] {
  const histories = new Map<PersonId, CreditHistory>();
  const decisions = new Map<number, Decision<Credited, CreditCode>>();
  for (const [place, record] of [...services.entries()].sort(([, a], [, b]) => compare(a, b))) {
    const earner = people.get(record.helperId);
    if (earner === undefined) {
      decisions.set(place, no('helper/unknown', { helperId: record.helperId }));
      continue;
    }
    const date = localDateOf(record.from, zone);
    const history = histories.get(record.helperId) ?? earner.history ?? emptyHistory;
    const decision = credit({ record, earner, date }, pack, history);
    if (decision.ok) histories.set(record.helperId, remember(history, record, date, decision.value.seconds));
    decisions.set(place, decision);
  }
  return services.map((_, place) => decisions.get(place)!);
}

/** The body decides between two records of one id, so that even a faulty list is judged the same in every order. */
function compare(a: ServiceRecord, b: ServiceRecord): number {
  if (a.from !== b.from) return a.from - b.from;
  if (a.id !== b.id) return a.id < b.id ? -1 : 1;
  const [left, right] = [canonical(a), canonical(b)];
  return left === right ? 0 : left < right ? -1 : 1;
}
