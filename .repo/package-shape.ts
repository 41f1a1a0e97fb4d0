import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './checks/fingerprint.ts';
import { fencesOf } from './fences.ts';
import { lowestClaim } from './node-matrix.ts';
import { type ExportEntry, type Manifest, packages, root, type WorkspacePackage } from './workspace.ts';

/** Fields of a package.json in the order of the house; those in the second list only where there is something to say. */
const required =
  'name version description keywords homepage bugs license repository type sideEffects engines files exports publishConfig scripts'.split(
    ' ',
  );
const optional = 'dependencies devDependencies peerDependencies optionalDependencies bin'.split(' ');

/** What `exports` says for one entry: the source for us, types and code for everybody else, in this order. */
const entryOf = (name: string): ExportEntry => ({
  '@linli/source': `./src/${name}.ts`,
  types: `./dist/${name}.d.ts`,
  // Not `import`: with it `require` would find nothing, and TypeScript would not say so.
  default: `./dist/${name}.js`,
});

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

const project = 'https://github.com/linli-community/linli';

/** What a package itself needs of Node.js: `node:sqlite` came after `require` of ES modules. */
const floorOf = (folder: string, { dependencies = {} }: Manifest): string => {
  const usesSqlite =
    '@linli/storage-sqlite' in dependencies ||
    filesUnder(join(folder, 'src')).some((file) => readFileSync(file, 'utf8').includes("'node:sqlite'"));
  return lowestClaim(usesSqlite ? 'lowest-with-sqlite' : 'lowest');
};

/** Libraries whose values go in and out of our functions: a second copy in one program would not fit the first. */
const shared = ['zod', 'xstate'];

/**
 * Whoever installs a package brings what its public types speak of: as a peer, as a range. A neighbour's peers are passed on;
 * a command, which nobody imports, brings them itself. Of everything else a range will do, so that one copy serves several.
 */
function dependencyFaults(manifest: Manifest, neighbours: readonly WorkspacePackage[]): readonly string[] {
  const { dependencies = {}, peerDependencies = {} } = manifest;
  const isCommand = manifest.bin !== undefined;
  const passedOn = neighbours
    .filter((each) => each.manifest.name in dependencies)
    .flatMap((each) => Object.keys(each.manifest.peerDependencies ?? {}));
  const brought = isCommand ? dependencies : peerDependencies;
  return [
    ...shared.filter((name) => name in dependencies && !isCommand).map((name) => `${name} is no peer`),
    ...[...new Set(passedOn)]
      .filter((name) => !(name in brought))
      .map((name) => `does not bring ${name}, a peer of its neighbours`),
    ...Object.entries({ ...dependencies, ...peerDependencies })
      .filter(([name, range]) => (shared.includes(name) ? range !== 'catalog:peers' : !/^(workspace:\*|catalog:)$/.test(range)))
      .map(([name, range]) => `${name} is ${range}, not from the catalog`),
  ];
}

function fieldFaults(short: string, folder: string, manifest: Manifest): readonly string[] {
  const fields = Object.keys(manifest);
  const expected: Readonly<Record<string, unknown>> = {
    name: `@linli/${short}`,
    license: 'MIT',
    type: 'module',
    homepage: `${project}/tree/main/packages/${short}#readme`,
    bugs: `${project}/issues`,
    engines: { node: floorOf(folder, manifest) },
    publishConfig: { access: 'public' },
    repository: { type: 'git', url: `git+${project}.git`, directory: `packages/${short}` },
    scripts: { build: 'tsup', prepack: 'node ../../.repo/prepack.mjs' },
  };
  const shipped = manifest.files ?? [];
  return [
    ...required.filter((field) => !fields.includes(field)).map((field) => `lacks ${field}`),
    ...fields.filter((field) => ![...required, ...optional].includes(field)).map((field) => `has ${field}`),
    ...Object.entries(expected)
      .filter(([field, value]) => !same(manifest[field], value))
      .map(([field, value]) => `${field} is not ${JSON.stringify(value)}`),
    ...['dist', 'README.md', 'CHANGELOG.md'].filter((file) => !shipped.includes(file)).map((file) => `files lacks ${file}`),
    ...((manifest.keywords ?? []).length < 3 ? ['keywords are fewer than three'] : []),
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

/** Links of a README: it is read where the package is, without the repository around it. */
function linkFaults(readme: string): readonly string[] {
  return [...readme.matchAll(/\]\(([^)\s]+)\)|(?:src|href)="([^"]+)"/g)].flatMap(([, one, other]) => {
    const target = (one ?? other)!;
    if (target.startsWith('#')) return [];
    if (!/^https?:/.test(target)) return [`README.md links to ${target}, which is not in the package`];
    const [, path] = target.match(/^https:\/\/github\.com\/linli-community\/linli\/(?:blob|tree)\/main\/([^#?]+)/) ?? [];
    return path === undefined || existsSync(join(root, path))
      ? []
      : [`README.md links to ${path}, which is not in the repository`];
  });
}

function folderFaults(folder: string, manifest: Manifest): readonly string[] {
  const readme = existsSync(join(folder, 'README.md')) ? readFileSync(join(folder, 'README.md'), 'utf8') : undefined;
  const isCommand = manifest.bin !== undefined && Object.keys(manifest.exports ?? {}).length === 1;
  const missing = [...Object.keys(manifest.peerDependencies ?? {})].filter(
    (name) => !new RegExp(`install.*\\b${name}\\b`).test(readme ?? ''),
  );
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
    ...missing.map((name) => `README.md does not say that ${name} is to be installed as well`),
    ...(readme === undefined ? [] : linkFaults(readme)),
    ...['tsconfig.json', 'tsup.config.ts'].filter((file) => !existsSync(join(folder, file))).map((file) => `has no ${file}`),
    ...(filesUnder(join(folder, 'test')).some((file) => file.endsWith('.test.ts')) ? [] : ['has no test/*.test.ts']),
    ...readdirSync(folder)
      .filter((name) => !known.includes(name))
      .map((name) => `has ${name}, which no package has`),
  ];
}

/** Everything in which a package differs from the shape all packages share. */
export function shapeFaults({ short, folder, manifest }: WorkspacePackage, neighbours = packages()): readonly string[] {
  const faults = [
    ...fieldFaults(short, folder, manifest),
    ...dependencyFaults(manifest, neighbours),
    ...entryFaults(folder, manifest),
    ...folderFaults(folder, manifest),
  ];
  return faults.map((fault) => `${manifest.name} ${fault}`);
}
