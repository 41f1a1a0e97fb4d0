import type { DeliveryFacts } from './delivery-facts.ts';
import type { DeliveryState } from './delivery-types.ts';
import { type GoodsFate, type GoodsTally, tallyOf } from './goods.ts';

/** What became of the goods in a state, apart from those that are short. */
const REST: { readonly [State in DeliveryState]: GoodsFate } = {
  planned: 'open',
  packed: 'open',
  'on-the-way': 'open',
  'nobody-home': 'open',
  'at-point': 'open',
  unreported: 'open',
  delivered: 'delivered',
  'partly-delivered': 'delivered',
  left: 'delivered',
  returned: 'returned',
  carried: 'carried',
  cancelled: 'cancelled',
};

/** D-36: what became of each kind of goods, so far. */
export const deliveredGoods = (state: DeliveryState, { goods, shorts }: DeliveryFacts): readonly GoodsTally[] =>
  tallyOf(goods, shorts, REST[state]);
