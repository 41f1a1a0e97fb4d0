import type { Reason } from '@linli/model';
import { creditAll } from '../credit-all.ts';
import { type Coins, type RedeemFacts, RedeemRequest } from '../exchange/request.ts';
import type { CreditStandard } from '../pack/credit-standard.ts';
import type { TimeBankPack } from '../pack/time-bank-pack.ts';
import { redeem } from '../redeem.ts';
import type { ReviewCode } from '../texts/review.ts';
import type { LocatedReason } from './located-reason.ts';
import { exampleZone, type ServicesFile, servicesFileOf } from './scene.ts';
import { readServices, type ServiceList } from './services-file.ts';
import { without } from './trial.ts';

/** `wrong`: the rules do not do what is written in them; `risk`: somebody can gain what was not meant; `note`: good to know. */
export type Severity = 'wrong' | 'risk' | 'note';

/** A list of services and what it comes to. Seconds of credit. */
export interface Outcomes {
  readonly services: ServicesFile;
  readonly seconds: number;
  readonly poolSeconds: number;
  readonly honourSeconds: number;
  /** Of every service that earned nothing, the codes of the reasons. */
  readonly refusals: readonly string[];
}

/** Something that was asked for, and the answer. */
export interface Purchase {
  readonly request: RedeemRequest;
  readonly holder: RedeemFacts;
  readonly ok: boolean;
  readonly units: number;
  readonly gives: Coins | null;
  readonly refusals: readonly string[];
}

/**
 * The smallest example of a finding, as data anybody can run again. What it shows, by `claim`: `idle`: `before` comes to
 * the same as `after`, the same services under the pack without the step; `nothing`: `before` earns nothing; `earns`:
 * `before` earns something; `more`: the same work, put down as in `after`, earns more than as in `before`; `bought`: what
 * `purchases` say; `pays`: what the last of `purchases` takes is less than `before` earns.
 */
export interface Example {
  readonly claim: 'idle' | 'nothing' | 'earns' | 'more' | 'bought' | 'pays';
  readonly before: Outcomes | null;
  readonly after: Outcomes | null;
  readonly purchases: readonly Purchase[];
}

/** Something about a pack that its writer should see before it is used. `path` leads into the pack's file. */
export interface Finding extends LocatedReason<ReviewCode> {
  readonly severity: Severity;
  readonly example: Example;
}

export function finding(
  code: ReviewCode,
  severity: Severity,
  path: LocatedReason['path'],
  data: NonNullable<Reason['data']>,
  example: Partial<Example> & Pick<Example, 'claim'>,
): Finding {
  const whole: Example = { before: null, after: null, purchases: [], ...example };
  return { code, severity, path, data: { path: path.join('.') || '-', ...data }, example: whole };
}

/** What a list comes to under a standard. */
export function outcomesOf(list: ServiceList, standard: CreditStandard): Outcomes {
  const sum = { seconds: 0, poolSeconds: 0, honourSeconds: 0 };
  const refusals = new Set<string>();
  for (const decision of creditAll(list.records, standard, list.people, list.zone, list.facts)) {
    if (!decision.ok) {
      for (const { code } of decision.reasons) refusals.add(code);
      continue;
    }
    sum.seconds += decision.value.seconds;
    sum.poolSeconds += decision.value.poolSeconds;
    sum.honourSeconds += decision.value.honourSeconds;
  }
  return { services: servicesFileOf(list), ...sum, refusals: [...refusals] };
}

/** A request and its answer. */
export function purchaseOf(request: RedeemRequest, pack: TimeBankPack, holder: RedeemFacts): Purchase {
  const answer = redeem(request, pack.exchange!, holder);
  const value = answer.ok ? answer.value : { units: 0, gives: null };
  return {
    request,
    holder,
    ok: answer.ok,
    units: value.units,
    gives: value.gives,
    refusals: answer.ok ? [] : answer.reasons.map(({ code }) => code),
  };
}

/** Runs an example again: whether it comes to the numbers it names, and they show what it claims. */
export function exampleHolds({ example: { claim, before, after, purchases }, path }: Finding, pack: TimeBankPack): boolean {
  const standard = pack.credit;
  const isSame = (written: Outcomes, by: CreditStandard): boolean => {
    const list = readServices(written.services, exampleZone);
    return list.ok && JSON.stringify(outcomesOf(list.value, by)) === JSON.stringify(written);
  };
  const bought = purchases.every(
    (one) => JSON.stringify(purchaseOf(RedeemRequest.parse(one.request), pack, one.holder)) === JSON.stringify(one),
  );
  if (!bought || (before !== null && (standard === null || !isSame(before, standard)))) return false;
  switch (claim) {
    case 'idle': {
      const place = Number(path[path.indexOf('steps') + 1]);
      return before !== null && after !== null && isSame(after, without(standard!, place)) && sums(before) === sums(after);
    }
    case 'nothing':
      return before?.seconds === 0;
    case 'earns':
      return before !== null && before.seconds > 0;
    case 'more':
      return before !== null && after !== null && isSame(after, standard!) && after.seconds > before.seconds;
    case 'bought':
      return purchases.length > 0;
    case 'pays':
      return before !== null && purchases.length > 0 && before.seconds > 0;
    default:
      return claim satisfies never;
  }
}

const sums = ({ seconds, poolSeconds, honourSeconds }: Outcomes): string => `${seconds} ${poolSeconds} ${honourSeconds}`;
