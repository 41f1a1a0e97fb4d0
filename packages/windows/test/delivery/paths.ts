import type { DemandId, Instant } from '@linli/model';
import { delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryEvent } from '../../src/delivery/delivery-event.ts';
import { type DeliveryFacts, planDelivery } from '../../src/delivery/delivery-facts.ts';
import { duowenDeliveryRule } from '../../src/delivery/delivery-rule.ts';
import type { DeliveryTypes } from '../../src/delivery/delivery-types.ts';
import type { Short } from '../../src/delivery/goods.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import type { PathPlan } from '../paths.ts';
import { at, day, person } from '../visit/played.ts';

/** 30 eggs, 2 jin of carrots and some soap; packed by 12:00, brought from 13:00 to 16:00, unreported at 17:00. */
export const groceries = (change: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  ...planDelivery({
    residentId: person('jia'),
    demandIds: ['groceries' as DemandId],
    date: day('2020-03-30'),
    goods: [
      { item: 'egg', unit: 'piece', quantity: 30 },
      { item: 'carrot', unit: 'jin', quantity: 2 },
      { item: 'soap', unit: null, quantity: null },
    ],
    helperId: person('li'),
    rule: duowenDeliveryRule,
    doorEntry: true,
    leaving: 'unknown',
    packBy: at('12:00'),
    window: { from: at('13:00'), until: at('16:00') },
  }),
  ...change,
});

export const broken: Short = { item: 'egg', unit: 'piece', quantity: 4, fate: 'returned' };
export const soldOut: Short = { item: 'soap', unit: null, quantity: null, fate: 'missing' };
const tooMany: Short = { item: 'egg', unit: 'piece', quantity: 31, fate: 'missing' };

/** Everything that may happen to it at `now`. */
export const deliveryEvents = (now: Instant, id: string): readonly DeliveryEvent[] => {
  const by = person('li');
  const stem = (name: string) => ({ id: `${id} ${name}`, at: now, by });
  const jia = { recipientId: person('jia'), where: 'door' as const };
  return [
    { type: 'assigned', ...stem('assigned'), helperId: person('li') },
    { type: 'promised', ...stem('promised'), promise: { from: at('14:00'), until: at('14:30') } },
    { type: 'promised', ...stem('promised last'), promise: { from: at('15:00'), until: at('16:00') } },
    { type: 'promised', ...stem('promised outside'), promise: { from: at('15:30'), until: at('16:30') } },
    { type: 'agreed', ...stem('agreed'), leaving: 'agreed' },
    { type: 'agreed', ...stem('declined'), leaving: 'declined' },
    { type: 'packed', ...stem('packed'), shorts: [] },
    { type: 'packed', ...stem('packed short'), shorts: [soldOut] },
    { type: 'packed', ...stem('packed wrong'), shorts: [tooMany] },
    { type: 'set-out', ...stem('set-out') },
    { type: 'handed-over', ...stem('handed-over'), ...jia, shorts: [] },
    { type: 'handed-over', ...stem('handed-over short'), ...jia, recipientId: person('zhou'), shorts: [broken] },
    { type: 'handed-over', ...stem('handed-over wrong'), ...jia, shorts: [tooMany] },
    { type: 'handed-over', ...stem('handed-over inside'), ...jia, where: 'inside', shorts: [] },
    { type: 'left-at-door', ...stem('left'), shorts: [] },
    { type: 'left-at-door', ...stem('left wrong'), shorts: [tooMany] },
    { type: 'nobody-home', ...stem('nobody-home') },
    { type: 'brought-back', ...stem('brought-back') },
    { type: 'returned', ...stem('returned'), reason: 'not wanted' },
    { type: 'carried', ...stem('carried'), toDate: day('2020-03-31') },
    { type: 'carried', ...stem('carried back'), toDate: day('2020-03-30') },
    { type: 'cancelled', ...stem('cancelled'), reason: 'resident/away' },
    { type: 'entry-changed', id: `${id} closed`, at: now, doorEntry: false },
    { type: 'entry-changed', id: `${id} opened`, at: now, doorEntry: true },
  ];
};

const events = (snapshot: Snapshot<DeliveryTypes>) => {
  const due = delivery.due(snapshot.state, snapshot.facts);
  const id = `${snapshot.seen.length}`;
  const ticks = due === null ? [] : [{ type: 'tick' as const, id: `${id} due`, at: due }];
  return [...deliveryEvents(snapshot.at ?? at('10:00'), id), ...ticks];
};

export const plans: readonly PathPlan<DeliveryTypes>[] = [
  { process: delivery, facts: [groceries(), groceries({ helperId: null })], events },
];
