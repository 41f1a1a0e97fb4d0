import * as z from 'zod';
import { AccountRules, plainAccounts } from './account-rules.ts';
import { secondsOf, type Unit } from './amount.ts';
import { type CreditStandard, checkRising, checkSteps, creditFields } from './credit-standard.ts';
import { checkExchange, type ExchangeStandard, exchangeFields } from './exchange-standard.ts';
import { standardFields } from './standard-fields.ts';
import { checkAmounts } from './whole-amounts.ts';

/** A whole time bank in one file: what is earned, what it buys, how accounts behave. Each section may be left out, not all. */
export const TimeBankFile = z
  .strictObject({
    format: z.literal('linli-time-bank/2'),
    ...standardFields,
    credit: z.strictObject(creditFields).readonly().optional(),
    exchange: z.strictObject(exchangeFields).readonly().optional(),
    accounts: AccountRules.optional(),
  })
  .superRefine(({ credit, exchange, accounts, unit }, context) => {
    if (credit === undefined && exchange === undefined && accounts === undefined) {
      context.addIssue({ code: 'custom', message: 'nothing in it', params: { code: 'pack/empty' } });
    }
    if (credit !== undefined) checkSteps(credit.steps, unit, context, ['credit']);
    if (exchange !== undefined) checkExchange(exchange, unit, context, ['exchange']);
    if (accounts !== undefined) checkAccounts(accounts, unit, context);
  })
  .readonly();
export interface TimeBankFile extends z.infer<typeof TimeBankFile> {}

function checkAccounts(accounts: AccountRules, unit: Omit<Unit, 'words'>, context: z.RefinementCtx): void {
  checkAmounts(accounts, unit, true, context, ['accounts']);
  const rising = (path: readonly (string | number)[]): void =>
    context.addIssue({ code: 'custom', message: 'not rising', path: [...path], params: { code: 'pack/rows-not-rising' } });
  const { honours = [], creditLimit } = accounts;
  checkRising(
    honours.map(({ from }) => secondsOf(from, unit)),
    (row) => rising(['accounts', 'honours', row, 'from']),
  );
  checkRising(
    honours.map(({ star }) => star),
    (row) => rising(['accounts', 'honours', row, 'star']),
  );
  if (creditLimit !== undefined && secondsOf(creditLimit.most, unit) < secondsOf(creditLimit.from, unit)) {
    rising(['accounts', 'creditLimit', 'most']);
  }
}

/** One edition of a community's rules, ready to be used: whichever of the two standards it has, and its account rules. */
export interface TimeBankPack {
  readonly id: string;
  readonly edition: number;
  readonly effective: CreditStandard['effective'];
  readonly name: CreditStandard['name'];
  readonly source: CreditStandard['source'];
  readonly unit: Unit;
  readonly credit: CreditStandard | null;
  readonly exchange: ExchangeStandard | null;
  readonly accounts: AccountRules;
}

/** A file that was checked, as a pack. */
export function packOfFile({ format: _, credit, exchange, accounts = plainAccounts, ...head }: TimeBankFile): TimeBankPack {
  return {
    ...head,
    credit: credit === undefined ? null : { format: 'linli-credit-standard/2', ...head, ...credit },
    exchange: exchange === undefined ? null : { format: 'linli-exchange-standard/2', ...head, ...exchange },
    accounts,
  };
}

/** One standard by itself, as a pack with plain account rules. */
export function packOfStandard(standard: CreditStandard | ExchangeStandard): TimeBankPack {
  const { id, edition, effective, name, source, unit } = standard;
  const head = { id, edition, effective, name, source, unit, accounts: plainAccounts };
  return standard.format === 'linli-credit-standard/2'
    ? { ...head, credit: standard, exchange: null }
    : { ...head, credit: null, exchange: standard };
}
