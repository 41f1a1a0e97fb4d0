import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './checks/fingerprint.ts';
import { fencesOf } from './fences.ts';
import { lowestClaim } from './node-matrix.ts';
import type { ExportEntry, Manifest, WorkspacePackage } from './workspace.ts';

/** Fields of a package.json in the order of the house; those in the second list only where there is something to say. */
const required = 'name version description license repository type sideEffects engines files exports publishConfig scripts'.split(
  ' ',
);
const optional = 'dependencies devDependencies peerDependencies optionalDependencies bin keywords'.split(' ');

/** What `exports` says for one entry: the source for us, types and code for everybody else, in this order. */
const entryOf = (name: string): ExportEntry => ({
  '@linli/source': `./src/${name}.ts`,
  types: `./dist/${name}.d.ts`,
  import: `./dist/${name}.js`,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

function fieldFaults(short: string, manifest: Manifest): readonly string[] {
  const fields = Object.keys(manifest);
  const expected: Readonly<Record<string, unknown>> = {
    name: `@linli/${short}`,
    license: 'MIT',
    type: 'module',
    engines: { node: lowestClaim() },
    publishConfig: { access: 'public' },
    repository: { ...manifest.repository, type: 'git', directory: `packages/${short}` },
    scripts: { build: 'tsup' },
  };
  const shipped = manifest.files ?? [];
  return [
    ...required.filter((field) => !fields.includes(field)).map((field) => `lacks ${field}`),
    ...fields.filter((field) => ![...required, ...optional].includes(field)).map((field) => `has ${field}`),
    ...Object.entries(expected)
      .filter(([field, value]) => !same(manifest[field], value))
      .map(([field, value]) => `${field} is not ${JSON.stringify(value)}`),
    ...['dist', 'README.md', 'CHANGELOG.md'].filter((file) => !shipped.includes(file)).map((file) => `files lacks ${file}`),
    ...(typeof manifest['description'] === 'string' && /\.$/.test(manifest['description']) ? [] : ['description is no sentence']),
  ];
}

/** `exports` are index and the named entries, each with its source, and tsup builds exactly these and the commands. */
function entryFaults(folder: string, manifest: Manifest): readonly string[] {
  const exports = manifest.exports ?? {};
  const names = Object.keys(exports).filter((key) => key !== './package.json');
  const faults = names.flatMap((key) => {
    const name = key === '.' ? 'index' : key.slice(2);
    return [
      ...(same(exports[key], entryOf(name)) ? [] : [`exports ${key} is not ${JSON.stringify(entryOf(name))}`]),
      ...(existsSync(join(folder, 'src', `${name}.ts`)) ? [] : [`exports ${key} has no src/${name}.ts`]),
    ];
  });
  if (exports['./package.json'] !== './package.json') faults.push('exports lacks ./package.json');
  const commands = Object.values(manifest.bin ?? {}).map((path) => path.replace(/^\.\/dist\/(.*)\.js$/, '$1'));
  const built = [...names.map((key) => (key === '.' ? 'index' : key.slice(2))), ...commands];
  const config = existsSync(join(folder, 'tsup.config.ts')) ? readFileSync(join(folder, 'tsup.config.ts'), 'utf8') : '';
  const [, listed] = /library\((?:\[(.*?)\])?\)/s.exec(config) ?? [];
  const entries = listed === undefined ? ['index'] : [...listed.matchAll(/'([^']+)'/g)].map(([, name]) => name);
  if (!same([...entries].sort(), [...built].sort()))
    faults.push(`tsup builds ${entries.join(', ')} but exports and bin are ${built.join(', ')}`);
  return faults;
}

function folderFaults(folder: string, manifest: Manifest): readonly string[] {
  const readme = existsSync(join(folder, 'README.md')) ? readFileSync(join(folder, 'README.md'), 'utf8') : undefined;
  const isCommand = manifest.bin !== undefined && Object.keys(manifest.exports ?? {}).length === 1;
  const fences = fencesOf('README.md', readme ?? '').fences.length;
  const allowed = [
    'README.md',
    'CHANGELOG.md',
    'package.json',
    'tsconfig.json',
    'tsup.config.ts',
    'src',
    'test',
    'bench',
    'dist',
    'node_modules',
  ];
  const known = [...allowed, '.turbo', ...(manifest.files ?? [])];
  return [
    ...(readme === undefined ? ['has no README.md'] : []),
    // A command has nothing to import; its README shows the command line.
    ...(readme !== undefined && fences === 0 && !isCommand ? ['README.md has no ts fence'] : []),
    ...['tsconfig.json', 'tsup.config.ts'].filter((file) => !existsSync(join(folder, file))).map((file) => `has no ${file}`),
    ...(filesUnder(join(folder, 'test')).some((file) => file.endsWith('.test.ts')) ? [] : ['has no test/*.test.ts']),
    ...readdirSync(folder)
      .filter((name) => !known.includes(name))
      .map((name) => `has ${name}, which no package has`),
  ];
}

/** Everything in which a package differs from the shape all packages share. */
export function shapeFaults({ short, folder, manifest }: WorkspacePackage): readonly string[] {
  const faults = [...fieldFaults(short, manifest), ...entryFaults(folder, manifest), ...folderFaults(folder, manifest)];
  return faults.map((fault) => `${manifest.name} ${fault}`);
}
