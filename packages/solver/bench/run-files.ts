import { readFileSync } from 'node:fs';
import { BenchFault } from './bench-fault.ts';
import { bestKnownOf, instanceOf } from './best-known.ts';
import { clockOf, type RunBudget } from './budget.ts';
import type { Case, Family } from './family.ts';

/** One file's result, as `--json` prints it. An infeasible answer has no gap. */
export interface FileLine {
  readonly instance: string;
  readonly objective: number;
  readonly bestKnown: number | null;
  readonly gapPercent: number | null;
  readonly feasible: boolean;
  readonly seconds: number;
  readonly steps: number;
  readonly solution: unknown;
  /** Where one is known: nothing can be better. */
  readonly bound?: number;
  /** Where it is not feasible: why. */
  readonly faults?: readonly string[];
}

const WARM_MILLISECONDS = 1000;
const MOST_FAULTS = 5;

/** Lets the engine run on small instances until it is warm. Not measured. */
export function warmUp(family: Family, { kind, seed }: RunBudget): void {
  const now = clockOf(kind);
  const begin = now();
  for (let run = 0; now() - begin < WARM_MILLISECONDS; run++)
    family.read(family.small(seed + run), 'warm-up').run({ seconds: WARM_MILLISECONDS / 4000, steps: null, seed, kind });
}

/** @throws BenchFault where the file cannot be read. */
function readCase(family: Family, path: string): Case {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new BenchFault(path, '文件读不出来', `cannot be read: ${error instanceof Error ? error.message : error}`);
  }
  return family.read(text, instanceOf(path));
}

/** Reading lies outside the measured time, judging too. */
export function runFile(family: Family, path: string, budget: RunBudget): FileLine {
  const instance = readCase(family, path);
  const now = clockOf(budget.kind);
  const begin = now();
  const { solution, steps, bound } = instance.run(budget);
  const seconds = (now() - begin) / 1000;
  const { objective, faults } = instance.judge(solution);
  const bestKnown = bestKnownOf(path, family.knownColumns);
  const feasible = faults.length === 0;
  return {
    instance: instanceOf(path),
    objective: rounded(objective),
    bestKnown,
    gapPercent: bestKnown === null || !feasible ? null : rounded(gapOf(objective, bestKnown)),
    feasible,
    seconds: Math.round(seconds * 1e6) / 1e6,
    steps,
    solution,
    ...(bound === null ? {} : { bound }),
    ...(feasible ? {} : { faults: faults.slice(0, MOST_FAULTS) }),
  };
}

/** Three decimals: sums of decimal fractions carry rounding errors far behind them. */
const rounded = (value: number): number => Math.round(value * 1000) / 1000;

const gapOf = (objective: number, bestKnown: number): number =>
  bestKnown === 0 ? (objective === 0 ? 0 : Number.NaN) : ((objective - bestKnown) / bestKnown) * 100;
