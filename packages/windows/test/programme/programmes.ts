import { type Instant, PersonId } from '@linli/model';
import { duowenProgrammes2020 } from '../../src/programme/duowen-programmes-2020.ts';
import { Programme } from '../../src/programme/programme.ts';
import { at } from '../days.ts';

export const person = (id: string): PersonId => PersonId.parse(id);
export const [an, bo, chen, deng] = ['an', 'bo', 'chen', 'deng'].map(person) as [PersonId, PersonId, PersonId, PersonId];
export const leader = person('leader');

export const preset = (id: string): Programme => duowenProgrammes2020.find((programme) => programme.id === id)!;

/** A preset with something changed, read like any other. */
export const changed = (id: string, change: object): Programme => Programme.parse({ ...preset(id), ...change });

/** At least two, at most three, four sessions, closed after the second. */
export const smallGroup = changed('stress-relief-group', {
  shape: { kind: 'group', atLeast: 2, atMost: 3, sessions: 4, closesAfterSession: 2 },
});
export const smallClass = changed('public-welfare-class', { shape: { kind: 'class', capacity: 1 } });
/** Two at once, in the morning and in the afternoon. 2020-03-30 was a Monday. */
export const smallPlace = changed('bowen-house', {
  shape: {
    kind: 'place',
    capacity: 2,
    opening: [
      { weekday: 1, from: '14:00', until: '17:00' },
      { weekday: 1, from: '09:00', until: '11:30' },
    ],
  },
});

export const span = (from: string, until: string): { readonly from: Instant; readonly until: Instant } => ({
  from: at(from),
  until: at(until),
});
