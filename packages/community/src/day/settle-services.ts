import {
  assert,
  type Helper,
  type Instant,
  localDateOf,
  type PersonId,
  type Reason,
  type ServiceRecord,
  type Zone,
} from '@linli/model';
import { type CreditHistory, creditAll, emptyHistory, ledgerOf, post, remember, Transfer } from '@linli/timebank';
import type { Rules } from '../rules/rules.ts';

/** What one helper's services of the period came to. `pending` wait for proof, `refused` will not count; units are the standard's. */
export interface HelperCredit {
  readonly helperId: PersonId;
  readonly services: number;
  readonly credited: number;
  readonly pending: number;
  readonly refused: number;
  readonly servedSeconds: number;
  readonly creditedUnits: number;
  readonly poolUnits: number;
  /** Why services were pending or refused, by code, with how often; most often first. */
  readonly refusals: readonly { readonly code: string; readonly count: number }[];
}

export interface Settlement {
  /** In helper id order. */
  readonly credits: readonly HelperCredit[];
  /** Those not in the ledger before; in the order they are posted. */
  readonly transfers: readonly Transfer[];
}

const community = (id: string) => ({ kind: 'issuer' as const, id });

/**
 * Credits the services of a period under the community's standard. What was posted before stays as it was judged then.
 * `recordedAt` is when the new transfers are written into the ledger.
 */
export function settleServices(
  rules: Rules,
  services: readonly ServiceRecord[],
  posted: readonly Transfer[],
  allServices: readonly ServiceRecord[],
  helpers: readonly Helper[],
  recordedAt: Instant,
): Settlement {
  const { creditStandard, profile } = rules;
  const histories = historiesOf(posted, allServices, services, profile.zone);
  const people = new Map(helpers.map((helper) => [helper.id, { ...helper, history: histories.get(helper.id) ?? emptyHistory }]));
  const known = new Set(posted.map(({ id }) => id));
  const decisions = creditAll(services, creditStandard, people, profile.zone);

  const credits = new Map<PersonId, HelperCredit>();
  const transfers: Transfer[] = [];
  for (const [at, decision] of decisions.entries()) {
    const service = services[at]!;
    credits.set(service.helperId, withDecision(credits.get(service.helperId) ?? noCredit(service.helperId), service, decision));
    if (!decision.ok) continue;
    const { asset, units, poolUnits, packId, edition } = decision.value;
    const base = {
      from: community(profile.id),
      asset,
      at: recordedAt,
      effectiveAt: service.until,
      why: [...decision.reasons],
      packId,
      edition,
    };
    const own = { ...base, id: `credit-${service.id}`, to: { kind: 'person', id: service.helperId }, units };
    const pool = { ...base, id: `credit-${service.id}-pool`, to: { kind: 'pool', id: profile.id }, units: poolUnits };
    for (const transfer of [own, pool]) {
      if (transfer.units > 0 && !known.has(transfer.id)) transfers.push(Transfer.parse(transfer));
    }
  }
  assertPostable(posted, transfers);
  return { credits: [...credits.values()].sort((a, b) => (a.helperId < b.helperId ? -1 : 1)), transfers };
}

/** What everybody was credited before the period, read back from the ledger itself and never judged again. */
function historiesOf(
  posted: readonly Transfer[],
  all: readonly ServiceRecord[],
  period: readonly ServiceRecord[],
  zone: Zone,
): ReadonlyMap<PersonId, CreditHistory> {
  const inPeriod = new Set(period.map(({ id }) => id));
  const units = new Map(posted.map((transfer) => [transfer.id, transfer]));
  const histories = new Map<PersonId, CreditHistory>();
  for (const service of all) {
    const transfer = units.get(`credit-${service.id}`);
    if (transfer === undefined || inPeriod.has(service.id)) continue;
    const before = histories.get(service.helperId) ?? emptyHistory;
    histories.set(service.helperId, remember(before, service, localDateOf(service.from, zone), transfer.units));
  }
  return histories;
}

function assertPostable(posted: readonly Transfer[], transfers: readonly Transfer[]): void {
  let ledger = ledgerOf(posted);
  for (const transfer of transfers) {
    const step = post(ledger, transfer);
    assert(step.ok, 'ledger/refused', `the ledger refuses ${transfer.id}: ${step.ok ? '' : step.reasons[0].code}`);
    ledger = step.value;
  }
}

const noCredit = (helperId: PersonId): HelperCredit => ({
  helperId,
  services: 0,
  credited: 0,
  pending: 0,
  refused: 0,
  servedSeconds: 0,
  creditedUnits: 0,
  poolUnits: 0,
  refusals: [],
});

function withDecision(sum: HelperCredit, service: ServiceRecord, decision: ReturnType<typeof creditAll>[number]): HelperCredit {
  const next = {
    ...sum,
    services: sum.services + 1,
    servedSeconds: sum.servedSeconds + Math.floor((service.until - service.from) / 1000),
  };
  if (decision.ok) {
    const { units, poolUnits } = decision.value;
    return {
      ...next,
      credited: sum.credited + 1,
      creditedUnits: sum.creditedUnits + units,
      poolUnits: sum.poolUnits + poolUnits,
    };
  }
  // Proof that may still come makes the credit wait; every other reason ends it.
  const waits = decision.reasons.every(({ code }) => code === 'service/evidence-missing');
  return {
    ...next,
    pending: sum.pending + (waits ? 1 : 0),
    refused: sum.refused + (waits ? 0 : 1),
    refusals: counted(sum.refusals, decision.reasons),
  };
}

function counted(before: HelperCredit['refusals'], reasons: readonly Reason[]): HelperCredit['refusals'] {
  const counts = new Map(before.map(({ code, count }) => [code, count]));
  for (const { code } of reasons) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, count })).sort((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
