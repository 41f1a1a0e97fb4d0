import { type Decision, Text, WallTime, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

/** On one weekday (1 Monday, 7 Sunday), half-open, within the day. */
const Opening = z.strictObject({ weekday: z.int().min(1).max(7), from: WallTime, until: WallTime }).readonly();

const Shape = z.discriminatedUnion('kind', [
  /** Sessions for whoever is enrolled or walks in; null: as many as come. */
  z.strictObject({ kind: z.literal('class'), capacity: z.int().positive().nullable() }).readonly(),
  /** A closed circle: once session `closesAfterSession` was held, nobody new comes in. */
  z
    .strictObject({
      kind: z.literal('group'),
      atLeast: z.int().positive(),
      atMost: z.int().positive(),
      sessions: z.int().positive(),
      closesAfterSession: z.int().positive(),
    })
    .readonly(),
  /** A place people drop in at; `capacity` is how many may be inside at once. */
  z
    .strictObject({ kind: z.literal('place'), capacity: z.int().positive(), opening: z.array(Opening).min(1).readonly() })
    .readonly(),
]);

/** What somebody must be to take part. `fact` is a name the host knows how to answer. Bounds are included; null: none. */
const Criterion = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('flag'), fact: z.string().min(1), is: z.boolean() }).readonly(),
  z
    .strictObject({
      kind: z.literal('number'),
      fact: z.string().min(1),
      atLeast: z.int().nullable(),
      atMost: z.int().nullable(),
    })
    .readonly(),
]);
export type Criterion = z.infer<typeof Criterion>;

type ShapeCode =
  | 'programme/bounds-crossed'
  | 'programme/closes-after-its-end'
  | 'programme/opening-backwards'
  | 'programme/openings-overlap'
  | 'programme/grid-twice';

/** Why a programme is refused. `data.path` says where. */
export type ProgrammeFlawCode = 'programme/malformed' | ShapeCode;

interface Parts {
  readonly shape: z.infer<typeof Shape>;
  readonly eligible: readonly Criterion[];
  readonly grids: readonly number[] | null;
}

function flawsOf({ shape, eligible, grids }: Parts): readonly Flaw<ShapeCode>[] {
  const flaws: Flaw<ShapeCode>[] = [];
  if (shape.kind === 'group') {
    if (shape.atLeast > shape.atMost) flaws.push({ code: 'programme/bounds-crossed', path: ['shape', 'atMost'] });
    if (shape.closesAfterSession > shape.sessions)
      flaws.push({ code: 'programme/closes-after-its-end', path: ['shape', 'closesAfterSession'] });
  }
  if (shape.kind === 'place')
    for (const [index, { weekday, from, until }] of shape.opening.entries()) {
      const path = ['shape', 'opening', index];
      // Wall times of one shape compare as text: `09:00` before `09:00:30` before `24:00`.
      if (until <= from) flaws.push({ code: 'programme/opening-backwards', path: [...path, 'until'] });
      const earlier = shape.opening.slice(0, index);
      if (earlier.some((other) => other.weekday === weekday && other.from < until && from < other.until))
        flaws.push({ code: 'programme/openings-overlap', path });
    }
  for (const [index, criterion] of eligible.entries())
    if (criterion.kind === 'number' && criterion.atLeast !== null && criterion.atMost !== null)
      if (criterion.atLeast > criterion.atMost)
        flaws.push({ code: 'programme/bounds-crossed', path: ['eligible', index, 'atMost'] });
  for (const [index, grid] of (grids ?? []).entries())
    if (grids?.indexOf(grid) !== index) flaws.push({ code: 'programme/grid-twice', path: ['grids', index] });
  return flaws;
}

/** One cultural or spiritual programme as data. `format` is ours; `id` and `edition` are theirs. */
export const Programme = z
  .strictObject({
    format: z.literal('linli-programme/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    zone: Zone,
    shape: Shape,
    /** All must hold; empty: for everybody. */
    eligible: z.array(Criterion).readonly(),
    /** The grids it is meant to reach; null where nobody wrote that down. */
    grids: z.array(z.int().positive()).readonly().nullable(),
    /** Being there counts as somebody having seen the person. */
    countsAsContact: z.boolean(),
    /** Whole hours after a session was held in which its attendance may still be corrected. */
    correctionHours: z.int().positive(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface Programme extends z.infer<typeof Programme> {}

/** A programme from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseProgramme = (input: unknown): Decision<Programme, ProgrammeFlawCode> =>
  parseLocated<Programme, 'programme/malformed', ShapeCode>(Programme, 'programme/malformed', input);

/** How many take part, both included; null: no end. A class and a place ask for nobody. */
export function boundsOf({ shape }: Programme): { readonly atLeast: number; readonly atMost: number | null } {
  switch (shape.kind) {
    case 'class':
      return { atLeast: 0, atMost: shape.capacity };
    case 'group':
      return { atLeast: shape.atLeast, atMost: shape.atMost };
    case 'place':
      return { atLeast: 0, atMost: null };
  }
}
