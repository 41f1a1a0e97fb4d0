import type { RunBudget } from './budget.ts';

/** What was found, in the words of the family's own format, and how. `bound`: nothing can be better; null where not known. */
interface Found {
  readonly solution: unknown;
  readonly steps: number;
  readonly bound: number | null;
}

/** What a solution is worth by the instance alone. No faults: it is feasible. */
export interface Judged {
  readonly objective: number;
  readonly faults: readonly string[];
}

/** One instance, read and ready. */
export interface Case {
  /** The measured part. */
  run(budget: RunBudget): Found;
  /** Shares nothing with what `run` uses. */
  judge(solution: unknown): Judged;
}

/** A public family of instances. */
export interface Family {
  /** Columns of bks.csv that hold the best known objective, the first that is filled counts. */
  readonly knownColumns: readonly string[];
  /** By which results are put together in tables, and in tables only, e.g. `R2`. */
  kindOf(name: string): string;
  /** @throws BenchFault with the place in the text. */
  read(text: string, name: string): Case;
  /** A small instance of the same kind, made from a seed, in the family's own format: the engine is warmed up with it. */
  small(seed: number): string;
}
