import type { DemandId, Instant } from '@linli/model';
import type { Short } from '../../src/delivery/goods.ts';
import { type PickUpTypes, pickUp } from '../../src/pick-up/pick-up.ts';
import type { PickUpEvent } from '../../src/pick-up/pick-up-event.ts';
import { type PickUpFacts, planPickUp } from '../../src/pick-up/pick-up-facts.ts';
import { duowenPickUpPoint } from '../../src/pick-up/pick-up-point.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import type { PathPlan } from '../paths.ts';
import { at, day, person, wuhan } from '../visit/played.ts';

/** 10 jin of rice, in the slot from 14:00 to 15:00, kept for 18 hours. */
export const rice = (change: Partial<PickUpFacts> = {}): PickUpFacts => ({
  ...planPickUp({
    residentId: person('sun'),
    demandIds: ['rice' as DemandId],
    date: day('2020-03-30'),
    goods: [{ item: 'rice', unit: 'jin', quantity: 10 }],
    point: duowenPickUpPoint,
    slot: duowenPickUpPoint.slots[1]!,
    on: day('2020-03-31'),
    zone: wuhan,
  }),
  ...change,
});

export const short = (quantity: number): Short => ({ item: 'rice', unit: 'jin', quantity, fate: 'missing' });

/** Everything that may happen to it at `now`. */
export const pickUpEvents = (now: Instant, id: string): readonly PickUpEvent[] => {
  const stem = (name: string) => ({ id: `${id} ${name}`, at: now, by: person('chen') });
  return [
    { type: 'called', ...stem('called') },
    { type: 'not-reached', ...stem('not-reached') },
    { type: 'fetched', ...stem('fetched'), recipientId: person('sun'), shorts: [] },
    { type: 'fetched', ...stem('fetched short'), recipientId: person('zhou'), shorts: [short(3)] },
    { type: 'fetched', ...stem('fetched wrong'), recipientId: person('sun'), shorts: [short(11)] },
    { type: 'to-door', ...stem('to-door'), deliveryId: 'delivery-1' },
    { type: 'returned', ...stem('returned'), reason: 'not wanted' },
    { type: 'carried', ...stem('carried'), toDate: day('2020-03-31') },
    { type: 'carried', ...stem('carried back'), toDate: day('2020-03-30') },
  ];
};

const events = (snapshot: Snapshot<PickUpTypes>) => {
  const due = pickUp.due(snapshot.state, snapshot.facts);
  const id = `${snapshot.seen.length}`;
  const ticks = due === null ? [] : [{ type: 'tick' as const, id: `${id} due`, at: due }];
  return [...pickUpEvents(snapshot.at ?? at('13:00'), id), ...ticks];
};

export const plans: readonly PathPlan<PickUpTypes>[] = [{ process: pickUp, facts: [rice()], events }];
