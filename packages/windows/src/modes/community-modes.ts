import { type Decision, Instant, PersonId, Text } from '@linli/model';
import * as z from 'zod';
import { CycleDefinition } from '../cycle/cycle-definition.ts';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';
import preset from './presets/duowen-modes.json' with { type: 'json' };

/** One set of rules: how the day runs, and what people may do while it holds. */
export const ModeRules = z
  .strictObject({
    id: z.string().min(1),
    name: Text,
    cycle: CycleDefinition,
    /** Whether ordinary groups fetch their goods themselves. */
    selfPickUp: z.boolean(),
    /** Whether a helper may go past the door of a home. */
    doorEntry: z.boolean(),
  })
  .readonly();
export interface ModeRules extends z.infer<typeof ModeRules> {}

type ShapeCode = 'modes/unknown-first' | 'modes/id-twice';

/** Why modes are refused. `data.path` says where. */
export type ModesFlawCode = 'modes/malformed' | ShapeCode;

interface Shape {
  readonly first: string;
  readonly modes: readonly { readonly id: string }[];
}

function flawsOf({ first, modes }: Shape): readonly Flaw<ShapeCode>[] {
  const ids = modes.map(({ id }) => id);
  const twice = ids.flatMap((id, index): readonly Flaw<ShapeCode>[] =>
    ids.indexOf(id) < index ? [{ code: 'modes/id-twice', path: ['modes', index, 'id'] }] : [],
  );
  return ids.includes(first) ? twice : [{ code: 'modes/unknown-first', path: ['first'] }, ...twice];
}

/** The modes a community can be in, such as normal and lockdown; it begins in `first`. */
export const CommunityModes = z
  .strictObject({
    format: z.literal('linli-modes/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    first: z.string(),
    modes: z.array(ModeRules).min(1).readonly(),
  })
  .check(checkFlaws<Shape>(flawsOf))
  .readonly();
export interface CommunityModes extends z.infer<typeof CommunityModes> {}

/** Modes from outside. Every flaw is named with its path. */
export const parseCommunityModes = (input: unknown): Decision<CommunityModes, ModesFlawCode> =>
  parseLocated(CommunityModes, 'modes/malformed', input);

/** From `at` on another mode holds. Who switched and why is kept, for everybody's day changes with it. */
export const ModeSwitch = z
  .strictObject({ at: Instant, mode: z.string().min(1), by: PersonId, reason: z.string().min(1) })
  .readonly();
export interface ModeSwitch extends z.infer<typeof ModeSwitch> {}

/**
 * Normal and lockdown with the times of the deck. That ordinary groups fetch their goods in normal times and not in a
 * lockdown, and that nobody goes past a door in a lockdown, is our reading.
 */
export const duowenModes: CommunityModes = CommunityModes.parse(preset);
