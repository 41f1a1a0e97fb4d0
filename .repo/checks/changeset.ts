import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type Manifest, packages, root, run } from '../workspace.ts';
import { type Check, oneOutcome } from './check.ts';

const bumps = ['patch', 'minor', 'major'];

/** What is wrong with one changeset; nothing when a release could use it. */
export function changesetFaults(text: string, known: readonly string[]): readonly string[] {
  const [, head, words = ''] = /^---\r?\n(.*?)---\r?\n(.*)$/s.exec(text) ?? [];
  if (head === undefined) return ['does not begin with a --- block that names packages'];
  const named = Object.entries((parse(head) ?? {}) as Record<string, string>);
  return [
    ...(named.length === 0 ? ['names no package'] : []),
    ...named.filter(([name]) => !known.includes(name)).map(([name]) => `names ${name}, which is no public package`),
    ...named.filter(([, bump]) => !bumps.includes(bump)).map(([name, bump]) => `${name}: ${bump} is none of ${bumps.join(', ')}`),
    ...(words.trim() === '' ? ['has no sentence for the user'] : []),
  ];
}

/** What makes it into a tarball. Tests, benches and tooling need no word to the user. */
const shipped = /^packages\/[^/]+\/(?!test\/|bench\/|tsconfig|tsup\.config|CHANGELOG)/;

/** Files of packages that changed since the packages got the version they have; all of them when they never had one. */
async function changedSince(tree: string, [first]: readonly Manifest[]): Promise<readonly string[] | { fault: string }> {
  const git = (...args: string[]) => run('git', args, { cwd: tree });
  const shallow = await git('rev-parse', '--is-shallow-repository');
  if (!shallow.ok) return { fault: 'no changeset, and without a git history nobody can tell whether one is needed' };
  if (shallow.stdout.trim() === 'true')
    return { fault: 'no changeset, and a shallow clone cannot tell whether one is needed: fetch the history' };
  const manifest = `packages/${first?.name.split('/')[1]}/package.json`;
  const since = await git('log', '-1', '--format=%H', '-G"version":', '--', manifest);
  const commit = since.stdout.trim();
  if (commit === '' || first?.version === '0.0.0') return ['every package: there was no release yet'];
  const differs = await git('diff', '--name-only', commit, '--', 'packages');
  const untracked = await git('ls-files', '--others', '--exclude-standard', '--', 'packages');
  return `${differs.stdout}\n${untracked.stdout}`.split('\n').filter((path) => shipped.test(path));
}

/** A tree whose packages changed since their version says so in a changeset. Needs no branch but the one checked out. */
export async function releaseFaults(tree: string): Promise<readonly string[]> {
  const manifests = packages(tree)
    .map(({ manifest }) => manifest)
    .filter((manifest) => manifest.private !== true);
  const home = join(tree, '.changeset');
  const files = existsSync(home) ? readdirSync(home).filter((name) => name.endsWith('.md') && name !== 'README.md') : [];
  const known = manifests.map(({ name }) => name);
  const faults = files.flatMap((file) =>
    changesetFaults(readFileSync(join(home, file), 'utf8'), known).map((fault) => `.changeset/${file} ${fault}`),
  );
  if (files.length > 0) return faults;
  const changed = await changedSince(tree, manifests);
  if ('fault' in changed) return [changed.fault];
  return changed.length === 0 ? [] : ['packages changed and no changeset says so (pnpm changeset):', ...changed];
}

export const changeset: Check = {
  name: 'changeset for what changed',
  run: async () => oneOutcome(await releaseFaults(root)),
};
