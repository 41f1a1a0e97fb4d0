import { assert, type Instant } from '@linli/model';
import type { LadderDefinition, Rung } from './ladder-definition.ts';
import { quietSeconds, quietSpanAt } from './quiet-hours.ts';

/** Rungs that are asked at the same time. */
export type LadderStep = readonly [Rung, ...Rung[]];

/** The rungs in order of asking, those that are asked together in one step. */
export function stepsOf({ rungs }: Pick<LadderDefinition, 'rungs'>): readonly LadderStep[] {
  const steps: [Rung, ...Rung[]][] = [];
  for (const rung of rungs) {
    const current = steps.at(-1);
    if (rung.together && current !== undefined) current.push(rung);
    else steps.push([rung]);
  }
  return steps;
}

export const lastStepOf = (definition: LadderDefinition): number => stepsOf(definition).length - 1;

export function stepAt(definition: LadderDefinition, index: number): LadderStep {
  const step = stepsOf(definition)[index];
  assert(step !== undefined, 'ladder/no-such-step', `${definition.id} has no step ${index}`);
  return step;
}

export const stepOfRung = (definition: LadderDefinition, rungId: string): number =>
  stepsOf(definition).findIndex((step) => step.some(({ id }) => id === rungId));

/** Rungs that are asked together wait for the most patient of them. */
export const waitSecondsOf = (step: LadderStep): number => Math.max(...step.map(({ waitSeconds }) => waitSeconds));

/** The end of the quiet hours that a step must wait for at `at`; undefined where it asks at once. */
export function morningFor(definition: LadderDefinition, index: number, at: Instant): Instant | undefined {
  const { quietHours, zone } = definition;
  if (quietHours === null || stepAt(definition, index)[0].inQuietHours === 'ask') return undefined;
  return quietSpanAt(quietHours, zone, at)?.until;
}

/** Bounds of one ladder, in seconds. A clock change at night and a silence of the machine come on top. */
export interface LadderBounds {
  /** From the first knock to "nobody confirmed" at the latest, where nobody says anything. */
  readonly silentSeconds: number;
  /** The same whatever people promise, decline and note: every rung can rest the ladder once. */
  readonly promisedSeconds: number;
}

/** How long a ladder can take at most, from its definition alone. */
export function ladderBounds(definition: LadderDefinition): LadderBounds {
  const steps = stepsOf(definition);
  const night = definition.quietHours === null ? 0 : quietSeconds(definition.quietHours);
  const sleepers = steps.filter(([{ inQuietHours }]) => inQuietHours === 'wait-until-morning').length;
  const waits = steps.reduce((sum, step) => sum + waitSecondsOf(step), 0);
  // A rest may end in the next night, so that the same rung waits for another morning. A red flag may send a rest of a lower
  // rung back to the wait of the step it stands on, once.
  const nights = sleepers === 0 ? 0 : sleepers + definition.rungs.length;
  const again = Math.max(...steps.map(waitSecondsOf));
  return {
    silentSeconds: waits + sleepers * night,
    promisedSeconds: waits + again + definition.rungs.length * definition.reportSeconds + nights * night,
  };
}
