import { Text, Zone } from '@linli/model';
import * as z from 'zod';

const code = z.string().regex(/^[a-z][a-z0-9.-]*$/);

const RoleEntry = z
  .strictObject({
    code,
    name: Text,
    /** What the workbooks write for it. */
    words: z.array(z.string().min(1)).readonly(),
    /** Paid and on duty in shifts; only staff answer emergencies and stand for the formal side of a network. */
    staff: z.boolean(),
    /** Skills that come with the role itself. */
    skills: z.array(code).readonly(),
  })
  .readonly();

const SkillEntry = z.strictObject({ code, name: Text, words: z.array(z.string().min(1)).readonly() }).readonly();

/** `community.yaml`: who the community is, its roles and its skills. */
export const CommunityProfile = z
  .strictObject({
    format: z.literal('linli-community/1'),
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    edition: z.int().positive(),
    name: Text,
    zone: Zone,
    /** How many grids there are, numbered from 1. */
    grids: z.int().positive(),
    roles: z.array(RoleEntry).min(1).readonly(),
    skills: z.array(SkillEntry).readonly(),
  })
  .readonly();
export interface CommunityProfile extends z.infer<typeof CommunityProfile> {}
