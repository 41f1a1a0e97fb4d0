// Makes a bare machine ready, then does what was asked. Plain JavaScript, no packages, Node >= 18:
// it is the one file that runs before anything is installed.
//
//   node .repo/bootstrap.mjs start|test|linli|dev|bench:...|oracle:...|soak:...|docs:... [...args]
//
// Everything it fetches comes from the npm registry: pnpm always, a Node.js only where the host's is too old.
// What it says goes to stderr, so that `--json` on stdout stays clean.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const repo = dirname(fileURLToPath(import.meta.url));
const root = dirname(repo);
const toolchain = join(repo, 'toolchain');
const windows = process.platform === 'win32';

/** `npm run` leaks its own settings into the child; pnpm would read them as its own. The way to the registry stays. */
function cleanEnvironment() {
  const env = { ...process.env };
  for (const name of Object.keys(env)) {
    const leaked = /^npm_(config|package|lifecycle|node_execpath|execpath|command)/i.test(name);
    if (leaked && !/registry|cache|cafile|proxy/i.test(name)) delete env[name];
  }
  return env;
}

const env = cleanEnvironment();
env.PATH = join(toolchain, 'node_modules', '.bin') + delimiter + env.PATH;

/** @returns {string} the whole file, or '' where there is none */
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : '');

/** A step that must succeed. Its output goes to stderr. */
function must(command, args, cwd) {
  const step = spawnSync(command, args, { cwd, env, stdio: ['ignore', 2, 2], shell: windows });
  if (step.status === 0) return;
  console.error(
    `\n安装未完成：${command} ${args.join(' ')}\nSet-up stopped at: ${command} ${args.join(' ')}\n` +
      '请检查能否访问 npm 软件源后重试。 Check that the npm registry can be reached, then run the same command again.',
  );
  process.exit(step.status ?? 1);
}

/** Runs `make` when `inputs` differ from what the stamp at `path` recorded; the stamp is written last. */
function once(path, inputs, make) {
  if (read(path) === inputs) return;
  rmSync(path, { force: true });
  make();
  writeFileSync(path, inputs);
}

const [major, minor] = process.versions.node.split('.').map(Number);
const bundledNode = join(toolchain, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');
// A Node.js once fetched stays: the one that runs this may be that very one, found on PATH.
const hostIsEnough = (major > 22 || (major === 22 && minor >= 18)) && !existsSync(bundledNode);

const tools = read(join(toolchain, 'package-lock.json')) + String(hostIsEnough);
once(join(toolchain, 'node_modules', '.linli-stamp'), tools, () => {
  console.error(`准备工具链… Fetching pnpm${hostIsEnough ? '…' : ' and Node.js…'}`);
  must('npm', ['ci', ...(hostIsEnough ? ['--omit=optional'] : []), '--no-audit', '--no-fund', '--loglevel=error'], toolchain);
});

const packages = read(join(root, 'pnpm-lock.yaml')) + read(join(root, 'pnpm-workspace.yaml'));
once(join(root, 'node_modules', '.linli-stamp'), packages, () => {
  console.error('安装依赖… Installing packages…');
  must('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], root);
});

// From a checkout `linli` speaks for Duowen unless another community is named.
env.LINLI_COMMUNITY ??= join(root, 'examples', 'duowen', 'community');

const [command = 'start', ...args] = process.argv.slice(2);
const node = existsSync(bundledNode) ? bundledNode : process.execPath;
// From a checkout the packages run from their TypeScript sources: nothing to build, nothing to go stale.
const source = ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning'];

const bench = (name, ...flags) => [node, [...source, ...flags, join(root, 'packages', ...name.split('/')), ...args]];

const commands = {
  start: () => [node, [...source, join(root, 'examples', 'duowen', 'src', 'main.ts'), ...args]],
  linli: () => [node, [...source, join(root, 'packages', 'cli', 'src', 'main.ts'), ...args]],
  'bench:solver': () => bench('solver/bench/main.ts'),
  'bench:solver:measure': () => bench('solver/bench/measure.ts'),
  'bench:solver:peers': () => bench('solver/bench/peers.ts'),
  'bench:timebank': () => bench('timebank/bench/ledger.bench.ts', '--expose-gc'),
  'bench:windows': () => bench('windows/bench/windows.bench.ts', '--expose-gc'),
  'oracle:solver': () => bench('solver/bench/oracle.ts'),
  'soak:credit': () => bench('timebank/bench/credit-soak.bench.ts'),
  'soak:ledger': () => bench('timebank/bench/soak.bench.ts'),
  'soak:windows': () => bench('windows/bench/soak.bench.ts'),
  'soak:zones': () => bench('windows/bench/zones.bench.ts'),
  'docs:machines': () => [node, [...source, join(repo, 'machines.ts'), ...args]],
  test: () => [node, [...source, join(repo, 'test-all.ts'), ...args]],
  dev: () => ['pnpm', args],
};
const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
if (run === undefined) {
  console.error(`unknown command: ${command} (${Object.keys(commands).join(', ')})`);
  process.exit(2);
}
const [program, programArgs] = run();
const child = spawn(program, programArgs, {
  cwd: process.env.INIT_CWD ?? root,
  env,
  stdio: 'inherit',
  shell: windows && program === 'pnpm',
});
child.on('exit', (code, signal) => process.exit(code ?? (signal === 'SIGINT' ? 130 : 1)));
