import { assert, type Instant } from '@linli/model';
import { after, climbToLast, stopped } from './climb.ts';
import { asksOf, followUps, type LadderEffect, notify, standDown } from './ladder-effect.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts, Report } from './ladder-facts.ts';
import type { LadderGuard } from './ladder-types.ts';
import { recorded } from './recorded.ts';
import { asIs, type From, type Here, type Of, ownWord, tells, type Way, written } from './way.ts';

const reportOf = ({ reports }: LadderFacts): Report => {
  const last = reports.at(-1);
  assert(last !== undefined, 'ladder/no-report', 'an outcome was written down before this');
  return last;
};

const ended = (facts: LadderFacts, event: LadderEvent): LadderFacts => stopped(recorded(facts, event), event.at);

/** The certain words that end a ladder with the resident alive. */
export const endings: readonly Way<Of<'outcome'>>[] = [
  ownWord<Of<'outcome'>>(),
  {
    guard: 'ends-safe',
    to: 'safe',
    because: 'ladder/safe',
    set: ended,
    effects: (facts) => [standDown(facts, reportOf(facts)), ...followUps(facts, reportOf(facts))],
  },
  {
    guard: 'ends-in-hospital',
    to: 'in-hospital',
    because: 'ladder/in-hospital',
    set: ended,
    effects: (facts, { by }) => [
      standDown(facts, reportOf(facts)),
      ...followUps(facts, reportOf(facts)),
      notify(facts, 'outcome-not-well', by),
    ],
  },
];

export const deathConfirmed: Way<Of<'outcome'>> = {
  guard: 'ends-deceased',
  to: 'deceased',
  because: 'ladder/deceased',
  set: ended,
  effects: (facts, { by }) => [
    standDown(facts, reportOf(facts)),
    { type: 'end-knocks', residentId: facts.residentId },
    ...followUps(facts, reportOf(facts)),
    notify(facts, 'outcome-not-well', by),
  ],
};

/** Nobody is sent to knock any more; somebody who answers for it confirms, or it ends as "nobody confirmed". */
const awaitingConfirmation = (facts: LadderFacts, at: Instant): LadderFacts => ({
  ...stopped(facts, at),
  until: after(at, facts.definition.reportSeconds),
});
const deathTold = (facts: LadderFacts, by: Of<'outcome'>['by']): readonly LadderEffect[] => [
  standDown(facts, reportOf(facts)),
  notify(facts, 'death-reported', by),
];
/** The services were not called yet: no layman can say that somebody has died. */
export const deathSeenFirst = (guard: LadderGuard, from: From = asIs): Way<Of<'outcome'>> => ({
  guard,
  to: 'death-reported',
  because: 'ladder/death-seen',
  set: (facts, event) => {
    const told = from(recorded(facts, event));
    // Somebody is inside already: no key is asked for.
    return { ...awaitingConfirmation(climbToLast(told, event.at), event.at), keyAsks: told.keyAsks };
  },
  effects: (facts, { at, by }) => [...asksOf(facts, at), ...deathTold(facts, by)],
});
export const deathSeen: Way<Of<'outcome'>> = {
  guard: 'sees-death',
  to: 'death-reported',
  because: 'ladder/death-seen',
  set: (facts, event) => awaitingConfirmation(recorded(facts, event), event.at),
  effects: (facts, { by }) => deathTold(facts, by),
};
export const helpIsComing = (here: Here): Way<Of<'outcome'>> => ({
  guard: 'needs-help',
  to: here,
  because: 'ladder/emergency-already-raised',
  set: recorded,
  effects: tells,
});

/** What is said and not certain: written down, and the ladder goes on. */
export const unsure = (here: Here): readonly Way<Of<'outcome'>>[] => [
  { guard: 'is-asleep-unwoken', to: here, because: 'ladder/asleep-not-woken', set: recorded },
  {
    guard: 'is-hospital-unconfirmed',
    to: here,
    because: 'ladder/hospital-not-confirmed',
    set: recorded,
    effects: (facts, { by }) => [notify(facts, 'hospital-to-confirm', by)],
  },
  written(here, 'ladder/not-certain'),
];
/** As above where a red flag may stand. */
export const unsureUnderFlag = (here: Here): readonly Way<Of<'outcome'>>[] => {
  const [asleep, hospital, rest] = unsure(here) as readonly [Way<Of<'outcome'>>, Way<Of<'outcome'>>, Way<Of<'outcome'>>];
  return [asleep, hospital, { guard: 'needs-eyes', to: here, because: 'ladder/needs-eyes', set: recorded }, rest];
};
