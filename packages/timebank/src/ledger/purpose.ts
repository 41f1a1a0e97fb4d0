import type { Account } from './account.ts';

/** What a transfer is for. Without one, what an issuer gives is `credit` and everything else is `payment`. */
export const purposes = [
  'credit',
  'payment',
  'redemption',
  'gift',
  'donation',
  'grant',
  'dues',
  'expiry',
  'carry-over',
  'estate',
  'clearing',
  'settlement',
] as const;
export type Purpose = (typeof purposes)[number];

interface Counting {
  /** Counts as earned for life by the one who receives: honours are measured in it. */
  readonly isEarned: boolean;
  /** Counts as a payment received: a credit limit grows by it. */
  readonly isReceived: boolean;
  /** An act of the account that gives, of the one that receives: what inactivity is measured by. */
  readonly giverActs: boolean;
  readonly receiverActs: boolean;
}
const counting = (isEarned: boolean, isReceived: boolean, giverActs: boolean, receiverActs: boolean): Counting => ({
  isEarned,
  isReceived,
  giverActs,
  receiverActs,
});

const table: Readonly<Record<Purpose, Counting>> = {
  credit: counting(true, true, true, true),
  payment: counting(true, true, true, true),
  redemption: counting(false, true, true, true),
  gift: counting(false, false, true, false),
  donation: counting(false, false, true, false),
  grant: counting(false, false, false, false),
  dues: counting(false, false, false, false),
  expiry: counting(false, false, false, false),
  'carry-over': counting(false, false, false, false),
  estate: counting(false, false, false, false),
  clearing: counting(true, true, true, true),
  settlement: counting(false, false, false, false),
};

export const purposeOf = (transfer: { readonly purpose?: Purpose; readonly from: Account }): Purpose =>
  transfer.purpose ?? (transfer.from.kind === 'issuer' ? 'credit' : 'payment');

export const countingOf = (transfer: { readonly purpose?: Purpose; readonly from: Account }): Counting =>
  table[purposeOf(transfer)];
