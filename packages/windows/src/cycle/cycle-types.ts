import type { CloseCode, DemandCode, MoveCode, PhaseCode } from './cycle-codes.ts';
import type { CycleEffect } from './cycle-effect.ts';
import type { CycleEvent } from './cycle-event.ts';
import type { CycleFacts, CycleState } from './cycle-facts.ts';
import type { LineCode } from './demand-line.ts';

export interface CycleTypes {
  readonly name: 'cycle';
  readonly state: CycleState;
  readonly facts: CycleFacts;
  readonly event: CycleEvent;
  readonly effect: CycleEffect;
  readonly code: PhaseCode | DemandCode | MoveCode | LineCode | CloseCode;
  readonly guard: 'is-execute' | 'is-last';
}
