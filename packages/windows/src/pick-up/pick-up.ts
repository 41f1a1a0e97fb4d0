import type { DemandId, Instant, LocalDate, PersonId } from '@linli/model';
import { type GoodsFate, type GoodsTally, shortsFit, tallyOf } from '../delivery/goods.ts';
import { defineProcess } from '../process/define-process.ts';
import type { ProcessTypes, Transition, Ways } from '../process/process-types.ts';
import { PickUpEvent } from './pick-up-event.ts';
import { PickUpFacts } from './pick-up-facts.ts';
import { type PickUpCode, pickUpWords } from './pick-up-words.ts';

/** `unfetched`: the slot is over. `overdue`: the time of keeping as well; somebody has to decide. */
export type PickUpState =
  | 'booked'
  | 'called'
  | 'unfetched'
  | 'reminded'
  | 'overdue'
  | 'picked-up'
  | 'partly-picked-up'
  | 'to-door'
  | 'returned'
  | 'carried';

export interface AboutPickUp {
  readonly residentId: PersonId;
  readonly demandIds: readonly DemandId[];
}
export interface Settled extends AboutPickUp {
  readonly goods: readonly GoodsTally[];
}

type PickUpEffect =
  /** To be rung up: the slot is over and nobody came. Why is not known. */
  | (AboutPickUp & { readonly type: 'reminder'; readonly keepUntil: Instant })
  /** Proposes somebody who looks: expected, and not heard of. */
  | (AboutPickUp & { readonly type: 'knock-wanted'; readonly times: number })
  /** Somebody has to decide what becomes of the goods. */
  | (AboutPickUp & { readonly type: 'not-fetched' })
  | (Settled & { readonly type: 'picked-up'; readonly recipientId: PersonId | null; readonly isResidentSeen: boolean })
  | (Settled & { readonly type: 'delivery-wanted'; readonly deliveryId: string })
  | (Settled & { readonly type: 'pick-up-returned'; readonly reason: string })
  | (Settled & { readonly type: 'pick-up-carried'; readonly toDate: LocalDate });

export interface PickUpTypes extends ProcessTypes {
  readonly name: 'pick-up';
  readonly state: PickUpState;
  readonly facts: PickUpFacts;
  readonly event: PickUpEvent;
  readonly effect: PickUpEffect;
  readonly code: PickUpCode;
  readonly guard: 'goods-do-not-fit' | 'something-is-short' | 'goes-forward';
}

const REST: { readonly [State in PickUpState]: GoodsFate } = {
  booked: 'open',
  called: 'open',
  unfetched: 'open',
  reminded: 'open',
  overdue: 'open',
  'picked-up': 'delivered',
  'partly-picked-up': 'delivered',
  // The delivery that takes over has the goods from here on.
  'to-door': 'carried',
  returned: 'returned',
  carried: 'carried',
};

/** D-36: what became of each kind of goods, so far. */
export const pickedUpGoods = (state: PickUpState, { goods, shorts }: PickUpFacts): readonly GoodsTally[] =>
  tallyOf(goods, shorts, REST[state]);

const about = ({ residentId, demandIds }: PickUpFacts): AboutPickUp => ({ residentId, demandIds });

type Fetched = Transition<PickUpTypes, Extract<PickUpEvent, { readonly type: 'fetched' }>>;
const fetchedBy = (to: 'picked-up' | 'partly-picked-up', because: PickUpCode): Fetched => ({
  to,
  because,
  data: ({ recipientId }) => ({ recipientId: recipientId ?? '' }),
  set: (_, { recipientId, shorts }) => ({ recipientId, shorts }),
  effects: (facts) => [
    {
      type: 'picked-up',
      ...about(facts),
      goods: pickedUpGoods(to, facts),
      recipientId: facts.recipientId,
      isResidentSeen: facts.recipientId === facts.residentId,
    },
  ],
});
const fetched: Ways<PickUpTypes, 'fetched'> = [
  { guard: 'goods-do-not-fit', refused: true, because: 'pick-up/goods-do-not-fit' },
  { ...fetchedBy('partly-picked-up', 'pick-up/partly-picked-up'), guard: 'something-is-short' },
  fetchedBy('picked-up', 'pick-up/picked-up'),
];
const toDoor: Ways<PickUpTypes, 'to-door'> = [
  {
    to: 'to-door',
    because: 'pick-up/to-door',
    data: ({ deliveryId }) => ({ deliveryId: deliveryId ?? '' }),
    set: (_, { deliveryId }) => ({ deliveryId }),
    effects: (facts, { deliveryId }) => [
      { type: 'delivery-wanted', ...about(facts), goods: pickedUpGoods('to-door', facts), deliveryId },
    ],
  },
];
const returned: Ways<PickUpTypes, 'returned'> = [
  {
    to: 'returned',
    because: 'pick-up/returned',
    data: ({ why }) => ({ reason: why ?? '' }),
    set: (_, { reason }) => ({ why: reason }),
    effects: (facts, { reason }) => [
      { type: 'pick-up-returned', ...about(facts), goods: pickedUpGoods('returned', facts), reason },
    ],
  },
];
const carried: Ways<PickUpTypes, 'carried'> = [
  {
    guard: 'goes-forward',
    to: 'carried',
    because: 'pick-up/carried',
    data: ({ toDate }) => ({ toDate: toDate ?? '' }),
    set: (_, { toDate }) => ({ toDate }),
    effects: (facts, { toDate }) => [
      { type: 'pick-up-carried', ...about(facts), goods: pickedUpGoods('carried', facts), toDate },
    ],
  },
  { refused: true, because: 'pick-up/carried-backwards' },
];
const leave = { fetched, 'to-door': toDoor, returned, carried };

/** A call that nobody answers says nothing of the resident, so somebody should look; the goods wait where they are. */
const notReached = (to: PickUpState): Ways<PickUpTypes, 'not-reached'> => [
  {
    to,
    because: 'pick-up/not-reached',
    set: ({ unanswered }, { at }) => ({ unanswered: [...unanswered, at] }),
    effects: (facts) => [{ type: 'knock-wanted', ...about(facts), times: facts.unanswered.length }],
  },
];
const called = (to: PickUpState, because: PickUpCode): Ways<PickUpTypes, 'called'> => [{ to, because }];

const slotOver: Ways<PickUpTypes, 'due'> = [
  {
    to: 'unfetched',
    because: 'pick-up/unfetched',
    effects: (facts) => [{ type: 'reminder', ...about(facts), keepUntil: facts.keepUntil }],
  },
];
const keptLongEnough: Ways<PickUpTypes, 'due'> = [
  { to: 'overdue', because: 'pick-up/overdue', effects: (facts) => [{ type: 'not-fetched', ...about(facts) }] },
];

/**
 * One resident's goods at the pick-up point. Not fetched by the end of the slot brings a reminder; not fetched at all brings
 * a decision: carried, returned or brought to the door. It is never read as "not needed".
 */
export const pickUp = defineProcess<PickUpTypes>({
  name: 'pick-up',
  version: 1,
  migrations: [],
  Facts: PickUpFacts,
  Event: PickUpEvent,
  initial: 'booked',
  states: {
    booked: { called: called('called', 'pick-up/called'), 'not-reached': notReached('booked'), ...leave, due: slotOver },
    called: { ...leave, due: slotOver },
    unfetched: {
      called: called('reminded', 'pick-up/reminded'),
      'not-reached': notReached('unfetched'),
      ...leave,
      due: keptLongEnough,
    },
    reminded: { ...leave, due: keptLongEnough },
    overdue: { called: called('overdue', 'pick-up/reminded'), 'not-reached': notReached('overdue'), ...leave },
    'picked-up': {},
    'partly-picked-up': {},
    'to-door': {},
    returned: {},
    carried: {},
  },
  guards: {
    'goods-do-not-fit': ({ goods }, event) => event.type === 'fetched' && !shortsFit(goods, event.shorts),
    'something-is-short': (_, event) => event.type === 'fetched' && event.shorts.length > 0,
    'goes-forward': ({ date }, event) => event.type === 'carried' && event.toDate > date,
  },
  due: (state, { slot, keepUntil }) => {
    if (state === 'booked' || state === 'called') return slot.until;
    return state === 'unfetched' || state === 'reminded' ? keepUntil : null;
  },
  texts: pickUpWords,
});
