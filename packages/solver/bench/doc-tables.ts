import { families } from './families/all.ts';
import { mean, summaryOf } from './summary.ts';

/** A line of a result file: what the command printed, less the solution, with the set, the budget and the seed in front. */
export interface ResultLine {
  readonly set: string;
  readonly budget: number;
  readonly seed: number;
  readonly [field: string]: unknown;
}

interface FileResult extends ResultLine {
  readonly instance: string;
  readonly objective: number;
  readonly bestKnown: number | null;
  readonly gapPercent: number | null;
  readonly feasible: boolean;
  readonly bound?: number;
}

/** Every table of the page by the name of its marks. What was not measured is a dash. */
export function docTables(lines: readonly ResultLine[]): Readonly<Record<string, string>> {
  const of = (...sets: readonly string[]): readonly FileResult[] =>
    lines.filter((line): line is FileResult => sets.includes(line.set));
  return {
    solomon: solomonTable(of('solomon')),
    'solomon-worst': worstTable(of('solomon')),
    'gehring-homberger': costTable(of('gehring-homberger')),
    hhcrsp: hhcrspTable(of('hhcrsp-10-25', 'hhcrsp-50')),
    'hhcrsp-italian': costTable(of('hhcrsp-italian')),
    gap: gapTable(of('gap', 'gap-small')),
    lap: lapTable(of('lap')),
    'peers-lap': peersLapTable(lines.filter(({ problem }) => problem === 'lap')),
    'peers-gap': peersGapTable(lines.filter(({ problem }) => problem === 'gap')),
    community: anytimeTable(lines.filter(({ set }) => set === 'community')),
    weekly: anytimeTable(lines.filter(({ set }) => set === 'weekly')),
    replan: replanTable(lines.filter(({ set }) => set === 'replan')),
    answers: answersTable(lines),
    growth: growthTable(lines.filter(({ set }) => set === 'growth')),
  };
}

type Cell = string | number | null | undefined;

function table(head: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.map((cell) => cell ?? '-').join(' | ')} |`;
  const body = rows.length === 0 ? [head.map(() => '-')] : rows;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

const fixed = (value: number | null | undefined, decimals = 2): string =>
  value === null || value === undefined || !Number.isFinite(value) ? '-' : value.toFixed(decimals);
const budgetsOf = (lines: readonly ResultLine[]): number[] =>
  [...new Set(lines.map(({ budget }) => budget))].sort((a, b) => b - a);
const seedsOf = (lines: readonly ResultLine[]): number => new Set(lines.map(({ seed }) => seed)).size;
const max = (values: readonly number[]): number | null => (values.length === 0 ? null : Math.max(...values));

function solomonTable(lines: readonly FileResult[]): string {
  const kinds = ['all', 'C1', 'C2', 'R1', 'R2', 'RC1', 'RC2'];
  const rows = budgetsOf(lines).map((budget) => {
    const own = lines.filter((line) => line.budget === budget);
    const summaries = new Map(summaryOf(own, families.vrptw.kindOf).map((summary) => [summary.kind, summary]));
    const all = summaries.get('all');
    return [
      `${budget} s`,
      seedsOf(own),
      own.length,
      all?.infeasible,
      ...kinds.map((kind) => fixed(summaries.get(kind)?.meanGap, 3)),
      fixed(all?.largestGap),
    ];
  });
  return table(['budget', 'seeds', 'runs', 'not feasible', 'all', ...kinds.slice(1), 'worst run'], rows);
}

function worstTable(lines: readonly FileResult[]): string {
  const longest = budgetsOf(lines)[0];
  const own = lines.filter(({ budget, gapPercent }) => budget === longest && gapPercent !== null);
  const byInstance = [...Map.groupBy(own, ({ instance }) => instance)].map(([instance, runs]) => {
    const gaps = runs.map(({ gapPercent }) => gapPercent!);
    return { instance, mean: mean(gaps), most: Math.max(...gaps) };
  });
  const worst = byInstance.toSorted((a, b) => b.mean - a.mean).slice(0, 8);
  return table(
    ['instance', 'mean gap %', 'worst seed %'],
    worst.map((one) => [one.instance, fixed(one.mean, 3), fixed(one.most, 3)]),
  );
}

function costTable(lines: readonly FileResult[]): string {
  const rows = [...Map.groupBy(lines, ({ instance }) => instance)].map(([instance, runs]) => {
    const costs = runs.map(({ objective }) => objective);
    const gaps = runs.flatMap(({ gapPercent }) => (gapPercent === null ? [] : [gapPercent]));
    return [
      instance,
      `${runs[0]!.budget} s`,
      runs.length,
      fixed(mean(costs), 1),
      fixed(Math.min(...costs), 1),
      runs.every(({ feasible }) => feasible) ? 'yes' : 'NO',
      fixed(gaps.length === 0 ? null : mean(gaps)),
    ];
  });
  return table(['instance', 'budget', 'runs', 'mean cost', 'best cost', 'feasible', 'gap to best known %'], rows);
}

function hhcrspTable(lines: readonly FileResult[]): string {
  const rows = [...Map.groupBy(lines, ({ instance }) => families.hhcrsp.kindOf(instance))].map(([kind, own]) => {
    const gaps = own.flatMap(({ gapPercent }) => (gapPercent === null ? [] : [gapPercent]));
    const atBest = gaps.filter((gap) => gap <= 0.001).length;
    return [kind, `${own[0]!.budget} s`, own.length, `${atBest} of ${gaps.length}`, fixed(mean(gaps), 3), fixed(max(gaps))];
  });
  return table(['set', 'budget', 'runs', 'best known or better', 'mean gap %', 'worst %'], rows);
}

function gapTable(lines: readonly FileResult[]): string {
  const rows = [...Map.groupBy(lines, ({ instance }) => families.gap.kindOf(instance))].map(([kind, own]) => {
    const gaps = own.flatMap(({ gapPercent }) => (gapPercent === null ? [] : [gapPercent]));
    const toBound = own.flatMap(({ objective, bound }) => (bound === undefined ? [] : [(1 - bound / objective) * 100]));
    const proved = own.filter(({ objective, bound }) => bound !== undefined && Math.ceil(bound - 1e-6) >= objective).length;
    return [
      kind,
      `${own[0]!.budget} s`,
      own.length,
      fixed(mean(gaps), 3),
      fixed(max(gaps)),
      fixed(mean(toBound), 3),
      `${proved} of ${own.length}`,
    ];
  });
  return table(['type', 'budget', 'runs', 'mean gap %', 'worst %', 'mean gap to own bound %', 'proved optimal'], rows);
}

const lapTable = (lines: readonly FileResult[]): string =>
  table(
    ['instance', 'total', 'proved by prices', 'milliseconds'],
    lines.map(({ instance, objective, bound, ['seconds']: seconds }) => [
      instance,
      objective,
      bound === objective ? 'yes' : 'NO',
      fixed(Number(seconds) * 1000, 1),
    ]),
  );

function peersLapTable(lines: readonly ResultLine[]): string {
  const sizes = [...new Set(lines.map((line) => Number(line['size'])))];
  const rows = [...Map.groupBy(lines, (line) => String(line['package']))].map(([name, own]) => [
    name,
    ...sizes.map((size) => {
      const line = own.find((one) => one['size'] === size);
      return line === undefined ? '-' : `${line['milliseconds']} (${line['ratio']})${line['optimal'] ? '' : ' NOT OPTIMAL'}`;
    }),
  ]);
  return table(['package', ...sizes.map(String)], rows);
}

const peersGapTable = (lines: readonly ResultLine[]): string =>
  table(
    ['instance', 'package', 'cost', 'seconds', 'above the best %'],
    lines.map((line) => [
      String(line['instance']),
      String(line['package']),
      line['objective'] as number | null,
      line['seconds'] as number,
      line['gapPercent'] as number | null,
    ]),
  );

interface Worth {
  readonly budget?: number;
  readonly seconds: number;
  readonly unassigned: number;
  readonly soft: number;
  readonly violations: number;
}

function anytimeTable(lines: readonly ResultLine[]): string {
  const budgets = ((lines[0]?.['byBudget'] as readonly Worth[] | undefined) ?? []).map(({ budget }) => budget);
  const minutes = ({ soft, unassigned, violations }: Worth): string =>
    `${(soft / 1000).toFixed(0)}${unassigned > 0 ? ` (${unassigned} left out)` : ''}${violations > 0 ? ` ${violations} VIOLATIONS` : ''}`;
  const rows = lines.map((line) => {
    const first = line['first'] as Worth;
    return [
      line.seed,
      `${Math.round(first.seconds * 1000)} ms`,
      minutes(first),
      ...(line['byBudget'] as readonly Worth[]).map(minutes),
      fixed(line['sharePercentAt5'] as number | null, 1),
      fixed(line['sharePercentSeenAt5'] as number | null, 1),
    ];
  });
  return table(
    [
      'seed',
      'first plan after',
      'its cost',
      ...budgets.map((budget) => `${budget} s`),
      'share at 5 s, own call %',
      'seen at 5 s of 30 s %',
    ],
    rows,
  );
}

const replanTable = (lines: readonly ResultLine[]): string =>
  table(
    [
      'seed',
      'feasible after',
      'cost after 2 s against solving anew in 2 s',
      'in 10 s',
      'had to move',
      'moved (another person or start)',
      'ratio',
      'of these handed over',
      'moved when solved anew',
    ],
    lines.map((line) => [
      line.seed,
      `${line['feasibleMilliseconds']} ms${line['feasible'] ? '' : ' NOT FEASIBLE'}`,
      `${line['gapPercent']} %`,
      `${line['gapPercentLonger']} %`,
      line['hadToMove'] as number,
      line['moved'] as number,
      line['movedRatio'] as number,
      line['handedOver'] as number,
      line['movedWhenSolvedAnew'] as number,
    ]),
  );

function answersTable(lines: readonly ResultLine[]): string {
  const rows = lines.flatMap((line): Cell[][] => {
    switch (line.set) {
      case 'recommend':
        return [
          [
            `recommend, ${line['helpers']} x ${line['visits']}, seed ${line.seed}`,
            `median ${line['medianMilliseconds']} ms, 95th percentile ${line['p95Milliseconds']} ms`,
          ],
        ];
      case 'abort':
        return [
          [
            `abort, ${line['problem']}, ${line['visits']} visits`,
            `median ${line['medianMilliseconds']} ms, 99th percentile ${line['p99Milliseconds']} ms, longest ${line['largestMilliseconds']} ms of ${line['asked']}; first plan ${line['firstPlanMilliseconds']} ms`,
          ],
        ];
      case 'explain':
        return [
          [`explain, ${line['plans']} random plans`, `${line['wrongSums']} wrong sums, median ${line['medianMilliseconds']} ms`],
          [
            `"cannot", ${line['leftOut']} left-out visits`,
            `${line['wrongCannots']} of ${line['placesTried']} places tried at random broke nothing`,
          ],
          [`single changes offered, ${line['repairs']}`, `${line['wrongRepairs']} do not hold`],
        ];
      default:
        return [];
    }
  });
  return table(['what', 'measured'], rows);
}

const growthTable = (lines: readonly ResultLine[]): string =>
  table(
    ['visits', 'helpers', 'seconds to 1 %', 'of the value after'],
    lines.map((line) => [
      line['visits'] as number,
      line['helpers'] as number,
      line['secondsToOnePercent'] as number | null,
      `${line['longestSeconds']} s`,
    ]),
  );
