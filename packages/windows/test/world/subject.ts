import type { Decision } from '@linli/model';
import {
  advance,
  catchUp,
  cyclesAfterSilence,
  nextDeadline,
  openCycle,
  type Snapshot,
  type WakeCode,
  wake,
} from '../../src/index.ts';
import type { ProcessTypes } from '../../src/process/process-types.ts';

/** The doors of the package that the world goes through; planted bugs come as other ones. */
export interface Subject {
  readonly advance: typeof advance;
  readonly catchUp: typeof catchUp;
  readonly nextDeadline: typeof nextDeadline;
  readonly openCycle: typeof openCycle;
  readonly wake: (kept: unknown) => Decision<Snapshot<ProcessTypes>, WakeCode>;
  readonly cyclesAfterSilence: typeof cyclesAfterSilence;
}

export const ours: Subject = { advance, catchUp, nextDeadline, openCycle, wake, cyclesAfterSilence };
