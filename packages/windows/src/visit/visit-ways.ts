import type { Instant } from '@linli/model';
import type { StateSpec, Transition, Ways } from '../process/process-types.ts';
import type { VisitEvent } from './visit-event.ts';
import { deadlinesFrom, decideBy, type VisitFacts } from './visit-facts.ts';
import type { AboutVisit, VisitState, VisitTypes } from './visit-types.ts';
import type { VisitCode } from './visit-words.ts';

// The ways that several states of a visit share.

export const about = ({ residentId, demandIds }: VisitFacts): AboutVisit => ({ residentId, demandIds });
export const toBoth = (facts: VisitFacts) => ({ ...about(facts), helperId: facts.helperId });
export const told = (_: VisitFacts, { at }: { readonly at: Instant }) => ({ toldUntil: at });

/** Who may sign in: the one who is named, where people may be met at home. */
export const nobodyNamed = { guard: 'nobody-is-named', refused: true, because: 'visit/nobody-named' } as const;
export const otherHelper = {
  guard: 'is-other-helper',
  refused: true,
  because: 'visit/other-helper',
  data: ({ helperId }: VisitFacts) => ({ helperId: helperId ?? '' }),
} as const;

type Began = Transition<VisitTypes, Extract<VisitEvent, { readonly type: 'began' }>>;
export const goIn = (because: VisitCode): Began => ({
  to: 'under-way',
  because,
  set: (facts, { at, by, means }) => ({ ...deadlinesFrom(facts, at), signIn: { at, by, means } }),
});
const lateMinutes = ({ span, signIn }: VisitFacts) => ({ minutes: Math.floor(((signIn?.at ?? span.from) - span.from) / 60_000) });
export const beganLate: Began = { ...goIn('visit/began-late'), guard: 'starts-late', data: lateMinutes };
/** After the time to report it is late by all means. */
export const goInAfterAll: Began = { ...goIn('visit/began-late'), data: lateMinutes };
export const noEntry: Began = { guard: 'entry-is-forbidden', refused: true, because: 'visit/entry-forbidden' };

/** A sign-out after a sign-in is what a visit is proved by, also where it comes after everybody gave up waiting for it. */
export const signedOut: Ways<VisitTypes, 'done'>[number] = {
  guard: 'took-time',
  to: 'done',
  because: 'visit/done',
  set: (_, { at, by, means }) => ({ signOut: { at, by, means } }),
  effects: (facts, { by, at }) => [
    {
      type: 'served',
      ...about(facts),
      helperId: by,
      category: facts.category,
      from: facts.signIn?.at ?? at,
      until: at,
      evidence: ['sign-in-out'],
    },
  ],
};

export const assigned: Ways<VisitTypes, 'assigned'> = [
  {
    to: 'planned',
    because: 'visit/assigned',
    data: ({ helperId }) => ({ helperId: helperId ?? '' }),
    set: (_, { helperId }) => ({ helperId }),
  },
];
export const declined: Ways<VisitTypes, 'declined'> = [
  otherHelper,
  {
    to: 'planned',
    because: 'visit/declined',
    data: (_, { reason }) => ({ reason }),
    set: () => ({ helperId: null }),
    effects: (facts) => [{ type: 'needs-helper', ...toBoth(facts) }],
  },
];
export const confirmed: Ways<VisitTypes, 'confirmed'> = [otherHelper, { to: 'confirmed', because: 'visit/confirmed' }];
export const nobodyHome: Ways<VisitTypes, 'nobody-home'> = [
  {
    to: 'nobody-at-door',
    because: 'visit/nobody-at-door',
    set: (facts, { at }) => ({ ...decideBy(facts, at), signIn: null, unanswered: [...facts.unanswered, at] }),
    effects: (facts, { by }) => [{ type: 'knock-unanswered', ...about(facts), by, times: facts.unanswered.length }],
  },
];
export const reported: Ways<VisitTypes, 'reported'> = [
  {
    guard: 'tells-of-the-past',
    to: 'done',
    because: 'visit/reported',
    data: (_, { by }) => ({ by }),
    effects: (facts, { helperId, from, until }) => [
      { type: 'served', ...about(facts), helperId, category: facts.category, from, until, evidence: [] },
    ],
  },
  { refused: true, because: 'visit/report-not-past' },
];
export const missed: Ways<VisitTypes, 'missed'> = [
  {
    to: 'missed',
    because: 'visit/missed',
    data: ({ why }) => ({ reason: why ?? '' }),
    set: (facts, { at, reason }) => ({ ...decideBy(facts, at), why: reason }),
    effects: (facts) => [{ type: 'needs-next', ...about(facts) }],
  },
];
const cancelled: Ways<VisitTypes, 'cancelled'> = [
  {
    to: 'cancelled',
    because: 'visit/cancelled',
    data: ({ why }) => ({ reason: why ?? '' }),
    set: (_, { reason }) => ({ why: reason }),
    effects: (facts, { reason }) => [{ type: 'visit-cancelled', ...about(facts), reason }],
  },
];
const carried: Ways<VisitTypes, 'carried'> = [
  {
    guard: 'goes-forward',
    to: 'carried',
    because: 'visit/carried',
    data: ({ next }) => ({ visitId: next?.visitId ?? '' }),
    set: (_, { next }) => ({ next }),
    effects: (facts, { next }) => [{ type: 'next-wanted', ...about(facts), next }],
  },
  { refused: true, because: 'visit/carried-backwards' },
];
export const leave = { cancelled, carried };
/** The new rule is for what comes: whoever is inside is not put out by it. */
export const entryChanged = (to: VisitState) => ({
  'entry-changed': [{ to, because: 'visit/entry-changed', set: (_, { doorEntry }) => ({ doorEntry }) }] as Ways<
    VisitTypes,
    'entry-changed'
  >,
});

type WhenDue = Ways<VisitTypes, 'due'>[number];
export const startDue = (to: VisitState): WhenDue => ({
  guard: 'start-was-due',
  to,
  because: 'visit/late-start',
  set: told,
  effects: (facts) => [{ type: 'late-start', ...toBoth(facts) }],
});
export const unreported = (isUnderWay: boolean): WhenDue => ({
  to: 'unreported',
  because: 'visit/unreported',
  set: told,
  effects: (facts) => [{ type: 'unreported', ...toBoth(facts), isUnderWay }],
});
export const unsettled = (to: VisitState): StateSpec<VisitTypes> => ({
  due: [{ to, because: 'visit/unsettled', set: told, effects: (facts) => [{ type: 'unsettled', ...about(facts) }] }],
});
