import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { root, run } from '../workspace.ts';

// A small tree with the shape of the real one. Every planted import breaks the one rule beside it; all others are allowed.

const names = [
  'model',
  'registry',
  'solver',
  'storage',
  'storage-sqlite',
  'storage-postgres',
  'interop',
  'sdk',
  'community',
  'cli',
];

const allowed: Readonly<Record<string, string>> = {
  'packages/registry/src/good.ts': "import '@linli/model';\nimport './own.ts';\nimport 'node:path';",
  'packages/registry/src/own.ts': 'export const own = 1;',
  'packages/registry/test/good.test.ts': "import '@linli/registry';\nimport '../src/own.ts';\nimport 'node:fs';",
  'packages/storage-sqlite/src/good.ts': "import '@linli/storage';\nimport 'node:sqlite';\nimport 'node:fs';",
  'packages/storage-postgres/src/good.ts': "import 'pg';\nimport '@linli/storage/conformance';",
  'packages/sdk/src/good.ts': "import '@linli/solver';\nimport '@linli/storage';",
  'packages/community/src/good.ts': "import '@linli/sdk';\nimport '@linli/interop';\nimport 'node:fs/promises';",
  'packages/cli/src/good.ts': "import '@linli/community';\nimport '@linli/storage-sqlite';\nimport 'node:process';",
  'examples/one/src/good.ts': "import '@linli/cli';\nimport 'node:fs';",
};

/** File, what it holds, the rule it breaks. */
const planted: readonly (readonly [string, string, string])[] = [
  ['packages/model/src/bad.ts', "import '@linli/registry';", 'direction-model'],
  ['packages/registry/src/bad.ts', "import '@linli/solver';", 'direction-registry'],
  [
    'packages/registry/src/bad-type.ts',
    "import type { solver } from '@linli/solver';\nexport type Bad = typeof solver;",
    'direction-registry',
  ],
  ['packages/registry/src/bad-dynamic.ts', "export const bad = () => import('@linli/solver');", 'direction-registry'],
  ['packages/registry/test/bad.test.ts', "import '@linli/storage';", 'direction-registry'],
  ['packages/solver/src/bad.ts', "export * from '@linli/registry';", 'direction-solver'],
  ['packages/storage/src/bad.ts', "import '@linli/sdk';", 'direction-storage'],
  ['packages/storage-sqlite/src/bad.ts', "import '@linli/solver';", 'direction-storage-sqlite'],
  ['packages/storage-postgres/src/bad.ts', "import '@linli/storage-sqlite';", 'direction-storage-postgres'],
  ['packages/interop/src/bad.ts', "import '@linli/registry';", 'direction-interop'],
  ['packages/sdk/src/bad.ts', "import '@linli/community';", 'direction-sdk'],
  ['packages/community/src/bad-cli.ts', "import '@linli/cli';", 'direction-community'],
  ['packages/community/src/bad-driver.ts', "import '@linli/storage-postgres';", 'direction-community'],
  ['packages/newcomer/src/bad.ts', "import '@linli/model';", 'direction-unlisted'],
  ['packages/solver/src/bad-path.ts', "import '../../model/src/index.ts';", 'published-name-only'],
  ['examples/one/src/bad-path.ts', "import '../../../packages/model/src/index.ts';", 'published-name-only'],
  ['packages/solver/src/bad-deep.ts', "import '@linli/model/src/index.ts';", 'no-deep-import'],
  ['examples/one/src/bad-deep.ts', "import '@linli/model/dist/index.js';", 'no-deep-import'],
  ['packages/cli/src/bad-example.ts', "import '../../../examples/one/src/good.ts';", 'no-example-in-package'],
  ['examples/one/src/bad-example.ts', "import '../../two/src/index.ts';", 'no-example-in-example'],
  ['packages/registry/src/bad-test.ts', "import '../test/good.test.ts';", 'no-test-in-source'],
  ['packages/model/src/bad-pg.ts', "import 'pg';", 'no-database-client'],
  ...['fs', 'fs/promises', 'net', 'http', 'child_process', 'worker_threads', 'sqlite'].map(
    (name) => [`packages/solver/src/bad-${name.replace('/', '-')}.ts`, `import 'node:${name}';`, 'no-io'] as const,
  ),
  ['packages/storage/src/bad-io.ts', "import { readFile } from 'node:fs/promises';\nvoid readFile;", 'no-io'],
];

/** A cycle is told once, for the first file on it. */
const cycle: Readonly<Record<string, string>> = {
  'packages/model/src/egg.ts': "import type { Hen } from './hen.ts';\nexport type Egg = Hen;",
  'packages/model/src/hen.ts': "import type { Egg } from './egg.ts';\nexport type Hen = Egg;",
};

const tree = realpathSync(mkdtempSync(join(tmpdir(), 'linli-direction-')));
afterAll(() => rmSync(tree, { recursive: true, force: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(tree, path)), { recursive: true });
  writeFileSync(join(tree, path), `${text}\n`);
}

function plantTree(): void {
  mkdirSync(join(tree, 'node_modules', '@linli'), { recursive: true });
  for (const name of names) {
    const entry = (file: string) => ({ '@linli/source': `./src/${file}.ts`, import: `./dist/${file}.js` });
    const exports = { '.': entry('index'), './conformance': entry('conformance') };
    write(`packages/${name}/package.json`, JSON.stringify({ name: `@linli/${name}`, type: 'module', exports }));
    write(`packages/${name}/src/index.ts`, `export const ${name.replace('-', '')} = 1;`);
    write(`packages/${name}/src/conformance.ts`, 'export const laws = 1;');
    symlinkSync(join(tree, 'packages', name), join(tree, 'node_modules', '@linli', name), 'junction');
  }
  write('node_modules/pg/package.json', JSON.stringify({ name: 'pg', main: 'index.js' }));
  write('node_modules/pg/index.js', 'module.exports = {};');
  write('examples/two/src/index.ts', 'export const two = 2;');
}

type Violation = Readonly<{ from: string; rule: Readonly<{ name: string }> }>;

async function violations(): Promise<readonly string[]> {
  const config = join(root, '.dependency-cruiser.cjs');
  const { stdout, output } = await run('depcruise', ['--config', config, '--output-type', 'json', 'packages', 'examples'], {
    cwd: tree,
  });
  if (!stdout.startsWith('{')) throw new Error(output);
  return (JSON.parse(stdout).summary.violations as readonly Violation[]).map(({ from, rule }) => `${rule.name}: ${from}`).sort();
}

it('allows what the house allows, and finds every planted violation and nothing else', { timeout: 120_000 }, async () => {
  plantTree();
  for (const [path, text] of Object.entries(allowed)) write(path, text);
  expect(await violations()).toEqual([]);

  for (const [path, text] of [...planted.map(([file, text]) => [file, text] as const), ...Object.entries(cycle)])
    write(path, text);
  const expected = [...planted.map(([path, , rule]) => `${rule}: ${path}`), 'no-cycle: packages/model/src/egg.ts'];
  expect(await violations()).toEqual(expected.sort());
});

it('has a planted violation for every rule', async () => {
  const { stdout } = await run(process.execPath, [
    '-p',
    "JSON.stringify(require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name))",
  ]);
  const shown = [...planted.map(([, , rule]) => rule), 'no-cycle'];
  // The stations share one row of the table, two of them stand for all; the command line may import every package.
  const sameRow = ['direction-windows', 'direction-timebank', 'direction-network', 'direction-cli'];
  expect((JSON.parse(stdout) as string[]).sort()).toEqual([...new Set([...shown, ...sameRow])].sort());
});
