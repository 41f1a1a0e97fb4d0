import { type Birth, type Decision, isAtLeast, LocalDate, no, type Reason, yes } from '@linli/model';
import { z } from 'zod';
import type { ExchangeStandard } from './pack/exchange-standard.ts';
import { type Asset, isInForce } from './pack/standard-fields.ts';
import type { RedeemCode } from './texts.ts';

/** What somebody asks for. `recipient` is a code of kinship, `self` for one's own use; null where nobody asked. */
export const RedeemRequest = z
  .strictObject({
    offer: z.string().min(1),
    quantity: z.int().positive().max(1_000_000),
    recipient: z.string().min(1).nullable(),
    date: LocalDate,
  })
  .readonly();
export interface RedeemRequest extends z.infer<typeof RedeemRequest> {}

/** What a standard may ask about the one who redeems. Units in the standard's asset; an empty `hardship` is not a no. */
export interface RedeemFacts {
  readonly birth: Birth | null;
  readonly hardship: readonly string[];
  readonly balanceUnits: number;
  /** All that was ever earned, spent or not. */
  readonly earnedUnits: number;
}

/** What may be taken from the account, and for what. */
export interface Redeemed {
  readonly offer: string;
  readonly quantity: number;
  readonly asset: Asset;
  readonly units: number;
  readonly packId: string;
  readonly edition: number;
}

/** Whether a request is within the standard. A no lists every condition not met: recipient, age, account, then amount. */
export function redeem(request: RedeemRequest, standard: ExchangeStandard, facts: RedeemFacts): Decision<Redeemed, RedeemCode> {
  const parsed = RedeemRequest.safeParse(request);
  if (!parsed.success) return no('request/invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const { offer: code, quantity, recipient, date } = parsed.data;
  const { id: packId, edition } = standard;
  if (!isInForce(standard, date)) return no('standard/not-in-force', { packId, edition, date });
  const offer = standard.offers.find((offered) => offered.code === code);
  if (offer === undefined) return no('offer/unknown', { offer: code });

  const units = offer.price * quantity;
  const [first, ...others] = [
    ...recipientRefusals(standard, recipient),
    ...ageRefusals(standard, facts, date),
    ...accountRefusals(standard, facts, units),
    ...amountRefusals(standard, units),
  ];
  if (first !== undefined) return { ok: false, reasons: [first, ...others] };
  const priced: Reason<RedeemCode> = { code: 'redemption/priced', data: { priceUnits: offer.price, quantity, units } };
  return yes({ offer: code, quantity, asset: standard.unit.asset, units, packId, edition }, [priced]);
}

type Refusals = readonly Reason<RedeemCode>[];

function recipientRefusals({ recipients }: ExchangeStandard, recipient: string | null): Refusals {
  if (recipient === null) return [{ code: 'recipient/unknown' }];
  return recipients.includes(recipient) ? [] : [{ code: 'recipient/not-allowed', data: { recipient } }];
}

function ageRefusals({ age }: ExchangeStandard, { birth, hardship }: RedeemFacts, date: LocalDate): Refusals {
  if (age === undefined) return [];
  const { years } = age;
  const isOrdinary = isAtLeast(birth, years, date);
  if (isOrdinary === true) return [];
  const exception = age.hardship;
  const isEarlier = exception === undefined ? false : isAtLeast(birth, exception.years, date);
  const isOnRecord = exception?.codes.some((code) => hardship.includes(code)) ?? false;
  if (isEarlier === true && isOnRecord) return [];
  if (isOrdinary === undefined || (isEarlier === undefined && isOnRecord)) {
    return [{ code: 'person/age-unknown', data: { years } }];
  }
  return exception !== undefined && isEarlier !== false
    ? [{ code: 'person/too-young-without-hardship', data: { years, hardshipYears: exception.years } }]
    : [{ code: 'person/too-young', data: { years } }];
}

function accountRefusals(standard: ExchangeStandard, facts: RedeemFacts, units: number): Refusals {
  const { balanceUnits, earnedUnits } = facts;
  const refusals: Reason<RedeemCode>[] = [];
  if (earnedUnits < standard.minimumEarnedUnits) {
    refusals.push({ code: 'account/earned-too-little', data: { earnedUnits, minimumUnits: standard.minimumEarnedUnits } });
  }
  if (balanceUnits < standard.minimumBalanceUnits) {
    refusals.push({ code: 'account/below-minimum', data: { balanceUnits, minimumUnits: standard.minimumBalanceUnits } });
  }
  if (balanceUnits < units) refusals.push({ code: 'account/below-floor', data: { balanceUnits, units } });
  return refusals;
}

function amountRefusals({ grainUnits, minimumUnits }: ExchangeStandard, units: number): Refusals {
  const refusals: Reason<RedeemCode>[] = [];
  if (units % grainUnits !== 0) refusals.push({ code: 'redemption/off-grain', data: { units, grainUnits } });
  if (units < minimumUnits) refusals.push({ code: 'redemption/below-minimum', data: { units, minimumUnits } });
  return refusals;
}
