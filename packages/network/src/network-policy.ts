import type { Helper } from '@linli/model';
import * as z from 'zod';

/** What can be thin in a network. */
export const GapCode = z.enum([
  'resident/isolated',
  'resident/not-reachable',
  'duty/uncovered',
  'helper/single-point',
  'helper/overloaded',
  'resident/no-grid',
]);
export type GapCode = z.infer<typeof GapCode>;

/** Where a community draws its lines. Every kind of gap is switched on or off by name, none by leaving it out. */
export const NetworkPolicy = z
  .strictObject({
    format: z.literal('linli-network-policy/1'),
    id: z.string().min(1),
    edition: z.int().positive(),
    /** How many different residents one helper should look after at most; `byRole` goes by the helper's own role. */
    maxResidentsPerHelper: z
      .strictObject({ default: z.int().positive(), byRole: z.record(z.string(), z.int().positive()).readonly() })
      .readonly(),
    /** A helper is reported once the contact duty of so many residents hangs on this one person. */
    singlePointMin: z.int().positive(),
    /** Roles in the order in which an unanswered knock is handed on. */
    knockChain: z.array(z.string().min(1)).readonly(),
    /** Pairs of grids that lie side by side. */
    adjacentGrids: z.array(z.tuple([z.int().positive(), z.int().positive()]).readonly()).readonly(),
    report: z.record(GapCode, z.boolean()).readonly(),
  })
  .readonly();
export interface NetworkPolicy extends z.infer<typeof NetworkPolicy> {}

export const capOf = (policy: NetworkPolicy, { role }: Helper): number =>
  policy.maxResidentsPerHelper.byRole[role] ?? policy.maxResidentsPerHelper.default;
