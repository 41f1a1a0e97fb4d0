import * as z from 'zod';
import { ResourceId } from '../ids.ts';

/** A place or organisation that residents and helpers can count on. */
export const Resource = z
  .strictObject({
    id: ResourceId,
    name: z.string().min(1),
    category: z.string().min(1),
    place: z.string().nullable(),
    grid: z.int().positive().nullable(),
    openingHours: z.string().nullable(),
    phone: z.string().nullable(),
    services: z.array(z.string()).readonly(),
    note: z.string().nullable(),
  })
  .readonly();
export interface Resource extends z.infer<typeof Resource> {}
