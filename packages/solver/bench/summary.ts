import type { FileLine } from './run-files.ts';

/** How a kind of instances came out. Gaps are in percent, over those whose best known is told. */
export interface Summary {
  readonly kind: string;
  readonly instances: number;
  readonly infeasible: number;
  readonly known: number;
  readonly meanGap: number | null;
  readonly largestGap: number | null;
  readonly meanObjective: number;
}

type Line = Pick<FileLine, 'instance' | 'feasible' | 'gapPercent' | 'objective'>;

/** By kind in the order of the alphabet, then of all. */
export function summaryOf(lines: readonly Line[], kindOf: (instance: string) => string): readonly Summary[] {
  const byKind = [...Map.groupBy(lines, ({ instance }) => kindOf(instance))].sort(([a], [b]) =>
    a.localeCompare(b, 'en', { numeric: true }),
  );
  return [...byKind.map(([kind, own]) => summarise(kind, own)), ...(lines.length > 0 ? [summarise('all', lines)] : [])];
}

function summarise(kind: string, lines: readonly Line[]): Summary {
  const gaps = lines.flatMap(({ gapPercent }) => (gapPercent === null ? [] : [gapPercent]));
  return {
    kind,
    instances: lines.length,
    infeasible: lines.filter(({ feasible }) => !feasible).length,
    known: gaps.length,
    meanGap: gaps.length === 0 ? null : mean(gaps),
    largestGap: gaps.length === 0 ? null : Math.max(...gaps),
    meanObjective: mean(lines.map(({ objective }) => objective)),
  };
}

export const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
