// Makes a bare machine ready, then does what was asked. Plain JavaScript, no packages, Node >= 18, and in words that a much
// older one can read, to be told so: it is the one file that runs before anything is installed.
//
//   node .repo/bootstrap.mjs start|test|linli|example|dev|matrix|bench:...|oracle:...|soak:...|docs:...|advisories|sbom [...args]
//
// Everything it fetches comes from the npm registry, by the hashes of the lock files, and runs no script of its own but those
// named in pnpm-workspace.yaml: pnpm always, a Node.js only where the host's is too old.
// What it says goes to stderr, so that `--json` on stdout stays clean.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, realpathSync, unlinkSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pinnedNode } from './pinned-node.mjs';

const repo = dirname(fileURLToPath(import.meta.url));
const root = dirname(repo);
const toolchain = join(repo, 'toolchain');
const windows = process.platform === 'win32';

/** Ends before anything is done: why, in both languages. */
function stop(zh, en) {
  console.error(`${zh}\n${en}`);
  process.exit(1);
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (major < 18) {
  const found = process.versions.node;
  stop(`需要 Node.js 18 或更新的版本，这里是 ${found}。`, `Node.js 18 or newer is needed; this is ${found}.`);
}

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
  process.exit(step.status || 1);
}

/** Runs `make` when `inputs` differ from what the stamp at `path` recorded; the stamp is written last. */
function once(path, inputs, make) {
  if (read(path) === inputs) return;
  if (existsSync(path)) unlinkSync(path);
  make();
  writeFileSync(path, inputs);
}

// A Node.js once fetched stays: the one that runs this may be that very one, found on PATH, or one an older lock file named,
// which goes with the folder as the new one is fetched.
const fetched = pinnedNode(toolchain);
const wasFetched = process.execPath.startsWith(realpathSync(toolchain)) || (fetched === undefined ? false : fetched.isThere);
const hostIsEnough = !wasFetched && (major > 22 || (major === 22 && minor >= 18));
if (!hostIsEnough && fetched === undefined) {
  stop(
    `这里的 Node.js（${process.versions.node}）太旧，软件源里又没有适合这种机器的程序。请先自行安装 Node.js 22.18 或更新的版本，再运行同一条命令。`,
    `This Node.js (${process.versions.node}) is too old, and none is pinned for a machine of this kind (${process.platform} ${process.arch}). ` +
      'Install Node.js 22.18 or newer yourself, then run the same command again.',
  );
}
const node = hostIsEnough || fetched === undefined ? process.execPath : fetched.path;
// What runs finds the pinned pnpm and this Node.js first, whatever the host has under these names.
env.PATH = [join(toolchain, 'node_modules', '.bin'), dirname(node), env.PATH].join(delimiter);

const tools = read(join(toolchain, 'package-lock.json')) + String(hostIsEnough);
once(join(toolchain, 'node_modules', '.linli-stamp'), tools, () => {
  console.error(`准备工具链… Fetching pnpm${hostIsEnough ? '…' : ' and Node.js…'}`);
  const omitted = hostIsEnough ? ['--omit=optional'] : [];
  must('npm', ['ci', '--ignore-scripts', ...omitted, '--no-audit', '--no-fund', '--loglevel=error'], toolchain);
  // npm leaves out in silence what is optional and does not have the pinned hash.
  if (!hostIsEnough && !existsSync(node)) {
    stop(
      'Node.js 没有取到：软件源不可用，或所取的程序与锁定的哈希不符。',
      'Node.js was not fetched: the registry cannot be reached, or what it gave does not have the pinned hash.',
    );
  }
});

const packages = read(join(root, 'pnpm-lock.yaml')) + read(join(root, 'pnpm-workspace.yaml'));
once(join(root, 'node_modules', '.linli-stamp'), packages, () => {
  console.error('安装依赖… Installing packages…');
  must('pnpm', ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'], root);
});

// From a checkout `linli` speaks for Duowen unless another community is named.
if (env.LINLI_COMMUNITY === undefined) env.LINLI_COMMUNITY = join(root, 'examples', 'duowen', 'community');

const [command = 'start', ...args] = process.argv.slice(2);
// From a checkout the packages run from their TypeScript sources: nothing to build, nothing to go stale.
const source = ['--conditions=@linli/source', '--disable-warning=ExperimentalWarning'];

const bench = (name, ...flags) => [node, [...source, ...flags, join(root, 'packages', ...name.split('/')), ...args]];

function exampleNamed(name) {
  const mainOf = (one) => join(root, 'examples', one, 'src', 'main.ts');
  const names = readdirSync(join(root, 'examples')).filter((one) => existsSync(mainOf(one)));
  const all = names.join(', ');
  if (!names.includes(name)) stop(`没有这个例子，可以是：${all}`, `There is no such example; it can be: ${all}`);
  return mainOf(name);
}

const commands = {
  start: () => [node, [...source, join(root, 'examples', 'duowen', 'src', 'main.ts'), ...args]],
  example: ([name = '', ...rest]) => [node, [...source, exampleNamed(name), ...rest]],
  linli: () => [node, [...source, join(root, 'packages', 'cli', 'src', 'main.ts'), ...args]],
  'bench:solver': () => bench('solver/bench/main.ts'),
  'bench:solver:measure': () => bench('solver/bench/measure.ts'),
  'bench:solver:peers': () => bench('solver/bench/peers.ts'),
  'bench:timebank': () => bench('timebank/bench/ledger.bench.ts', '--expose-gc'),
  'bench:windows': () => bench('windows/bench/windows.bench.ts', '--expose-gc'),
  'oracle:solver': () => bench('solver/bench/oracle.ts'),
  'soak:credit': () => bench('timebank/bench/credit-soak.bench.ts'),
  'soak:ledger': () => bench('timebank/bench/soak.bench.ts'),
  'soak:postgres': () => bench('storage-postgres/bench/soak.bench.ts'),
  'soak:windows': () => bench('windows/bench/soak.bench.ts'),
  'soak:zones': () => bench('windows/bench/zones.bench.ts'),
  advisories: () => ['pnpm', ['audit', ...args]],
  sbom: () => [node, [...source, join(repo, 'sbom.ts'), ...args]],
  'docs:three-standards': () => [node, [...source, join(repo, 'three-standards.ts'), ...args]],
  matrix: () => [node, [...source, join(repo, 'matrix.ts'), ...args]],
  'docs:machines': () => [node, [...source, join(repo, 'machines.ts'), ...args]],
  test: () => [node, [...source, join(repo, 'test-all.ts'), ...args]],
  dev: () => ['pnpm', args],
};
const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
if (run === undefined) {
  console.error(`unknown command: ${command} (${Object.keys(commands).join(', ')})`);
  process.exit(2);
}
const [program, programArgs] = run(args);
const child = spawn(program, programArgs, {
  cwd: process.env.INIT_CWD || root,
  env,
  stdio: 'inherit',
  shell: windows && program === 'pnpm',
});
child.on('exit', (code, signal) => process.exit(code === null ? (signal === 'SIGINT' ? 130 : 1) : code));
