import { LocalDate, Text } from '@linli/model';
import * as z from 'zod';
import { CreditAsset } from './amount.ts';

/** How credit is counted. `decimals` of a point: with 1, the ledger keeps tenths of a point. */
const UnitSchema = z
  .strictObject({
    asset: CreditAsset,
    scaleSeconds: z.int().positive().max(864_000),
    decimals: z.int().min(0).max(3).optional(),
    words: Text,
  })
  .superRefine(({ asset, scaleSeconds, decimals = 0 }, context) => {
    if (asset !== 'second' && scaleSeconds % 10 ** decimals !== 0) {
      context.addIssue({
        code: 'custom',
        message: 'the smallest unit is no whole number of seconds',
        path: ['decimals'],
        params: { code: 'pack/decimals-too-fine', scaleSeconds },
      });
    }
  })
  .readonly();

/**
 * What every standard begins with. `id` and `edition` are the adopter's own; `effective` is half-open in local days.
 */
export const standardFields = {
  id: z.string().min(1),
  edition: z.int().positive(),
  effective: z
    .strictObject({ from: LocalDate, until: LocalDate.optional() })
    .superRefine(({ from, until }, context) => {
      if (until !== undefined && until <= from) {
        const params = { code: 'pack/never-in-force', from, until };
        context.addIssue({ code: 'custom', message: 'a standard is in force for at least one day', params });
      }
    })
    .readonly(),
  name: Text,
  /** `read`: in the rule itself; `reported`: in somebody's account of it; `assumed`: ours, to be confirmed. */
  source: z
    .strictObject({
      title: z.string().min(1),
      confidence: z.enum(['read', 'reported', 'assumed']),
      url: z.string().min(1).optional(),
    })
    .readonly(),
  unit: UnitSchema,
};

interface Effective {
  readonly effective: { readonly from: LocalDate; readonly until?: LocalDate | undefined };
}

/** Old services keep the old rules: what counts is the day of the service, not the day of the question. */
export const isInForce = ({ effective: { from, until } }: Effective, on: LocalDate): boolean =>
  from <= on && (until === undefined || on < until);
