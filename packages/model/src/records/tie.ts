import * as z from 'zod';
import { PersonId, TieId } from '../ids.ts';

/** How often a duty comes round. `on-demand` never falls due by itself. */
export const Cadence = z.enum(['daily', 'weekly', 'fortnightly', 'monthly', 'on-demand']);
export type Cadence = z.infer<typeof Cadence>;

/** One helper stands for one duty towards one resident. Directed: from the one who gives to the one who receives. */
export const Tie = z
  .strictObject({
    id: TieId,
    residentId: PersonId,
    helperId: PersonId,
    /** In which role the helper stands here; somebody may hold several. */
    role: z.string().min(1),
    /** A code of the care template, e.g. `knock`. */
    duty: z.string().min(1),
    cadence: Cadence,
  })
  .readonly();
export interface Tie extends z.infer<typeof Tie> {}
