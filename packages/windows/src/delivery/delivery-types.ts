import type { DemandId, Instant, LocalDate, PersonId } from '@linli/model';
import type { ProcessTypes } from '../process/process-types.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import type { DeliveryFacts } from './delivery-facts.ts';
import type { DeliveryCode } from './delivery-words.ts';
import type { GoodsTally } from './goods.ts';

export type DeliveryState =
  | 'planned'
  | 'packed'
  | 'on-the-way'
  | 'nobody-home'
  | 'at-point'
  | 'unreported'
  | 'delivered'
  | 'partly-delivered'
  | 'left'
  | 'returned'
  | 'carried'
  | 'cancelled';

export interface AboutDelivery {
  readonly residentId: PersonId;
  readonly demandIds: readonly DemandId[];
}
export interface Settled extends AboutDelivery {
  readonly goods: readonly GoodsTally[];
}

export type DeliveryEffect =
  /** The share was not confirmed when it was due: before anybody sets out. */
  | (AboutDelivery & { readonly type: 'unpacked' | 'promise-missed' | 'window-overrun'; readonly helperId: PersonId | null })
  /** Nobody knows where it is. */
  | (AboutDelivery & { readonly type: 'unreported'; readonly helperId: PersonId | null })
  /** Somebody has to decide what becomes of it. */
  | (AboutDelivery & { readonly type: 'unsettled' })
  | (AboutDelivery & { readonly type: 'arrival-promised'; readonly from: Instant; readonly until: Instant })
  /** Proposes an escalation ladder: expected, and nobody at the door. */
  | (AboutDelivery & { readonly type: 'knock-unanswered'; readonly by: PersonId; readonly times: number })
  /** Goods out of hand. `isResidentSeen` only where the resident took them: that is a contact, nothing else is. */
  | (Settled & {
      readonly type: 'delivered';
      readonly recipientId: PersonId | null;
      readonly isResidentSeen: boolean;
      /** Whole minutes after the window; 0 inside it. */
      readonly overrunMinutes: number;
    })
  | (Settled & { readonly type: 'delivery-returned' | 'delivery-cancelled'; readonly reason: string })
  | (Settled & { readonly type: 'delivery-carried'; readonly toDate: LocalDate });

export interface DeliveryTypes extends ProcessTypes {
  readonly name: 'delivery';
  readonly state: DeliveryState;
  readonly facts: DeliveryFacts;
  readonly event: DeliveryEvent;
  readonly effect: DeliveryEffect;
  readonly code: DeliveryCode;
  readonly guard:
    | 'nobody-is-named'
    | 'promise-fits'
    | 'goods-do-not-fit'
    | 'enters-against-the-rule'
    | 'something-is-short'
    | 'leaving-is-agreed'
    | 'goes-forward'
    | 'share-was-due'
    | 'window-was-over'
    | 'promise-was-over';
}
