import { DemandId, Instant, PersonId } from '@linli/model';
import * as z from 'zod';
import { happened } from '../process/happened.ts';
import { PhaseId } from './cycle-definition.ts';
import { LineEvent } from './demand-line.ts';

/** Who calls it an emergency says why, and which role is to be woken. */
const Emergency = z.strictObject({ reason: z.string(), role: z.string().min(1) }).readonly();

/** What can happen to a cycle and to the lines in it. */
export const CycleEvent = z.discriminatedUnion('type', [
  happened('demand').extend({ demandId: DemandId, emergency: Emergency.exactOptional() }).readonly(),
  /** For this day only, and said beforehand: `phase` ends at `until`, earlier than its definition has it. */
  happened('close-early')
    .extend({ phase: PhaseId, until: Instant, by: PersonId, reason: z.string().min(1) })
    .readonly(),
  ...LineEvent.options,
]);
export type CycleEvent = z.infer<typeof CycleEvent>;
