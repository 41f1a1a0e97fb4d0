import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { foreignTypes, namelessTypes } from '../declared-types.ts';
import { inParallel, packages, root, run, type WorkspacePackage, work } from '../workspace.ts';
import { type Check, oneOutcome } from './check.ts';
import { fingerprint, leaveStamp, stillValid } from './fingerprint.ts';

const home = join(work, 'packed');

/** Where the tarball of a package lies once the check has made it. */
export const tarballOf = ({ manifest }: WorkspacePackage): string =>
  join(home, `${manifest.name.replace('@', '').replace('/', '-')}-${manifest.version}.tgz`);

/** All that can change the tarball, or what is said of it. Neighbours count by version only: that is all a tarball says of them. */
function inputsOf({ folder, manifest }: WorkspacePackage): string {
  const shipped = ['package.json', 'README.md', ...(manifest.files ?? [])].map((name) => join(folder, name));
  const versions = packages().map((each) => `${each.manifest.name}@${each.manifest.version}`);
  return fingerprint(
    [
      ...new Set(shipped),
      join(root, 'LICENSE'),
      join(root, 'pnpm-workspace.yaml'),
      import.meta.filename,
      join(root, '.repo', 'declared-types.ts'),
    ],
    versions,
  );
}

/** What a tarball must hold, and must not. */
async function tarballFaults({ folder, manifest }: WorkspacePackage, tarball: string): Promise<readonly string[]> {
  const list = await run('tar', ['-tzf', tarball]);
  const packed = await run('tar', ['-xzOf', tarball, 'package/package.json']);
  if (!list.ok || !packed.ok) return [`${manifest.name}: ${list.output}${packed.output}`];
  const files = list.stdout.split('\n').map((path) => path.replace(/^package\//, ''));
  const word = /"(workspace|catalog):[^"]*"/.exec(packed.stdout);
  const faults = [
    ...['LICENSE', 'README.md', 'package.json'].filter((file) => !files.includes(file)).map((file) => `lacks ${file}`),
    ...(word === null ? [] : [`says ${word[0]}, which means nothing outside of the workspace`]),
    ...files.filter((file) => /^(src|test|bench)\//.test(file)).map((file) => `holds ${file}`),
    ...namelessTypes(folder, manifest).map((name) => `speaks of the type ${name}, which no entry exports`),
    ...foreignTypes(folder).map((found) => `speaks of the types of xstate: ${found}`),
  ];
  return faults.map((fault) => `${manifest.name}: the tarball ${fault}`);
}

/** Packs one package and looks at the tarball as a stranger's tools would. Work done on the same input is not done twice. */
async function packOne(pack: WorkspacePackage): Promise<readonly string[]> {
  const tarball = tarballOf(pack);
  const stamp = `${tarball}.stamp`;
  const print = inputsOf(pack);
  if (stillValid(stamp, print) && existsSync(tarball)) return [];
  const packed = await run('pnpm', ['pack', '--pack-destination', home], { cwd: pack.folder });
  if (!packed.ok) return [`${pack.manifest.name}: pnpm pack\n${packed.output}`];
  const steps: readonly (readonly [string, readonly string[]])[] = [
    ['publint', [tarball, '--strict']],
    // A package without code entries (a command) has nothing whose types could be wrong.
    ...(Object.keys(pack.manifest.exports ?? {}).length > 1
      ? [['attw', ['--profile', 'esm-only', '--no-emoji', '--no-color', tarball]] as const]
      : []),
  ];
  const faults = [...(await tarballFaults(pack, tarball))];
  for (const [tool, args] of steps) {
    const { ok, output } = await run(tool, args);
    if (!ok) faults.push(`${pack.manifest.name}: ${tool}\n${output}`);
  }
  if (faults.length === 0) leaveStamp(stamp, print);
  return faults;
}

export const packed: Check = {
  name: 'packed packages: what they hold, publint, are-the-types-wrong',
  run: async () => {
    mkdirSync(home, { recursive: true });
    const shared = packages().filter(({ manifest }) => manifest.private !== true);
    return oneOutcome((await inParallel(2, shared, packOne)).flat());
  },
};
