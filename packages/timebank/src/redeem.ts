import { type Decision, no, type Reason, yes } from '@linli/model';
import { amountRefusals, floorRefusals, limitRefusals, needRefusals } from './exchange/check-account.ts';
import { ageRefusals, holderRefusals, placeRefusals, recipientRefusals } from './exchange/check-person.ts';
import { isClauseInForce } from './exchange/in-force.ts';
import { type Coins, type Redeemed, type RedeemFacts, RedeemRequest } from './exchange/request.ts';
import { secondsOf, unitSecondsOf, unitsOf } from './pack/amount.ts';
import type { ExchangeStandard, Offer } from './pack/exchange-standard.ts';
import { isInForce } from './pack/standard-fields.ts';
import { lacks } from './person-facts.ts';
import type { RedeemCode } from './texts/redeem.ts';

/** A transfer holds no more; below it every product stays exact. */
const mostUnits = 1_000_000_000_000;

/**
 * Whether a request is within the standard, and what it takes. A no lists every condition not met: holder, recipient,
 * place, age, person, account, amount, limits. Where the standard lets somebody without credit pay a donation, `units` is 0
 * and what the account lacks does not count.
 */
export function redeem(request: RedeemRequest, standard: ExchangeStandard, facts: RedeemFacts): Decision<Redeemed, RedeemCode> {
  const parsed = RedeemRequest.safeParse(request);
  if (!parsed.success) return no('request/invalid', { path: parsed.error.issues[0]?.path.join('.') ?? '' });
  const asked = parsed.data;
  const { id: packId, edition, unit } = standard;
  if (!isInForce(standard, asked.date)) return no('standard/not-in-force', { packId, edition, date: asked.date });
  const offer = standard.offers.find(({ code }) => code === asked.offer);
  const forbidden = standard.forbidden?.find(({ kind }) => kind === (offer?.kind ?? asked.kind));
  if (forbidden !== undefined) {
    const { kind, because } = forbidden;
    return no('offer/forbidden', { kind, becauseZh: because.zh, becauseEn: because.en });
  }
  if (offer === undefined) return no('offer/unknown', { offer: asked.offer });
  if (!isClauseInForce(offer, asked.date)) return no('offer/not-in-force', { offer: offer.code, date: asked.date });

  const priced = priceOf(offer, asked.quantity, standard);
  if (!priced.ok) return priced;
  const { units, gives } = priced.value;
  if (units > mostUnits) return no('request/invalid', { path: 'quantity' });
  const donation = donationInstead(standard, facts, units);
  const [first, ...others] = [
    ...holderRefusals(standard, 'redeem', facts),
    ...recipientRefusals(standard, offer, asked, facts),
    ...placeRefusals(standard, asked),
    ...ageRefusals(standard, facts, asked.date),
    ...(standard.who === undefined ? [] : lacks(standard.who, facts, asked.date, 'person')),
    ...(offer.who === undefined ? [] : lacks(offer.who, facts, asked.date, 'person')),
    ...(donation === null ? accountRefusals(standard, offer, facts, units) : []),
    ...amountRefusals(standard, units),
    ...(donation === null ? limitRefusals(standard, offer, facts, units, asked.date) : []),
  ] as readonly Reason<RedeemCode>[];
  if (first !== undefined) return { ok: false, reasons: [first, ...others] };

  const value = { offer: offer.code, quantity: asked.quantity, asset: unit.asset, packId, edition };
  if (donation === null) return yes({ ...value, units, gives, donation }, priced.reasons);
  const paid: Reason<RedeemCode> = {
    code: 'redemption/donation-instead',
    data: { coins: donation.coins, asset: donation.asset },
  };
  return yes({ ...value, units: 0, gives, donation }, [...priced.reasons, paid]);
}

function accountRefusals(
  standard: ExchangeStandard,
  offer: Offer,
  facts: RedeemFacts,
  units: number,
): readonly Reason<RedeemCode>[] {
  if (facts.isMember === false) return [{ code: 'person/not-a-member' }];
  return [
    ...needRefusals(standard.needs, standard.unit, facts),
    ...needRefusals(offer.needs, standard.unit, facts),
    ...floorRefusals(facts, units),
  ];
}

interface Priced {
  readonly units: number;
  readonly gives: Coins | null;
}

/** What so many pieces take, or what was put into a table and the row it reaches. */
function priceOf({ price, gives, table }: Offer, quantity: number, { unit }: ExchangeStandard): Decision<Priced, RedeemCode> {
  if (table === undefined) {
    const priceUnits = unitsOf(price ?? {}, unit);
    const units = priceUnits * quantity;
    const worth = gives === undefined ? null : { asset: gives.asset, coins: gives.coins * quantity };
    return yes({ units, gives: worth }, [{ code: 'redemption/priced', data: { priceUnits, quantity, units } }]);
  }
  const put = unitsOf({ units: quantity }, unit);
  const row = table.rows.findLast(({ from }) => unitsOf(from, unit) <= put);
  if (row === undefined) {
    return no('redemption/below-table', { units: put, minimumUnits: unitsOf(table.rows[0]!.from, unit) });
  }
  const fromUnits = unitsOf(row.from, unit);
  const { asset, takes } = table;
  const reason: Reason<RedeemCode> = {
    code: 'redemption/by-table',
    data: { units: put, fromUnits, coins: row.coins, asset },
  };
  return yes({ units: takes === 'all' ? put : fromUnits, gives: { asset, coins: row.coins } }, [reason]);
}

/** the donation of somebody who has no credit to give, a part of `per` counting in full. */
function donationInstead({ instead, unit }: ExchangeStandard, facts: RedeemFacts, units: number): Coins | null {
  if (instead === undefined) return null;
  const { isMember = true, balanceUnits } = facts;
  const who = isMember ? 'member-without-credit' : 'non-member';
  if (!instead.who.includes(who) || (isMember && balanceUnits > 0)) return null;
  const parts = Math.ceil((units * unitSecondsOf(unit)) / secondsOf(instead.per, unit));
  return { asset: instead.asset, coins: instead.coins * parts };
}
