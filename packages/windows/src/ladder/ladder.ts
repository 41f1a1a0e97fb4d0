import { defineProcess } from '../process/define-process.ts';
import { answersAtNight, answersWhileAsking, answersWhileAttended, answersWrittenIn } from './answer-ways.ts';
import { after, climb, climbNext, morningOf, resumed, sleepUntil, stepOfFlag, stopped, withRound } from './climb.ts';
import { chainedIn, entriesIn, flagged, flagNoted, knocksIn, knocksWhileAttended } from './door-ways.ts';
import { asksOf, exhausted, notify } from './ladder-effect.ts';
import { LadderEvent } from './ladder-event.ts';
import { LadderFacts } from './ladder-facts.ts';
import { ladderGuards } from './ladder-guards.ts';
import { stepAt, waitSecondsOf } from './ladder-steps.ts';
import { ladderTexts } from './ladder-texts.ts';
import type { LadderCode, LadderTypes } from './ladder-types.ts';
import { missed, nextRungs } from './onward.ts';
import { deathConfirmed, deathSeen, deathSeenFirst, endings, helpIsComing, unsure, unsureUnderFlag } from './outcome-ways.ts';
import { recorded } from './recorded.ts';
import { asIs, toLast, written } from './way.ts';

/** A new reason begins a round: at once, or in the morning where the first rung waits for it and nothing is urgent. */
const begin = (because: LadderCode) =>
  [
    {
      guard: 'begins-in-quiet-hours',
      to: 'waiting-for-morning',
      because: 'ladder/waits-for-morning',
      set: (facts: LadderFacts, event: LadderEvent) => {
        const round = withRound(recorded(facts, event));
        return sleepUntil(round, morningOf(round, 0, event.at) ?? event.at, event.at);
      },
    },
    {
      to: 'asking',
      because,
      data: nextRungs,
      set: (facts: LadderFacts, event: LadderEvent) => climb(withRound(recorded(facts, event)), 0, event.at),
      effects: (facts: LadderFacts, { at }: LadderEvent) => asksOf(facts, at),
    },
  ] as const;
const begins = (because: LadderCode) => ({ 'knock-unanswered': begin(because), 'contact-missed': begin(because) });

/**
 * What follows a knock that nobody answered. Silence, a decline and an uncertain word all lead upwards; only what a named
 * person saw or heard for certain ends it. Every rung asks once in a round, and a round ends in a known time (`ladderBounds`).
 */
export const ladder = defineProcess<LadderTypes>({
  name: 'ladder',
  version: 1,
  migrations: [],
  Facts: LadderFacts,
  Event: LadderEvent,
  initial: 'ready',
  states: {
    ready: {
      ...begins('ladder/begun'),
      note: [written('ready', 'ladder/noted')],
      'red-flag': [flagged(undefined, withRound, stepOfFlag)],
      outcome: [
        ...endings,
        deathSeenFirst('sees-death', withRound),
        toLast('needs-help', 'ladder/emergency-raised', withRound),
        ...unsure('ready'),
      ],
    },
    'waiting-for-morning': {
      ...knocksIn('waiting-for-morning'),
      note: [written('waiting-for-morning', 'ladder/noted')],
      ...answersAtNight,
      'red-flag': [flagged(undefined, asIs, (facts, code) => Math.max(stepOfFlag(facts, code), facts.step + 1))],
      'entry-tried': [toLast('is-chained', 'ladder/chain-is-on'), ...entriesIn('waiting-for-morning')],
      outcome: [
        ...endings,
        deathSeenFirst('sees-death'),
        toLast('needs-help', 'ladder/emergency-raised'),
        ...unsure('waiting-for-morning'),
      ],
      due: [
        {
          to: 'asking',
          because: 'ladder/morning-came',
          data: nextRungs,
          set: (facts, { at }) => climbNext(facts, at),
          effects: (facts, { at }) => asksOf(facts, at),
        },
      ],
    },
    asking: {
      ...knocksIn('asking'),
      note: [written('asking', 'ladder/noted')],
      ...answersWhileAsking,
      'red-flag': [flagged('flag-climbs', asIs, stepOfFlag), flagNoted('asking')],
      'entry-tried': [...chainedIn('asking'), ...entriesIn('asking')],
      outcome: [
        ...endings,
        deathConfirmed,
        deathSeenFirst('sees-death-before-services'),
        deathSeen,
        toLast('climbs-to-emergency', 'ladder/emergency-raised'),
        helpIsComing('asking'),
        ...unsureUnderFlag('asking'),
      ],
      due: missed('asking', 'ladder/nobody-went', resumed),
    },
    attended: {
      ...knocksWhileAttended,
      note: [written('attended', 'ladder/noted')],
      ...answersWhileAttended,
      'red-flag': [
        flagged('flag-climbs', asIs, stepOfFlag),
        {
          guard: 'flag-is-above-attendance',
          to: 'asking',
          because: 'ladder/flag-above-attendance',
          set: (facts, event) => ({
            ...recorded(facts, event),
            attendedBy: null,
            isResumed: false,
            until: after(event.at, waitSecondsOf(stepAt(facts.definition, facts.step))),
          }),
          effects: (facts, { by }) => [notify(facts, 'red-flag', by)],
        },
        flagNoted('attended'),
      ],
      'entry-tried': [...chainedIn('attended'), ...entriesIn('attended')],
      outcome: [
        ...endings,
        deathConfirmed,
        deathSeenFirst('sees-death-before-services'),
        deathSeen,
        toLast('climbs-to-emergency', 'ladder/emergency-raised'),
        helpIsComing('attended'),
        ...unsureUnderFlag('attended'),
      ],
      due: missed('attended', 'ladder/nobody-reported', resumed),
    },
    // Everything that can be asked was. What is said now is written down until somebody who answers for it confirms.
    'death-reported': {
      ...knocksIn('death-reported'),
      note: [written('death-reported', 'ladder/noted')],
      ...answersWrittenIn('death-reported', 'ladder/acknowledged-late'),
      'red-flag': [flagNoted('death-reported')],
      'entry-tried': [written('death-reported', 'ladder/entry-noted')],
      outcome: [
        ...endings,
        deathConfirmed,
        {
          guard: 'is-fallen',
          to: 'asking',
          because: 'ladder/alive-after-all',
          set: (facts, event) => ({
            ...recorded(facts, event),
            isResumed: false,
            until: after(event.at, waitSecondsOf(stepAt(facts.definition, facts.step))),
          }),
          effects: (facts, { by }) => [notify(facts, 'emergency-raised', by)],
        },
        ...unsureUnderFlag('death-reported'),
      ],
      due: [
        {
          to: 'nobody-confirmed',
          because: 'ladder/death-not-confirmed',
          set: (facts, { at }) => stopped(facts, at),
          effects: (facts, { at }) => [exhausted(facts, at)],
        },
      ],
    },
    'nobody-confirmed': {
      ...begins('ladder/begun-again'),
      note: [written('nobody-confirmed', 'ladder/noted')],
      ...answersWrittenIn('nobody-confirmed', 'ladder/acknowledged-late'),
      'red-flag': [flagged(undefined, withRound, stepOfFlag)],
      'entry-tried': [toLast('is-chained', 'ladder/chain-is-on', withRound), written('nobody-confirmed', 'ladder/entry-noted')],
      outcome: [
        ...endings,
        deathConfirmed,
        deathSeenFirst('sees-death', withRound),
        toLast('needs-help', 'ladder/emergency-raised', withRound),
        ...unsureUnderFlag('nobody-confirmed'),
      ],
    },
    safe: {},
    'in-hospital': {},
    deceased: {},
  },
  guards: ladderGuards,
  due: (_, { until }) => until,
  texts: ladderTexts,
});
