import type { DemandId, Instant, LocalDate, PersonId } from '@linli/model';
import type { PhaseId } from './cycle-definition.ts';
import type { CycleTotals } from './cycle-totals.ts';

type AboutOne<Type extends string> = { readonly type: Type; readonly demandId: DemandId };
type AboutSome<Type extends string> = { readonly type: Type; readonly demandIds: readonly DemandId[] };

/**
 * What the host should now do. Lists of demands are sent even when empty: that all is well is news as well.
 * A deferred demand is sent on to the cycle of `toDate` with this `at`; dates only grow, so it comes to rest.
 */
export type CycleEffect =
  | AboutOne<'demand-accepted'>
  | (AboutOne<'demand-deferred'> & { readonly toDate: LocalDate; readonly emergency: boolean })
  | AboutOne<'demand-rejected'>
  | AboutOne<'approval-asked'>
  | (AboutOne<'emergency-raised'> & { readonly reason: string; readonly role: string })
  | {
      readonly type: 'early-closing';
      readonly phase: PhaseId;
      readonly until: Instant;
      readonly by: PersonId;
      readonly reason: string;
    }
  | AboutSome<'close-collection'>
  | AboutSome<'list-unassigned'>
  | AboutSome<'flag-unfinished'>
  | AboutSome<'flag-undelivered'>
  | { readonly type: 'cycle-closed'; readonly totals: CycleTotals };
