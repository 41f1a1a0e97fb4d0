import { DemandId, Instant, LocalDate, PersonId, Reason } from '@linli/model';
import { z } from 'zod';

/** Who calls it an emergency says why, and which role is to be woken. */
const Emergency = z.strictObject({ reason: z.string(), role: z.string().min(1) }).readonly();

const happened = <Type extends string>(type: Type) =>
  z.strictObject({ type: z.literal(type), id: z.string().min(1), at: Instant });
const onLine = <Type extends string>(type: Type) => happened(type).extend({ demandId: DemandId });

/** Something that happened at `at`. The same `id` is the same event, whatever else it says; ticks only carry the time. */
export const CycleEvent = z.discriminatedUnion('type', [
  happened('tick').readonly(),
  onLine('demand').extend({ emergency: Emergency.exactOptional() }).readonly(),
  onLine('approve').readonly(),
  /** Replaces whoever was named before: a line has one person. */
  onLine('assigned').extend({ helperId: PersonId }).readonly(),
  onLine('unassignable')
    .extend({ reasons: z.array(Reason).readonly() })
    .readonly(),
  /** One's share of the execution is done: bought, packed, ready to go. */
  onLine('prepared').readonly(),
  onLine('done').readonly(),
  /** `reason`: a code, or the words of whoever cancelled. */
  onLine('cancelled')
    .extend({ reason: z.string().min(1) })
    .readonly(),
  onLine('carried').extend({ toDate: LocalDate }).readonly(),
]);
export type CycleEvent = z.infer<typeof CycleEvent>;
