import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';

/** Some steps while the budget is used from one share to another, as an engine takes them. */
export type Turn = readonly [steps: number, fromShare: number, toShare: number];

/** What a worker is asked. Each is answered by one message, in order. */
export type Asked =
  | { readonly ask: 'open'; readonly problem: Problem; readonly seed: number }
  | { readonly ask: 'run'; readonly turns: readonly Turn[] }
  | { readonly ask: 'plan' };

/** How far a worker's own search got. */
export interface State {
  readonly steps: number;
  readonly medium: number;
  readonly soft: number;
  readonly bound: number | null;
  readonly isDone: boolean;
}

export type Answered =
  | { readonly told: 'state'; readonly state: State }
  | { readonly told: 'plan'; readonly plan: Plan }
  | { readonly told: 'fault'; readonly message: string };
