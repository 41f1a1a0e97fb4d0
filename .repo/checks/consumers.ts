import { cpSync, existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matrix, nodeOf } from '../node-matrix.ts';
import { codeEntries, packages, readManifest, root, run, work } from '../workspace.ts';
import { type Check, oneOutcome } from './check.ts';
import { fingerprint, leaveStamp, stillValid } from './fingerprint.ts';
import { tarballOf } from './packed.ts';

const programs = join(root, '.repo', 'consumers');
const stamp = join(work, 'consumers.stamp');

const shared = () => packages().filter(({ manifest }) => manifest.private !== true);

/** Everything that a consumer sees: tarballs, its own programs, the Node.js versions, the data of the examples. */
const inputs = (tarballs: readonly string[]): string =>
  fingerprint(
    [
      ...tarballs,
      programs,
      ...matrix.map((entry) => join(root, '.repo', 'toolchain-matrix', entry, 'package-lock.json')),
      ...readdirSync(join(root, 'examples')).flatMap((name) =>
        ['community', 'data', 'golden'].map((part) => join(root, 'examples', name, part)),
      ),
      import.meta.filename,
    ],
    [readManifest(join(root, 'node_modules', 'typescript')).version],
  );

/** A folder as a stranger would have it: outside the workspace, the tarballs as its only way to Linli. */
function settle(folder: string, tarballs: readonly string[]): void {
  cpSync(programs, folder, { recursive: true });
  const dependencies = Object.fromEntries(shared().map(({ manifest }, index) => [manifest.name, `file:${tarballs[index]}`]));
  const nodeTypes = readManifest(join(root, 'node_modules', '@types', 'node')).version;
  const manifest = {
    name: 'a-stranger',
    private: true,
    type: 'module',
    dependencies: { ...dependencies, '@types/node': nodeTypes },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const entries = shared().flatMap((each) => codeEntries(each.manifest));
  const bins = shared().flatMap((each) => Object.keys(each.manifest.bin ?? {}));
  writeFileSync(join(folder, 'entries.json'), JSON.stringify({ packages: Object.keys(dependencies), entries, bins }, null, 2));
  const imports = entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`);
  writeFileSync(join(folder, 'every-entry.ts'), imports.join(''));
}

/** Errors in declarations of third parties are not ours to mend; all others are. */
export const ourTypeErrors = (output: string): readonly string[] =>
  output
    .split('\n')
    .filter((line) => /error TS\d+/.test(line))
    .filter((line) => !/node_modules[/\\]/.test(line) || /node_modules[/\\]@linli[/\\]/.test(line));

/** Types as the two kinds of consumers resolve them, libraries included (`skipLibCheck: false`). */
async function typeCheck(folder: string): Promise<readonly string[]> {
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const faults: string[] = [];
  for (const resolution of ['nodenext', 'bundler']) {
    const { ok, output } = await run(process.execPath, [compiler, '-p', `tsconfig.${resolution}.json`, '--pretty', 'false'], {
      cwd: folder,
    });
    const ours = ourTypeErrors(output);
    const crashed = !ok && !/error TS\d+/.test(output);
    if (ours.length > 0 || crashed) faults.push(`types, ${resolution}:`, ...(crashed ? [output] : ours));
  }
  return faults;
}

/** Every program of `.repo/consumers/`, on the lowest and on the newest Node.js. Its argument: the repository, for example data. */
async function runPrograms(folder: string): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const entry of matrix) {
    const node = await nodeOf(entry);
    for (const program of readdirSync(programs).filter((name) => name.endsWith('.mjs'))) {
      const { ok, output } = await run(node.path, [program, root], { cwd: folder, nodeFolder: node.folder });
      if (!ok) faults.push(`${program} on Node.js ${node.version} (${entry}):\n${output}`);
    }
  }
  return faults;
}

async function asAStranger(tarballs: readonly string[]): Promise<readonly string[]> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'linli-consumer-')));
  try {
    settle(folder, tarballs);
    // On the lowest Node.js and strict about `engines`: a dependency that asks for more than we claim is found here.
    const { folder: nodeFolder } = await nodeOf('lowest');
    const flags = ['--engine-strict', '--ignore-scripts', '--no-package-lock', '--prefer-offline', '--no-audit', '--no-fund'];
    const installed = await run('npm', ['install', ...flags, '--loglevel=error'], { cwd: folder, nodeFolder });
    if (!installed.ok) return [`npm install\n${installed.output}`];
    return [...(await runPrograms(folder)), ...(await typeCheck(folder))];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export const consumers: Check = {
  name: 'consumers: tarballs on the lowest and the newest Node.js, types',
  run: async () => {
    const tarballs = shared().map(tarballOf);
    const missing = tarballs.filter((tarball) => !existsSync(tarball));
    if (missing.length > 0) return oneOutcome(missing.map((tarball) => `not packed: ${tarball}`));
    const print = inputs(tarballs);
    if (stillValid(stamp, print)) return oneOutcome([]);
    const faults = await asAStranger(tarballs);
    if (faults.length === 0) leaveStamp(stamp, print);
    return oneOutcome(faults);
  },
};
