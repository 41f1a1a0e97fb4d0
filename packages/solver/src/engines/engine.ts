import type { PlannedVisit } from '../plan.ts';

/** A search that can be run on and on, and read at any time. */
export interface Engine {
  /** Steps done. */
  readonly steps: number;
  /** The best plan so far: what it leaves out, and its soft cost (in a re-plan with the price of moves). */
  readonly best: { readonly medium: number; readonly soft: number };
  /** No plan that leaves out as little can be softer than this; null where nothing is known. */
  readonly bound: number | null;
  /** Nothing better is to be found. */
  readonly isDone: boolean;
  /** Takes so many more visits into the first plan, where that is not there at once; whether it is whole. Till then it is not run. */
  begin?(visits: number): boolean;
  /** Goes on for `steps`, while the budget is used from one share to another, 0 to 1. */
  run(steps: number, fromShare: number, toShare: number): void;
  /** The best plan so far. */
  planned(): readonly PlannedVisit[];
}
