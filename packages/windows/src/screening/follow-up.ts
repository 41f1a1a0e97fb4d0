import type { Instant, PersonId } from '@linli/model';
import { defineProcess } from '../process/define-process.ts';
import type { Ways } from '../process/process-types.ts';
import { type CaseStatus, type StatusEntry, standingLines } from './case-status.ts';
import { followUpTexts } from './follow-up-texts.ts';
import { type FollowUpEffect, FollowUpEvent, FollowUpFacts, type FollowUpTypes } from './follow-up-types.ts';
import { isRaised, type ScreeningRule } from './screening-rule.ts';

const MINUTE = 60_000;

type Active = 'observed' | 'suspected' | 'confirmed' | 'referred';
interface Stem {
  readonly id: string;
  readonly at: Instant;
  readonly by: PersonId;
}

const about = ({ personId }: FollowUpFacts) => ({ personId });
const again = ({ rule }: FollowUpFacts, at: Instant): Partial<FollowUpFacts> => ({
  nextBy: (at + rule.remeasureMinutes * MINUTE) as Instant,
  missed: 0,
});
const line = (
  { caseId, personId, history }: FollowUpFacts,
  { id, at, by }: Stem,
  said: Pick<StatusEntry, 'status' | 'since'> & Partial<Pick<StatusEntry, 'replaces'>>,
): Partial<FollowUpFacts> => ({
  history: [
    ...history,
    { id: `${caseId}/${id}`, caseId, number: history.length + 1, personId, knownAt: at, by, replaces: null, ...said },
  ],
});
const recorded = ({ history }: FollowUpFacts): readonly FollowUpEffect[] => [{ type: 'status-recorded', entry: history.at(-1)! }];

const ahead = { guard: 'is-ahead', refused: true, because: 'follow-up/from-the-future', data: about } as const;

const becomes = (to: 'suspected' | 'confirmed' | 'recovered') => ({
  to,
  because: `follow-up/${to}` as const,
  data: about,
  set: (facts: FollowUpFacts, event: Stem & { readonly since: Instant }) => ({
    ...line(facts, event, { status: to, since: event.since }),
    ...again(facts, event.at),
  }),
  effects: recorded,
});
const add = ({ measurements }: FollowUpFacts, event: Extract<FollowUpEvent, { type: 'measure' }>): Partial<FollowUpFacts> => {
  const { tenths, symptoms, at, by } = event;
  return { measurements: [...measurements, { tenths, symptoms, at, by }] };
};
const measure = (to: Active): Ways<FollowUpTypes, 'measure'> => [
  // An attempt is kept, and the deadline stands: trying is not the same as knowing.
  { guard: 'is-not-measured', to, because: 'follow-up/not-measured', data: about, set: add },
  {
    guard: 'is-raised',
    to,
    because: 'follow-up/still-raised',
    data: about,
    set: (facts, event) => ({ ...add(facts, event), ...again(facts, event.at) }),
    effects: ({ personId }) => [{ type: 'still-raised', personId }],
  },
  {
    to,
    because: 'follow-up/below',
    data: about,
    set: (facts, event) => ({ ...add(facts, event), ...again(facts, event.at) }),
  },
];
const cleared: Ways<FollowUpTypes, 'clear'>[number] = {
  to: 'cleared',
  because: 'follow-up/cleared',
  data: about,
  set: (facts, event) => line(facts, event, { status: 'cleared', since: event.since }),
  effects: recorded,
};
/** After a suspicion or a referral a thermometer alone clears nobody. */
const clearByClinic: Ways<FollowUpTypes, 'clear'> = [
  ahead,
  { guard: 'is-by-measurements', refused: true, because: 'follow-up/clinic-must-say', data: about },
  cleared,
];
const refer: Ways<FollowUpTypes, 'refer'> = [
  {
    to: 'referred',
    because: 'follow-up/referred',
    data: about,
    set: (facts, { to, at }) => ({ referredTo: to, ...again(facts, at) }),
  },
];
const retract: Ways<FollowUpTypes, 'retract'> = [
  {
    to: 'observed',
    because: 'follow-up/retracted',
    data: about,
    set: (facts, event) => {
      const { id, since } = standingLines(facts.history).at(-1)!;
      return { ...line(facts, event, { status: 'observed', since, replaces: id }), ...again(facts, event.at), why: event.reason };
    },
    effects: recorded,
  },
];
const redate = (to: Active): Ways<FollowUpTypes, 'redate'> => [
  ahead,
  { guard: 'is-unknown-entry', refused: true, because: 'follow-up/no-such-entry', data: (_, { entryId }) => ({ entryId }) },
  {
    to,
    because: 'follow-up/redated',
    data: (_, { entryId }) => ({ entryId }),
    set: (facts, event) => {
      const old = standingLines(facts.history).find(({ id }) => id === event.entryId)!;
      return line(facts, event, { status: old.status, since: event.since, replaces: old.id });
    },
    effects: recorded,
  },
];
const end: Ways<FollowUpTypes, 'end'> = [
  {
    to: 'ended',
    because: 'follow-up/ended',
    data: about,
    set: (facts, event) => ({ ...line(facts, event, { status: 'ended', since: event.at }), why: event.reason }),
    effects: recorded,
  },
];

/** Nobody looked in time: the next one is told, in the end the last one again and again. Nobody is cleared by silence. */
const silence = (to: 'open' | Active): Ways<FollowUpTypes, 'due'> => {
  const set = ({ rule, missed }: FollowUpFacts, { now }: { readonly now: Instant }): Partial<FollowUpFacts> => ({
    nextBy: (now + (to === 'open' ? rule.takeUpMinutes : rule.remeasureMinutes) * MINUTE) as Instant,
    missed: missed + 1,
  });
  const told =
    <Type extends 'escalated' | 'nobody-looks'>(type: Type) =>
    ({ personId, rule, missed }: FollowUpFacts) => {
      const { escalateTo } = rule;
      return [{ type, personId, to: escalateTo[Math.min(missed, escalateTo.length) - 1]!, missed }] as const;
    };
  return [
    { guard: 'has-nobody-left', to, because: 'follow-up/nobody-looks', data: about, set, effects: told('nobody-looks') },
    { to, because: 'follow-up/escalated', data: about, set, effects: told('escalated') },
  ];
};

const shared = (here: Active) => ({ measure: measure(here), redate: redate(here), end, due: silence(here) });

/** What follows one raised reading, until somebody says that the person is well, has recovered, or is no longer ours to follow. */
export const followUp = defineProcess<FollowUpTypes>({
  name: 'follow-up',
  version: 1,
  migrations: [],
  Facts: FollowUpFacts,
  Event: FollowUpEvent,
  initial: 'open',
  states: {
    open: {
      'take-up': [
        {
          to: 'observed',
          because: 'follow-up/taken-up',
          data: about,
          set: (facts, event) => ({ ...line(facts, event, { status: 'observed', since: event.at }), ...again(facts, event.at) }),
          effects: recorded,
        },
      ],
      end,
      due: silence('open'),
    },
    observed: {
      ...shared('observed'),
      suspect: [ahead, becomes('suspected')],
      confirm: [ahead, becomes('confirmed')],
      refer,
      clear: [ahead, { guard: 'lacks-measurements', refused: true, because: 'follow-up/not-yet-clear', data: about }, cleared],
    },
    suspected: { ...shared('suspected'), confirm: [ahead, becomes('confirmed')], refer, clear: clearByClinic, retract },
    // A referral changes the place and not what is known: the last status stands until the clinic's word.
    referred: {
      ...shared('referred'),
      suspect: [ahead, becomes('suspected')],
      confirm: [ahead, becomes('confirmed')],
      clear: clearByClinic,
      recover: [ahead, becomes('recovered')],
    },
    confirmed: {
      ...shared('confirmed'),
      refer,
      recover: [ahead, becomes('recovered')],
      retract,
      clear: [{ refused: true, because: 'follow-up/is-confirmed', data: about }],
    },
    cleared: {},
    recovered: {},
    ended: {},
  },
  guards: {
    'is-ahead': (_, event) => 'since' in event && event.since > event.at,
    'is-not-measured': ({ rule }, event) => event.type === 'measure' && event.tenths === null && !isRaised(rule, event),
    'is-raised': ({ rule }, event) => event.type === 'measure' && isRaised(rule, event),
    'is-unknown-entry': (facts, event) =>
      event.type === 'redate' && !standingLines(facts.history).some(({ id }) => id === event.entryId),
    'is-by-measurements': (_, event) => event.type === 'clear' && event.ground === 'measurements',
    'lacks-measurements': ({ rule, measurements }, event) => {
      const latest = measurements.slice(-rule.readingsToClear);
      const areBelow =
        latest.length === rule.readingsToClear && latest.every((each) => each.tenths !== null && !isRaised(rule, each));
      return event.type === 'clear' && event.ground === 'measurements' && !areBelow;
    },
    'has-nobody-left': ({ rule, missed }) => missed >= rule.escalateTo.length,
  },
  due: (state, { nextBy }) => (state === 'cleared' || state === 'recovered' || state === 'ended' ? null : nextBy),
  texts: followUpTexts,
});

/** A follow-up of a raised reading, to be taken up within the time of the rule. */
export const newFollowUp = (
  rule: ScreeningRule,
  opened: { readonly caseId: string; readonly personId: PersonId; readonly readingId: string; readonly at: Instant },
): FollowUpFacts => {
  const { at, ...about } = opened;
  return {
    rule,
    ...about,
    measurements: [],
    history: [],
    referredTo: null,
    nextBy: (at + rule.takeUpMinutes * MINUTE) as Instant,
    missed: 0,
    why: null,
  };
};

/** What counts now; null before anybody has taken it up, when nothing is known. */
export const statusNow = (facts: FollowUpFacts): CaseStatus | null => standingLines(facts.history).at(-1)?.status ?? null;
