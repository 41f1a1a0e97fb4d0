import type { Due, Transition } from '../process/process-types.ts';
import { climbToLast } from './climb.ts';
import { asksOf, type LadderEffect, notify } from './ladder-effect.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts } from './ladder-facts.ts';
import type { LadderCode, LadderGuard, LadderState, LadderTypes } from './ladder-types.ts';
import { recorded } from './recorded.ts';

// What the tables of answers, doors and outcomes have in common.

export type Any = LadderEvent | Due;
export type Of<Type extends LadderEvent['type']> = Extract<LadderEvent, { readonly type: Type }>;
export type Way<Event> = Transition<LadderTypes, Event>;
/** Where an event is only written down, the ladder stays where it was. */
export type Here = LadderState;
/** What becomes of the facts before the ladder climbs: nothing, or another round. */
export type From = (facts: LadderFacts) => LadderFacts;

export const asIs: From = (facts) => facts;

/** Written down, and nothing else. */
export const written = <Event extends LadderEvent>(here: Here, because: LadderCode): Way<Event> => ({
  to: here,
  because,
  set: recorded,
});

/** A resident is no witness of his own: whoever saw or heard him reports. */
export const ownWord = <Event extends LadderEvent>(): Way<Event> => ({
  guard: 'is-the-resident',
  refused: true,
  because: 'ladder/own-word',
});

/** The last rung was called, and those who answer for the resident hear it. */
const asksAndTells = (facts: LadderFacts, event: Of<'entry-tried' | 'outcome'>): readonly LadderEffect[] => [
  ...asksOf(facts, event.at),
  ...tells(facts, event),
];
export const tells = (facts: LadderFacts, { by }: Of<'entry-tried' | 'outcome'>): readonly LadderEffect[] => [
  notify(facts, 'emergency-raised', by),
];

/** Straight to the emergency services, from wherever `from` leads. */
export const toLast = <Event extends Of<'entry-tried' | 'outcome'>>(
  guard: LadderGuard,
  because: LadderCode,
  from: From = asIs,
): Way<Event> => ({
  guard,
  to: 'asking',
  because,
  set: (facts, event) => climbToLast(from(recorded(facts, event)), event.at),
  effects: asksAndTells,
});
