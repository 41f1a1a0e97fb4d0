import { assignOneToOne } from '../src/assignment/one-to-one.ts';
import { diceOf } from './dice.ts';
import { peer } from './peer-packages.ts';

type Matrix = readonly (readonly number[])[];

/** One package on one size, in the same run as ours: the median of several tables, every answer's total compared. */
export interface LapLine {
  readonly problem: 'lap';
  readonly package: string;
  readonly size: number;
  readonly milliseconds: number;
  /** Our time by theirs; below 1 we are faster. */
  readonly ratio: number;
  readonly optimal: boolean;
}

interface Contender {
  readonly name: string;
  /** Above this size it takes minutes. */
  readonly most: number;
  readonly total: (costs: Matrix) => number;
}

/** Random whole numbers from 1 to 100, as the larger published tables. */
export function randomTable(size: number, seed: number): number[][] {
  const dice = diceOf(seed);
  return Array.from({ length: size }, () => Array.from({ length: size }, () => dice.between(1, 100)));
}

const totalOf = (costs: Matrix, pairs: Iterable<readonly [number, number]>): number => {
  let total = 0;
  for (const [row, column] of pairs) total += costs[row]![column]!;
  return total;
};

async function contenders(): Promise<readonly Contender[]> {
  const { munkres } = (await peer('munkres')) as { munkres: (costs: Matrix) => [number, number][] };
  const on3 = (await peer('hungarian-on3')) as { default: (costs: Matrix) => [number, number][] };
  const mljs = (await peer('linear-sum-assignment')) as {
    linearSumAssignment: (costs: Matrix, options: { maximaze: boolean }) => { rowAssignments: ArrayLike<number> };
  };
  const ours = (costs: Matrix): number => {
    const answer = assignOneToOne(costs);
    return answer.ok ? answer.value.total : Number.NaN;
  };
  return [
    { name: '@linli/solver', most: Number.POSITIVE_INFINITY, total: ours },
    { name: 'munkres', most: Number.POSITIVE_INFINITY, total: (costs) => totalOf(costs, munkres(costs)) },
    { name: 'hungarian-on3', most: 2000, total: (costs) => totalOf(costs, on3.default(costs)) },
    {
      name: 'linear-sum-assignment',
      most: 800,
      total: (costs) => {
        const { rowAssignments } = mljs.linearSumAssignment(costs as number[][], { maximaze: false });
        return totalOf(
          costs,
          Array.from(rowAssignments, (column, row) => [row, column] as const),
        );
      },
    },
  ];
}

/** Tables of a size that are solved before any is measured, and measured at least. Large ones take longer and vary less. */
const warmOf = (size: number): number => (size <= 800 ? 4 : 1);
const measuredOf = (size: number, least: number): number => (size <= 400 ? 3 * least : least);

export async function* compareLap(sizes: readonly number[], seed: number, tables: number): AsyncGenerator<LapLine> {
  const all = await contenders();
  for (const size of sizes) {
    const present = all.filter(({ most }) => size <= most);
    const times = present.map((): number[] => []);
    const optimal = present.map(() => true);
    const warm = warmOf(size);
    for (let table = 0; table < warm + measuredOf(size, tables); table++) {
      const totals = new Array<number>(present.length);
      // Each in turn is the first, and each has its own copy: some write into the table.
      for (let turn = 0; turn < present.length; turn++) {
        const index = (table + turn) % present.length;
        const costs = randomTable(size, seed + table);
        const begin = performance.now();
        totals[index] = present[index]!.total(costs);
        const spent = performance.now() - begin;
        if (table >= warm) times[index]!.push(spent);
      }
      for (const [index, total] of totals.entries()) if (total !== Math.min(...totals)) optimal[index] = false;
    }
    const medians = times.map((own) => own.toSorted((a, b) => a - b)[own.length >> 1]!);
    for (const [index, { name }] of present.entries())
      yield {
        problem: 'lap',
        package: name,
        size,
        milliseconds: Math.round(medians[index]! * 100) / 100,
        ratio: Math.round((medians[0]! / medians[index]!) * 1000) / 1000,
        optimal: optimal[index]!,
      };
  }
}
