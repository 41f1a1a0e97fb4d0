import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deliveredGoods } from '../../src/delivery/delivered-goods.ts';
import { delivery } from '../../src/delivery/delivery.ts';
import type { DeliveryEvent } from '../../src/delivery/delivery-event.ts';
import type { DeliveryTypes } from '../../src/delivery/delivery-types.ts';
import { type GoodsTally, goodsKey, type Short, tallyOf } from '../../src/delivery/goods.ts';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { at, eventsOf, person } from '../visit/played.ts';
import { arrivals, isCaught, isEnd, type Story, story, tell } from '../visit/stories.ts';
import { deliveryEvents, groceries } from './paths.ts';

const runs = { seed: 20200331, numRuns: 150 };
const facts = [groceries(), groceries({ helperId: null }), groceries({ leaving: 'agreed', doorEntry: false })];

const on = eventsOf<DeliveryEvent>();
const by = person('li');
const packed = on('11:00', { type: 'packed', by, shorts: [] });
const setOut = on('13:05', { type: 'set-out', by });
const preludes = [[], [packed], [packed, setOut], [packed, setOut, on('13:20', { type: 'nobody-home', by })]];

const addsUp = ({ quantity, count }: GoodsTally): boolean =>
  Object.values(count).reduce((sum, part) => sum + part, 0) === (quantity ?? 1) &&
  Object.values(count).every((part) => part >= 0);

function violationsOf(tale: Story, process: Process<DeliveryTypes> = delivery): readonly string[] {
  const told = tell({ process, facts, from: at('10:00'), preludes, events: deliveryEvents }, tale);
  const { turns, last, effects } = told;
  const broken = [...told.broken];
  const law = (name: string, holds: boolean): void => {
    if (!holds) broken.push(name);
  };
  const taken = (type: string) => turns.filter(({ event, step }) => event.type === type && step.isTaken);
  const sent = (type: string) => effects.filter((effect) => effect.type === type);
  const tally = deliveredGoods(last.state, last.facts);

  law(
    'silence is never delivered',
    (['delivered', 'partly-delivered', 'left'] as const).every((state) =>
      arrivals(told, state).every(({ event }) => event.type === 'handed-over' || event.type === 'left-at-door'),
    ),
  );
  law('no parcel waits unheard for ever', !['planned', 'packed', 'on-the-way'].includes(last.state));
  law('every knock without an answer is passed on, once', sent('knock-unanswered').length === taken('nobody-home').length);
  law(
    'what is open in the end was said to be open',
    isEnd(process, last.state) || sent('unreported').length + sent('unsettled').length > 0,
  );
  law('D-36 goods in = delivered + returned + missing + carried + cancelled + open', tally.every(addsUp));
  law(
    'D-36 in the end nothing is open',
    isEnd(process, last.state) === tally.every(({ count }) => count.open === 0) ||
      last.facts.shorts.length === last.facts.goods.length,
  );
  law(
    'D-32 a promise lies inside the window and ahead',
    turns.every(
      ({ before, event, step }) =>
        event.type !== 'promised' ||
        !step.isTaken ||
        (before.facts.window.from <= event.promise.from &&
          event.promise.until <= before.facts.window.until &&
          event.at < event.promise.until),
    ),
  );
  law(
    'D-32 an overrun is said once',
    sent('window-overrun').length <= 1 &&
      sent('unpacked').length <= 1 &&
      sent('promise-missed').length <= taken('promised').length,
  );
  law(
    'nothing is left at a door where that was not agreed',
    turns.every(({ before, event, step }) => event.type !== 'left-at-door' || !step.isTaken || before.facts.leaving === 'agreed'),
  );
  law(
    'only the resident in person is seen',
    effects.every(
      (effect) => effect.type !== 'delivered' || effect.isResidentSeen === (effect.recipientId === effect.residentId),
    ),
  );
  law(
    'W-17 it leaves with whoever took it, a reason or a later date',
    !isEnd(process, last.state) ||
      last.state === 'left' ||
      last.facts.recipientId !== null ||
      (last.facts.why ?? '') !== '' ||
      (last.facts.toDate ?? '') > last.facts.date,
  );
  return broken;
}

describe('laws of a delivery', () => {
  it('D-32 D-36 W-04 W-07 W-11 W-12 W-17: whatever happens, silence is never delivered and no goods are lost', () => {
    fc.assert(
      fc.property(story, (tale) => {
        expect(violationsOf(tale)).toEqual([]);
      }),
      runs,
    );
  });
});

describe('planted bugs are caught', () => {
  const caught =
    (bug: Partial<Process<DeliveryTypes>>) =>
    (law: string): boolean => {
      const process = defineProcess<DeliveryTypes>({ ...delivery, ...bug });
      return isCaught(law, (tale) => violationsOf(tale, process));
    };
  const { states, guards } = delivery;

  it('a parcel taken as delivered when its window is over', () => {
    const bug = {
      ...states,
      'on-the-way': { ...states['on-the-way'], due: [{ to: 'delivered' as const, because: 'delivery/handed-over' as const }] },
    };
    expect(caught({ states: bug })('silence is never delivered')).toBe(true);
  });

  it('an overrun that nobody hears of, for ever', () => {
    expect(
      caught({ due: (state, known) => (state === 'packed' ? null : delivery.due(state, known)) })(
        'no parcel waits unheard for ever',
      ),
    ).toBe(true);
  });

  it('goods at the pick-up point that nobody is asked about', () => {
    expect(
      caught({ due: (state, known) => (state === 'at-point' || state === 'nobody-home' ? null : delivery.due(state, known)) })(
        'what is open in the end was said to be open',
      ),
    ).toBe(true);
  });

  it('nobody home, and nobody hears of it', () => {
    const bug = {
      ...states,
      'on-the-way': {
        ...states['on-the-way'],
        'nobody-home': [{ to: 'nobody-home' as const, because: 'delivery/nobody-home' as const }],
      },
    };
    expect(caught({ states: bug })('every knock without an answer is passed on, once')).toBe(true);
  });

  it('D-32: a promise of a time that has passed', () => {
    const lax = {
      ...guards,
      'promise-fits': ({ window }: DeliveryTypes['facts'], event: Parameters<(typeof guards)['promise-fits']>[1]) =>
        event.type === 'promised' && event.promise.until <= window.until,
    };
    expect(caught({ guards: lax })('D-32 a promise lies inside the window and ahead')).toBe(true);
  });

  it('leaving goods where nobody was asked', () => {
    expect(
      caught({ guards: { ...guards, 'leaving-is-agreed': ({ leaving }) => leaving !== 'declined' } })(
        'nothing is left at a door where that was not agreed',
      ),
    ).toBe(true);
  });

  it('carried to the same day', () => {
    expect(
      caught({ guards: { ...guards, 'goes-forward': () => true } })(
        'W-17 it leaves with whoever took it, a reason or a later date',
      ),
    ).toBe(true);
  });

  it('D-36: more short than there was stops the count with a fault', () => {
    expect(() => caught({ guards: { ...guards, 'goods-do-not-fit': () => false } })('')).toThrow(
      expect.objectContaining({ code: 'goods/shorts-do-not-fit' }),
    );
  });
});

describe('D-36: the tally of goods', () => {
  const goods = fc.uniqueArray(
    fc.record({
      item: fc.constantFrom('egg', 'rice', 'oil'),
      unit: fc.constantFrom('jin', 'piece', null),
      quantity: fc.option(fc.integer({ min: 1, max: 40 }), { nil: null }),
    }),
    { minLength: 1, maxLength: 6, selector: goodsKey },
  );

  it('adds up for every parcel, item by item and unit by unit', () => {
    fc.assert(
      fc.property(goods, fc.array(fc.nat(40), { minLength: 6, maxLength: 6 }), (parcel, parts) => {
        const shorts = parcel.flatMap(({ quantity, ...one }, index): readonly Short[] => {
          const part = parts[index]! % ((quantity ?? 1) + 1);
          return part === 0
            ? []
            : [{ ...one, quantity: quantity === null ? null : part, fate: index % 2 === 0 ? 'missing' : 'returned' }];
        });
        const tally = tallyOf(parcel, shorts, 'delivered');
        expect(tally.every(addsUp)).toBe(true);
        expect(tally.map(({ item, unit, quantity }) => ({ item, unit, quantity }))).toEqual(
          parcel.map(({ item, unit, quantity }) => ({ item, unit, quantity })),
        );
      }),
      { seed: 36, numRuns: 200 },
    );
  });
});
