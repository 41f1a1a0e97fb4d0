// Imports every entry of every package from what was installed, and finds every command. Run by `.repo/checks/consumers.ts`.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = import.meta.dirname;
const { packages, entries, bins } = JSON.parse(readFileSync(join(here, 'entries.json'), 'utf8'));

for (const name of packages) {
  const { default: manifest } = await import(`${name}/package.json`, { with: { type: 'json' } });
  assert.equal(manifest.name, name);
}
for (const entry of entries) {
  const path = fileURLToPath(import.meta.resolve(entry));
  assert.ok(path.startsWith(join(here, 'node_modules')), `${entry} came from ${path}, not from the installed package`);
  const names = Object.keys(await import(entry));
  assert.ok(names.length > 0, `${entry} exports nothing`);
}
for (const bin of bins) {
  const command = join(here, 'node_modules', '.bin', process.platform === 'win32' ? `${bin}.cmd` : bin);
  assert.ok(existsSync(command), `the command ${bin} was not installed`);
}
