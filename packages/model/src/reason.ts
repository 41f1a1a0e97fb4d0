import * as z from 'zod';
import type { Reason as ToldReason } from './decision.ts';

/** A reason as it is kept and read back: by itself, in a record, whichever station gave it. */
export const Reason = z
  .strictObject({
    code: z.string().min(1),
    data: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .readonly()
      .exactOptional(),
  })
  .readonly();
export type Reason<Code extends string = string> = ToldReason<Code>;
