/** By which clock seconds are counted: the one on the wall, or the processor time of this process. */
export type BudgetKind = 'wall' | 'cpu';

/** What one run may use. At least one of the two is given. */
export interface RunBudget {
  readonly seconds: number | null;
  readonly steps: number | null;
  readonly seed: number;
  readonly kind: BudgetKind;
}

/** Milliseconds by the clock of a budget. */
export const clockOf = (kind: BudgetKind): (() => number) => (kind === 'wall' ? () => performance.now() : cpuMilliseconds);

function cpuMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

/** The budget as `solve` takes it. */
export const asOptions = ({ seconds, steps, seed, kind }: RunBudget) => ({
  seed,
  ...(steps === null ? {} : { steps }),
  ...(seconds === null ? {} : { milliseconds: seconds * 1000, now: clockOf(kind) }),
});
