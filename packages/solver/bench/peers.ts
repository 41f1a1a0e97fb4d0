import { parseArgs } from 'node:util';
import { BenchFault } from './bench-fault.ts';
import { installPeers, pinned } from './peer-packages.ts';
import { compareGap } from './peers-gap.ts';
import { compareLap } from './peers-lap.ts';

// Ours beside npm packages that solve the same problems, in one process, one after the other.

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    seconds: { type: 'string', default: '5' },
    seed: { type: 'string', default: '1' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const help = `npm run -s bench:solver:peers -- [--quick] [--seconds S] [--seed N] [--json]
  对照 · compared with: ${Object.entries(pinned)
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}
  装入被 git 忽略的目录，不是 Linli 的依赖 · installed once into a folder git ignores; no dependency of Linli
  --seconds S  每个容量指派问题的秒数 · for each problem with capacities
`;

const print = (line: object): void => {
  process.stdout.write(
    values.json
      ? `${JSON.stringify(line)}\n`
      : `${Object.values(line)
          .map((cell) => String(cell).padEnd(16))
          .join(' ')}\n`,
  );
};

try {
  if (values.help) process.stdout.write(help);
  else {
    installPeers();
    const seed = Number(values.seed);
    const sizes = values.quick ? [100, 400] : [100, 200, 400, 800, 2000];
    for await (const line of compareLap(sizes, seed, values.quick ? 3 : 5)) print(line);
    const gaps = values.quick
      ? ([['c', 5, 50]] as const)
      : ([
          ['c', 10, 100],
          ['d', 5, 100],
          ['d', 10, 100],
          ['d', 20, 100],
        ] as const);
    for await (const line of compareGap(values.quick ? 1 : Number(values.seconds), seed, gaps)) print(line);
  }
} catch (error) {
  if (!(error instanceof BenchFault)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
