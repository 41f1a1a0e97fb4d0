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
import {
  type CreditHistory,
  type CreditStandard,
  creditAll,
  emptyHistory,
  ledgerOf,
  post,
  remember,
  Transfer,
  takeBack,
  unitSecondsOf,
} from '@linli/timebank';
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
 * Credits the services of a period under the community's standard. What was posted before stays as it was judged then, and
 * a service that comes in late finds what room the caps have left. `recordedAt` is when the new transfers are written.
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
  const known = new Map(posted.map((transfer) => [transfer.id, transfer]));
  const isPosted = ({ id }: ServiceRecord): boolean => known.has(`credit-${id}`) || known.has(`credit-${id}-pool`);
  const inPeriod = new Set(services.map(({ id }) => id));
  const before = allServices.filter((service) => isPosted(service) && !inPeriod.has(service.id));
  const judge = (judged: readonly ServiceRecord[], remembered: readonly ServiceRecord[]): Decisions => {
    const histories = historiesOf(posted, remembered, creditStandard, profile.zone);
    const people = new Map(
      helpers.map((helper) => [helper.id, { ...helper, marks: helper.skills, ...historyOf(histories, helper) }]),
    );
    return new Map(creditAll(judged, creditStandard, people, profile.zone).map((decision, at) => [judged[at]!.id, decision]));
  };
  const inOrder = judge(services, before);
  const late = judge(
    services.filter((service) => !isPosted(service)),
    allServices.filter(isPosted),
  );

  const credits = new Map<PersonId, HelperCredit>();
  const transfers: Transfer[] = [];
  for (const service of services) {
    const decision = decisionOf(inOrder.get(service.id), late.get(service.id));
    const sum = withService(credits.get(service.helperId) ?? noCredit(service.helperId), service);
    if (decision === undefined) {
      const units = (id: string): number => known.get(id)?.units ?? 0;
      credits.set(service.helperId, withCredit(sum, units(`credit-${service.id}`), units(`credit-${service.id}-pool`)));
      continue;
    }
    credits.set(service.helperId, withDecision(sum, decision));
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
    for (const transfer of [own, pool]) if (transfer.units > 0) transfers.push(Transfer.parse(transfer));
  }
  assertPostable(posted, transfers);
  return { credits: [...credits.values()].sort((a, b) => (a.helperId < b.helperId ? -1 : 1)), transfers };
}

type Decisions = ReadonlyMap<ServiceRecord['id'], ReturnType<typeof creditAll>[number]>;
type Judged = ReturnType<typeof creditAll>[number] | undefined;

/**
 * A service not posted yet is judged against all that was posted. Where that is a no anyway, the reasons are those it had in
 * the order of time, so that settling again says the same as settling once.
 */
const decisionOf = (inOrder: Judged, late: Judged): Judged => (late?.ok === false && inOrder?.ok === false ? inOrder : late);

const historyOf = (histories: ReadonlyMap<PersonId, CreditHistory>, { id }: Helper): { readonly history: CreditHistory } => ({
  history: histories.get(id) ?? emptyHistory,
});

/** What everybody was credited before, read back from the ledger itself and never judged again; what was reversed gives its room back. */
function historiesOf(
  posted: readonly Transfer[],
  services: readonly ServiceRecord[],
  { unit }: CreditStandard,
  zone: Zone,
): ReadonlyMap<PersonId, CreditHistory> {
  const credited = new Map(posted.map((transfer) => [transfer.id, transfer]));
  const reversed = new Map<string, number>();
  for (const { reverses, units } of posted) {
    if (reverses !== undefined) reversed.set(reverses, (reversed.get(reverses) ?? 0) + units);
  }
  const seconds = (units: number): number => units * unitSecondsOf(unit);
  const histories = new Map<PersonId, CreditHistory>();
  for (const service of services) {
    const own = credited.get(`credit-${service.id}`);
    const { why } = own ?? credited.get(`credit-${service.id}-pool`)!;
    const before = histories.get(service.helperId) ?? emptyHistory;
    const after = remember(before, service, localDateOf(service.from, zone), seconds(own?.units ?? 0), why);
    const units = own === undefined ? 0 : (reversed.get(own.id) ?? 0);
    histories.set(service.helperId, units === 0 ? after : takeBack(after, service.id, seconds(units)));
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

const withService = (sum: HelperCredit, service: ServiceRecord): HelperCredit => ({
  ...sum,
  services: sum.services + 1,
  servedSeconds: sum.servedSeconds + Math.floor((service.until - service.from) / 1000),
});

const withCredit = (sum: HelperCredit, units: number, poolUnits: number): HelperCredit => ({
  ...sum,
  credited: sum.credited + 1,
  creditedUnits: sum.creditedUnits + units,
  poolUnits: sum.poolUnits + poolUnits,
});

function withDecision(sum: HelperCredit, decision: ReturnType<typeof creditAll>[number]): HelperCredit {
  if (decision.ok) return withCredit(sum, decision.value.units, decision.value.poolUnits);
  // Proof that may still come makes the credit wait; every other reason ends it.
  const waits = decision.reasons.every(({ code }) => code === 'service/evidence-missing');
  return {
    ...sum,
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
