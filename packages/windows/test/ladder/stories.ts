import type { Instant, PersonId } from '@linli/model';
import fc from 'fast-check';
import { ladder } from '../../src/ladder/ladder.ts';
import { LadderDefinition as Definition, type LadderDefinition } from '../../src/ladder/ladder-definition.ts';
import type { LadderEffect } from '../../src/ladder/ladder-effect.ts';
import type { LadderEvent } from '../../src/ladder/ladder-event.ts';
import { stepOfRung, stepsOf } from '../../src/ladder/ladder-steps.ts';
import type { LadderTypes } from '../../src/ladder/ladder-types.ts';
import { type Ladder, openLadder } from '../../src/ladder/open-ladder.ts';
import { KnownBy, Outcome } from '../../src/ladder/outcome.ts';
import type { Process } from '../../src/process/define-process.ts';
import { drive, dueOf, type Step, type Tick } from '../../src/process/drive.ts';
import { at, jia, minutes, person, rung, small, tick } from './ladders.ts';

/** How a ladder is driven; planted bugs come as another process or another driver. */
export type Drive = (snapshot: Ladder, event: LadderEvent | Tick) => Step<LadderTypes>;
export const driveOf =
  (process: Process<LadderTypes>): Drive =>
  (snapshot, event) =>
    drive(process, snapshot, event);

// --- what the stories are about -------------------------------------------------------------------------------------

const wall = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
const oneRung = fc.record({
  waitSeconds: fc.integer({ min: 1, max: 7200 }),
  people: fc.integer({ min: 1, max: 3 }),
  quorum: fc.integer({ min: 1, max: 3 }),
  together: fc.boolean(),
  waits: fc.boolean(),
});

/** Ladders of one to four rungs, of every kind that a community may write. */
export const definitions: fc.Arbitrary<LadderDefinition> = fc
  .record({
    rungs: fc.array(oneRung, { minLength: 1, maxLength: 4 }),
    quiet: fc.option(fc.record({ from: fc.integer({ min: 18, max: 23 }), hours: fc.integer({ min: 1, max: 12 }) })),
    afterSilence: fc.constantFrom('absolute' as const, 'remaining' as const, 'restart' as const),
    reportSeconds: fc.integer({ min: 1, max: 7200 }),
    toRung: fc.nat(),
    keysFrom: fc.nat(),
  })
  .map(({ rungs, quiet, afterSilence, reportSeconds, toRung, keysFrom }) => {
    let waitsBefore = false;
    const list = rungs.map(({ waitSeconds, people, quorum, together, waits }, index) => {
      const isLast = index === rungs.length - 1;
      // Rungs that are asked together do the same at night, and the last one never waits.
      const sleeps: boolean = quiet !== null && !isLast && (together && index > 0 ? waitsBefore : waits);
      const isTogether = index > 0 && together && sleeps === waitsBefore;
      waitsBefore = sleeps;
      return rung(`rung-${index}`, {
        waitSeconds,
        people: Math.max(people, quorum),
        quorum,
        together: isTogether,
        services: isLast ? ['119', '120'] : [],
        inQuietHours: sleeps ? 'wait-until-morning' : 'ask',
      });
    });
    return Definition.parse({
      ...small(),
      rungs: list,
      quietHours: quiet === null ? null : { from: wall(quiet.from), until: wall((quiet.from + quiet.hours) % 24) },
      afterSilence,
      reportSeconds,
      redFlags: [{ code: 'paper', name: { zh: '旗', en: 'flag' }, toRung: `rung-${toRung % list.length}` }],
      keysFromRung: `rung-${keysFrom % list.length}`,
    });
  });

const move = fc.oneof(
  { weight: 5, arbitrary: fc.record({ by: fc.constant('minutes' as const), amount: fc.integer({ min: 0, max: 20 }) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('silence' as const), amount: fc.integer({ min: 60, max: 5000 }) }) },
  { weight: 1, arbitrary: fc.record({ by: fc.constant('back' as const), amount: fc.integer({ min: 1, max: 600 }) }) },
  { weight: 2, arbitrary: fc.record({ by: fc.constant('deadline' as const), amount: fc.integer({ min: -1, max: 1 }) }) },
);
const kinds = [
  'knock-unanswered',
  'acknowledged',
  'acknowledged',
  'acknowledged',
  'declined',
  'declined',
  'no-reply',
  'asked',
  'red-flag',
  'note',
  'entry-tried',
  'outcome',
  'outcome',
  'tick',
  'again',
] as const;
export type Kind = (typeof kinds)[number];
interface Beat {
  readonly move: { readonly by: 'minutes' | 'silence' | 'back' | 'deadline'; readonly amount: number };
  readonly kind: Kind;
  readonly pick: number;
}
export interface Tale {
  readonly definition: LadderDefinition;
  readonly begin: number;
  readonly beats: readonly Beat[];
}
export const talesOf = (only: readonly Kind[] = kinds): fc.Arbitrary<Tale> =>
  fc.record({
    definition: definitions,
    /** Minutes after midnight. */
    begin: fc.integer({ min: 0, max: 1439 }),
    beats: fc.array(fc.record({ move, kind: fc.constantFrom(...only), pick: fc.nat(100_000) }), { maxLength: 25 }),
  });
/** Whatever is said but an outcome. */
export const tales = talesOf();

const midnight = at('2020-03-30 00:00');
const people = ['wang', 'li', 'wu', 'zhou'].map(person);
const pickOf = <Item>(items: readonly Item[], pick: number): Item => items[pick % items.length] as Item;

function eventOf({ kind, pick }: Beat, id: string, now: Instant, { rungs }: LadderDefinition): LadderEvent | Tick {
  const by = pickOf(people, pick);
  const stem = { id, at: now };
  const of = pickOf(rungs, pick >> 3).id;
  switch (kind) {
    case 'knock-unanswered':
      return { type: kind, ...stem, by };
    case 'acknowledged':
    case 'declined':
      return { type: kind, ...stem, by, rung: of };
    case 'no-reply':
      return { type: kind, ...stem, personId: by, rung: of };
    case 'asked':
      return { type: kind, ...stem, rung: of, people: people.slice(0, pick % 4) };
    case 'red-flag':
      return { type: kind, ...stem, by, code: pickOf(['paper', 'paper', 'unlisted'], pick) };
    case 'note':
      return { type: kind, ...stem, by, text: 'saw light', seenAt: now };
    case 'entry-tried':
      return {
        type: kind,
        ...stem,
        by,
        keyHolderId: by,
        result: pickOf(['entered', 'key-failed', 'unavailable', 'chained'], pick >> 2),
      };
    case 'outcome':
      return {
        type: kind,
        ...stem,
        by: pickOf([...people, jia], pick),
        outcome: pickOf(Outcome.options, pick >> 2),
        known: pickOf(KnownBy.options, pick >> 5),
        role: pickOf([null, 'social-worker'], pick >> 7),
      };
    default:
      return { type: 'tick', ...stem };
  }
}

// --- what must hold ---------------------------------------------------------------------------------------------------

export const laws = {
  certain: 'only the certain word of a named person other than the resident ends it',
  once: 'a rung is asked once in a round',
  upwards: 'within a round the rungs are asked in order, each at its time',
  quorum: 'fewer than the quorum never bring it to rest',
  unhurried: 'silence, a decline and an uncertain word never give it more time',
  door: 'whoever goes and finds nobody sends it on at once',
  night: 'nothing urgent waits for the morning',
  flags: 'a red flag asks its rung at once, and nobody below it is enough',
  services: 'nobody confirmed is never said before the services were called, all of them',
  told: 'the list at the end holds everybody who was asked or answered',
  json: 'read back from JSON it is the same',
  again: 'the same event twice is one',
  bounded: 'a round ends in the time its definition gives',
} as const;
export type Law = keyof typeof laws;

interface Log {
  readonly broken: Set<Law>;
  readonly asks: { readonly attempt: number; readonly rung: string; readonly at: Instant }[];
  readonly heard: (LadderEvent | Tick)[];
  /** Per round and rung: the last answer of everybody, and everybody named. Kept apart from what the ladder keeps. */
  readonly answers: Map<string, Map<PersonId, boolean>>;
  readonly named: Set<PersonId>;
  /** The lowest step whose people are enough in this round. */
  floor: number;
  began: Instant;
}

/** Plays a tale as a careless but honest host would, and names every law that was broken. */
export function brokenLaws(tale: Tale, step: Drive = driveOf(ladder)): ReadonlySet<Law> {
  const { definition, begin, beats } = tale;
  let now = minutes(midnight, begin);
  let snapshot = openLadder('jia', {
    definition,
    residentId: jia,
    keyHolders: people.slice(0, 2).map((personId) => ({ personId, verifiedOn: null })),
    consent: 'not-asked',
  });
  const log: Log = { broken: new Set(), asks: [], heard: [], answers: new Map(), named: new Set(), floor: 0, began: now };
  const send = (event: LadderEvent | Tick): void => {
    const before = snapshot;
    const after = step(before, event);
    judge(log, definition, before, event, after);
    snapshot = after.snapshot;
    log.heard.push(event);
  };

  send({ type: 'knock-unanswered', id: 'first', at: now, by: person('chen') });
  for (const [index, beat] of beats.entries()) {
    now = moved(now, snapshot, beat);
    const old = log.heard[beat.pick % log.heard.length];
    if (beat.kind !== 'again') send(eventOf(beat, `event-${index}`, now, definition));
    else if (old !== undefined && old.type !== 'tick') {
      const twice = step(snapshot, old);
      if (twice.effects.length > 0 || JSON.stringify(twice.snapshot) !== JSON.stringify(snapshot)) log.broken.add('again');
      snapshot = twice.snapshot;
    }
  }
  // However late it is woken each time, it arrives: every wait is given again once at most.
  for (let wakes = 0; wakes <= 4 * (definition.rungs.length + 1) && dueOf(ladder, snapshot) !== null; wakes += 1)
    send(tick(minutes(dueOf(ladder, snapshot) as Instant, 600)));
  if (dueOf(ladder, snapshot) !== null) log.broken.add('bounded');
  return log.broken;
}

function moved(now: Instant, snapshot: Ladder, { move: { by, amount } }: Beat): Instant {
  if (by === 'back') return minutes(now, -amount);
  if (by !== 'deadline') return minutes(now, amount);
  return ((dueOf(ladder, snapshot) ?? now) + amount) as Instant;
}

const keyOf = (round: number, of: string): string => `${round} ${of}`;
const isAsk = (effect: LadderEffect): effect is Extract<LadderEffect, { readonly type: 'ask' | 'call-emergency' }> =>
  effect.type === 'ask' || effect.type === 'call-emergency';

function judge(
  log: Log,
  definition: LadderDefinition,
  before: Ladder,
  event: LadderEvent | Tick,
  after: Step<LadderTypes>,
): void {
  const { broken, asks } = log;
  const { state, facts } = after.snapshot;
  const stepOf = (of: string): number => stepOfRung(definition, of);

  const readBack = ladder.Snapshot.safeParse(JSON.parse(JSON.stringify(after.snapshot)));
  if (!readBack.success || JSON.stringify(readBack.data) !== JSON.stringify(after.snapshot)) broken.add('json');

  for (const effect of after.effects) {
    if (isAsk(effect)) {
      const { attempt, rung: of, at: when } = effect;
      const last = asks.at(-1);
      if (asks.some((ask) => ask.attempt === attempt && ask.rung === of)) broken.add('once');
      if (last !== undefined && (when < last.at || attempt < last.attempt)) broken.add('upwards');
      if (last !== undefined && attempt === last.attempt && stepOf(of) < stepOf(last.rung)) broken.add('upwards');
      if (last === undefined || attempt > last.attempt) log.floor = 0;
      asks.push({ attempt, rung: of, at: when });
    }
    if (effect.type === 'call-emergency' && effect.services.join() !== '119,120') broken.add('services');
    if (effect.type === 'exhausted') {
      const wasCalled = asks.some(({ attempt, rung: of }) => attempt === effect.attempt && of === definition.rungs.at(-1)?.id);
      if (!wasCalled) broken.add('services');
      const listed = new Set(effect.asked.flatMap((asked) => asked.people.map(({ personId }) => personId)));
      if ([...log.named].some((personId) => !listed.has(personId))) broken.add('told');
    }
  }

  if (after.isTaken && 'rung' in event) {
    const key = keyOf(before.facts.round, event.rung);
    const answers = log.answers.get(key) ?? new Map<PersonId, boolean>();
    log.answers.set(key, answers);
    const who = event.type === 'asked' ? event.people : [event.type === 'no-reply' ? event.personId : event.by];
    for (const personId of who) log.named.add(personId);
    if (event.type !== 'asked') answers.set(who[0]!, event.type === 'acknowledged');
  }
  if (state === 'attended' && facts.attendedBy !== null) {
    const going = [...(log.answers.get(keyOf(facts.round, facts.attendedBy)) ?? [])].filter(([, goes]) => goes).length;
    if (going < (definition.rungs.find(({ id }) => id === facts.attendedBy)?.quorum ?? 0)) broken.add('quorum');
  }

  const went = log.answers.get(keyOf(before.facts.round, before.facts.attendedBy ?? ''));
  const foundNobody = event.type === 'knock-unanswered' && before.state === 'attended' && went?.get(event.by) === true;
  if (foundNobody && after.isTaken && after.passed.length === 0 && state === 'attended') broken.add('door');

  const isEnd = state === 'safe' || state === 'in-hospital' || state === 'deceased';
  if (isEnd && before.state !== state) {
    const isCertain =
      event.type === 'outcome' &&
      (event.known === 'seen' || event.known === 'spoken') &&
      event.by !== jia &&
      event.outcome !== 'fallen';
    const isSeen = event.type === 'outcome' && (event.known === 'seen' || state !== 'safe');
    if (!isCertain || (before.facts.urgentSince !== null && !isSeen)) broken.add('certain');
  }

  // The deadlines before the event are theirs; what the event itself does is seen from a snapshot that had passed them.
  const said = ['declined', 'no-reply', 'note', 'asked', 'knock-unanswered', 'outcome'].includes(event.type);
  const isQuiet = after.passed.length === 0 && said && before.state === state && before.facts.step === facts.step;
  const isSameRound = before.facts.round === facts.round;
  if (isQuiet && isSameRound && state !== 'death-reported' && (facts.until ?? 0) > (before.facts.until ?? 0))
    broken.add('unhurried');

  if (facts.urgentSince !== null && state === 'waiting-for-morning') broken.add('night');
  if (after.isTaken && (event.type === 'red-flag' || (event.type === 'outcome' && event.outcome === 'fallen')) && !isEnd) {
    const listed =
      event.type === 'red-flag' && event.code === 'paper' ? definition.redFlags[0]?.toRung : definition.rungs.at(-1)?.id;
    const to = stepOf(listed ?? '');
    if (facts.step < to) broken.add('flags');
    if (state !== 'death-reported' && event.type === 'red-flag') log.floor = Math.max(log.floor, Math.min(to, facts.step));
  }
  if (facts.attendedBy !== null && stepOf(facts.attendedBy) < log.floor) broken.add('flags');
}

/** Every step of a definition, once in order, with the minute of each where nobody says a word and no night is in between. */
export const silentAsks = (definition: LadderDefinition): readonly (readonly [string, number])[] => {
  let seconds = 0;
  return stepsOf(definition).flatMap((rungs) => {
    const asked = rungs.map(({ id }) => [id, seconds] as const);
    seconds += Math.max(...rungs.map(({ waitSeconds }) => waitSeconds));
    return asked;
  });
};
