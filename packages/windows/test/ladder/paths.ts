import type { Instant } from '@linli/model';
import { ladder } from '../../src/ladder/ladder.ts';
import { LadderDefinition } from '../../src/ladder/ladder-definition.ts';
import type { LadderEvent } from '../../src/ladder/ladder-event.ts';
import type { LadderTypes } from '../../src/ladder/ladder-types.ts';
import { type Ladder, openLadder } from '../../src/ladder/open-ladder.ts';
import type { Tick } from '../../src/process/drive.ts';
import type { PathPlan } from '../paths.ts';
import { answer, asked, at, entry, flag, jia, knock, minutes, noReply, outcome, person, rung, small, tick } from './ladders.ts';

/** The committee is not woken; whoever holds the first key is asked with the neighbour. */
const nights = LadderDefinition.parse({
  ...small(),
  rungs: [
    rung('neighbour'),
    rung('committee', { inQuietHours: 'wait-until-morning' }),
    rung('emergency', { services: ['120'], waitSeconds: 1800 }),
  ],
  quietHours: { from: '22:00', until: '06:00' },
  keysFromRung: 'neighbour',
  afterSilence: 'restart',
});
/** Not even the neighbour is woken. */
const quiet = LadderDefinition.parse({
  ...nights,
  rungs: nights.rungs.map((each, index) => (index === 0 ? { ...each, inQuietHours: 'wait-until-morning' } : each)),
});
const punctual = LadderDefinition.parse({ ...quiet, afterSilence: 'absolute' });
const holders = ['wang', 'li', 'wu'].map((id) => ({ personId: person(id), verifiedOn: null }));

const note = (when: Instant): LadderEvent => ({
  type: 'note',
  id: `note-${when}`,
  at: when,
  by: person('chen'),
  text: 'looked in',
  seenAt: null,
});

/** Everything that could happen next, once each. */
function whatever({ at: last, facts }: Ladder, begin: Instant): readonly (LadderEvent | Tick)[] {
  const now = minutes(last ?? begin, last === null ? 0 : 1);
  const rungs = facts.definition.rungs.map(({ id }) => id);
  const due = facts.until;
  return [
    ...(due === null ? [] : [tick((due - 1) as Instant), tick(due), tick(minutes(due, 60))]),
    knock(now),
    { ...knock(now, 'going'), id: `knock-going-${now}` },
    { type: 'contact-missed', id: `missed-${now}`, at: now, dueOn: '2020-03-30' as never },
    note(now),
    ...rungs.flatMap((of) => [
      asked(now, of),
      asked((now + 1) as Instant, of, 'zhou'),
      answer('acknowledged', now, 'zhou', of),
      answer('declined', now, 'going', of),
      noReply(now, 'going', of),
    ]),
    answer('acknowledged', now, jia, 'neighbour'),
    flag(now, 'paper'),
    flag(now, 'cry'),
    ...(['entered', 'key-failed', 'unavailable', 'chained'] as const).map((result) => entry(now, result, 'wang')),
    outcome(now, 'ok', 'seen', null, jia),
    outcome(now, 'ok', 'seen'),
    outcome(now, 'ok', 'spoken'),
    outcome(now, 'ok', 'assumed'),
    outcome(now, 'asleep', 'seen'),
    outcome(now, 'hospital', 'told-by-other'),
    outcome(now, 'hospital', 'spoken', 'social-worker'),
    outcome(now, 'fallen', 'told-by-other'),
    outcome(now, 'deceased', 'seen'),
    outcome(now, 'deceased', 'assumed'),
    outcome(now, 'deceased', 'spoken', 'social-worker'),
  ];
}

/** One situation: a story that leads to it, then whatever could happen in it. Deadlines are passed by a note after them. */
const situation = (definition: LadderDefinition, begin: Instant, ...story: readonly LadderEvent[]): PathPlan<LadderTypes> => ({
  process: ladder,
  // The walk takes equal facts for one: each situation has an id of its own.
  facts: [
    openLadder('jia', {
      definition: { ...definition, id: story.map(({ id }) => id).join() + begin },
      residentId: jia,
      keyHolders: holders,
      consent: 'no',
    }).facts,
  ],
  events: (snapshot) => {
    const next = story[snapshot.seen.length];
    if (next !== undefined) return [next];
    return snapshot.at === (story.at(-1)?.at ?? null) ? whatever(snapshot, begin) : [];
  },
});

const nine = at('2020-03-30 09:00');
const late = at('2020-03-30 21:40');
const night = at('2020-03-30 22:30');
const day = (count: number): Instant => minutes(nine, count);
const evening = (count: number): Instant => minutes(late, count);
const going = (when: Instant, of: string): LadderEvent => answer('acknowledged', when, 'going', of);
const atNine = (...story: readonly LadderEvent[]) => situation(nights, nine, ...story);
const inTheEvening = (...story: readonly LadderEvent[]) => situation(nights, late, ...story);

export const plans: readonly PathPlan<LadderTypes>[] = [
  // Nobody has knocked, by day and by night.
  atNine(),
  situation(quiet, night),
  // Asking: the first rung by day, and so late that the next would be asked at night; the second; the last.
  atNine(knock(nine)),
  inTheEvening(knock(evening(19))),
  atNine(knock(nine), note(day(11))),
  atNine(knock(nine), flag(day(1), 'paper')),
  atNine(knock(nine), flag(day(1), 'cry')),
  // Somebody goes: from the first rung, late in the evening, late after his rung was passed, after a flag, from the last.
  atNine(knock(nine), going(day(1), 'neighbour')),
  inTheEvening(knock(evening(0)), going(evening(5), 'neighbour'), note(evening(20))),
  atNine(knock(nine), note(day(11)), going(day(12), 'neighbour')),
  atNine(knock(nine), flag(day(1), 'paper'), going(day(2), 'committee')),
  atNine(knock(nine), flag(day(1), 'cry'), going(day(2), 'emergency')),
  // The night: before anybody was asked, after the neighbour did not go, after he went and said no more.
  situation(quiet, night, knock(night)),
  inTheEvening(knock(evening(19)), note(evening(30))),
  inTheEvening(knock(evening(0)), going(evening(1), 'neighbour'), note(evening(22))),
  // A death: seen before any knock, and seen after the services were called.
  atNine(outcome(nine, 'deceased', 'seen')),
  atNine(knock(nine), note(day(11)), note(day(21)), outcome(day(22), 'deceased', 'seen')),
  // Nobody confirmed: by day, with a flag, and at night.
  situation(punctual, nine, knock(nine), note(day(300))),
  situation(punctual, nine, flag(nine, 'cry'), note(day(300))),
  situation(punctual, nine, knock(nine), note(night)),
];
