import { type Decision, Text, Zone } from '@linli/model';
import * as z from 'zod';
import { checkFlaws, type Flaw, parseLocated } from '../parse-located.ts';

/** The stages a team grows through, each with a standard. A team that has none of them yet is a candidate. */
export const TeamStage = z.enum(['incubating', 'registered', 'independent']);
export type TeamStage = z.infer<typeof TeamStage>;

type ShapeCode = 'team/core-above-members' | 'team/stage-easier';
export type TeamDefinitionCode = 'team/malformed' | ShapeCode;

/** What a team has to show for one stage. */
const TeamStandard = z
  .strictObject({
    members: z.int().nonnegative(),
    /** Of them, so many who carry it. Why somebody is core stands nowhere: it may be a matter of belief. */
    coreMembers: z.int().nonnegative(),
    /** Courses the team has passed and that still hold. */
    courses: z.array(z.string().min(1)).readonly(),
    /** Calendar days since it was founded. */
    daysSinceFounded: z.int().nonnegative(),
  })
  .readonly();
type TeamStandard = z.infer<typeof TeamStandard>;

/** How one community lets teams grow. Days are calendar days in `zone`. */
export const TeamDefinition = z
  .strictObject({
    format: z.literal('linli-team/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    name: Text,
    source: z.strictObject({ title: z.string().min(1), confidence: z.enum(['read', 'reported', 'assumed']) }).readonly(),
    zone: Zone,
    /** The standards of all stages. A later stage asks for no less than the one before. */
    standards: z.strictObject({ incubating: TeamStandard, registered: TeamStandard, independent: TeamStandard }).readonly(),
    /** From a stage's beginning, or the last look, to the next look at whether its standard is kept. */
    reviewDays: z.int().min(1).max(3660),
  })
  .check(checkFlaws(flawsOf))
  .readonly();
export interface TeamDefinition extends z.infer<typeof TeamDefinition> {}

function flawsOf({ standards }: { readonly standards: Readonly<Record<TeamStage, TeamStandard>> }): readonly Flaw<ShapeCode>[] {
  return TeamStage.options.flatMap((stage, index) => {
    const path = ['standards', stage];
    const standard = standards[stage];
    const flaws: Flaw<ShapeCode>[] = [];
    if (standard.coreMembers > standard.members) flaws.push({ code: 'team/core-above-members', path: [...path, 'coreMembers'] });
    const earlier = TeamStage.options[index - 1];
    if (earlier === undefined) return flaws;
    const before = standards[earlier];
    for (const field of ['members', 'coreMembers', 'daysSinceFounded'] as const)
      if (standard[field] < before[field]) flaws.push({ code: 'team/stage-easier', path: [...path, field] });
    if (!before.courses.every((course) => standard.courses.includes(course)))
      flaws.push({ code: 'team/stage-easier', path: [...path, 'courses'] });
    return flaws;
  });
}

/** A definition from outside. Every flaw is named with its path; nothing is repaired in silence. */
export const parseTeamDefinition = (input: unknown): Decision<TeamDefinition, TeamDefinitionCode> =>
  parseLocated<TeamDefinition, 'team/malformed', ShapeCode>(TeamDefinition, 'team/malformed', input);
