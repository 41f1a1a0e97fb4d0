import type { DemandId, Instant, LocalDate } from '@linli/model';
import type { CycleTotals } from './cycle.ts';

type Of<Type extends string, Data = unknown> = {
  readonly type: Type;
  /** The deadline it was due at, or the instant of the event that caused it. */
  readonly at: Instant;
  /** The deadline lay before the event that brought it. A host that ticks with the deadline itself is never late. */
  readonly late: boolean;
} & Data;

type AboutOne = { readonly demandId: DemandId };
type AboutSome = { readonly demandIds: readonly DemandId[] };

/**
 * What the host should now do. Lists of demands are sent even when empty: that all is well is news as well.
 * A deferred demand is sent on to the cycle of `toDate` with this `at`; dates only grow, so it comes to rest.
 */
export type CycleEffect =
  | Of<'demand-accepted', AboutOne>
  | Of<'demand-deferred', AboutOne & { readonly toDate: LocalDate; readonly emergency: boolean }>
  | Of<'demand-rejected', AboutOne>
  | Of<'approval-asked', AboutOne>
  | Of<'emergency-raised', AboutOne & { readonly reason: string; readonly role: string }>
  | Of<'close-collection', AboutSome>
  | Of<'list-unassigned', AboutSome>
  | Of<'flag-unfinished', AboutSome>
  | Of<'flag-undelivered', AboutSome>
  | Of<'cycle-closed', { readonly totals: CycleTotals }>;
