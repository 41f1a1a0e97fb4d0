import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { BenchFault } from './bench-fault.ts';

/** What is compared with, in fixed versions. They are no dependencies of Linli: only this comparison fetches them. */
export const pinned: Readonly<Record<string, string>> = {
  munkres: '2.0.4',
  'hungarian-on3': '0.3.1',
  'linear-sum-assignment': '1.0.9',
  highs: '1.15.3',
};

const folder = fileURLToPath(new URL('../../../.repo/.work/peers', import.meta.url));

/** Installs them with npm into a folder that git ignores, once. @throws BenchFault where the registry cannot be reached. */
export function installPeers(): void {
  const stamp = join(folder, 'installed.json');
  const wanted = JSON.stringify(pinned);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  process.stderr.write('安装对照包… Installing the packages to compare with…\n');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: pinned }));
  const args = ['install', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  if (status !== 0) throw new BenchFault('npm install', '对照包没有装上', 'the packages to compare with could not be installed');
  writeFileSync(stamp, wanted);
}

/** A module of a peer, by the way its own package exports it. */
export async function peer(name: string): Promise<Record<string, unknown>> {
  const path = createRequire(join(folder, 'package.json')).resolve(name);
  return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
}
