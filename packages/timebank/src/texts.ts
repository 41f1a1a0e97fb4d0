import type { Texts } from '@linli/model';
import type { PersonCode } from './person-facts.ts';
import { type CreditCode, creditTexts } from './texts/credit.ts';
import { type ClearingCode, type ExitCode, ledgerTexts, type PostCode } from './texts/ledger.ts';
import { type PackCode, packTexts } from './texts/pack.ts';
import { personTexts } from './texts/person.ts';
import { type RedeemCode, redeemTexts } from './texts/redeem.ts';

/** Everything the ledger may say. */
export type LedgerCode = PostCode | ClearingCode | ExitCode;
export type { ClearingCode, CreditCode, ExitCode, PackCode, PostCode, RedeemCode };

/** The words for every code. Data named `...Seconds` and `...Units` reads best through `amountLabel`. */
export const timebankTexts = {
  ...personTexts,
  ...creditTexts,
  ...redeemTexts,
  ...packTexts,
  ...ledgerTexts,
} as const satisfies Texts<PersonCode | CreditCode | RedeemCode | PackCode | LedgerCode>;
