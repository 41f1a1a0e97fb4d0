import { Instant } from '@linli/model';
import * as z from 'zod';
import type { Format, ProcessSpec, ProcessTypes } from './process-types.ts';

/** One process asleep: plain JSON to store and read back between any two events. */
export interface Snapshot<T extends ProcessTypes> {
  readonly format: Format<T['name']>;
  /** Whose process it is, such as the id of the visit. Unique among the snapshots of one kind. */
  readonly id: string;
  readonly state: T['state'];
  readonly facts: T['facts'];
  /** Ids of the events handled, ticks apart. */
  readonly seen: readonly string[];
  /** The latest instant it was told of; null before the first. */
  readonly at: Instant | null;
}

export const snapshotSchema = <T extends ProcessTypes>(spec: ProcessSpec<T>, format: Format<T['name']>): z.ZodType<Snapshot<T>> =>
  z
    .strictObject({
      format: z.literal(format),
      id: z.string().min(1),
      state: z.enum(Object.keys(spec.states)),
      facts: spec.Facts,
      seen: z.array(z.string()).readonly(),
      at: Instant.nullable(),
    })
    .readonly() as unknown as z.ZodType<Snapshot<T>>;
