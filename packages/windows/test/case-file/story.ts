import { type Instant, say } from '@linli/model';
import fc from 'fast-check';
import type { Process } from '../../src/process/define-process.ts';
import { drive, type Step, type Tick } from '../../src/process/drive.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';

export const hour = 3_600_000;
const day = 24 * hour;

/** One thing a host does: which of the samples, how long after the last, and whether it is sent twice. */
interface Move {
  readonly pick: number;
  readonly after: number;
  readonly isTwice: boolean;
}
/** Mostly days apart, sometimes a clock that went back, sometimes a silence of months. */
export const tale = fc.array(
  fc.record({
    pick: fc.nat(1000),
    after: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 3 * day }) },
      { weight: 1, arbitrary: fc.integer({ min: -2 * day, max: 0 }) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 120 * day }) },
    ),
    isTwice: fc.boolean(),
  }),
  // Without `size` only the first ten would be tried.
  { maxLength: 40, size: 'max' },
);

/** What was sent and what came of it. */
export interface Told<T extends ProcessTypes> {
  readonly before: Snapshot<T>;
  readonly event: T['event'] | Tick;
  readonly step: Step<T>;
}

export const tick = (at: number): Tick => ({ type: 'tick', id: 'tick', at: at as Instant });

/** Sends a tale to a process through JSON, and says what was wrong with the driver's own promises on the way. */
export function tell<T extends ProcessTypes>(
  process: Process<T>,
  opened: Snapshot<T>,
  from: Instant,
  samples: (snapshot: Snapshot<T>, at: Instant) => readonly (T['event'] | Tick)[],
  moves: readonly Move[],
): { readonly told: readonly Told<T>[]; readonly flaws: readonly string[] } {
  const told: Told<T>[] = [];
  const flaws: string[] = [];
  let snapshot = opened;
  for (const { pick, after, isTwice } of moves) {
    const at = ((snapshot.at ?? from) + after) as Instant;
    const events = samples(snapshot, at);
    const event = events[pick % events.length]!;
    const step = drive(process, snapshot, event);
    told.push({ before: snapshot, event, step });
    for (const reason of [...step.reasons, ...step.passed.map(({ reason }) => reason)])
      if (say(process.texts, reason, 'en').includes('{')) flaws.push(`${reason.code} leaves a blank`);
    const asleep = JSON.stringify(step.snapshot);
    const awake = process.Snapshot.parse(JSON.parse(asleep));
    if (JSON.stringify(awake) !== asleep) flaws.push(`not as it slept after ${event.id}`);
    if (isTwice && event.type !== 'tick') {
      const again = drive(process, awake, event);
      if (again.isTaken || again.effects.length > 0 || JSON.stringify(again.snapshot) !== asleep)
        flaws.push(`${event.id} counted twice`);
    }
    if (snapshot.at !== null && awake.at !== null && awake.at < snapshot.at) flaws.push(`time went back at ${event.id}`);
    const due = process.due(awake.state, awake.facts);
    if (due !== null && awake.at !== null && due <= awake.at) flaws.push(`a deadline is left behind after ${event.id}`);
    snapshot = awake;
  }
  const ids = told.flatMap(({ step }) => step.effects.map(({ id }) => id));
  if (new Set(ids).size !== ids.length) flaws.push('an effect was sent twice');
  return { told, flaws };
}
