import { LocalDate, Text } from '@linli/model';
import * as z from 'zod';

/** What a ledger counts in: whole seconds of service, or whole points. One never turns into the other by itself. */
const Asset = z.enum(['second', 'point']);

/** What credit and exchange standards share. `id` and `edition` are the adopter's own; `effective` is half-open in local days. */
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
  source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
  /** `scaleSeconds`: how many seconds of credit people call one of `words`, e.g. 3600 for a coin an hour. */
  unit: z.strictObject({ asset: Asset, scaleSeconds: z.int().positive(), words: Text }).readonly(),
};
