import type { Instant } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import { deliveredGoods } from './delivered-goods.ts';
import { DeliveryEvent } from './delivery-event.ts';
import { DeliveryFacts } from './delivery-facts.ts';
import type { DeliveryState, DeliveryTypes } from './delivery-types.ts';
import {
  about,
  assigned,
  broughtBack,
  carried,
  goodsDoNotFit,
  handedOver,
  leftAtDoor,
  nobodyHome,
  promised,
  returned,
  setOut,
  silence,
  stays,
  toHelper,
  told,
  unsettled,
} from './delivery-ways.ts';
import { deliveryWords } from './delivery-words.ts';
import { shortsFit } from './goods.ts';

/**
 * One parcel for one door: a stop, not a round, because what becomes of goods is told door by door. Handed over, left where
 * that was agreed, brought back, carried or returned: by somebody's word alone. Silence makes it `unreported`, never delivered.
 */
export const delivery = defineProcess<DeliveryTypes>({
  name: 'delivery',
  version: 1,
  migrations: [],
  Facts: DeliveryFacts,
  Event: DeliveryEvent,
  initial: 'planned',
  states: {
    planned: {
      ...stays('planned'),
      assigned: assigned('planned'),
      promised: promised('planned'),
      packed: [goodsDoNotFit, { to: 'packed', because: 'delivery/packed', set: (_, { shorts }) => ({ shorts }) }],
      'set-out': [{ refused: true, because: 'delivery/not-packed' }],
      cancelled: [
        {
          to: 'cancelled',
          because: 'delivery/cancelled',
          data: ({ why }) => ({ reason: why ?? '' }),
          set: (_, { reason }) => ({ why: reason }),
          effects: (facts, { reason }) => [
            { type: 'delivery-cancelled', ...about(facts), goods: deliveredGoods('cancelled', facts), reason },
          ],
        },
      ],
      carried,
      due: [
        {
          guard: 'share-was-due',
          to: 'planned',
          because: 'delivery/unpacked',
          set: told,
          effects: (facts) => [{ type: 'unpacked', ...toHelper(facts) }],
        },
        ...silence('planned'),
      ],
    },
    // From here on there are goods: what is not wanted any more is returned, not cancelled.
    packed: {
      ...stays('packed'),
      assigned: assigned('packed'),
      promised: promised('packed'),
      'set-out': setOut,
      cancelled: [{ refused: true, because: 'delivery/return-instead' }],
      returned,
      carried,
      due: silence('packed'),
    },
    'on-the-way': {
      ...stays('on-the-way'),
      promised: promised('on-the-way'),
      'handed-over': handedOver,
      'left-at-door': leftAtDoor,
      'nobody-home': nobodyHome,
      'brought-back': broughtBack,
      returned,
      carried,
      due: silence('on-the-way'),
    },
    'nobody-home': {
      ...stays('nobody-home'),
      'handed-over': handedOver,
      'left-at-door': leftAtDoor,
      'nobody-home': nobodyHome,
      'brought-back': broughtBack,
      returned,
      carried,
      due: unsettled('nobody-home'),
    },
    'at-point': {
      ...stays('at-point'),
      assigned: assigned('at-point'),
      'handed-over': handedOver,
      'set-out': setOut,
      returned,
      carried,
      due: unsettled('at-point'),
    },
    unreported: {
      ...stays('unreported'),
      'handed-over': handedOver,
      'left-at-door': leftAtDoor,
      'nobody-home': nobodyHome,
      'brought-back': broughtBack,
      returned,
      carried,
    },
    delivered: {},
    'partly-delivered': {},
    left: {},
    returned: {},
    carried: {},
    cancelled: {},
  },
  guards: {
    'nobody-is-named': ({ helperId }) => helperId === null,
    'promise-fits': ({ window }, event) =>
      event.type === 'promised' &&
      event.promise.from < event.promise.until &&
      window.from <= event.promise.from &&
      event.promise.until <= window.until &&
      event.at < event.promise.until,
    'goods-do-not-fit': ({ goods, shorts }, event) => 'shorts' in event && !shortsFit(goods, [...shorts, ...event.shorts]),
    'enters-against-the-rule': ({ doorEntry }, event) => event.type === 'handed-over' && event.where === 'inside' && !doorEntry,
    'something-is-short': ({ shorts }, event) => 'shorts' in event && shorts.length + event.shorts.length > 0,
    'leaving-is-agreed': ({ leaving }) => leaving === 'agreed',
    'goes-forward': ({ date }, event) => event.type === 'carried' && event.toDate > date,
    'share-was-due': ({ packBy }, { at }) => at === packBy,
    'window-was-over': ({ window }, { at }) => at === window.until,
    'promise-was-over': ({ promise }, { at }) => at === promise?.until,
  },
  due: (state, facts) => {
    const ahead = deadlinesIn(state, facts).filter((at) => facts.toldUntil === null || at > facts.toldUntil);
    return ahead.length === 0 ? null : (Math.min(...ahead) as Instant);
  },
  texts: deliveryWords,
});

function deadlinesIn(state: DeliveryState, { packBy, promise, window, reportBy }: DeliveryFacts): readonly Instant[] {
  const arrival = promise === null ? [window.until, reportBy] : [promise.until, window.until, reportBy];
  switch (state) {
    case 'planned':
      return [packBy, ...arrival];
    case 'packed':
    case 'on-the-way':
      return arrival;
    case 'nobody-home':
    case 'at-point':
      return [reportBy];
    default:
      return [];
  }
}
