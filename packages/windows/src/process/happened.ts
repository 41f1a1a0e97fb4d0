import { Instant, PersonId } from '@linli/model';
import * as z from 'zod';

/** The stem of every event: its type, its id and when it happened. */
export const happened = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), id: z.string().min(1), at: Instant });

/** An event that somebody answers for: `by` did it, or says so. */
export const doneBy = <Type extends string>(type: Type) => happened(type).extend({ by: PersonId });
