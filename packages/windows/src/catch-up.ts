import type { Instant } from '@linli/model';
import type { Cycle } from './cycle.ts';
import type { CycleEffect } from './cycle-effect.ts';
import { replay } from './replay.ts';

/** What was slept through, in words a log can hold. */
export interface CatchUpSummary {
  /** The last instant the cycle knew before; null where it knew none. */
  readonly from: Instant | null;
  readonly until: Instant;
  /** Deadlines passed, openings among them. */
  readonly deadlines: number;
  /** How many of the effects come late. */
  readonly late: number;
}

/** After a silence: every deadline missed, once, in order, marked late. A second call at the same instant has no effects. */
export function catchUp(
  cycle: Cycle,
  now: Instant,
): { readonly cycle: Cycle; readonly effects: readonly CycleEffect[]; readonly summary: CatchUpSummary } {
  const until = cycle.at !== null && cycle.at > now ? cycle.at : now;
  const turn = replay(cycle, until);
  return {
    cycle: { ...turn.cycle, at: until },
    effects: turn.effects,
    summary: {
      from: cycle.at,
      until,
      deadlines: turn.cycle.passed - cycle.passed,
      late: turn.effects.filter(({ late }) => late).length,
    },
  };
}
