import type { DemandId, Instant, PersonId } from '@linli/model';
import type { ProcessTypes } from '../process/process-types.ts';
import type { VisitEvent } from './visit-event.ts';
import type { NextVisit, VisitFacts } from './visit-facts.ts';
import type { VisitCode } from './visit-words.ts';

/** `missed` is not an end: a visit that nobody made is still owed, until it is cancelled with a reason or carried. */
export type VisitState =
  | 'planned'
  | 'confirmed'
  | 'under-way'
  | 'nobody-at-door'
  | 'unreported'
  | 'missed'
  | 'done'
  | 'cancelled'
  | 'carried';

export interface AboutVisit {
  readonly residentId: PersonId;
  readonly demandIds: readonly DemandId[];
}

export type VisitEffect =
  | (AboutVisit & { readonly type: 'unconfirmed' | 'needs-helper'; readonly helperId: PersonId | null })
  | (AboutVisit & { readonly type: 'late-start' | 'overrun'; readonly helperId: PersonId | null })
  /** Nobody knows how it went. `isUnderWay`: the helper went in and was not heard of since; look after both. */
  | (AboutVisit & { readonly type: 'unreported'; readonly helperId: PersonId | null; readonly isUnderWay: boolean })
  /** Somebody has to decide what becomes of it. */
  | (AboutVisit & { readonly type: 'unsettled' | 'needs-next' })
  /** Proposes an escalation ladder: an expected visit and nobody at the door. */
  | (AboutVisit & { readonly type: 'knock-unanswered'; readonly by: PersonId; readonly times: number })
  /** For the time bank. Empty `evidence`: told afterwards, and still to be proved. */
  | (AboutVisit & {
      readonly type: 'served';
      readonly helperId: PersonId;
      readonly category: string;
      readonly from: Instant;
      readonly until: Instant;
      readonly evidence: readonly 'sign-in-out'[];
    })
  | (AboutVisit & { readonly type: 'evidence-incomplete'; readonly helperId: PersonId })
  | (AboutVisit & { readonly type: 'visit-cancelled'; readonly reason: string })
  | (AboutVisit & { readonly type: 'next-wanted'; readonly next: NextVisit });

export interface VisitTypes extends ProcessTypes {
  readonly name: 'visit';
  readonly state: VisitState;
  readonly facts: VisitFacts;
  readonly event: VisitEvent;
  readonly effect: VisitEffect;
  readonly code: VisitCode;
  readonly guard:
    | 'nobody-is-named'
    | 'is-other-helper'
    | 'entry-is-forbidden'
    | 'starts-late'
    | 'is-signed-in'
    | 'took-time'
    | 'tells-of-the-past'
    | 'goes-forward'
    | 'confirmation-was-due'
    | 'start-was-due'
    | 'end-was-due';
}
