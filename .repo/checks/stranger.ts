import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { lowestClaim, type MatrixEntry, nodeOf } from '../node-matrix.ts';
import { codeEntries, inParallel, packages, readManifest, root, run, type WorkspacePackage } from '../workspace.ts';
import { tarballOf } from './packed.ts';

export const programs = join(root, '.repo', 'consumers');

/** The peers of our packages: which versions a user may bring. */
const peerRanges = (): Readonly<Record<string, string>> =>
  parse(readFileSync(join(root, 'pnpm-workspace.yaml'), 'utf8')).catalogs.peers;

/** Somebody outside of the workspace, with tarballs as the only way to Linli. */
export type Stranger = Readonly<{
  name: string;
  packages: readonly WorkspacePackage[];
  peers: Readonly<Record<string, string>>;
  /** Other versions of TypeScript to have at hand. */
  compilers: readonly string[];
  installsOn: MatrixEntry;
}>;

/** The lowest Node.js with the oldest peers, for every package that claims it. */
export const oldest = (compilers: readonly string[]): Stranger => ({
  name: 'oldest',
  packages: packages().filter(({ manifest }) => manifest.engines?.['node'] === lowestClaim()),
  peers: Object.fromEntries(Object.entries(peerRanges()).map(([name, range]) => [name, range.replace(/^\^/, '')])),
  compilers,
  installsOn: 'lowest',
});

/** Every package, with the newest peers there are. */
export const newest = (compilers: readonly string[]): Stranger => ({
  name: 'newest',
  packages: packages(),
  peers: peerRanges(),
  compilers,
  installsOn: 'lowest-with-sqlite',
});

/** The folder of a stranger, with everything installed; what went wrong, where it did. Whoever asks takes it away. */
export async function settle(stranger: Stranger): Promise<Readonly<{ folder: string; faults: readonly string[] }>> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'linli-consumer-')));
  cpSync(programs, folder, { recursive: true });
  const names = stranger.packages.map(({ manifest }) => manifest.name);
  const manifest = {
    name: 'a-stranger',
    private: true,
    type: 'module',
    dependencies: {
      ...Object.fromEntries(stranger.packages.map((each) => [each.manifest.name, `file:${tarballOf(each)}`])),
      ...stranger.peers,
      '@types/node': readManifest(join(root, 'node_modules', '@types', 'node')).version,
      ...Object.fromEntries(stranger.compilers.map((version) => [`typescript-${version}`, `npm:typescript@${version}`])),
    },
  };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest, null, 2));
  const entries = stranger.packages.flatMap((each) => codeEntries(each.manifest));
  const bins = stranger.packages.flatMap((each) => Object.keys(each.manifest.bin ?? {}));
  writeFileSync(join(folder, 'entries.json'), JSON.stringify({ packages: names, entries, bins }, null, 2));
  writeFileSync(
    join(folder, 'every-entry.ts'),
    entries.map((entry, index) => `export * as entry${index} from '${entry}';\n`).join(''),
  );
  // On its lowest Node.js and strict about `engines`: a dependency that asks for more than we claim is found here.
  const { folder: nodeFolder } = await nodeOf(stranger.installsOn);
  const flags = ['--engine-strict', '--ignore-scripts', '--no-package-lock', '--prefer-offline', '--no-audit', '--no-fund'];
  const installed = await run('npm', ['install', ...flags, '--loglevel=error'], { cwd: folder, nodeFolder });
  return { folder, faults: installed.ok ? [] : [`${stranger.name}: npm install\n${installed.output}`] };
}

/** Programs whose packages are all there. */
const runnable = (folder: string): readonly string[] =>
  readdirSync(programs)
    .filter((name) => /\.[cm]js$/.test(name))
    .filter((name) =>
      [...readFileSync(join(programs, name), 'utf8').matchAll(/'@linli\/([a-z-]+)(?:\/[a-z-]+)?'/g)].every(([, short]) =>
        existsSync(join(folder, 'node_modules', '@linli', short!)),
      ),
    );

/** Every program of `.repo/consumers/` that can run, on each Node.js. Its argument: the repository, for example data. */
export async function programFaults(
  stranger: Stranger,
  folder: string,
  nodes: readonly MatrixEntry[],
): Promise<readonly string[]> {
  // One after the other: two installations in one folder would spoil it.
  for (const entry of nodes) await nodeOf(entry);
  const runs = nodes.flatMap((entry) => runnable(folder).map((program) => ({ entry, program })));
  const faults = await inParallel(2, runs, async ({ entry, program }) => {
    const node = await nodeOf(entry);
    const { ok, output } = await run(node.path, [program, root], { cwd: folder, nodeFolder: node.folder });
    return ok ? [] : [`${stranger.name}: ${program} on Node.js ${node.version} (${entry}):\n${output}`];
  });
  return faults.flat();
}

/** Since 5.8 a CommonJS file that requires an ES module compiles; before, TypeScript refuses it with TS1479. */
const requiresModules = (typescript: string): boolean => {
  const [major = 0, minor = 0] = typescript.split('.').map(Number);
  return major > 5 || (major === 5 && minor >= 8);
};

/** Types as each kind of consumer resolves them, libraries included, and the declarations a consumer would publish. */
export async function typeFaults(stranger: Stranger, folder: string, resolutions: readonly string[]): Promise<readonly string[]> {
  const compilers = [
    join(root, 'node_modules', 'typescript'),
    ...stranger.compilers.map((version) => join(folder, 'node_modules', `typescript-${version}`)),
  ];
  const faults = await inParallel(
    2,
    compilers.flatMap((compiler) =>
      resolutions
        .filter((resolution) => resolution !== 'commonjs' || requiresModules(readManifest(compiler).version))
        .map((resolution) => ({ compiler, resolution })),
    ),
    async ({ compiler, resolution }) => {
      const args = [
        join(compiler, 'bin', 'tsc'),
        '-p',
        `tsconfig.${resolution}.json`,
        '--pretty',
        'false',
        '--outDir',
        `declared-${resolution}`,
      ];
      const { ok, output } = await run(process.execPath, args, { cwd: folder });
      return ok ? [] : [`${stranger.name}: types, ${resolution}, TypeScript ${readManifest(compiler).version}:\n${output}`];
    },
  );
  return faults.flat();
}
