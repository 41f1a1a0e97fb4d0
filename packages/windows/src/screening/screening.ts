import { Instant, type LocalDate, localDateOf, PersonId, type Zone } from '@linli/model';
import * as z from 'zod';
import type { RecordedOn } from '../cadence/freshness.ts';
import { defineProcess } from '../process/define-process.ts';
import { doneBy } from '../process/happened.ts';
import type { Ways } from '../process/process-types.ts';
import { isRaised, ScreeningRule, Tenths } from './screening-rule.ts';
import { type ScreeningCode, screeningTexts } from './screening-texts.ts';

const Symptoms = z.array(z.string().min(1)).readonly();

/** What was said of a reading, when and by whom. */
const Said = z.strictObject({ tenths: Tenths, symptoms: Symptoms, at: Instant, by: PersonId }).readonly();

/** One reading. `at` and `by`: who wrote down what it says now; what was written before stays in `was`, oldest first. */
export const Reading = z
  .strictObject({
    id: z.string().min(1),
    measuredAt: Instant,
    tenths: Tenths,
    symptoms: Symptoms,
    at: Instant,
    by: PersonId,
    was: z.array(Said).readonly(),
  })
  .readonly();
export interface Reading extends z.infer<typeof Reading> {}

/** `unmeasured`: never, so nothing is known. `current` speaks of age alone: the reading itself may be a fever. */
export const ScreeningState = z.enum(['unmeasured', 'current', 'outdated', 'ended']);
export type ScreeningState = z.infer<typeof ScreeningState>;

export const ScreeningFacts = z
  .strictObject({
    rule: ScreeningRule,
    personId: PersonId,
    /** In the order in which they were written down. */
    readings: z.array(Reading).readonly(),
    /** When the next reading must be there. */
    nextBy: Instant,
    /** How often in a row it was not. */
    missed: z.int().nonnegative(),
    why: z.string().min(1).nullable(),
  })
  .readonly();
export interface ScreeningFacts extends z.infer<typeof ScreeningFacts> {}

export const ScreeningEvent = z.discriminatedUnion('type', [
  /** The id of the event is the id of the reading. It may be written down later than it was measured. */
  doneBy('read').extend({ measuredAt: Instant, tenths: Tenths, symptoms: Symptoms }).readonly(),
  doneBy('correct')
    .extend({ readingId: z.string().min(1), tenths: Tenths, symptoms: Symptoms })
    .readonly(),
  doneBy('end')
    .extend({ reason: z.string().min(1) })
    .readonly(),
]);
export type ScreeningEvent = z.infer<typeof ScreeningEvent>;

type ScreeningEffect =
  | { readonly type: 'open-follow-up'; readonly personId: PersonId; readonly readingId: string }
  /** A reading that had opened a follow-up was not raised after all: whoever follows up decides, nothing is cleared here. */
  | { readonly type: 'question-follow-up'; readonly personId: PersonId; readonly readingId: string }
  | { readonly type: 'reading-wanted'; readonly personId: PersonId; readonly missed: number };

export interface ScreeningTypes {
  readonly name: 'screening';
  readonly state: ScreeningState;
  readonly facts: ScreeningFacts;
  readonly event: ScreeningEvent;
  readonly effect: ScreeningEffect;
  readonly code: ScreeningCode;
  readonly guard:
    | 'is-ahead'
    | 'is-raised-untimed'
    | 'is-raised'
    | 'is-not-measured'
    | 'is-older'
    | 'is-unknown-reading'
    | 'is-the-same'
    | 'invents-a-reading'
    | 'becomes-raised'
    | 'was-raised';
}

const HOUR = 3_600_000;

type ReadEvent = Extract<ScreeningEvent, { readonly type: 'read' }>;
type CorrectEvent = Extract<ScreeningEvent, { readonly type: 'correct' }>;

const about = ({ personId }: ScreeningFacts) => ({ personId });
const add = ({ readings }: ScreeningFacts, { id, measuredAt, tenths, symptoms, at, by }: ReadEvent): Partial<ScreeningFacts> => ({
  readings: [...readings, { id, measuredAt, tenths, symptoms, at, by, was: [] }],
});
/** It counts from when it was measured; an older one brought in later moves nothing. */
const addTimed = (facts: ScreeningFacts, event: ReadEvent): Partial<ScreeningFacts> => ({
  ...add(facts, event),
  nextBy: (event.measuredAt + facts.rule.validHours * HOUR) as Instant,
  missed: 0,
});
const found = ({ readings }: ScreeningFacts, { readingId }: CorrectEvent): Reading | undefined =>
  readings.find(({ id }) => id === readingId);

/** A fever on a late sheet of paper, or an alarm without a thermometer, opens a follow-up; it only moves no deadline. */
const read = (here: 'unmeasured' | 'current' | 'outdated'): Ways<ScreeningTypes, 'read'> => {
  const raised = {
    because: 'screening/raised',
    data: about,
    effects: ({ personId }: ScreeningFacts, { id }: ReadEvent): readonly ScreeningEffect[] => [
      { type: 'open-follow-up', personId, readingId: id },
    ],
  } as const;
  return [
    { guard: 'is-ahead', refused: true, because: 'screening/measured-ahead', data: about },
    { guard: 'is-raised-untimed', to: here, ...raised, set: add },
    { guard: 'is-raised', to: 'current', ...raised, set: addTimed },
    { guard: 'is-not-measured', to: here, because: 'screening/not-measured', data: about, set: add },
    { guard: 'is-older', to: here, because: 'screening/older-reading', data: about, set: add },
    { to: 'current', because: 'screening/below', data: about, set: addTimed },
  ];
};

const write = ({ readings }: ScreeningFacts, { readingId, tenths, symptoms, at, by }: CorrectEvent): Partial<ScreeningFacts> => ({
  readings: readings.map((each) =>
    each.id === readingId
      ? {
          ...each,
          tenths,
          symptoms,
          at,
          by,
          was: [...each.was, { tenths: each.tenths, symptoms: each.symptoms, at: each.at, by: each.by }],
        }
      : each,
  ),
});
/** Where the reading that held until now is taken back, the next one is wanted by what the others still say. */
const writeTimed = (facts: ScreeningFacts, event: CorrectEvent): Partial<ScreeningFacts> => {
  const written = { ...facts, ...write(facts, event) };
  const lasting = written.readings.filter(({ tenths }) => tenths !== null).map((each) => lastsUntil(facts, each));
  return { ...written, nextBy: Math.min(facts.nextBy, Math.max(event.at, ...lasting)) as Instant };
};
const correct = (here: 'unmeasured' | 'current' | 'outdated'): Ways<ScreeningTypes, 'correct'> => {
  const set = here === 'current' ? writeTimed : write;
  const which = (_: ScreeningFacts, { readingId }: CorrectEvent) => ({ readingId });
  return [
    { guard: 'is-unknown-reading', refused: true, because: 'screening/no-such-reading', data: which },
    { guard: 'is-the-same', refused: true, because: 'screening/says-the-same', data: which },
    { guard: 'invents-a-reading', refused: true, because: 'screening/was-not-measured', data: which },
    {
      guard: 'becomes-raised',
      to: here,
      because: 'screening/corrected-up',
      data: which,
      set,
      effects: ({ personId }, { readingId }) => [{ type: 'open-follow-up', personId, readingId }],
    },
    {
      guard: 'was-raised',
      to: here,
      because: 'screening/corrected-down',
      data: which,
      set,
      effects: ({ personId }, { readingId }) => [{ type: 'question-follow-up', personId, readingId }],
    },
    { to: here, because: 'screening/corrected', data: which, set },
  ];
};

const end: Ways<ScreeningTypes, 'end'> = [
  { to: 'ended', because: 'screening/ended', data: about, set: (_, { reason }) => ({ why: reason }) },
];

/** No reading in time: said, and said again; the person is never taken for well. */
const silence = (to: 'unmeasured' | 'outdated'): Ways<ScreeningTypes, 'due'> => [
  {
    to,
    because: to === 'unmeasured' ? 'screening/never-measured' : 'screening/outdated',
    data: about,
    set: ({ rule, missed }, { now }) => ({ nextBy: (now + rule.validHours * HOUR) as Instant, missed: missed + 1 }),
    effects: ({ personId, missed }) => [{ type: 'reading-wanted', personId, missed }],
  },
];

/** The fever register of one person: every reading with its corrections, and whether the latest still says anything. */
export const screening = defineProcess<ScreeningTypes>({
  name: 'screening',
  version: 1,
  migrations: [],
  Facts: ScreeningFacts,
  Event: ScreeningEvent,
  initial: 'unmeasured',
  states: {
    unmeasured: { read: read('unmeasured'), correct: correct('unmeasured'), end, due: silence('unmeasured') },
    current: { read: read('current'), correct: correct('current'), end, due: silence('outdated') },
    outdated: { read: read('outdated'), correct: correct('outdated'), end, due: silence('outdated') },
    ended: {},
  },
  guards: {
    'is-ahead': (_, event) => event.type === 'read' && event.measuredAt > event.at,
    'is-raised-untimed': (facts, event) =>
      event.type === 'read' && isRaised(facts.rule, event) && (event.tenths === null || isOlder(facts, event)),
    'is-raised': ({ rule }, event) => event.type === 'read' && isRaised(rule, event),
    'is-not-measured': (_, event) => event.type === 'read' && event.tenths === null,
    'is-older': (facts, event) => event.type === 'read' && isOlder(facts, event),
    'is-unknown-reading': (facts, event) => event.type === 'correct' && found(facts, event) === undefined,
    'is-the-same': (facts, event) => {
      if (event.type !== 'correct') return false;
      const old = found(facts, event);
      return old?.tenths === event.tenths && old.symptoms.join() === event.symptoms.join();
    },
    'invents-a-reading': (facts, event) =>
      event.type === 'correct' && event.tenths !== null && found(facts, event)?.tenths === null,
    'becomes-raised': (facts, event) => {
      if (event.type !== 'correct' || !isRaised(facts.rule, event)) return false;
      const old = found(facts, event);
      return old !== undefined && !isRaised(facts.rule, old);
    },
    'was-raised': (facts, event) => {
      if (event.type !== 'correct' || isRaised(facts.rule, event)) return false;
      const old = found(facts, event);
      return old !== undefined && isRaised(facts.rule, old);
    },
  },
  due: (state, { nextBy }) => (state === 'ended' ? null : nextBy),
  texts: screeningTexts,
});

const lastsUntil = ({ rule }: ScreeningFacts, { measuredAt }: { readonly measuredAt: Instant }): number =>
  measuredAt + rule.validHours * HOUR;

/** It says nothing any more, or a later one is known. */
const isOlder = (facts: ScreeningFacts, event: ReadEvent): boolean =>
  lastsUntil(facts, event) <= event.at ||
  facts.readings.some(({ tenths, measuredAt }) => tenths !== null && measuredAt >= event.measuredAt);

/** Somebody who is to be measured by `firstBy`. */
export const newScreening = (rule: ScreeningRule, personId: PersonId, firstBy: Instant): ScreeningFacts => ({
  rule,
  personId,
  readings: [],
  nextBy: firstBy,
  missed: 0,
  why: null,
});

/** On which days somebody was measured, for a rule of freshness to judge. Whoever could not be measured was not. */
export const readingDays = ({ personId, readings }: ScreeningFacts, zone: Zone): readonly RecordedOn[] =>
  readings
    .filter(({ tenths }) => tenths !== null)
    .map(({ measuredAt }) => ({ aboutId: personId, kind: 'temperature', on: localDateOf(measuredAt, zone) satisfies LocalDate }));
