import { isDeepStrictEqual } from 'node:util';
import { Instant } from '@linli/model';
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Process } from '../../src/process/define-process.ts';
import { drive, openProcess, type Step, type Tick } from '../../src/process/drive.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { Snapshot } from '../../src/process/snapshot.ts';
import type { PathPlan } from '../paths.ts';

/** One step of a host: one of the sample events of a plan, or an old one once more; on time, after a downtime, or with a clock gone back. */
const move = fc.record({
  pick: fc.nat(10_000),
  kind: fc.constantFrom('new', 'new', 'new', 'new', 'new', 'new', 'again', 'downtime', 'back'),
  hours: fc.integer({ min: 1, max: 30 }),
});
const walk = fc.record({ start: fc.nat(10), moves: fc.array(move, { minLength: 10, maxLength: 40 }) });
type Walk = typeof walk extends fc.Arbitrary<infer Each> ? Each : never;

export interface Taken<T extends ProcessTypes> {
  readonly before: Snapshot<T>;
  readonly event: T['event'] | Tick;
  readonly step: Step<T>;
}

/** What a law says of one story from its first step to its last: the names of what was broken. */
export type Judge<T extends ProcessTypes> = (story: readonly Taken<T>[]) => readonly string[];

const isEnd = <T extends ProcessTypes>({ states }: Process<T>, state: T['state']): boolean =>
  Object.keys(states[state as keyof typeof states]).length === 0;

function told<T extends ProcessTypes>(plan: PathPlan<T>, process: Process<T>, { start, moves }: Walk): readonly Taken<T>[] {
  const story: Taken<T>[] = [];
  let snapshot = openProcess(process, process.name, plan.facts[start % plan.facts.length]!);
  for (const [index, { pick, kind, hours }] of moves.entries()) {
    const samples = plan.events(snapshot);
    const sample = samples[pick % samples.length]!;
    const shift = kind === 'downtime' ? hours : kind === 'back' ? -hours : 0;
    const old = story[pick % Math.max(1, story.length)]?.event;
    const fresh = { ...sample, id: `${sample.id}-${index}`, at: Instant.parse(sample.at + shift * 3_600_000) };
    const event = kind === 'again' && old !== undefined ? old : fresh;
    const step = drive(process, snapshot, event);
    // Most endings are put off, or few stories would grow long.
    if (isEnd(process, step.snapshot.state) && pick % 7 > 0) continue;
    story.push({ before: snapshot, event, step });
    snapshot = step.snapshot;
  }
  return story;
}

/** The laws of every process. */
function commonlyBroken<T extends ProcessTypes>(process: Process<T>, story: readonly Taken<T>[]): readonly string[] {
  return story.flatMap(({ before, event, step }) => {
    const broken: string[] = [];
    const isSeen = before.seen.includes(event.id);
    if (isSeen && (step.effects.length > 0 || step.snapshot !== before)) broken.push('W-12 the same id changes nothing');
    const { snapshot } = step;
    if (snapshot.facts !== before.facts) {
      const read = process.Snapshot.safeParse(JSON.parse(JSON.stringify(snapshot)));
      if (!read.success || !isDeepStrictEqual(read.data, snapshot)) broken.push('W-11 it wakes up as it slept');
    }
    if (step.reasons.length + step.passed.length === 0 && (snapshot.state !== before.state || snapshot.facts !== before.facts))
      broken.push('W-15 what changes says why');
    return broken;
  });
}

const walks = fc.sample(walk, { seed: 20_200_330, numRuns: 300 });

/** All laws that some of a hundred random stories break. */
export function brokenLaws<T extends ProcessTypes>(plan: PathPlan<T>, judge: Judge<T>): readonly string[] {
  const { process } = plan;
  const broken = walks.slice(0, 100).flatMap((each) => {
    const story = told(plan, process, each);
    return [...commonlyBroken(process, story), ...judge(story)];
  });
  return [...new Set(broken)].sort();
}

/** Whether some random story breaks `law` in a process with a bug planted in it. */
export const isCaught = <T extends ProcessTypes>(plan: PathPlan<T>, judge: Judge<T>, process: Process<T>, law: string): boolean =>
  walks.some((each) => judge(told(plan, process, each)).includes(law));

/** A judge that never saw a state would hold of anything. */
export function expectStates<T extends ProcessTypes>(plan: PathPlan<T>, states: readonly T['state'][]): void {
  const met = new Set<T['state']>();
  for (const each of walks) {
    if (met.size === states.length) break;
    for (const { step } of told(plan, plan.process, each)) met.add(step.snapshot.state);
  }
  expect([...met].sort()).toEqual([...states].sort());
}
