import * as z from 'zod';
import { CallId, PersonId } from '../ids.ts';
import { Instant } from '../time/instant.ts';

/** `no-answer` covers a phone that is off or rings out: nobody was reached, so nothing is known of any need. */
export const CallOutcome = z.enum(['reached', 'no-answer', 'refused', 'call-back']);
export type CallOutcome = z.infer<typeof CallOutcome>;

/** One thing to buy. Quantity and unit are null where the words did not tell them; the words are always kept. */
export const OrderLine = z
  .strictObject({
    words: z.string().min(1),
    item: z.string().min(1),
    quantity: z.int().positive().nullable(),
    unit: z.string().nullable(),
  })
  .readonly();
export interface OrderLine extends z.infer<typeof OrderLine> {}

/** A service asked for. `category` is null where the catalogue has no such words: a person must look. */
export const Request = z.strictObject({ words: z.string().min(1), category: z.string().nullable() }).readonly();
export interface Request extends z.infer<typeof Request> {}

/** One phone call of the daily round. */
export const Call = z
  .strictObject({
    id: CallId,
    at: Instant,
    /** Null: the name written down fits several residents, the `candidates`, and nobody guesses which. */
    residentId: PersonId.nullable(),
    candidates: z.array(PersonId).readonly(),
    outcome: CallOutcome,
    order: z.array(OrderLine).readonly(),
    request: Request.nullable(),
    emergency: z.boolean(),
    takenBy: PersonId.nullable(),
  })
  .readonly();
export interface Call extends z.infer<typeof Call> {}
