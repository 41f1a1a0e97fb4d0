import { type Decision, type PersonId, type Reason, yes } from '@linli/model';
import { goodsKey } from '../delivery/goods.ts';
import type { Cents } from './cents.ts';
import { largestRemainder } from './largest-remainder.ts';
import type { Receipt, ReceiptLine } from './receipt.ts';

/** Goods of a receipt that reached one resident. */
export interface Taken {
  readonly residentId: PersonId;
  readonly item: string;
  readonly unit: string | null;
  readonly quantity: number;
}

export interface ShareLine {
  readonly item: string;
  readonly unit: string | null;
  readonly quantity: number;
  readonly cents: Cents;
}

/** What one payer owes for one receipt. `cents` = its lines + `adjustmentCents`. */
export interface Share {
  readonly lines: readonly ShareLine[];
  /** The share of the receipt's adjustment, below 0 for a discount. */
  readonly adjustmentCents: number;
  readonly cents: Cents;
}

/** All shares and the rest add up to the total of the receipt, to the cent. */
export interface ReceiptSplit {
  readonly totalCents: Cents;
  /** In order of resident. */
  readonly shares: readonly (Share & { readonly residentId: PersonId })[];
  /** Of goods that reached nobody: missing, returned, bought too much. The community's, until somebody decides otherwise. */
  readonly rest: Share;
}

export type SplitCode = 'receipt/took-what-was-not-bought' | 'receipt/took-more-than-bought';

interface Claim {
  /** Null: the rest. */
  readonly residentId: PersonId | null;
  readonly line: ShareLine;
}

/**
 * D-37: who owes how much of a receipt, in cents, by what reached whom. Each line is split by quantity and then the
 * adjustment by what everybody owes so far, both by largest remainder; of equal remainders the rest bears the odd cent
 * first, then residents in order of id. Money only: no share is ever a matter of the time ledger.
 */
export function splitReceipt(receipt: Receipt, taken: readonly Taken[]): Decision<ReceiptSplit, SplitCode> {
  const [refusal, ...more] = overdrawn(receipt, taken);
  if (refusal !== undefined) return { ok: false, reasons: [refusal, ...more] };

  const claims = receipt.lines.flatMap((line) => claimsOn(line, taken));
  const residents = [...new Set(taken.map(({ residentId }) => residentId))].sort();
  const payers = [null, ...residents].map((residentId) => {
    const lines = claims.filter((claim) => claim.residentId === residentId).map(({ line }) => line);
    return { residentId, lines, owed: lines.reduce((sum, { cents }) => sum + cents, 0) };
  });
  const adjustments = adjustmentsOf(
    receipt,
    payers.map(({ owed }) => owed),
  );
  const [rest, ...shares] = payers.map(({ residentId, lines, owed }, index) => {
    const adjustmentCents = adjustments[index] ?? 0;
    return { residentId, lines, adjustmentCents, cents: (owed + adjustmentCents) as Cents };
  });
  const { residentId: _, ...restShare } = rest!;
  return yes({
    totalCents: receipt.totalCents,
    shares: shares.map((share) => ({ ...share, residentId: share.residentId as PersonId })),
    rest: restShare,
  });
}

function overdrawn({ lines }: Receipt, taken: readonly Taken[]): readonly Reason<SplitCode>[] {
  return [...Map.groupBy(taken, goodsKey)].flatMap(([key, alike]): readonly Reason<SplitCode>[] => {
    const { item, unit } = alike[0]!;
    const took = alike.reduce((sum, { quantity }) => sum + quantity, 0);
    const bought = lines.find((line) => goodsKey(line) === key)?.quantity;
    const data = { item, unit: unit ?? '', took };
    if (bought === undefined) return [{ code: 'receipt/took-what-was-not-bought', data }];
    return took > bought ? [{ code: 'receipt/took-more-than-bought', data: { ...data, bought } }] : [];
  });
}

function claimsOn(line: ReceiptLine, taken: readonly Taken[]): readonly Claim[] {
  const alike = taken.filter((one) => goodsKey(one) === goodsKey(line));
  const byResident = [...Map.groupBy(alike, ({ residentId }) => residentId)]
    .map(([residentId, parts]) => ({ residentId, quantity: parts.reduce((sum, { quantity }) => sum + quantity, 0) }))
    .sort((a, b) => (a.residentId < b.residentId ? -1 : 1));
  const left = line.quantity - byResident.reduce((sum, { quantity }) => sum + quantity, 0);
  const claimants = [{ residentId: null, quantity: left }, ...byResident];
  const parts = largestRemainder(
    line.cents,
    claimants.map(({ quantity }) => quantity),
  );
  return claimants
    .map(({ residentId, quantity }, index) => ({
      residentId,
      line: { item: line.item, unit: line.unit, quantity, cents: (parts[index] ?? 0) as Cents },
    }))
    .filter((claim) => claim.line.quantity > 0);
}

/** Nobody is given more back than he owes. Where everything was free, the rest bears the adjustment. */
function adjustmentsOf({ adjustmentCents }: Receipt, owed: readonly number[]): readonly number[] {
  const weights = owed.every((cents) => cents === 0) ? owed.map((_, index) => (index === 0 ? 1 : 0)) : owed;
  const sign = Math.sign(adjustmentCents);
  return largestRemainder(Math.abs(adjustmentCents), weights).map((part) => (part === 0 ? 0 : sign * part));
}
