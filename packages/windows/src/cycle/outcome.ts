import type { Reason } from '@linli/model';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleFacts } from './cycle-facts.ts';

/** What came of one event inside a cycle. `isTaken`: false where it was refused. */
export interface Outcome<Code extends string> {
  readonly facts: CycleFacts;
  readonly effects: readonly CycleEffect[];
  readonly reasons: readonly Reason<Code>[];
  readonly isTaken: boolean;
}
