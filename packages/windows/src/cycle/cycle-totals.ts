import { type CycleLine, isSettled, type LineState } from './demand-line.ts';

/** Counts of lines. `in` = `done` + `cancelled` + `carried` + `open`; `emergencies` are counted among them once more. */
export interface CycleTotals {
  readonly in: number;
  readonly done: number;
  readonly cancelled: number;
  readonly carried: number;
  readonly open: number;
  readonly emergencies: number;
}

/** As of now: a line settled after the closing moves from `open` to where it belongs. */
export function totalsOf(lines: readonly CycleLine[]): CycleTotals {
  const count = (state: LineState): number => lines.filter((line) => line.state === state).length;
  return {
    in: lines.length,
    done: count('done'),
    cancelled: count('cancelled'),
    carried: count('carried'),
    open: lines.filter(({ state }) => !isSettled(state)).length,
    emergencies: lines.filter(({ emergency }) => emergency).length,
  };
}
