import type { Instant } from '@linli/model';
import type { StateSpec, Transition, Ways } from '../process/process-types.ts';
import { deliveredGoods } from './delivered-goods.ts';
import type { DeliveryEvent } from './delivery-event.ts';
import { type DeliveryFacts, graceAfter } from './delivery-facts.ts';
import type { AboutDelivery, DeliveryEffect, DeliveryState, DeliveryTypes } from './delivery-types.ts';
import type { DeliveryCode } from './delivery-words.ts';

// The ways that several states of a delivery share.

export const about = ({ residentId, demandIds }: DeliveryFacts): AboutDelivery => ({ residentId, demandIds });
export const toHelper = (facts: DeliveryFacts) => ({ ...about(facts), helperId: facts.helperId });
export const told = (_: DeliveryFacts, { at }: { readonly at: Instant }) => ({ toldUntil: at });

/** Whatever is still open after `at` gets time to be told or decided, even where that time had run out before. */
const decideBy = (facts: DeliveryFacts, at: Instant) => ({
  reportBy: Math.max(facts.reportBy, graceAfter(facts, at)) as Instant,
});

export const goodsDoNotFit = { guard: 'goods-do-not-fit', refused: true, because: 'delivery/goods-do-not-fit' } as const;

/** D-32: `overrunMinutes` says by how much the window was missed. */
const outOfHand = (state: DeliveryState, facts: DeliveryFacts, at: Instant): DeliveryEffect => ({
  type: 'delivered',
  ...about(facts),
  goods: deliveredGoods(state, facts),
  recipientId: facts.recipientId,
  isResidentSeen: facts.recipientId === facts.residentId,
  overrunMinutes: Math.max(0, Math.floor((at - facts.window.until) / 60_000)),
});

type Handed = Transition<DeliveryTypes, Extract<DeliveryEvent, { readonly type: 'handed-over' }>>;
const handTo = (to: 'delivered' | 'partly-delivered', because: DeliveryCode): Handed => ({
  to,
  because,
  data: ({ recipientId }) => ({ recipientId: recipientId ?? '' }),
  set: (facts, { recipientId, shorts }) => ({ recipientId, shorts: [...facts.shorts, ...shorts] }),
  effects: (facts, { at }) => [outOfHand(to, facts, at)],
});
export const handedOver: Ways<DeliveryTypes, 'handed-over'> = [
  { guard: 'enters-against-the-rule', refused: true, because: 'delivery/entry-forbidden' },
  goodsDoNotFit,
  { ...handTo('partly-delivered', 'delivery/partly-handed-over'), guard: 'something-is-short' },
  handTo('delivered', 'delivery/handed-over'),
];
export const leftAtDoor: Ways<DeliveryTypes, 'left-at-door'> = [
  goodsDoNotFit,
  {
    guard: 'leaving-is-agreed',
    to: 'left',
    because: 'delivery/left-at-door',
    set: (facts, { shorts }) => ({ shorts: [...facts.shorts, ...shorts] }),
    effects: (facts, { at }) => [outOfHand('left', facts, at)],
  },
  { refused: true, because: 'delivery/leaving-not-agreed' },
];
/** The promise was kept by whoever stood at the door. */
export const nobodyHome: Ways<DeliveryTypes, 'nobody-home'> = [
  {
    to: 'nobody-home',
    because: 'delivery/nobody-home',
    set: (facts, { at }) => ({ ...decideBy(facts, at), promise: null, unanswered: [...facts.unanswered, at] }),
    effects: (facts, { by }) => [{ type: 'knock-unanswered', ...about(facts), by, times: facts.unanswered.length }],
  },
];
export const broughtBack: Ways<DeliveryTypes, 'brought-back'> = [
  { to: 'at-point', because: 'delivery/at-point', set: (facts, { at }) => ({ ...decideBy(facts, at), promise: null }) },
];
export const returned: Ways<DeliveryTypes, 'returned'> = [
  {
    to: 'returned',
    because: 'delivery/returned',
    data: ({ why }) => ({ reason: why ?? '' }),
    set: (_, { reason }) => ({ why: reason }),
    effects: (facts, { reason }) => [
      { type: 'delivery-returned', ...about(facts), goods: deliveredGoods('returned', facts), reason },
    ],
  },
];
export const carried: Ways<DeliveryTypes, 'carried'> = [
  {
    guard: 'goes-forward',
    to: 'carried',
    because: 'delivery/carried',
    data: ({ toDate }) => ({ toDate: toDate ?? '' }),
    set: (_, { toDate }) => ({ toDate }),
    effects: (facts, { toDate }) => [
      { type: 'delivery-carried', ...about(facts), goods: deliveredGoods('carried', facts), toDate },
    ],
  },
  { refused: true, because: 'delivery/carried-backwards' },
];
/** Sets out, also once more. */
export const setOut: Ways<DeliveryTypes, 'set-out'> = [
  { guard: 'nobody-is-named', refused: true, because: 'delivery/nobody-named' },
  {
    to: 'on-the-way',
    because: 'delivery/on-the-way',
    set: (facts, { at }) => decideBy(facts, at),
  },
];

export const stays = (to: DeliveryState): StateSpec<DeliveryTypes> => ({
  'entry-changed': [{ to, because: 'delivery/entry-changed', set: (_, { doorEntry }) => ({ doorEntry }) }],
  agreed: [{ to, because: 'delivery/leaving-asked', set: (_, { leaving }) => ({ leaving }) }],
});
export const promised = (to: DeliveryState): Ways<DeliveryTypes, 'promised'> => [
  {
    guard: 'promise-fits',
    to,
    because: 'delivery/promised',
    set: (_, { promise }) => ({ promise }),
    effects: (facts, { promise }) => [{ type: 'arrival-promised', ...about(facts), ...promise }],
  },
  { refused: true, because: 'delivery/promise-outside-window' },
];
export const assigned = (to: DeliveryState): Ways<DeliveryTypes, 'assigned'> => [
  {
    to,
    because: 'delivery/assigned',
    data: ({ helperId }) => ({ helperId: helperId ?? '' }),
    set: (_, { helperId }) => ({ helperId }),
  },
];

type WhenDue = Ways<DeliveryTypes, 'due'>;
/** A promise that ends with the window is told of together with it. */
export const silence = (to: DeliveryState): WhenDue => [
  {
    guard: 'window-was-over',
    to,
    because: 'delivery/window-overrun',
    set: told,
    effects: (facts, { at }) => [
      ...(facts.promise?.until === at ? [{ type: 'promise-missed' as const, ...toHelper(facts) }] : []),
      { type: 'window-overrun', ...toHelper(facts) },
    ],
  },
  {
    guard: 'promise-was-over',
    to,
    because: 'delivery/promise-missed',
    set: told,
    effects: (facts) => [{ type: 'promise-missed', ...toHelper(facts) }],
  },
  {
    to: 'unreported',
    because: 'delivery/unreported',
    set: told,
    effects: (facts) => [{ type: 'unreported', ...toHelper(facts) }],
  },
];
export const unsettled = (to: DeliveryState): WhenDue => [
  { to, because: 'delivery/unsettled', set: told, effects: (facts) => [{ type: 'unsettled', ...about(facts) }] },
];
