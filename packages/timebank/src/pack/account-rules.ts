import { LocalDate, Text } from '@linli/model';
import * as z from 'zod';
import { Amount, Asset } from './amount.ts';
import { MonthDay, Period } from './period.ts';
import { Code, Codes, PersonCondition } from './person-condition.ts';

const Months = z.int().positive().max(1200);
const Days = z.int().positive().max(36_500);

/** Whose account it is. A group holds what its members earned together; an organisation gives and takes for itself. */
export const Holder = z.enum(['person', 'group', 'organisation']);
export type Holder = z.infer<typeof Holder>;

/** how far below 0 an account may stand. `hard` refuses more; `soft` lets it be and asks somebody to talk with them. */
const Floor = z.strictObject({ below: Amount, limit: z.enum(['hard', 'soft']) }).readonly();

/** How much an account may hold at most. */
const Ceiling = z.strictObject({ most: Amount, limit: z.enum(['hard', 'soft']) }).readonly();

/** the hard floor of a person starts at `from` below 0 and sinks by each payment received, to `most` below 0. */
const CreditLimit = z.strictObject({ from: Amount, most: Amount, growsBy: z.literal('payments-received') }).readonly();

/** when a lot of credit ends, and who has it then. The oldest goes first, and the oldest is spent first. */
const Expiry = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('never') }).readonly(),
  /** All of it, on one day. */
  z.strictObject({ kind: z.literal('on-date'), date: LocalDate, to: z.enum(['pool', 'nobody']) }).readonly(),
  /** Each lot so many months after it was earned. */
  z.strictObject({ kind: z.literal('by-age'), months: Months, to: z.enum(['pool', 'nobody']) }).readonly(),
  /**
   * What is left when the (fiscal) year ends, above what may be carried over. `years`: at the
   * end of how many of them, 2 is the next year's; `graceMonths`: and so many months later.
   */
  z
    .strictObject({
      kind: z.literal('year-end'),
      yearFrom: MonthDay.optional(),
      years: z.int().positive().max(100).optional(),
      graceMonths: Months.optional(),
      carryOver: Amount.optional(),
      to: z.enum(['pool', 'nobody']),
    })
    .readonly(),
]);

/** after so many months without a transfer. The outcome `list` only names the account, for somebody to decide. */
const Inactivity = z
  .strictObject({
    months: Months,
    outcome: z.enum(['list', 'freeze', 'close']),
    readmit: z.enum(['on-request', 'never']).optional(),
  })
  .readonly();

/** what a frozen account may not do. */
const Freeze = z
  .strictObject({
    stops: z
      .array(z.enum(['earn', 'redeem', 'gift', 'donate', 'receive']))
      .min(1)
      .readonly(),
  })
  .readonly();

/** who has the balance when the holder dies or leaves. With `byApproval` somebody decides first; refused, it goes `otherwise`. */
const Ending = z
  .strictObject({
    to: z.enum(['pool', 'spouse', 'heirs', 'nobody', 'keep']),
    byApproval: z.boolean().optional(),
    withinMonths: Months.optional(),
    otherwise: z.enum(['pool', 'nobody']).optional(),
  })
  .readonly();

/** L-09: what happens to a reversal that would break a floor. */
const ReversalPolicy = z
  .strictObject({ belowFloor: z.enum(['block', 'allow-and-flag']), withinDays: Days.optional() })
  .readonly();

/** until when a credit may be disputed, and how long somebody who cheated is kept out. */
const Disputes = z.strictObject({ withinDays: Days, sanctionMonths: Months.optional() }).readonly();

/** honours by what was ever earned; credit beyond a cap with `overflow: honour` counts here as well. */
const Honour = z.strictObject({ star: z.int().positive().max(100), from: Amount, words: Text.optional() }).readonly();

/** `perUnit`: how many of the asset's smallest coins one unit is worth. */
const Money = z.discriminatedUnion('convertible', [
  z.strictObject({ convertible: z.literal(false) }).readonly(),
  z.strictObject({ convertible: z.literal(true), asset: Asset, perUnit: z.int().positive().max(1_000_000) }).readonly(),
]);

/** credit that nobody served for, and the account that pays for it. `issuer` makes it new; `fund` and `pool` have a balance. */
export const Grant = z
  .strictObject({
    code: Code,
    words: Text.optional(),
    /** `joining` and `mark` once in a life; `month` and `year` once in each. */
    on: z.enum(['joining', 'mark', 'month', 'year']),
    /** With `on: mark`: the mark that is rewarded, e.g. `trained`. */
    mark: Code.optional(),
    who: PersonCondition.optional(),
    amount: Amount,
    from: z.enum(['issuer', 'pool', 'fund']),
    fund: Code.optional(),
  })
  .superRefine((grant, context) => {
    if ((grant.on === 'mark') !== (grant.mark !== undefined)) {
      context.addIssue({
        code: 'custom',
        message: 'mark goes with on: mark',
        path: ['mark'],
        params: { code: 'pack/grant-mark' },
      });
    }
    if ((grant.from === 'fund') !== (grant.fund !== undefined)) {
      context.addIssue({
        code: 'custom',
        message: 'fund goes with from: fund',
        path: ['fund'],
        params: { code: 'pack/grant-fund' },
      });
    }
  })
  .readonly();
export interface Grant extends z.infer<typeof Grant> {}

/** What every member gives from time to time: "four hours a year for the office". `joining` once in a life, `month` and `year` once in each. */
export const Dues = z
  .strictObject({
    code: Code,
    words: Text.optional(),
    on: z.enum(['joining', 'month', 'year']),
    who: PersonCondition.optional(),
    amount: Amount,
    to: z.enum(['pool', 'issuer']),
  })
  .readonly();
export interface Dues extends z.infer<typeof Dues> {}

/**
 * what another community's credit is worth here. `num / den` of ours for one of theirs; `limit` is how far one may
 * owe the other before they settle. In force from the day `from` and before the day `until`.
 */
const Clearing = z
  .strictObject({
    with: Codes,
    num: z.int().positive().max(10_000),
    den: z.int().positive().max(10_000),
    limit: Amount.optional(),
    settle: Period.optional(),
    from: LocalDate.optional(),
    until: LocalDate.optional(),
  })
  .readonly();

/**
 * How accounts behave, as data. What is left out is the plain case: nobody stands below 0, nothing expires, a reversal
 * that breaks a floor is blocked, money is not convertible. Amounts are whole units of the ledger.
 */
export const AccountRules = z
  .strictObject({
    floors: z
      .strictObject({ person: Floor.optional(), group: Floor.optional(), organisation: Floor.optional() })
      .readonly()
      .optional(),
    ceilings: z
      .strictObject({ person: Ceiling.optional(), group: Ceiling.optional(), organisation: Ceiling.optional() })
      .readonly()
      .optional(),
    creditLimit: CreditLimit.optional(),
    expiry: Expiry.optional(),
    inactivity: Inactivity.optional(),
    freeze: Freeze.optional(),
    death: Ending.optional(),
    exit: Ending.optional(),
    reversal: ReversalPolicy.optional(),
    disputes: Disputes.optional(),
    /** Fewest first. */
    honours: z.array(Honour).min(1).readonly().optional(),
    money: Money.optional(),
    grants: z.array(Grant).min(1).readonly().optional(),
    dues: z.array(Dues).min(1).readonly().optional(),
    clearing: z.array(Clearing).min(1).readonly().optional(),
  })
  .readonly();
export interface AccountRules extends z.infer<typeof AccountRules> {}

/** Where a standard says nothing about accounts. */
export const plainAccounts: AccountRules = {};
