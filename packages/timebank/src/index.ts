export { amountLabel } from './amount-label.ts';
export { type AsOf, available, balance, earned, earnedIn, held } from './balance.ts';
export { stepNames } from './credit/steps.ts';
export { type Credited, credit, type Explanation, explain, type StepTrace } from './credit.ts';
export { type Candidate, type CreditFacts, creditAll, serviceOf } from './credit-all.ts';
export { type CreditHistory, emptyHistory, type PastCredit, pastCreditOf, remember, takeBack } from './credit-history.ts';
export { type DuesOwed, duesOf, duesOwed, type Paying } from './dues-due.ts';
export { type Coins, type Redeemed, type RedeemFacts, RedeemRequest, type Spending } from './exchange/request.ts';
export { type Given, GiveRequest, give } from './give.ts';
export { type GrantDue, type Grantee, grantsDue } from './grants-due.ts';
export { Account } from './ledger/account.ts';
export {
  type AccountLimit,
  type AccountPolicy,
  accountPolicyOf,
  type FrozenAct,
  type PolicySource,
  plainPolicy,
} from './ledger/account-policy.ts';
export { AssetCode } from './ledger/asset.ts';
export { brokenAt, type ChainHead, chainStart, hashAfter, headOf, type SealedRecord, sealedRecords } from './ledger/chain.ts';
export {
  type Agreement,
  type Cleared,
  type ClearingParts,
  type CrossPayment,
  claimUnits,
  clear,
  settleClaims,
  takeBackClearing,
} from './ledger/clearing.ts';
export type { Side } from './ledger/clearing-acts.ts';
export { type Exit, exitRecords } from './ledger/exit.ts';
export { carryOverTransfers, type Expiring, expiringUnits, expiryTransfers } from './ledger/expire-lots.ts';
export { expiresAtOf } from './ledger/expiry-date.ts';
export { fulfilmentOf, openHolds, overdueHolds } from './ledger/fulfil.ts';
export { givingOf } from './ledger/give.ts';
export { type Granting, grantOf } from './ledger/grant-of.ts';
export { type HonourReached, honourOf } from './ledger/honours.ts';
export { type InactiveAccount, inactiveAccounts, lastActiveAt } from './ledger/inactive.ts';
export {
  type Book,
  type Dated,
  type Entry,
  emptyLedger,
  type HeldUnits,
  type HoldState,
  type Ledger,
  type LedgerView,
  type Log,
  readLedger,
  scaleIn,
  statusIn,
} from './ledger/ledger.ts';
export type { Lot, LotBook } from './ledger/lot.ts';
export { lotsOf } from './ledger/lots.ts';
export { type Claim, netClaims } from './ledger/net-claims.ts';
export { type Purpose, purposeOf } from './ledger/purpose.ts';
export { AssetDeclaration, Hold, HoldEnd, LedgerRecord, StatusChange } from './ledger/record.ts';
export type { SumTree, Weight } from './ledger/sum-tree.ts';
export { Transfer } from './ledger/transfer.ts';
export { AccountRules, type Dues, type Grant } from './pack/account-rules.ts';
export { Amount, Asset, secondsOf, type Unit, unitSecondsOf, unitsOf } from './pack/amount.ts';
export { CreditStandard, type CreditStep } from './pack/credit-standard.ts';
export { type Edition, editionFor } from './pack/edition-for.ts';
export { ExchangeStandard } from './pack/exchange-standard.ts';
export { creditStandardJsonSchema, exchangeStandardJsonSchema, timeBankJsonSchema } from './pack/json-schema.ts';
export { nearestWord } from './pack/nearest-word.ts';
export type { PackFault } from './pack/pack-faults.ts';
export { type PackReading, readCreditStandard, readExchangeStandard, readPack } from './pack/read-pack.ts';
export type { TimeBankPack } from './pack/time-bank-pack.ts';
export { PersonFacts } from './person-facts.ts';
export { check, ledgerOf, post, postAll } from './post.ts';
export { type Adjustment, type PostedCredit, recredit } from './recredit.ts';
export { redeem } from './redeem.ts';
export { reversalOf } from './reversal-of.ts';
export { type Earner, type Service, ServiceFacts } from './service.ts';
export { type PageQuery, type StatementPage, statement, statementPage } from './statement.ts';
export {
  type ClearingCode,
  type CreditCode,
  type ExitCode,
  type PackCode,
  type PostCode,
  type RedeemCode,
  timebankTexts,
} from './texts.ts';
