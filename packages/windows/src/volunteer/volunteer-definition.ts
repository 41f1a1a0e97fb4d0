import { type Decision, Text, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

type ShapeCode = 'volunteer/course-twice';
export type VolunteerDefinitionCode = 'volunteer/malformed' | ShapeCode;

const Days = z.int().min(1).max(3660);

/** How one community takes volunteers in and keeps in touch with them. Days are calendar days in `zone`. */
export const VolunteerDefinition = z
  .strictObject({
    format: z.literal('linli-volunteer/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    zone: Zone,
    /** What everybody must have passed before the first service. Empty: nothing is asked. */
    requiredCourses: z.array(z.string().min(1)).readonly(),
    /** From a refusal to the next application. */
    reapplyAfterDays: Days,
    /** Between two questions to somebody who is paused, and the first one where the return is not known. */
    askAgainDays: Days,
    /** After so many days without a service somebody asks how they are. It is never an exit. */
    quietDays: Days,
  })
  .check(
    checkFlaws(({ requiredCourses }): readonly Flaw<ShapeCode>[] =>
      requiredCourses.flatMap((course, index) =>
        requiredCourses.indexOf(course) === index
          ? []
          : [{ code: 'volunteer/course-twice', path: ['requiredCourses', index], data: { course } }],
      ),
    ),
  )
  .readonly();
export interface VolunteerDefinition extends z.infer<typeof VolunteerDefinition> {}

/** A definition from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseVolunteerDefinition = (input: unknown): Decision<VolunteerDefinition, VolunteerDefinitionCode> =>
  parseLocated<VolunteerDefinition, 'volunteer/malformed', ShapeCode>(VolunteerDefinition, 'volunteer/malformed', input);
