#!/usr/bin/env node
// The door. Nothing here is younger than Node.js 12.17, and nothing is imported before that is looked at: a Node.js that is
// too old says so, and not that it knows no `node:sqlite`.
// biome-ignore lint/style/useNodejsImportProtocol: the oldest of them do not know the word `node:`.
import { readFileSync } from 'fs';

const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as {
  readonly version: string;
  readonly engines: { readonly node: string };
};
const lowest = manifest.engines.node.replace('>=', '');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const [lowestMajor = 0, lowestMinor = 0] = lowest.split('.').map(Number);

if (major < lowestMajor || (major === lowestMajor && minor < lowestMinor)) {
  console.error(
    `linli 需要 Node.js ${lowest} 或更新的版本，这里是 ${process.versions.node}。请先更新 Node.js。\n` +
      `linli needs Node.js ${lowest} or newer; this is ${process.versions.node}. Please update Node.js first.`,
  );
  process.exitCode = 1;
} else {
  // The one place where this package reads the machine's clock: when an import was written down.
  const now = Date.now();
  // Node.js 22 warns of its SQLite before every command; the packages are tried on just that one.
  const { emitWarning } = process;
  process.emitWarning = (warning: string | Error, ...more: readonly unknown[]) => {
    if (!String(warning).startsWith('SQLite')) Reflect.apply(emitWarning, process, [warning, ...more]);
  };
  import('./program.ts').then(({ start }) => start(manifest.version, now));
}
