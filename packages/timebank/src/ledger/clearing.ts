import { type Decision, type Instant, no, type Reason, yes } from '@linli/model';
import { check, post } from '../post.ts';
import { reversalOf } from '../reversal-of.ts';
import type { ClearingCode, PostCode } from '../texts/ledger.ts';
import type { Account } from './account.ts';
import { plainPolicy } from './account-policy.ts';
import type { AssetCode } from './asset.ts';
import { isSameJson } from './canonical.ts';
import { actsBetween, assetsSettled, isMatched, lowest, type Side, touches } from './clearing-acts.ts';
import { type Ledger, lastEntryIn, recordIn } from './ledger.ts';
import type { Transfer } from './transfer.ts';

/** What two communities agreed on: `num` units of the second are worth `den` units of the first. */
export interface Agreement {
  readonly between: readonly [string, string];
  readonly num: number;
  readonly den: number;
}

/** A member of `from` pays somebody in `to`. `units` are those of the paying side. */
export interface CrossPayment {
  readonly reference: string;
  readonly payer: Account;
  readonly payee: Account;
  readonly units: number;
  readonly at: Instant;
  readonly effectiveAt: Instant;
  readonly why: readonly Reason[];
  /** When what the payee receives has had its time; left out: never. */
  readonly expiresAt?: Instant;
}

export interface Cleared {
  readonly from: Ledger;
  readonly to: Ledger;
}

/** How one side is posted. Another one is passed by tests that plant a bug. */
export interface ClearingParts {
  readonly post: typeof post;
}

/**
 * One act in two ledgers under one reference: the payer's units become a claim of the other community, the claim pays the
 * payee there. One hop: the two must have an agreement with each other. Either both sides are written or neither; sent
 * again it changes nothing. The limits of both policies hold for what one owes the other. The act keeps its rate, whatever
 * is agreed on later.
 */
export function clear(
  from: Side,
  to: Side,
  agreement: Agreement | undefined,
  payment: CrossPayment,
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const rate = rateBetween(from, to, agreement);
  if (!rate.ok) return rate;
  const { num, den } = rate.value;
  const { reference, payer, payee, units, at, effectiveAt, why, expiresAt } = payment;
  if (!Number.isSafeInteger(units * num) || (units * num) % den !== 0) return no('clearing/inexact', { units, num, den });

  const leg = (side: Side, name: string, giver: Account, taker: Account, sum: number): Transfer => ({
    ...{ id: `${reference}-${name}`, from: giver, to: taker, asset: side.asset, units: sum, at, effectiveAt, why },
    ...{ packId: side.packId, edition: side.edition, purpose: 'clearing', reference, rate: rate.value },
  });
  const paid = leg(from, 'paid', payer, partner(to.id), units);
  const received = leg(to, 'received', partner(from.id), payee, (units * num) / den);
  return both([from, [paid]], [to, [expiresAt === undefined ? received : { ...received, expiresAt }]], parts);
}

/**
 * Ends what two communities owe each other in these assets: both partner accounts return to 0, and the debt is paid in
 * another way, which `why` tells. What one of them owes is what the other is owed, each act at the rate at which it was
 * made: every act must stand in both ledgers. Where one of the two counted in another asset for a while, the claims in
 * that one end too.
 */
export function settleClaims(
  one: Side,
  other: Side,
  agreement: Agreement | undefined,
  how: Pick<CrossPayment, 'reference' | 'at' | 'effectiveAt' | 'why'>,
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const rate = rateBetween(one, other, agreement);
  if (!rate.ok) return rate;
  const acts = actsBetween(one, other);
  const [ours, theirs] = assetsSettled(acts, one.asset, other.asset);
  const oneSided = acts.find((act) => !isMatched(act) && (touches(act.sides[0], ours) || touches(act.sides[1], theirs)));
  if (oneSided !== undefined) return no('clearing/one-sided', { reference: oneSided.reference });
  const ends = (side: Side, account: Account, assets: ReadonlySet<AssetCode>): readonly Transfer[] =>
    [...assets].flatMap((asset): Transfer[] => {
      const units = claimUnits(side.ledger, account.id, asset);
      if (units === 0) return [];
      const issuer: Account = { kind: 'issuer', id: side.id };
      const [from, to] = units > 0 ? [account, issuer] : [issuer, account];
      const id = asset === side.asset ? `${how.reference}-settled` : `${how.reference}-settled-${asset}`;
      const common = { id, from, to, asset, units: Math.abs(units), at: how.at, effectiveAt: how.effectiveAt, why: how.why };
      return [{ ...common, packId: side.packId, edition: side.edition, purpose: 'settlement', reference: how.reference }];
    });
  const first = ends(one, partner(other.id), ours);
  const second = ends(other, partner(one.id), theirs);
  if (first.length + second.length === 0) return no('clearing/nothing-owed');
  return both([one, first], [other, second], parts);
}

/**
 * Takes an act of clearing back in both ledgers, in whole or in part, at the rate at which it was made. `cleared` is its
 * reference, `units` are those of the side that paid. The two must have an agreement, whatever its rate is now.
 */
export function takeBackClearing(
  from: Side,
  to: Side,
  agreement: Agreement | undefined,
  back: Omit<CrossPayment, 'payer' | 'payee' | 'expiresAt'> & { readonly cleared: string },
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const now = rateBetween(from, to, agreement);
  if (!now.ok) return now;
  const { reference, cleared, units, at, effectiveAt, why } = back;
  const paid = legIn(from, `${cleared}-paid`);
  const received = legIn(to, `${cleared}-received`);
  const isAct = paid?.to.kind === 'partner' && paid.to.id === to.id && received?.from.kind === 'partner';
  if (!isAct || received.from.id !== from.id) return no('transfer/original-unknown', { transferId: cleared });
  const [num, den] = lowest(received.units, paid.units);
  if (units % den !== 0) return no('clearing/inexact', { units, num, den });
  const how = { at, effectiveAt, why };
  const first = reversalOf(paid, { ...how, id: `${reference}-paid`, units });
  const second = reversalOf(received, { ...how, id: `${reference}-received`, units: (units / den) * num });
  const taken = { purpose: 'clearing', reference } as const;
  return both([from, [{ ...first, ...taken }]], [to, [{ ...second, ...taken }]], parts);
}

/** What the other community is owed by this one; below 0 it owes. */
export const claimUnits = (ledger: Ledger, partnerId: string, asset: AssetCode): number =>
  lastEntryIn(ledger, partner(partnerId), asset)?.balanceUnits ?? 0;

const partner = (id: string): Account => ({ kind: 'partner', id });

function legIn({ ledger }: Side, id: string): Transfer | undefined {
  const record = recordIn(ledger, id);
  return record === undefined || 'kind' in record ? undefined : record;
}

type Half = readonly [Side, readonly Transfer[]];

function both(first: Half, second: Half, parts: ClearingParts): Decision<Cleared, ClearingCode | PostCode> {
  // All are asked before any is written, so that a no leaves both ledgers the longest of their logs.
  for (const [side, transfers] of [first, second]) {
    for (const transfer of transfers) {
      const answer = check(side.ledger, transfer, side.policy ?? plainPolicy);
      if (!answer.ok) return answer;
    }
  }
  const [one, two] = [written(first, parts), written(second, parts)];
  if (!one.ok) return one;
  if (!two.ok) return two;
  return yes({ from: one.value, to: two.value }, [...one.reasons, ...two.reasons]);
}

function written([{ ledger, policy }, transfers]: Half, parts: ClearingParts): Decision<Ledger, PostCode> {
  let grown = yes<Ledger, PostCode>(ledger);
  for (const transfer of transfers) {
    const answer = parts.post(grown.value, transfer, policy);
    if (!answer.ok) return answer;
    grown = yes(answer.value, [...grown.reasons, ...answer.reasons]);
  }
  return grown;
}

/** What units of `from` are worth in `to`. No: one community or one ledger twice, or no agreement of these two. */
function rateBetween(
  from: Side,
  to: Side,
  agreement: Agreement | undefined,
): Decision<{ readonly num: number; readonly den: number }, ClearingCode> {
  if (from.id === to.id) return no('clearing/same-community', { partner: to.id });
  if (isOneLedger(from.ledger, to.ledger)) return no('clearing/same-ledger', { partner: to.id });
  if (agreement !== undefined) {
    const {
      between: [first, second],
      num,
      den,
    } = agreement;
    if (from.id === first && to.id === second) return yes({ num, den });
    if (from.id === second && to.id === first) return yes({ num: den, den: num });
  }
  return no('clearing/no-agreement', { partner: to.id });
}

/**
 * Two versions or two copies of one ledger: the first transfer of one stands in the other, under the same id and word for
 * word. Declarations and statuses before it prove nothing, since two communities may begin alike.
 */
function isOneLedger(one: Ledger, other: Ledger): boolean {
  if (one.log === other.log && one.length > 0) return true;
  const first = one.log.records.slice(0, one.length).find((record) => !('kind' in record));
  const twin = first === undefined ? undefined : recordIn(other, first.id);
  return twin !== undefined && isSameJson(first, twin);
}
