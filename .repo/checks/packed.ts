import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
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
    [...new Set(shipped), join(root, 'LICENSE'), join(root, 'pnpm-workspace.yaml'), import.meta.filename],
    versions,
  );
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
  const faults: string[] = [];
  for (const [tool, args] of steps) {
    const { ok, output } = await run(tool, args);
    if (!ok) faults.push(`${pack.manifest.name}: ${tool}\n${output}`);
  }
  if (faults.length === 0) leaveStamp(stamp, print);
  return faults;
}

export const packed: Check = {
  name: 'packed packages: publint, are-the-types-wrong',
  run: async () => {
    mkdirSync(home, { recursive: true });
    const shared = packages().filter(({ manifest }) => manifest.private !== true);
    return oneOutcome((await inParallel(2, shared, packOne)).flat());
  },
};
