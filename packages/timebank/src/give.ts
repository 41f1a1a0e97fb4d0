import { type Decision, LocalDate, no, type Reason, yes } from '@linli/model';
import * as z from 'zod';
import { floorRefusals } from './exchange/check-account.ts';
import { holderRefusals } from './exchange/check-person.ts';
import { isClauseInForce } from './exchange/in-force.ts';
import type { RedeemFacts } from './exchange/request.ts';
import type { CreditAsset } from './pack/amount.ts';
import type { ExchangeStandard } from './pack/exchange-standard.ts';
import { isKin } from './pack/kin.ts';
import { isInForce } from './pack/standard-fields.ts';
import { lacks, PersonFacts } from './person-facts.ts';
import type { RedeemCode } from './texts/redeem.ts';

/**
 * Credit that is to go to somebody else for nothing. A `gift` goes `to` a kinship of the holder, a `donate` to `pool`,
 * `charity` or `person`. `after`: in the holder's life, or at death. Units are the ledger's.
 */
export const GiveRequest = z
  .strictObject({
    act: z.enum(['gift', 'donate']),
    to: z.string().min(1),
    units: z.int().positive().max(1_000_000_000_000),
    date: LocalDate,
    recipientFacts: PersonFacts.nullable().optional(),
    after: z.enum(['life', 'death']).optional(),
    isApproved: z.boolean().optional(),
  })
  .readonly();
export interface GiveRequest extends z.infer<typeof GiveRequest> {}

/** What may go, and under which edition. */
export interface Given {
  readonly act: 'gift' | 'donate';
  readonly to: string;
  readonly asset: CreditAsset;
  readonly units: number;
  readonly packId: string;
  readonly edition: number;
}

/** whether credit may be given away. A no lists every condition not met: holder, clause, recipient, balance. */
export function give(request: GiveRequest, standard: ExchangeStandard, facts: RedeemFacts): Decision<Given, RedeemCode> {
  const parsed = GiveRequest.safeParse(request);
  if (!parsed.success) return no('request/invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const asked = parsed.data;
  const { act, to, units, date } = asked;
  const { id: packId, edition, unit } = standard;
  if (!isInForce(standard, date)) return no('standard/not-in-force', { packId, edition, date });
  const [first, ...others] = [
    ...holderRefusals(standard, act, facts),
    ...(act === 'gift' ? giftRefusals(standard, asked) : donationRefusals(standard, asked)),
    ...floorRefusals(facts, units),
  ];
  if (first !== undefined) return { ok: false, reasons: [first, ...others] };
  const allowed: Reason<RedeemCode> = { code: act === 'gift' ? 'gift/allowed' : 'donation/allowed', data: { units, to } };
  return yes({ act, to, asset: unit.asset, units, packId, edition }, [allowed]);
}

type Refusals = readonly Reason<RedeemCode>[];

function giftRefusals(
  { gifts = [] }: ExchangeStandard,
  { to, date, after = 'life', isApproved = false, recipientFacts }: GiveRequest,
): Refusals {
  if (gifts.length === 0) return [{ code: 'gift/none' }];
  const data = { to };
  const named = gifts.filter((gift) => isKin(to, gift.to) && isClauseInForce(gift, date));
  if (named.length === 0) return [{ code: 'gift/not-allowed', data }];
  const timely = named.filter((gift) => gift.after === undefined || gift.after === after);
  if (timely.length === 0) return [{ code: after === 'life' ? 'gift/only-after-death' : 'gift/only-while-alive', data }];
  return timely
    .map(
      ({ byApproval = false, person }): Refusals => [
        ...(byApproval && !isApproved ? [{ code: 'gift/needs-approval' as const, data }] : []),
        ...(person === undefined ? [] : lacks(person, recipientFacts ?? {}, date, 'recipient')),
      ],
    )
    .reduce((best, one) => (one.length < best.length ? one : best));
}

function donationRefusals({ donations = [] }: ExchangeStandard, { to, date, recipientFacts }: GiveRequest): Refusals {
  if (donations.length === 0) return [{ code: 'donation/none' }];
  const named = donations.filter((donation) => donation.to.includes(to) && isClauseInForce(donation, date));
  if (named.length === 0) return [{ code: 'donation/not-allowed', data: { to } }];
  return named
    .map(({ person }) => (person === undefined ? [] : lacks(person, recipientFacts ?? {}, date, 'recipient')))
    .reduce((best, one) => (one.length < best.length ? one : best));
}
