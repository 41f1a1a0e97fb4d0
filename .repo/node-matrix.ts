import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { leaveStamp, stillValid } from './checks/fingerprint.ts';
import { root, run } from './workspace.ts';

const home = join(root, '.repo', 'toolchain-matrix');
const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/** The Node.js versions the packages are tried on: the lowest they claim and the newest there is. */
export const matrix = ['lowest', 'newest'] as const;
export type MatrixEntry = (typeof matrix)[number];

/** The exact version pinned for an entry. */
const pinnedVersion = (entry: MatrixEntry): string =>
  JSON.parse(readFileSync(join(home, entry, 'package.json'), 'utf8')).dependencies.node;

/** What `engines.node` of every package must say: the lowest version that is really tried. */
export const lowestClaim = (): string => `>=${pinnedVersion('lowest').split('.').slice(0, 2).join('.')}`;

/** Folder and path of that Node.js; it is fetched when it is not there yet. Throws when it cannot be had. */
export async function nodeOf(entry: MatrixEntry): Promise<Readonly<{ folder: string; path: string; version: string }>> {
  const cwd = join(home, entry);
  const folder = join(cwd, 'node_modules', 'node', 'bin');
  const path = join(folder, executable);
  const stamp = join(cwd, 'node_modules', '.linli-stamp');
  const lock = readFileSync(join(cwd, 'package-lock.json'), 'utf8');
  const version = pinnedVersion(entry);
  if (!stillValid(stamp, lock) || !existsSync(path)) {
    const { ok, output } = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { cwd });
    if (!ok) throw new Error(`Node.js ${version} could not be fetched\n${output}`);
    leaveStamp(stamp, lock);
  }
  const { stdout } = await run(path, ['--version']);
  if (stdout.trim() !== `v${version}`) throw new Error(`${path} is ${stdout.trim()}, not v${version}`);
  return { folder, path, version };
}
