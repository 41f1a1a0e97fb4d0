import type * as z from 'zod';
import type { ExchangeStandard } from '../exchange-standard.ts';
import type { ExchangeStandard1 } from './exchange-standard-1.ts';

/** A standard of format 1 in the words of format 2; it answers every request as before. */
export function exchangeTo2(standard: ExchangeStandard1): z.input<typeof ExchangeStandard> {
  const { offers, grainUnits, minimumUnits, age, minimumBalanceUnits, minimumEarnedUnits, recipients, ...head } = standard;
  const amount = (units: number): { seconds: number } | { units: number } =>
    standard.unit.asset === 'second' ? { seconds: units } : { units };
  const { years, hardship } = age ?? {};
  return {
    ...head,
    format: 'linli-exchange-standard/2',
    offers: offers.map(({ price, ...offer }) => ({ ...offer, price: amount(price) })),
    recipients: [{ kin: recipients }],
    grain: amount(grainUnits),
    minimum: amount(minimumUnits),
    needs: { balance: amount(minimumBalanceUnits), earned: amount(minimumEarnedUnits) },
    ...(years === undefined
      ? {}
      : { age: { from: years, ...(hardship && { hardship: { from: hardship.years, anyMark: hardship.codes } }) } }),
  };
}
