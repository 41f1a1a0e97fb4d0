import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Instant, seededRandom } from '@linli/model';
import { describe, expect, it } from 'vitest';
import { openProcess, type Snapshot } from '../../src/index.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';
import type { AnyPlan } from '../paths.ts';
import { caughtUp, takeStep } from './host.ts';
import { ours, type Subject } from './subject.ts';
import { isOneIn, oneOf, tickAt, type World } from './world.ts';

const tests = new URL('..', import.meta.url);
const folders = readdirSync(tests).filter((name) => existsSync(new URL(`${name}/paths.ts`, tests)));
const plans = (
  await Promise.all(
    folders.map(
      async (name): Promise<readonly AnyPlan[]> => (await import(fileURLToPath(new URL(`${name}/paths.ts`, tests)))).plans,
    ),
  )
)
  .flat()
  // A line has no life outside its cycle, and the phases alone are not the cycle; both are in the world.
  .filter(({ process }) => process.name !== 'line' && process.name !== 'cycle');
const names = [...new Set(plans.map(({ process }) => process.name as string))].sort();

const walker = (seed: number, subject: Subject): World =>
  ({
    subject,
    random: seededRandom(seed),
    rough: { kill: 4, sleep: 4 },
    inbox: new Map(),
    handled: new Set(),
    broken: new Set(),
    count: { events: 0, effects: 0, kills: 0, silences: 0, days: 0 },
  }) as unknown as World;

/** Twenty things that happen to it in no order, some of them twice, with silences between. */
function brokenBy(name: string, subject: Subject, walks: number): readonly string[] {
  const broken = new Set<string>();
  for (const plan of plans.filter(({ process }) => process.name === name))
    for (const facts of plan.facts)
      for (let seed = 1; seed <= walks; seed += 1) {
        const world = walker(seed, subject);
        let snapshot: Snapshot<ProcessTypes> = openProcess(plan.process, `${name}-${seed}`, facts);
        let last: ProcessTypes['event'] | undefined;
        for (let step = 0; step < 20; step += 1) {
          const event = isOneIn(world, 6) ? last : oneOf(world, plan.events(snapshot) as readonly ProcessTypes['event'][]);
          const due = subject.nextDeadline(snapshot);
          const chance = world.random.nextInt(8);
          if (chance === 0 && due !== null)
            snapshot = caughtUp(world, snapshot, (due + world.random.nextInt(90) * 86_400_000) as Instant);
          else if (chance === 1 && due !== null) snapshot = takeStep(world, snapshot, tickAt(due)).snapshot;
          else if (event !== undefined) snapshot = takeStep(world, snapshot, event).snapshot;
          if (event?.type !== 'tick') last = event;
        }
        for (const law of world.broken) broken.add(law);
      }
  return [...broken];
}

describe('R9 W-07 W-11 W-12: whatever happens to any process, it is done once, said once, kept whole and never early', () => {
  it.each(names)('%s', (name) => {
    expect(brokenBy(name, ours, 8)).toEqual([]);
  });

  it('planted bug: an event that is handled twice', () => {
    const twice = {
      ...ours,
      advance: (snapshot: never, event: never) => ours.advance({ ...(snapshot as object), seen: [] } as never, event),
    };
    for (const name of names)
      expect(brokenBy(name, twice as unknown as Subject, 8)).toContain('W-12 the same id changes nothing');
  });
});
