import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { lowestClaim } from '../node-matrix.ts';
import { shapeFaults } from '../package-shape.ts';
import { type Manifest, packages, root } from '../workspace.ts';

describe('every package has the shape of all', () => {
  it.each(packages().map((each) => [each.manifest.name, each] as const))('%s', (_, each) => {
    expect(shapeFaults(each)).toEqual([]);
  });

  it('and one version, so that a release is one number', () => {
    expect(new Set(packages().map(({ manifest }) => manifest.version)).size).toBe(1);
  });

  it('and none is private', () => {
    expect(packages().filter(({ manifest }) => manifest.private === true)).toEqual([]);
  });
});

describe('a package out of shape is found', () => {
  const home = mkdtempSync(join(tmpdir(), 'linli-shape-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));
  let count = 0;

  const good: Manifest = {
    name: '@linli/sample',
    version: '0.0.0',
    description: 'A sample.',
    keywords: ['linli', 'sample', 'test'],
    homepage: 'https://github.com/linli-community/linli/tree/main/packages/sample#readme',
    bugs: 'https://github.com/linli-community/linli/issues',
    license: 'MIT',
    repository: { type: 'git', url: 'git+https://github.com/linli-community/linli.git', directory: 'packages/sample' },
    type: 'module',
    sideEffects: false,
    engines: { node: lowestClaim() },
    files: ['dist', 'README.md', 'CHANGELOG.md'],
    exports: {
      '.': { '@linli/source': './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' },
      './package.json': './package.json',
    },
    publishConfig: { access: 'public' },
    scripts: { build: 'tsup', prepack: 'node ../../.repo/prepack.mjs' },
    dependencies: { '@linli/model': 'workspace:*', yaml: 'catalog:' },
    peerDependencies: { zod: 'catalog:peers' },
  };
  const files: Readonly<Record<string, string>> = {
    'README.md': '# Sample\n\n`npm install @linli/sample zod`\n\n```ts\nconsole.log(1); // => 1\n```\n',
    'tsconfig.json': '{}',
    'tsup.config.ts': 'export default library();',
    'src/index.ts': 'export const one = 1;',
    'test/one.test.ts': '// a test',
  };

  function faultsOf(changes: Readonly<Record<string, unknown>>, changedFiles: Readonly<Record<string, string | undefined>> = {}) {
    const folder = join(home, String(count++));
    for (const [path, text] of Object.entries({ ...files, ...changedFiles })) {
      if (text === undefined) continue;
      const target = join(folder, path);
      cpSync(join(root, 'LICENSE'), target);
      writeFileSync(target, text);
    }
    return shapeFaults({ short: 'sample', folder, manifest: { ...good, ...changes } });
  }

  it('and one in shape is not', () => expect(faultsOf({})).toEqual([]));

  it.each([
    ['an engine nobody tried', { engines: { node: '>=18' } }, 'engines is not'],
    ['another licence', { license: 'ISC' }, 'license is not "MIT"'],
    ['the folder of another package', { repository: { ...good.repository, directory: 'packages/other' } }, 'repository is not'],
    ['a field of its own', { main: './dist/index.js' }, 'has main'],
    ['private', { private: true }, 'has private'],
    ['files that leave out the build', { files: ['README.md', 'CHANGELOG.md'] }, 'files lacks dist'],
    [
      'types after code',
      { exports: { ...good.exports, '.': { default: './dist/index.js', types: './dist/index.d.ts' } } },
      'exports . is not',
    ],
    [
      'code for `import` alone, which `require` does not find',
      {
        exports: {
          ...good.exports,
          '.': { '@linli/source': './src/index.ts', types: './dist/index.d.ts', import: './dist/index.js' },
        },
      },
      'exports . is not',
    ],
    ['an exact pin of what goes in and out', { peerDependencies: { zod: '4.6.7' } }, 'zod is 4.6.7, not from the catalog'],
    ['an exact pin of anything', { dependencies: { yaml: '2.9.1' } }, 'yaml is 2.9.1, not from the catalog'],
    [
      'a second copy of what goes in and out',
      { dependencies: { ...good.dependencies, zod: 'catalog:' }, peerDependencies: {} },
      'zod is no peer',
    ],
    ['a peer of a neighbour that nobody brings', { peerDependencies: {} }, 'does not bring zod, a peer of its neighbours'],
    ['no word to find it by', { keywords: [] }, 'keywords are fewer than three'],
    ['the page of another project', { homepage: 'https://example.org' }, 'homepage is not'],
    ['packing without a guard', { scripts: { build: 'tsup' } }, 'scripts is not'],
  ])('%s', (_, changes, fault) => expect(faultsOf(changes).join('\n')).toContain(`@linli/sample ${fault}`));

  it('something of `node:sqlite` on a Node.js without it', () => {
    const source = { 'src/index.ts': "import { DatabaseSync } from 'node:sqlite';" };
    expect(faultsOf({}, source).join('\n')).toContain(`engines is not {"node":"${lowestClaim('lowest-with-sqlite')}"}`);
  });

  it('an entry that is not built and has no source', () => {
    const extra = { '@linli/source': './src/extra.ts', types: './dist/extra.d.ts', default: './dist/extra.js' };
    expect(faultsOf({ exports: { ...good.exports, './extra': extra } })).toEqual([
      '@linli/sample exports ./extra has no src/extra.ts',
      '@linli/sample tsup builds index but exports and bin are index, extra',
    ]);
  });

  it.each([
    ['no README', { 'README.md': undefined }, 'has no README.md'],
    ['a README that runs nothing', { 'README.md': '# Sample\n' }, 'README.md has no ts fence'],
    ['no test', { 'test/one.test.ts': undefined }, 'has no test/*.test.ts'],
    [
      'a link that leaves the package',
      { 'README.md': `${files['README.md']}[day](../../docs/the-day.md)` },
      'README.md links to ../../docs/the-day.md, which is not in the package',
    ],
    [
      'a link to a page that is gone',
      { 'README.md': `${files['README.md']}[day](https://github.com/linli-community/linli/blob/main/docs/gone.md)` },
      'README.md links to docs/gone.md, which is not in the repository',
    ],
    [
      'a peer that the README keeps to itself',
      { 'README.md': files['README.md']!.replace(' zod', '') },
      'README.md does not say that zod is to be installed as well',
    ],
    ['a file that belongs nowhere', { 'notes.txt': 'x' }, 'has notes.txt, which no package has'],
  ])('%s', (_, changed, fault) => expect(faultsOf({}, changed)).toContain(`@linli/sample ${fault}`));
});
