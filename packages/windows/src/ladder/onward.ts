import type { Instant } from '@linli/model';
import type { Due, Ways } from '../process/process-types.ts';
import { climbNext, morningOf, sleepUntil, stopped } from './climb.ts';
import { asksOf, exhausted } from './ladder-effect.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts } from './ladder-facts.ts';
import { stepAt } from './ladder-steps.ts';
import type { LadderCode, LadderGuard, LadderTypes } from './ladder-types.ts';
import { recorded } from './recorded.ts';
import type { Any, Here, Way } from './way.ts';

/** For the words of a climb: the rungs of the step just reached, by id. */
export const nextRungs = ({ definition, step }: LadderFacts) => ({
  rung: stepAt(definition, step)
    .map(({ id }) => id)
    .join(' + '),
});

/** What a ladder does next when nobody goes: the next step, in the morning where it must wait, or the end of the asking. */
const onward = <Event extends Any>(
  because: LadderCode,
  guards: readonly [LadderGuard, LadderGuard, LadderGuard?],
): readonly Way<Event>[] => {
  const [atTheTop, inQuietHours, otherwise] = guards;
  return [
    {
      guard: atTheTop,
      to: 'nobody-confirmed',
      because: 'ladder/nobody-confirmed',
      set: (facts, event) => stopped(recorded(facts, event), event.at),
      effects: (facts, { at }) => [exhausted(facts, at)],
    },
    {
      guard: inQuietHours,
      to: 'waiting-for-morning',
      because: 'ladder/waits-for-morning',
      set: (facts, event) => {
        const told = recorded(facts, event);
        return sleepUntil(told, morningOf(told, told.step + 1, event.at) ?? event.at, event.at);
      },
    },
    {
      ...(otherwise === undefined ? {} : { guard: otherwise }),
      to: 'asking',
      because,
      data: nextRungs,
      set: (facts, event) => climbNext(recorded(facts, event), event.at),
      effects: (facts, { at }) => asksOf(facts, at),
    },
  ];
};

/** A deadline that nobody kept, in `asking` and `attended`. */
export const missed = (
  here: Here,
  because: LadderCode,
  resume: (facts: LadderFacts, now: Instant) => LadderFacts,
): Ways<LadderTypes, 'due'> => [
  { guard: 'was-asleep', to: here, because: 'ladder/resumed-after-silence', set: (facts, { now }) => resume(facts, now) },
  ...onward<Due>(because, ['is-at-the-top', 'goes-on-in-quiet-hours']),
];

/** Before the time is up: nobody who was asked can go, whoever went turned back, or found nobody. */
export const leaving = <Event extends LadderEvent>(): readonly Way<Event>[] =>
  onward<Event>('ladder/nobody-can-go', ['leaves-nobody-at-the-top', 'leaves-nobody-in-quiet-hours', 'leaves-nobody']);
