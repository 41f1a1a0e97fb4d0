import { Cadence, SelfCare, Text } from '@linli/model';
import * as z from 'zod';

const circumstances = {
  /** Full years on the day that is asked about. */
  minAge: z.int().positive().optional(),
  selfCare: z.array(SelfCare).min(1).readonly().optional(),
  alone: z.literal(true).optional(),
};

/** Whom a duty is for: all that is written must hold, and of `anyOf` at least one. `{}` is for everybody. */
const AppliesTo = z
  .strictObject({ ...circumstances, anyOf: z.array(z.strictObject(circumstances).readonly()).min(1).readonly().optional() })
  .readonly();

/** One duty that a resident is owed. A tie counts towards it when its `duty` is this one's and its role is one of `roles`. */
export const CareDuty = z
  .strictObject({
    code: z.string().min(1),
    name: Text,
    /** Any of these may hold it; the first that fits is the one proposed. */
    roles: z.array(z.string().min(1)).min(1).readonly(),
    duty: z.string().min(1),
    /** A tie that comes round less often than this does not count. */
    cadence: Cadence,
    /** So many different helpers. */
    atLeast: z.int().positive(),
    kind: z.enum(['contact', 'help', 'guard']),
    appliesTo: AppliesTo,
  })
  .readonly();
export interface CareDuty extends z.infer<typeof CareDuty> {}

/** What a community promises its residents, as data. Order of duties is the order of reports. Duty codes are unique. */
export const CareTemplate = z
  .strictObject({
    format: z.literal('linli-care-template/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    duties: z
      .array(CareDuty)
      .min(1)
      .refine((duties) => new Set(duties.map(({ code }) => code)).size === duties.length, { error: 'a duty code is used twice' })
      .readonly(),
  })
  .readonly();
export interface CareTemplate extends z.infer<typeof CareTemplate> {}
