import type { Instant } from '@linli/model';
import type { Process } from './define-process.ts';
import { passDeadlines, type Step } from './drive.ts';
import type { ProcessTypes } from './process-types.ts';
import type { Snapshot } from './snapshot.ts';

/** What was slept through, in words a log can hold. */
export interface CatchUpSummary {
  /** The last instant it knew before; null where it knew none. */
  readonly from: Instant | null;
  readonly until: Instant;
  /** Deadlines passed. */
  readonly deadlines: number;
  /** How many of the effects come late. */
  readonly late: number;
}

export interface CaughtUp<T extends ProcessTypes> extends Pick<Step<T>, 'snapshot' | 'effects' | 'passed'> {
  readonly summary: CatchUpSummary;
}

/** After a silence: every deadline missed, once, in order, marked late. A second call at the same instant has no effects. */
export function catchUp<T extends ProcessTypes>(process: Process<T>, snapshot: Snapshot<T>, now: Instant): CaughtUp<T> {
  const until = snapshot.at !== null && snapshot.at > now ? snapshot.at : now;
  const { snapshot: awake, effects, passed } = passDeadlines(process, snapshot, until);
  return {
    snapshot: { ...awake, at: until },
    effects,
    passed,
    summary: { from: snapshot.at, until, deadlines: passed.length, late: effects.filter(({ late }) => late).length },
  };
}
