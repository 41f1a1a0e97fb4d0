import { parse } from 'yaml';
import { run } from './workspace.ts';

/** Packages of a pnpm lock file that come without a hash. */
export function unpinned(lockText: string): readonly string[] {
  const { packages = {} } = parse(lockText) as Readonly<{
    packages?: Readonly<Record<string, Readonly<{ resolution?: Readonly<{ integrity?: string }> }>>>;
  }>;
  return Object.entries(packages).flatMap(([name, { resolution }]) =>
    isHash(resolution?.integrity) ? [] : [`${name} has no hash`],
  );
}

/** Packages of an npm lock file that come without a hash, or want to run a script as they are installed. */
export function unpinnedByNpm(lockText: string): readonly string[] {
  const { packages } = JSON.parse(lockText) as Readonly<{
    packages: Readonly<Record<string, Readonly<{ integrity?: string; hasInstallScript?: boolean }>>>;
  }>;
  return Object.entries(packages).flatMap(([name, { integrity, hasInstallScript }]) => [
    ...(name === '' || isHash(integrity) ? [] : [`${name} has no hash`]),
    ...(hasInstallScript === true ? [`${name} runs a script as it is installed`] : []),
  ]);
}

const isHash = (text: string | undefined): boolean => text !== undefined && /^sha512-[\w+/]{86}==$/.test(text);

/** Actions of a workflow that are not named by a commit, with the version it is in a remark. */
export const floatingActions = (workflow: string): readonly string[] =>
  workflow.split('\n').flatMap((line, index) => {
    const [, action] = /^\s*(?:- )?uses:\s*(.*)$/.exec(line) ?? [];
    if (action === undefined || /^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+(\.\d+)*$/.test(action)) return [];
    return [`line ${index + 1}: ${action}`];
  });

export type Licensed = Readonly<{ name: string; license: string }>;

/** The third-party packages behind `filter` (as pnpm understands it) with their licences, by name. */
export async function licences(...filter: readonly string[]): Promise<readonly Licensed[]> {
  const { ok, stdout, output } = await run('pnpm', ['licenses', 'list', '--json', ...filter]);
  if (!ok) throw new Error(output);
  const byLicence = JSON.parse(stdout) as Readonly<Record<string, readonly Readonly<{ name: string }>[]>>;
  return Object.entries(byLicence)
    .flatMap(([license, all]) => all.map(({ name }) => ({ name, license })))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

const free = ['MIT', 'ISC', 'Apache-2.0', 'MIT OR Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'BlueOak-1.0.0'];
/** What a tool of this repository may have beside, since it reaches nobody who installs a package of ours. */
const ofTools = ['MPL-2.0', 'Python-2.0', 'CC0-1.0', 'CC-BY-4.0'];

/** Packages whose licence nobody has agreed to. */
export const strangeLicences = (all: readonly Licensed[], kind: 'shipped' | 'tools'): readonly string[] =>
  all.flatMap(({ name, license }) =>
    free.includes(license) || (kind === 'tools' && ofTools.includes(license)) ? [] : [`${name}: ${license}`],
  );
