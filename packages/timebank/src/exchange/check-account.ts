import type { LocalDate, Reason } from '@linli/model';
import { type Unit, unitsOf } from '../pack/amount.ts';
import type { ExchangeStandard, Offer } from '../pack/exchange-standard.ts';
import { isWithin, periodOf } from '../pack/period.ts';
import type { RedeemCode } from '../texts/redeem.ts';
import type { RedeemFacts } from './request.ts';

type Refusals = readonly Reason<RedeemCode>[];

/** what must be there before anything may be asked for. */
export function needRefusals(needs: ExchangeStandard['needs'], unit: Unit, facts: RedeemFacts): Refusals {
  const { balanceUnits, earnedUnits, stars = 0 } = facts;
  const refusals: Reason<RedeemCode>[] = [];
  const earned = needs?.earned === undefined ? 0 : unitsOf(needs.earned, unit);
  const balance = needs?.balance === undefined ? undefined : unitsOf(needs.balance, unit);
  if (earnedUnits < earned) refusals.push({ code: 'account/earned-too-little', data: { earnedUnits, minimumUnits: earned } });
  if (balance !== undefined && balance > 0 && balanceUnits < balance) {
    refusals.push({ code: 'account/below-minimum', data: { balanceUnits, minimumUnits: balance } });
  }
  if (needs?.star !== undefined && stars < needs.star) {
    refusals.push({ code: 'account/too-few-stars', data: { stars, neededStars: needs.star } });
  }
  return refusals;
}

/** the account pays as far down as its floor. */
export const floorRefusals = ({ balanceUnits, belowUnits = 0 }: RedeemFacts, units: number): Refusals =>
  balanceUnits + belowUnits >= units ? [] : [{ code: 'account/below-floor', data: { balanceUnits, units } }];

/** grain and minimum look at the whole price. */
export function amountRefusals({ grain, minimum, unit }: ExchangeStandard, units: number): Refusals {
  const refusals: Reason<RedeemCode>[] = [];
  const grainUnits = grain === undefined ? 1 : unitsOf(grain, unit);
  const minimumUnits = minimum === undefined ? 0 : unitsOf(minimum, unit);
  if (units % grainUnits !== 0) refusals.push({ code: 'redemption/off-grain', data: { units, grainUnits } });
  if (units < minimumUnits) refusals.push({ code: 'redemption/below-minimum', data: { units, minimumUnits } });
  return refusals;
}

/** Limits of the standard look at all that was spent, limits of an offer at what was spent on it. */
export function limitRefusals(
  standard: ExchangeStandard,
  offer: Offer,
  facts: RedeemFacts,
  units: number,
  on: LocalDate,
): Refusals {
  const spent = facts.spent ?? [];
  const judge = (limits: Offer['limits'], counted: typeof spent): Refusals =>
    (limits ?? []).flatMap(({ most, share, per, yearFrom }): Refusals => {
      const days = periodOf(per, on, yearFrom);
      const mostUnits =
        share === undefined ? unitsOf(most!, standard.unit) : Math.floor((facts.earnedUnits * Math.round(share * 1000)) / 1000);
      const spentUnits = counted.reduce((sum, one) => sum + (isWithin(days, one.date) ? one.units : 0), 0);
      return spentUnits + units <= mostUnits
        ? []
        : [{ code: 'redemption/above-limit', data: { mostUnits, spentUnits, units, per } }];
    });
  return [
    ...judge(standard.limits, spent),
    ...judge(
      offer.limits,
      spent.filter((one) => one.offer === offer.code),
    ),
  ];
}
