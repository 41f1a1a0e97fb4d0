import { climb, keysLeft, withKeysAsked } from './climb.ts';
import { asksOf, keyAsksOf, notify } from './ladder-effect.ts';
import type { LadderFacts } from './ladder-facts.ts';
import type { LadderGuard } from './ladder-types.ts';
import { leaving } from './onward.ts';
import { recorded } from './recorded.ts';
import { type From, type Here, type Of, tells, toLast, type Way, written } from './way.ts';

/** Further knocks are written down where people are being asked already. */
export const knocksIn = (here: Here) => ({
  'knock-unanswered': [written<Of<'knock-unanswered'>>(here, 'ladder/knocked-again')],
  'contact-missed': [written<Of<'contact-missed'>>(here, 'ladder/knocked-again')],
});
/** Whoever was on the way stood at the door, and nobody answered: there is nothing left to wait for. */
export const knocksWhileAttended = {
  ...knocksIn('attended'),
  'knock-unanswered': [...leaving<Of<'knock-unanswered'>>(), written<Of<'knock-unanswered'>>('attended', 'ladder/knocked-again')],
} as const;

/** A flag from which the ladder starts or wakes: at its own rung, or at `atLeast` where that lies higher. */
export const flagged = (
  guard: LadderGuard | undefined,
  from: From,
  atLeast: (facts: LadderFacts, code: string) => number,
): Way<Of<'red-flag'>> => ({
  ...(guard === undefined ? {} : { guard }),
  to: 'asking',
  because: 'ladder/flag-raised',
  data: (_, { code }) => ({ code }),
  set: (facts, event) => {
    const told = from(recorded(facts, event));
    return climb(told, atLeast(told, event.code), event.at);
  },
  effects: (facts, { at, by }) => [...asksOf(facts, at), notify(facts, 'red-flag', by)],
});

/** The flag's rung is at work already, and those who answer for the resident hear it. */
export const flagNoted = (here: Here): Way<Of<'red-flag'>> => ({
  to: here,
  because: 'ladder/flag-noted',
  data: (_, { code }) => ({ code }),
  set: recorded,
  effects: (facts, { by }) => [notify(facts, 'red-flag', by)],
});

/** Keys and doors. A key that fails asks for the next one at once. */
export const entriesIn = (here: Here): readonly Way<Of<'entry-tried'>>[] => [
  {
    guard: 'has-next-key',
    to: here,
    because: 'ladder/next-key',
    set: (facts, event) => {
      const told = recorded(facts, event);
      return { ...told, ...withKeysAsked(told, keysLeft(told).slice(0, 1), event.at) };
    },
    effects: (facts, { at, by }) => [...keyAsksOf(facts, at).slice(-1), notify(facts, 'key-failed', by)],
  },
  {
    guard: 'did-not-open',
    to: here,
    because: 'ladder/no-key-opened',
    set: recorded,
    effects: (facts, { by }) => [notify(facts, keysLeft(facts).length === 0 ? 'no-key-left' : 'key-failed', by)],
  },
  written(here, 'ladder/entered'),
];
export const chainedIn = (here: Here): readonly Way<Of<'entry-tried'>>[] => [
  toLast<Of<'entry-tried'>>('chain-climbs', 'ladder/chain-is-on'),
  { guard: 'is-chained', to: here, because: 'ladder/chain-is-on', set: recorded, effects: tells },
];
