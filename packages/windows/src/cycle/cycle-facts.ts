import { Instant, LocalDate } from '@linli/model';
import * as z from 'zod';
import { CycleDefinition, PhaseId } from './cycle-definition.ts';
import { CycleLine } from './demand-line.ts';

/** A phase, the gap after one, or before and after them all. Its words are under `cycle-state/…`. */
export const CycleState = z.enum([
  'waiting',
  'collect',
  'after-collect',
  'assign',
  'after-assign',
  'execute',
  'after-execute',
  'deliver',
  'closed',
]);
export type CycleState = z.infer<typeof CycleState>;

const Deadline = z.strictObject({ phase: PhaseId, edge: z.enum(['opens', 'ends']), at: Instant }).readonly();

/** What one cycle knows. It carries its definition, so a later edition never re-judges it. */
export const CycleFacts = z
  .strictObject({
    definition: CycleDefinition,
    /** The collection date; names the cycle. */
    date: LocalDate,
    /** The date of the next cycle, where a demand goes that comes too late for this one. */
    nextDate: LocalDate,
    /** In order; the first `passed` of them have been handled. */
    deadlines: z.array(Deadline).readonly(),
    passed: z.int().nonnegative(),
    /** In order of arrival. */
    lines: z.array(CycleLine).readonly(),
  })
  .readonly();
export interface CycleFacts extends z.infer<typeof CycleFacts> {}
