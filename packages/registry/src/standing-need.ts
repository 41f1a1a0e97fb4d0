import { DeliveryMode, Seconds, Text } from '@linli/model';
import * as z from 'zod';

/** A need that comes round by itself for everybody it applies to, until it is taken out of the list. */
export const StandingNeed = z
  .strictObject({
    /** Unique in its list; part of every demand's id. */
    code: z.string().regex(/^[a-z][a-z0-9-]*$/),
    name: Text,
    /** Catalogue code. */
    category: z.string().min(1),
    mode: DeliveryMode,
    /** ISO weekdays on which it comes round, 1 is Monday. */
    weekdays: z.array(z.int().min(1).max(7)).min(1).readonly(),
    serviceSeconds: Seconds,
    skills: z.array(z.string()).readonly(),
    /** Empty: everybody. A fact that is not known never takes somebody out. */
    appliesTo: z.strictObject({ alone: z.literal(true).optional(), minAge: z.int().positive().optional() }).readonly(),
  })
  .readonly();
export interface StandingNeed extends z.infer<typeof StandingNeed> {}
