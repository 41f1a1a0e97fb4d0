import * as z from 'zod';
import type { LadderEffect } from './ladder-effect.ts';
import type { LadderEvent } from './ladder-event.ts';
import type { LadderFacts } from './ladder-facts.ts';

/** Where one ladder stands. `nobody-confirmed` is an end to the asking, and no end of the matter. */
export const LadderState = z.enum([
  'ready',
  'waiting-for-morning',
  'asking',
  'attended',
  'death-reported',
  'nobody-confirmed',
  'safe',
  'in-hospital',
  'deceased',
]);
export type LadderState = z.infer<typeof LadderState>;

export type LadderCode =
  | 'ladder/begun'
  | 'ladder/begun-again'
  | 'ladder/knocked-again'
  | 'ladder/waits-for-morning'
  | 'ladder/morning-came'
  | 'ladder/nobody-went'
  | 'ladder/nobody-reported'
  | 'ladder/nobody-can-go'
  | 'ladder/nobody-confirmed'
  | 'ladder/resumed-after-silence'
  | 'ladder/people-named'
  | 'ladder/attended'
  | 'ladder/acknowledged'
  | 'ladder/acknowledged-late'
  | 'ladder/declined'
  | 'ladder/no-reply'
  | 'ladder/not-asked'
  | 'ladder/own-word'
  | 'ladder/flag-raised'
  | 'ladder/flag-above-attendance'
  | 'ladder/flag-noted'
  | 'ladder/noted'
  | 'ladder/chain-is-on'
  | 'ladder/next-key'
  | 'ladder/no-key-opened'
  | 'ladder/entered'
  | 'ladder/entry-noted'
  | 'ladder/safe'
  | 'ladder/in-hospital'
  | 'ladder/deceased'
  | 'ladder/death-seen'
  | 'ladder/death-not-confirmed'
  | 'ladder/alive-after-all'
  | 'ladder/emergency-raised'
  | 'ladder/emergency-already-raised'
  | 'ladder/asleep-not-woken'
  | 'ladder/hospital-not-confirmed'
  | 'ladder/needs-eyes'
  | 'ladder/not-certain';

export type LadderGuard =
  | 'begins-in-quiet-hours'
  | 'was-asleep'
  | 'is-at-the-top'
  | 'goes-on-in-quiet-hours'
  | 'is-not-asked'
  | 'is-the-resident'
  | 'may-rest'
  | 'leaves-nobody-at-the-top'
  | 'leaves-nobody-in-quiet-hours'
  | 'leaves-nobody'
  | 'flag-climbs'
  | 'flag-is-above-attendance'
  | 'chain-climbs'
  | 'is-chained'
  | 'has-next-key'
  | 'did-not-open'
  | 'ends-safe'
  | 'ends-in-hospital'
  | 'ends-deceased'
  | 'sees-death-before-services'
  | 'sees-death'
  | 'is-fallen'
  | 'climbs-to-emergency'
  | 'needs-help'
  | 'is-asleep-unwoken'
  | 'is-hospital-unconfirmed'
  | 'needs-eyes';

export interface LadderTypes {
  readonly name: 'ladder';
  readonly state: LadderState;
  readonly facts: LadderFacts;
  readonly event: LadderEvent;
  readonly effect: LadderEffect;
  readonly code: LadderCode;
  readonly guard: LadderGuard;
}
