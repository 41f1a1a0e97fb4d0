import { LocalDate, type ServiceRecord, type Zone } from '@linli/model';
import * as z from 'zod';
import type { PersonFacts } from './person-facts.ts';

/** What is known of one service beyond its record; whatever is left out is not known. */
export const ServiceFacts = z
  .strictObject({
    difficulty: z.string().min(1).optional(),
    /** Codes such as `institution`, `emergency`, `team`. */
    marks: z.array(z.string().min(1)).readonly().optional(),
    /** Seconds beside the service itself by kind: `travel`, `preparation`. */
    extraSeconds: z.record(z.string(), z.int().nonnegative().max(86_400)).readonly().optional(),
    /** How many were served at once; 1 where it is not said. */
    beneficiaries: z.int().positive().max(10_000).optional(),
    /** How many helpers did it together, and which of them this one is, from 1; 1 where it is not said. */
    helpers: z.int().positive().max(10_000).optional(),
    helperPlace: z.int().positive().max(10_000).optional(),
    /** The day on which the proof was complete. */
    proofOn: LocalDate.optional(),
    disputed: z.boolean().optional(),
  })
  .readonly();
export interface ServiceFacts extends z.infer<typeof ServiceFacts> {}

/** A helper; a model `Helper` is one. `relatives`: how residents are related to the helper, by their id; null is not known. */
export interface Earner extends PersonFacts {
  readonly relatives?: Readonly<Record<string, string>> | null | undefined;
}

/**
 * A service to be judged. `date` is the local day on which it began: a service past midnight counts there whole.
 * `beneficiary` is what is known of the one served, absent or null where nothing is; `judgedOn` is the day of the question.
 */
export interface Service {
  readonly record: ServiceRecord;
  readonly earner: Earner;
  readonly date: LocalDate;
  readonly zone: Zone;
  readonly beneficiary?: PersonFacts | null | undefined;
  readonly facts?: ServiceFacts | undefined;
  readonly judgedOn?: LocalDate | undefined;
}
