import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root, run } from '../workspace.ts';

const topLevel = [
  'packages',
  'examples',
  'docs',
  'turbo.json',
  'pnpm-workspace.yaml',
  'pnpm-lock.yaml',
  'package.json',
  'tsconfig.base.json',
  'README.md',
  'README.zh-CN.md',
  'LICENSE',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'CHANGELOG.md',
];

it('the top level holds the house and nothing else', () => {
  const found = readdirSync(root).filter((name) => !name.startsWith('.') && name !== 'node_modules');
  expect(found.sort()).toEqual([...topLevel].sort());
});

// The patterns are put together here so that this file does not contain what it looks for.
const slash = '/';
const machine: readonly (readonly [string, RegExp])[] = [
  [
    'a folder of one machine',
    new RegExp(`(^|[\\s"'\`(=:])${slash}(${['work', 'root', 'home', 'Users'].join('|')})${slash}[\\w.]`, 'm'),
  ],
  ['a package registry', new RegExp(['registry', '(npmjs|yarnpkg|npmmirror|npm\\.taobao)'].join('\\.'), 'i')],
  ['an address inside a network', /\bhttps?:\/\/(10|127|192\.168)\.[\d.]+:\d+\/(?!\w*$)/],
];

/** Tracked files and those about to be: what a fresh clone would hold. */
async function treeFiles(): Promise<readonly string[]> {
  const { ok, stdout, output } = await run('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z']);
  if (!ok) throw new Error(output);
  return stdout.split('\0').filter((path) => path !== '' && existsSync(join(root, path)));
}

/** What `text` tells of the machine it was written on, with its line. */
const told = (text: string): readonly string[] =>
  machine.flatMap(([what, pattern]) => {
    const match = pattern.exec(text);
    return match === null ? [] : [`line ${text.slice(0, match.index + 1).split('\n').length}: ${what}: ${match[0].trim()}`];
  });

it('no file tells of the machine it was written on', async () => {
  const text = /\.(ts|mts|mjs|cjs|js|json|jsonc|ya?ml|md|txt|csv|html|css|sh)$|(^|\/)[.\w]+$/;
  const files = (await treeFiles()).filter((path) => text.test(path));
  const found = files.flatMap((path) => told(readFileSync(join(root, path), 'utf8')).map((fault) => `${path} ${fault}`));
  expect(files.length).toBeGreaterThan(50);
  expect(found).toEqual([]);
});

it.each([
  `see ${slash}work${slash}main${slash}README.md`,
  `"${slash}root${slash}.npmrc"`,
  `cd ${slash}home${slash}anna`,
  `https:${slash}${slash}${['registry', 'npmjs', 'org'].join('.')}${slash}zod`,
])('finds `%s`', (text) => expect(told(`a line\n${text}`).length).toBe(1));

it('does not take an import or an address for a folder', () => {
  const text = ["import '../work/today.ts';", 'https://example.org/home/page', '.repo/.work/packed', 'packages/x/root/y'].join(
    '\n',
  );
  expect(told(text)).toEqual([]);
});
