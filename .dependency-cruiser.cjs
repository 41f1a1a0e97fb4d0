// The direction of dependencies, checked on every test run; `.repo/test/direction.test.ts` plants a violation of each rule.
// Paths are relative to the repository root. Packages are read from their sources, as in development.

const stations = ['registry', 'windows', 'solver', 'timebank', 'network'];
const drivers = ['storage-sqlite', 'storage-postgres'];
const everyone = ['model', ...stations, 'storage', ...drivers, 'interop', 'sdk', 'community', 'cli'];

/** Who may import whom. A package that is not named here may import nobody of ours. */
const mayImport = {
  model: [],
  ...Object.fromEntries(stations.map((station) => [station, ['model']])),
  storage: ['model'],
  ...Object.fromEntries(drivers.map((driver) => [driver, ['storage', 'model']])),
  interop: ['model'],
  sdk: ['model', ...stations, 'storage'],
  community: everyone.filter((name) => name !== 'cli' && !drivers.includes(name)),
  cli: everyone,
};

/** Packages that may touch the machine. All others take what they need as an argument. */
const mayDoIo = [...drivers, 'community', 'cli'];
const ioModules =
  '^(node:)?(child_process|cluster|dgram|dns|fs|http|http2|https|inspector|net|process|readline|repl|sqlite|tls|tty|v8|vm|worker_threads)(/|$)';

const inPackage = (names) => `^packages/(${names.join('|')})/`;

/** One rule a package, so that a violation names the package that leaks. */
const directions = Object.entries(mayImport).map(([name, allowed]) => ({
  name: `direction-${name}`,
  comment: `${name} may import ${allowed.length === 0 ? 'nobody of ours' : allowed.join(', ')}.`,
  severity: 'error',
  from: { path: inPackage([name]) },
  to: { path: '^packages/', pathNot: inPackage([name, ...allowed]) },
}));

module.exports = {
  forbidden: [
    ...directions,
    {
      name: 'direction-unlisted',
      comment: 'A new package states its direction in .dependency-cruiser.cjs before it imports anybody.',
      severity: 'error',
      from: { path: '^packages/([^/]+)/', pathNot: inPackage(everyone) },
      to: { path: '^packages/', pathNot: '^packages/$1/' },
    },
    {
      name: 'no-example-in-package',
      comment: 'Examples stand on packages, never the other way round.',
      severity: 'error',
      from: { path: '^packages/' },
      to: { path: '^examples/' },
    },
    {
      name: 'no-example-in-example',
      comment: 'If an example needs another one, a package lacks something.',
      severity: 'error',
      from: { path: '^examples/([^/]+)/' },
      to: { path: '^examples/', pathNot: '^examples/$1/' },
    },
    {
      name: 'published-name-only',
      comment: 'Packages meet by published name. A relative path would not survive publishing.',
      severity: 'error',
      from: { path: '^(packages|examples)/([^/]+)/' },
      to: { path: '^packages/', pathNot: '^$1/$2/', dependencyTypes: ['local'] },
    },
    {
      name: 'no-deep-import',
      comment: 'Only the entries of `exports` are public; anything else (`@linli/x/src/...`) does not resolve.',
      severity: 'error',
      from: { path: '^(packages|examples)/' },
      to: { couldNotResolve: true },
    },
    { name: 'no-cycle', comment: 'No cycle at all, types included.', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-io',
      comment: 'The machine is reached in storage drivers, community, cli, examples, tests, and where the kit kills processes.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: [inPackage(mayDoIo), '^packages/storage/src/processes/'] },
      to: { dependencyTypes: ['core'], path: ioModules },
    },
    {
      name: 'no-database-client',
      comment: 'Only the PostgreSQL driver speaks to PostgreSQL.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/', pathNot: inPackage(['storage-postgres']) },
      to: { path: 'node_modules/(pg|pg-[a-z-]+|postgres)/' },
    },
    {
      name: 'no-test-in-source',
      comment: 'What is published never reaches into tests or tooling.',
      severity: 'error',
      from: { path: '^packages/[^/]+/src/' },
      to: { path: '^(packages/[^/]+/(test|bench)/|[.]repo/)' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    exclude: { path: '^((packages|examples)/[^/]+/dist|[.]repo/[.]work)/' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      conditionNames: ['@linli/source', 'node', 'import', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.mjs', '.js', '.json'],
    },
  },
};
