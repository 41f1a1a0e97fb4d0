import { diceOf } from './dice.ts';
import { gap } from './families/gap.ts';
import { peer } from './peer-packages.ts';
import { readGap } from './read-gap.ts';

/** One package on one instance, all with the same seconds in the same run. */
export interface GapLine {
  readonly problem: 'gap';
  readonly package: string;
  readonly instance: string;
  /** Null where it found nothing that holds. */
  readonly objective: number | null;
  readonly seconds: number;
  /** Above the best of this table, in percent. */
  readonly gapPercent: number | null;
}

/** Chu and Beasley's types: c as theirs, d with costs that run against the loads, which is the hard one. */
export function madeGap(kind: 'c' | 'd', agents: number, jobs: number, seed: number): string {
  const dice = diceOf(seed);
  const loads = Array.from({ length: agents }, () =>
    Array.from({ length: jobs }, () => (kind === 'c' ? dice.between(5, 25) : dice.between(1, 100))),
  );
  const costs = loads.map((row) => row.map((load) => (kind === 'c' ? dice.between(10, 50) : 111 - load + dice.between(-10, 10))));
  const capacities = loads.map((row) => Math.floor((0.8 * row.reduce((sum, load) => sum + load, 0)) / agents));
  return [[agents, jobs], ...costs, ...loads, capacities].map((row) => row.join(' ')).join('\n');
}

/** As a model file that both programs read. */
function modelOf(text: string): string {
  const { costs, loads, capacities } = readGap(text);
  const jobs = costs[0]!.map((_, job) => job);
  const agents = costs.map((_, agent) => agent);
  const sum = (terms: readonly string[]): string => terms.join(' + ');
  return [
    'Minimize',
    ` cost: ${sum(agents.flatMap((agent) => jobs.map((job) => `${costs[agent]![job]} x${agent}_${job}`)))}`,
    'Subject To',
    ...jobs.map((job) => ` job${job}: ${sum(agents.map((agent) => `x${agent}_${job}`))} = 1`),
    ...agents.map(
      (agent) => ` agent${agent}: ${sum(jobs.map((job) => `${loads[agent]![job]} x${agent}_${job}`))} <= ${capacities[agent]}`,
    ),
    'Binary',
    ...agents.map((agent) => ` ${jobs.map((job) => `x${agent}_${job}`).join(' ')}`),
    'End',
  ].join('\n');
}

interface Highs {
  solve(model: string, options: object): { readonly Columns: Readonly<Record<string, { readonly Primal?: number }>> };
}

type Solver = (text: string, seconds: number) => Promise<unknown> | unknown;

/** Agent of each job from the variables that are 1. */
function agentsOf(columns: ReadonlyMap<string, number>, jobs: number): number[] {
  const agents = new Array<number>(jobs).fill(-1);
  for (const [name, value] of columns) {
    const [, agent, job] = /^x(\d+)_(\d+)$/.exec(name) ?? [];
    if (job !== undefined && value > 0.5) agents[Number(job)] = Number(agent);
  }
  return agents;
}

async function solvers(seed: number): Promise<Readonly<Record<string, Solver>>> {
  const load = (await peer('highs')) as { default: (options: object) => Promise<Highs> };
  const jobsOf = (text: string): number => readGap(text).costs[0]!.length;
  return {
    '@linli/solver': (text, seconds) => gap.read(text, 'gap').run({ seconds, steps: null, seed, kind: 'wall' }).solution,
    highs: async (text, seconds) => {
      // A module of its own each time: a stopped one may not go on.
      const highs = await load.default({});
      const { Columns } = highs.solve(modelOf(text), { time_limit: seconds, mip_rel_gap: 0 });
      return agentsOf(new Map(Object.entries(Columns).map(([name, { Primal = 0 }]) => [name, Primal])), jobsOf(text));
    },
  };
}

export async function* compareGap(
  seconds: number,
  seed: number,
  sizes: readonly (readonly ['c' | 'd', number, number])[],
): AsyncGenerator<GapLine> {
  const all = Object.entries(await solvers(seed));
  for (const [, solve] of all) await solve(madeGap('c', 5, 20, 1), 0.3);
  for (const [kind, agents, jobs] of sizes) {
    const text = madeGap(kind, agents, jobs, seed);
    const lines: Omit<GapLine, 'gapPercent'>[] = [];
    for (const [name, solve] of all) {
      const begin = performance.now();
      const solution = await solve(text, seconds);
      const spent = (performance.now() - begin) / 1000;
      const { objective, faults } = gap.read(text, 'gap').judge(solution);
      lines.push({
        problem: 'gap',
        package: name,
        instance: `${kind}, ${agents} x ${jobs}, seed ${seed}`,
        objective: faults.length === 0 ? objective : null,
        seconds: Math.round(spent * 100) / 100,
      });
    }
    const best = Math.min(...lines.map(({ objective }) => objective ?? Number.POSITIVE_INFINITY));
    for (const line of lines)
      yield { ...line, gapPercent: line.objective === null ? null : Math.round((line.objective / best - 1) * 1e5) / 1000 };
  }
}
