import { type Decision, Text, WallTime } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

type ShapeCode = 'duty-definition/id-twice' | 'duty-definition/window-empty';
export type DutyDefinitionCode = 'duty-definition/malformed' | ShapeCode;

/** `08:30` and `08:30:00` are one time. */
const inSeconds = (time: WallTime): string => time.padEnd(8, ':00');

/**
 * One post, described. Null is honest: nobody has said it yet, and `incompleteDuties` lists it. An empty list is an
 * answer: none is needed.
 */
export const DutyDefinition = z
  .strictObject({
    /** As the care template calls it, e.g. `neighbour-knock`. */
    id: z.string().min(1),
    name: Text,
    /** What it is for. */
    purpose: Text.nullable(),
    /** The one role that answers for it; a code of the community's roles. */
    ownerRole: z.string().min(1).nullable(),
    skills: z.array(z.string().min(1)).readonly().nullable(),
    /** Courses that must be valid on the day it is done. */
    courses: z.array(z.string().min(1)).readonly().nullable(),
    /** When on a day it may be done, on the community's wall. Half-open. */
    window: z.strictObject({ from: WallTime, until: WallTime }).readonly().nullable(),
    /** What proves that it was done; codes of evidence such as `sign-in`. */
    evidence: z.array(z.string().min(1)).readonly().nullable(),
    /** Who hears first that it was not done, and how long after the end of its window. */
    escalation: z
      .strictObject({ toRole: z.string().min(1), afterMinutes: z.int().nonnegative() })
      .readonly()
      .nullable(),
  })
  .readonly();
export interface DutyDefinition extends z.infer<typeof DutyDefinition> {}

/** The duties of one community. */
export const DutySet = z
  .strictObject({
    format: z.literal('linli-duties/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    duties: z.array(DutyDefinition).min(1).readonly(),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface DutySet extends z.infer<typeof DutySet> {}

function flawsOf({ duties }: { readonly duties: readonly DutyDefinition[] }): readonly Flaw<ShapeCode>[] {
  const ids = duties.map(({ id }) => id);
  return duties.flatMap(({ id, window }, index) => {
    const flaws: Flaw<ShapeCode>[] = [];
    if (ids.indexOf(id) !== index)
      flaws.push({ code: 'duty-definition/id-twice', path: ['duties', index, 'id'], data: { duty: id } });
    if (window !== null && inSeconds(window.from) >= inSeconds(window.until))
      flaws.push({ code: 'duty-definition/window-empty', path: ['duties', index, 'window', 'until'] });
    return flaws;
  });
}

/** A set from outside. Every flaw is named with its path; what is null is no flaw, it is only incomplete. */
export const parseDutySet = (input: unknown): Decision<DutySet, DutyDefinitionCode> =>
  parseLocated<DutySet, 'duty-definition/malformed', ShapeCode>(DutySet, 'duty-definition/malformed', input);
