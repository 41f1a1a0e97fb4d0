import { type Decision, localDateOf, type PersonId, type Reason, spanSeconds } from '@linli/model';
import type { Credited } from '../credit.ts';
import { type Candidate, creditAll } from '../credit-all.ts';
import type { Unit } from '../pack/amount.ts';
import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import type { CreditCode } from '../texts/credit.ts';
import { type Budget, budgetOf } from './budget.ts';
import { giniPermille } from './gini.ts';
import type { ServiceList } from './services-file.ts';

/** What one helper's services come to. `seconds` are of credit, so that standards with other units compare. */
export interface PersonOutcome {
  readonly helperId: PersonId;
  /** The role on record; empty where none is known. */
  readonly role: string;
  readonly services: number;
  readonly credited: number;
  readonly pending: number;
  readonly refused: number;
  readonly servedSeconds: number;
  readonly seconds: number;
  readonly units: number;
  readonly poolUnits: number;
  readonly honourUnits: number;
  /** Seconds of credit under the other standard, or the plain hours served. */
  readonly otherSeconds: number;
  /** `seconds` less `otherSeconds`: above 0 gains, below 0 loses. */
  readonly changeSeconds: number;
}

/** The same, summed over those of one role, or over everybody. */
type Outcome = Omit<PersonOutcome, 'helperId' | 'role'>;

/** A number of people by their credit: the smallest, the quarters and the largest, and how unequal it is. */
export interface Spread {
  readonly people: number;
  readonly leastSeconds: number;
  readonly quarterSeconds: number;
  readonly middleSeconds: number;
  readonly threeQuarterSeconds: number;
  readonly mostSeconds: number;
  readonly giniPermille: number;
}

export interface Simulation {
  readonly packId: string;
  readonly edition: number;
  readonly unit: Unit;
  /** `id/edition` of the other standard; null where plain hours are compared with: every service at its length. */
  readonly against: string | null;
  /** Local days of the first and the last service; null where there is none. */
  readonly from: string | null;
  readonly until: string | null;
  readonly totals: Outcome;
  /** In the order of the largest gain; equal ones by id. */
  readonly people: readonly PersonOutcome[];
  readonly roles: readonly (Outcome & { readonly role: string; readonly people: number })[];
  readonly gainers: number;
  readonly losers: number;
  readonly unchanged: number;
  /** Why services earn nothing, by code; one that waits for proof only is `pending`. Most often first. */
  readonly refusals: readonly { readonly code: CreditCode; readonly services: number; readonly pending: number }[];
  readonly spread: Spread;
  readonly otherSpread: Spread;
  readonly budget: Budget;
}

type Judged = Decision<Credited, CreditCode>;

const nothing: Outcome = {
  services: 0,
  credited: 0,
  pending: 0,
  refused: 0,
  servedSeconds: 0,
  seconds: 0,
  units: 0,
  poolUnits: 0,
  honourUnits: 0,
  otherSeconds: 0,
  changeSeconds: 0,
};
const added = (a: Outcome, b: Outcome): Outcome =>
  Object.fromEntries(
    Object.keys(nothing).map((key) => [key, a[key as keyof Outcome] + b[key as keyof Outcome]]),
  ) as unknown as Outcome;

/**
 * What a list of services would come to under a pack: who gains and who loses against another pack, or against plain hours,
 * what it comes to in all, and what it would cost to redeem it. Nothing is posted. Needs packs with a credit standard.
 */
export function simulate(pack: TimeBankPack & WithCredit, list: ServiceList, against?: TimeBankPack & WithCredit): Simulation {
  const { records, people, facts, zone } = list;
  const judged = creditAll(records, pack.credit, people, zone, facts);
  const others = against === undefined ? undefined : creditAll(records, against.credit, people, zone, facts);
  const persons = new Map<PersonId, PersonOutcome>();
  for (const [place, record] of records.entries()) {
    const { helperId } = record;
    const role = people.get(helperId)?.role ?? '';
    const before = persons.get(helperId) ?? { ...nothing, helperId, role };
    const servedSeconds = spanSeconds(record);
    const otherSeconds = others === undefined ? servedSeconds : secondsOf(others[place]!);
    persons.set(helperId, { helperId, role, ...added(before, outcomeOf(judged[place]!, servedSeconds, otherSeconds)) });
  }
  const all = [...persons.values()].sort((a, b) => b.changeSeconds - a.changeSeconds || (a.helperId < b.helperId ? -1 : 1));
  const totals = all.reduce<Outcome>(added, nothing);
  const dates = records.map(({ from }) => localDateOf(from, zone)).sort();
  const count = (is: (change: number) => boolean): number => all.filter(({ changeSeconds }) => is(changeSeconds)).length;
  return {
    packId: pack.id,
    edition: pack.edition,
    unit: pack.unit,
    against: against === undefined ? null : `${against.id}/${against.edition}`,
    from: dates[0] ?? null,
    until: dates.at(-1) ?? null,
    totals,
    people: all,
    roles: rolesOf(all),
    gainers: count((change) => change > 0),
    losers: count((change) => change < 0),
    unchanged: count((change) => change === 0),
    refusals: refusalsOf(judged),
    spread: spreadOf(all.map(({ seconds }) => seconds)),
    otherSpread: spreadOf(all.map(({ otherSeconds }) => otherSeconds)),
    budget: budgetOf(pack, all, people as ReadonlyMap<PersonId, Candidate>, dates.at(-1)),
  };
}

/** A pack of which the credit standard is there. */
export interface WithCredit {
  readonly credit: NonNullable<TimeBankPack['credit']>;
}

const secondsOf = (decision: Judged): number => (decision.ok ? decision.value.seconds : 0);

/** Proof that may still come makes a credit wait; every other reason ends it. */
const waits = (reasons: readonly Reason[]): boolean => reasons.every(({ code }) => code === 'service/evidence-missing');

function outcomeOf(decision: Judged, servedSeconds: number, otherSeconds: number): Outcome {
  const seconds = secondsOf(decision);
  const same = { ...nothing, services: 1, servedSeconds, seconds, otherSeconds, changeSeconds: seconds - otherSeconds };
  if (!decision.ok) return { ...same, ...(waits(decision.reasons) ? { pending: 1 } : { refused: 1 }) };
  const { units, poolUnits, honourUnits } = decision.value;
  return { ...same, credited: 1, units, poolUnits, honourUnits };
}

function rolesOf(people: readonly PersonOutcome[]): Simulation['roles'] {
  const roles = new Map<string, Outcome & { readonly role: string; readonly people: number }>();
  for (const person of people) {
    const before = roles.get(person.role) ?? { ...nothing, role: person.role, people: 0 };
    roles.set(person.role, { ...added(before, person), role: person.role, people: before.people + 1 });
  }
  return [...roles.values()].sort((a, b) => b.seconds - a.seconds || (a.role < b.role ? -1 : 1));
}

function refusalsOf(judged: readonly Judged[]): Simulation['refusals'] {
  const counts = new Map<CreditCode, { services: number; pending: number }>();
  for (const decision of judged) {
    if (decision.ok) continue;
    const isPending = waits(decision.reasons);
    for (const code of new Set(decision.reasons.map((reason) => reason.code))) {
      const { services, pending } = counts.get(code) ?? { services: 0, pending: 0 };
      counts.set(code, { services: services + 1, pending: pending + (isPending ? 1 : 0) });
    }
  }
  return [...counts]
    .map(([code, count]) => ({ code, ...count }))
    .sort((a, b) => b.services - a.services || (a.code < b.code ? -1 : 1));
}

/** The value at a share of the rising list is the first that at least that share of the people do not exceed. */
function spreadOf(values: readonly number[]): Spread {
  const rising = values.toSorted((a, b) => a - b);
  const at = (quarters: number): number => rising[Math.max(0, Math.ceil((rising.length * quarters) / 4) - 1)] ?? 0;
  return {
    people: rising.length,
    leastSeconds: at(0),
    quarterSeconds: at(1),
    middleSeconds: at(2),
    threeQuarterSeconds: at(3),
    mostSeconds: at(4),
    giniPermille: giniPermille(rising),
  };
}
