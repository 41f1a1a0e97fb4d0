import { parseArgs } from 'node:util';
import { BenchFault } from './bench-fault.ts';
import type { RunBudget } from './budget.ts';

const formats = ['vrptw', 'hhcrsp', 'gap', 'lap'] as const;
export type Format = (typeof formats)[number];

const shapes = ['community', 'weekly', 'replan', 'recommend', 'abort', 'growth', 'explain'] as const;
export type Shape = (typeof shapes)[number];

export interface Asked {
  readonly help: boolean;
  readonly files: readonly string[];
  readonly format: Format | null;
  readonly shape: Shape | null;
  readonly budget: RunBudget;
  readonly json: boolean;
  readonly summary: boolean;
}

export const help = `npm run -s bench:solver -- FILES... --format ${formats.join('|')} [--seconds S] [--seed N] [--steps K] [--json] [--summary]
npm run -s bench:solver -- --shape ${shapes.join('|')} [--seconds S] [--seed N] [--json]

  --seconds S        时间预算，默认 10 · time budget, 10 unless steps are given
  --steps K          步数预算 · budget in steps; with --seconds whichever ends first
  --seed N           随机种子，默认 1 · 1 unless given
  --budget wall|cpu  按钟表还是按进程的处理器时间计 · seconds by the clock, or of this process's processor time
  --json             每个文件一行 JSON · one JSON line a file
  --summary          各类平均差距 · mean gap by kind and of all
`;

const DEFAULT_SECONDS = 10;

/** @throws BenchFault that names the option. */
export function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = read(args);
  const { format = null, shape = null } = values;
  const seconds = values.seconds === undefined ? null : number(values.seconds, '--seconds', (value) => value >= 0);
  const steps =
    values.steps === undefined ? null : number(values.steps, '--steps', (value) => Number.isSafeInteger(value) && value >= 0);
  const kind = oneOf(values.budget, ['wall', 'cpu'] as const, '--budget');
  const seed = number(values.seed, '--seed', (value) => Number.isSafeInteger(value));
  if (!values.help && format === null && shape === null)
    throw new BenchFault('--format', `需要指定：${formats.join('、')}`, `is needed, one of ${formats.join(', ')}; or --shape`);
  if (!values.help && format !== null && positionals.length === 0)
    throw new BenchFault('FILES', '没有给出文件', 'no file is given');
  if (shape !== null && positionals.length > 0)
    throw new BenchFault(positionals[0]!, '--shape 自行生成数据，不读文件', 'a shape is generated and reads no file');
  return {
    help: values.help,
    files: positionals,
    format: format === null ? null : oneOf(format, formats, '--format'),
    shape: shape === null ? null : oneOf(shape, shapes, '--shape'),
    budget: { seconds: seconds ?? (steps === null ? DEFAULT_SECONDS : null), steps, seed, kind },
    json: values.json,
    summary: values.summary,
  };
}

function read(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        format: { type: 'string' },
        shape: { type: 'string' },
        seconds: { type: 'string' },
        steps: { type: 'string' },
        seed: { type: 'string', default: '1' },
        budget: { type: 'string', default: 'wall' },
        json: { type: 'boolean', default: false },
        summary: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new BenchFault(
      'bench:solver',
      '参数不认识，见 --help',
      `${error instanceof Error ? error.message : error} See --help.`,
    );
  }
}

function number(text: string, option: string, isGood: (value: number) => boolean): number {
  const value = text.trim() === '' ? Number.NaN : Number(text);
  if (Number.isFinite(value) && isGood(value)) return value;
  throw new BenchFault(option, `“${text}”不是可用的数`, `"${text}" is no usable number`);
}

function oneOf<Name extends string>(text: string, names: readonly Name[], option: string): Name {
  const found = names.find((name) => name === text);
  if (found !== undefined) return found;
  throw new BenchFault(option, `“${text}”不在其中：${names.join('、')}`, `"${text}" is not one of ${names.join(', ')}`);
}
