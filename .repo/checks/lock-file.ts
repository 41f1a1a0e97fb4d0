import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { parse } from 'yaml';
import { lockOf, matrix } from '../node-matrix.ts';
import { root } from '../workspace.ts';
import { type Check, oneOutcome } from './check.ts';

type Lock = Readonly<{
  packages?: Readonly<Record<string, Readonly<{ os?: readonly string[] }>>>;
}>;

/** Families that lack a platform upstream and are not needed there, each with its reason. */
const knownGaps: Readonly<Record<string, string>> = {
  '@napi-rs/lzma': 'rollup lists it as optional beside its own complete set of builds and works without it',
};

const platformWord = /[-/](linux|linuxmusl|darwin|win32|windows|android|freebsd|openbsd|netbsd|sunos|aix|openharmony)([-_.]|$)/;

/** `@esbuild/linux-x64` belongs to `@esbuild`, `turbo-linux-64` to `turbo`. */
const familyOf = (name: string): string => {
  const at = name.search(platformWord);
  return at < 1 ? name : name.slice(0, at);
};

/**
 * Families of platform packages with a Linux build but none for macOS or Windows. A lock file loses such builds
 * without a word when the registry does not show them on the day it is written; a frozen install elsewhere then breaks.
 */
export function platformFaults(lockText: string): readonly string[] {
  const { packages = {} } = parse(lockText) as Lock;
  const families = new Map<string, Set<string>>();
  for (const [key, { os = [] }] of Object.entries(packages)) {
    const family = familyOf(key.slice(0, key.lastIndexOf('@')));
    const systems = families.get(family) ?? families.set(family, new Set()).get(family);
    for (const system of os) systems?.add(system);
  }
  return [...families].flatMap(([family, systems]) => {
    if (!systems.has('linux') || family in knownGaps) return [];
    const missing = ['darwin', 'win32'].filter((system) => !systems.has(system));
    return missing.length === 0 ? [] : [`${family}: has a linux build and none for ${missing.join(' and ')}`];
  });
}

/** A lock file must serve behind any registry: it names packages and hashes, never a host. */
export function hostFaults(lockText: string): readonly string[] {
  return lockText.split('\n').flatMap((line, index) => {
    const names = /\btarball\b|"resolved"|registry\.\w|^\s*resolution:.*https?:|git\+|codeload/.test(line);
    return names ? [`line ${index + 1} names where a package was fetched from: ${line.trim()}`] : [];
  });
}

const locks = ['pnpm-lock.yaml', '.repo/toolchain/package-lock.json', ...matrix.map((entry) => relative(root, lockOf(entry)))];

export const lockFile: Check = {
  name: 'lock files: every platform, no host',
  run: async () =>
    oneOutcome(
      locks.flatMap((lock) => {
        const path = join(root, lock);
        if (!existsSync(path)) return [`${lock}: missing`];
        const text = readFileSync(path, 'utf8');
        const faults = lock.endsWith('.yaml') ? [...platformFaults(text), ...hostFaults(text)] : hostFaults(text);
        return faults.map((fault) => `${lock}: ${fault}`);
      }),
    ),
};
