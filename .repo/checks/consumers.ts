import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { lockOf, matrix } from '../node-matrix.ts';
import { packages, readManifest, root, run, work } from '../workspace.ts';
import { type Check, oneOutcome } from './check.ts';
import { fingerprint, leaveStamp, stillValid } from './fingerprint.ts';
import { tarballOf } from './packed.ts';
import { pageFaults } from './page.ts';
import { newest, oldest, programFaults, programs, type Stranger, settle, typeFaults } from './stranger.ts';

const home = join(root, '.repo');

/** Everything that a consumer sees: tarballs, its own programs, the Node.js versions, the data of the examples. */
const inputs = (tarballs: readonly string[], also: string): string =>
  fingerprint(
    [
      ...tarballs,
      programs,
      join(root, 'pnpm-workspace.yaml'),
      join(root, 'docs', 'page-sizes.md'),
      ...matrix.map(lockOf),
      ...readdirSync(join(root, 'examples')).flatMap((name) =>
        ['community', 'data', 'golden'].map((part) => join(root, 'examples', name, part)),
      ),
      ...['consumers.ts', 'page.ts', 'stranger.ts'].map((name) => join(import.meta.dirname, name)),
      ...['page-sizes.ts', 'browser.ts'].map((name) => join(home, name)),
    ],
    [readManifest(join(root, 'node_modules', 'typescript')).version, also],
  );

const resolutions = ['node16', 'nodenext', 'commonjs', 'bundler'];
/** TypeScript of other years. */
const otherCompilers = ['5.4.5', '5.9.3'];

/** Settles a stranger, lets `task` try the folder, takes it away again. */
async function visited(stranger: Stranger, task: (folder: string) => Promise<readonly string[]>): Promise<readonly string[]> {
  const { folder, faults } = await settle(stranger);
  try {
    if (faults.length > 0) return faults;
    const { ok, output } = await run(process.execPath, ['wrap-everything.mjs'], { cwd: folder });
    return ok ? await task(folder) : [output];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The two ends of what we claim; `everything` has every Node.js and TypeScript between them as well. */
async function asStrangers(everything: boolean): Promise<readonly string[]> {
  const compilers = everything ? otherCompilers : [];
  const old = oldest(compilers);
  const fresh = newest(compilers);
  return [
    ...(await visited(old, async (folder) => [
      ...(await programFaults(old, folder, everything ? matrix : ['lowest'])),
      ...(await typeFaults(old, folder, everything ? resolutions : ['nodenext', 'commonjs'])),
    ])),
    ...(await visited(fresh, async (folder) => [
      ...(await programFaults(
        fresh,
        folder,
        matrix.filter((entry) => entry !== 'lowest'),
      )),
      ...(await typeFaults(fresh, folder, resolutions)),
      ...(await pageFaults(folder)),
    ])),
  ];
}

/** `everything`: the whole matrix, a documented command rather than part of every test run. */
export const consumers = (everything: boolean): Check => ({
  name: `consumers: tarballs on every Node.js, oldest and newest peers, types, pages${everything ? ', the whole matrix' : ''}`,
  run: async () => {
    const stamp = join(work, everything ? 'matrix.stamp' : 'consumers.stamp');
    const tarballs = packages().map(tarballOf);
    const missing = tarballs.filter((tarball) => !existsSync(tarball));
    if (missing.length > 0) return oneOutcome(missing.map((tarball) => `not packed: ${tarball}`));
    const print = inputs(tarballs, String(everything));
    if (stillValid(stamp, print)) return oneOutcome([]);
    const faults = await asStrangers(everything);
    if (faults.length === 0) leaveStamp(stamp, print);
    return oneOutcome(faults);
  },
});
