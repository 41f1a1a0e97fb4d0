import { DeliveryMode, SelfCare, Text } from '@linli/model';
import * as z from 'zod';

const ServiceEntry = z
  .strictObject({
    code: z.string().regex(/^[a-z][a-z0-9.-]*$/),
    name: Text,
    /** What callers and workbooks say for it; the longest word found in a text wins. */
    words: z.array(z.string().min(1)).readonly(),
    /** One of the five goals of the practice; every service counts under exactly one. */
    goal: z.enum(['rely', 'do', 'care', 'joy', 'learn']),
    mode: DeliveryMode,
    /** Phases of the daily cycle in which it can be done. */
    phases: z.array(z.string()).min(1).readonly(),
    serviceMinutes: z.int().positive(),
    /** All of them are needed. */
    skills: z.array(z.string()).readonly(),
  })
  .readonly();
export interface ServiceEntry extends z.infer<typeof ServiceEntry> {}

/** `catalogue.yaml`: what can be asked for, and how it reaches the resident. */
export const Catalogue = z
  .strictObject({
    format: z.literal('linli-catalogue/1'),
    id: z.string(),
    edition: z.int().positive(),
    source: z.strictObject({ title: z.string(), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    services: z.array(ServiceEntry).min(1).readonly(),
    /** Who gets goods brought to the door. Any one is enough; a fact that is not known counts as one. */
    door: z
      .strictObject({
        minAge: z.int().positive(),
        selfCare: z.array(SelfCare).readonly(),
        hardship: z.array(z.string()).readonly(),
        perFloorWithoutLiftSeconds: z.int().nonnegative(),
      })
      .readonly(),
    pickupPoint: Text,
    /** One buyer per grid; the service's minutes and this much for each order, up to a limit. */
    purchase: z.strictObject({ perOrderMinutes: z.int().nonnegative(), mostMinutes: z.int().positive() }).readonly(),
    /** Walking times. Without a map the grid tells. */
    travel: z
      .strictObject({
        sameBuildingSeconds: z.int().nonnegative(),
        sameGridSeconds: z.int().nonnegative(),
        otherGridSeconds: z.int().nonnegative(),
      })
      .readonly(),
    /** What a plan weighs: a minute on the way, a visit by somebody else than wished for, uneven work, effort. */
    planning: z
      .strictObject({
        travel: z.int().min(0).max(1000),
        wanted: z.int().min(0).max(1000),
        fairness: z.int().min(0).max(1000),
        cost: z.int().min(0).max(1000),
      })
      .readonly(),
    emergency: z.strictObject({ startWithinMinutes: z.int().positive() }).readonly(),
    /** Under this age nobody is sent alone. */
    adultAge: z.int().nonnegative(),
  })
  .readonly();
export interface Catalogue extends z.infer<typeof Catalogue> {}

/** Services that the day itself raises; every catalogue has them. */
export const dayServices = { door: 'goods.door', pickup: 'goods.pickup', purchase: 'goods.purchase' } as const;
