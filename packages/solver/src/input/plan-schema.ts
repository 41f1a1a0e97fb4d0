import * as z from 'zod';
import { type Amounts, hardRules, type Plan as PlanRecord, softRules } from '../plan.ts';

/** Every built-in rule of a level, and whatever own rules there were. */
const amounts = <Id extends string>(ids: readonly Id[]): z.ZodType<Amounts<Id>> =>
  z
    .object(Object.fromEntries(ids.map((id) => [id, z.int()])))
    .catchall(z.int())
    .readonly() as unknown as z.ZodType<Amounts<Id>>;

/** A plan as it is kept and read back. That it is one of a certain problem is for `check` to say. */
export const Plan: z.ZodType<PlanRecord> = z
  .strictObject({
    visits: z
      .array(z.strictObject({ visitId: z.string(), helperId: z.string(), from: z.int(), until: z.int() }).readonly())
      .readonly(),
    unassigned: z.array(z.string()).readonly(),
    score: z.strictObject({ hard: amounts(hardRules), medium: amounts(['unassigned']), soft: amounts(softRules) }).readonly(),
  })
  .readonly();
export type Plan = PlanRecord;
