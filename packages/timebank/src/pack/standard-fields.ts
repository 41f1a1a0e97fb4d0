import { LocalDate, Text } from '@linli/model';
import { z } from 'zod';

/** What a ledger counts in: whole seconds of service, or whole points. One never turns into the other by itself. */
export const Asset = z.enum(['second', 'point']);
export type Asset = z.infer<typeof Asset>;

/** What credit and exchange standards share. `id` and `edition` are the adopter's own; `effective` is half-open in local days. */
export const standardFields = {
  id: z.string().min(1),
  edition: z.int().positive(),
  effective: z
    .strictObject({ from: LocalDate, until: LocalDate.optional() })
    .refine(({ from, until }) => until === undefined || from < until, { error: 'a standard is in force for at least one day' })
    .readonly(),
  name: Text,
  /** `read`: in the rule itself; `reported`: in somebody's account of it; `assumed`: ours, to be confirmed. */
  source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
  /** `scaleSeconds`: how many seconds of credit people call one of `words`, e.g. 3600 for a coin an hour. */
  unit: z.strictObject({ asset: Asset, scaleSeconds: z.int().positive(), words: Text }).readonly(),
};

interface Effective {
  readonly effective: { readonly from: LocalDate; readonly until?: LocalDate | undefined };
}

/** Old services keep the old rules: what counts is the day of the service, not the day of the question. */
export const isInForce = ({ effective: { from, until } }: Effective, on: LocalDate): boolean =>
  from <= on && (until === undefined || on < until);
