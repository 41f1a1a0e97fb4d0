import { describe, expect, it } from 'vitest';
import { deliveredGoods } from '../../src/delivery/delivered-goods.ts';
import { delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryEvent } from '../../src/delivery/delivery-event.ts';
import { DeliveryFacts } from '../../src/delivery/delivery-facts.ts';
import { duowenDeliveryRule, parseDeliveryRule } from '../../src/delivery/delivery-rule.ts';
import { at, day, eventsOf, person, played, tick, typesOf } from '../visit/played.ts';
import { broken, groceries, soldOut } from './paths.ts';

const on = eventsOf<DeliveryEvent>();
const by = person('li');
const packed = on('11:00', { type: 'packed', by, shorts: [] });
const setOut = on('13:05', { type: 'set-out', by });
const handed = (time: string, recipient = 'jia', shorts: readonly (typeof broken)[] = []) =>
  on(time, { type: 'handed-over', by, recipientId: person(recipient), where: 'door', shorts });
const promised = (from: string, until: string) =>
  on('11:30', { type: 'promised', by, promise: { from: at(from), until: at(until) } });

describe('a delivery', () => {
  it('packed, brought, handed over to the resident: whole, in time, and the resident was seen', () => {
    const { snapshot, effects, codes } = played(delivery, groceries(), packed, setOut, handed('13:20'));
    expect(snapshot.state).toBe('delivered');
    expect(codes).toEqual(['delivery/packed', 'delivery/on-the-way', 'delivery/handed-over']);
    expect(effects).toMatchObject([{ type: 'delivered', recipientId: 'jia', isResidentSeen: true, overrunMinutes: 0 }]);
  });

  it('taken by a neighbour: delivered, and the resident was not seen', () => {
    expect(played(delivery, groceries(), packed, setOut, handed('13:20', 'zhou')).effects).toMatchObject([
      { type: 'delivered', recipientId: 'zhou', isResidentSeen: false },
    ]);
  });

  it('D-36: soap sold out, 4 of 30 eggs returned: what is short is counted item by item, each in its unit', () => {
    const { snapshot } = played(
      delivery,
      groceries(),
      on('11:00', { type: 'packed', by, shorts: [soldOut] }),
      setOut,
      handed('13:20', 'jia', [broken]),
    );
    expect(snapshot.state).toBe('partly-delivered');
    const none = { delivered: 0, returned: 0, missing: 0, carried: 0, cancelled: 0, open: 0 };
    expect(deliveredGoods(snapshot.state, snapshot.facts)).toEqual([
      { item: 'egg', unit: 'piece', quantity: 30, count: { ...none, delivered: 26, returned: 4 } },
      { item: 'carrot', unit: 'jin', quantity: 2, count: { ...none, delivered: 2 } },
      { item: 'soap', unit: null, quantity: null, count: { ...none, missing: 1 } },
    ]);
  });

  it('more than the parcel holds cannot be short, counted together with what was missing before', () => {
    const missing = on('11:00', { type: 'packed', by, shorts: [{ ...broken, quantity: 27, fate: 'missing' }] });
    expect(played(delivery, groceries(), missing, setOut, handed('13:20', 'jia', [broken])).codes.at(-1)).toBe(
      'delivery/goods-do-not-fit',
    );
    expect(
      played(delivery, groceries(), missing, setOut, handed('13:20', 'jia', [{ ...broken, quantity: 3 }])).snapshot.state,
    ).toBe('partly-delivered');
  });
});

describe('D-31: one’s share by 12:00', () => {
  it('not confirmed by 12:00 it is flagged, an hour before deliveries begin', () => {
    expect(played(delivery, groceries(), tick('12:00', -1)).effects).toEqual([]);
    const flagged = played(delivery, groceries(), tick('12:00'));
    expect(flagged.effects).toMatchObject([{ type: 'unpacked', helperId: 'li', at: at('12:00'), late: false }]);
    expect(at('12:00')).toBeLessThan(flagged.snapshot.facts.window.from);
  });

  it('confirmed at 11:59 nothing is flagged; not confirmed, nobody sets out', () => {
    expect(played(delivery, groceries(), on('11:59', { type: 'packed', by, shorts: [] }), tick('12:30')).effects).toEqual([]);
    expect(played(delivery, groceries(), setOut).codes.at(-1)).toBe('delivery/not-packed');
  });
});

describe('D-32: from 13:00 until 16:00', () => {
  it.each([
    ['13:00', '13:30', true],
    ['15:30', '16:00', true],
    ['12:59', '13:30', false],
    ['15:30', '16:01', false],
    ['14:00', '14:00', false],
  ])('a promise from %s until %s lies inside the window: %s', (from, until, isInside) => {
    const { steps, effects } = played(delivery, groceries(), packed, promised(from, until));
    expect(steps[1]!.isTaken).toBe(isInside);
    expect(typesOf(effects)).toEqual(isInside ? ['arrival-promised'] : []);
  });

  it('stored facts with a promise outside the window cannot be read', () => {
    const promise = { from: at('15:30'), until: at('16:30') };
    expect(DeliveryFacts.safeParse(groceries({ promise })).success).toBe(false);
    expect(DeliveryFacts.safeParse(groceries({ promise: { ...promise, until: at('16:00') } })).success).toBe(true);
  });

  it('a broken promise and an overrun are said when they happen, and stand in the record of the delivery', () => {
    const story = [packed, promised('14:00', '14:30'), setOut, tick('14:30'), tick('16:00'), handed('16:12')] as const;
    const { effects } = played(delivery, groceries(), ...story);
    expect(effects).toMatchObject([
      { type: 'arrival-promised' },
      { type: 'promise-missed', at: at('14:30') },
      { type: 'window-overrun', at: at('16:00') },
      { type: 'delivered', overrunMinutes: 12 },
    ]);
  });

  it('a promise until the end of the window: both are said at 16:00.000, neither before', () => {
    const story = [packed, promised('15:00', '16:00'), setOut] as const;
    expect(typesOf(played(delivery, groceries(), ...story, tick('16:00', -1)).effects)).toEqual(['arrival-promised']);
    expect(typesOf(played(delivery, groceries(), ...story, tick('16:00')).effects)).toEqual([
      'arrival-promised',
      'promise-missed',
      'window-overrun',
    ]);
  });

  it('no word by 17:00: nobody knows where it is, and it is not delivered', () => {
    const { snapshot, effects } = played(delivery, groceries(), packed, setOut, tick('17:00'));
    expect(snapshot.state).toBe('unreported');
    expect(typesOf(effects)).toEqual(['window-overrun', 'unreported']);
    expect(deliveredGoods(snapshot.state, snapshot.facts).every(({ count }) => count.delivered === 0)).toBe(true);
    expect(played(delivery, groceries(), packed, setOut, tick('17:00'), handed('17:30')).snapshot.state).toBe('delivered');
  });
});

describe('at the door', () => {
  const nobody = on('13:20', { type: 'nobody-home', by });
  const left = on('13:25', { type: 'left-at-door', by, shorts: [] });

  it('left there only if the resident agreed; not asked is not agreed; and nobody was seen', () => {
    expect(played(delivery, groceries(), packed, setOut, left).codes.at(-1)).toBe('delivery/leaving-not-agreed');
    const agreed = on('13:10', { type: 'agreed', by, leaving: 'agreed' });
    const { snapshot, effects } = played(delivery, groceries(), packed, setOut, agreed, left);
    expect(snapshot.state).toBe('left');
    expect(effects).toMatchObject([{ type: 'delivered', recipientId: null, isResidentSeen: false }]);
  });

  it('D-09: nobody home proposes a ladder; the goods come back and are carried, with a decision asked for meanwhile', () => {
    const back = on('13:40', { type: 'brought-back', by });
    const carried = on('17:30', { type: 'carried', by, toDate: day('2020-03-31') });
    const { snapshot, effects } = played(delivery, groceries(), packed, setOut, nobody, back, tick('17:00'), carried);
    expect(typesOf(effects)).toEqual(['knock-unanswered', 'unsettled', 'delivery-carried']);
    expect(snapshot.facts.toDate).toBe('2020-03-31');
    expect(deliveredGoods(snapshot.state, snapshot.facts)[0]!.count.carried).toBe(30);
  });

  it('a second try after 17:00 has its own time to report', () => {
    const back = on('13:40', { type: 'brought-back', by });
    const again = on('17:10', { type: 'set-out', by });
    const story = [packed, setOut, nobody, back, tick('17:00'), again] as const;
    expect(played(delivery, groceries(), ...story, tick('18:10', -1)).snapshot.state).toBe('on-the-way');
    expect(played(delivery, groceries(), ...story, tick('18:10')).snapshot.state).toBe('unreported');
  });

  it('D-26: in lockdown it is handed over at the door or the gate, never inside', () => {
    const inside = on('13:20', { type: 'handed-over', by, recipientId: person('jia'), where: 'inside', shorts: [] });
    const closed = on('12:30', { type: 'entry-changed', doorEntry: false });
    expect(played(delivery, groceries(), packed, closed, setOut, inside).codes.at(-1)).toBe('delivery/entry-forbidden');
    expect(played(delivery, groceries(), packed, closed, setOut, handed('13:20')).codes.at(-1)).toBe('delivery/handed-over');
    expect(played(delivery, groceries(), packed, setOut, inside).codes.at(-1)).toBe('delivery/handed-over');
  });

  it('once packed it is returned, not cancelled: goods do not vanish', () => {
    const cancelled = on('12:30', { type: 'cancelled', by, reason: 'resident/away' });
    expect(played(delivery, groceries(), packed, cancelled).codes.at(-1)).toBe('delivery/return-instead');
    expect(played(delivery, groceries(), cancelled).snapshot.state).toBe('cancelled');
  });
});

it('a rule that does not fit is refused with its path', () => {
  expect(parseDeliveryRule(duowenDeliveryRule).ok).toBe(true);
  expect(parseDeliveryRule({ ...duowenDeliveryRule, reportGraceMinutes: 0 }).reasons).toMatchObject([
    { code: 'delivery-rule/malformed', data: { path: 'reportGraceMinutes' } },
  ]);
});
