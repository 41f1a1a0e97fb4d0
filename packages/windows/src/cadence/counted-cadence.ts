import { type Decision, Text } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import { Counting } from './contact-status.ts';
import disinfection from './presets/disinfection.json' with { type: 'json' };

type ShapeCode = 'cadence/least-above-most' | 'cadence/does-not-fit';

/** Why a counted cadence is refused. `data.path` says where. */
export type CountedCadenceCode = 'cadence/malformed' | ShapeCode;

interface Shape {
  readonly perWeek: { readonly min: number; readonly max: number };
  readonly minGapDays: number;
}

function flawsOf({ perWeek: { min, max }, minGapDays }: Shape): readonly Flaw<ShapeCode>[] {
  if (min > max) return [{ code: 'cadence/least-above-most', path: ['perWeek', 'max'] }];
  // Week after week the first visit must keep its distance from the last one of the week before.
  return min * minGapDays > 7 ? [{ code: 'cadence/does-not-fit', path: ['minGapDays'], data: { min, minGapDays } }] : [];
}

/**
 * At least and at most so many times in each week, spread out. `minGapDays` 1 is not twice on one day, 2 leaves a day free
 * between two. `week`: the ISO week, or any seven days running.
 */
export const CountedCadence = z
  .strictObject({
    format: z.literal('linli-counted-cadence/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    perWeek: z.strictObject({ min: z.int().positive(), max: z.int().positive() }).readonly(),
    minGapDays: z.int().min(1).max(7),
    week: Counting,
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface CountedCadence extends z.infer<typeof CountedCadence> {}

/** A counted cadence from outside. Every flaw is named with its path. */
export const parseCountedCadence = (input: unknown): Decision<CountedCadence, CountedCadenceCode> =>
  parseLocated(CountedCadence, 'cadence/malformed', input);

/** Homes are disinfected two or three times a week, as Duowen did; that calendar weeks are meant is our reading. */
export const disinfectionCadence: CountedCadence = CountedCadence.parse(disinfection);
