import { type Decision, type Instant, no, type Reason, yes } from '@linli/model';
import { check, post } from '../post.ts';
import { reversalOf } from '../reversal-of.ts';
import type { ClearingCode, PostCode } from '../texts/ledger.ts';
import type { Account } from './account.ts';
import { type AccountPolicy, plainPolicy } from './account-policy.ts';
import type { AssetCode } from './asset.ts';
import { type Ledger, lastEntryIn, recordIn } from './ledger.ts';
import type { Transfer } from './transfer.ts';

/** One community's side of an exchange: its ledger, its policy with the limit for the partner, and what it counts in. */
export interface Side {
  /** The community's own id: the `partner` account of the other side bears it. */
  readonly id: string;
  readonly ledger: Ledger;
  readonly policy?: AccountPolicy;
  readonly asset: AssetCode;
  readonly packId: string;
  readonly edition: number;
}

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
 * again it changes nothing. The limits of both policies hold for what one owes the other.
 */
export function clear(
  from: Side,
  to: Side,
  agreement: Agreement | undefined,
  payment: CrossPayment,
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const ratio = agreement === undefined ? undefined : ratioOf(agreement, from.id, to.id);
  if (ratio === undefined) return no('clearing/no-agreement', { partner: to.id });
  const { num, den } = ratio;
  const { reference, payer, payee, units, at, effectiveAt, why } = payment;
  if (!Number.isSafeInteger(units * num) || (units * num) % den !== 0) return no('clearing/inexact', { units, num, den });

  const leg = (side: Side, name: string, giver: Account, taker: Account, sum: number): Transfer => ({
    ...{ id: `${reference}-${name}`, from: giver, to: taker, asset: side.asset, units: sum, at, effectiveAt, why },
    ...{ packId: side.packId, edition: side.edition, purpose: 'clearing', reference },
  });
  const paid = leg(from, 'paid', payer, partner(to.id), units);
  const received = leg(to, 'received', partner(from.id), payee, (units * num) / den);
  return both(from, to, paid, received, parts);
}

/**
 * Ends what two communities owe each other in this asset: both partner accounts return to 0, and the debt is paid in another
 * way, which `why` tells. What one of them owes is what the other is owed, at the agreed rate.
 */
export function settleClaims(
  one: Side,
  other: Side,
  agreement: Agreement | undefined,
  how: Pick<CrossPayment, 'reference' | 'at' | 'effectiveAt' | 'why'>,
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const ratio = agreement === undefined ? undefined : ratioOf(agreement, one.id, other.id);
  if (ratio === undefined) return no('clearing/no-agreement', { partner: other.id });
  const ours = claimUnits(one.ledger, other.id, one.asset);
  const theirs = claimUnits(other.ledger, one.id, other.asset);
  if (ours === 0 && theirs === 0) return no('clearing/nothing-owed');
  if (ours * ratio.num !== -theirs * ratio.den) return no('clearing/inexact', { units: ours, ...ratio });
  const end = (side: Side, account: Account, units: number): Transfer => {
    const issuer: Account = { kind: 'issuer', id: side.id };
    const [from, to] = units > 0 ? [account, issuer] : [issuer, account];
    return {
      ...{ id: `${how.reference}-settled`, from, to, asset: side.asset, units: Math.abs(units), at: how.at, why: how.why },
      ...{ effectiveAt: how.effectiveAt, packId: side.packId, edition: side.edition, purpose: 'settlement' },
      reference: how.reference,
    };
  };
  return both(one, other, end(one, partner(other.id), ours), end(other, partner(one.id), theirs), parts);
}

/**
 * Takes an act of clearing back in both ledgers, in whole or in part. `cleared` is its reference, `units` are those of the
 * side that paid.
 */
export function takeBackClearing(
  from: Side,
  to: Side,
  agreement: Agreement | undefined,
  back: Omit<CrossPayment, 'payer' | 'payee'> & { readonly cleared: string },
  parts: ClearingParts = { post },
): Decision<Cleared, ClearingCode | PostCode> {
  const ratio = agreement === undefined ? undefined : ratioOf(agreement, from.id, to.id);
  if (ratio === undefined) return no('clearing/no-agreement', { partner: to.id });
  const { num, den } = ratio;
  const { reference, cleared, units, at, effectiveAt, why } = back;
  const paid = recordIn(from.ledger, `${cleared}-paid`);
  const received = recordIn(to.ledger, `${cleared}-received`);
  if (paid === undefined || received === undefined || 'kind' in paid || 'kind' in received) {
    return no('transfer/original-unknown', { transferId: cleared });
  }
  if (!Number.isSafeInteger(units * num) || (units * num) % den !== 0) return no('clearing/inexact', { units, num, den });
  const how = { at, effectiveAt, why };
  const first = reversalOf(paid, { ...how, id: `${reference}-paid`, units });
  const second = reversalOf(received, { ...how, id: `${reference}-received`, units: (units * num) / den });
  return both(from, to, { ...first, purpose: 'clearing', reference }, { ...second, purpose: 'clearing', reference }, parts);
}

/** What the other community is owed by this one; below 0 it owes. */
export const claimUnits = (ledger: Ledger, partnerId: string, asset: AssetCode): number =>
  lastEntryIn(ledger, partner(partnerId), asset)?.balanceUnits ?? 0;

const partner = (id: string): Account => ({ kind: 'partner', id });

function both(
  from: Side,
  to: Side,
  first: Transfer,
  second: Transfer,
  parts: ClearingParts,
): Decision<Cleared, ClearingCode | PostCode> {
  // Both are asked before either is written, so that a no leaves both ledgers the longest of their logs.
  for (const [side, transfer] of [
    [from, first],
    [to, second],
  ] as const) {
    const answer = check(side.ledger, transfer, side.policy ?? plainPolicy);
    if (!answer.ok) return answer;
  }
  const one = parts.post(from.ledger, first, from.policy);
  const two = parts.post(to.ledger, second, to.policy);
  if (!one.ok) return one;
  if (!two.ok) return two;
  return yes({ from: one.value, to: two.value }, [...one.reasons, ...two.reasons]);
}

function ratioOf(
  { between: [first, second], num, den }: Agreement,
  from: string,
  to: string,
): { num: number; den: number } | undefined {
  if (from === first && to === second) return { num, den };
  return from === second && to === first ? { num: den, den: num } : undefined;
}
