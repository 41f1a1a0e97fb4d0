import * as z from 'zod';
import { DemandId, PersonId } from '../ids.ts';
import { Instant, Seconds, Span } from '../time/instant.ts';
import { OrderLine } from './call.ts';

/** How help meets the resident: brought to the door, fetched at the pick-up point, inside the home, or by phone. */
export const DeliveryMode = z.enum(['door', 'pickup', 'visit', 'call']);
export type DeliveryMode = z.infer<typeof DeliveryMode>;

/** One thing one resident needs done inside one of some windows. Made by `registry` and `community`, carried by `windows`. */
export const Demand = z
  .strictObject({
    id: DemandId,
    /** Null: the name written down fits several residents; nobody can be sent before somebody has asked. */
    residentId: PersonId.nullable(),
    /** Catalogue code, e.g. `care.meal`; null where nobody could tell which. */
    category: z.string().nullable(),
    words: z.string(),
    order: z.array(OrderLine).readonly(),
    raisedAt: Instant,
    emergency: z.boolean(),
    mode: DeliveryMode,
    /** Any one of these will do, earliest first. */
    windows: z.array(Span).min(1).readonly(),
    serviceSeconds: Seconds,
    /** All of them are needed. */
    skills: z.array(z.string()).readonly(),
  })
  .readonly();
export interface Demand extends z.infer<typeof Demand> {}
