import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository root, wherever the tooling is started from. */
export const root = fileURLToPath(new URL('..', import.meta.url));
/** Everything the tooling makes goes here; git does not see it. */
export const work = join(root, '.repo', '.work');

/** One entry of `exports`; `./package.json` is the only plain string. */
export type ExportEntry = string | Readonly<Record<string, string>>;

/** What the checks read of a package.json. */
export type Manifest = Readonly<{
  name: string;
  version: string;
  private?: boolean;
  license?: string;
  engines?: Readonly<Record<string, string>>;
  keywords?: readonly string[];
  dependencies?: Readonly<Record<string, string>>;
  peerDependencies?: Readonly<Record<string, string>>;
  files?: readonly string[];
  bin?: Readonly<Record<string, string>>;
  exports?: Readonly<Record<string, ExportEntry>>;
  repository?: Readonly<{ type: string; url: string; directory: string }>;
  [field: string]: unknown;
}>;

/** A package of `packages/`: its short name, its folder and its manifest. */
export type WorkspacePackage = Readonly<{ short: string; folder: string; manifest: Manifest }>;

export const readManifest = (folder: string): Manifest => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** The packages of a tree (this repository's by default), by name. */
export function packages(tree = root): readonly WorkspacePackage[] {
  const home = join(tree, 'packages');
  return readdirSync(home)
    .filter((short) => existsSync(join(home, short, 'package.json')))
    .sort()
    .map((short) => ({ short, folder: join(home, short), manifest: readManifest(join(home, short)) }));
}

/** Import specifiers of a package, `@linli/x` and `@linli/x/entry`; `package.json` is not code. */
export const codeEntries = ({ name, exports = {} }: Manifest): readonly string[] =>
  Object.keys(exports)
    .filter((entry) => entry !== './package.json')
    .map((entry) => name + entry.slice(1));

export type Ran = Readonly<{ ok: boolean; code: number; stdout: string; output: string }>;

/** Tools are found in the workspace first, then in the pinned toolchain, then on the host. */
const toolPath = (extra: string): string =>
  [extra, join(root, 'node_modules', '.bin'), join(root, '.repo', 'toolchain', 'node_modules', '.bin'), process.env['PATH']]
    .filter(Boolean)
    .join(delimiter);

/**
 * Runs a command to its end and keeps what it said; `inherit` lets it talk to the terminal instead.
 * What hangs is ended after a quarter of an hour and has failed.
 * `nodeFolder` goes first on PATH, for a tool that is to run on another Node.js.
 */
export function run(
  command: string,
  args: readonly string[],
  options: Readonly<{ cwd?: string; inherit?: boolean; nodeFolder?: string; env?: Readonly<Record<string, string>> }> = {},
): Promise<Ran> {
  const { cwd = root, inherit = false, nodeFolder = '', env = {} } = options;
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env, PATH: toolPath(nodeFolder) },
      timeout: 900_000,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      // npm, pnpm and the workspace's tools are .cmd files there.
      shell: process.platform === 'win32' && command !== process.execPath,
    });
    let stdout = '';
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      stdout += text;
      output += text;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
    child.on('error', (error) => resolve({ ok: false, code: 127, stdout, output: `${output}${error.message}\n` }));
    child.on('close', (code) => resolve({ ok: code === 0, code: code ?? 1, stdout, output }));
  });
}

/** Does `task` for every item, `width` at a time; results keep the order of the items. */
export async function inParallel<Item, Result>(
  width: number,
  items: readonly Item[],
  task: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    while (next < items.length) {
      const index = next++;
      results[index] = await task(items[index] as Item);
    }
  };
  await Promise.all(Array.from({ length: width }, worker));
  return results;
}
