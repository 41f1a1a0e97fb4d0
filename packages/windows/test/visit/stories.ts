import { isDeepStrictEqual } from 'node:util';
import type { Instant } from '@linli/model';
import fc from 'fast-check';
import type { Process } from '../../src/process/define-process.ts';
import { drive, dueOf, openProcess, type Stamped, type Step, type Tick } from '../../src/process/drive.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';

/** Time moves; then one of the sample events that the state knows, any at all, a repeat of an old one, or only a tick. */
const chapter = fc.record({
  move: fc.oneof(
    fc.record({ by: fc.constant('minutes' as const), amount: fc.integer({ min: 0, max: 90 }) }),
    fc.record({ by: fc.constant('downtime' as const), amount: fc.integer({ min: 300, max: 5000 }) }),
    fc.record({ by: fc.constant('back' as const), amount: fc.integer({ min: 1, max: 180 }) }),
    fc.record({ by: fc.constant('deadline' as const), amount: fc.integer({ min: -1, max: 1 }) }),
  ),
  what: fc.constantFrom('event', 'event', 'event', 'event', 'event', 'any event', 'again', 'tick'),
  pick: fc.nat(1000),
});
export const story = fc.record({ start: fc.nat(1000), chapters: fc.array(chapter, { maxLength: 25 }) });
export type Story = typeof story extends fc.Arbitrary<infer S> ? S : never;

/** How stories are told of one process. `events` are samples of everything that may happen at `at`, under the id `id`. */
export interface Telling<T extends ProcessTypes> {
  readonly process: Process<T>;
  readonly facts: readonly T['facts'][];
  readonly from: Instant;
  /** Ways into the middle of it, of which a story begins with one. */
  readonly preludes: readonly (readonly T['event'][])[];
  readonly events: (at: Instant, id: string) => readonly T['event'][];
}

/** One step of a told story, with what stood before it. */
export interface Turned<T extends ProcessTypes> {
  readonly before: Snapshot<T>;
  readonly event: T['event'] | Tick;
  readonly step: Step<T>;
}
export interface Told<T extends ProcessTypes> {
  readonly turns: readonly Turned<T>[];
  readonly last: Snapshot<T>;
  readonly effects: readonly Stamped<T['effect']>[];
  /** The laws of every process that were broken on the way. */
  readonly broken: readonly string[];
}

const LONG_AFTER = 30 * 86_400_000;

/** Tells a story to a process as a careless but honest host, long after which somebody looks once more. */
export function tell<T extends ProcessTypes>(
  { process, facts, from, preludes, events }: Telling<T>,
  { start, chapters }: Story,
): Told<T> {
  let snapshot = openProcess(process, 'it', facts[start % facts.length]!);
  let now: number = from;
  const turns: Turned<T>[] = [];
  const broken: string[] = [];
  const sent: (T['event'] | Tick)[] = [];
  const send = (event: T['event'] | Tick): void => {
    const step = drive(process, snapshot, event);
    const slept = process.Snapshot.parse(JSON.parse(JSON.stringify(step.snapshot)));
    if (!isDeepStrictEqual(slept, step.snapshot)) broken.push('W-11 it wakes up as it slept');
    const again = drive(process, step.snapshot, event);
    if (event.type !== 'tick' && (again.isTaken || again.effects.length > 0 || again.snapshot !== step.snapshot))
      broken.push('W-12 the same id changes nothing');
    if (event.type === 'tick' && again.effects.length > 0) broken.push('W-07 a deadline passes once');
    if (step.snapshot.at !== null && snapshot.at !== null && step.snapshot.at < snapshot.at) broken.push('W-04 time goes on');
    turns.push({ before: snapshot, event, step });
    sent.push(event);
    snapshot = slept;
  };
  for (const event of preludes[Math.floor(start / facts.length) % preludes.length]!) send(event);
  for (const [index, { move, what, pick }] of chapters.entries()) {
    const due = dueOf(process, snapshot);
    if (move.by === 'deadline') now = due === null ? now : due + move.amount;
    else now += (move.by === 'back' ? -1 : 1) * move.amount * 60_000;
    const all = events(now as Instant, `event-${index}`);
    const expected = all.filter(({ type }) => type in process.states[snapshot.state as T['state']]);
    const samples = what === 'event' && expected.length > 0 ? expected : all;
    const old = sent[pick % Math.max(1, sent.length)];
    if (what === 'again' && old !== undefined) send(old);
    else if (what === 'event' || what === 'any event') send(samples[pick % samples.length]!);
    else send({ type: 'tick', id: `tick-${index}`, at: now as Instant });
  }
  send({ type: 'tick', id: 'long after', at: (Math.max(now, from) + LONG_AFTER) as Instant });
  const effects = turns.flatMap(({ step }) => step.effects);
  if (new Set(effects.map(({ id }) => id)).size < effects.length) broken.push('W-07 every effect has its own id');
  if (dueOf(process, snapshot) !== null) broken.push('W-07 nothing is due long after');
  return { turns, last: snapshot, effects, broken };
}

export const isEnd = <T extends ProcessTypes>(process: Process<T>, state: T['state']): boolean =>
  Object.keys(process.states[state]).length === 0;

/** The turns in which it went from one state to another by an event, and which. */
export const arrivals = <T extends ProcessTypes>(told: Told<T>, state: T['state']): readonly Turned<T>[] =>
  told.turns.filter(({ before, step }) => before.state !== state && step.snapshot.state === state);

/** Whether a bug is caught by `law`: the first of the stories that shows it is enough. */
export const isCaught = (law: string, violationsOf: (tale: Story) => readonly string[]): boolean =>
  fc.sample(story, { seed: 20200331, numRuns: 400 }).some((tale) => violationsOf(tale).includes(law));
