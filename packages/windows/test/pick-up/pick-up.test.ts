import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PickUpTypes, pickedUpGoods, pickUp } from '../../src/pick-up/pick-up.ts';
import type { PickUpEvent } from '../../src/pick-up/pick-up-event.ts';
import { chooseSlot, duowenPickUpPoint, parsePickUpPoint } from '../../src/pick-up/pick-up-point.ts';
import { defineProcess, type Process } from '../../src/process/define-process.ts';
import { at, day, eventsOf, person, played, tick, typesOf } from '../visit/played.ts';
import { arrivals, isCaught, isEnd, type Story, story, tell } from '../visit/stories.ts';
import { pickUpEvents, rice, short } from './paths.ts';

const on = eventsOf<PickUpEvent>();
const by = person('chen');
const called = on('13:30', { type: 'called', by });
const fetched = (time: string, recipient = 'sun', shorts: ReturnType<typeof short>[] = []) =>
  on(time, { type: 'fetched', by, recipientId: person(recipient), shorts });

describe('D-34: an ordinary resident fetches', () => {
  it('booked, called, fetched', () => {
    const { snapshot, effects, codes } = played(pickUp, rice(), called, fetched('14:10'));
    expect(codes).toEqual(['pick-up/called', 'pick-up/picked-up']);
    expect(effects).toMatchObject([{ type: 'picked-up', recipientId: 'sun', isResidentSeen: true }]);
    expect(snapshot.state).toBe('picked-up');
  });

  it('a neighbour takes 7 of 10 jin: 3 are missing, and the resident was not seen', () => {
    const { snapshot, effects } = played(pickUp, rice(), fetched('14:10', 'zhou', [short(3)]));
    expect(effects).toMatchObject([{ type: 'picked-up', recipientId: 'zhou', isResidentSeen: false }]);
    expect(pickedUpGoods(snapshot.state, snapshot.facts)[0]!.count).toMatchObject({ delivered: 7, missing: 3 });
  });

  it('not fetched by the end of the slot: a reminder; not by the next morning: a decision is asked for', () => {
    expect(played(pickUp, rice(), called, tick('15:00', -1)).effects).toEqual([]);
    const reminded = on('15:20', { type: 'called', by }, 'reminded');
    const story = [called, tick('15:00'), reminded, { type: 'tick' as const, id: 'morning', at: rice().keepUntil }];
    const { snapshot, effects } = played(pickUp, rice(), ...story);
    expect(typesOf(effects)).toEqual(['reminder', 'not-fetched']);
    expect(snapshot.state).toBe('overdue');
    expect(snapshot.facts.keepUntil).toBe(at('15:00', 18 * 3_600_000));
  });

  it('not reached by the reminder: nothing is known of the resident, so somebody is to look', () => {
    const unreached = on('15:20', { type: 'not-reached', by });
    const { snapshot, effects } = played(pickUp, rice(), called, tick('15:00'), unreached);
    expect(effects.at(-1)).toMatchObject({ type: 'knock-wanted', residentId: 'sun', times: 1 });
    expect(snapshot.state).toBe('unfetched');
  });

  it('when the rule flips in a lockdown it goes to the door, by a delivery with a name', () => {
    const flipped = on('13:40', { type: 'to-door', by, deliveryId: 'delivery-7' });
    const { snapshot, effects } = played(pickUp, rice(), called, flipped);
    expect(snapshot.state).toBe('to-door');
    expect(effects).toMatchObject([{ type: 'delivery-wanted', deliveryId: 'delivery-7', demandIds: ['rice'] }]);
  });
});

describe('slots', () => {
  const full = (slot: string): string[] => Array.from({ length: 20 }, () => slot);

  it('the wished one, else the nearest with room, else a refusal', () => {
    const slotOf = (booked: readonly string[], wish: string | null) => {
      const choice = chooseSlot(duowenPickUpPoint, booked, wish);
      return [choice.ok ? choice.value.id : null, choice.reasons[0]!.code];
    };
    expect(slotOf([], '14:00')).toEqual(['14:00', 'slot/booked']);
    expect(slotOf(full('14:00').slice(1), '14:00')).toEqual(['14:00', 'slot/booked']);
    expect(slotOf(full('14:00'), '14:00')).toEqual(['13:00', 'slot/moved']);
    expect(slotOf([...full('14:00'), ...full('13:00')], '14:00')).toEqual(['15:00', 'slot/moved']);
    expect(slotOf(full('13:00'), null)).toEqual(['14:00', 'slot/booked']);
    expect(slotOf(['13:00', '14:00', '15:00'].flatMap(full), null)).toEqual([null, 'slot/all-full']);
    expect(slotOf([], '12:00')).toEqual([null, 'slot/unknown']);
  });

  it('no slot ever holds more than its capacity, and everybody who fits gets one', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.constantFrom('13:00', '14:00', '15:00'), { nil: null }), { maxLength: 80 }), (wishes) => {
        const booked: string[] = [];
        let refused = 0;
        for (const wish of wishes) {
          const choice = chooseSlot(duowenPickUpPoint, booked, wish);
          if (choice.ok) booked.push(choice.value.id);
          else refused += 1;
        }
        for (const { id, capacity } of duowenPickUpPoint.slots)
          expect(booked.filter((slot) => slot === id).length).toBeLessThanOrEqual(capacity);
        expect(refused).toBe(Math.max(0, wishes.length - 60));
      }),
      { seed: 34, numRuns: 100 },
    );
  });

  it('a point whose slots do not fit is refused with every path', () => {
    const [first, second] = duowenPickUpPoint.slots;
    const slots = [first, { ...second, id: '13:00', from: '13:59' }, { id: 'x', from: '16:00', until: '16:00', capacity: 1 }];
    expect(parsePickUpPoint({ ...duowenPickUpPoint, slots }).reasons).toEqual([
      { code: 'pick-up-point/slot-twice', data: { path: 'slots.1.id' } },
      { code: 'pick-up-point/slots-overlap', data: { path: 'slots.1.from' } },
      { code: 'pick-up-point/slot-without-length', data: { path: 'slots.2.until' } },
    ]);
    expect(parsePickUpPoint({ ...duowenPickUpPoint, keepMinutes: 0 }).reasons[0]).toMatchObject({
      code: 'pick-up-point/malformed',
      data: { path: 'keepMinutes' },
    });
  });
});

function violationsOf(tale: Story, process: Process<PickUpTypes> = pickUp): readonly string[] {
  const told = tell({ process, facts: [rice()], from: at('12:00'), preludes: [[], [called]], events: pickUpEvents }, tale);
  const { turns, last, effects } = told;
  const broken = [...told.broken];
  const law = (name: string, holds: boolean): void => {
    if (!holds) broken.push(name);
  };
  const taken = (type: string) => turns.filter(({ event, step }) => event.type === type && step.isTaken);
  const sent = (type: string) => effects.filter((effect) => effect.type === type);
  const [tally] = pickedUpGoods(last.state, last.facts);

  law(
    'silence is never picked up, returned or carried',
    turns.every(
      ({ before, event, step }) =>
        event.type !== 'tick' || before.state === step.snapshot.state || !isEnd(process, step.snapshot.state),
    ),
  );
  law(
    'what nobody fetched was reminded of, and then asked about',
    isEnd(process, last.state) || sent('not-fetched').length === 1,
  );
  law('a reminder comes once', sent('reminder').length <= 1);
  law('every call without an answer is passed on, once', sent('knock-wanted').length === taken('not-reached').length);
  law(
    'D-36 goods in = delivered + returned + missing + carried + open',
    Object.values(tally!.count).reduce((sum, part) => sum + part, 0) === 10,
  );
  law(
    'W-17 it leaves with whoever took it, a delivery, a reason or a later date',
    !isEnd(process, last.state) ||
      last.facts.recipientId !== null ||
      last.facts.deliveryId !== null ||
      last.facts.why !== null ||
      (last.facts.toDate ?? '') > day('2020-03-30'),
  );
  law(
    'by somebody’s word alone',
    arrivals(told, 'picked-up').every(({ event }) => event.type === 'fetched'),
  );
  return broken;
}

describe('laws of a pick-up', () => {
  const runs = { seed: 20200331, numRuns: 150 };
  const caught =
    (bug: Partial<Process<PickUpTypes>>) =>
    (law: string): boolean => {
      const process = defineProcess<PickUpTypes>({ ...pickUp, ...bug });
      return isCaught(law, (tale) => violationsOf(tale, process));
    };
  const { states, guards } = pickUp;

  it('D-34 D-36 W-04 W-07 W-11 W-12 W-17: whatever happens, goods are not lost and silence decides nothing', () => {
    fc.assert(
      fc.property(story, (tale) => {
        expect(violationsOf(tale)).toEqual([]);
      }),
      runs,
    );
  });

  it('planted bug: goods that go back by themselves when nobody comes', () => {
    const bug = {
      ...states,
      unfetched: { ...states.unfetched, due: [{ to: 'returned' as const, because: 'pick-up/returned' as const }] },
    };
    expect(caught({ states: bug })('silence is never picked up, returned or carried')).toBe(true);
  });

  it('planted bug: a slot that is over, and nobody is asked to decide', () => {
    expect(
      caught({ due: (state, known) => (state === 'reminded' ? null : pickUp.due(state, known)) })(
        'what nobody fetched was reminded of, and then asked about',
      ),
    ).toBe(true);
  });

  it('planted bug: a call without an answer that is not passed on', () => {
    const bug = {
      ...states,
      booked: { ...states.booked, 'not-reached': [{ to: 'booked' as const, because: 'pick-up/not-reached' as const }] },
    };
    expect(caught({ states: bug })('every call without an answer is passed on, once')).toBe(true);
  });

  it('planted bug: carried to its own day', () => {
    expect(
      caught({ guards: { ...guards, 'goes-forward': () => true } })(
        'W-17 it leaves with whoever took it, a delivery, a reason or a later date',
      ),
    ).toBe(true);
  });
});
