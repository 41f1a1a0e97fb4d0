import { Text } from '@linli/model';
import * as z from 'zod';
import { standardFields } from './standard-fields-1.ts';

const code = z.string().min(1);
const years = z.int().nonnegative();
const Units = z.int().nonnegative();

/** One thing credit may buy. `price` is in whole units of the standard's asset, for one piece. */
const Offer = z.strictObject({ code, words: Text, price: z.int().positive() }).readonly();

/** From `years` on; from the earlier `hardship.years` for somebody with one of the codes on record. */
const AgeGate = z
  .strictObject({
    years,
    hardship: z
      .strictObject({ years, codes: z.array(code).min(1).readonly() })
      .readonly()
      .optional(),
  })
  .superRefine(({ years: ordinary, hardship }, context) => {
    if (hardship !== undefined && hardship.years >= ordinary) {
      const params = { code: 'pack/hardship-not-earlier', years: ordinary };
      context.addIssue({ code: 'custom', message: 'the exception for hardship starts at an earlier age', params });
    }
  })
  .readonly();

/** The first format, frozen: files of it are read for good and become the next one by `exchangeTo2`. Units are the ledger's. */
export const ExchangeStandard1 = z
  .strictObject({
    format: z.literal('linli-exchange-standard/1'),
    ...standardFields,
    offers: z.array(Offer).min(1).readonly(),
    /** A redemption is a whole multiple of this many units ... */
    grainUnits: z.int().positive(),
    /** ... and not less than this many. */
    minimumUnits: Units,
    age: AgeGate.optional(),
    /** What must stand in the account before a redemption. */
    minimumBalanceUnits: Units,
    /** What must ever have been earned, spent or not: the star that unlocks redemption. */
    minimumEarnedUnits: Units,
    /** Whom it may be for: `self`, `spouse`, `parent` and other codes of kinship. */
    recipients: z.array(code).min(1).readonly(),
  })
  .superRefine(({ offers }, context) => {
    const seen = new Set<string>();
    for (const [index, offer] of offers.entries()) {
      if (seen.has(offer.code)) {
        const params = {
          code: 'pack/offer-twice',
          offer: offer.code,
          place: offers.findIndex(({ code: one }) => one === offer.code) + 1,
        };
        context.addIssue({ code: 'custom', path: ['offers', index, 'code'], message: 'the code of another offer', params });
      }
      seen.add(offer.code);
    }
  })
  .readonly();
export interface ExchangeStandard1 extends z.infer<typeof ExchangeStandard1> {}
