import * as z from 'zod';
import type { Reason } from '../decision.ts';

/** Where a draft was read: the sheet's name and the row as the office program numbers it, from 1. */
export const Origin = z.strictObject({ sheet: z.string(), row: z.int().positive() }).readonly();
export interface Origin extends z.infer<typeof Origin> {}

/** A located remark on what was read. `column` is the header's words, or null where the whole row is meant. */
export interface Remark<Code extends string = string> {
  readonly at: Origin;
  readonly column: string | null;
  readonly reason: Reason<Code>;
}
