import type { FileLine } from './run-files.ts';
import { type Summary, summaryOf } from './summary.ts';

const widths = [28, 12, 12, 9, 9, 9, 11] as const;
const row = (cells: readonly string[]): string =>
  cells
    .map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column] ?? 0)))
    .join(' ')
    .trimEnd();

const number = (value: number | null, decimals: number): string => (value === null ? '-' : value.toFixed(decimals));
/** Whole numbers as they are, others with three decimals. */
const amount = (value: number | null): string => (value === null ? '-' : String(Math.round(value * 1000) / 1000));

/** For people; `--json` is for programs. */
export const fileTable = {
  head: row(['instance', 'objective', 'best known', 'gap %', 'feasible', 'seconds', 'steps']),
};

export const fileRow = ({ instance, objective, bestKnown, gapPercent, feasible, seconds, steps, faults }: FileLine): string =>
  row([
    instance,
    amount(objective),
    amount(bestKnown),
    number(gapPercent, 3),
    feasible ? 'yes' : 'NO',
    number(seconds, 2),
    String(steps),
  ]) + (faults === undefined ? '' : `\n  ${faults.join('\n  ')}`);

export const summaryTable = (lines: readonly FileLine[], kindOf: (instance: string) => string): readonly string[] => [
  '',
  row(['kind', 'instances', 'infeasible', 'mean %', 'worst %', 'known', 'objective']),
  ...summaryOf(lines, kindOf).map(summaryRow),
];

const summaryRow = ({ kind, instances, infeasible, known, meanGap, largestGap, meanObjective }: Summary): string =>
  row([
    kind,
    String(instances),
    String(infeasible),
    number(meanGap, 3),
    number(largestGap, 2),
    String(known),
    amount(meanObjective),
  ]);
