import type { DemandId } from '@linli/model';
import { expect, it } from 'vitest';
import { deliveredGoods } from '../../src/delivery/delivered-goods.ts';
import { delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryEvent } from '../../src/delivery/delivery-event.ts';
import type { GoodsTally } from '../../src/delivery/goods.ts';
import { pickedUpGoods, pickUp } from '../../src/pick-up/pick-up.ts';
import type { PickUpEvent } from '../../src/pick-up/pick-up-event.ts';
import { purchaseList } from '../../src/purchase/purchase-list.ts';
import { compareReceipt, Receipt } from '../../src/purchase/receipt.ts';
import { splitReceipt } from '../../src/purchase/split-receipt.ts';
import { type LineFate, totals } from '../../src/totals/totals.ts';
import { totalsFlaws } from '../../src/totals/totals-laws.ts';
import { groceries } from '../delivery/paths.ts';
import { rice } from '../pick-up/paths.ts';
import { at, day, eventsOf, person, played } from '../visit/played.ts';

const eggs = (quantity: number) => [{ item: 'egg', unit: 'piece', quantity }];
const by = person('li');
const brought = eventsOf<DeliveryEvent>();
const fetched = eventsOf<PickUpEvent>();
const out = [brought('11:00', { type: 'packed', by, shorts: [] }), brought('13:05', { type: 'set-out', by })];

it('D-36 D-37: one day of eggs, from the orders over the receipt and the doors to what everybody owes', () => {
  // jia 30 to the door, 4 broken and returned; yi 10, nobody home, carried; bing fetches 6, one missing.
  const wanted = [
    ['jia', 30],
    ['yi', 10],
    ['bing', 6],
  ] as const;
  const list = purchaseList(
    wanted.map(([who, quantity]) => ({
      ...eggs(quantity)[0]!,
      words: '鸡蛋',
      demandId: who as DemandId,
      residentId: person(who),
    })),
  );
  expect(list.items).toEqual([{ item: 'egg', unit: 'piece', quantity: 46, lines: 3 }]);
  const paid = { item: 'egg', unit: 'piece', quantity: 46, cents: 4601 };
  const receipt = Receipt.parse({
    format: 'linli-receipt/1',
    id: 'r',
    at: at('09:00'),
    lines: [paid],
    adjustmentCents: 0,
    totalCents: 4601,
  });
  expect(compareReceipt(list, receipt)).toEqual([]);

  const broken = { item: 'egg', unit: 'piece', quantity: 4, fate: 'returned' as const };
  const lost = { item: 'egg', unit: 'piece', quantity: 1, fate: 'missing' as const };
  const jia = played(
    delivery,
    groceries({ goods: eggs(30) }),
    ...out,
    brought('13:20', { type: 'handed-over', by, recipientId: person('jia'), where: 'door', shorts: [broken] }),
  ).snapshot;
  const yi = played(
    delivery,
    groceries({ residentId: person('yi'), goods: eggs(10) }),
    ...out,
    brought('13:40', { type: 'nobody-home', by }),
    brought('14:00', { type: 'carried', by, toDate: day('2020-03-31') }),
  ).snapshot;
  const bing = played(
    pickUp,
    rice({ residentId: person('bing'), goods: eggs(6) }),
    fetched('14:10', { type: 'fetched', by, recipientId: person('bing'), shorts: [lost] }),
  ).snapshot;

  const told: readonly (readonly [string, LineFate, readonly GoodsTally[]])[] = [
    ['jia', 'done', deliveredGoods(jia.state, jia.facts)],
    ['yi', 'carried', deliveredGoods(yi.state, yi.facts)],
    ['bing', 'done', pickedUpGoods(bing.state, bing.facts)],
  ];
  const lines = told.flatMap(([who, fate, goods]) =>
    goods.map((one) => ({ ...one, demandId: who as DemandId, residentId: person(who), grid: 1, fate })),
  );
  const rows = totals('all', lines);
  expect(totalsFlaws('all', lines, rows)).toEqual([]);
  expect(rows[0]!.lines).toEqual({ in: 3, done: 2, cancelled: 0, carried: 1, open: 0 });
  expect(rows[0]!.goods).toMatchObject([
    { quantity: 46, count: { delivered: 31, returned: 4, missing: 1, carried: 10, open: 0 } },
  ]);
  expect(rows[0]!.goods[0]!.quantity).toBe(list.items[0]!.quantity);

  const split = splitReceipt(
    receipt,
    lines
      .map(({ residentId, item, unit, count }) => ({ residentId, item, unit, quantity: count.delivered }))
      .filter(({ quantity }) => quantity > 0),
  );
  // 46.01 by 26, 5 and the 15 that reached nobody, of 46: quotas 2600.57, 500.11, 1500.33.
  expect(
    split.ok && [...split.value.shares.map(({ residentId, cents }) => [residentId, cents]), ['rest', split.value.rest.cents]],
  ).toEqual([
    ['bing', 500],
    ['jia', 2601],
    ['rest', 1500],
  ]);
});
