import * as z from 'zod';
import { PersonId, ServiceId } from '../ids.ts';
import { Instant } from '../time/instant.ts';

/** For whom a service was done. `uncertain`: the name fits several residents, and nobody guesses which. */
export const Beneficiary = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), personId: PersonId }),
  z.strictObject({ kind: z.literal('public') }),
  z.strictObject({ kind: z.literal('uncertain'), candidates: z.array(PersonId).readonly() }),
]);
export type Beneficiary = z.infer<typeof Beneficiary>;

/** One service that was done, as it was written down. What it earns is decided by `timebank`. */
export const ServiceRecord = z
  .strictObject({
    id: ServiceId,
    helperId: PersonId,
    /** Catalogue code. */
    category: z.string().min(1),
    from: Instant,
    until: Instant,
    beneficiary: Beneficiary,
    /** Kinds of proof at hand: `sign-in-out`, `beneficiary`, `coordinator`, `photo`. Empty: none yet. */
    evidence: z.array(z.string()).readonly(),
  })
  .refine(({ from, until }) => from < until, { error: 'a service ends after it starts' })
  .readonly();
export interface ServiceRecord extends z.infer<typeof ServiceRecord> {}
