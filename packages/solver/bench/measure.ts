import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Job, jobsOf } from './jobs.ts';
import { writeTables } from './table.ts';

// Runs everything that docs/benchmarks/solver.md tells, two processes at most at once, each on a core of its own, and writes the
// tables. What is there already is not run again, so it can be stopped and gone on with.

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seeds: { type: 'string', default: '3' },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', multiple: true, default: [] },
    again: { type: 'boolean', default: false },
    lanes: { type: 'string', default: '2' },
    budget: { type: 'string', default: 'wall' },
    plan: { type: 'boolean', default: false },
  },
});

const here = fileURLToPath(new URL('.', import.meta.url));
const results = join(here, 'results');
const seeds = Array.from({ length: Number(values.seeds) }, (_, index) => index + 1);
const budget = values.budget === 'cpu' ? 'cpu' : 'wall';

if (values.data === undefined) {
  process.stderr.write('--data 公开实例所在的文件夹 · the folder with vrptw, hhcrsp, gap and lap in it\n');
  process.exit(2);
}
const wanted = jobsOf({ data: values.data, seeds, quick: values.quick, budget })
  .filter(({ set }) => values.only.length === 0 || values.only.includes(set))
  .filter(({ name }) => values.again || !existsSync(fileOf(name)));
const lanes = Math.max(1, Math.min(Number(values.lanes), availableParallelism(), 2));
const minutes = Math.ceil(wanted.reduce((sum, { estimate }) => sum + estimate, 0) / lanes / 60);
process.stderr.write(
  `${wanted.length} 项，约 ${minutes} 分钟 · ${wanted.length} runs, about ${minutes} minutes on ${lanes} cores\n`,
);
if (values.plan) for (const { name, estimate } of wanted) process.stdout.write(`${name} ${Math.round(estimate)} s\n`);
else {
  mkdirSync(results, { recursive: true });
  const pins = spawnSync('taskset', ['--version'], { stdio: 'ignore' }).status === 0;
  const waiting = [...wanted];
  await Promise.all(Array.from({ length: lanes }, (_, lane) => runLane(waiting, pins ? lane : null)));
  writeTables();
}

function fileOf(name: string): string {
  return join(results, `${name}.jsonl`);
}

async function runLane(waiting: Job[], core: number | null): Promise<void> {
  for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
    process.stderr.write(`${job.name}…\n`);
    const lines = await outputOf(job, core);
    // Solutions are long and not needed for the tables.
    const told = lines.map((line) => {
      const { solution: _, ...rest } = JSON.parse(line) as Record<string, unknown>;
      return JSON.stringify({ set: job.set, budget: job.seconds, seed: job.seed, ...rest });
    });
    rmSync(fileOf(job.name), { force: true });
    if (told.length > 0) writeFileSync(fileOf(job.name), `${told.join('\n')}\n`);
    else process.stderr.write(`${job.name}: 没有结果 · no result\n`);
  }
}

function outputOf({ script, args }: Job, core: number | null): Promise<readonly string[]> {
  const node = [process.execPath, ...process.execArgv, join(here, `${script}.ts`), ...args];
  const [command, ...rest] = core === null ? node : ['taskset', '-c', `${core}`, ...node];
  return new Promise((resolve, reject) => {
    let text = '';
    const child = spawn(command!, rest, { stdio: ['ignore', 'pipe', 2] });
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
    child.on('error', reject);
    child.on('close', () => resolve(text.split('\n').filter((line) => line.startsWith('{'))));
  });
}
