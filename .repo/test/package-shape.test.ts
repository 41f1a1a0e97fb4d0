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
    license: 'MIT',
    repository: { type: 'git', url: 'git+https://example.org/linli.git', directory: 'packages/sample' },
    type: 'module',
    sideEffects: false,
    engines: { node: lowestClaim() },
    files: ['dist', 'README.md', 'CHANGELOG.md'],
    exports: {
      '.': { '@linli/source': './src/index.ts', types: './dist/index.d.ts', import: './dist/index.js' },
      './package.json': './package.json',
    },
    publishConfig: { access: 'public' },
    scripts: { build: 'tsup' },
  };
  const files: Readonly<Record<string, string>> = {
    'README.md': '# Sample\n\n```ts\nconsole.log(1); // => 1\n```\n',
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
      { exports: { ...good.exports, '.': { import: './dist/index.js', types: './dist/index.d.ts' } } },
      'exports . is not',
    ],
  ])('%s', (_, changes, fault) => expect(faultsOf(changes).join('\n')).toContain(`@linli/sample ${fault}`));

  it('an entry that is not built and has no source', () => {
    const extra = { '@linli/source': './src/extra.ts', types: './dist/extra.d.ts', import: './dist/extra.js' };
    expect(faultsOf({ exports: { ...good.exports, './extra': extra } })).toEqual([
      '@linli/sample exports ./extra has no src/extra.ts',
      '@linli/sample tsup builds index but exports and bin are index, extra',
    ]);
  });

  it.each([
    ['no README', { 'README.md': undefined }, 'has no README.md'],
    ['a README that runs nothing', { 'README.md': '# Sample\n' }, 'README.md has no ts fence'],
    ['no test', { 'test/one.test.ts': undefined }, 'has no test/*.test.ts'],
    ['a file that belongs nowhere', { 'notes.txt': 'x' }, 'has notes.txt, which no package has'],
  ])('%s', (_, changed, fault) => expect(faultsOf({}, changed)).toContain(`@linli/sample ${fault}`));
});
