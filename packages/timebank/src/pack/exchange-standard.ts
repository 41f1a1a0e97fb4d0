import { LocalDate, Text } from '@linli/model';
import * as z from 'zod';
import type { Holder } from './account-rules.ts';
import { Amount, Asset, secondsOf, type Unit } from './amount.ts';
import { checkRising } from './credit-standard.ts';
import { MonthDay, Period } from './period.ts';
import { Code, Codes, PersonCondition } from './person-condition.ts';
import { standardFields } from './standard-fields.ts';
import { checkAmounts } from './whole-amounts.ts';

const Years = z.int().nonnegative().max(150);
const Coins = z.int().nonnegative().max(1_000_000_000);

/** In force from the day `from` on and before the day `until`; without them always. */
const clause = { from: LocalDate.optional(), until: LocalDate.optional() };

/** what something is: `service`, `paid-service`, `goods`, `money`, `fee`, `place` in a home, `activity`, `other`. */
const OfferKind = z.enum(['service', 'paid-service', 'goods', 'money', 'fee', 'place', 'activity', 'other']);

/** At most so much in a period: an amount, or with `share` that part of all that was ever earned (0.2 is a fifth). */
const Limit = z
  .strictObject({
    most: Amount.optional(),
    share: z.number().positive().max(1).multipleOf(0.001).optional(),
    per: Period,
    yearFrom: MonthDay.optional(),
  })
  .superRefine(({ most, share }, context) => {
    if ((most === undefined) === (share === undefined)) {
      context.addIssue({ code: 'custom', message: 'most or share', params: { code: 'pack/most-or-share' } });
    }
  })
  .readonly();

/** What must be there before something may be asked for; it is not used up by that. */
const Needs = z
  .strictObject({
    balance: Amount.optional(),
    /** All that was ever earned, spent or not. */
    earned: Amount.optional(),
    /** by the stars of the account rules. */
    star: z.int().positive().max(100).optional(),
  })
  .readonly();

/** What one piece is worth in another asset, in its smallest coins: `{ asset: cny, coins: 100 }` is one yuan. */
const Gives = z.strictObject({ asset: Asset, coins: Coins }).readonly();

/**
 * A table: put in at least `from`, get `coins`. The last row that is reached counts. `takes`: `all` that was put in, or only
 * what the row `reached` asks for.
 */
const Table = z
  .strictObject({
    asset: Asset,
    takes: z.enum(['all', 'reached']),
    rows: z
      .array(z.strictObject({ from: Amount, coins: Coins }).readonly())
      .min(1)
      .readonly(),
  })
  .readonly();

/** One thing credit may buy: at a `price` for one piece, or by a `table`. */
const Offer = z
  .strictObject({
    code: Code,
    kind: OfferKind.optional(),
    words: Text,
    price: Amount.optional(),
    gives: Gives.optional(),
    table: Table.optional(),
    needs: Needs.optional(),
    /** Who may have it, beside what `who` asks of everybody. */
    who: PersonCondition.optional(),
    /** For whom it may be, of those the standard's `recipients` let in; without it for all of them. */
    kin: Codes.optional(),
    limits: z.array(Limit).min(1).readonly().optional(),
    ...clause,
  })
  .superRefine(({ price, table, gives }, context) => {
    if ((price === undefined) === (table === undefined)) {
      context.addIssue({ code: 'custom', message: 'price or table', params: { code: 'pack/price-or-table' } });
    }
    if (table !== undefined && gives !== undefined) {
      context.addIssue({ code: 'custom', message: 'table', path: ['gives'], params: { code: 'pack/price-or-table' } });
    }
  })
  .readonly();
export interface Offer extends z.infer<typeof Offer> {}

/** from `from` years on; from the earlier `hardship.from` for somebody with any of its marks on record. */
const AgeGate = z
  .strictObject({
    from: Years,
    hardship: z.strictObject({ from: Years, anyMark: Codes }).readonly().optional(),
  })
  .superRefine(({ from, hardship }, context) => {
    if (hardship !== undefined && hardship.from >= from) {
      const params = { code: 'pack/hardship-not-earlier', years: from };
      context.addIssue({ code: 'custom', message: 'not earlier', path: ['hardship', 'from'], params });
    }
  })
  .readonly();

/**
 * Whom something may be for, by kinship to the holder: `self`, `spouse`, `parent`, `child`, `friend`, `neighbour`, ..., the
 * groups `lineal` and `family`, or `anyone`; and what is asked of that person.
 */
const Recipient = z.strictObject({ kin: Codes, person: PersonCondition.optional(), ...clause }).readonly();

/** who may be given credit. `after`: while the holder lives, or once dead. */
const Gift = z
  .strictObject({
    to: Codes,
    person: PersonCondition.optional(),
    after: z.enum(['life', 'death']).optional(),
    byApproval: z.boolean().optional(),
    ...clause,
  })
  .readonly();

/** to whom credit may be donated: `pool`, `charity`, `person`, ... */
const Donation = z.strictObject({ to: Codes, person: PersonCondition.optional(), ...clause }).readonly();

/** Where something may be used, seen from the holder's own community: `same-community`, `same-district`, `same-city`, `elsewhere`. */
const Place = z.strictObject({ places: Codes, ...clause }).readonly();

/** what the holders of each kind of account may do. A group that is not mentioned may donate only. */
const Act = z.enum(['redeem', 'gift', 'donate']);
const Acts = z.array(Act).readonly().optional();
const May = z.strictObject({ person: Acts, group: Acts, organisation: Acts } satisfies Record<Holder, typeof Acts>).readonly();

/** who may pay a donation instead of credit: `coins` for each `per`, a part of it counting in full. */
const Instead = z
  .strictObject({
    who: z
      .array(z.enum(['non-member', 'member-without-credit']))
      .min(1)
      .readonly(),
    asset: Asset,
    coins: Coins,
    per: Amount,
  })
  .readonly();

/** what may never be bought, and why. */
const Forbidden = z.strictObject({ kind: OfferKind, because: Text }).readonly();

/** The part of a standard that says what credit may buy and where it may go. */
export const exchangeFields = {
  offers: z.array(Offer).min(1).readonly(),
  recipients: z.array(Recipient).min(1).readonly(),
  age: AgeGate.optional(),
  who: PersonCondition.optional(),
  needs: Needs.optional(),
  /** a redemption is a whole multiple of `grain`, and not less than `minimum`. */
  grain: Amount.optional(),
  minimum: Amount.optional(),
  limits: z.array(Limit).min(1).readonly().optional(),
  places: z.array(Place).min(1).readonly().optional(),
  may: May.optional(),
  gifts: z.array(Gift).min(1).readonly().optional(),
  donations: z.array(Donation).min(1).readonly().optional(),
  instead: Instead.optional(),
  forbidden: z.array(Forbidden).min(1).readonly().optional(),
};
const ExchangeFields = z.strictObject(exchangeFields);

/** What credit may buy, as data: offers and the conditions of using them. */
export const ExchangeStandard = z
  .strictObject({ format: z.literal('linli-exchange-standard/2'), ...standardFields, ...exchangeFields })
  .superRefine((standard, context) => checkExchange(standard, standard.unit, context, []))
  .readonly();
export interface ExchangeStandard extends z.infer<typeof ExchangeStandard> {}

/** What no offer can see alone. */
export function checkExchange(
  exchange: z.infer<typeof ExchangeFields>,
  unit: Omit<Unit, 'words'>,
  context: z.RefinementCtx,
  path: readonly (string | number)[],
): void {
  const { offers, needs, grain, minimum, limits, instead } = exchange;
  checkAmounts({ offers, needs, grain, minimum, limits }, unit, true, context, path);
  checkAmounts({ instead }, unit, false, context, path);
  const fault = (code: string, inside: readonly (string | number)[], data: object = {}): void =>
    context.addIssue({ code: 'custom', message: code, path: [...path, ...inside], params: { code, ...data } });

  if (unit.asset === 'count') fault('pack/count-buys-nothing', ['offers']);
  if (grain !== undefined && secondsOf(grain, unit) === 0) fault('pack/amount-zero', ['grain']);
  if (instead !== undefined && secondsOf(instead.per, unit) === 0) fault('pack/amount-zero', ['instead', 'per']);
  const places = new Map<string, number>();
  for (const [index, { code, table }] of offers.entries()) {
    const earlier = places.get(code);
    if (earlier !== undefined) fault('pack/offer-twice', ['offers', index, 'code'], { offer: code, place: earlier + 1 });
    else places.set(code, index);
    if (table === undefined) continue;
    checkRising(
      table.rows.map(({ from }) => secondsOf(from, unit)),
      (row) => fault('pack/rows-not-rising', ['offers', index, 'table', 'rows', row, 'from']),
    );
  }
}
