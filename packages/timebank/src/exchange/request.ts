import { LocalDate } from '@linli/model';
import * as z from 'zod';
import type { Holder } from '../pack/account-rules.ts';
import type { Asset, CreditAsset } from '../pack/amount.ts';
import { PersonFacts } from '../person-facts.ts';

/**
 * What somebody asks for. `quantity` is in pieces of a price, in whole units of a table. `recipient` is a code of kinship to
 * the holder, `self` for one's own use; null where nobody asked. `place` is where it is used, seen from the community.
 */
export const RedeemRequest = z
  .strictObject({
    offer: z.string().min(1),
    quantity: z.int().positive().max(1_000_000),
    recipient: z.string().min(1).nullable(),
    date: LocalDate,
    recipientFacts: PersonFacts.nullable().optional(),
    place: z.string().min(1).nullable().optional(),
    /** What kind of thing it is, where it is nothing that is on offer. */
    kind: z.string().min(1).optional(),
  })
  .readonly();
export interface RedeemRequest extends z.infer<typeof RedeemRequest> {}

/** What was taken from the account before, for limits of a period. */
export interface Spending {
  readonly date: LocalDate;
  readonly units: number;
  readonly offer: string;
}

/** What a standard may ask about the holder of the account. Units are the ledger's. */
export interface RedeemFacts extends PersonFacts {
  readonly balanceUnits: number;
  /** All that was ever earned, spent or not. */
  readonly earnedUnits: number;
  /** How far below 0 this account may stand; 0 where it is not said. */
  readonly belowUnits?: number;
  /** A person where it is not said. */
  readonly holder?: Holder;
  /** A member where it is not said. */
  readonly isMember?: boolean;
  readonly stars?: number;
  readonly spent?: readonly Spending[];
}

/** Money or another asset beside the credit, in its smallest coins. */
export interface Coins {
  readonly asset: Asset;
  readonly coins: number;
}

/** What may be taken from the account, and for what. */
export interface Redeemed {
  readonly offer: string;
  readonly quantity: number;
  readonly asset: CreditAsset;
  readonly units: number;
  /** What it is worth in another asset: a fee reduced, points of a shop. */
  readonly gives: Coins | null;
  /** What is paid instead of credit; `units` is then 0. */
  readonly donation: Coins | null;
  readonly packId: string;
  readonly edition: number;
}
